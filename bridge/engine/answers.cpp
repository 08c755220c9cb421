// SPDX-License-Identifier: Apache-2.0
#include "engine/answers.h"

#include <algorithm>

#include "hl7/parse.h"
#include "translate/ack.h"

namespace bridge::engine {
namespace {

using translate::AckWish;

bool wanted(AckWish wish, bool positive) {
  switch (wish) {
    case AckWish::always:
      return true;
    case AckWish::on_error:
      return !positive;
    case AckWish::on_success:
      return positive;
    case AckWish::never:
    case AckWish::unsaid:
      return false;
  }
  return false;
}

// How bad a message is as a whole: the worst refusal that any of its faults asks for.
Refusal worst(const Faults& faults) {
  Refusal found = Refusal::none;
  const auto rank = [](Refusal refusal) {
    switch (refusal) {
      case Refusal::commit_reject:
        return 4;
      case Refusal::commit_error:
        return 3;
      case Refusal::application_reject:
        return 2;
      case Refusal::application_error:
        return 1;
      case Refusal::none:
        return 0;
    }
    return 0;
  };
  for (const Fault& fault : faults) {
    if (fault.severity != Severity::error) continue;
    const Refusal refusal = kind_of(fault.code).refusal;
    if (rank(refusal) > rank(found)) found = refusal;
  }
  return found;
}

}  // namespace
}  // namespace bridge::engine
