// SPDX-License-Identifier: Apache-2.0
#include "engine/fact_line.h"

#include <string_view>
#include <utility>
#include <vector>

#include "base/named.h"

namespace bridge::engine {
namespace {

// "NAME SUBJECT, part, part"
class Line {
 public:
  Line(std::string_view name, std::string_view subject) : text_(name) {
    text_.append(" ").append(subject);
  }
  Line& part(std::string_view words) {
    text_.append(", ").append(words);
    return *this;
  }
  Line& part_if(bool there, std::string_view words) { return there ? part(words) : *this; }
  template <QuantityKind kind>
  Line& quantity(std::string_view name, const std::optional<Quantity<kind>>& value) {
    return value ? part(std::string(name) + " " + value->amount().ucum_text()) : *this;
  }
  Line& findings(const Faults& faults) {
    for (const Fault& fault : faults) {
      part(std::string(name_of(fault.severity)) + " " + brief(fault));
    }
    return *this;
  }
  Line& refusals(const std::vector<PumpRefusal>& refusals) {
    for (const PumpRefusal& refusal : refusals) part("code " + refusal.code);
    return *this;
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

// What an order or a program says beyond one rate.
template <class Content>
void add_therapy(Line& line, const Content& content) {
  line.quantity("loading dose", content.loading_dose);
  if (content.pca) {
    line.quantity("demand dose", content.pca->demand_dose)
        .quantity("lockout", content.pca->lockout)
        .quantity("dose limit", content.pca->dose_limit)
        .quantity("volume limit", content.pca->volume_limit)
        .quantity("within", content.pca->limit_window);
  }
  for (std::size_t at = 0; at < content.steps.size(); ++at) {
    const InfusionStep& step = content.steps[at];
    line.part("step " + std::to_string(at + 1) + " " + std::string(name_of(step.type)))
        .quantity("rate", step.rate)
        .quantity("dose rate", step.dose_rate)
        .quantity("dose", step.dose)
        .quantity("volume", step.volume)
        .quantity("duration", step.duration);
  }
}

template <class OrderFact>
std::string order_line(const OrderFact& fact) {
  const InfusionOrder& order = fact.order;
  Line line(OrderFact::name, order.placer_order_number.key());
  line.quantity("rate", order.rate)
      .quantity("dose rate", order.dose_rate)
      .quantity("dose", order.dose)
      .quantity("volume", order.volume)
      .quantity("duration", order.duration);
  add_therapy(line, order);
  return line.quantity("weight", order.weight)
      .quantity("surface", order.surface)
      .part_if(fact.held_by_soft_limit, "held by a soft limit")
      .findings(fact.warnings)
      .take();
}

std::string joined(const Association& association) {
  return association.placer_order_number.key() + " to " + association.pump.key();
}

std::string of(const decide::OrderAccepted& fact) { return order_line(fact); }
std::string of(const decide::OrderChanged& fact) { return order_line(fact); }
std::string of(const decide::OrderRefused& fact) {
  return Line(fact.name, fact.placer_order_number.key())
      .part(name_of(fact.control))
      .findings(fact.findings)
      .take();
}
std::string of(const decide::OrderClosed& fact) {
  return Line(fact.name, fact.placer_order_number.key()).part(name_of(fact.control)).take();
}
std::string of(const decide::OrderHeld& fact) {
  return Line(fact.name, fact.placer_order_number.key()).take();
}
std::string of(const decide::OrderReleased& fact) {
  return Line(fact.name, fact.placer_order_number.key())
      .part_if(!fact.by.id.empty(), "by " + fact.by.id)
      .take();
}
std::string of(const decide::PumpAssociated& fact) {
  return Line(fact.name, joined(fact.association)).part("by " + fact.association.by.id).take();
}
std::string of(const decide::PumpDisassociated& fact) {
  return Line(fact.name, fact.pump.key()).part_if(!fact.by.id.empty(), "by " + fact.by.id).take();
}
std::string of(const decide::ProgramRefused& fact) {
  return Line(fact.name, joined(fact.association)).findings(fact.findings).take();
}
std::string of(const decide::ProgramDue& fact) {
  const InfusionProgram& program = fact.program;
  Line line(fact.name, fact.control_id);
  line.part(name_of(program.kind))
      .part(program.placer_order_number.key() + " to " + program.pump.key())
      .quantity("rate", program.rate)
      .quantity("dose rate", program.dose_rate)
      .quantity("dose", program.dose)
      .quantity("volume", program.vtbi)
      .quantity("duration", program.duration);
  add_therapy(line, program);
  return line.quantity("weight", program.weight)
      .quantity("surface", program.surface)
      .quantity("expected rate", program.expected_rate)
      .take();
}
std::string of(const decide::DispatchStarted& fact) {
  return Line(fact.name, fact.control_id).part("attempt " + std::to_string(fact.attempt)).take();
}
std::string of(const decide::DispatchUnreached& fact) {
  return Line(fact.name, fact.control_id).take();
}
std::string of(const decide::GatewayTook& fact) { return Line(fact.name, fact.control_id).take(); }
std::string of(const decide::GatewayRefused& fact) {
  return Line(fact.name, fact.control_id).refusals(fact.refusals).take();
}
std::string of(const decide::DispatchUnknown& fact) {
  return Line(fact.name, fact.control_id).part(brief(fact.why)).take();
}
std::string of(const decide::PumpProgrammed& fact) {
  return Line(fact.name, fact.control_id).take();
}
std::string of(const decide::PumpRefused& fact) {
  return Line(fact.name, fact.control_id).refusals(fact.refusals).take();
}
std::string of(const decide::ProgramNotUsed& fact) {
  return Line(fact.name, fact.control_id).take();
}
std::string of(const decide::ProgramResolved& fact) {
  return Line(fact.name, fact.control_id)
      .part(fact.programmed ? "programmed" : "not programmed")
      .part("by " + fact.by.id)
      .take();
}
std::string of(const decide::EventRecorded& fact) {
  const PumpEvent& event = fact.event;
  return Line(fact.name, event.event_id.key())
      .part(name_of(event.kind))
      .part(name_of(event.status))
      .part("pump " + event.pump.key())
      .quantity("rate", event.rate)
      .quantity("dose rate", event.dose_rate)
      .quantity("total", event.volume_total)
      .part_if(!fact.administration_id.empty(), "administration " + fact.administration_id)
      .part_if(fact.late, "late")
      .findings(fact.findings)
      .take();
}
std::string of(const decide::AdministrationChanged& fact) {
  const Administration& given = fact.administration;
  Line line(fact.name, given.administration_id);
  line.part("version " + std::to_string(given.version)).part(name_of(given.status));
  line.quantity("total", given.volume_total);
  for (const std::string& difference : given.differences) line.part(difference);
  return line.take();
}
std::string of(const decide::ReportDue& fact) {
  return Line(fact.name, fact.report_id)
      .part("record " + std::to_string(fact.record->sub_id))
      .part(name_of(fact.record->kind))
      .quantity("rate", fact.record->rate)
      .quantity("dose rate", fact.record->dose_rate)
      .quantity("given", fact.record->volume)
      .quantity("total", fact.record->volume_total)
      .part_if(fact.record->late, "late")
      .part_if(fact.amended, "amended")
      .part_if(fact.removed, "removed")
      .take();
}
std::string of(const decide::AnswerDue& fact) {
  return Line(fact.name, fact.report_id).part("to " + fact.destination).take();
}
std::string of(const decide::ReportAnswered& fact) {
  return Line(fact.name, fact.report_id).part(fact.code).take();
}

// The hash changes with every word of the file; the number says which one it is.
std::string without_hash(const std::string& label) {
  return label.substr(0, label.find(" sha256"));
}

std::string of(const decide::LibraryActivated& fact) {
  return Line(fact.name, without_hash(fact.label))
      .part("signed by " + std::to_string(fact.signed_by.size()))
      .take();
}
std::string of(const decide::LibraryRefused& fact) {
  Line line(fact.name, without_hash(fact.library));
  for (const Fault& fault : fact.findings) line.part(finding_line(fault));
  return line.take();
}
std::string of(const decide::LibraryRecalled& fact) {
  return Line(fact.name, fact.content_hash.substr(0, 8))
      .part("by " + fact.person)
      .part(fact.reason)
      .take();
}

}  // namespace

std::optional<std::string> fact_line(const decide::Fact& fact) {
  return std::visit(
      [](const auto& held) -> std::optional<std::string> {
        if constexpr (requires { of(held); })
          return of(held);
        else
          return std::nullopt;
      },
      fact);
}

std::string finding_line(const Fault& fault) {
  std::string line = std::string(name_of(fault.severity)) + " " + brief(fault);
  if (!fault.detail.empty()) line.append(" (").append(fault.detail).append(")");
  return line;
}

}  // namespace bridge::engine
