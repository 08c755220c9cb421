// SPDX-License-Identifier: Apache-2.0
// ORU^R42^ORU_R01, IHE PCD-10 Infusion Pump Event Communication (TF-2 appendix M): one event of one
// pump.
//
//   MSH [PID [PV1]] OBR { OBX }
#pragma once

#include <string>
#include <string_view>

#include "base/instant.h"
#include "clinical/pump_event.h"
#include "hl7/message.h"
#include "translate/code_book.h"
#include "translate/gateway_profile.h"
#include "translate/message_clock.h"
#include "translate/pump_terms.h"

namespace bridge::translate {

// An error: the message tells no event (which event, of which pump, when), or test data. A warning:
// the event stands, and one value of it is left out because it could not be read or cannot be true
// (B148: event_implausible, number_malformed, unit faults) or was marked as not to be used.
struct EventRead {
  PumpEvent event;
  Faults faults;
};

// Everything is found by the number in OBX-3, never by its name or by its place in the message
// (ihe-pcd 3.2, 3.3, 10). Values come from the channel that the event is about, then from the
// device around it. A pump that says that it knows no patient gives an empty patient id; the drug
// is OBR-4, or the drug label where OBR-4 says 999999. A care area that is the delete indicator, or
// words that the table has for it, is one that nobody chose. Times without offset are read by the
// given clock.
EventRead read_oru_r42(const hl7::Message& message, const CodeBook& book, const PumpTerms& terms,
                       const MessageClock& clock);

// Who writes an event: the demonstration gateway.
struct GatewaySender {
  Envelope envelope;
  PumpForm form = PumpForm::tf9;  // of the terms that changed between the revisions
  PumpIdForm pump_id_form = PumpIdForm::current;
};

// Reading what this writes gives the event again: event_id goes to OBR-3, sent_at to MSH-7.
std::string write_oru_r42(const PumpEvent& event, const GatewaySender& sender,
                          std::string_view control_id, const CodeBook& book,
                          const PumpTerms& terms);

}  // namespace bridge::translate
