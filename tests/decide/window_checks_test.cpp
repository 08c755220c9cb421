// SPDX-License-Identifier: Apache-2.0
// Moving windows and lifetime, counted from the bridge's own record. Acetaminophen of the tests: 10
// mg/mL, within 24 h up to 4000 mg (soft 3000); doxorubicin: 2 mg/mL, 550 mg/m2 (soft 450) ever.
#include "decide/scene.h"

namespace bridge::decide {
namespace {

using test::at_minute;
using test::Scene;

std::string acetaminophen(int number, std::string_view dose = "1000 mg, 100 mL") {
  return "ward acetaminophen | " + std::string(dose) + ", 15 min, 1000 mg / 100 mL, number A" +
         std::to_string(number);
}

// Accepted, given in full from `minute` on, and the time moved to its end.
std::string give(Scene& scene, int number, int minute, const std::string& text,
                 const std::string& ml = "100") {
  const std::string order = " order A" + std::to_string(number) + " id ";
  scene.context.now = at_minute(minute);
  const std::string taken = scene.run(scene.order(text, OrderControl::new_order));
  const std::string id = std::to_string(number);
  scene.context.now = at_minute(minute + 15);
  scene.event(std::to_string(minute) + " start del rate 400" + order + "s" + id);
  scene.event(std::to_string(minute + 15) + " complete not seg " + ml + " total " + ml + order +
              "c" + id);
  return taken;
}

TEST(Windows, D4CountWhatWasGivenInTheLastDay) {
  Scene scene;
  EXPECT_EQ(give(scene, 1, 0, acetaminophen(1)), "order_accepted");
  EXPECT_EQ(give(scene, 2, 240, acetaminophen(2)), "order_accepted");
  EXPECT_EQ(give(scene, 3, 480, acetaminophen(3)), "order_accepted");  // 3000: the soft bound
  EXPECT_EQ(give(scene, 4, 720, acetaminophen(4)), "order_accepted W:soft_limit_above");  // 4000
  EXPECT_EQ(give(scene, 5, 960, acetaminophen(5)),
            "order_refused !total_above_hard_limit");  // 5000
  // 24 h and 15 min after the first one ended, and so with the fifth: 4000.
  scene.context.now = at_minute(1440 + 15);
  EXPECT_EQ(scene.run(scene.order(acetaminophen(5), OrderControl::new_order)),
            "order_accepted W:soft_limit_above");
}

// A window that begins within the first dose counts the rest of it alone: 2/3 of 1000 mg.
TEST(Windows, CountThePartOfADoseThatLiesInside) {
  Scene scene;
  for (int number = 1; number <= 4; ++number) {
    give(scene, number, (number - 1) * 60, acetaminophen(number));
  }
  // From minute 1445 on, 500 mg flow until 1460: at minute 1445 the window holds 667 + 3000 mg, and
  // as the first dose leaves it at 66.7 mg a minute the new one comes at 33.3.
  scene.context.now = at_minute(1445);
  const Decision decision =
      scene.decide(scene.order(acetaminophen(5, "500 mg, 50 mL"), OrderControl::new_order));
  EXPECT_EQ(test::told(decision), "order_accepted W:soft_limit_above");
  EXPECT_NE(decision.findings[0].detail.find("accumulated 3,667 mg"), std::string::npos)
      << decision.findings[0].detail;
}

TEST(Windows, CountWhatStillRunsBesideIt) {
  Scene scene;
  for (int number = 1; number <= 3; ++number) {
    give(scene, number, (number - 1) * 60, acetaminophen(number));
  }
  scene.run(scene.order(acetaminophen(4), OrderControl::new_order));
  scene.context.now = at_minute(180);
  scene.event("180 start del rate 400 left 100 order A4 id s4");
  // 3000 given, 1000 on its way, 1000 asked.
  EXPECT_EQ(scene.run(scene.order(acetaminophen(5), OrderControl::new_order)),
            "order_refused !total_above_hard_limit W:duplicate_ingredient");
}

TEST(Windows, SayWhatCouldNotBeCounted) {
  Scene scene;
  scene.run(scene.order(acetaminophen(1), OrderControl::new_order));
  scene.context.now = at_minute(15);
  scene.event("0 start del order A1 id s1");  // neither rate nor volume
  scene.event("15 complete not order A1 id c1");
  scene.context.now = at_minute(60);
  EXPECT_EQ(scene.run(scene.order(acetaminophen(2), OrderControl::new_order)),
            "order_accepted W:history_incomplete");
}

// 75 mg/m2 * 1.8 m2 = 135 mg = 67.5 mL a course.
TEST(Windows, D5CountALifetime) {
  Scene scene;
  const auto course = [](int number) {
    return "ward doxorubicin | 75 mg/m2, 1.8 m2, 180 cm, 67.5 mL, 100 mg / 50 mL, 5 min, "
           "ordered by D1, verified by R1, number A" +
           std::to_string(number);
  };
  constexpr int week = 7 * 24 * 60;
  for (int number = 1; number <= 6; ++number) {  // 450 in all: the soft bound
    EXPECT_EQ(give(scene, number, number * 3 * week, course(number), "67.5"),
              "order_accepted W:line_needed");
  }
  EXPECT_EQ(give(scene, 7, 21 * week, course(7), "67.5"),  // 525
            "order_accepted W:soft_limit_above W:line_needed");
  EXPECT_EQ(give(scene, 8, 24 * week, course(8), "67.5"),  // 600
            "order_refused !total_above_hard_limit W:line_needed");
}

}  // namespace
}  // namespace bridge::decide
