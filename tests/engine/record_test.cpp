// SPDX-License-Identifier: Apache-2.0
#include "engine/record.h"

#include <gtest/gtest.h>

#include <random>

#include "decide/scene.h"
#include "engine/counters.h"
#include "engine/state_text.h"
#include "json/json.h"

namespace bridge::engine {
namespace {

// Fills every field of a fact with something, or with nothing.
class Filling {
 public:
  explicit Filling(std::uint64_t seed) : random_(seed) {}

  template <class T>
  void fill(T& value) {
    if constexpr (Named<T>) {
      value = static_cast<T>(below(names_of(T{}).size()));
    } else {
      T::each_field(value, [this](const char*, auto& field) { this->fill(field); });
    }
  }
  void fill(std::string& text) {
    constexpr auto texts = std::to_array<std::string_view>(
        {"", "plain", "\"quoted\" \\back\\ /slash/", std::string_view("\0\x01\x1f\x7f\r\n\t", 7),
         "\xc3\xa9\xe2\x82\xac\xf0\x9f\x92\x89", "\xff\xfe", "\xc3", "latin \xe9", "\xed\xa0\x80",
         "{\"bytes\":\"00\"}", "{}", "null"});
    text = texts[below(texts.size())];
    if (below(8) == 0) text += std::string(below(3000), 'x');
  }
  void fill(bool& flag) { flag = below(2) == 0; }
  void fill(std::uint32_t& number) {
    number = below(2) == 0 ? 0xFFFFFFFFU - static_cast<std::uint32_t>(below(2))
                           : static_cast<std::uint32_t>(below(5));
  }
  void fill(Instant& instant) {
    const auto precision = static_cast<Precision>(below(7));
    auto ms = static_cast<std::int64_t>(below(4'000'000'000'000)) - 600'000'000'000;
    if (precision != Precision::millisecond || below(4) == 0) ms -= ms % 1000;
    const auto offset = static_cast<std::int16_t>(static_cast<int>(below(1681)) - 840);
    instant = Instant::from_unix_ms(ms, offset).with_precision(precision);
  }
  void fill(Fault& fault) {
    fault.code = static_cast<FaultCode>(below(fault_code_count));
    fill(fault.place);
    fill(fault.detail);
    fault.severity = static_cast<Severity>(below(3));
  }
  template <class Tag>
  void fill(Private<Tag>& value) {
    std::string text;
    fill(text);
    value = Private<Tag>(std::move(text));
  }
  template <class T>
  void fill(std::vector<T>& values) {
    values.clear();
    for (std::size_t left = below(4); left > 0; --left) {
      if constexpr (std::is_same_v<T, Fault>) {
        values.push_back(Fault{FaultCode::internal_error, {}, {}});
      } else {
        values.emplace_back();
      }
      fill(values.back());
    }
  }
  template <QuantityKind kind>
  void fill(std::optional<Quantity<kind>>& value) {
    value.reset();
    if (below(3) == 0) return;
    std::optional<Unit> unit;
    while (!unit || !is_of_kind(kind, *unit)) {
      unit = Unit::at(static_cast<std::uint16_t>(below(Unit::count())));
    }
    Amount amount{Decimal(static_cast<std::int64_t>(below(999'999'999'999'999'999)),
                          static_cast<std::uint8_t>(below(19))),
                  *unit,
                  {},
                  {}};
    fill(amount.text);
    fill(amount.from);
    value = Quantity<kind>::make(std::move(amount)).value();
  }
  template <class T>
  void fill(std::optional<T>& value) {
    value.reset();
    if (below(3) != 0) fill(value.emplace());
  }

 private:
  std::uint64_t below(std::uint64_t bound) { return random_() % bound; }
  std::mt19937_64 random_;
};

// Everything that a fact holds, also what operator== does not look at.
class Telling {
 public:
  template <class T>
  void tell(const T& value) {
    if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
      text += std::to_string(static_cast<std::int64_t>(value)) + ' ';
    } else {
      T::each_field(value, [this](const char* name, const auto& field) {
        text += std::string(name) + '=';
        this->tell(field);
      });
    }
  }
  void tell(const std::string& held) { text += std::to_string(held.size()) + ':' + held + ' '; }
  void tell(const Instant& held) {
    tell(held.unix_ms());
    tell(held.offset_minutes());
    tell(held.precision());
  }
  void tell(const Fault& held) {
    tell(held.code);
    tell(held.place);
    tell(held.detail);
    tell(held.severity);
  }
  template <class Tag>
  void tell(const Private<Tag>& held) {
    tell(held.reveal_for_wire());
  }
  template <class T>
  void tell(const std::vector<T>& held) {
    tell(held.size());
    for (const T& one : held) tell(one);
  }
  template <class T>
  void tell(const std::optional<T>& held) {
    tell(held.has_value());
    if (held) tell(*held);
  }
  template <QuantityKind kind>
  void tell(const Quantity<kind>& held) {
    tell(held.value().text());
    tell(std::string(held.unit().ucum()));
    tell(held.amount().text);
    tell(held.from());
  }

  std::string text;
};

std::string whole(const decide::Fact& fact) {
  Telling telling;
  std::visit([&telling](const auto& held) { telling.tell(held); }, fact);
  return std::string(name_of(fact)) + ' ' + telling.text;
}

// What is to be read again must be exactly what was written.
void expect_kept(const decide::Fact& fact) {
  const Entry entry = write_record(fact);
  EXPECT_TRUE(json::is_utf8(entry.payload));
  EXPECT_EQ(entry.payload.find('\n'), std::string::npos);
  const auto read = read_record(entry.kind, entry.payload);
  ASSERT_TRUE(read.has_value()) << entry.kind << ' ' << entry.payload;
  ASSERT_EQ(whole(*read), whole(fact)) << entry.payload;
}

template <std::size_t index = 0, class Take>
void for_each_kind(Take&& take) {
  if constexpr (index < std::variant_size_v<decide::Fact>) {
    take(std::variant_alternative_t<index, decide::Fact>{});
    for_each_kind<index + 1>(take);
  }
}

TEST(Record, keeps_every_field_of_every_kind_whatever_is_in_it) {
  Filling filling(20260302);
  int kinds = 0;
  for_each_kind([&](auto fact) {
    ++kinds;
    expect_kept(fact);
    for (int round = 0; round < 200 && !testing::Test::HasFatalFailure(); ++round) {
      filling.fill(fact);
      expect_kept(fact);
    }
  });
  EXPECT_EQ(kinds, 31);
}

TEST(Record, keeps_every_fault) {
  for (std::size_t at = 0; at < fault_code_count; ++at) {
    expect_kept(decide::DispatchUnknown{"P", Fault{static_cast<FaultCode>(at), {}, {}}, {}});
  }
}

TEST(Record, reads_as_the_documents_say) {
  decide::OrderHeld held;
  held.placer_order_number = {"ORD1", "EHR", "", ""};
  held.at = Instant::parse_rfc3339("2026-03-02T10:15:00.250+01:00").value();
  const Entry entry = write_record(held);
  EXPECT_EQ(entry.kind, "order_held");
  EXPECT_EQ(entry.payload, R"({"v":1,"placer_order_number":{"id":"ORD1","namespace_id":"EHR"},)"
                           R"("at":"2026-03-02T10:15:00.250+01:00"})");
  held.at = Instant::parse_rfc3339("2026-03-02T00:00:00Z").value().with_precision(Precision::day);
  EXPECT_EQ(write_record(held).payload,
            R"({"v":1,"placer_order_number":{"id":"ORD1","namespace_id":"EHR"},)"
            R"("at":{"at":"2026-03-02T00:00:00Z","precision":"day"}})");
}

TEST(Record, of_an_unknown_kind_member_or_version_is_not_half_understood) {
  for_each_kind([](auto fact) {
    const Entry entry = write_record(fact);
    const std::string rest = entry.payload.substr(6);  // after {"v":1
    EXPECT_TRUE(read_record(entry.kind, "{\"v\":1" + rest).has_value());
    EXPECT_FALSE(read_record(entry.kind, "{\"v\":2" + rest).has_value());
    EXPECT_FALSE(read_record(entry.kind, "{\"v\":0" + rest).has_value());
    EXPECT_FALSE(read_record(entry.kind, "{\"v\":\"1\"" + rest).has_value());
    EXPECT_FALSE(read_record(entry.kind, "{\"v\":1,\"new\":1" + rest).has_value());
    EXPECT_FALSE(read_record(entry.kind + "s", entry.payload).has_value());
    EXPECT_FALSE(read_record("", entry.payload).has_value());
  });
}

struct Bad {
  const char* name;
  const char* kind;
  const char* payload;
};

const Bad bad_records[] = {
    {"not json", "order_held", "v1"},
    {"cut", "order_held", R"({"v":1)"},
    {"a list", "order_held", R"([{"v":1}])"},
    {"no version", "order_held", R"({})"},
    {"a member twice", "order_held", R"({"v":1,"v":1})"},
    {"a text for an object", "order_held", R"({"v":1,"placer_order_number":"ORD1"})"},
    {"unknown member below", "order_held", R"({"v":1,"placer_order_number":{"id":"A","new":"B"}})"},
    {"a number for a text", "order_held", R"({"v":1,"placer_order_number":{"id":1}})"},
    {"half a byte", "order_held", R"({"v":1,"placer_order_number":{"id":{"bytes":"f"}}})"},
    {"no digit", "order_held", R"({"v":1,"placer_order_number":{"id":{"bytes":"fg"}}})"},
    {"capital digit", "order_held", R"({"v":1,"placer_order_number":{"id":{"bytes":"FF"}}})"},
    {"bytes and more", "order_held",
     R"({"v":1,"placer_order_number":{"id":{"bytes":"ff","new":1}}})"},
    {"no instant", "order_held", R"({"v":1,"at":"yesterday"})"},
    {"instant that does not exist", "order_held", R"({"v":1,"at":"2026-02-30T00:00:00Z"})"},
    {"unknown precision", "order_held",
     R"({"v":1,"at":{"at":"2026-03-02T00:00:00Z","precision":"week"}})"},
    {"instant with more", "order_held",
     R"({"v":1,"at":{"at":"2026-03-02T00:00:00Z","precision":"day","new":1}})"},
    {"unknown control", "order_closed", R"({"v":1,"control":"replaced"})"},
    {"a number for a control", "order_closed", R"({"v":1,"control":2})"},
    {"a text for a flag", "program_resolved", R"({"v":1,"programmed":"true"})"},
    {"fraction", "dispatch_started", R"({"v":1,"attempt":1.5})"},
    {"negative", "dispatch_started", R"({"v":1,"attempt":-1})"},
    {"too large", "dispatch_started", R"({"v":1,"attempt":4294967296})"},
    {"unknown fault", "dispatch_unknown", R"({"v":1,"why":{"code":"no_such","severity":"E"}})"},
    {"fault without code", "dispatch_unknown", R"({"v":1,"why":{"severity":"E"}})"},
    {"unknown severity", "dispatch_unknown",
     R"({"v":1,"why":{"code":"pump_silent","severity":"F"}})"},
    {"no severity", "dispatch_unknown", R"({"v":1,"why":{"code":"pump_silent"}})"},
    {"fault with more", "dispatch_unknown",
     R"({"v":1,"why":{"code":"pump_silent","severity":"E","new":""}})"},
    {"an object for a list", "gateway_refused", R"({"v":1,"refusals":{}})"},
    {"unknown unit", "order_accepted", R"({"v":1,"order":{"volume":{"value":"1","unit":"cup"}}})"},
    {"unit of another kind", "order_accepted",
     R"({"v":1,"order":{"volume":{"value":"1","unit":"mg"}}})"},
    {"negative volume", "order_accepted",
     R"({"v":1,"order":{"volume":{"value":"-1","unit":"mL"}}})"},
    {"exponent", "order_accepted", R"({"v":1,"order":{"volume":{"value":"1e3","unit":"mL"}}})"},
    {"number for a quantity", "order_accepted", R"({"v":1,"order":{"volume":1}})"},
    {"quantity without unit", "order_accepted", R"({"v":1,"order":{"volume":{"value":"1"}}})"},
    {"quantity with more", "order_accepted",
     R"({"v":1,"order":{"volume":{"value":"1","unit":"mL","new":""}}})"},
};

TEST(Record, that_is_not_as_it_was_written_is_refused) {
  for (const Bad& bad : bad_records) {
    const auto read = read_record(bad.kind, bad.payload);
    ASSERT_FALSE(read.has_value()) << bad.name;
    EXPECT_EQ(read.fault().code, FaultCode::configuration_wrong) << bad.name;
    EXPECT_EQ(read.fault().place, "journal record") << bad.name;
  }
}

// A day with most kinds of facts in it, through the steps themselves.
decide::Facts eventful_day() {
  using decide::test::Scene;
  decide::Facts facts{decide::JournalOpened{"EPOC"}};
  Scene scene;
  const auto run = [&](const decide::Input& input) {
    for (decide::Fact& fact : scene.decide(input).facts) {
      scene.state.apply(fact);
      facts.push_back(std::move(fact));
    }
  };
  const auto event = [&](std::string_view line) {
    run(decide::PumpEventInput{decide::test::event_of(line), {}});
  };
  const auto send = [&](std::string_view id, decide::DispatchFate fate) {
    run(decide::DispatchInput{std::string(id), false});
    run(decide::DispatchOutcomeInput{std::string(id), fate, {}});
  };
  decide::OrderInput order = scene.order();
  order.order.start = decide::test::at_minute(0).with_precision(Precision::minute);
  order.order.patient.name = PatientName("M\xfcller^\"Q\"");
  order.order.device.system = "HL70164";  // a system without code
  run(order);
  run(scene.request());
  send(Scene::first, decide::DispatchFate::unreached);
  send(Scene::first, decide::DispatchFate::taken);
  run(scene.answer(Scene::first, true));
  event("0 start del rate 15 total 0");
  event("2 stop trans rate 15 total 5");
  event("2 start del rate 18 total 5");
  event("1 stop not id late total 2");
  event("3 comm offline");
  event("3 other pump PUMP2 offline");
  decide::OrderInput change = order;
  change.order.control = OrderControl::change;
  run(change);
  event("4 comm");
  run(scene.request(ProgramKind::rate_change));
  send(Scene::second, decide::DispatchFate::unknown);
  run(decide::ResolveInput{std::string(Scene::second), true, Person{"N1", {}}, "seen"});
  run(decide::ReportOutcomeInput{"EPOC-R000001", "AA"});
  run(decide::ReportOutcomeInput{"EPOC-R000002", "AE"});
  event("5 comm offline id gone");
  decide::OrderInput unknown = order;
  unknown.order.control = OrderControl::cancel;
  unknown.order.placer_order_number.id = "NEVER";
  run(unknown);
  return facts;
}

TEST(Record, a_journal_read_again_gives_the_state_that_made_it) {
  const decide::Facts facts = eventful_day();
  EXPECT_GT(facts.size(), 30U);
  decide::State made;
  decide::State replayed;
  for (const decide::Fact& fact : facts) {
    made.apply(fact);
    const Entry entry = write_record(fact);
    const auto read = read_record(entry.kind, entry.payload);
    ASSERT_TRUE(read.has_value()) << entry.payload;
    replayed.apply(*read);
    ASSERT_EQ(text_of(replayed), text_of(made)) << "after " << entry.kind;
  }
  EXPECT_FALSE(replayed.pump("PUMP1^MAKER")->online);
  // The same order again is a repeat for either.
  EXPECT_EQ(first_difference(made.order("ORD1^EHR")->order.unpack(),
                             replayed.order("ORD1^EHR")->order.unpack(), {}),
            "");
}

}  // namespace
}  // namespace bridge::engine
