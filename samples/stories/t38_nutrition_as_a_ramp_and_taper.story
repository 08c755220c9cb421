# shows: parenteral nutrition ordered as a ramp and taper, at home: the signed library's schedule makes steps of it
# proves: F26 F58; drug-library 1.7 D9
# 950 mL in 12 h. The schedule: 60 min at 25 %, 60 at 50, the rest (12 h less 4 = 8 h) at 100, 60 at 50, 60 at 25.
# R = 950 mL / (0.25 * 1 h + 0.5 * 1 h + 1 * 8 h + 0.5 * 1 h + 0.25 * 1 h) = 950 mL / 9.5 h = 100 mL/h:
# 25 + 50 + 8 * 100 + 50 + 25 = 950 mL. No step is more than twice the one before.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0204^^^HOSP^MR||Invented^Hank^^^^^L||19660101|M
  PV1||O|HOME^1^||||||||||||||||TESTVISIT-0204
  ORC|NW|ORD1^EHR|||||||20260302100000-0600||PH0001^Invented^Pharmacist|D0007^Invented^Doctor
  RXE||PNADULT^Parenteral nutrition, adult, central^L|950||mL
  TQ1|1||||||||||||12^h&&UCUM
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|CWE|158008^MDC_PUMP_PROGRAM_DELIVERY_MODE^MDC||477313^pump-program-delivery-mode-ramp-taper^MDC||||||F

at 2026-03-02T10:05:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100500-0600||RGV^O15^RGV_O15|EHR2|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0204^^^HOSP^MR||Invented^Hank^^^^^L||19660101|M
  PV1||O|HOME^1^||||||||||||||||TESTVISIT-0204
  ORC|RE|ORD1^EHR|||||||20260302100500-0600||||||||||N0001^Invented^Nurse
  RXG|1|||PNADULT^Parenteral nutrition^L|950||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1006^DEMOPUMP^ACDE48FFFE000002^EUI-64

gateway >
  MSH|^~\&|PUMPGW^ACDE48FFFE000002^EUI-64|GENHOSP|BRIDGE^ACDE48FFFE000001^EUI-64|GENHOSP|20260302100505-0600||RRG^O16^RRG_O16|GW11|P|2.6|||AL|NE||UNICODE UTF-8|||IHE_PCD_RRG^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.2^ISO
  MSA|AA|STORY-P000001
  ORC|OK|ORD1^EHR
