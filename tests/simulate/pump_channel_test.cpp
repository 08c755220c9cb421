// SPDX-License-Identifier: Apache-2.0
// The simulated pump by numbers worked out by hand, and its events read back from the wire.
#include "simulate/pump_channel.h"

#include <gtest/gtest.h>

#include <array>

#include "hl7/parse.h"
#include "site.h"
#include "translate/oru_r42.h"

namespace bridge::simulate {
namespace {

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t hour = 60 * minute;

Instant at(std::int64_t ms) { return Instant::from_unix_ms(1'772'445'600'000 + ms); }

template <class Q>
Q q(std::string_view number, std::string_view ucum) {
  return *Q::make({*Decimal::parse(number), *Unit::from_ucum(ucum), std::string(number), {}});
}

EntityId pump_id() { return {"P-100234", "", "ACDE48FFFE000002", "EUI-64"}; }

PumpChannel channel(const Rational& kvo = Rational()) {
  ChannelSettings settings;
  settings.pump = pump_id();
  settings.kvo_rate_ml_h = kvo;
  settings.event_prefix = "E";
  settings.event_authority = {"", "PUMPGW", "ACDE48FFFE000002", "EUI-64"};
  return PumpChannel(settings);
}

// 400 mg in 250 mL = 1600 ug/mL; 10 ug/kg/min * 85 kg * 60 / 1600 = 31.875 mL/h.
InfusionProgram dopamine() {
  InfusionProgram program;
  program.placer_order_number = {"ORD778812", "EHR", "", ""};
  program.patient.patient_id = {"MRN900123", "GENHOSP", "MR"};
  program.pump = pump_id();
  program.drug = {"1234", "Dopamine", "L"};
  program.dose_rate = q<DoseRate>("10", "ug/kg/min");
  program.vtbi = q<Volume>("250", "mL");
  program.strength = q<Dose>("400", "mg");
  program.strength_volume = q<Volume>("250", "mL");
  program.weight = q<BodyWeight>("85", "kg");
  return program;
}

InfusionProgram fluid(std::string_view rate, std::string_view volume) {
  InfusionProgram program = dopamine();
  program.dose_rate.reset();
  program.rate = q<FlowRate>(rate, "mL/h");
  program.vtbi = q<Volume>(volume, "mL");
  return program;
}

std::string shown(const PumpEvent& event) {
  std::string text(name_of(event.kind));
  text.append(" ").append(name_of(event.status));
  text.append(" +").append(std::to_string(event.happened_at.unix_ms() - at(0).unix_ms()));
  if (event.rate) text.append(" rate ").append(event.rate->value().text());
  if (event.dose_rate) text.append(" dose ").append(event.dose_rate->value().text());
  if (event.volume_segment) text.append(" seg ").append(event.volume_segment->value().text());
  if (event.volume_total) text.append(" total ").append(event.volume_total->value().text());
  if (event.vtbi_remaining) text.append(" left ").append(event.vtbi_remaining->value().text());
  if (!event.not_delivering_reason.empty()) text.append(" ").append(event.not_delivering_reason);
  return text + "\n";
}

std::string shown(const std::vector<PumpEvent>& events) {
  std::string text;
  for (const PumpEvent& event : events) text.append(shown(event));
  return text;
}

void take(PumpChannel& pump, const InfusionProgram& program, std::int64_t ms = 0) {
  std::vector<PumpEvent> events;
  const auto refused = pump.program(program, at(ms), events);
  ASSERT_FALSE(refused) << refused->code;
  EXPECT_EQ(shown(events), "");
}

std::string refusal_of(PumpChannel& pump, const InfusionProgram& program, std::int64_t ms = 0) {
  std::vector<PumpEvent> events;
  const auto refused = pump.program(program, at(ms), events);
  return refused ? refused->code : "taken";
}

TEST(PumpChannel, nothing_starts_before_the_nurse_confirms) {
  PumpChannel pump = channel();
  take(pump, dopamine());
  EXPECT_EQ(pump.state(), ChannelState::programmed);
  EXPECT_EQ(shown(pump.advance(at(10 * hour))), "");
  EXPECT_EQ(pump.total_ml(), Rational(0));
}

// 31.875 is set as 31.9. 250 / 31.9 h = 28 213 166.1... ms, so the 250th mL is in at ...167.
TEST(PumpChannel, two_hundred_fifty_ml_at_31_9_ml_h_then_kvo_then_pause) {
  PumpChannel pump = channel(Rational(1));
  take(pump, dopamine());
  EXPECT_EQ(shown(pump.confirm_and_start(at(1000))),
            "delivery_start delivering +1000 rate 31.9 dose 10 seg 0 total 0 left 250\n");
  EXPECT_EQ(shown(pump.advance(at(1000 + 28'213'166))), "");
  EXPECT_EQ(shown(pump.advance(at(1000 + 28'213'168))),
            "delivery_complete transitioning +28214167 rate 31.9 dose 10 seg 250 total 250 left 0\n"
            "delivery_start kvo +28214168 rate 1 seg 0 total 250 left 0\n");
  EXPECT_EQ(pump.state(), ChannelState::kvo);
  // One hour of KVO at 1 mL/h.
  EXPECT_EQ(shown(pump.pause("pump-stopped-by-clinician", at(28'214'168 + hour))),
            "delivery_stop not_delivering +31814168 rate 1 seg 1 total 251 left 0 "
            "pump-stopped-by-clinician\n");
  const auto given = pump.take_delivered();
  ASSERT_EQ(given.size(), 2U);
  EXPECT_EQ(given[0].volume_ml, Rational(250));
  EXPECT_FALSE(given[0].kvo);
  EXPECT_EQ(given[1].volume_ml, Rational(1));
  EXPECT_TRUE(given[1].kvo);
  EXPECT_TRUE(pump.take_delivered().empty());
}

TEST(PumpChannel, without_kvo_the_end_is_not_delivering_with_a_reason) {
  PumpChannel pump = channel();
  take(pump, fluid("100", "50"));
  (void)pump.confirm_and_start(at(0));
  EXPECT_EQ(shown(pump.advance(at(hour))),
            "delivery_complete not_delivering +1800000 rate 100 seg 50 total 50 left 0 "
            "pump-stopped-not-specified\n");
  EXPECT_EQ(pump.state(), ChannelState::complete);
}

// 2 g in 50 mL over 30 min: 100 mL/h.
TEST(PumpChannel, a_dose_over_30_minutes_gives_50_ml_at_100_ml_h) {
  InfusionProgram program = dopamine();
  program.dose_rate.reset();
  program.dose = q<Dose>("2", "g");
  program.strength = q<Dose>("2", "g");
  program.strength_volume = q<Volume>("50", "mL");
  program.vtbi = q<Volume>("50", "mL");
  program.duration = q<Duration>("30", "min");
  PumpChannel pump = channel();
  take(pump, program);
  EXPECT_EQ(shown(pump.confirm_and_start(at(0))),
            "delivery_start delivering +0 rate 100 seg 0 total 0 left 50\n");
  EXPECT_EQ(pump.completes_at(), at(30 * minute));
}

// After 1 h at 31.9: 31.9 mL. Titrated to 12 ug/kg/min = 38.25, set as 38.3 mL/h.
TEST(PumpChannel, a_titration_is_a_stop_at_the_old_rate_and_a_start_at_the_new) {
  PumpChannel pump = channel();
  take(pump, dopamine());
  (void)pump.confirm_and_start(at(0));
  InfusionProgram change = dopamine();
  change.kind = ProgramKind::rate_change;
  change.vtbi.reset();
  change.dose_rate = q<DoseRate>("12", "ug/kg/min");
  take(pump, change, hour);
  EXPECT_TRUE(pump.has_pending_program());
  EXPECT_EQ(
      shown(pump.confirm_and_start(at(hour))),
      "delivery_stop transitioning +3600000 rate 31.9 dose 10 seg 31.9 total 31.9 left 218.1\n"
      "delivery_start delivering +3600001 rate 38.3 dose 12 seg 0 total 31.9 left 218.1\n");
  EXPECT_EQ(
      shown(pump.pause("pump-stopped-alarming", at(2 * hour + 1))),
      "delivery_stop not_delivering +7200001 rate 38.3 dose 12 seg 38.3 total 70.2 left 179.8 "
      "pump-stopped-alarming\n");
}

// The nurse sets 30 mL/h: 30 * 1600 / 60 / 85 = 9.4117... ug/kg/min, shown as 9.41.
TEST(PumpChannel, a_rate_set_at_the_pump_changes_the_dose_rate_it_shows) {
  PumpChannel pump = channel();
  take(pump, dopamine());
  (void)pump.confirm_and_start(at(0));
  const auto events = pump.change_rate(Rational(30), at(hour));
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(shown(events[1]),
            "delivery_start delivering +3600001 rate 30 dose 9.41 seg 0 total 31.9 left 218.1\n");
}

// 7 mL/h for 1 min = 7/60 = 0.11666... mL, shown as 0.1; for 3 min 0.35, a half, shown as 0.4.
TEST(PumpChannel, volumes_are_rounded_to_a_tenth_for_the_wire_and_stay_exact_inside) {
  PumpChannel pump = channel();
  take(pump, fluid("7", "100"));
  (void)pump.confirm_and_start(at(0));
  auto events = pump.pause("pump-stopped-by-clinician", at(minute));
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].volume_total->value().text(), "0.1");
  EXPECT_EQ(events[0].vtbi_remaining->value().text(), "99.9");
  EXPECT_EQ(pump.total_ml(), Rational(7, 60));
  (void)pump.restart(at(2 * minute));
  events = pump.pause("pump-stopped-by-clinician", at(4 * minute));
  EXPECT_EQ(events[0].volume_segment->value().text(), "0.2");  // 14/60
  EXPECT_EQ(events[0].volume_total->value().text(), "0.4");    // 21/60
  EXPECT_EQ(pump.total_ml(), Rational(7, 20));
}

TEST(PumpChannel, a_pause_gives_nothing_and_a_restart_begins_a_segment_with_the_total_so_far) {
  PumpChannel pump = channel();
  take(pump, fluid("60", "10"));
  (void)pump.confirm_and_start(at(0));
  (void)pump.pause("pump-stopped-by-clinician", at(4 * minute));
  EXPECT_EQ(shown(pump.advance(at(hour))), "");
  EXPECT_EQ(shown(pump.restart(at(hour))),
            "delivery_start delivering +3600000 rate 60 seg 0 total 4 left 6\n");
  EXPECT_EQ(pump.completes_at(), at(hour + 6 * minute));
}

TEST(PumpChannel, however_often_it_is_asked_the_pump_gives_the_same) {
  PumpChannel often = channel(Rational(2));
  PumpChannel seldom = channel(Rational(2));
  take(often, fluid("31.9", "7.7"));
  take(seldom, fluid("31.9", "7.7"));
  std::string by_step = shown(often.confirm_and_start(at(0)));
  const std::string start = shown(seldom.confirm_and_start(at(0)));
  for (std::int64_t ms = 0; ms <= hour; ms += 997) by_step += shown(often.advance(at(ms)));
  by_step += shown(often.advance(at(hour)));
  EXPECT_EQ(by_step, start + shown(seldom.advance(at(hour))));
  EXPECT_EQ(often.total_ml(), seldom.total_ml());
}

TEST(PumpChannel, no_two_events_have_the_same_time) {
  PumpChannel pump = channel(Rational(1));
  take(pump, fluid("60", "1"));
  std::vector<PumpEvent> all = pump.confirm_and_start(at(0));
  const auto add = [&all](const std::vector<PumpEvent>& more) {
    all.insert(all.end(), more.begin(), more.end());
  };
  add(pump.change_rate(Rational(30), at(0)));
  add(pump.pause("pump-stopped-by-clinician", at(0)));
  add(pump.restart(at(0)));
  add(pump.clear(at(3 * minute)));
  ASSERT_EQ(all.size(), 9U);
  for (std::size_t i = 1; i < all.size(); ++i) {
    EXPECT_LT(all[i - 1].happened_at, all[i].happened_at) << i;
    EXPECT_NE(all[i - 1].event_id.id, all[i].event_id.id) << i;
  }
}

TEST(PumpChannel, clearing_what_runs_stops_it_first) {
  PumpChannel pump = channel();
  take(pump, fluid("60", "10"));
  (void)pump.confirm_and_start(at(0));
  EXPECT_EQ(shown(pump.clear(at(minute))),
            "delivery_stop not_delivering +60000 rate 60 seg 1 total 1 left 9 "
            "pump-stopped-by-clinician\n"
            "program_cleared not_delivering +60001 rate 60 seg 1 total 1 left 9 "
            "pump-stopped-by-clinician\n");
  EXPECT_EQ(pump.state(), ChannelState::idle);
  EXPECT_EQ(shown(pump.clear(at(2 * minute))), "");
}

TEST(PumpChannel, a_rejected_program_is_auto_cleared_and_gave_nothing) {
  PumpChannel pump = channel();
  take(pump, dopamine());
  const auto events = pump.reject(at(minute));
  EXPECT_EQ(shown(events),
            "auto_program_cleared not_delivering +60000 pump-stopped-by-clinician\n");
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].placer_order_number.id, "ORD778812");
  EXPECT_EQ(pump.state(), ChannelState::idle);
  EXPECT_EQ(shown(pump.confirm_and_start(at(2 * minute))), "");
}

TEST(PumpChannel, buttons_do_nothing_in_states_that_do_not_have_them) {
  PumpChannel pump = channel();
  EXPECT_EQ(shown(pump.confirm_and_start(at(0))), "");
  EXPECT_EQ(shown(pump.pause("pump-stopped-by-clinician", at(0))), "");
  EXPECT_EQ(shown(pump.restart(at(0))), "");
  EXPECT_EQ(shown(pump.reject(at(0))), "");
  EXPECT_EQ(shown(pump.change_rate(Rational(10), at(0))), "");
  take(pump, fluid("60", "10"));
  (void)pump.confirm_and_start(at(0));
  EXPECT_EQ(shown(pump.restart(at(0))), "");
  EXPECT_EQ(shown(pump.change_rate(Rational(60), at(0))), "");  // the same rate
  EXPECT_EQ(shown(pump.change_rate(Rational(0), at(0))), "");
}

TEST(PumpChannel, power_off_stops_and_refuses_and_comes_back_paused) {
  PumpChannel pump = channel();
  take(pump, fluid("60", "10"));
  (void)pump.confirm_and_start(at(0));
  EXPECT_EQ(shown(pump.switch_off(at(minute))),
            "delivery_stop not_delivering +60000 rate 60 seg 1 total 1 left 9 "
            "pump-stopped-powered-off\n");
  EXPECT_EQ(refusal_of(pump, fluid("60", "10"), 2 * minute), "9006");
  EXPECT_EQ(shown(pump.switch_on(at(hour))), "");
  EXPECT_EQ(pump.state(), ChannelState::paused);
}

TEST(PumpChannel, refuses_what_it_cannot_run) {
  struct Row {
    const char* name;
    const char* code;
    void (*spoil)(InfusionProgram&);
  };
  const Row rows[] = {
      {"no weight", "9003", [](InfusionProgram& p) { p.weight.reset(); }},
      {"no concentration", "9003", [](InfusionProgram& p) { p.strength.reset(); }},
      {"no diluent", "9003", [](InfusionProgram& p) { p.strength_volume.reset(); }},
      {"dose in other drug amount", "9003",
       [](InfusionProgram& p) { p.strength = q<Dose>("400", "[iU]"); }},
      {"no volume", "9003", [](InfusionProgram& p) { p.vtbi.reset(); }},
      {"zero volume", "9005", [](InfusionProgram& p) { p.vtbi = q<Volume>("0", "mL"); }},
      {"rounds to zero", "9005",
       [](InfusionProgram& p) { p.dose_rate = q<DoseRate>("0.01", "ug/kg/min"); }},
      {"change of nothing", "9016", [](InfusionProgram& p) { p.kind = ProgramKind::rate_change; }},
  };
  for (const Row& row : rows) {
    PumpChannel pump = channel();
    InfusionProgram program = dopamine();
    row.spoil(program);
    EXPECT_EQ(refusal_of(pump, program), row.code) << row.name;
    EXPECT_EQ(pump.state(), ChannelState::idle) << row.name;
  }
}

TEST(PumpChannel, refuses_while_it_runs_or_has_a_program_waiting) {
  PumpChannel pump = channel();
  take(pump, dopamine());
  EXPECT_EQ(refusal_of(pump, dopamine()), "9017");
  (void)pump.confirm_and_start(at(0));
  EXPECT_EQ(refusal_of(pump, dopamine()), "9002");
  InfusionProgram change = dopamine();
  change.kind = ProgramKind::rate_change;
  change.placer_order_number.id = "ANOTHER";
  EXPECT_EQ(refusal_of(pump, change), "9035");
  change = dopamine();
  change.kind = ProgramKind::rate_change;
  change.drug.code = "4321";
  EXPECT_EQ(refusal_of(pump, change), "9036");
}

TEST(PumpChannel, the_next_bag_on_kvo_stops_it_and_counts_from_zero) {
  PumpChannel pump = channel(Rational(1));
  take(pump, fluid("60", "1"));
  (void)pump.confirm_and_start(at(0));
  (void)pump.advance(at(2 * minute));
  take(pump, fluid("30", "5"), 2 * minute);
  EXPECT_EQ(pump.state(), ChannelState::kvo);
  const auto events = pump.confirm_and_start(at(2 * minute));
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[0].kind, PumpEventKind::delivery_stop);
  EXPECT_EQ(shown(events[1]), "delivery_start delivering +120001 rate 30 seg 0 total 0 left 5\n");
}

TEST(PumpChannel, a_change_of_rate_that_waits_when_the_volume_ends_is_dropped) {
  PumpChannel pump = channel();
  take(pump, fluid("60", "1"));
  (void)pump.confirm_and_start(at(0));
  InfusionProgram change = fluid("30", "1");
  change.kind = ProgramKind::rate_change;
  change.vtbi.reset();
  take(pump, change, 1000);
  (void)pump.advance(at(minute));
  EXPECT_FALSE(pump.has_pending_program());
  EXPECT_EQ(shown(pump.confirm_and_start(at(minute))), "");
}

// --- on the wire -------------------------------------------------------------------------------

TEST(PumpChannel, every_event_is_read_back_from_its_message_as_it_was_made) {
  const Tables& tables_of_site = shipped_tables();
  std::vector<PumpEvent> all;
  const auto add = [&all](const std::vector<PumpEvent>& more) {
    all.insert(all.end(), more.begin(), more.end());
  };
  PumpChannel pump = channel(Rational(1));
  take(pump, dopamine());
  add(pump.reject(at(0)));
  take(pump, dopamine(), 1000);
  add(pump.confirm_and_start(at(2000)));
  add(pump.change_rate(Rational(383, 10), at(hour)));
  add(pump.pause("pump-stopped-alarming", at(hour + minute)));
  add(pump.restart(at(hour + 2 * minute)));
  add(pump.communication(false, at(hour + 3 * minute)));
  add(pump.communication(true, at(hour + 4 * minute)));
  add(pump.advance(at(20 * hour)));
  add(pump.clear(at(21 * hour)));
  std::array<int, names_of(PumpEventKind{}).size()> seen{};
  for (const auto form : {translate::PumpForm::tf9, translate::PumpForm::tf11}) {
    translate::GatewaySender sender;
    sender.envelope = {{"PUMPGW", "ACDE48FFFE000002", "EUI-64"},
                       "GENHOSP",
                       {"BRIDGE", "ACDE48FFFE000001", "EUI-64"},
                       "GENHOSP",
                       "2.6",
                       "P",
                       0};
    sender.form = form;
    for (const PumpEvent& event : all) {
      const std::string text =
          translate::write_oru_r42(event, sender, "GW1", tables_of_site.book, tables_of_site.terms);
      const auto message = hl7::parse(text);
      ASSERT_TRUE(message.has_value());
      const auto read = translate::read_oru_r42(*message, tables_of_site.book, tables_of_site.terms,
                                                translate::MessageClock::fixed(0));
      for (const Fault& fault : read.faults) ADD_FAILURE() << brief(fault) << "\n" << text;
      EXPECT_EQ(shown(read.event), shown(event));
      EXPECT_EQ(read.event.code, event.code);
      EXPECT_EQ(read.event.event_id, event.event_id);
      EXPECT_EQ(read.event.pump, event.pump);
      EXPECT_EQ(read.event.patient_id, event.patient_id);
      EXPECT_EQ(read.event.placer_order_number, event.placer_order_number);
      EXPECT_EQ(read.event.online, event.online);
      ++seen[static_cast<std::size_t>(event.kind)];
    }
  }
  for (const auto kind : {PumpEventKind::delivery_start, PumpEventKind::delivery_stop,
                          PumpEventKind::delivery_complete, PumpEventKind::communication_change,
                          PumpEventKind::program_cleared, PumpEventKind::auto_program_cleared}) {
    EXPECT_GT(seen[static_cast<std::size_t>(kind)], 0) << name_of(kind);
  }
}

}  // namespace
}  // namespace bridge::simulate
