# shows: vincristine into the spine: by the order, by the scan, by FHIR
# proves: K6 F65 F66 9004
# Vincristine has one route here. P-1007 is dedicated to intrathecal orders and takes nothing for a vein.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0203^^^HOSP^MR||Invented^Olga^^^^^L||19660101|F
  PV1||I|ONC^5^A||||||||||||||||TESTVISIT-0203
  ORC|NW|ORD1^EHR|||||||20260302100000-0600||PH0001^Invented^Pharmacist|D0007^Invented^Doctor
  RXE||VINC^Vincristine 2 mg in NS 50 mL^L|2||mg|||||||||||||||||M10|||2|mg|||||||50|mL
  RXR|IT^Intrathecal^HL70162||IVP^IV Pump^HL70164

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
        "code": "VINC"
       }
      ],
      "text": "Vincristine 2 mg in NS 50 mL"
     },
     "amount": {
      "numerator": {
       "value": 50,
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
          "code": "VINC",
          "display": "Vincristine"
         }
        ]
       },
       "isActive": true,
       "strength": {
        "numerator": {
         "value": 2,
         "unit": "mg",
         "system": "http://unitsofmeasure.org",
         "code": "mg"
        },
        "denominator": {
         "value": 50,
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
     "timing": {
      "repeat": {
       "duration": 10,
       "durationUnit": "min"
      }
     },
     "route": {
      "coding": [
       {
        "system": "http://terminology.hl7.org/CodeSystem/v2-0162",
        "code": "IT",
        "display": "Intrathecal"
       }
      ]
     },
     "doseAndRate": [
      {
       "doseQuantity": {
        "value": 2,
        "unit": "mg",
        "system": "http://unitsofmeasure.org",
        "code": "mg"
       }
      }
     ]
    }
   ]
  }

at 2026-03-02T10:01:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100100-0600||RDE^O11^RDE_O11|EHR2|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0203^^^HOSP^MR||Invented^Olga^^^^^L||19660101|F
  PV1||I|ONC^5^A||||||||||||||||TESTVISIT-0203
  ORC|NW|ORD3^EHR|||||||20260302100100-0600||PH0001^Invented^Pharmacist|D0007^Invented^Doctor
  RXE||VINC^Vincristine 2 mg in NS 50 mL^L|2||mg|||||||||||||||||M10|||2|mg|||||||50|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164

at 2026-03-02T10:05:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100500-0600||RGV^O15^RGV_O15|EHR3|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0203^^^HOSP^MR||Invented^Olga^^^^^L||19660101|F
  PV1||I|ONC^5^A||||||||||||||||TESTVISIT-0203
  ORC|RE|ORD3^EHR|||||||20260302100500-0600||N0002^Invented^Colleague||||||||N0001^Invented^Nurse
  RXG|1|||VINC^Vincristine^L|50||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||2|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|2|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||50|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  TQ1|1||||||||||||10^264352&MDC_DIM_MIN&MDC
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1007^DEMOPUMP^ACDE48FFFE000002^EUI-64

at 2026-03-02T10:06:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100600-0600||RGV^O15^RGV_O15|EHR4|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0203^^^HOSP^MR||Invented^Olga^^^^^L||19660101|F
  PV1||I|ONC^5^A||||||||||||||||TESTVISIT-0203
  ORC|RE|ORD3^EHR|||||||20260302100600-0600||N0002^Invented^Colleague||||||||N0001^Invented^Nurse
  RXG|1|||VINC^Vincristine^L|50||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||2|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|2|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||50|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  TQ1|1||||||||||||10^264352&MDC_DIM_MIN&MDC
  RXR|^IT^HL70162||^IVP^HL70164
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1003^DEMOPUMP^ACDE48FFFE000002^EUI-64
