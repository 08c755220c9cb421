# shows: an allergy of the chart to the drug of the order: taken, held, released with a reason
# proves: F1 F49; drug-library 2.2
# AL1-3 is the class HEPARIN of the demonstration library; the egg is of no concern to this drug.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  AL1|1|DA|HEPARIN^Heparins^L|SV|Thrombocytopenia
  AL1|2|FA|EGG^Egg^L|MI|Hives
  ORC|NW|ORD1^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||HEP^Heparin 25,000 units in D5W 500 mL^L|500||mL||||||||||||||||||1300|units/h|25000|units|||||||500|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
fact order_accepted ORD1^EHR, dose rate 1300 [iU]/h, volume 500 mL, held by a soft limit, W allergy_known at allergies
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AA|EHR1
  ERR||AL1^1^3^1|207^Application internal error^HL70357|W|||an allergy of the chart names the drug, an ingredient or its class|the patient has an allergy to this drug or its class; a pharmacist or prescriber releases the order with a reason, or changes it (pharmacy)
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000001, CA

# Held: the scan is refused.
at 2026-03-02T10:05:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100500-0600||RGV^O15^RGV_O15|EHR2|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|RE|ORD1^EHR|||||||20260302100500-0600||N0002^Invented^Colleague||||||||N0001^Invented^Nurse
  RXG|1|||HEP^Heparin^L|500||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||1300|267840^MDC_DIM_X_INTL_UNIT_PER_HR^MDC^[iU]/h^[iU]/h^UCUM|25000|267616^MDC_DIM_X_INTL_UNIT^MDC^[iU]^[iU]^UCUM|||||500|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1003^DEMOPUMP^ACDE48FFFE000002^EUI-64
fact program_refused ORD1^EHR to P-1003^ACDE48FFFE000002, E order_held at ORC-2, W allergy_known at allergies
fact answer_due STORY-R000002, to ehr
ehr < ACK^O15
  MSA|CA|EHR2
ehr < RRG^O16
  MSA|AE|EHR2
  ERR||ORC^1^2^1|207^Application internal error^HL70357|E|9022^the order is on hold^L||a soft limit holds the order until a person releases it|the order is on hold; release the order, then scan again (prescriber)
  ERR||ORC^1^2^1|207^Application internal error^HL70357|W|||an allergy of the chart names the drug, an ingredient or its class|the patient has an allergy to this drug or its class; a pharmacist or prescriber releases the order with a reason, or changes it (pharmacy)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000002, CA

at 2026-03-02T10:07:00-06:00

api > POST /api/releases
  {
    "order": {
      "id": "ORD1",
      "namespace": "EHR"
    },
    "by": "PH0001",
    "reason": "haematology: antibodies negative twice, the entry is being corrected; agreed with the prescriber"
  }
fact order_released ORD1^EHR, by PH0001
api < 200

at 2026-03-02T10:08:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100800-0600||RGV^O15^RGV_O15|EHR3|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|RE|ORD1^EHR|||||||20260302100800-0600||N0002^Invented^Colleague||||||||N0001^Invented^Nurse
  RXG|1|||HEP^Heparin^L|500||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||1300|267840^MDC_DIM_X_INTL_UNIT_PER_HR^MDC^[iU]/h^[iU]/h^UCUM|25000|267616^MDC_DIM_X_INTL_UNIT^MDC^[iU]^[iU]^UCUM|||||500|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1003^DEMOPUMP^ACDE48FFFE000002^EUI-64
fact pump_associated ORD1^EHR to P-1003^ACDE48FFFE000002, by N0001
fact program_due STORY-P000001, new_bag, ORD1^EHR to P-1003^ACDE48FFFE000002, dose rate 1300 [iU]/h, volume 500 mL, expected rate 26 mL/h
ehr < ACK^O15
  MSA|CA|EHR3
fact dispatch_started STORY-P000001, attempt 1
gateway < RGV^O15
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|RE|ORD1^EHR|||||||20260302100800-0600||||||||||N0001^Invented^Nurse
  RXG|1|||HEP^Heparin 25,000 units in D5W 500 mL^L|500||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||1300|267840^MDC_DIM_X_INTL_UNIT_PER_HR^MDC^[iU]/h^[iU]/h^UCUM|25000|267616^MDC_DIM_X_INTL_UNIT^MDC^[iU]^[iU]^UCUM|||||500|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1003^^ACDE48FFFE000002^EUI-64
fact gateway_took STORY-P000001
