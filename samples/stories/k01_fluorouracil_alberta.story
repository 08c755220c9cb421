# shows: four days of fluorouracil in four hours: the order, the scan, and the order by FHIR
# proves: K1 V7 F49 9005 9018
# 5 250 mg in 115.2 mL (45.57 mg/mL), 4 000 mg/m2 for 1.3125 m2, over 96 h: 115.2 / 96 = 1.2 mL/h; 5250 / 1.3125 / 4 = 1 000 mg/m2/d.
# What was programmed is 28.8 mL/h: 115.2 / 28.8 = 4 h (hard 20 h) and 1000 x 24 = 24 000 mg/m2/d (hard 1 500).

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0203^^^HOSP^MR||Invented^Olga^^^^^L||19660101|F
  PV1||I|ONC^5^A||||||||||||||||TESTVISIT-0203
  ORC|NW|ORD1^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||5FU^Fluorouracil 5250 mg in 115.2 mL^L|115.2||mL||||||||||||||||||28.8|mL/h|5250|mg|||||||115.2|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|3140-1^Body surface area^LN||1.3125|m2^square meter^UCUM|||||F

# D3, C7: the same by FHIR.
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
      "text": "Fluorouracil 5250 mg in 115.2 mL"
     },
     "amount": {
      "numerator": {
       "value": 115.2,
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
         "value": 5250,
         "unit": "mg",
         "system": "http://unitsofmeasure.org",
         "code": "mg"
        },
        "denominator": {
         "value": 115.2,
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
      "value": 1.3125,
      "unit": "m2",
      "system": "http://unitsofmeasure.org",
      "code": "m2"
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
        "value": 115.2,
        "unit": "mL",
        "system": "http://unitsofmeasure.org",
        "code": "mL"
       },
       "rateQuantity": {
        "value": 28.8,
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

at 2026-03-02T10:01:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100100-0600||RDE^O11^RDE_O11|EHR2|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0203^^^HOSP^MR||Invented^Olga^^^^^L||19660101|F
  PV1||I|ONC^5^A||||||||||||||||TESTVISIT-0203
  ORC|NW|ORD3^EHR|||||||20260302100100-0600|||D0007^Invented^Doctor
  RXE||5FU^Fluorouracil 5250 mg in 115.2 mL^L|115.2||mL||||||||||||||||||1000|mg/m2/day|5250|mg|||||||115.2|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|3140-1^Body surface area^LN||1.3125|m2^square meter^UCUM|||||F

# C3: the order is right, the pump is not: 28.8 mL/h against 1.2 mL/h.

at 2026-03-02T10:05:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100500-0600||RGV^O15^RGV_O15|EHR3|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0203^^^HOSP^MR||Invented^Olga^^^^^L||19660101|F
  PV1||I|ONC^5^A||||||||||||||||TESTVISIT-0203
  ORC|RE|ORD3^EHR|||||||20260302100500-0600||||||||||N0001^Invented^Nurse
  RXG|1|||5FU^Fluorouracil^L|115.2||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||28.8|265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM|5250|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||115.2|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1003^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|NM|188744^MDC_AREA_BODY_SURF_ACTUAL^MDC|0.1.1.1|1.3125|263616^MDC_DIM_SQ_X_M^MDC^m2^m2^UCUM|||||F

at 2026-03-02T10:06:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100600-0600||RGV^O15^RGV_O15|EHR4|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0203^^^HOSP^MR||Invented^Olga^^^^^L||19660101|F
  PV1||I|ONC^5^A||||||||||||||||TESTVISIT-0203
  ORC|RE|ORD3^EHR|||||||20260302100600-0600||||||||||N0001^Invented^Nurse
  RXG|1|||5FU^Fluorouracil^L|115.2||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||1000|269330^MDC_DIM_MILLI_G_PER_M_SQ_PER_DAY^MDC^mg/m2/d^mg/m2/d^UCUM|5250|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||115.2|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1003^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|NM|188744^MDC_AREA_BODY_SURF_ACTUAL^MDC|0.1.1.1|1.3125|263616^MDC_DIM_SQ_X_M^MDC^m2^m2^UCUM|||||F
