# shows: zinc for a newborn in milligrams instead of micrograms
# proves: K9 F41 F48 9005 9010 9018 9024
# 330 ug/kg/d, 1 kg, 330 ug in 100 mL: 100 / 24 = 4.17 mL/h. In mg it is a thousandfold: 330 mg/kg/d (hard 600 ug/kg/d), 330 mg in 100 mL.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0201^^^HOSP^MR||Invented^Nell^^^^^L||20260220|F
  PV1||I|NICU^2^A||||||||||||||||TESTVISIT-0201
  ORC|NW|ORD1^EHR|||||||20260302100000-0600||PH0001^Invented^Pharmacist|D0007^Invented^Doctor
  RXE||ZINC^Zinc sulfate^L|100||mL||||||||||||||||||330|mg/kg/day|330|mg|||||||100|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|29463-7^Body weight^LN||1|kg^kilogram^UCUM|||||F
fact order_refused ORD1^EHR, new_order, E concentration_not_library at RXE[1]-25, E hard_limit_above at RXE[1]-23, E total_above_hard_limit at history, W line_needed at drug
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AE|EHR1
  ERR||RXE^1^25^1|207^Application internal error^HL70357|E|9018^the concentration is not one of the drug library's^L||3,300 mcg/mL; the library has 330 mcg in 100 mL, 165 mcg in 50 mL|the concentration is not one of the drug library's; prepare a library concentration or add this one (pharmacy)
  ERR||RXE^1^23^1|207^Application internal error^HL70357|E|9005^above the hard limit of the drug library^L||dose rate 330,000 mcg per kg per day; hard limit 50 to 600 mcg per kg per day|above the hard limit of the drug library; correct the order; a hard limit is never overridden (prescriber)
  ERR|||207^Application internal error^HL70357|E|9024^a total above the hard limit of the drug library^L||with what was given before: accumulated 330,000 mcg per kg; hard limit up to 600 mcg per kg within 24 h|a total above the hard limit of the drug library; correct the order; a hard limit is never overridden (prescriber)
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||a central line|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000001, CA

# C1, D4: the dose alone in mg.

at 2026-03-02T10:01:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100100-0600||RDE^O11^RDE_O11|EHR2|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0201^^^HOSP^MR||Invented^Nell^^^^^L||20260220|F
  PV1||I|NICU^2^A||||||||||||||||TESTVISIT-0201
  ORC|NW|ORD2^EHR|||||||20260302100100-0600||PH0001^Invented^Pharmacist|D0007^Invented^Doctor
  RXE||ZINC^Zinc sulfate^L|100||mL||||||||||||||||||330|mg/kg/day|330|mcg|||||||100|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|29463-7^Body weight^LN||1|kg^kilogram^UCUM|||||F
fact order_refused ORD2^EHR, new_order, E hard_limit_above at RXE[1]-23, E pump_maximum at rate, W line_needed at drug
fact answer_due STORY-R000002, to ehr
ehr < ACK^O11
  MSA|CA|EHR2
ehr < RRE^O12
  MSA|AE|EHR2
  ERR||RXE^1^23^1|207^Application internal error^HL70357|E|9005^above the hard limit of the drug library^L||dose rate 330,000 mcg per kg per day; hard limit 50 to 600 mcg per kg per day|above the hard limit of the drug library; correct the order; a hard limit is never overridden (prescriber)
  ERR||RXE^1^23^1|207^Application internal error^HL70357|E|9014^rate or volume beyond what the pump can deliver^L||4,167 mL per hour; a pump of model DEMO-LVP delivers 0.1 to 999 mL per hour|rate or volume beyond what the pump can deliver; use another pump or concentration (nurse)
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||a central line|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|UA|ORD2^EHR
fact report_answered STORY-R000002, CA

# B5: added to the nutrition it is another bag than the nutrition's entry: 330 mg in 100 mL at 4 mL/h are 316.8 mg a day (hard 600 ug).

at 2026-03-02T10:02:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100200-0600||RDE^O11^RDE_O11|EHR3|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0201^^^HOSP^MR||Invented^Nell^^^^^L||20260220|F
  PV1||I|NICU^2^A||||||||||||||||TESTVISIT-0201
  ORC|NW|ORD3^EHR|||||||20260302100200-0600||PH0001^Invented^Pharmacist|D0007^Invented^Doctor
  RXE||PNNEO^Parenteral nutrition, neonatal^L|100||mL||||||||||||||||||4|mL/h
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  RXC|B|PNNEO^Parenteral nutrition, neonatal^L|100|mL
  RXC|A|ZINC^Zinc sulfate^L|330|mg
  OBX|1|NM|29463-7^Body weight^LN||1|kg^kilogram^UCUM|||||F
fact order_refused ORD3^EHR, new_order, E additive_not_in_entry at components, E hard_limit_above at RXC[2]-3, W line_needed at drug, W line_needed at drug, W line_needed at drug
fact answer_due STORY-R000003, to ehr
ehr < ACK^O11
  MSA|CA|EHR3
ehr < RRE^O12
  MSA|AE|EHR3
  ERR||RXC^1^2^1|207^Application internal error^HL70357|E|9010^a drug is added to a fluid whose entry in the drug library does not tell of it^L||component 2|a drug is added to a fluid whose entry in the drug library does not tell of it; prepare the bag as the library has it, or give the drug an entry of its own in this fluid (pharmacy)
  ERR||RXC^2^3^1|207^Application internal error^HL70357|E|9005^above the hard limit of the drug library^L||component 2: dose rate 316,800 mcg per kg per day; hard limit 50 to 600 mcg per kg per day|above the hard limit of the drug library; correct the order; a hard limit is never overridden (prescriber)
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||a central line|the line must be as the drug library demands; check the line before starting (nurse)
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||an in-line filter|the line must be as the drug library demands; check the line before starting (nurse)
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||protection from light|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|UA|ORD3^EHR
fact report_answered STORY-R000003, CA

# The same by FHIR.
fhir > POST MedicationRequest
  {
   "resourceType": "MedicationRequest",
   "id": "mr1",
   "contained": [
    {
     "resourceType": "Medication",
     "id": "bag",
     "code": {
      "coding": [
       {
        "system": "urn:oid:2.999.2",
        "code": "ZINC"
       }
      ],
      "text": "Zinc sulfate"
     },
     "amount": {
      "numerator": {
       "value": 100,
       "unit": "mL",
       "system": "http://unitsofmeasure.org",
       "code": "mL"
      },
      "denominator": {
       "value": 1
      }
     },
     "ingredient": [
      {
       "itemCodeableConcept": {
        "coding": [
         {
          "system": "urn:oid:2.999.2",
          "code": "ZINC",
          "display": "Zinc sulfate"
         }
        ]
       },
       "isActive": true,
       "strength": {
        "numerator": {
         "value": 330,
         "unit": "mg",
         "system": "http://unitsofmeasure.org",
         "code": "mg"
        },
        "denominator": {
         "value": 100,
         "unit": "mL",
         "system": "http://unitsofmeasure.org",
         "code": "mL"
        }
       }
      }
     ]
    },
    {
     "resourceType": "Patient",
     "id": "pat",
     "identifier": [
      {
       "system": "urn:oid:2.999.1.1",
       "value": "TEST-0201"
      }
     ],
     "name": [
      {
       "use": "official",
       "family": "Invented",
       "given": [
        "Nell"
       ]
      }
     ],
     "gender": "female",
     "birthDate": "2026-02-20"
    },
    {
     "resourceType": "Encounter",
     "id": "enc",
     "identifier": [
      {
       "system": "urn:oid:2.999.1.2",
       "value": "TESTVISIT-0201"
      }
     ],
     "status": "in-progress",
     "class": {
      "system": "http://terminology.hl7.org/CodeSystem/v3-ActCode",
      "code": "IMP"
     },
     "location": [
      {
       "location": {
        "identifier": {
         "value": "NICU^2^A"
        }
       }
      }
     ]
    },
    {
     "resourceType": "Practitioner",
     "id": "doc",
     "identifier": [
      {
       "system": "urn:oid:2.999.1.5",
       "value": "D0007"
      }
     ],
     "name": [
      {
       "family": "Invented",
       "given": [
        "Doctor"
       ]
      }
     ]
    },
    {
     "resourceType": "Practitioner",
     "id": "pharm",
     "identifier": [
      {
       "system": "urn:oid:2.999.1.5",
       "value": "PH0001"
      }
     ],
     "name": [
      {
       "family": "Invented",
       "given": [
        "Pharmacist"
       ]
      }
     ]
    },
    {
     "resourceType": "Observation",
     "id": "weight",
     "status": "final",
     "code": {
      "coding": [
       {
        "system": "http://loinc.org",
        "code": "29463-7"
       }
      ]
     },
     "valueQuantity": {
      "value": 1,
      "unit": "kg",
      "system": "http://unitsofmeasure.org",
      "code": "kg"
     }
    }
   ],
   "extension": [
    {
     "url": "urn:infusion-bridge:verified-by",
     "valueReference": {
      "reference": "#pharm"
     }
    }
   ],
   "identifier": [
    {
     "type": {
      "coding": [
       {
        "system": "http://terminology.hl7.org/CodeSystem/v2-0203",
        "code": "PLAC"
       }
      ]
     },
     "system": "urn:oid:2.999.1.3",
     "value": "ORD4"
    }
   ],
   "status": "active",
   "intent": "order",
   "medicationReference": {
    "reference": "#bag"
   },
   "subject": {
    "reference": "#pat"
   },
   "encounter": {
    "reference": "#enc"
   },
   "authoredOn": "2026-03-02T10:02:00-06:00",
   "requester": {
    "reference": "#doc"
   },
   "dosageInstruction": [
    {
     "route": {
      "coding": [
       {
        "system": "http://terminology.hl7.org/CodeSystem/v2-0162",
        "code": "IV",
        "display": "Intravenous"
       }
      ]
     },
     "doseAndRate": [
      {
       "doseQuantity": {
        "value": 100,
        "unit": "mL",
        "system": "http://unitsofmeasure.org",
        "code": "mL"
       },
       "rateQuantity": {
        "value": 330,
        "unit": "mg/kg/d",
        "system": "http://unitsofmeasure.org",
        "code": "mg/kg/d"
       }
      }
     ]
    }
   ],
   "supportingInformation": [
    {
     "reference": "#weight"
    }
   ]
  }
fact order_refused ORD4^EHR, new_order, E concentration_not_library at MedicationRequest.contained[0].ingredient[0].strength.numerator, E hard_limit_above at MedicationRequest.dosageInstruction[0].doseAndRate[0].rateQuantity, E total_above_hard_limit at history, W line_needed at drug
fhir < 422
  error business-rule MedicationRequest.contained[0].ingredient[0].strength.numerator | the concentration is not one of the drug library's: 3,300 mcg/mL; the library has 330 mcg in 100 mL, 165 mcg in 50 mL
  error business-rule MedicationRequest.dosageInstruction[0].doseAndRate[0].rateQuantity | above the hard limit of the drug library: dose rate 330,000 mcg per kg per day; hard limit 50 to 600 mcg per kg per day
  error business-rule | a total above the hard limit of the drug library: with what was given before: accumulated 330,000 mcg per kg; hard limit up to 600 mcg per kg within 24 h
  warning informational MedicationRequest.medication | the line must be as the drug library demands: a central line
