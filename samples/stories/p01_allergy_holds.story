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

at 2026-03-02T10:07:00-06:00

api > POST /api/releases
  {
    "order": {
      "id": "ORD1",
      "namespace": "EHR"
    },
    "by": "PH0001",
    "reason": "the reaction was a rash years ago, agreed with the prescriber"
  }

at 2026-03-02T10:08:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100800-0600||RGV^O15^RGV_O15|EHR3|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|RE|ORD1^EHR|||||||20260302100800-0600||N0002^Invented^Colleague||||||||N0001^Invented^Nurse
  RXG|1|||HEP^Heparin^L|500||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||1300|267840^MDC_DIM_X_INTL_UNIT_PER_HR^MDC^[iU]/h^[iU]/h^UCUM|25000|267616^MDC_DIM_X_INTL_UNIT^MDC^[iU]^[iU]^UCUM|||||500|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1003^DEMOPUMP^ACDE48FFFE000002^EUI-64
