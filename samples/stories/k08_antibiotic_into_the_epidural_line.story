# shows: gentamicin and penicillin into the epidural catheter
# proves: K8 F65 F66 9004
# Gentamicin 80 mg in 50 mL over 30 min; 69 mL of it ran epidurally in the accident. P-1005 is dedicated to epidural orders.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|NW|ORD1^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||GENTA^Gentamicin 80 mg in NS 50 mL^L|80||mg|||||||||||||||||M30|||80|mg|||||||50|mL
  RXR|EP^Epidural^HL70162||IVP^IV Pump^HL70164
fact order_refused ORD1^EHR, new_order, E route_not_permitted at RXR[1]-1
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AE|EHR1
  ERR||RXR^1^1^1|207^Application internal error^HL70357|E|9004^the drug library does not permit this route for this drug^L||epidural; permitted intravenous|the drug library does not permit this route for this drug; correct the route or the drug before anything is prepared or given (prescriber)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000001, CA

at 2026-03-02T10:01:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100100-0600||RDE^O11^RDE_O11|EHR2|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|NW|ORD2^EHR|||||||20260302100100-0600|||D0007^Invented^Doctor
  RXE||PENG^Penicillin G 5 million units in D5W 100 mL^L|5||million units|||||||||||||||||M60|||5|million units|||||||100|mL
  RXR|EP^Epidural^HL70162||IVP^IV Pump^HL70164
fact order_refused ORD2^EHR, new_order, E route_not_permitted at RXR[1]-1
fact answer_due STORY-R000002, to ehr
ehr < ACK^O11
  MSA|CA|EHR2
ehr < RRE^O12
  MSA|AE|EHR2
  ERR||RXR^1^1^1|207^Application internal error^HL70357|E|9004^the drug library does not permit this route for this drug^L||epidural; permitted intravenous|the drug library does not permit this route for this drug; correct the route or the drug before anything is prepared or given (prescriber)
  ORC|UA|ORD2^EHR
fact report_answered STORY-R000002, CA

at 2026-03-02T10:02:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100200-0600||RDE^O11^RDE_O11|EHR3|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|NW|ORD3^EHR|||||||20260302100200-0600|||D0007^Invented^Doctor
  RXE||GENTA^Gentamicin 80 mg in NS 50 mL^L|80||mg|||||||||||||||||M30|||80|mg|||||||50|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
fact order_accepted ORD3^EHR, dose 80 mg, duration 30 min
fact answer_due STORY-R000003, to ehr
ehr < ACK^O11
  MSA|CA|EHR3
ehr < RRE^O12
  MSA|AA|EHR3
  ORC|OK|ORD3^EHR
fact report_answered STORY-R000003, CA

# E2: right order, wrong channel.

at 2026-03-02T10:05:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100500-0600||RGV^O15^RGV_O15|EHR4|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|RE|ORD3^EHR|||||||20260302100500-0600||||||||||N0001^Invented^Nurse
  RXG|1|||GENTA^Gentamicin^L|50||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||80|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|80|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||50|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  TQ1|1||||||||||||30^264352&MDC_DIM_MIN&MDC
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1005^DEMOPUMP^ACDE48FFFE000002^EUI-64
fact program_refused ORD3^EHR to P-1005^ACDE48FFFE000002, E pump_not_for_route at RXR[1]-1
fact answer_due STORY-R000004, to ehr
ehr < ACK^O15
  MSA|CA|EHR4
ehr < RRG^O16
  MSA|AE|EHR4
  ERR||RXR^1^1^1|207^Application internal error^HL70357|E|9004^this pump is not for the route of the order^L||intravenous: the pump is dedicated to other routes|this pump is not for the route of the order; take a pump that is meant for this route (nurse)
  ORC|UA|ORD3^EHR
fact report_answered STORY-R000004, CA
