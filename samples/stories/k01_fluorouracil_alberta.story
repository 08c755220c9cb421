# shows: four days of fluorouracil in four hours: the order, the scan, and the order by FHIR
# proves: K1 V7 F49 9005 9018
# 5 250 mg in 115.2 mL (45.57 mg/mL), 4 000 mg/m2 for 1.3125 m2, over 96 h: 115.2 / 96 = 1.2 mL/h; 5250 / 1.3125 / 4 = 1 000 mg/m2/d.
# What was programmed is 28.8 mL/h: 115.2 / 28.8 = 4 h (hard 20 h) and 1000 x 24 = 24 000 mg/m2/d (hard 1 500).

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0203^^^HOSP^MR||Invented^Olga^^^^^L||19660101|F
  PV1||I|ONC^5^A||||||||||||||||TESTVISIT-0203
  ORC|NW|ORD1^EHR|||||||20260302100000-0600||PH0001^Invented^Pharmacist|D0007^Invented^Doctor
  RXE||5FU^Fluorouracil 5250 mg in 115.2 mL^L|115.2||mL||||||||||||||||||28.8|mL/h|5250|mg|||||||115.2|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|3140-1^Body surface area^LN||1.3125|m2^square meter^UCUM|||||F
fact order_refused ORD1^EHR, new_order, E hard_limit_above at RXE[1]-23, E hard_limit_below at RXE[1]-23, W line_needed at drug
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AE|EHR1
  ERR||RXE^1^23^1|207^Application internal error^HL70357|E|9005^above the hard limit of the drug library^L||dose rate 24,000 mg per m2 per day; hard limit 150 to 1,500 mg per m2 per day|above the hard limit of the drug library; correct the order; a hard limit is never overridden (prescriber)
  ERR||RXE^1^23^1|207^Application internal error^HL70357|E|9005^below the hard limit of the drug library^L||duration 4 hours; hard limit 20 to 168 hours|below the hard limit of the drug library; correct the order; a hard limit is never overridden (prescriber)
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||a central line|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000001, CA

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
      "value": 1.3125,
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
fact order_refused ORD2^EHR, new_order, E hard_limit_above at MedicationRequest.dosageInstruction[0].doseAndRate[0].rateQuantity, E hard_limit_below at MedicationRequest.dosageInstruction[0].doseAndRate[0].rateQuantity, W line_needed at drug
fhir < 422
  error business-rule MedicationRequest.dosageInstruction[0].doseAndRate[0].rateQuantity | above the hard limit of the drug library: dose rate 24,000 mg per m2 per day; hard limit 150 to 1,500 mg per m2 per day
  error business-rule MedicationRequest.dosageInstruction[0].doseAndRate[0].rateQuantity | below the hard limit of the drug library: duration 4 hours; hard limit 20 to 168 hours
  warning informational MedicationRequest.medication | the line must be as the drug library demands: a central line

at 2026-03-02T10:01:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100100-0600||RDE^O11^RDE_O11|EHR2|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0203^^^HOSP^MR||Invented^Olga^^^^^L||19660101|F
  PV1||I|ONC^5^A||||||||||||||||TESTVISIT-0203
  ORC|NW|ORD3^EHR|||||||20260302100100-0600||PH0001^Invented^Pharmacist|D0007^Invented^Doctor
  RXE||5FU^Fluorouracil 5250 mg in 115.2 mL^L|115.2||mL||||||||||||||||||1000|mg/m2/day|5250|mg|||||||115.2|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|3140-1^Body surface area^LN||1.3125|m2^square meter^UCUM|||||F
fact order_accepted ORD3^EHR, dose rate 1000 mg/m2/d, volume 115.2 mL, surface 1.3125 m2, W line_needed at drug
fact answer_due STORY-R000002, to ehr
ehr < ACK^O11
  MSA|CA|EHR2
ehr < RRE^O12
  MSA|AA|EHR2
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||a central line|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|OK|ORD3^EHR
fact report_answered STORY-R000002, CA

# C3: the order is right, the pump is not: 28.8 mL/h against 1.2 mL/h.

at 2026-03-02T10:05:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100500-0600||RGV^O15^RGV_O15|EHR3|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0203^^^HOSP^MR||Invented^Olga^^^^^L||19660101|F
  PV1||I|ONC^5^A||||||||||||||||TESTVISIT-0203
  ORC|RE|ORD3^EHR|||||||20260302100500-0600||N0002^Invented^Colleague||||||||N0001^Invented^Nurse
  RXG|1|||5FU^Fluorouracil^L|115.2||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||28.8|265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM|5250|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||115.2|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1003^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|NM|188744^MDC_AREA_BODY_SURF_ACTUAL^MDC|0.1.1.1|1.3125|263616^MDC_DIM_SQ_X_M^MDC^m2^m2^UCUM|||||F
fact program_refused ORD3^EHR to P-1003^ACDE48FFFE000002, E scanned_number_differs at RXG[1]-15, W line_needed at drug
fact answer_due STORY-R000003, to ehr
ehr < ACK^O15
  MSA|CA|EHR3
ehr < RRG^O16
  MSA|AE|EHR3
  ERR||RXG^1^15^1|207^Application internal error^HL70357|E|9018^a number of the scan is not the order's^L||28.8 mL per hour scanned, 1.2 mL per hour computed from the order|a number of the scan is not the order's; take the bag of the order, or correct the number and scan again; the order stays as it is (nurse)
  ERR||RXG^1^4^1|207^Application internal error^HL70357|W|||a central line|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|UA|ORD3^EHR
fact report_answered STORY-R000003, CA

# F5: the second person is the first one.

at 2026-03-02T10:06:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100600-0600||RGV^O15^RGV_O15|EHR4|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0203^^^HOSP^MR||Invented^Olga^^^^^L||19660101|F
  PV1||I|ONC^5^A||||||||||||||||TESTVISIT-0203
  ORC|RE|ORD3^EHR|||||||20260302100600-0600||N0001^Invented^Nurse||||||||N0001^Invented^Nurse
  RXG|1|||5FU^Fluorouracil^L|115.2||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||1000|269330^MDC_DIM_MILLI_G_PER_M_SQ_PER_DAY^MDC^mg/m2/d^mg/m2/d^UCUM|5250|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||115.2|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1003^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|NM|188744^MDC_AREA_BODY_SURF_ACTUAL^MDC|0.1.1.1|1.3125|263616^MDC_DIM_SQ_X_M^MDC^m2^m2^UCUM|||||F
fact program_refused ORD3^EHR to P-1003^ACDE48FFFE000002, E second_person_missing at request.witness, W line_needed at drug
fact answer_due STORY-R000004, to ehr
ehr < ACK^O15
  MSA|CA|EHR4
ehr < RRG^O16
  MSA|AE|EHR4
  ERR|||207^Application internal error^HL70357|E|||both are one person|this drug needs a second person's check; a second person scans, other than who asks (nurse)
  ERR||RXG^1^4^1|207^Application internal error^HL70357|W|||a central line|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|UA|ORD3^EHR
fact report_answered STORY-R000004, CA

at 2026-03-02T10:07:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100700-0600||RGV^O15^RGV_O15|EHR5|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0203^^^HOSP^MR||Invented^Olga^^^^^L||19660101|F
  PV1||I|ONC^5^A||||||||||||||||TESTVISIT-0203
  ORC|RE|ORD3^EHR|||||||20260302100700-0600||N0002^Invented^Colleague||||||||N0001^Invented^Nurse
  RXG|1|||5FU^Fluorouracil^L|115.2||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||1000|269330^MDC_DIM_MILLI_G_PER_M_SQ_PER_DAY^MDC^mg/m2/d^mg/m2/d^UCUM|5250|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||115.2|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1003^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|NM|188744^MDC_AREA_BODY_SURF_ACTUAL^MDC|0.1.1.1|1.3125|263616^MDC_DIM_SQ_X_M^MDC^m2^m2^UCUM|||||F
fact pump_associated ORD3^EHR to P-1003^ACDE48FFFE000002, by N0001
fact program_due STORY-P000001, new_bag, ORD3^EHR to P-1003^ACDE48FFFE000002, dose rate 1000 mg/m2/d, volume 115.2 mL, surface 1.3125 m2, expected rate 1.2 mL/h
ehr < ACK^O15
  MSA|CA|EHR5
fact dispatch_started STORY-P000001, attempt 1
gateway < RGV^O15
  PID|||TEST-0203^^^HOSP^MR||Invented^Olga^^^^^L||19660101|F
  PV1||I|ONC^5^A||||||||||||||||TESTVISIT-0203
  ORC|RE|ORD3^EHR|||||||20260302100700-0600||||||||||N0001^Invented^Nurse
  RXG|1|||5FU^Fluorouracil 5250 mg in 115.2 mL^L|115.2||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||1000|269330^MDC_DIM_MILLI_G_PER_M_SQ_PER_DAY^MDC^mg/m2/d^mg/m2/d^UCUM|5250|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||115.2|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1003^^ACDE48FFFE000002^EUI-64
  OBX|2|NM|188744^MDC_AREA_BODY_SURF_ACTUAL^MDC|0.1.1.1|1.3125|263616^MDC_DIM_SQ_X_M^MDC^m2^m2^UCUM|||||F
fact gateway_took STORY-P000001

gateway >
  MSH|^~\&|PUMPGW^ACDE48FFFE000002^EUI-64|GENHOSP|BRIDGE^ACDE48FFFE000001^EUI-64|GENHOSP|20260302100705-0600||RRG^O16^RRG_O16|GW11|P|2.6|||AL|NE||UNICODE UTF-8|||IHE_PCD_RRG^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.2^ISO
  MSA|AA|STORY-P000001
  ORC|OK|ORD3^EHR
fact pump_programmed STORY-P000001
fact answer_due STORY-R000005, to ehr
gateway < ACK^O16
  MSA|CA|GW11
ehr < RRG^O16
  MSA|AA|EHR5
  ERR||RXG^1^4^1|207^Application internal error^HL70357|W|||a central line|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|OK|ORD3^EHR
fact report_answered STORY-R000005, CA

at 2026-03-02T10:08:00-06:00

gateway >
  MSH|^~\&|PUMPGW^ACDE48FFFE000002^EUI-64|GENHOSP|BRIDGE^ACDE48FFFE000001^EUI-64|GENHOSP|20260302100800-0600||ORU^R42^ORU_R01|GW21|P|2.6|||AL|NE||UNICODE UTF-8|||IHE_PCD_010^IHE PCD^1.3.6.1.4.1.19376.1.6.4.10^ISO
  PID|||TEST-0203^^^HOSP^MR||Invented^Olga^^^^^L||19660101|F
  PV1||I|ONC^5^A||||||||||||||||TESTVISIT-0203
  OBR|1|ORD3^EHR|GW21^PUMPGW^ACDE48FFFE000002^EUI-64|5FU^Fluorouracil^L|||20260302100800-0600
  OBX|1||70049^MDC_DEV_PUMP_INFUS_LVP_MDS^MDC|1.0.0.0|||||||X|||||||P-1003^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|CWE|68487^MDC_ATTR_EVT_COND^MDC|1.0.0.1|197288^MDC_EVT_PUMP_DELIV_START^MDC||||||R
  OBX|3|ST|68488^MDC_ATTR_EVT_SOURCE^MDC|1.0.0.2|1.1.2.0||||||R
  OBX|4||70050^MDC_DEV_PUMP_INFUS_LVP_VMD^MDC|1.1.0.0|||||||X
  OBX|5||70067^MDC_DEV_PUMP_DELIVERY_INFO^MDC|1.1.1.0|||||||X
  OBX|6|CWE|184519^MDC_PUMP_INFUSING_STATUS^MDC|1.1.1.1|^pump-status-infusing||||||R
  OBX|7|NM|158014^MDC_FLOW_FLUID_PUMP_CURRENT^MDC|1.1.1.2|1.2|265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM|||||R
  OBX|8|CWE|158016^MDC_PUMP_ACTIVE_SOURCES^MDC|1.1.1.3|^pump-source-info-primary||||||R
  OBX|9||70071^MDC_DEV_PUMP_INFUSATE_SOURCE_PRIMARY_CHAN^MDC|1.1.2.0|||||||X
  OBX|10|CWE|158005^MDC_PUMP_CURRENT_DELIVERY_STATUS^MDC|1.1.2.1|^pump-delivery-status-delivering||||||R
  OBX|11|NM|157784^MDC_FLOW_FLUID_PUMP^MDC|1.1.2.5|1.2|265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM|||||R
  OBX|12|NM|157924^MDC_RATE_DOSE^MDC|1.1.2.6|1000|269330^MDC_DIM_MILLI_G_PER_M_SQ_PER_DAY^MDC^mg/m2/d^mg/m2/d^UCUM|||||R
  OBX|13|NM|157884^MDC_VOL_FLUID_TBI^MDC|1.1.2.7|115.2|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM|||||R
  OBX|14|NM|157993^MDC_VOL_FLUID_DELIV_TOTAL^MDC|1.1.2.9|0|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM|||||R
  OBX|15|ST|184514^MDC_DRUG_NAME_LABEL^MDC|1.1.2.11|Fluorouracil||||||R
fact event_recorded GW21^PUMPGW, delivery_start, delivering, pump P-1003^ACDE48FFFE000002, rate 1.2 mL/h, dose rate 1000 mg/m2/d, total 0 mL, administration ASTORY-P000001
fact administration_changed ASTORY-P000001, version 1, in_progress, total 0 mL
fact report_due STORY-R000006, record 1, new_bag, rate 1.2 mL/h, dose rate 1000 mg/m2/d, total 0 mL
gateway < ACK^R42
  MSA|CA|GW21
ehr < RAS^O17
  PID|||TEST-0203^^^HOSP^MR||Invented^Olga^^^^^L||19660101|F
  PV1||I|ONC^5^A||||||||||||||||TESTVISIT-0203
  ORC|RE|ORD3^EHR|ASTORY-P000001^BRIDGE||||||20260302100800-0600
  RXA|0|1|20260302100800-0600|20260302100800-0600|5FU^Fluorouracil 5250 mg in 115.2 mL^L|1.2|mL^mL^UCUM||^New bag 1.2 mL per hour (1,000 mg per m2 per day)|N0001^Invented^Nurse||H1|5250|mg^mg^UCUM|||||||A|20260302160800+0000|115.2|mL^mL^UCUM
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|157924^MDC_RATE_DOSE^MDC|1.1.2.1|1000|269330^MDC_DIM_MILLI_G_PER_M_SQ_PER_DAY^MDC^mg/m2/d^mg/m2/d^UCUM|||||R|||20260302100800-0600||||P-1003^^ACDE48FFFE000002^EUI-64
  OBX|2|NM|157993^MDC_VOL_FLUID_DELIV_TOTAL^MDC|1.1.2.2|0|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM|||||R|||20260302100800-0600||||P-1003^^ACDE48FFFE000002^EUI-64
fact report_answered STORY-R000006, CA

# D7: the change of the running 1.2 to 28.8 mL/h is one of 24 times.

at 2026-03-02T11:08:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302110800-0600||RDE^O11^RDE_O11|EHR6|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0203^^^HOSP^MR||Invented^Olga^^^^^L||19660101|F
  PV1||I|ONC^5^A||||||||||||||||TESTVISIT-0203
  ORC|XO|ORD3^EHR|||||||20260302110800-0600||PH0001^Invented^Pharmacist|D0007^Invented^Doctor
  RXE||5FU^Fluorouracil 5250 mg in 115.2 mL^L|115.2||mL||||||||||||||||||28.8|mL/h|5250|mg|||||||115.2|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|3140-1^Body surface area^LN||1.3125|m2^square meter^UCUM|||||F
fact order_refused ORD3^EHR, change, E hard_limit_above at RXE[1]-23, E hard_limit_below at RXE[1]-23, W rate_jump at rate, W line_needed at drug
fact answer_due STORY-R000007, to ehr
ehr < ACK^O11
  MSA|CA|EHR6
ehr < RRE^O12
  MSA|AE|EHR6
  ERR||RXE^1^23^1|207^Application internal error^HL70357|E|9005^above the hard limit of the drug library^L||dose rate 24,000 mg per m2 per day; hard limit 150 to 1,500 mg per m2 per day|above the hard limit of the drug library; correct the order; a hard limit is never overridden (prescriber)
  ERR||RXE^1^23^1|207^Application internal error^HL70357|E|9005^below the hard limit of the drug library^L||duration 4 hours; hard limit 20 to 168 hours|below the hard limit of the drug library; correct the order; a hard limit is never overridden (prescriber)
  ERR||RXE^1^23^1|207^Application internal error^HL70357|W|9005^the new rate is more times the running one than one step may be^L||28.8 mL per hour after 1.2 mL per hour: 24 times; one step is up to 2 times; near 24 times: per day read as per hour?|the new rate is more times the running one than one step may be; check the number; a pharmacist or prescriber releases it with a reason (pharmacy)
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||a central line|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|UX|ORD3^EHR
fact report_answered STORY-R000007, CA
