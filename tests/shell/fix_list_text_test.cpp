// SPDX-License-Identifier: Apache-2.0
#include "shell/fix_list_text.h"

#include <gtest/gtest.h>

#include "json/json.h"

namespace bridge::shell {
namespace {

decide::FixList one_fix() {
  decide::FixList list;
  list.tallies.push_back({"example 1 #1 sha256:00112233", 5, 1, 0, 4, 2});
  list.fixes.push_back({FaultCode::concentration_not_library,
                        true,
                        "DOPamine",
                        "icu",
                        "example 1 #1 sha256:00112233",
                        "RXE[1]-25",
                        "1.59 mg/mL; the library has 400 mg in 250 mL",
                        {"a.hl7", "b.hl7", "c.hl7", "d.hl7"}});
  return list;
}

TEST(FixListText, tells_people_who_must_change_what_and_for_how_many_orders) {
  EXPECT_EQ(fix_list_text(one_fix(), FixListForm::text),
            "example 1 #1 sha256:00112233, on 2 pumps: 5 orders, 1 would program, 0 held until a "
            "person releases them, 4 refused\n"
            "\n"
            "orders  who mends it  what stands in the way\n"
            "     4  pharmacy      DOPamine, icu: " +
                std::string(kind_of(FaultCode::concentration_not_library).text) +
                " (1.59 mg/mL; the library has 400 mg in 250 mL)\n"
                "                      " +
                std::string(kind_of(FaultCode::concentration_not_library).fix) +
                "\n"
                "                      at RXE[1]-25 of a.hl7, b.hl7, c.hl7 and 1 more\n");
}

TEST(FixListText, says_so_when_there_is_nothing_to_mend) {
  decide::FixList list = one_fix();
  list.fixes.clear();
  EXPECT_NE(fix_list_text(list, FixListForm::text).find("nothing to mend"), std::string::npos);
}

TEST(FixListText, is_one_csv_row_for_each_fix) {
  const std::string csv = fix_list_text(one_fix(), FixListForm::csv);
  const std::size_t header_end = csv.find("\r\n");
  ASSERT_NE(header_end, std::string::npos);
  EXPECT_EQ(csv.substr(header_end + 2)
                .rfind("1,4,yes,\"pharmacy\",\"concentration_not_library\",9018,"
                       "\"DOPamine\",\"icu\",",
                       0),
            0U)
      << csv;
}

TEST(FixListText, a_cell_cannot_be_a_formula_nor_leave_its_quotes) {
  decide::FixList list = one_fix();
  list.fixes[0].drug = "=cmd\"x";
  const std::string csv = fix_list_text(list, FixListForm::csv);
  EXPECT_NE(csv.find("\"'=cmd\"\"x\""), std::string::npos) << csv;
}

TEST(FixListText, is_json_with_every_order_named) {
  const auto tree = json::parse(fix_list_text(one_fix(), FixListForm::json));
  ASSERT_TRUE(tree.has_value());
  const json::Value* fixes = tree->find("fixes");
  ASSERT_NE(fixes, nullptr);
  ASSERT_EQ(fixes->item_count(), 1U);
  EXPECT_EQ(fixes->at(0)->find("orders")->item_count(), 4U);
  EXPECT_EQ(fixes->at(0)->text_of("owner"), "pharmacy");
  EXPECT_EQ(tree->find("libraries")->at(0)->find("would_program")->number_text(), "1");
}

TEST(FixListText, an_unknown_form_is_none) { EXPECT_FALSE(form_named("--xml").has_value()); }

}  // namespace
}  // namespace bridge::shell
