# shows: vincristine into the spine: by the order, by the scan, by FHIR
# proves: K6 F65 F66 9004 9014
# Vincristine has one route here. P-1007 is dedicated to intrathecal orders and takes nothing for a vein.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0203^^^HOSP^MR||Invented^Olga^^^^^L||19660101|F
  PV1||I|ONC^5^A||||||||||||||||TESTVISIT-0203
  ORC|NW|ORD1^EHR|||||||20260302100000-0600||PH0001^Invented^Pharmacist|D0007^Invented^Doctor
  RXE||VINC^Vincristine 2 mg in NS 50 mL^L|2||mg|||||||||||||||||M10|||2|mg|||||||50|mL
  RXR|IT^Intrathecal^HL70162||IVP^IV Pump^HL70164
fact order_refused ORD1^EHR, new_order, E route_not_permitted at RXR[1]-1
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AE|EHR1
  ERR||RXR^1^1^1|207^Application internal error^HL70357|E|9004^the drug library does not permit this route for this drug^L||intrathecal; permitted intravenous|the drug library does not permit this route for this drug; correct the route or the drug before anything is prepared or given (prescriber)
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
fact order_refused ORD2^EHR, new_order, E route_not_permitted at MedicationRequest.dosageInstruction[0].route
fhir < 422
  error business-rule MedicationRequest.dosageInstruction[0].route | the drug library does not permit this route for this drug: intrathecal; permitted intravenous

at 2026-03-02T10:01:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100100-0600||RDE^O11^RDE_O11|EHR2|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0203^^^HOSP^MR||Invented^Olga^^^^^L||19660101|F
  PV1||I|ONC^5^A||||||||||||||||TESTVISIT-0203
  ORC|NW|ORD3^EHR|||||||20260302100100-0600||PH0001^Invented^Pharmacist|D0007^Invented^Doctor
  RXE||VINC^Vincristine 2 mg in NS 50 mL^L|2||mg|||||||||||||||||M10|||2|mg|||||||50|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
fact order_accepted ORD3^EHR, dose 2 mg, duration 10 min
fact answer_due STORY-R000002, to ehr
ehr < ACK^O11
  MSA|CA|EHR2
ehr < RRE^O12
  MSA|AA|EHR2
  ORC|OK|ORD3^EHR
fact report_answered STORY-R000002, CA

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
fact program_refused ORD3^EHR to P-1007^ACDE48FFFE000002, E pump_not_for_route at RXR[1]-1, E pump_maximum at rate
fact answer_due STORY-R000003, to ehr
ehr < ACK^O15
  MSA|CA|EHR3
ehr < RRG^O16
  MSA|AE|EHR3
  ERR||RXR^1^1^1|207^Application internal error^HL70357|E|9004^this pump is not for the route of the order^L||intravenous: the pump is dedicated to other routes|this pump is not for the route of the order; take a pump that is meant for this route (nurse)
  ERR||RXG^1^15^1|207^Application internal error^HL70357|E|9014^rate or volume beyond what the pump can deliver^L||300 mL per hour; the pump delivers 0.01 to 10 mL per hour|rate or volume beyond what the pump can deliver; use another pump or concentration (nurse)
  ORC|UA|ORD3^EHR
fact report_answered STORY-R000003, CA

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
fact program_refused ORD3^EHR to P-1003^ACDE48FFFE000002, E scanned_route_differs at RXR[1]-1
fact answer_due STORY-R000004, to ehr
ehr < ACK^O15
  MSA|CA|EHR4
ehr < RRG^O16
  MSA|AE|EHR4
  ERR||RXR^1^1^1|207^Application internal error^HL70357|E|9004^the route of the scan is not the order's^L||intrathecal scanned, intravenous ordered|the route of the scan is not the order's; stop; take the bag and the line of the order (nurse)
  ORC|UA|ORD3^EHR
fact report_answered STORY-R000004, CA
