// SPDX-License-Identifier: Apache-2.0
#include "shell/metrics.h"

#include <prometheus/metric_family.h>
#include <prometheus/text_serializer.h>

#include <utility>
#include <vector>

namespace bridge::shell {
namespace {

using prometheus::ClientMetric;
using prometheus::MetricFamily;
using prometheus::MetricType;

MetricFamily family(std::string_view name, std::string_view help, MetricType type) {
  MetricFamily out;
  out.name = "infusion_bridge_" + std::string(name);
  out.help = help;
  out.type = type;
  return out;
}

// Prometheus counts in doubles: exact up to 2^53.
ClientMetric counted(std::uint64_t value, std::string_view label = {}, std::string_view name = {}) {
  ClientMetric metric;
  metric.counter.value = static_cast<double>(value);
  if (!label.empty()) metric.label.push_back({std::string(label), std::string(name)});
  return metric;
}

void add_counter(std::vector<MetricFamily>& all, std::string_view name, std::string_view help,
                 const engine::Counter& counter) {
  all.push_back(family(std::string(name) + "_total", help, MetricType::Counter));
  all.back().metric.push_back(counted(counter.value()));
}

void add_gauge(std::vector<MetricFamily>& all, std::string_view name, std::string_view help,
               const engine::Gauge& gauge) {
  all.push_back(family(name, help, MetricType::Gauge));
  ClientMetric metric;
  metric.gauge.value = static_cast<double>(gauge.value());
  all.back().metric.push_back(std::move(metric));
}

}  // namespace

std::string render_metrics(const engine::Counters& counters) {
  std::vector<MetricFamily> all;
#define BRIDGE_COUNTER(name, help) add_counter(all, #name, help, counters.name);
#define BRIDGE_GAUGE(name, help) add_gauge(all, #name, help, counters.name);
  BRIDGE_COUNTERS(BRIDGE_COUNTER, BRIDGE_GAUGE)
#undef BRIDGE_COUNTER
#undef BRIDGE_GAUGE
  all.push_back(family("messages_received_total", "messages received, by what they are",
                       MetricType::Counter));
  for (std::size_t kind = 0; kind < counters.received.size(); ++kind) {
    all.back().metric.push_back(
        counted(counters.received[kind].value(), "type", engine::received_kind_names[kind]));
  }
  // Also the ones that never happened: an alarm on a rate needs a beginning.
  all.push_back(family("faults_total", "faults seen, by code", MetricType::Counter));
  for (std::size_t code = 0; code < counters.faults.size(); ++code) {
    all.back().metric.push_back(
        counted(counters.faults[code].value(), "code", kind_of(static_cast<FaultCode>(code)).name));
  }
  return prometheus::TextSerializer().prometheus::Serializer::Serialize(all);
}

}  // namespace bridge::shell
