# shows: a ramp and taper that takes all of the order's time is refused
# proves: F58 9041; drug-library 1.7 D9
# The schedule's ramps take 60 + 60 + 60 + 60 = 240 min; 4 h leave nothing for the plateau.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0204^^^HOSP^MR||Invented^Hank^^^^^L||19660101|M
  PV1||O|HOME^1^||||||||||||||||TESTVISIT-0204
  ORC|NW|ORD1^EHR|||||||20260302100000-0600||PH0001^Invented^Pharmacist|D0007^Invented^Doctor
  RXE||PNADULT^Parenteral nutrition, adult, central^L|950||mL
  TQ1|1||||||||||||4^h&&UCUM
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|CWE|158008^MDC_PUMP_PROGRAM_DELIVERY_MODE^MDC||477313^pump-program-delivery-mode-ramp-taper^MDC||||||F
