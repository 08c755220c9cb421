# shows: a cartridge of 5 mg/mL run as 1 mg/mL
# proves: K10 F48 F49 9018 9024 9025 9026
# The ward has 1 mg/mL. 150 mg in 30 mL are 5 mg/mL: five times each dose. 3 mg in 30 mL, the pump's lowest, would make a true 1 mg/mL ten times too strong.
# D6: 2 mg every 5 min make 12 x 2 = 24 mg in an hour (hard 15). In four hours they would be 48 x 2 = 96 mg; there the 30 mg of the order bind.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|NW|ORD1^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||7052^Morphine^L|||||||||||||||||||||||150|mg|||||||30|mL
  RXR|IV^Intravenous^HL70162||PCA^PCA Pump^HL70164
  OBX|1|NM|158017^MDC_DOSE_PCA_PATIENT^MDC|0.1.1.2|1|mg^^UCUM|||||F
  OBX|2|NM|157989^MDC_TIME_PD_PCA_LOCKOUT^MDC|0.1.1.3|10|min^^UCUM|||||F
  OBX|3|NM|157985^MDC_DOSE_PCA_LIMIT^MDC|0.1.1.4|20|mg^^UCUM|||||F
  OBX|4|NM|157987^MDC_TIME_PD_PCA_DOSE_LIMIT^MDC|0.1.1.5|4|h^^UCUM|||||F
fact order_refused ORD1^EHR, new_order, E concentration_not_library at RXE[1]-25
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AE|EHR1
  ERR||RXE^1^25^1|207^Application internal error^HL70357|E|9018^the concentration is not one of the drug library's^L||5 mg/mL; the library has 30 mg in 30 mL, 50 mg in 50 mL|the concentration is not one of the drug library's; prepare a library concentration or add this one (pharmacy)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000001, CA

# D6: what a short lockout permits.

at 2026-03-02T10:01:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100100-0600||RDE^O11^RDE_O11|EHR2|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|NW|ORD2^EHR|||||||20260302100100-0600|||D0007^Invented^Doctor
  RXE||7052^Morphine^L|||||||||||||||||||||||30|mg|||||||30|mL
  RXR|IV^Intravenous^HL70162||PCA^PCA Pump^HL70164
  OBX|1|NM|158017^MDC_DOSE_PCA_PATIENT^MDC|0.1.1.2|2|mg^^UCUM|||||F
  OBX|2|NM|157989^MDC_TIME_PD_PCA_LOCKOUT^MDC|0.1.1.3|5|min^^UCUM|||||F
  OBX|3|NM|157985^MDC_DOSE_PCA_LIMIT^MDC|0.1.1.4|30|mg^^UCUM|||||F
  OBX|4|NM|157987^MDC_TIME_PD_PCA_DOSE_LIMIT^MDC|0.1.1.5|4|h^^UCUM|||||F
fact order_refused ORD2^EHR, new_order, W soft_limit_below at OBX[2]-5, E total_above_hard_limit at OBX[3]-5
fact answer_due STORY-R000002, to ehr
ehr < ACK^O11
  MSA|CA|EHR2
ehr < RRE^O12
  MSA|AE|EHR2
  ERR||OBX^2^5^1|207^Application internal error^HL70357|W|9005^below the soft limit of the drug library^L||lockout 5 min; soft limit 6 to 20 min|below the soft limit of the drug library; a pharmacist or prescriber releases the order with a reason, or corrects it (pharmacy)
  ERR||OBX^3^5^1|207^Application internal error^HL70357|E|9024^a total above the hard limit of the drug library^L||accumulated 24 mg; hard limit up to 15 mg within 1 h|a total above the hard limit of the drug library; correct the order; a hard limit is never overridden (prescriber)
  ORC|UA|ORD2^EHR
fact report_answered STORY-R000002, CA

# Without a limit or a lockout it is no order of this kind: 9025, 9026.

at 2026-03-02T10:02:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100200-0600||RDE^O11^RDE_O11|EHR3|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|NW|ORD3^EHR|||||||20260302100200-0600|||D0007^Invented^Doctor
  RXE||7052^Morphine^L|||||||||||||||||||||||30|mg|||||||30|mL
  RXR|IV^Intravenous^HL70162||PCA^PCA Pump^HL70164
  OBX|1|NM|158017^MDC_DOSE_PCA_PATIENT^MDC|0.1.1.2|1|mg^^UCUM|||||F
fact order_refused ORD3^EHR, new_order, E lockout_missing at pca.lockout, E dose_limit_missing at pca.limit_window
fact answer_due STORY-R000003, to ehr
ehr < ACK^O11
  MSA|CA|EHR3
ehr < RRE^O12
  MSA|AE|EHR3
  ERR|||207^Application internal error^HL70357|E|9025^a patient dose without its lockout^L|||a patient dose without its lockout; order the lockout interval (prescriber)
  ERR|||207^Application internal error^HL70357|E|9026^a patient-controlled order without its dose limit and the time it counts in^L|||a patient-controlled order without its dose limit and the time it counts in; order the limit and its time (prescriber)
  ORC|UA|ORD3^EHR
fact report_answered STORY-R000003, CA

at 2026-03-02T10:03:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100300-0600||RDE^O11^RDE_O11|EHR4|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|NW|ORD4^EHR|||||||20260302100300-0600|||D0007^Invented^Doctor
  RXE||7052^Morphine^L|||||||||||||||||||||||30|mg|||||||30|mL
  RXR|IV^Intravenous^HL70162||PCA^PCA Pump^HL70164
  OBX|1|NM|158017^MDC_DOSE_PCA_PATIENT^MDC|0.1.1.2|1|mg^^UCUM|||||F
  OBX|2|NM|157989^MDC_TIME_PD_PCA_LOCKOUT^MDC|0.1.1.3|10|min^^UCUM|||||F
  OBX|3|NM|157985^MDC_DOSE_PCA_LIMIT^MDC|0.1.1.4|20|mg^^UCUM|||||F
  OBX|4|NM|157987^MDC_TIME_PD_PCA_DOSE_LIMIT^MDC|0.1.1.5|4|h^^UCUM|||||F
fact order_accepted ORD4^EHR, demand dose 1 mg, lockout 10 min, dose limit 20 mg, within 4 h
fact answer_due STORY-R000004, to ehr
ehr < ACK^O11
  MSA|CA|EHR4
ehr < RRE^O12
  MSA|AA|EHR4
  ORC|OK|ORD4^EHR
fact report_answered STORY-R000004, CA

# B3: the cartridge at the bedside.

at 2026-03-02T10:05:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100500-0600||RGV^O15^RGV_O15|EHR5|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|RE|ORD4^EHR|||||||20260302100500-0600||N0002^Invented^Colleague||||||||N0001^Invented^Nurse
  RXG|1|||7052^Morphine^L|||||||||||||150|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||30|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^PCA^HL70164
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1009^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|NM|158017^MDC_DOSE_PCA_PATIENT^MDC|0.1.1.2|1|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||F
  OBX|3|NM|157989^MDC_TIME_PD_PCA_LOCKOUT^MDC|0.1.1.3|10|264352^MDC_DIM_MIN^MDC^min^min^UCUM|||||F
  OBX|4|NM|157985^MDC_DOSE_PCA_LIMIT^MDC|0.1.1.4|20|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||F
  OBX|5|NM|157987^MDC_TIME_PD_PCA_DOSE_LIMIT^MDC|0.1.1.5|4|264384^MDC_DIM_HR^MDC^h^h^UCUM|||||F
fact program_refused ORD4^EHR to P-1009^ACDE48FFFE000002, E scanned_number_differs at RXG[1]-17
fact answer_due STORY-R000005, to ehr
ehr < ACK^O15
  MSA|CA|EHR5
ehr < RRG^O16
  MSA|AE|EHR5
  ERR||RXG^1^17^1|207^Application internal error^HL70357|E|9018^a number of the scan is not the order's^L||150 mg scanned, 30 mg ordered|a number of the scan is not the order's; take the bag of the order, or correct the number and scan again; the order stays as it is (nurse)
  ORC|UA|ORD4^EHR
fact report_answered STORY-R000005, CA

# The lowest concentration, taken by default.

at 2026-03-02T10:06:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100600-0600||RGV^O15^RGV_O15|EHR6|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|RE|ORD4^EHR|||||||20260302100600-0600||N0002^Invented^Colleague||||||||N0001^Invented^Nurse
  RXG|1|||7052^Morphine^L|||||||||||||3|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||30|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^PCA^HL70164
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1009^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|NM|158017^MDC_DOSE_PCA_PATIENT^MDC|0.1.1.2|1|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||F
  OBX|3|NM|157989^MDC_TIME_PD_PCA_LOCKOUT^MDC|0.1.1.3|10|264352^MDC_DIM_MIN^MDC^min^min^UCUM|||||F
  OBX|4|NM|157985^MDC_DOSE_PCA_LIMIT^MDC|0.1.1.4|20|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||F
  OBX|5|NM|157987^MDC_TIME_PD_PCA_DOSE_LIMIT^MDC|0.1.1.5|4|264384^MDC_DIM_HR^MDC^h^h^UCUM|||||F
fact program_refused ORD4^EHR to P-1009^ACDE48FFFE000002, E scanned_number_differs at RXG[1]-17
fact answer_due STORY-R000006, to ehr
ehr < ACK^O15
  MSA|CA|EHR6
ehr < RRG^O16
  MSA|AE|EHR6
  ERR||RXG^1^17^1|207^Application internal error^HL70357|E|9018^a number of the scan is not the order's^L||3 mg scanned, 30 mg ordered|a number of the scan is not the order's; take the bag of the order, or correct the number and scan again; the order stays as it is (nurse)
  ORC|UA|ORD4^EHR
fact report_answered STORY-R000006, CA
