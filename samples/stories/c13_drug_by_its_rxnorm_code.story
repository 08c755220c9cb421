# shows: a drug whose local code is not in the library is found by its RxNorm code, by both doors and at the bedside
# proves: B47 B48 B81 F32
# 4.5 g in 100 mL over 30 min: 200 mL/h. The pump is told the code that the library knows, and the name that was checked.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|NW|ORD1^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||OURS-45^Piperacillin-tazobactam 4.5 g in NS 100 mL^L^74169^^RXNORM|4.5||g|||||||||||||||||M30|||4.5|g|||||||100|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  RXC|A|74169^Piperacillin-tazobactam^RXNORM|4.5|g
fact order_accepted ORD1^EHR, dose 4.5 g, duration 30 min
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AA|EHR1
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000001, CA

at 2026-03-02T10:01:00-06:00

fhir > POST MedicationRequest messages/fhir_drug_by_rxnorm.json
fhir < 200
fact (none)

at 2026-03-02T10:04:00-06:00

# The label's alternate is dopamine.
ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100400-0600||RGV^O15^RGV_O15|EHR2|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|RE|ORD1^EHR|||||||20260302100400-0600||||||||||N0001^Invented^Nurse
  RXG|1|||OURS-45^Piperacillin-tazobactam^L^1234^^L|100||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||4.5|263872^MDC_DIM_X_G^MDC^g^g^UCUM|4.5|263872^MDC_DIM_X_G^MDC^g^g^UCUM|||||100|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  TQ1|1||||||||||||30^264352&MDC_DIM_MIN&MDC
  RXR|^IV^HL70162||^IVP^HL70164
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
fact program_refused ORD1^EHR to P-1001^ACDE48FFFE000002, E scanned_drug_differs at request.drug
fact answer_due STORY-R000002, to ehr
ehr < ACK^O15
  MSA|CA|EHR2
ehr < RRG^O16
  MSA|AE|EHR2
  ERR||RXG^1^4^1|207^Application internal error^HL70357|E|9018^the scanned bag is of another drug than the order^L||a name is piperacillin-tazobactam, L is DOPamine|the scanned bag is of another drug than the order; take the bag of the order; the order stays as it is (nurse)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000002, CA

at 2026-03-02T10:05:00-06:00

# The label says the library's own local code.
ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100500-0600||RGV^O15^RGV_O15|EHR3|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|RE|ORD1^EHR|||||||20260302100500-0600||||||||||N0001^Invented^Nurse
  RXG|1|||PIPTAZO^Piperacillin-tazobactam^L|100||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||4.5|263872^MDC_DIM_X_G^MDC^g^g^UCUM|4.5|263872^MDC_DIM_X_G^MDC^g^g^UCUM|||||100|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  TQ1|1||||||||||||30^264352&MDC_DIM_MIN&MDC
  RXR|^IV^HL70162||^IVP^HL70164
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
fact pump_associated ORD1^EHR to P-1001^ACDE48FFFE000002, by N0001
fact program_due STORY-P000001, new_bag, ORD1^EHR to P-1001^ACDE48FFFE000002, dose 4.5 g, volume 100 mL, duration 30 min, expected rate 200 mL/h
ehr < ACK^O15
  MSA|CA|EHR3
fact dispatch_started STORY-P000001, attempt 1
gateway < RGV^O15
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|RE|ORD1^EHR|||||||20260302100500-0600||||||||||N0001^Invented^Nurse
  RXG|1|||74169^Piperacillin-tazobactam 4.5 g in NS 100 mL^RXNORM|100||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||4.5|263872^MDC_DIM_X_G^MDC^g^g^UCUM|4.5|263872^MDC_DIM_X_G^MDC^g^g^UCUM|||||100|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  TQ1|1||||||||||||30^264352&MDC_DIM_MIN&MDC
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^^ACDE48FFFE000002^EUI-64
fact gateway_took STORY-P000001
