# shows: 41.7 for 4.17 mL/h of lidocaine
# proves: K3 F49 9005 9018
# 2 g in 250 mL (8 mg/mL): 4.17 x 8 / 60 = 0.556 mg/min (soft 0.5 to 4); 41.7 x 8 / 60 = 5.56 mg/min (hard 5).

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0002^^^HOSP^MR||Invented^Ben^^^^^L||19660101|M
  PV1||I|ICU^14^A||||||||||||||||TESTVISIT-0002
  ORC|NW|ORD1^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||LIDO^Lidocaine 2 g in D5W 250 mL^L|250||mL||||||||||||||||||41.7|mL/h|2|g|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
fact order_refused ORD1^EHR, new_order, E hard_limit_above at RXE[1]-23
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AE|EHR1
  ERR||RXE^1^23^1|207^Application internal error^HL70357|E|9005^above the hard limit of the drug library^L||dose rate 5.56 mg per min; hard limit 0.25 to 5 mg per min|above the hard limit of the drug library; correct the order; a hard limit is never overridden (prescriber)
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
        "code": "LIDO"
       }
      ],
      "text": "Lidocaine 2 g in D5W 250 mL"
     },
     "amount": {
      "numerator": {
       "value": 250,
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
          "code": "LIDO",
          "display": "Lidocaine"
         }
        ]
       },
       "isActive": true,
       "strength": {
        "numerator": {
         "value": 2,
         "unit": "g",
         "system": "http://unitsofmeasure.org",
         "code": "g"
        },
        "denominator": {
         "value": 250,
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
       "value": "TEST-0002"
      }
     ],
     "name": [
      {
       "use": "official",
       "family": "Invented",
       "given": [
        "Ben"
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
       "value": "TESTVISIT-0002"
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
         "value": "ICU^14^A"
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
        "value": 250,
        "unit": "mL",
        "system": "http://unitsofmeasure.org",
        "code": "mL"
       },
       "rateQuantity": {
        "value": 41.7,
        "unit": "mL/h",
        "system": "http://unitsofmeasure.org",
        "code": "mL/h"
       }
      }
     ]
    }
   ]
  }
fact order_refused ORD2^EHR, new_order, E hard_limit_above at MedicationRequest.dosageInstruction[0].doseAndRate[0].rateQuantity
fhir < 422
  error business-rule MedicationRequest.dosageInstruction[0].doseAndRate[0].rateQuantity | above the hard limit of the drug library: dose rate 5.56 mg per min; hard limit 0.25 to 5 mg per min

at 2026-03-02T10:01:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100100-0600||RDE^O11^RDE_O11|EHR2|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0002^^^HOSP^MR||Invented^Ben^^^^^L||19660101|M
  PV1||I|ICU^14^A||||||||||||||||TESTVISIT-0002
  ORC|NW|ORD3^EHR|||||||20260302100100-0600|||D0007^Invented^Doctor
  RXE||LIDO^Lidocaine 2 g in D5W 250 mL^L|250||mL||||||||||||||||||4.17|mL/h|2|g|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
fact order_accepted ORD3^EHR, rate 4.17 mL/h, volume 250 mL
fact answer_due STORY-R000002, to ehr
ehr < ACK^O11
  MSA|CA|EHR2
ehr < RRE^O12
  MSA|AA|EHR2
  ORC|OK|ORD3^EHR
fact report_answered STORY-R000002, CA

# The value typed in the wrong field: the scan is held against the order.

at 2026-03-02T10:05:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100500-0600||RGV^O15^RGV_O15|EHR3|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0002^^^HOSP^MR||Invented^Ben^^^^^L||19660101|M
  PV1||I|ICU^14^A||||||||||||||||TESTVISIT-0002
  ORC|RE|ORD3^EHR|||||||20260302100500-0600||||||||||N0001^Invented^Nurse
  RXG|1|||LIDO^Lidocaine^L|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||41.7|265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM|2|263872^MDC_DIM_X_G^MDC^g^g^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
fact program_refused ORD3^EHR to P-1001^ACDE48FFFE000002, E scanned_number_differs at RXG[1]-15
fact answer_due STORY-R000003, to ehr
ehr < ACK^O15
  MSA|CA|EHR3
ehr < RRG^O16
  MSA|AE|EHR3
  ERR||RXG^1^15^1|207^Application internal error^HL70357|E|9018^a number of the scan is not the order's^L||41.7 mL per hour scanned, 4.17 mL per hour ordered|a number of the scan is not the order's; take the bag of the order, or correct the number and scan again; the order stays as it is (nurse)
  ORC|UA|ORD3^EHR
fact report_answered STORY-R000003, CA
