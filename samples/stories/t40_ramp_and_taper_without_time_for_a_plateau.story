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
fact order_refused ORD1^EHR, new_order, E steps_malformed at TQ1[1]-13.1, W line_needed at drug, W line_needed at drug
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AE|EHR1
  ERR||TQ1^1^13^1^1|207^Application internal error^HL70357|E|9041^the steps make no program^L||ramp and taper take 240 min of 240 min: no time is left for the plateau|the steps make no program; correct the named step (prescriber)
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||a central line|the line must be as the drug library demands; check the line before starting (nurse)
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||an in-line filter|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000001, CA
