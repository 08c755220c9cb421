# shows: a weight in pounds is refused and never converted
# proves: B70 V20 P16 9008
# 187 [lb_av]: 9008 at OBX-6, and so no weight is known: 9019.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|NW|ORD1^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||1234^Dopamine 400 mg in D5W 250 mL^L|250||mL||||||||||||||||||10|mcg/kg/min|400|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  RXC|A|1234^Dopamine^L|400|mg
  RXC|B|D5W^Dextrose 5% in water^L|250|mL
  OBX|1|NM|29463-7^Body weight^LN||187|[lb_av]^pound^UCUM|||||F
fact order_refused ORD1^EHR, new_order, E weight_unit at OBX[1]-6, E weight_missing at weight
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AE|EHR1
  ERR||OBX^1^6^1|207^Application internal error^HL70357|E|9008^the weight is not in kg or g^L||valid, but of no kind that an infusion has|the weight is not in kg or g; send the weight in kg; it is never converted from pounds (integration)
  ERR||OBX^1|207^Application internal error^HL70357|E|9019^the order doses by weight and no weight is known^L|||the order doses by weight and no weight is known; measure and send the weight (nurse)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000001, CA
