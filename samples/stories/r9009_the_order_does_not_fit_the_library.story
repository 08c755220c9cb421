# shows: orders that no gateway would take: unit, drug, piggyback, height and body surface
# proves: F40 F48 9009 9010 9013 9020 9027
# Dopamine in units an hour; saline as a piggyback at home, where its entry permits none; fluorouracil per m2 without a body surface, once without height and once with it; a drug that the library does not have.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|NW|ORD1^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||1234^Dopamine 400 mg in D5W 250 mL^L|250||mL||||||||||||||||||10|units/h|400|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|29463-7^Body weight^LN||85.0|kg^kilogram^UCUM|||||F
fact order_refused ORD1^EHR, new_order, E unit_not_library at RXE[1]-23
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AE|EHR1
  ERR||RXE^1^23^1|207^Application internal error^HL70357|E|9009^the unit cannot be converted to the library's dosing unit^L||unit per hour; the library doses in mcg per kg per min|the unit cannot be converted to the library's dosing unit; order in the library's unit or change the library (pharmacy)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000001, CA

at 2026-03-02T10:01:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100100-0600||RDE^O11^RDE_O11|EHR2|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0004^^^HOSP^MR||Invented^Dan^^^^^L||19660101|M
  PV1||O|HOME^1^||||||||||||||||TESTVISIT-0004
  ORC|NW|ORD2^EHR|||||||20260302100100-0600|||D0007^Invented^Doctor
  RXE||NS^Sodium chloride 0.9%^L|500||mL||||||||||||||||||100|mL/h
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164|IVPB^IV Piggyback^HL70165
fact order_refused ORD2^EHR, new_order, E piggyback_not_permitted at method
fact answer_due STORY-R000002, to ehr
ehr < ACK^O11
  MSA|CA|EHR2
ehr < RRE^O12
  MSA|AE|EHR2
  ERR||RXR^1^4^1|207^Application internal error^HL70357|E|9013^the drug may not be given as a piggyback^L|||the drug may not be given as a piggyback; correct the method or the library (pharmacy)
  ORC|UA|ORD2^EHR
fact report_answered STORY-R000002, CA

at 2026-03-02T10:02:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100200-0600||RDE^O11^RDE_O11|EHR3|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0004^^^HOSP^MR||Invented^Dan^^^^^L||19660101|M
  PV1||O|INFUSION^8^||||||||||||||||TESTVISIT-0004
  ORC|NW|ORD3^EHR|||||||20260302100200-0600||PH0001^Invented^Pharmacist|D0007^Invented^Doctor
  RXE||5FU^Fluorouracil 5 g in 100 mL^L|100||mL||||||||||||||||||1000|mg/m2/day|5|g|||||||100|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
fact order_refused ORD3^EHR, new_order, E height_missing at height, W line_needed at drug
fact answer_due STORY-R000003, to ehr
ehr < ACK^O11
  MSA|CA|EHR3
ehr < RRE^O12
  MSA|AE|EHR3
  ERR||OBX^1|207^Application internal error^HL70357|E|9020^the order doses by body surface and no height is known^L|||the order doses by body surface and no height is known; send the body surface that the dose was counted with, and height and weight; a surface is never computed here (prescriber)
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||a central line|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|UA|ORD3^EHR
fact report_answered STORY-R000003, CA

at 2026-03-02T10:03:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100300-0600||RDE^O11^RDE_O11|EHR4|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0004^^^HOSP^MR||Invented^Dan^^^^^L||19660101|M
  PV1||O|INFUSION^8^||||||||||||||||TESTVISIT-0004
  ORC|NW|ORD4^EHR|||||||20260302100300-0600||PH0001^Invented^Pharmacist|D0007^Invented^Doctor
  RXE||5FU^Fluorouracil 5 g in 100 mL^L|100||mL||||||||||||||||||1000|mg/m2/day|5|g|||||||100|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|8302-2^Body height^LN||180|cm^centimeter^UCUM|||||F
fact order_refused ORD4^EHR, new_order, E surface_missing at surface, W line_needed at drug
fact answer_due STORY-R000004, to ehr
ehr < ACK^O11
  MSA|CA|EHR4
ehr < RRE^O12
  MSA|AE|EHR4
  ERR||OBX^1|207^Application internal error^HL70357|E|9027^the order doses by body surface and none is known^L|||the order doses by body surface and none is known; send the body surface that the dose was counted with; it is never computed here (prescriber)
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||a central line|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|UA|ORD4^EHR
fact report_answered STORY-R000004, CA

at 2026-03-02T10:04:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100400-0600||RDE^O11^RDE_O11|EHR5|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|NW|ORD5^EHR|||||||20260302100400-0600|||D0007^Invented^Doctor
  RXE||TXA99^Invented drug 400 mg in D5W 250 mL^L|250||mL||||||||||||||||||10|mcg/kg/min|400|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|29463-7^Body weight^LN||85.0|kg^kilogram^UCUM|||||F
fact order_refused ORD5^EHR, new_order, E drug_unknown at drug
fact answer_due STORY-R000005, to ehr
ehr < ACK^O11
  MSA|CA|EHR5
ehr < RRE^O12
  MSA|AE|EHR5
  ERR||RXE^1^2^1|207^Application internal error^HL70357|E|9010^the drug matches no entry of the drug library^L|||the drug matches no entry of the drug library; add the code to the library or correct the order's code (pharmacy)
  ORC|UA|ORD5^EHR
fact report_answered STORY-R000005, CA
