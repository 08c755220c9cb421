# shows: rate and dose rate sixty times apart: neither is preferred
# proves: B68 V3 F42 9018
# Dexmedetomidine 0.7 ug/kg/h, 80 kg, 400 ug in 100 mL (4 ug/mL): 0.7 x 80 / 4 = 14 mL/h.
# The order also says 840 mL/h, which is 0.7 ug/kg per minute: 60 times.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|NW|ORD1^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||DEXMED^Dexmedetomidine 400 mcg/100 mL^L|840||mL|||||||||||||||||H1|0.7|mcg/kg/h|400|mcg|||||||100|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  RXC|A|DEXMED^Dexmedetomidine^L|400|mcg
  RXC|B|NS^Sodium chloride 0.9%^L|100|mL
  OBX|1|NM|29463-7^Body weight^LN||80|kg^kilogram^UCUM|||||F
fact order_refused ORD1^EHR, new_order, E quantities_disagree at RXE[1]-3
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AE|EHR1
  ERR||RXE^1^3^1|207^Application internal error^HL70357|E|9018^dose, rate, volume, duration, concentration and weight do not agree^L||rate 840 mL per hour given, 14 mL per hour computed (rate = dose rate * weight / concentration); ratio 60, near 60 times: per hour read as per minute?|dose, rate, volume, duration, concentration and weight do not agree; correct the one that is wrong; none is preferred here (prescriber)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000001, CA
