# shows: a drug for the vein never goes to an epidural channel
# proves: F65 F66 K6 9004
# 2 mg in 50 mL over 10 min is fit for a vein (300 mL/h); P-1005 is dedicated to epidural orders: 9004. As an epidural order it is refused at once.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0004^^^HOSP^MR||Invented^Dan^^^^^L||19660101|M
  PV1||O|INFUSION^8^||||||||||||||||TESTVISIT-0004
  ORC|NW|ORD1^EHR|||||||20260302100000-0600||PH0001^Invented^Pharmacist|D0007^Invented^Doctor
  RXE||VINC^Vincristine 2 mg in NS 50 mL^L|2||mg|||||||||||||||||M10|||2|mg|||||||50|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
fact order_accepted ORD1^EHR, dose 2 mg, duration 10 min
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AA|EHR1
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000001, CA

at 2026-03-02T10:05:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100500-0600||RGV^O15^RGV_O15|EHR2|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0004^^^HOSP^MR||Invented^Dan^^^^^L||19660101|M
  PV1||O|INFUSION^8^||||||||||||||||TESTVISIT-0004
  ORC|RE|ORD1^EHR|||||||20260302100500-0600||N0002^Invented^Colleague||||||||N0001^Invented^Nurse
  RXG|1|||VINC^Vincristine^L|50||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||2|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|2|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||50|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  TQ1|1||||||||||||10^264352&MDC_DIM_MIN&MDC
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1005^DEMOPUMP^ACDE48FFFE000002^EUI-64
fact program_refused ORD1^EHR to P-1005^ACDE48FFFE000002, E pump_not_for_route at RXR[1]-1
fact answer_due STORY-R000002, to ehr
ehr < ACK^O15
  MSA|CA|EHR2
ehr < RRG^O16
  MSA|AE|EHR2
  ERR||RXR^1^1^1|207^Application internal error^HL70357|E|9004^this pump is not for the route of the order^L||intravenous: the pump is dedicated to other routes|this pump is not for the route of the order; take a pump that is meant for this route (nurse)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000002, CA

at 2026-03-02T10:06:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100600-0600||RDE^O11^RDE_O11|EHR3|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0004^^^HOSP^MR||Invented^Dan^^^^^L||19660101|M
  PV1||O|INFUSION^8^||||||||||||||||TESTVISIT-0004
  ORC|NW|ORD2^EHR|||||||20260302100600-0600||PH0001^Invented^Pharmacist|D0007^Invented^Doctor
  RXE||VINC^Vincristine 2 mg in NS 50 mL^L|2||mg|||||||||||||||||M10|||2|mg|||||||50|mL
  RXR|EP^Epidural^HL70162||IVP^IV Pump^HL70164
fact order_refused ORD2^EHR, new_order, E route_not_permitted at RXR[1]-1
fact answer_due STORY-R000003, to ehr
ehr < ACK^O11
  MSA|CA|EHR3
ehr < RRE^O12
  MSA|AE|EHR3
  ERR||RXR^1^1^1|207^Application internal error^HL70357|E|9004^the drug library does not permit this route for this drug^L||epidural; permitted intravenous|the drug library does not permit this route for this drug; correct the route or the drug before anything is prepared or given (prescriber)
  ORC|UA|ORD2^EHR
fact report_answered STORY-R000003, CA
