// SPDX-License-Identifier: Apache-2.0
// P24: which drug library decides is decided too, and remembered.
#include "decide/example_library.h"
#include "decide/scene.h"

namespace bridge::decide::test {
namespace {

using library::DrugLibrary;

DrugLibrary release(std::uint64_t serial, char hash_digit,
                    library::Status status = library::Status::released) {
  DrugLibrary::Parts parts = example_library().parts();
  parts.id = "hospital";
  parts.version = "1." + std::to_string(serial) + ".0";
  parts.serial = serial;
  parts.status = status;
  parts.content_hash = std::string(64, hash_digit);
  return DrugLibrary(std::move(parts));
}

LibraryInput use(const DrugLibrary& library) { return {&library, {"phil", "nora"}}; }

TEST(OnLibrary, a_newer_release_is_taken_and_remembered) {
  Scene scene;
  const DrugLibrary seven = release(7, 'a');
  const DrugLibrary nine = release(9, 'b');
  EXPECT_EQ(scene.run(use(seven)), "library_activated");
  const Decision again = scene.decide(use(nine));
  ASSERT_EQ(again.facts.size(), 1U);
  const auto& fact = std::get<LibraryActivated>(again.facts[0]);
  EXPECT_EQ(fact.serial, 9U);
  EXPECT_EQ(fact.content_hash, std::string(64, 'b'));
  EXPECT_EQ(fact.label, nine.label());
  EXPECT_EQ(fact.signed_by, (std::vector<std::string>{"phil", "nora"}));
  scene.state.apply(again.facts[0]);
  EXPECT_EQ(scene.state.library()->serial, 9U);
}

TEST(OnLibrary, the_same_again_after_a_restart_is_no_fact) {
  Scene scene;
  const DrugLibrary seven = release(7, 'a');
  EXPECT_EQ(scene.run(use(seven)), "library_activated");
  EXPECT_EQ(scene.run(use(seven)), "nothing");
}

TEST(OnLibrary, an_older_serial_is_refused_for_ever) {
  Scene scene;
  const DrugLibrary six = release(6, 'c');
  const DrugLibrary seven = release(7, 'a');
  scene.run(use(seven));
  EXPECT_EQ(scene.run(use(six)), "library_refused !library_unusable");
  EXPECT_EQ(details(scene.decide(use(six))), "!library_unusable(its serial 6 is older than " +
                                                 seven.label() + ", which was used before)");
  EXPECT_EQ(scene.run(use(six)), "library_refused !library_unusable");
}

TEST(OnLibrary, other_content_under_a_number_that_was_used_is_refused) {
  Scene scene;
  const DrugLibrary seven = release(7, 'a');
  const DrugLibrary other = release(7, 'b');
  scene.run(use(seven));
  EXPECT_EQ(
      details(scene.decide(use(other))),
      "!library_unusable(its serial 7 was used before for other content: " + seven.label() + ")");
}

TEST(OnLibrary, what_is_not_released_is_refused) {
  Scene scene;
  for (const auto status : {library::Status::draft, library::Status::approved}) {
    const DrugLibrary library = release(7, 'a', status);
    EXPECT_EQ(
        details(scene.decide(use(library))),
        "!library_unusable(it is " + std::string(bridge::name_of(status)) + ", not released)");
  }
}

DrugLibrary effective(std::int64_t from_ms, std::int64_t until_ms, Instant now) {
  DrugLibrary::Parts parts = release(7, 'a').parts();
  parts.effective_from = now.plus_ms(from_ms);
  parts.effective_until = now.plus_ms(until_ms);
  return DrugLibrary(std::move(parts));
}

TEST(OnLibrary, the_first_instant_is_in_effect_and_the_last_is_not) {
  Scene scene;
  const Instant now = scene.context.now;
  EXPECT_EQ(scene.run(use(effective(1, 9000, now))), "library_refused !library_unusable");
  EXPECT_EQ(scene.run(use(effective(-9000, 0, now))), "library_refused !library_unusable");
  EXPECT_TRUE(details(scene.decide(use(effective(1, 9000, now)))).find("comes into effect at") !=
              std::string::npos);
  EXPECT_TRUE(details(scene.decide(use(effective(-9000, 0, now)))).find("it expired at") !=
              std::string::npos);
  EXPECT_EQ(scene.run(use(effective(0, 1, now))), "library_activated");
}

// Each with an order that passed a moment before.
struct Deciding : testing::Test {
  Scene scene;
  DrugLibrary seven = release(7, 'a');
  DrugLibrary eight = release(8, 'b');

  void SetUp() override {
    scene.context.library = &seven;
    ASSERT_EQ(scene.run(use(seven)), "library_activated");
  }
  std::string recall() { return scene.run(RecallInput{std::string(64, 'a'), "wrong", "phil"}); }
};

TEST_F(Deciding, decisions_quote_their_library) {
  const Decision accepted = scene.decide(scene.order());
  EXPECT_EQ(std::get<OrderAccepted>(accepted.facts.at(0)).library, seven.label());
  scene.accepted();
  const Decision changed = scene.decide(scene.order(
      "icu dopamine | 6 ug/kg/min, 80 kg, 400 mg / 250 mL, 250 mL", OrderControl::change));
  EXPECT_EQ(std::get<OrderChanged>(changed.facts.at(0)).library, seven.label());
  const Decision refused = scene.decide(scene.order(OrderControl::new_order));
  EXPECT_TRUE(refused.facts.empty());  // the same again
  const Decision due = scene.decide(scene.request());
  EXPECT_EQ(std::get<ProgramDue>(due.facts.at(1)).certificate->library, seven.label());
  RequestInput wrong = scene.request();
  wrong.request.association.pump = pump_named("PUMP9");
  EXPECT_EQ(std::get<ProgramRefused>(scene.decide(wrong).facts.at(0)).library, seven.label());
}

TEST_F(Deciding, a_recalled_library_decides_nothing_more) {
  scene.accepted();
  EXPECT_EQ(recall(), "library_recalled");
  EXPECT_EQ(recall(), "nothing");
  EXPECT_EQ(details(scene.decide(scene.request())), "!library_unusable(it was recalled: wrong)");
  EXPECT_TRUE(scene.run(scene.request()).starts_with("program_refused !library_unusable"));
  EXPECT_EQ(scene.run(use(seven)), "library_refused !library_unusable");
  scene.context.library = &eight;
  EXPECT_EQ(scene.run(use(eight)), "library_activated");
  EXPECT_TRUE(scene.run(scene.request()).starts_with("pump_associated program_due"));
}

TEST_F(Deciding, a_command_on_its_way_is_withdrawn_when_its_library_is_recalled) {
  scene.due();
  recall();
  EXPECT_TRUE(scene.dispatch().starts_with("gateway_refused(EPOC-P000001) !library_unusable"));
}

TEST_F(Deciding, a_library_that_is_older_than_the_one_remembered_decides_nothing) {
  scene.run(use(eight));  // the tables still have the seventh
  EXPECT_TRUE(scene.run(scene.order()).starts_with("order_refused !library_unusable"));
}

TEST_F(Deciding, without_a_library_the_reason_is_told) {
  scene.context.library = nullptr;
  scene.context.library_refusal = "the library is not signed";
  const Decision refused = scene.decide(scene.order());
  EXPECT_EQ(details(refused).substr(0, 44), "!library_unusable(the library is not signed)");
  EXPECT_EQ(std::get<OrderRefused>(refused.facts.at(0)).library, "");
}

}  // namespace
}  // namespace bridge::decide::test
