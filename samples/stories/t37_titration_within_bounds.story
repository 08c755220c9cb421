# shows: a nurse titrates as far as the order and the library let her
# proves: F26 F58
# Phenylephrine 20 mg in 250 mL (80 ug/mL), 80 kg: 0.5 ug/kg/min = 30 mL/h. By 0.5 every 5 min up to 2, objective stated.
# Without an objective it is refused, and so is a step of 1 ug/kg/min (library 0.5).

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0002^^^HOSP^MR||Invented^Ben^^^^^L||19660101|M
  PV1||I|ICU^14^A||||||||||||||||TESTVISIT-0002
  ORC|NW|ORD8^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||PHENYL^Phenylephrine 20 mg in NS 250 mL^L|250||mL||||||||||||||||||0.5|mcg/kg/min|20|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|29463-7^Body weight^LN||80|kg^kilogram^UCUM|||||F
  OBX|2|NM|IB-TITRATION-INCREMENT||0.5|ug/kg/min^^UCUM|||||F
  OBX|3|NM|IB-TITRATION-INTERVAL||5|min^^UCUM|||||F
  OBX|4|NM|IB-TITRATION-MAXIMUM||2|ug/kg/min^^UCUM|||||F
fact order_refused ORD8^EHR, new_order, E titration_incomplete at titration, W line_needed at drug
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AE|EHR1
  ERR||OBX^1|207^Application internal error^HL70357|E|9003^an order that may be titrated without increment, interval, maximum or objective^L||missing: objective|an order that may be titrated without increment, interval, maximum or objective; complete the order (prescriber)
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||a central line|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|UA|ORD8^EHR
fact report_answered STORY-R000001, CA

at 2026-03-02T10:01:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100100-0600||RDE^O11^RDE_O11|EHR2|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0002^^^HOSP^MR||Invented^Ben^^^^^L||19660101|M
  PV1||I|ICU^14^A||||||||||||||||TESTVISIT-0002
  ORC|NW|ORD9^EHR|||||||20260302100100-0600|||D0007^Invented^Doctor
  RXE||PHENYL^Phenylephrine 20 mg in NS 250 mL^L|250||mL||||||||||||||||||0.5|mcg/kg/min|20|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|29463-7^Body weight^LN||80|kg^kilogram^UCUM|||||F
  OBX|2|NM|IB-TITRATION-INCREMENT||1|ug/kg/min^^UCUM|||||F
  OBX|3|NM|IB-TITRATION-INTERVAL||5|min^^UCUM|||||F
  OBX|4|NM|IB-TITRATION-MAXIMUM||2|ug/kg/min^^UCUM|||||F
  OBX|5|ST|IB-TITRATION-OBJECTIVE||MAP above 65 mmHg||||||F
fact order_refused ORD9^EHR, new_order, E titration_above_rule at OBX[2]-5, W line_needed at drug
fact answer_due STORY-R000002, to ehr
ehr < ACK^O11
  MSA|CA|EHR2
ehr < RRE^O12
  MSA|AE|EHR2
  ERR||OBX^2^5^1|207^Application internal error^HL70357|E|9005^the order would let the rate be changed more than the drug library does^L||increment 1 mcg per kg per min; the library has 0.5 mcg per kg per min|the order would let the rate be changed more than the drug library does; correct the order (prescriber)
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||a central line|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|UA|ORD9^EHR
fact report_answered STORY-R000002, CA

at 2026-03-02T10:02:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100200-0600||RDE^O11^RDE_O11|EHR3|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0002^^^HOSP^MR||Invented^Ben^^^^^L||19660101|M
  PV1||I|ICU^14^A||||||||||||||||TESTVISIT-0002
  ORC|NW|ORD1^EHR|||||||20260302100200-0600|||D0007^Invented^Doctor
  RXE||PHENYL^Phenylephrine 20 mg in NS 250 mL^L|250||mL||||||||||||||||||0.5|mcg/kg/min|20|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|29463-7^Body weight^LN||80|kg^kilogram^UCUM|||||F
  OBX|2|NM|IB-TITRATION-INCREMENT||0.5|ug/kg/min^^UCUM|||||F
  OBX|3|NM|IB-TITRATION-INTERVAL||5|min^^UCUM|||||F
  OBX|4|NM|IB-TITRATION-MAXIMUM||2|ug/kg/min^^UCUM|||||F
  OBX|5|ST|IB-TITRATION-OBJECTIVE||MAP above 65 mmHg||||||F
fact order_accepted ORD1^EHR, dose rate 0.5 ug/kg/min, volume 250 mL, weight 80 kg, W line_needed at drug
fact answer_due STORY-R000003, to ehr
ehr < ACK^O11
  MSA|CA|EHR3
ehr < RRE^O12
  MSA|AA|EHR3
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||a central line|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000003, CA

at 2026-03-02T10:05:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100500-0600||RGV^O15^RGV_O15|EHR4|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0002^^^HOSP^MR||Invented^Ben^^^^^L||19660101|M
  PV1||I|ICU^14^A||||||||||||||||TESTVISIT-0002
  ORC|RE|ORD1^EHR|||||||20260302100500-0600||||||||||N0001^Invented^Nurse
  RXG|1|||PHENYL^Phenylephrine^L|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||0.5|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|20|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|80|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F
fact pump_associated ORD1^EHR to P-1001^ACDE48FFFE000002, by N0001
fact program_due STORY-P000001, new_bag, ORD1^EHR to P-1001^ACDE48FFFE000002, dose rate 0.5 ug/kg/min, volume 250 mL, weight 80 kg, expected rate 30 mL/h
ehr < ACK^O15
  MSA|CA|EHR4
fact dispatch_started STORY-P000001, attempt 1
gateway < RGV^O15
  PID|||TEST-0002^^^HOSP^MR||Invented^Ben^^^^^L||19660101|M
  PV1||I|ICU^14^A||||||||||||||||TESTVISIT-0002
  ORC|RE|ORD1^EHR|||||||20260302100500-0600||||||||||N0001^Invented^Nurse
  RXG|1|||PHENYL^Phenylephrine 20 mg in NS 250 mL^L|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||0.5|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|20|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^^ACDE48FFFE000002^EUI-64
  OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|80|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F
fact gateway_took STORY-P000001

gateway >
  MSH|^~\&|PUMPGW^ACDE48FFFE000002^EUI-64|GENHOSP|BRIDGE^ACDE48FFFE000001^EUI-64|GENHOSP|20260302100505-0600||RRG^O16^RRG_O16|GW11|P|2.6|||AL|NE||UNICODE UTF-8|||IHE_PCD_RRG^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.2^ISO
  MSA|AA|STORY-P000001
  ORC|OK|ORD1^EHR
fact pump_programmed STORY-P000001
fact answer_due STORY-R000004, to ehr
gateway < ACK^O16
  MSA|CA|GW11
ehr < RRG^O16
  MSA|AA|EHR4
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000004, CA
