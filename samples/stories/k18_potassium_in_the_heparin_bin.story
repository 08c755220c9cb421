# shows: a pharmacy bulk of potassium lies where heparin is kept
# proves: K18 F48 F63 9005 9018 9024
# 500 mEq in 250 mL: the library has 10, 20 and 40 mEq. In one hour it is 500 mEq/h (hard 40).

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0002^^^HOSP^MR||Invented^Ben^^^^^L||19660101|M
  PV1||I|ICU^14^A||||||||||||||||TESTVISIT-0002
  ORC|NW|ORD1^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||KCL^Potassium chloride^L|500||mEq|||||||||||||||||M60|||500|mEq|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
fact order_refused ORD1^EHR, new_order, E concentration_not_library at RXE[1]-25, E hard_limit_above at RXE[1]-3, E hard_limit_above at RXE[1]-22, E total_above_hard_limit at history
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AE|EHR1
  ERR||RXE^1^25^1|207^Application internal error^HL70357|E|9018^the concentration is not one of the drug library's^L||2 mEq/mL; the library has 10 mEq in 100 mL, 20 mEq in 100 mL, 40 mEq in 100 mL, 20 mEq in 50 mL|the concentration is not one of the drug library's; prepare a library concentration or add this one (pharmacy)
  ERR||RXE^1^3^1|207^Application internal error^HL70357|E|9005^above the hard limit of the drug library^L||dose 500 mEq; hard limit 5 to 40 mEq|above the hard limit of the drug library; correct the order; a hard limit is never overridden (prescriber)
  ERR||RXE^1^22^1|207^Application internal error^HL70357|E|9005^above the hard limit of the drug library^L||dose rate 500 mEq per hour; hard limit up to 40 mEq per hour|above the hard limit of the drug library; correct the order; a hard limit is never overridden (prescriber)
  ERR|||207^Application internal error^HL70357|E|9024^a total above the hard limit of the drug library^L||with what was given before: accumulated 500 mEq; hard limit up to 200 mEq within 24 h|a total above the hard limit of the drug library; correct the order; a hard limit is never overridden (prescriber)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000001, CA

at 2026-03-02T10:01:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100100-0600||RDE^O11^RDE_O11|EHR2|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0002^^^HOSP^MR||Invented^Ben^^^^^L||19660101|M
  PV1||I|ICU^14^A||||||||||||||||TESTVISIT-0002
  ORC|NW|ORD2^EHR|||||||20260302100100-0600|||D0007^Invented^Doctor
  RXE||HEP^Heparin 25,000 units in D5W 250 mL^L|250||mL||||||||||||||||||1300|units/h|25000|units|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
fact order_accepted ORD2^EHR, dose rate 1300 [iU]/h, volume 250 mL
fact answer_due STORY-R000002, to ehr
ehr < ACK^O11
  MSA|CA|EHR2
ehr < RRE^O12
  MSA|AA|EHR2
  ORC|OK|ORD2^EHR
fact report_answered STORY-R000002, CA

# B7: the bag from the bin.

at 2026-03-02T10:05:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100500-0600||RGV^O15^RGV_O15|EHR3|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0002^^^HOSP^MR||Invented^Ben^^^^^L||19660101|M
  PV1||I|ICU^14^A||||||||||||||||TESTVISIT-0002
  ORC|RE|ORD2^EHR|||||||20260302100500-0600||N0002^Invented^Colleague||||||||N0001^Invented^Nurse
  RXG|1|||KCL^Potassium chloride^L|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||1300|267840^MDC_DIM_X_INTL_UNIT_PER_HR^MDC^[iU]/h^[iU]/h^UCUM|500|266738^MDC_DIM_MILLI_EQUIV^MDC^meq^meq^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
fact program_refused ORD2^EHR to P-1001^ACDE48FFFE000002, E scanned_drug_differs at request.drug, E scanned_number_differs at RXG[1]-17
fact answer_due STORY-R000003, to ehr
ehr < ACK^O15
  MSA|CA|EHR3
ehr < RRG^O16
  MSA|AE|EHR3
  ERR||RXG^1^4^1|207^Application internal error^HL70357|E|9018^the scanned bag is of another drug than the order^L|||the scanned bag is of another drug than the order; take the bag of the order; the order stays as it is (nurse)
  ERR||RXG^1^17^1|207^Application internal error^HL70357|E|9018^a number of the scan is not the order's^L||500 mEq scanned, 25,000 units ordered|a number of the scan is not the order's; take the bag of the order, or correct the number and scan again; the order stays as it is (nurse)
  ORC|UA|ORD2^EHR
fact report_answered STORY-R000003, CA
