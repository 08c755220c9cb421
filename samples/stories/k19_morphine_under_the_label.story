# shows: morphine in the syringe of the epidural, its label covered
# proves: K19 F63 9018
# 12.5 mg/h, 125 mg in 100 mL (1.25 mg/mL): 10 mL/h, epidurally. The scan reads the code under the cover.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0005^^^HOSP^MR||Invented^Eve^^^^^L||19940101|F
  PV1||I|LD^3^A||||||||||||||||TESTVISIT-0005
  ORC|NW|ORD1^EHR|||||||20260302100000-0600||PH0001^Invented^Pharmacist|D0007^Invented^Doctor
  RXE||BUPIFENT^Bupivacaine 125 mg with fentanyl in NS 100 mL^L|100||mL||||||||||||||||||12.5|mg/h|125|mg|||||||100|mL
  RXR|EP^Epidural^HL70162||IVP^IV Pump^HL70164
fact order_accepted ORD1^EHR, dose rate 12.5 mg/h, volume 100 mL, W line_needed at drug
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AA|EHR1
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||a line of its own|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000001, CA

at 2026-03-02T10:05:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100500-0600||RGV^O15^RGV_O15|EHR2|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0005^^^HOSP^MR||Invented^Eve^^^^^L||19940101|F
  PV1||I|LD^3^A||||||||||||||||TESTVISIT-0005
  ORC|RE|ORD1^EHR|||||||20260302100500-0600||N0002^Invented^Colleague||||||||N0001^Invented^Nurse
  RXG|1|||MORPH^Morphine^L|100||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||12.5|265522^MDC_DIM_MILLI_G_PER_HR^MDC^mg/h^mg/h^UCUM|100|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||100|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^EP^HL70162||^IVP^HL70164
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1005^DEMOPUMP^ACDE48FFFE000002^EUI-64
fact program_refused ORD1^EHR to P-1005^ACDE48FFFE000002, E scanned_drug_differs at request.drug, E scanned_number_differs at RXG[1]-17, W line_needed at drug
fact answer_due STORY-R000002, to ehr
ehr < ACK^O15
  MSA|CA|EHR2
ehr < RRG^O16
  MSA|AE|EHR2
  ERR||RXG^1^4^1|207^Application internal error^HL70357|E|9018^the scanned bag is of another drug than the order^L|||the scanned bag is of another drug than the order; take the bag of the order; the order stays as it is (nurse)
  ERR||RXG^1^17^1|207^Application internal error^HL70357|E|9018^a number of the scan is not the order's^L||100 mg scanned, 125 mg ordered|a number of the scan is not the order's; take the bag of the order, or correct the number and scan again; the order stays as it is (nurse)
  ERR||RXG^1^4^1|207^Application internal error^HL70357|W|||a line of its own|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000002, CA
