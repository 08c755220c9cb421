// SPDX-License-Identifier: Apache-2.0
// What an accepted order costs in memory: a hospital's orders of a year must fit beside the rest.
#include <gtest/gtest.h>
#include <malloc.h>

#include <cstdio>

#include "decide/scene.h"

namespace bridge::engine {
namespace {

constexpr std::size_t orders = 20'000;
constexpr std::size_t most_bytes_an_order = 4'000;  // 100,000 orders: 400 MB

std::size_t heap_in_use() {
  const struct mallinfo2 figures = mallinfo2();
  return figures.uordblks + figures.hblkhd;
}

TEST(Memory, of_an_accepted_order_stays_below_four_thousand_bytes) {
  decide::test::Scene scene;
  decide::OrderAccepted fact{scene.one.order, {}, false, scene.context.now};
  fact.order->patient.name = PatientName("Example^Patricia^Quinn");
  fact.order->ordering_provider = Person{"D1001", PatientName("Example^Doctor")};
  const std::size_t before = heap_in_use();
  if (before == 0) GTEST_SKIP() << "this allocator does not count";
  for (std::size_t at = 0; at < orders; ++at) {
    fact.order->placer_order_number.id = "ORDER" + std::to_string(at);
    fact.order->patient.patient_id.id = "PATIENT" + std::to_string(at);
    scene.state.apply(fact);
  }
  ASSERT_EQ(scene.state.orders().size(), orders);
  const std::size_t each = (heap_in_use() - before) / orders;
  RecordProperty("bytes_an_order", static_cast<int>(each));
  std::printf("bytes an order: %zu\n", each);
  EXPECT_LT(each, most_bytes_an_order);
  EXPECT_GT(each, 200U);  // or nothing was measured
}

}  // namespace
}  // namespace bridge::engine
