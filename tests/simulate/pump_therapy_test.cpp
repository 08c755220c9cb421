// SPDX-License-Identifier: Apache-2.0
// The simulated pump's PCA, bolus, loading dose and steps; what a strict gateway takes of them.
#include <gtest/gtest.h>

#include "hl7/parse.h"
#include "simulate/pump_channel.h"
#include "simulate/script.h"
#include "simulate/strict_command.h"
#include "translate/pump_samples.h"

namespace bridge::simulate {
namespace {

constexpr std::int64_t second = 1000;
constexpr std::int64_t minute = 60 * second;
constexpr std::int64_t hour = 60 * minute;

Instant at(std::int64_t ms) { return Instant::from_unix_ms(1'772'445'600'000 + ms); }

template <class Q>
Q q(std::string_view number, std::string_view ucum) {
  return *Q::make({*Decimal::parse(number), *Unit::from_ucum(ucum), std::string(number), {}});
}

PumpChannel channel() {
  ChannelSettings settings;
  settings.pump = {"P-100234", "", "ACDE48FFFE000002", "EUI-64"};
  settings.event_prefix = "E";
  settings.event_authority = {"", "PUMPGW", "ACDE48FFFE000002", "EUI-64"};
  return PumpChannel(settings);
}

// 30 mg in 30 mL: a milligram is a millilitre.
InfusionProgram morphine() {
  InfusionProgram program;
  program.placer_order_number = {"PCA1", "EHR", "", ""};
  program.patient.patient_id = {"MRN900123", "GENHOSP", "MR"};
  program.drug = {"7052", "Morphine", "L"};
  program.dose_rate = q<DoseRate>("1", "mg/h");
  program.strength = q<Dose>("30", "mg");
  program.strength_volume = q<Volume>("30", "mL");
  program.device = {"PCA", "", "HL70164"};
  PcaSettings pca;
  pca.demand_dose = q<Dose>("1", "mg");
  pca.lockout = q<Duration>("10", "min");
  program.pca = pca;
  return program;
}

InfusionProgram heparin() {
  InfusionProgram program = morphine();
  program.placer_order_number.id = "HEP1";
  program.drug = {"2351", "Heparin", "L"};
  program.dose_rate.reset();
  program.pca.reset();
  program.rate = q<FlowRate>("10", "mL/h");
  program.vtbi = q<Volume>("250", "mL");
  program.strength = q<Dose>("25000", "[iU]");
  program.strength_volume = q<Volume>("250", "mL");
  return program;
}

// 4000 units are 40 mL; at 120 mL/h they take 20 minutes.
InfusionProgram bolus() {
  InfusionProgram program = heparin();
  program.kind = ProgramKind::bolus;
  program.parent_order_number = program.placer_order_number;
  program.placer_order_number.id = "BOLUS1";
  program.vtbi.reset();
  program.dose = q<Dose>("4000", "[iU]");
  program.rate = q<FlowRate>("120", "mL/h");
  return program;
}

InfusionStep step(std::string_view rate, std::string_view minutes, StepStart start) {
  InfusionStep made;
  made.start = start;
  if (rate.empty()) {
    made.type = StepType::delay;
  } else {
    made.rate = q<FlowRate>(rate, "mL/h");
  }
  made.duration = q<Duration>(minutes, "min");
  return made;
}

InfusionProgram stepped() {
  InfusionProgram program = heparin();
  program.placer_order_number.id = "STEP1";
  program.rate.reset();
  program.vtbi.reset();
  return program;
}

std::string shown(const std::vector<PumpEvent>& events) {
  std::string text;
  for (const PumpEvent& event : events) {
    text.append(event.placer_order_number.id).append(" ").append(name_of(event.source));
    text.append(" ").append(name_of(event.kind)).append(" ").append(name_of(event.status));
    text.append(" +").append(std::to_string(event.happened_at.unix_ms() - at(0).unix_ms()));
    if (event.rate) text.append(" rate ").append(event.rate->value().text());
    if (event.volume_segment) text.append(" seg ").append(event.volume_segment->value().text());
    if (event.volume_total) text.append(" total ").append(event.volume_total->value().text());
    if (event.vtbi_remaining) text.append(" left ").append(event.vtbi_remaining->value().text());
    if (!event.not_delivering_reason.empty()) text.append(" ").append(event.not_delivering_reason);
    text.append("\n");
  }
  return text;
}

void take(PumpChannel& pump, const InfusionProgram& program, std::int64_t ms = 0) {
  std::vector<PumpEvent> events;
  const auto refused = pump.program(program, at(ms), events);
  ASSERT_FALSE(refused) << refused->code;
}

std::string refusal_of(PumpChannel& pump, const InfusionProgram& program, std::int64_t ms = 0) {
  std::vector<PumpEvent> events;
  const auto refused = pump.program(program, at(ms), events);
  return refused ? refused->code : "taken";
}

TEST(PumpTherapy, ABolusStopsItsSourceInTransitionAndGoesOnAfterIt) {
  PumpChannel pump = channel();
  take(pump, heparin());
  (void)pump.confirm_and_start(at(0));
  take(pump, bolus(), hour);
  EXPECT_EQ(shown(pump.advance(at(hour))), "");  // nothing without the nurse
  EXPECT_EQ(shown(pump.confirm_and_start(at(hour))),
            "HEP1 primary delivery_stop transitioning +3600000 rate 10 seg 10 total 10 left 240\n"
            "BOLUS1 clinician delivery_start delivering +3600001 rate 120 seg 0 left 40\n");
  EXPECT_EQ(shown(pump.advance(at(2 * hour))),
            "BOLUS1 clinician delivery_stop transitioning +4800001 rate 120 seg 40 left 0\n"
            "HEP1 primary delivery_start delivering +4800002 rate 10 seg 0 total 50 left 200\n");
  // The bolus comes out of the same bag: 200 mL at 10 mL/h.
  EXPECT_EQ(pump.completes_at(), at(4'800'002 + 20 * hour));
  std::string orders;
  for (const Delivered& part : pump.take_delivered()) {
    orders.append(part.placer_order_number.id)
        .append(" ")
        .append(part.volume_ml.text())
        .append(";");
  }
  EXPECT_EQ(orders, "HEP1 10;BOLUS1 40;");
}

TEST(PumpTherapy, ABolusMayBeAVolumeOrARateForATime) {
  InfusionProgram by_time = bolus();
  by_time.dose.reset();
  by_time.duration = q<Duration>("10", "min");
  InfusionProgram by_volume = bolus();
  by_volume.dose.reset();
  by_volume.vtbi = q<Volume>("20", "mL");
  by_volume.rate.reset();
  by_volume.duration = q<Duration>("10", "min");
  for (const InfusionProgram& program : {by_time, by_volume}) {
    PumpChannel pump = channel();
    take(pump, heparin());
    (void)pump.confirm_and_start(at(0));
    take(pump, program, hour);
    (void)pump.confirm_and_start(at(hour));
    EXPECT_EQ(shown(pump.advance(at(hour + 11 * minute))).substr(0, 80),
              "BOLUS1 clinician delivery_stop transitioning +4200001 rate 120 seg 20 left 0\nHEP");
  }
}

TEST(PumpTherapy, APausedBolusGoesOnWhereItStopped) {
  PumpChannel pump = channel();
  take(pump, heparin());
  (void)pump.confirm_and_start(at(0));
  take(pump, bolus(), hour);
  (void)pump.confirm_and_start(at(hour));
  EXPECT_EQ(shown(pump.pause("pump-stopped-alarming", at(hour + 1 + 10 * minute))),
            "BOLUS1 clinician delivery_stop not_delivering +4200001 rate 120 seg 20 left 20 "
            "pump-stopped-alarming\n");
  EXPECT_EQ(shown(pump.restart(at(2 * hour))),
            "BOLUS1 clinician delivery_start delivering +7200000 rate 120 seg 0 left 20\n");
  EXPECT_EQ(shown(pump.advance(at(2 * hour + 10 * minute))).substr(0, 60),
            "BOLUS1 clinician delivery_stop transitioning +7800000 rate 1");
}

TEST(PumpTherapy, ARateSetDuringABolusIsThatOfWhatFollows) {
  PumpChannel pump = channel();
  take(pump, heparin());
  (void)pump.confirm_and_start(at(0));
  take(pump, bolus(), hour);
  (void)pump.confirm_and_start(at(hour));
  EXPECT_EQ(shown(pump.change_rate(Rational(20), at(hour + minute))), "");
  const auto events = pump.advance(at(2 * hour));
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[1].rate->value().text(), "20");
}

TEST(PumpTherapy, ALoadingDoseComesFirstAndOutOfTheSameBag) {
  PumpChannel pump = channel();
  InfusionProgram program = heparin();
  program.loading_dose = q<Dose>("5000", "[iU]");  // 50 mL at 100 mL/h
  take(pump, program);
  EXPECT_EQ(shown(pump.confirm_and_start(at(0))),
            "HEP1 loading delivery_start delivering +0 rate 100 seg 0 total 0 left 50\n");
  EXPECT_EQ(shown(pump.advance(at(hour))),
            "HEP1 loading delivery_stop transitioning +1800000 rate 100 seg 50 total 50 left 0\n"
            "HEP1 primary delivery_start delivering +1800001 rate 10 seg 0 total 50 left 200\n");
}

TEST(PumpTherapy, APatientGetsADoseAndThenWaitsForTheLockout) {
  PumpChannel pump = channel();
  take(pump, morphine());
  EXPECT_EQ(shown(pump.demand(at(0))), "");  // not started
  (void)pump.confirm_and_start(at(0));
  // 1 mL at 100 mL/h takes 36 seconds; one hour of the basal rate gave 1 mL.
  EXPECT_EQ(shown(pump.demand(at(hour))),
            "PCA1 primary delivery_stop transitioning +3600000 rate 1 seg 1 total 1 left 29\n"
            "PCA1 pca delivery_start delivering +3600001 rate 100 seg 0 total 1 left 1\n");
  EXPECT_EQ(shown(pump.demand(at(hour + 10 * second))), "");  // it runs
  EXPECT_EQ(shown(pump.advance(at(hour + minute))),
            "PCA1 pca delivery_stop transitioning +3636001 rate 100 seg 1 total 2 left 0\n"
            "PCA1 primary delivery_start delivering +3636002 rate 1 seg 0 total 2 left 28\n");
  EXPECT_EQ(shown(pump.demand(at(hour + 10 * minute - 1))), "");
  EXPECT_EQ(pump.demand(at(hour + 10 * minute)).size(), 2U);
}

TEST(PumpTherapy, APcaWithoutABasalRateStandsBetweenDoses) {
  PumpChannel pump = channel();
  InfusionProgram program = morphine();
  program.dose_rate.reset();
  take(pump, program);
  EXPECT_EQ(shown(pump.confirm_and_start(at(0))), "");
  EXPECT_EQ(pump.state(), ChannelState::between);
  EXPECT_EQ(shown(pump.demand(at(minute))),
            "PCA1 pca delivery_start delivering +60000 rate 100 seg 0 total 0 left 1\n");
  EXPECT_EQ(shown(pump.advance(at(2 * minute))),
            "PCA1 pca delivery_stop not_delivering +96000 rate 100 seg 1 total 1 left 0 "
            "pump-stopped-between-doses\n");
  EXPECT_EQ(pump.state(), ChannelState::between);
  EXPECT_EQ(shown(pump.pause("pump-stopped-by-clinician", at(3 * minute))), "");
  EXPECT_EQ(shown(pump.demand(at(hour))), "");  // paused
  EXPECT_EQ(shown(pump.restart(at(hour))), "");
  EXPECT_EQ(pump.demand(at(hour)).size(), 1U);
}

TEST(PumpTherapy, NothingIsGivenAboveTheLimitsOfAPca) {
  struct Row {
    const char* name;
    void (*limit)(PcaSettings&);
    std::size_t doses;
  };
  const Row rows[] = {
      {"none", [](PcaSettings&) {}, 12},
      {"four an hour",
       [](PcaSettings& pca) {
         pca.max_doses_per_hour = Count{4, {}};
       },
       8},
      // 1 mL/h of the basal rate counts: in 2 hours 2 mL of the 5 are its own.
      {"5 mg in 2 hours",
       [](PcaSettings& pca) {
         pca.dose_limit = q<Dose>("5", "mg");
         pca.limit_window = q<Duration>("2", "h");
       },
       4},
      {"5 mL in 2 hours",
       [](PcaSettings& pca) {
         pca.volume_limit = q<Volume>("5", "mL");
         pca.limit_window = q<Duration>("2", "h");
       },
       4},
  };
  for (const Row& row : rows) {
    PumpChannel pump = channel();
    InfusionProgram program = morphine();
    row.limit(*program.pca);
    take(pump, program);
    (void)pump.confirm_and_start(at(0));
    std::size_t doses = 0;
    // The button is pressed every minute of two hours.
    for (std::int64_t now = minute; now <= 2 * hour; now += minute) {
      for (const PumpEvent& event : pump.demand(at(now))) {
        if (event.source == PumpSource::pca && event.kind == PumpEventKind::delivery_start) ++doses;
      }
    }
    EXPECT_EQ(doses, row.doses) << row.name;
  }
}

TEST(PumpTherapy, ASyringeThatIsEmptyEndsThePca) {
  PumpChannel pump = channel();
  InfusionProgram program = morphine();
  program.dose_rate.reset();
  program.vtbi = q<Volume>("1", "mL");
  take(pump, program);
  (void)pump.confirm_and_start(at(0));
  (void)pump.demand(at(minute));
  const auto events = pump.advance(at(hour));
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[1].kind, PumpEventKind::delivery_complete);
  EXPECT_EQ(pump.state(), ChannelState::complete);
  EXPECT_EQ(shown(pump.demand(at(2 * hour))), "");
}

TEST(PumpTherapy, StepsFollowEachOtherAndOneWaitsForThePerson) {
  PumpChannel pump = channel();
  InfusionProgram program = stepped();
  program.steps = {step("30", "30", StepStart::immediate), step("60", "10", StepStart::immediate),
                   step("", "15", StepStart::immediate),
                   step("120", "30", StepStart::pause_for_confirmation)};
  take(pump, program);
  EXPECT_EQ(shown(pump.confirm_and_start(at(0))),
            "STEP1 primary delivery_start delivering +0 rate 30 seg 0 total 0 left 15\n");
  EXPECT_EQ(shown(pump.advance(at(2 * hour))),
            "STEP1 primary delivery_stop transitioning +1800000 rate 30 seg 15 total 15 left 0\n"
            "STEP1 primary delivery_start delivering +1800001 rate 60 seg 0 total 15 left 10\n"
            "STEP1 primary delivery_stop not_delivering +2400001 rate 60 seg 10 total 25 left 0 "
            "pump-stopped-delayed\n");
  EXPECT_EQ(pump.state(), ChannelState::paused);
  EXPECT_TRUE(pump.waits_for_confirmation());
  EXPECT_EQ(shown(pump.restart(at(2 * hour))), "");  // that is not the confirmation
  EXPECT_EQ(shown(pump.confirm_and_start(at(3 * hour))),
            "STEP1 primary delivery_start delivering +10800000 rate 120 seg 0 total 25 left 60\n");
  EXPECT_EQ(shown(pump.advance(at(4 * hour))),
            "STEP1 primary delivery_complete not_delivering +12600000 rate 120 seg 60 total 85 "
            "left 0 pump-stopped-not-specified\n");
}

TEST(PumpTherapy, AStepThatWaitsStopsWhatRunsBeforeIt) {
  PumpChannel pump = channel();
  InfusionProgram program = stepped();
  program.steps = {step("30", "30", StepStart::immediate),
                   step("60", "10", StepStart::pause_for_confirmation)};
  program.steps[0].type = StepType::loading_dose;
  take(pump, program);
  (void)pump.confirm_and_start(at(0));
  EXPECT_EQ(shown(pump.advance(at(hour))),
            "STEP1 loading delivery_stop not_delivering +1800000 rate 30 seg 15 total 15 left 0 "
            "pump-stopped-standby\n");
  EXPECT_TRUE(pump.waits_for_confirmation());
  EXPECT_EQ(shown(pump.clear(at(2 * hour))).substr(0, 42),
            "STEP1 primary program_cleared not_deliveri");
  EXPECT_FALSE(pump.waits_for_confirmation());
}

TEST(PumpTherapy, WhatIsClearedInADelayDoesNotGoOn) {
  PumpChannel pump = channel();
  InfusionProgram program = stepped();
  program.steps = {step("", "15", StepStart::immediate), step("60", "10", StepStart::immediate)};
  take(pump, program);
  EXPECT_EQ(shown(pump.confirm_and_start(at(0))), "");
  EXPECT_EQ(shown(pump.pause("pump-stopped-by-clinician", at(minute))), "");
  EXPECT_EQ(pump.clear(at(2 * minute)).size(), 1U);
  EXPECT_EQ(pump.state(), ChannelState::idle);
  EXPECT_EQ(shown(pump.advance(at(hour))), "");
}

TEST(PumpTherapy, RefusesWhatItCannotRun) {
  struct Row {
    const char* name;
    const char* code;
    void (*spoil)(InfusionProgram&);
  };
  const Row boluses[] = {
      {"another parent", "9035", [](InfusionProgram& p) { p.parent_order_number.id = "X"; }},
      {"another drug", "9036", [](InfusionProgram& p) { p.drug.code = "X"; }},
      {"another concentration", "9037",
       [](InfusionProgram& p) { p.strength = q<Dose>("20000", "[iU]"); }},
      {"more than there is", "9034", [](InfusionProgram& p) { p.dose = q<Dose>("30000", "[iU]"); }},
      {"other units", "9040", [](InfusionProgram& p) { p.dose = q<Dose>("4", "mg"); }},
      {"no amount", "9003", [](InfusionProgram& p) { p.dose.reset(); }},
  };
  for (const Row& row : boluses) {
    PumpChannel pump = channel();
    take(pump, heparin());
    (void)pump.confirm_and_start(at(0));
    InfusionProgram program = bolus();
    row.spoil(program);
    EXPECT_EQ(refusal_of(pump, program, minute), row.code) << row.name;
    EXPECT_FALSE(pump.has_pending_program());
  }
  PumpChannel idle = channel();
  EXPECT_EQ(refusal_of(idle, bolus()), "9016");
  InfusionProgram pca = morphine();
  pca.pca->lockout.reset();
  EXPECT_EQ(refusal_of(idle, pca), "9025");
  pca = morphine();
  pca.pca->demand_dose = q<Dose>("1", "[iU]");
  EXPECT_EQ(refusal_of(idle, pca), "9003");
  InfusionProgram steps = stepped();
  steps.steps = {step("30", "30", StepStart::immediate)};
  steps.steps[0].rate.reset();
  EXPECT_EQ(refusal_of(idle, steps), "9003");
}

TEST(PumpTherapy, APcaAndStepsAreNotChangedWhileTheyRun) {
  PumpChannel pump = channel();
  take(pump, morphine());
  (void)pump.confirm_and_start(at(0));
  InfusionProgram change = morphine();
  change.kind = ProgramKind::rate_change;
  EXPECT_EQ(refusal_of(pump, change, minute), "9017");
  EXPECT_EQ(shown(pump.change_rate(Rational(5), at(minute))), "");
}

std::string strict(std::string text) {
  std::string wire;
  for (const char c : text) wire += c == '\n' ? '\r' : c;
  std::string found;
  for (const std::string& place : strict_findings(hl7::parse(wire).value())) found += place + " ";
  return found;
}

std::string changed(std::string_view text, std::string_view from, std::string_view to) {
  std::string result(text);
  const std::size_t place = result.find(from);
  EXPECT_NE(place, std::string::npos) << from;
  if (place != std::string::npos) result.replace(place, from.size(), to);
  return result;
}

TEST(PumpTherapy, AStrictGatewayTakesTheExamplesAndNamesWhatTheyLack) {
  namespace samples = translate::samples;
  EXPECT_EQ(strict(std::string(samples::pca)), "");
  EXPECT_EQ(strict(std::string(samples::bolus)), "");
  EXPECT_EQ(strict(changed(samples::bolus, "ORD778800&EHR", "")), "ORC[1]-8 ");
  EXPECT_EQ(strict(changed(samples::bolus, "clinician-dose", "continuous")), "OBX-5 ");
  EXPECT_EQ(strict(changed(samples::pca, "157989^MDC_TIME_PD_PCA_LOCKOUT", "157994^X")), "OBX-3 ");
  EXPECT_EQ(strict(changed(samples::pca, "ORC|RE|", "ORC|CH|")), "ORC[1]-8 OBX-5 ");
  // The framework's own example of steps has no ORC-9, an OBX-4 twice, and dates of a day.
  EXPECT_EQ(strict(std::string(samples::tf11_multistep)), "ORC[1]-9 OBX[7]-4 ");
  EXPECT_EQ(strict(changed(samples::tf11_multistep, "RXG|2|", "RXG|3|")),
            "ORC[1]-9 RXG[2]-1 OBX[7]-4 ");
  EXPECT_EQ(strict(changed(samples::tf11_multistep, "0.1.1.4|2|", "0.1.1.4|3|")),
            "ORC[1]-9 OBX-5 OBX[7]-4 ");
}

TEST(PumpTherapy, ABolusNamesTheOrderOutOfWhichItComes) {
  PumpChannel pump = channel();
  std::vector<PumpEvent> events;
  ASSERT_FALSE(pump.program(heparin(), at(0), events));
  events = pump.confirm_and_start(at(0));
  EXPECT_TRUE(events.back().parent_order_number.empty());
  ASSERT_FALSE(pump.program(bolus(), at(minute), events));
  for (const PumpEvent& event : pump.confirm_and_start(at(2 * minute))) {
    const bool of_bolus = event.placer_order_number.id == "BOLUS1";
    EXPECT_EQ(event.parent_order_number.id, of_bolus ? "HEP1" : "") << name_of(event.kind);
    EXPECT_EQ(event.source == PumpSource::clinician, of_bolus);
  }
}

std::string refused_now(PumpChannel& pump, const InfusionProgram& program, std::int64_t ms) {
  std::vector<PumpEvent> events;
  const auto refusal = pump.program(program, at(ms), events);
  return refusal ? refusal->code : std::string();
}

TEST(PumpTherapy, APumpWithoutSetOrCareAreaTakesNothing) {
  PumpChannel pump = channel();
  EXPECT_TRUE(pump.unload(at(0)).empty()) << "nothing ran that could stop";
  EXPECT_EQ(refused_now(pump, heparin(), 0), "9028");
  pump.load();
  pump.choose_care_area("");
  EXPECT_EQ(refused_now(pump, heparin(), 0), "9029");
  pump.choose_care_area("adult-icu");
  EXPECT_EQ(refused_now(pump, heparin(), 0), "");
}

TEST(PumpTherapy, ATakenOutSetStopsThePumpUntilItIsBack) {
  PumpChannel pump = channel();
  ASSERT_EQ(refused_now(pump, heparin(), 0), "");
  pump.confirm_and_start(at(0));
  const auto events = pump.unload(at(hour));
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].kind, PumpEventKind::delivery_stop);
  EXPECT_EQ(events[0].not_delivering_reason, "pump-stopped-alarming");
  EXPECT_TRUE(events[0].not_loaded);
  EXPECT_TRUE(pump.restart(at(2 * hour)).empty());
  pump.load();
  const auto again = pump.restart(at(3 * hour));
  ASSERT_EQ(again.size(), 1U);
  EXPECT_FALSE(again[0].not_loaded);
}

TEST(PumpTherapy, LibraryAndCareAreaAreToldWithEveryEvent) {
  PumpChannel pump = channel();
  pump.install_library("DL7");
  pump.choose_care_area("adult-icu");
  ASSERT_EQ(refused_now(pump, heparin(), 0), "");
  const auto events = pump.confirm_and_start(at(0));
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].library_version, "DL7");
  EXPECT_EQ(events[0].care_area, "adult-icu");
  pump.choose_care_area("");
  const auto away = pump.communication(false, at(minute));
  ASSERT_EQ(away.size(), 1U);
  EXPECT_TRUE(away[0].no_care_area);
  EXPECT_EQ(away[0].care_area, "");
  EXPECT_EQ(away[0].library_version, "DL7");
}

TEST(PumpTherapy, AScriptChangesWhatThePumpIs) {
  const auto script = read_script("script.json", R"({"nurse": [{"steps": [
      {"do": "library", "is": "DL7"}, {"do": "care_area", "is": "adult-icu"}, {"do": "care_area"},
      {"do": "unload"}, {"do": "load"}]}]})");
  ASSERT_TRUE(script.has_value());
  const auto& steps = script->nurse_for("", "", 1);
  EXPECT_EQ(steps[0].is, "DL7");
  EXPECT_EQ(steps[1].is, "adult-icu");
  EXPECT_EQ(steps[2].is, "") << "none is chosen";
  EXPECT_EQ(steps[4].action, NurseAction::load);
  for (const char* wrong : {R"({"do": "library"})", R"({"do": "unload", "is": "x"})",
                            R"({"do": "care_area", "is": 5})"}) {
    EXPECT_FALSE(read_script("s", std::string(R"({"nurse": [{"steps": [)") + wrong + "]}]}"))
        << wrong;
  }
}

TEST(PumpTherapy, AScriptHasThePatientsButton) {
  const auto script = read_script(
      "script.json",
      R"({"nurse": [{"steps": [{"do": "confirm"}, {"do": "demand", "after_ms": 5}]}]})");
  ASSERT_TRUE(script.has_value());
  EXPECT_EQ(script->nurse_for("", "", 1).back().action, NurseAction::demand);
}

}  // namespace
}  // namespace bridge::simulate
