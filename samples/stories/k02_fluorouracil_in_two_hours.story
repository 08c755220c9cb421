# shows: 46 hours of fluorouracil in two
# proves: K2 F49 9005
# 4 500 mg in 230 mL, 2 500 mg/m2 for 1.8 m2: 230 / 46 = 5 mL/h; 2500 x 24 / 46 = 1 304 mg/m2/d (soft 1 300). In 2 h: 115 mL/h, 30 000 mg/m2/d (hard 1 500).

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0203^^^HOSP^MR||Invented^Olga^^^^^L||19660101|F
  PV1||I|ONC^5^A||||||||||||||||TESTVISIT-0203
  ORC|NW|ORD1^EHR|||||||20260302100000-0600||PH0001^Invented^Pharmacist|D0007^Invented^Doctor
  RXE||5FU^Fluorouracil 4500 mg in 230 mL^L|230||mL||||||||||||||||||115|mL/h|4500|mg|||||||230|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|3140-1^Body surface area^LN||1.8|m2^square meter^UCUM|||||F
fact order_refused ORD1^EHR, new_order, E hard_limit_above at RXE[1]-23, E hard_limit_below at RXE[1]-23, W line_needed at drug
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AE|EHR1
  ERR||RXE^1^23^1|207^Application internal error^HL70357|E|9005^above the hard limit of the drug library^L||dose rate 30,000 mg per m2 per day; hard limit 150 to 1,500 mg per m2 per day|above the hard limit of the drug library; correct the order; a hard limit is never overridden (prescriber)
  ERR||RXE^1^23^1|207^Application internal error^HL70357|E|9005^below the hard limit of the drug library^L||duration 2 hours; hard limit 20 to 168 hours|below the hard limit of the drug library; correct the order; a hard limit is never overridden (prescriber)
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||a central line|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000001, CA

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
        "code": "5FU"
       }
      ],
      "text": "Fluorouracil 4500 mg in 230 mL"
     },
     "amount": {
      "numerator": {
       "value": 230,
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
          "code": "5FU",
          "display": "Fluorouracil"
         }
        ]
       },
       "isActive": true,
       "strength": {
        "numerator": {
         "value": 4500,
         "unit": "mg",
         "system": "http://unitsofmeasure.org",
         "code": "mg"
        },
        "denominator": {
         "value": 230,
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
       "value": "TEST-0203"
      }
     ],
     "name": [
      {
       "use": "official",
       "family": "Invented",
       "given": [
        "Olga"
       ]
      }
     ],
     "gender": "female",
     "birthDate": "1966-01-01"
    },
    {
     "resourceType": "Encounter",
     "id": "enc",
     "identifier": [
      {
       "system": "urn:oid:2.999.1.2",
       "value": "TESTVISIT-0203"
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
         "value": "ONC^5^A"
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
     "id": "surface",
     "status": "final",
     "code": {
      "coding": [
       {
        "system": "http://loinc.org",
        "code": "3140-1"
       }
      ]
     },
     "valueQuantity": {
      "value": 1.8,
      "unit": "m2",
      "system": "http://unitsofmeasure.org",
      "code": "m2"
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
     "value": "ORD2"
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
   "authoredOn": "2026-03-02T10:00:00-06:00",
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
        "value": 230,
        "unit": "mL",
        "system": "http://unitsofmeasure.org",
        "code": "mL"
       },
       "rateQuantity": {
        "value": 115,
        "unit": "mL/h",
        "system": "http://unitsofmeasure.org",
        "code": "mL/h"
       }
      }
     ]
    }
   ],
   "supportingInformation": [
    {
     "reference": "#surface"
    }
   ]
  }
fact order_refused ORD2^EHR, new_order, E hard_limit_above at MedicationRequest.dosageInstruction[0].doseAndRate[0].rateQuantity, E hard_limit_below at MedicationRequest.dosageInstruction[0].doseAndRate[0].rateQuantity, W line_needed at drug
fhir < 422
  error business-rule MedicationRequest.dosageInstruction[0].doseAndRate[0].rateQuantity | above the hard limit of the drug library: dose rate 30,000 mg per m2 per day; hard limit 150 to 1,500 mg per m2 per day
  error business-rule MedicationRequest.dosageInstruction[0].doseAndRate[0].rateQuantity | below the hard limit of the drug library: duration 2 hours; hard limit 20 to 168 hours
  warning informational MedicationRequest.medication | the line must be as the drug library demands: a central line

at 2026-03-02T10:01:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100100-0600||RDE^O11^RDE_O11|EHR2|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0203^^^HOSP^MR||Invented^Olga^^^^^L||19660101|F
  PV1||I|ONC^5^A||||||||||||||||TESTVISIT-0203
  ORC|NW|ORD3^EHR|||||||20260302100100-0600||PH0001^Invented^Pharmacist|D0007^Invented^Doctor
  RXE||5FU^Fluorouracil 4500 mg in 230 mL^L|230||mL||||||||||||||||||5|mL/h|4500|mg|||||||230|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|3140-1^Body surface area^LN||1.8|m2^square meter^UCUM|||||F
fact order_accepted ORD3^EHR, rate 5 mL/h, volume 230 mL, surface 1.8 m2, held by a soft limit, W soft_limit_above at RXE[1]-23, W line_needed at drug
fact answer_due STORY-R000002, to ehr
ehr < ACK^O11
  MSA|CA|EHR2
ehr < RRE^O12
  MSA|AA|EHR2
  ERR||RXE^1^23^1|207^Application internal error^HL70357|W|9005^above the soft limit of the drug library^L||dose rate 1,304 mg per m2 per day; soft limit 200 to 1,300 mg per m2 per day|above the soft limit of the drug library; a pharmacist or prescriber releases the order with a reason, or corrects it (pharmacy)
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||a central line|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|OK|ORD3^EHR
fact report_answered STORY-R000002, CA
