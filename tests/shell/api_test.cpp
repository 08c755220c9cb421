// SPDX-License-Identifier: Apache-2.0
// The FHIR door and the own API as requests: form of the answer, parameters, bodies. Rows B105,
// B109, B116, B117, B121 and B122.
#include <gtest/gtest.h>

#include "engine/core.h"
#include "engine/counters.h"
#include "engine/inbound.h"
#include "engine/memory_journal.h"
#include "json/json.h"
#include "shell/fhir_api.h"
#include "shell/own_api.h"
#include "shell/scratch.h"
#include "shell/shipped_tables.h"
#include "support/manual_clock.h"

namespace bridge::shell {
namespace {

struct Doors {
  engine::MemoryJournal journal;
  engine::ManualClock clock;
  engine::Counters counters;
  engine::TablesHolder holder{shipped_tables()};
  engine::Core core{journal, clock, holder};
  engine::Inbound inbound{core, holder, counters};
  FhirApi fhir{core, inbound, holder};
  OwnApi own{core};

  Doors() { EXPECT_TRUE(core.recover("TEST")); }

  HttpResponse ask(const std::string& method, const std::string& target,
                   const std::string& body = "", const std::string& type = "",
                   const std::string& accept = "") {
    HttpHead head;
    head.method = method;
    const std::size_t mark = target.find('?');
    head.path = target.substr(0, mark);
    if (mark != std::string::npos) head.query = target.substr(mark + 1);
    if (!type.empty()) head.fields.push_back({"content-type", type});
    if (!accept.empty()) head.fields.push_back({"accept", accept});
    const Peer peer;
    const HttpRequest request{head, body, peer};
    return target.starts_with("/api") ? own.answer(request) : fhir.answer(request);
  }
};

std::string type_of(const HttpResponse& response) {
  for (const auto& field : response.fields) {
    if (field.name == "Content-Type") return field.value;
  }
  return {};
}

const std::string search = "/fhir/MedicationAdministration";
const std::string order = content_of(BRIDGE_SOURCE_DIR "/samples/messages/fhir_dopamine.json");

TEST(FhirForm, _format_goes_before_accept) {
  struct Case {
    const char* query;
    const char* accept;
    const char* type;
  };
  for (const Case& each : {Case{"", "", "application/fhir+json"},
                           Case{"", "application/fhir+xml", "application/fhir+xml"},
                           Case{"?_format=json", "application/fhir+xml", "application/fhir+json"},
                           Case{"?_format=xml", "", "application/fhir+xml"},
                           Case{"?_format=text/xml", "", "application/fhir+xml"},
                           Case{"?_format=application/xml", "", "application/fhir+xml"},
                           Case{"?_format=application/fhir%2Bxml", "", "application/fhir+xml"},
                           Case{"?_format=application/fhir+xml", "", "application/fhir+xml"},
                           Case{"?_format=application/json", "", "application/fhir+json"},
                           Case{"?_format=xml", "image/png", "application/fhir+xml"}}) {
    Doors doors;
    const HttpResponse response = doors.ask("GET", search + each.query, "", "", each.accept);
    EXPECT_EQ(response.status, 200) << each.query;
    EXPECT_EQ(type_of(response), each.type) << each.query;
  }
}

TEST(FhirForm, B105_what_cannot_be_written_is_406) {
  Doors doors;
  for (const char* query : {"?_format=ttl", "?_format=", "?_format=xml&_format=json"}) {
    EXPECT_EQ(doors.ask("GET", search + query).status, 406) << query;
  }
  EXPECT_EQ(doors.ask("GET", search, "", "", "image/png").status, 406);
}

TEST(FhirForm, an_order_is_answered_in_the_form_asked_for_and_refused_before_it_is_taken) {
  Doors doors;
  const std::string post = "/fhir/MedicationRequest";
  EXPECT_EQ(doors.ask("POST", post + "?_format=ttl", order, "application/fhir+json").status, 406);
  const HttpResponse taken =
      doors.ask("POST", post + "?_format=xml", order, "application/fhir+json");
  EXPECT_EQ(taken.status, 201) << taken.body;  // and not 200: the first try left nothing behind
  EXPECT_EQ(type_of(taken), "application/fhir+xml");
}

TEST(FhirSearch, B122_a_fault_names_the_parameter_and_what_it_takes) {
  struct Case {
    const char* query;
    const char* says;
  };
  for (const Case& each :
       {Case{"?status=completed&colour=red", "parameter_unknown at parameter 2"},
        Case{"?colour=red", "taken here: patient, patient:identifier"},
        Case{"?status=finished", "status takes codes"},
        Case{"?effective-time=yesterday", "effective-time takes a date"},
        Case{"?_count=0", "_count takes a whole number above zero"},
        Case{"?patient=", "patient takes an id, or Patient/ and the id"},
        Case{"?patient:identifier=123", "patient:identifier takes system|value"}}) {
    Doors doors;
    const HttpResponse response = doors.ask("GET", search + each.query);
    EXPECT_EQ(response.status, 400) << each.query;
    EXPECT_NE(response.body.find(each.says), std::string::npos) << response.body;
  }
}

// None of these interactions is offered, so nothing can be stored by them.
TEST(FhirRows, B109_B116_B117_B121_what_is_not_offered_is_refused) {
  Doors doors;
  const std::string bundle =
      R"({"resourceType": "Bundle", "type": "transaction", "entry": [{"resource": )" + order +
      "}]}";
  struct Case {
    const char* row;
    const char* method;
    const char* target;
    const std::string& body;
    int status;
  };
  for (const Case& each :
       {Case{"B109 B121", "PUT", "/fhir/MedicationRequest/other", order, 405},
        Case{"B121", "PATCH", "/fhir/MedicationRequest/other", order, 405},
        Case{"B116 B117", "POST", "/fhir/Bundle", bundle, 404},
        Case{"B116 B117", "POST", "/fhir/", bundle, 422},
        Case{"B116 B117", "POST", "/fhir", bundle, 422},
        Case{"B116 B117", "POST", "/fhir/MedicationRequest", bundle, 400}}) {
    const HttpResponse response =
        doors.ask(each.method, each.target, each.body, "application/fhir+json");
    EXPECT_EQ(response.status, each.status) << each.row << " " << each.target << response.body;
    EXPECT_NE(response.body.find("OperationOutcome"), std::string::npos) << each.row;
  }
  EXPECT_EQ(doors.ask("POST", "/fhir/MedicationRequest", order, "application/fhir+json").status,
            201);
}

std::string association(const std::string& pump) {
  return R"({"patient": {"id": "TEST-0001", "authority": "HOSP"},
             "order": {"id": "ORD1", "namespace": "EHR"}, "by": "N1", "pump": )" + pump + "}";
}

TEST(OwnApi, a_pump_without_its_maker_is_400_and_names_the_member) {
  struct Case {
    const char* pump;
    const char* place;
  };
  for (const Case& each :
       {Case{R"({"id": "P-1001", "universal_id": "ACDE48FFFE000002"})", "pump.universal_id_type"},
        Case{R"({"id": "P-1001", "universal_id_type": "EUI-64"})", "pump.universal_id"},
        Case{R"({"id": "P-1001"})", "pump.universal_id"}, Case{R"({})", "pump.id"}}) {
    Doors doors;
    const HttpResponse response =
        doors.ask("POST", "/api/associations", association(each.pump), "application/json");
    EXPECT_EQ(response.status, 400) << response.body;
    EXPECT_NE(response.body.find(each.place), std::string::npos) << response.body;
  }
}

// Nothing is programmed and nothing released in nobody's name.
TEST(OwnApi, a_blank_person_or_reason_is_none) {
  const std::string pump = R"({"id": "P-1", "universal_id": "ACDE48FFFE000002",
                               "universal_id_type": "EUI-64"})";
  std::string nobodys = association(pump);
  nobodys.replace(nobodys.find("N1"), 2, " ");
  const std::string named = R"("order": {"id": "ORD1", "namespace": "EHR"}, )";
  struct Case {
    const char* target;
    std::string body;
    int status;
  };
  const Case cases[] = {
      {"/api/associations", nobodys, 400},
      {"/api/disassociations", R"({"by": "", "pump": )" + pump + "}", 400},
      {"/api/releases", "{" + named + R"("by": " ", "reason": "titrated"})", 422},
      {"/api/releases", "{" + named + R"("by": "N1", "reason": "  "})", 422},
  };
  Doors doors;
  ASSERT_EQ(doors.ask("POST", "/fhir/MedicationRequest", order, "application/fhir+json").status,
            201);
  for (const Case& each : cases) {
    const HttpResponse response = doors.ask("POST", each.target, each.body, "application/json");
    EXPECT_EQ(response.status, each.status) << each.body << response.body;
  }
  const std::string meant = "{" + named + R"("by": "N1", "reason": "titrated"})";
  EXPECT_EQ(doors.ask("POST", "/api/releases", meant, "application/json").status, 200);
}

TEST(OwnApi, a_fault_of_the_content_names_the_member_too) {
  Doors doors;
  const std::string pump = R"({"id": "P-1", "universal_id": "ACDE48FFFE000002",
                               "universal_id_type": "EUI-64"})";
  const HttpResponse response =
      doors.ask("POST", "/api/associations", association(pump), "application/json");
  EXPECT_EQ(response.status, 404) << response.body;
  EXPECT_NE(response.body.find(R"("place":"order")"), std::string::npos) << response.body;
  EXPECT_EQ(response.body.find("ORC-2"), std::string::npos) << response.body;
}

TEST(OwnApi, a_status_that_no_program_has_is_400_with_those_that_are) {
  Doors doors;
  const HttpResponse response = doors.ask("GET", "/api/programs?status=lost");
  EXPECT_EQ(response.status, 400);
  EXPECT_NE(response.body.find("one of due"), std::string::npos) << response.body;
  EXPECT_EQ(doors.ask("GET", "/api/programs?status=unknown").status, 200);
  EXPECT_EQ(doors.ask("GET", "/api/programs?colour=red").status, 400);
}

}  // namespace
}  // namespace bridge::shell
