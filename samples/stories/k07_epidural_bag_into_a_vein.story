# shows: the epidural bag hangs where penicillin was meant
# proves: K7 F65 F66 9004 9018
# Penicillin 5 million units in 100 mL over 60 min: 100 mL/h. The bag that was scanned is bupivacaine with fentanyl.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|NW|ORD1^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||PENG^Penicillin G 5 million units in D5W 100 mL^L|5||million units|||||||||||||||||M60|||5|million units|||||||100|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
fact order_accepted ORD1^EHR, dose 5 M[iU], duration 60 min
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AA|EHR1
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000001, CA

# A6: the bag is not the order's.

at 2026-03-02T10:05:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100500-0600||RGV^O15^RGV_O15|EHR2|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0006^^^HOSP^MR||Invented^Finn^^^^^L||19660101|M
  PV1||I|3W^22^A||||||||||||||||TESTVISIT-0006
  ORC|RE|ORD1^EHR|||||||20260302100500-0600||N0002^Invented^Colleague||||||||N0001^Invented^Nurse
  RXG|1|||BUPIFENT^Bupivacaine with fentanyl^L|100||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||125|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|125|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||100|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  TQ1|1||||||||||||60^264352&MDC_DIM_MIN&MDC
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1003^DEMOPUMP^ACDE48FFFE000002^EUI-64
fact program_refused ORD1^EHR to P-1003^ACDE48FFFE000002, E scanned_drug_differs at request.drug, E scanned_number_differs at RXG[1]-15, E scanned_number_differs at RXG[1]-17
fact answer_due STORY-R000002, to ehr
ehr < ACK^O15
  MSA|CA|EHR2
ehr < RRG^O16
  MSA|AE|EHR2
  ERR||RXG^1^4^1|207^Application internal error^HL70357|E|9018^the scanned bag is of another drug than the order^L|||the scanned bag is of another drug than the order; take the bag of the order; the order stays as it is (nurse)
  ERR||RXG^1^15^1|207^Application internal error^HL70357|E|9018^a number of the scan is not the order's^L||125 mg scanned, 5 million units ordered|a number of the scan is not the order's; take the bag of the order, or correct the number and scan again; the order stays as it is (nurse)
  ERR||RXG^1^17^1|207^Application internal error^HL70357|E|9018^a number of the scan is not the order's^L||125 mg scanned, 5 million units ordered|a number of the scan is not the order's; take the bag of the order, or correct the number and scan again; the order stays as it is (nurse)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000002, CA

# E1: as an intravenous order it never comes so far.

at 2026-03-02T10:06:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100600-0600||RDE^O11^RDE_O11|EHR3|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0005^^^HOSP^MR||Invented^Eve^^^^^L||19940101|F
  PV1||I|LD^3^A||||||||||||||||TESTVISIT-0005
  ORC|NW|ORD2^EHR|||||||20260302100600-0600||PH0001^Invented^Pharmacist|D0007^Invented^Doctor
  RXE||BUPIFENT^Bupivacaine 125 mg with fentanyl in NS 100 mL^L|100||mL||||||||||||||||||12.5|mg/h|125|mg|||||||100|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
fact order_refused ORD2^EHR, new_order, E route_not_permitted at RXR[1]-1, W line_needed at drug
fact answer_due STORY-R000003, to ehr
ehr < ACK^O11
  MSA|CA|EHR3
ehr < RRE^O12
  MSA|AE|EHR3
  ERR||RXR^1^1^1|207^Application internal error^HL70357|E|9004^the drug library does not permit this route for this drug^L||intravenous; permitted epidural|the drug library does not permit this route for this drug; correct the route or the drug before anything is prepared or given (prescriber)
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||a line of its own|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|UA|ORD2^EHR
fact report_answered STORY-R000003, CA

# E2: as an epidural order it does not run on a channel for veins.

at 2026-03-02T10:07:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100700-0600||RDE^O11^RDE_O11|EHR4|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0005^^^HOSP^MR||Invented^Eve^^^^^L||19940101|F
  PV1||I|LD^3^A||||||||||||||||TESTVISIT-0005
  ORC|NW|ORD3^EHR|||||||20260302100700-0600||PH0001^Invented^Pharmacist|D0007^Invented^Doctor
  RXE||BUPIFENT^Bupivacaine 125 mg with fentanyl in NS 100 mL^L|100||mL||||||||||||||||||12.5|mg/h|125|mg|||||||100|mL
  RXR|EP^Epidural^HL70162||IVP^IV Pump^HL70164
fact order_accepted ORD3^EHR, dose rate 12.5 mg/h, volume 100 mL, W line_needed at drug
fact answer_due STORY-R000004, to ehr
ehr < ACK^O11
  MSA|CA|EHR4
ehr < RRE^O12
  MSA|AA|EHR4
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||a line of its own|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|OK|ORD3^EHR
fact report_answered STORY-R000004, CA

at 2026-03-02T10:08:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100800-0600||RGV^O15^RGV_O15|EHR5|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0005^^^HOSP^MR||Invented^Eve^^^^^L||19940101|F
  PV1||I|LD^3^A||||||||||||||||TESTVISIT-0005
  ORC|RE|ORD3^EHR|||||||20260302100800-0600||N0002^Invented^Colleague||||||||N0001^Invented^Nurse
  RXG|1|||BUPIFENT^Bupivacaine with fentanyl^L|100||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||12.5|265522^MDC_DIM_MILLI_G_PER_HR^MDC^mg/h^mg/h^UCUM|125|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||100|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^EP^HL70162||^IVP^HL70164
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
fact program_refused ORD3^EHR to P-1001^ACDE48FFFE000002, E pump_not_for_route at RXR[1]-1, W line_needed at drug
fact answer_due STORY-R000005, to ehr
ehr < ACK^O15
  MSA|CA|EHR5
ehr < RRG^O16
  MSA|AE|EHR5
  ERR||RXR^1^1^1|207^Application internal error^HL70357|E|9004^this pump is not for the route of the order^L||epidural: only a pump that is dedicated to this route|this pump is not for the route of the order; take a pump that is meant for this route (nurse)
  ERR||RXG^1^4^1|207^Application internal error^HL70357|W|||a line of its own|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|UA|ORD3^EHR
fact report_answered STORY-R000005, CA
