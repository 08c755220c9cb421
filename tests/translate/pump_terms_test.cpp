// SPDX-License-Identifier: Apache-2.0
#include "translate/pump_terms.h"

#include <gtest/gtest.h>

#include "translate/pump_tools.h"

namespace bridge::translate {
namespace {

TEST(pump_terms, the_shipped_table_is_complete) {
  const auto terms = PumpTerms::load(shipped_files());
  ASSERT_TRUE(terms) << listed(terms.fault());
  EXPECT_EQ(terms->event("197288"), PumpEventKind::delivery_start);
  EXPECT_EQ(terms->event("197289"), std::nullopt);
  EXPECT_EQ(terms->metric("157993"), PumpMetric::volume_total);
  EXPECT_EQ(terms->device("70099")->source, PumpSource::piggyback);
  EXPECT_EQ(terms->device("70091")->level, PumpLevel::other);
  EXPECT_EQ(terms->device("1"), nullptr);
  EXPECT_EQ(terms->status("pump-delivery-status-kvo", ""), DeliveryStatus::kvo);
  EXPECT_EQ(terms->status("", "477295"), DeliveryStatus::kvo);
  EXPECT_EQ(terms->status("MDC_SOMETHING", "477295"), DeliveryStatus::kvo);
  EXPECT_EQ(terms->status("kvo", ""), std::nullopt);
  EXPECT_EQ(terms->status("", ""), std::nullopt);
  EXPECT_EQ(terms->reason("", "477447"), "pump-stopped-switching-source");
  EXPECT_EQ(terms->source("pump-source-info-priming", ""), PumpSource::unknown);
  EXPECT_EQ(terms->online("comm-status-online"), true);
  EXPECT_EQ(terms->online("comm-status-offline"), false);
  EXPECT_EQ(terms->online(""), std::nullopt);
  EXPECT_TRUE(terms->means_not_loaded("197254"));
  EXPECT_FALSE(terms->means_not_loaded("197288"));
  EXPECT_FALSE(terms->means_not_loaded(""));
  EXPECT_FALSE(terms->means_no_care_area("none")) << "no standard has words for it";
  EXPECT_EQ(terms->event_refid("197298"), "MDC_EVT_PUMP_AUTO_PROG_CLEARED");
}

// Every number of the shipped table against the list of the standard's numbers in this test, read
// from ISO/IEEE 11073-10101 by way of the fact sheet, so that a slip of the table is seen.
TEST(pump_terms, metrics_have_the_numbers_of_the_standard) {
  const std::vector<std::pair<PumpMetric, const char*>> rows = {
      {PumpMetric::event, "68487"},
      {PumpMetric::event_source, "68488"},
      {PumpMetric::infusing_status, "184519"},
      {PumpMetric::active_sources, "158016"},
      {PumpMetric::delivery_status, "158005"},
      {PumpMetric::not_delivering_reason, "158006"},
      {PumpMetric::delivery_mode, "158008"},
      {PumpMetric::channel_label, "158012"},
      {PumpMetric::rate_setting, "16935000"},
      {PumpMetric::rate, "157784"},
      {PumpMetric::rate_current, "158014"},
      {PumpMetric::dose_rate, "157924"},
      {PumpMetric::volume_segment, "157992"},
      {PumpMetric::volume_total, "157993"},
      {PumpMetric::vtbi, "157884"},
      {PumpMetric::vtbi_remaining, "157872"},
      {PumpMetric::weight, "68063"},
      {PumpMetric::drug_label, "184514"},
      {PumpMetric::communication, "188772"},
      {PumpMetric::care_area, "184516"},
      {PumpMetric::library_version, "184517"},
      {PumpMetric::library_name, "184520"},
      {PumpMetric::alarm_condition, "68012"}};
  EXPECT_EQ(rows.size(), names_of(PumpMetric{}).size());
  for (const auto& [metric, number] : rows) {
    EXPECT_EQ(shipped_terms().term(metric).number, number) << name_of(metric);
    EXPECT_EQ(shipped_terms().metric(number), metric) << number;
  }
}

struct BadRow {
  const char* name;
  const char* from;
  const char* to;
  const char* fault;
};

TEST(pump_terms, a_wrong_table_is_refused_with_its_line) {
  const char* const line = "configuration_wrong at pump_terms.csv line 11 E";
  const std::vector<BadRow> rows = {
      {"unknown kind", "event.start,event,", "event.start,happening,", line},
      {"unknown name", ",,delivery_start", ",,delivery_begin", line},
      {"no number", ",197288,", ",,", line},
      {"a number with a letter", ",197288,", ",19728x,", line},
      {"a number with a leading zero", ",197288,", ",0197288,", line},
      {"no reference name", "MDC_EVT_PUMP_DELIV_START", "", line},
      {"a status twice", "477294,,pump-delivery-status-not-delivering",
       "477293,,pump-delivery-status-not-delivering", "configuration_wrong at pump_terms.csv line"},
      {"other columns", "row,kind,number", "row,kind,code",
       "configuration_wrong at pump_terms.csv line 1 E"},
      {"a metric that nothing names", "metric.weight,metric,68063,MDC_ATTR_PT_WEIGHT,,weight\n", "",
       "configuration_wrong at pump_terms.csv E"},
      {"a condition of another name", "CHECK_IV_SET,,not_loaded", "CHECK_IV_SET,,loaded",
       "configuration_wrong at pump_terms.csv line"},
      {"a condition twice", "condition,197254,", "condition,197346,",
       "configuration_wrong at pump_terms.csv line"},
      {"a status that nothing names", "status.kvo,status,477295,,pump-delivery-status-kvo,kvo\n",
       "", "configuration_wrong at pump_terms.csv E"},
  };
  for (const BadRow& row : rows) {
    MappingFiles files = shipped_files();
    files["pump_terms.csv"] = replaced(files["pump_terms.csv"], row.from, row.to);
    const auto terms = PumpTerms::load(files);
    ASSERT_FALSE(terms) << row.name;
    EXPECT_EQ(listed(terms.fault()).substr(0, std::string_view(row.fault).size()), row.fault)
        << row.name;
  }
}

TEST(pump_terms, a_missing_table_is_refused) { EXPECT_FALSE(PumpTerms::load({})); }

TEST(pump_terms, a_site_adds_its_own_numbers) {
  const auto terms =
      PumpTerms::load(shipped_files(), {{"pump_terms.csv",
                                         "row,kind,number,refid,token,name\n"
                                         "site.total,metric,158080,MDC_X,,volume_total\n"}});
  ASSERT_TRUE(terms) << listed(terms.fault());
  EXPECT_EQ(terms->metric("158080"), PumpMetric::volume_total);
  EXPECT_EQ(terms->term(PumpMetric::volume_total).number, "157993") << "the shipped one is sent";
}

}  // namespace
}  // namespace bridge::translate
