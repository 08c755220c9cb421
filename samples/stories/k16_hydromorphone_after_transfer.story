# shows: the order of the ward goes on in intensive care
# proves: K16 F51 F52 9012 9021 9022
# 1 mg/h, 20 mg in 100 mL: 5 mL/h. On transfer the ward's order ends and intensive care writes its own.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|NW|ORD1^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||HYDROM^Hydromorphone 20 mg in NS 100 mL^L|100||mL||||||||||||||||||1|mg/h|20|mg|||||||100|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
fact order_accepted ORD1^EHR, dose rate 1 mg/h, volume 100 mL
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AA|EHR1
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000001, CA

# A8: the patient is in intensive care already, and the order is still that of the ward.

at 2026-03-02T10:55:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302105500-0600||RGV^O15^RGV_O15|EHR9|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|ICU^13^A||||||||||||||||TESTVISIT-0006
  ORC|RE|ORD1^EHR|||||||20260302105500-0600||N0002^Invented^Colleague||||||||N0001^Invented^Nurse
  RXG|1|||HYDROM^Hydromorphone^L|100||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||1|265522^MDC_DIM_MILLI_G_PER_HR^MDC^mg/h^mg/h^UCUM|20|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||100|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
fact program_refused ORD1^EHR to P-1001^ACDE48FFFE000002, W order_of_another_area at patient.location, E order_held at ORC-2
fact answer_due STORY-R000002, to ehr
ehr < ACK^O15
  MSA|CA|EHR9
ehr < RRG^O16
  MSA|AE|EHR9
  ERR||PV1^1^3^1|207^Application internal error^HL70357|W|9021^the patient is in another care area than when the order was written^L||ordered in adult-ward, scanned in adult-icu|the patient is in another care area than when the order was written; look at the order again where the patient is now: write it anew, or release it with a reason (prescriber)
  ERR||ORC^1^2^1|207^Application internal error^HL70357|E|9022^the order is on hold^L||a soft limit holds the order until a person releases it|the order is on hold; release the order, then scan again (prescriber)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000002, CA

at 2026-03-02T11:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302110000-0600||RDE^O11^RDE_O11|EHR2|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|DC|ORD1^EHR|||||||20260302110000-0600|||D0007^Invented^Doctor
fact order_closed ORD1^EHR, discontinue
fact answer_due STORY-R000003, to ehr
ehr < ACK^O11
  MSA|CA|EHR2
ehr < RRE^O12
  MSA|AA|EHR2
  ORC|DR|ORD1^EHR
fact report_answered STORY-R000003, CA

# A3: the old order, scanned after the transfer.

at 2026-03-02T11:05:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302110500-0600||RGV^O15^RGV_O15|EHR3|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|RE|ORD1^EHR|||||||20260302110500-0600||N0002^Invented^Colleague||||||||N0001^Invented^Nurse
  RXG|1|||HYDROM^Hydromorphone^L|100||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||1|265522^MDC_DIM_MILLI_G_PER_HR^MDC^mg/h^mg/h^UCUM|20|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||100|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
fact program_refused ORD1^EHR to P-1001^ACDE48FFFE000002, E scanned_order_over at ORC-2
fact answer_due STORY-R000004, to ehr
ehr < ACK^O15
  MSA|CA|EHR3
ehr < RRG^O16
  MSA|AE|EHR3
  ERR||ORC^1^2^1|207^Application internal error^HL70357|E|9022^the order of this bag was cancelled, discontinued or replaced^L|||the order of this bag was cancelled, discontinued or replaced; do not hang this bag; look for the order that stands now (nurse)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000004, CA

at 2026-03-02T11:10:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302111000-0600||RDE^O11^RDE_O11|EHR4|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0002^^^HOSP^MR||Invented^Ben^^^^^L||19660101|M
  PV1||I|ICU^14^A||||||||||||||||TESTVISIT-0002
  ORC|NW|ORD2^EHR|||||||20260302111000-0600|||D0007^Invented^Doctor
  RXE||HYDROM^Hydromorphone 20 mg in NS 100 mL^L|100||mL||||||||||||||||||0.5|mg/h|20|mg|||||||100|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
fact order_accepted ORD2^EHR, dose rate 0.5 mg/h, volume 100 mL
fact answer_due STORY-R000005, to ehr
ehr < ACK^O11
  MSA|CA|EHR4
ehr < RRE^O12
  MSA|AA|EHR4
  ORC|OK|ORD2^EHR
fact report_answered STORY-R000005, CA

# A1: the new order belongs to another patient than the wristband.

at 2026-03-02T11:15:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302111500-0600||RGV^O15^RGV_O15|EHR5|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|RE|ORD2^EHR|||||||20260302111500-0600||N0002^Invented^Colleague||||||||N0001^Invented^Nurse
  RXG|1|||HYDROM^Hydromorphone^L|100||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||0.5|265522^MDC_DIM_MILLI_G_PER_HR^MDC^mg/h^mg/h^UCUM|20|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||100|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
fact program_refused ORD2^EHR to P-1001^ACDE48FFFE000002, E patient_not_the_orders at patient.patient_id, W order_of_another_area at patient.location, E order_held at ORC-2
fact answer_due STORY-R000006, to ehr
ehr < ACK^O15
  MSA|CA|EHR5
ehr < RRG^O16
  MSA|AE|EHR5
  ERR||PID^1^3^1|207^Application internal error^HL70357|E|9012^the patient is not the patient of the order^L|||the patient is not the patient of the order; scan the wristband again; do not override (nurse)
  ERR||PV1^1^3^1|207^Application internal error^HL70357|W|9021^the patient is in another care area than when the order was written^L||ordered in adult-icu, scanned in adult-ward|the patient is in another care area than when the order was written; look at the order again where the patient is now: write it anew, or release it with a reason (prescriber)
  ERR||ORC^1^2^1|207^Application internal error^HL70357|E|9022^the order is on hold^L||a soft limit holds the order until a person releases it|the order is on hold; release the order, then scan again (prescriber)
  ORC|UA|ORD2^EHR
fact report_answered STORY-R000006, CA

# Intensive care writes its own for the transferred patient: 0.5 mg/h = 2.5 mL/h.

at 2026-03-02T11:20:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302112000-0600||RDE^O11^RDE_O11|EHR6|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|ICU^13^A||||||||||||||||TESTVISIT-0006
  ORC|NW|ORD3^EHR|||||||20260302112000-0600|||D0007^Invented^Doctor
  RXE||HYDROM^Hydromorphone 20 mg in NS 100 mL^L|100||mL||||||||||||||||||0.5|mg/h|20|mg|||||||100|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
fact order_accepted ORD3^EHR, dose rate 0.5 mg/h, volume 100 mL
fact answer_due STORY-R000007, to ehr
ehr < ACK^O11
  MSA|CA|EHR6
ehr < RRE^O12
  MSA|AA|EHR6
  ORC|OK|ORD3^EHR
fact report_answered STORY-R000007, CA

at 2026-03-02T11:25:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302112500-0600||RGV^O15^RGV_O15|EHR7|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|ICU^13^A||||||||||||||||TESTVISIT-0006
  ORC|RE|ORD3^EHR|||||||20260302112500-0600||N0002^Invented^Colleague||||||||N0001^Invented^Nurse
  RXG|1|||HYDROM^Hydromorphone^L|100||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||0.5|265522^MDC_DIM_MILLI_G_PER_HR^MDC^mg/h^mg/h^UCUM|20|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||100|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
fact pump_associated ORD3^EHR to P-1001^ACDE48FFFE000002, by N0001
fact program_due STORY-P000001, new_bag, ORD3^EHR to P-1001^ACDE48FFFE000002, dose rate 0.5 mg/h, volume 100 mL, expected rate 2.5 mL/h
ehr < ACK^O15
  MSA|CA|EHR7
fact dispatch_started STORY-P000001, attempt 1
gateway < RGV^O15
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|ICU^13^A||||||||||||||||TESTVISIT-0006
  ORC|RE|ORD3^EHR|||||||20260302112500-0600||||||||||N0001^Invented^Nurse
  RXG|1|||HYDROM^Hydromorphone 20 mg in NS 100 mL^L|100||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||0.5|265522^MDC_DIM_MILLI_G_PER_HR^MDC^mg/h^mg/h^UCUM|20|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||100|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^^ACDE48FFFE000002^EUI-64
fact gateway_took STORY-P000001
