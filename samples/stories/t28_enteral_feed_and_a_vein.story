# shows: what is for the gut never goes to a vein
# proves: F66 9004
# 80 mL/h of formula. As an intravenous order it is refused; as an enteral one it needs a channel that is dedicated to it: P-1003 is for veins, P-1010 for the gut.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|NW|ORD9^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||ENTERAL^Enteral formula^L|1000||mL||||||||||||||||||80|mL/h
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
fact order_refused ORD9^EHR, new_order, E route_not_permitted at RXR[1]-1
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AE|EHR1
  ERR||RXR^1^1^1|207^Application internal error^HL70357|E|9004^the drug library does not permit this route for this drug^L||intravenous; permitted enteral|the drug library does not permit this route for this drug; correct the route or the drug before anything is prepared or given (prescriber)
  ORC|UA|ORD9^EHR
fact report_answered STORY-R000001, CA

at 2026-03-02T10:01:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100100-0600||RDE^O11^RDE_O11|EHR2|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|NW|ORD1^EHR|||||||20260302100100-0600|||D0007^Invented^Doctor
  RXE||ENTERAL^Enteral formula^L|1000||mL||||||||||||||||||80|mL/h
  RXR|NG^Nasogastric^HL70162
fact order_accepted ORD1^EHR, rate 80 mL/h, volume 1000 mL
fact answer_due STORY-R000002, to ehr
ehr < ACK^O11
  MSA|CA|EHR2
ehr < RRE^O12
  MSA|AA|EHR2
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000002, CA

at 2026-03-02T10:05:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100500-0600||RGV^O15^RGV_O15|EHR3|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|RE|ORD1^EHR|||||||20260302100500-0600||||||||||N0001^Invented^Nurse
  RXG|1|||ENTERAL^Enteral formula^L|1000||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||80|265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM
  RXR|^NG^HL70162||^IVP^HL70164
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1003^DEMOPUMP^ACDE48FFFE000002^EUI-64
fact program_refused ORD1^EHR to P-1003^ACDE48FFFE000002, E pump_not_for_route at RXR[1]-1
fact answer_due STORY-R000003, to ehr
ehr < ACK^O15
  MSA|CA|EHR3
ehr < RRG^O16
  MSA|AE|EHR3
  ERR||RXR^1^1^1|207^Application internal error^HL70357|E|9004^this pump is not for the route of the order^L||enteral: only a pump that is dedicated to this route|this pump is not for the route of the order; take a pump that is meant for this route (nurse)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000003, CA

# P-1010 is dedicated to it.

at 2026-03-02T10:06:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100600-0600||RGV^O15^RGV_O15|EHR4|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|RE|ORD1^EHR|||||||20260302100600-0600||||||||||N0001^Invented^Nurse
  RXG|1|||ENTERAL^Enteral formula^L|1000||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||80|265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM
  RXR|^NG^HL70162||^IVP^HL70164
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1010^DEMOPUMP^ACDE48FFFE000002^EUI-64
fact pump_associated ORD1^EHR to P-1010^ACDE48FFFE000002, by N0001
fact program_due STORY-P000001, new_bag, ORD1^EHR to P-1010^ACDE48FFFE000002, rate 80 mL/h, volume 1000 mL, expected rate 80 mL/h
ehr < ACK^O15
  MSA|CA|EHR4
fact dispatch_started STORY-P000001, attempt 1
gateway < RGV^O15
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|RE|ORD1^EHR|||||||20260302100600-0600||||||||||N0001^Invented^Nurse
  RXG|1|||ENTERAL^Enteral formula^L|1000||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||80|265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM
  RXR|^NG^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1010^^ACDE48FFFE000002^EUI-64
fact gateway_took STORY-P000001

gateway >
  MSH|^~\&|PUMPGW^ACDE48FFFE000002^EUI-64|GENHOSP|BRIDGE^ACDE48FFFE000001^EUI-64|GENHOSP|20260302100605-0600||RRG^O16^RRG_O16|GW11|P|2.6|||AL|NE||UNICODE UTF-8|||IHE_PCD_RRG^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.2^ISO
  MSA|AA|STORY-P000001
  ORC|OK|ORD1^EHR
fact pump_programmed STORY-P000001
fact answer_due STORY-R000004, to ehr
gateway < ACK^O16
  MSA|CA|GW11
ehr < RRG^O16
  MSA|AA|EHR4
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000004, CA
