# shows: a rate below what any pump of the hospital can run
# proves: V13 F68 9014
# 2.4 ug/d, 500 ug in 20 mL (25 ug/mL): 2.4 / 24 / 25 = 0.004 mL/h; the smallest pump begins at 0.01 mL/h.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|NW|ORD1^EHR|||||||20260302100000-0600||PH0001^Invented^Pharmacist|D0007^Invented^Doctor
  RXE||ZICO^Ziconotide^L|20||mL||||||||||||||||||2.4|mcg/day|500|mcg|||||||20|mL
  RXR|IT^Intrathecal^HL70162||IVP^IV Pump^HL70164
fact order_refused ORD1^EHR, new_order, E pump_resolution at rate, W line_needed at drug
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AE|EHR1
  ERR||RXE^1^23^1|207^Application internal error^HL70357|E|9014^rounding to the pump's resolution would change the dose too much^L||0.004 mL per hour; a pump of model DEMO-MICRO delivers 0.01 to 10 mL per hour|rounding to the pump's resolution would change the dose too much; use a lower concentration or another pump (pharmacy)
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||a line of its own|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000001, CA

at 2026-03-02T10:05:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100500-0600||RGV^O15^RGV_O15|EHR2|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|RE|ORD1^EHR|||||||20260302100500-0600||N0002^Invented^Colleague||||||||N0001^Invented^Nurse
  RXG|1|||ZICO^Ziconotide^L|20||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||2.4|265555^MDC_DIM_MICRO_G_PER_DAY^MDC^ug/d^ug/d^UCUM|500|263891^MDC_DIM_MICRO_G^MDC^ug^ug^UCUM|||||20|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IT^HL70162||^IVP^HL70164
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1007^DEMOPUMP^ACDE48FFFE000002^EUI-64
fact program_refused ORD1^EHR to P-1007^ACDE48FFFE000002, E order_unknown at ORC-2
fact answer_due STORY-R000002, to ehr
ehr < ACK^O15
  MSA|CA|EHR2
ehr < RRG^O16
  MSA|AE|EHR2
  ERR||ORC^1^2^1|204^Unknown key identifier^HL70357|E|101^Unknown key identifier^HL70533|||no order of this number was accepted here; if it was refused, mend what the refusal says; if it was never sent, send it (sender)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000002, CA
