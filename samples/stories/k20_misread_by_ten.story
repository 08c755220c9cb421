# shows: 200 for 20 mg, 19 for 1.9 units an hour
# proves: K20 F49 9005
# Furosemide 200 mg: soft 100 mg, and the bag holds 100 mg, so refused. Insulin 19 unit/h: the ward ends at 15; 1.9 unit/h of 1 unit/mL are 1.9 mL/h.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|NW|ORD1^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||FURO^Furosemide^L|200||mg|||||||||||||||||M60|||100|mg|||||||100|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
fact order_refused ORD1^EHR, new_order, E dose_beyond_bag at RXE[1]-3, W soft_limit_above at RXE[1]-3, W soft_limit_above at RXE[1]-22
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AE|EHR1
  ERR||RXE^1^3^1|207^Application internal error^HL70357|E|9005^the dose asked for is more than the bag holds^L||2 times what one bag holds|the dose asked for is more than the bag holds; check the dose; if it is meant, dispense and order bags that hold it (pharmacy)
  ERR||RXE^1^3^1|207^Application internal error^HL70357|W|9005^above the soft limit of the drug library^L||dose 200 mg; soft limit 20 to 100 mg|above the soft limit of the drug library; a pharmacist or prescriber releases the order with a reason, or corrects it (pharmacy)
  ERR||RXE^1^22^1|207^Application internal error^HL70357|W|9005^above the soft limit of the drug library^L||dose rate 3.333 mg per min; soft limit up to 3 mg per min|above the soft limit of the drug library; a pharmacist or prescriber releases the order with a reason, or corrects it (pharmacy)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000001, CA

at 2026-03-02T10:01:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100100-0600||RDE^O11^RDE_O11|EHR2|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|NW|ORD2^EHR|||||||20260302100100-0600|||D0007^Invented^Doctor
  RXE||INSULIN^Insulin regular 100 units in NS 100 mL^L|100||mL||||||||||||||||||19|units/h|100|units|||||||100|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
fact order_refused ORD2^EHR, new_order, E hard_limit_above at RXE[1]-23
fact answer_due STORY-R000002, to ehr
ehr < ACK^O11
  MSA|CA|EHR2
ehr < RRE^O12
  MSA|AE|EHR2
  ERR||RXE^1^23^1|207^Application internal error^HL70357|E|9005^above the hard limit of the drug library^L||dose rate 19 units per hour; hard limit 0.1 to 15 units per hour|above the hard limit of the drug library; correct the order; a hard limit is never overridden (prescriber)
  ORC|UA|ORD2^EHR
fact report_answered STORY-R000002, CA

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
        "code": "INSULIN"
       }
      ],
      "text": "Insulin regular 100 units in NS 100 mL"
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
          "code": "INSULIN",
          "display": "Insulin regular"
         }
        ]
       },
       "isActive": true,
       "strength": {
        "numerator": {
         "value": 100,
         "unit": "[iU]",
         "system": "http://unitsofmeasure.org",
         "code": "[iU]"
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
       "value": "TEST-0006"
      }
     ],
     "name": [
      {
       "use": "official",
       "family": "Invented",
       "given": [
        "Finn"
       ]
      }
     ],
     "gender": "male",
     "birthDate": "1966-01-01"
    },
    {
     "resourceType": "Encounter",
     "id": "enc",
     "identifier": [
      {
       "system": "urn:oid:2.999.1.2",
       "value": "TESTVISIT-0006"
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
         "value": "3W^22^A"
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
     "value": "ORD3"
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
   "authoredOn": "2026-03-02T10:01:00-06:00",
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
        "value": 19,
        "unit": "[iU]/h",
        "system": "http://unitsofmeasure.org",
        "code": "[iU]/h"
       }
      }
     ]
    }
   ]
  }
fact order_refused ORD3^EHR, new_order, E hard_limit_above at MedicationRequest.dosageInstruction[0].doseAndRate[0].rateQuantity
fhir < 422
  error business-rule MedicationRequest.dosageInstruction[0].doseAndRate[0].rateQuantity | above the hard limit of the drug library: dose rate 19 units per hour; hard limit 0.1 to 15 units per hour

at 2026-03-02T10:02:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100200-0600||RDE^O11^RDE_O11|EHR3|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|NW|ORD4^EHR|||||||20260302100200-0600|||D0007^Invented^Doctor
  RXE||INSULIN^Insulin regular 100 units in NS 100 mL^L|100||mL||||||||||||||||||1.9|units/h|100|units|||||||100|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
fact order_accepted ORD4^EHR, dose rate 1.9 [iU]/h, volume 100 mL
fact answer_due STORY-R000003, to ehr
ehr < ACK^O11
  MSA|CA|EHR3
ehr < RRE^O12
  MSA|AA|EHR3
  ORC|OK|ORD4^EHR
fact report_answered STORY-R000003, CA
