// SPDX-License-Identifier: Apache-2.0
#include "base/boxed.h"

#include <gtest/gtest.h>

#include <string>
#include <type_traits>

namespace bridge {
namespace {

TEST(Boxed, is_as_its_value_and_empty_when_new) {
  const Boxed<std::string> none;
  EXPECT_EQ(*none, "");
  const Boxed<std::string> text = std::string("ten");
  EXPECT_EQ(text->size(), 3U);
  const std::string& read = text;
  EXPECT_EQ(read, "ten");
}

TEST(Boxed, a_copy_is_another_value) {
  Boxed<std::string> first = std::string("one");
  Boxed<std::string> second = first;
  EXPECT_EQ(first, second);
  *second = "two";
  EXPECT_EQ(*first, "one");
  EXPECT_FALSE(first == second);
  first = second;
  *second = "three";
  EXPECT_EQ(*first, "two");
}

TEST(Boxed, moving_moves_no_value_and_leaves_what_may_be_assigned) {
  Boxed<std::string> first = std::string("one");
  const std::string* const place = &*first;
  Boxed<std::string> second = std::move(first);
  EXPECT_EQ(&*second, place);
  first = second;
  EXPECT_EQ(*first, "one");
  EXPECT_NE(&*first, place);
}

TEST(Boxed, a_constant_one_gives_no_way_to_change_its_value) {
  using Constant = const Boxed<std::string>;
  static_assert(std::is_same_v<decltype(*std::declval<Constant&>()), const std::string&>);
  static_assert(
      std::is_same_v<decltype(std::declval<Constant&>().operator->()), const std::string*>);
}

TEST(BoxedDeathTest, what_was_moved_from_has_no_value_to_read) {
  Boxed<std::string> first = std::string("one");
  const Boxed<std::string> second = std::move(first);
  EXPECT_DEATH((void)first->size(), "");
  EXPECT_EQ(*second, "one");
}

}  // namespace
}  // namespace bridge
