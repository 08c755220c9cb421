# shows: amiodarone from an order that had ended
# proves: K15 F52 P8 9022
# 1 mg/min, 450 mg in 250 mL: 33.3 mL/h. The order is discontinued at 10:30; the nurse still has its bag. Of the next order a request comes 20 minutes late.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0002^^^HOSP^MR||Invented^Ben^^^^^L||19660101|M
  PV1||I|ICU^14^A||||||||||||||||TESTVISIT-0002
  ORC|NW|ORD1^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||AMIO^Amiodarone 450 mg in D5W 250 mL^L|250||mL||||||||||||||||||1|mg/min|450|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
fact order_accepted ORD1^EHR, dose rate 1 mg/min, volume 250 mL, W line_needed at drug, W line_needed at drug
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AA|EHR1
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||an in-line filter|the line must be as the drug library demands; check the line before starting (nurse)
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||a set without DEHP|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000001, CA

at 2026-03-02T10:30:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302103000-0600||RDE^O11^RDE_O11|EHR2|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0002^^^HOSP^MR||Invented^Ben^^^^^L||19660101|M
  PV1||I|ICU^14^A||||||||||||||||TESTVISIT-0002
  ORC|DC|ORD1^EHR|||||||20260302103000-0600|||D0007^Invented^Doctor
fact order_closed ORD1^EHR, discontinue
fact answer_due STORY-R000002, to ehr
ehr < ACK^O11
  MSA|CA|EHR2
ehr < RRE^O12
  MSA|AA|EHR2
  ORC|DR|ORD1^EHR
fact report_answered STORY-R000002, CA

# A3: the order is no longer active.

at 2026-03-02T10:35:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302103500-0600||RGV^O15^RGV_O15|EHR3|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0002^^^HOSP^MR||Invented^Ben^^^^^L||19660101|M
  PV1||I|ICU^14^A||||||||||||||||TESTVISIT-0002
  ORC|RE|ORD1^EHR|||||||20260302103500-0600||||||||||N0001^Invented^Nurse
  RXG|1|||AMIO^Amiodarone^L|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||1|265490^MDC_DIM_MILLI_G_PER_MIN^MDC^mg/min^mg/min^UCUM|450|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
fact program_refused ORD1^EHR to P-1001^ACDE48FFFE000002, E scanned_order_over at ORC-2, W line_needed at drug, W line_needed at drug
fact answer_due STORY-R000003, to ehr
ehr < ACK^O15
  MSA|CA|EHR3
ehr < RRG^O16
  MSA|AE|EHR3
  ERR||ORC^1^2^1|207^Application internal error^HL70357|E|9022^the order of this bag was cancelled, discontinued or replaced^L|||the order of this bag was cancelled, discontinued or replaced; do not hang this bag; look for the order that stands now (nurse)
  ERR||RXG^1^4^1|207^Application internal error^HL70357|W|||an in-line filter|the line must be as the drug library demands; check the line before starting (nurse)
  ERR||RXG^1^4^1|207^Application internal error^HL70357|W|||a set without DEHP|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000003, CA

at 2026-03-02T10:40:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302104000-0600||RDE^O11^RDE_O11|EHR4|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0002^^^HOSP^MR||Invented^Ben^^^^^L||19660101|M
  PV1||I|ICU^14^A||||||||||||||||TESTVISIT-0002
  ORC|NW|ORD2^EHR|||||||20260302104000-0600|||D0007^Invented^Doctor
  RXE||AMIO^Amiodarone 450 mg in D5W 250 mL^L|250||mL||||||||||||||||||1|mg/min|450|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
fact order_accepted ORD2^EHR, dose rate 1 mg/min, volume 250 mL, W line_needed at drug, W line_needed at drug
fact answer_due STORY-R000004, to ehr
ehr < ACK^O11
  MSA|CA|EHR4
ehr < RRE^O12
  MSA|AA|EHR4
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||an in-line filter|the line must be as the drug library demands; check the line before starting (nurse)
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||a set without DEHP|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|OK|ORD2^EHR
fact report_answered STORY-R000004, CA

# A4: a request that was written 20 minutes before it came; the site takes them for 15.

at 2026-03-02T11:05:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302110500-0600||RGV^O15^RGV_O15|EHR5|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0002^^^HOSP^MR||Invented^Ben^^^^^L||19660101|M
  PV1||I|ICU^14^A||||||||||||||||TESTVISIT-0002
  ORC|RE|ORD2^EHR|||||||20260302104500-0600||||||||||N0001^Invented^Nurse
  RXG|1|||AMIO^Amiodarone^L|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||1|265490^MDC_DIM_MILLI_G_PER_MIN^MDC^mg/min^mg/min^UCUM|450|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
fact program_refused ORD2^EHR to P-1001^ACDE48FFFE000002, E order_stale at request.at, W line_needed at drug, W line_needed at drug
fact answer_due STORY-R000005, to ehr
ehr < ACK^O15
  MSA|CA|EHR5
ehr < RRG^O16
  MSA|AE|EHR5
  ERR||ORC^1^9^1|207^Application internal error^HL70357|E|9022^the request is older than the time limit^L||asked 20 min ago; limit 15 min|the request is older than the time limit; scan again at the bedside (nurse)
  ERR||RXG^1^4^1|207^Application internal error^HL70357|W|||an in-line filter|the line must be as the drug library demands; check the line before starting (nurse)
  ERR||RXG^1^4^1|207^Application internal error^HL70357|W|||a set without DEHP|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|UA|ORD2^EHR
fact report_answered STORY-R000005, CA
