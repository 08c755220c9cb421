// SPDX-License-Identifier: Apache-2.0
#include "translate/medication_administration.h"

#include <gtest/gtest.h>

#include "fhir/check.h"
#include "json/write.h"
#include "translate/administration_samples.h"
#include "translate/pump_tools.h"

namespace bridge::translate {
namespace {

json::Value resource(const Administration& administration,
                     const std::vector<AdministrationRecord>& records = {}) {
  return write_medication_administration(administration, records,
                                         {"3", at("2026-03-02T17:15:02.125Z"), "urn:oid:2.999.1"},
                                         shipped_book());
}

std::string text(const json::Value& value) { return json::write(value, json::Layout::pretty); }

std::string member(const json::Value& value, std::string_view name) {
  const json::Value* const found = value.find(name);
  return found == nullptr ? "-" : json::write(*found);
}

TEST(medication_administration, of_a_running_infusion_in_full) {
  EXPECT_EQ(text(resource(dopamine_running())), R"({
  "resourceType": "MedicationAdministration",
  "id": "BR-ADM-5001",
  "meta": {
    "versionId": "3",
    "lastUpdated": "2026-03-02T17:15:02.125Z"
  },
  "identifier": [
    {
      "type": {
        "coding": [
          {
            "system": "http://terminology.hl7.org/CodeSystem/v2-0203",
            "code": "FILL"
          }
        ]
      },
      "system": "urn:oid:2.999.1",
      "value": "BR-ADM-5001"
    }
  ],
  "status": "in-progress",
  "medicationCodeableConcept": {
    "coding": [
      {
        "system": "urn:oid:2.999.2",
        "code": "1234",
        "display": "Dopamine"
      }
    ],
    "text": "Dopamine"
  },
  "subject": {
    "type": "Patient",
    "identifier": {
      "type": {
        "coding": [
          {
            "system": "http://terminology.hl7.org/CodeSystem/v2-0203",
            "code": "MR"
          }
        ]
      },
      "value": "MRN900123",
      "assigner": {
        "display": "GENHOSP"
      }
    }
  },
  "effectivePeriod": {
    "start": "2026-03-02T16:15:00Z"
  },
  "performer": [
    {
      "actor": {
        "type": "Practitioner",
        "identifier": {
          "value": "N0001"
        }
      }
    }
  ],
  "request": {
    "type": "MedicationRequest",
    "identifier": {
      "type": {
        "coding": [
          {
            "system": "http://terminology.hl7.org/CodeSystem/v2-0203",
            "code": "PLAC"
          }
        ]
      },
      "system": "urn:oid:2.999.1.3",
      "value": "ORD778812"
    }
  },
  "device": [
    {
      "type": "Device",
      "identifier": {
        "value": "P-100234",
        "assigner": {
          "display": "ACDE48FFFE000002"
        }
      }
    }
  ],
  "note": [
    {
      "text": "Concentration 400 mg in 250 mL"
    },
    {
      "text": "Pump dose rate 12 mcg per kg per min"
    }
  ],
  "dosage": {
    "route": {
      "coding": [
        {
          "system": "http://terminology.hl7.org/CodeSystem/v2-0162",
          "code": "IV",
          "display": "Intravenous"
        }
      ],
      "text": "Intravenous"
    },
    "dose": {
      "value": 31.9,
      "unit": "mL",
      "system": "http://unitsofmeasure.org",
      "code": "mL"
    },
    "rateQuantity": {
      "value": 38.3,
      "unit": "mL per hour",
      "system": "http://unitsofmeasure.org",
      "code": "mL/h"
    }
  }
})");
}

struct StatusRow {
  AdministrationStatus status;
  const char* code;
  const char* effective;
};

TEST(medication_administration, every_status_is_valid_fhir) {
  const std::vector<StatusRow> rows = {
      {AdministrationStatus::in_progress, "in-progress", "effectivePeriod"},
      {AdministrationStatus::on_hold, "on-hold", "effectivePeriod"},
      {AdministrationStatus::completed, "completed", "effectivePeriod"},
      {AdministrationStatus::stopped, "stopped", "effectivePeriod"},
      {AdministrationStatus::not_done, "not-done", "effectiveDateTime"},
  };
  ASSERT_EQ(rows.size(), names_of(AdministrationStatus{}).size());
  for (const StatusRow& row : rows) {
    Administration administration = dopamine_running();
    administration.status = row.status;
    if (row.status != AdministrationStatus::in_progress) {
      administration.end = at("2026-03-02T18:00:00Z");
    }
    const json::Value value = resource(administration, {rate_change()});
    EXPECT_EQ(value.text_of("status"), row.code);
    EXPECT_NE(value.find(row.effective), nullptr) << row.code;
    EXPECT_EQ(listed(fhir::check(value)), "") << row.code;
  }
}

TEST(medication_administration, an_end_closes_the_period) {
  Administration administration = dopamine_running();
  administration.status = AdministrationStatus::completed;
  administration.end = at("2026-03-02T18:00:00Z");
  EXPECT_EQ(member(resource(administration), "effectivePeriod"),
            R"({"start":"2026-03-02T16:15:00Z","end":"2026-03-02T18:00:00Z"})");
}

TEST(medication_administration, what_is_over_has_a_rate_only_if_there_was_one) {
  Administration administration = dopamine_running();
  administration.status = AdministrationStatus::completed;
  EXPECT_EQ(resource(administration).find("dosage")->find("rateQuantity"), nullptr)
      << "31.9 and 38.3 mL/h: neither is the rate of the whole";
  administration.segments.pop_back();
  DeliverySegment open;
  open.start = at("2026-03-02T17:15:01Z");
  open.kvo = true;
  open.rate = quantity<FlowRate>("1", "mL/h");
  administration.segments.push_back(open);
  const json::Value value = resource(administration);
  EXPECT_EQ(value.find("dosage")->find("rateQuantity")->find("value")->number_text(), "31.9")
      << "keeping the vein open is not the therapy";
}

TEST(medication_administration, without_rate_and_volume_there_is_no_dosage) {
  Administration administration = dopamine_running();
  administration.volume_total.reset();
  administration.segments.clear();
  json::Value value = resource(administration);
  EXPECT_EQ(value.find("dosage"), nullptr);
  EXPECT_EQ(listed(fhir::check(value)), "");
  administration = dopamine_running();
  administration.status = AdministrationStatus::not_done;
  value = resource(administration);
  EXPECT_EQ(value.find("dosage"), nullptr) << "nothing was given";
}

TEST(medication_administration, a_dose_rate_stands_in_for_a_rate_that_was_not_told) {
  Administration administration = dopamine_running();
  administration.segments.back().rate.reset();
  EXPECT_EQ(member(*resource(administration).find("dosage"), "rateQuantity"),
            R"({"value":12,"unit":"mcg per kg per min","system":"http://unitsofmeasure.org",)"
            R"("code":"ug/kg/min"})");
}

TEST(medication_administration, differences_and_late_records_are_notes) {
  Administration administration = dopamine_running();
  administration.differences = {"rate ordered 31.9 mL/h, pump 38.3 mL/h"};
  AdministrationRecord late = rate_change();
  late.late = true;
  const json::Value value = resource(administration, {rate_change(), late});
  const auto& notes = value.find("note")->items();
  ASSERT_EQ(notes.size(), 4U);
  EXPECT_EQ(notes[2].text_of("text"),
            "Reported late by the pump: 2026-03-02T17:15:01Z Rate change 31.9 to 38.3 mL per hour "
            "(10 to 12 mcg per kg per min)");
  EXPECT_EQ(notes[3].text_of("text"), "rate ordered 31.9 mL/h, pump 38.3 mL/h");
  EXPECT_EQ(listed(fhir::check(value)), "");
}

TEST(medication_administration, a_bolus_names_the_order_out_of_which_it_is_given) {
  Administration bolus = dopamine_running();
  EXPECT_EQ(member(resource(bolus), "supportingInformation"), "-");
  bolus.parent_order_number = {"ORD1", "EHR", "", ""};
  const json::Value value = resource(bolus);
  const json::Value* parent = value.find("supportingInformation")->at(0);
  EXPECT_EQ(parent->text_of("type"), "MedicationRequest");
  EXPECT_EQ(parent->find("identifier")->text_of("value"), "ORD1");
  EXPECT_EQ(listed(fhir::check(value)), "");
}

// 400 mg in 250 mL: 31.9 mL are 51.04 mg.
TEST(medication_administration, a_bolus_that_is_in_has_its_dose_and_its_period) {
  Administration bolus = dopamine_running();
  bolus.parent_order_number = {"ORD1", "EHR", "", ""};
  bolus.status = AdministrationStatus::completed;
  bolus.segments.pop_back();
  bolus.end = at("2026-03-02T17:15:00Z");
  const json::Value value = resource(bolus, {ended(RecordKind::bolus)});
  EXPECT_EQ(value.text_of("status"), "completed");
  EXPECT_EQ(member(value, "effectivePeriod"),
            R"({"start":"2026-03-02T16:15:00Z","end":"2026-03-02T17:15:00Z"})");
  const json::Value* const dosage = value.find("dosage");
  ASSERT_NE(dosage, nullptr);
  EXPECT_EQ(dosage->text_of("text"), "51.04 mg");
  EXPECT_EQ(dosage->find("dose")->find("value")->number_text(), "31.9");
  EXPECT_EQ(dosage->find("rateQuantity")->find("value")->number_text(), "31.9");
  EXPECT_EQ(value.find("note")->items().size(), 1U) << "the concentration";
  EXPECT_EQ(listed(fhir::check(value)), "");
}

TEST(medication_administration, a_dose_out_of_what_runs_is_a_note_and_not_its_rate) {
  Administration running = dopamine_running();
  running.segments.back().bolus = true;
  running.segments.back().rate = quantity<FlowRate>("300", "mL/h");
  running.segments.back().dose_rate.reset();
  AdministrationRecord kvo = ended(RecordKind::keep_open);
  kvo.volume_in_all.reset();
  const json::Value value = resource(running, {ended(RecordKind::bolus), kvo});
  EXPECT_EQ(value.find("dosage")->find("rateQuantity")->find("value")->number_text(), "31.9");
  const auto& notes = value.find("note")->items();
  ASSERT_EQ(notes.size(), 4U);
  EXPECT_EQ(notes[1].text_of("text"), "Pump dose rate 10 mcg per kg per min");
  EXPECT_EQ(notes[2].text_of("text"),
            "2026-03-02T17:15:01Z Bolus 32 mg, 20 mL, out of this infusion, which goes on");
  EXPECT_EQ(notes[3].text_of("text"),
            "2026-03-02T17:15:01Z Keep vein open 31.9 mL per hour, 20 mL given");
  EXPECT_EQ(listed(fhir::check(value)), "");
}

TEST(medication_administration, codes_and_authorities_keep_their_uris) {
  Administration administration = dopamine_running();
  administration.drug = {"3628", "dopamine", "http://www.nlm.nih.gov/research/umls/rxnorm"};
  administration.patient.patient_id.authority = "HOSP";
  json::Value value = resource(administration);
  EXPECT_EQ(value.find("subject")->find("identifier")->text_of("system"), "urn:oid:2.999.1.1");
  EXPECT_EQ(value.find("medicationCodeableConcept")->find("coding")->at(0)->text_of("system"),
            "http://www.nlm.nih.gov/research/umls/rxnorm");
  administration.drug = {"9", "x", "UNKNOWNSYS"};
  value = resource(administration);
  EXPECT_EQ(value.find("medicationCodeableConcept")->find("coding")->at(0)->find("system"),
            nullptr);
  EXPECT_EQ(listed(fhir::check(value)), "");
}

TEST(medication_administration, a_patient_or_order_that_is_not_known_is_valid_too) {
  Administration administration = dopamine_running();
  administration.placer_order_number = {};
  administration.performer = {};
  administration.drug = {{}, "Dopamine", {}};
  administration.strength.reset();
  administration.segments.clear();
  administration.route_code = {};
  const json::Value value = resource(administration);
  EXPECT_EQ(value.find("request"), nullptr);
  EXPECT_EQ(value.find("performer"), nullptr);
  EXPECT_EQ(value.find("note"), nullptr);
  EXPECT_EQ(listed(fhir::check(value)), "");
}

}  // namespace
}  // namespace bridge::translate
