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
  ERR||RXG^1^4^1|207^Application internal error^HL70357|W|||a central line|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000004, CA

at 2026-03-02T10:06:00-06:00

gateway >
  MSH|^~\&|PUMPGW^ACDE48FFFE000002^EUI-64|GENHOSP|BRIDGE^ACDE48FFFE000001^EUI-64|GENHOSP|20260302100600-0600||ORU^R42^ORU_R01|GW21|P|2.6|||AL|NE||UNICODE UTF-8|||IHE_PCD_010^IHE PCD^1.3.6.1.4.1.19376.1.6.4.10^ISO
  PID|||TEST-0002^^^HOSP^MR||Invented^Ben^^^^^L||19660101|M
  PV1||I|ICU^14^A||||||||||||||||TESTVISIT-0002
  OBR|1|ORD1^EHR|GW21^PUMPGW^ACDE48FFFE000002^EUI-64|PHENYL^Phenylephrine^L|||20260302100600-0600
  OBX|1||70049^MDC_DEV_PUMP_INFUS_LVP_MDS^MDC|1.0.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|CWE|68487^MDC_ATTR_EVT_COND^MDC|1.0.0.1|197288^MDC_EVT_PUMP_DELIV_START^MDC||||||R
  OBX|3|ST|68488^MDC_ATTR_EVT_SOURCE^MDC|1.0.0.2|1.1.2.0||||||R
  OBX|4||70050^MDC_DEV_PUMP_INFUS_LVP_VMD^MDC|1.1.0.0|||||||X
  OBX|5||70067^MDC_DEV_PUMP_DELIVERY_INFO^MDC|1.1.1.0|||||||X
  OBX|6|CWE|184519^MDC_PUMP_INFUSING_STATUS^MDC|1.1.1.1|^pump-status-infusing||||||R
  OBX|7|NM|158014^MDC_FLOW_FLUID_PUMP_CURRENT^MDC|1.1.1.2|30|265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM|||||R
  OBX|8|CWE|158016^MDC_PUMP_ACTIVE_SOURCES^MDC|1.1.1.3|^pump-source-info-primary||||||R
  OBX|9||70071^MDC_DEV_PUMP_INFUSATE_SOURCE_PRIMARY_CHAN^MDC|1.1.2.0|||||||X
  OBX|10|CWE|158005^MDC_PUMP_CURRENT_DELIVERY_STATUS^MDC|1.1.2.1|^pump-delivery-status-delivering||||||R
  OBX|11|NM|157784^MDC_FLOW_FLUID_PUMP^MDC|1.1.2.5|30|265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM|||||R
  OBX|12|NM|157924^MDC_RATE_DOSE^MDC|1.1.2.6|0.5|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|||||R
  OBX|13|NM|157884^MDC_VOL_FLUID_TBI^MDC|1.1.2.7|250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM|||||R
  OBX|14|NM|157993^MDC_VOL_FLUID_DELIV_TOTAL^MDC|1.1.2.9|0|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM|||||R
  OBX|15|ST|184514^MDC_DRUG_NAME_LABEL^MDC|1.1.2.11|Phenylephrine||||||R
fact event_recorded GW21^PUMPGW, delivery_start, delivering, pump P-1001^ACDE48FFFE000002, rate 30 mL/h, dose rate 0.5 ug/kg/min, total 0 mL, administration ASTORY-P000001
fact administration_changed ASTORY-P000001, version 1, in_progress, total 0 mL
fact report_due STORY-R000005, record 1, new_bag, rate 30 mL/h, dose rate 0.5 ug/kg/min, total 0 mL
gateway < ACK^R42
  MSA|CA|GW21
ehr < RAS^O17
  PID|||TEST-0002^^^HOSP^MR||Invented^Ben^^^^^L||19660101|M
  PV1||I|ICU^14^A||||||||||||||||TESTVISIT-0002
  ORC|RE|ORD1^EHR|ASTORY-P000001^BRIDGE||||||20260302100600-0600
  RXA|0|1|20260302100600-0600|20260302100600-0600|PHENYL^Phenylephrine 20 mg in NS 250 mL^L|30|mL^mL^UCUM||^New bag 30 mL per hour (0.5 mcg per kg per min)|N0001^Invented^Nurse||H1|20|mg^mg^UCUM|||||||A|20260302160600+0000|250|mL^mL^UCUM
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|157924^MDC_RATE_DOSE^MDC|1.1.2.1|0.5|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|||||R|||20260302100600-0600||||P-1001^^ACDE48FFFE000002^EUI-64
  OBX|2|NM|157993^MDC_VOL_FLUID_DELIV_TOTAL^MDC|1.1.2.2|0|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM|||||R|||20260302100600-0600||||P-1001^^ACDE48FFFE000002^EUI-64
fact report_answered STORY-R000005, CA

# One step of 0.5, nine minutes after the start: 1 ug/kg/min = 60 mL/h, twice what runs.
at 2026-03-02T10:15:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302101500-0600||RDE^O11^RDE_O11|EHR5|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0002^^^HOSP^MR||Invented^Ben^^^^^L||19660101|M
  PV1||I|ICU^14^A||||||||||||||||TESTVISIT-0002
  ORC|XO|ORD1^EHR|||||||20260302101500-0600|||D0007^Invented^Doctor
  RXE||PHENYL^Phenylephrine 20 mg in NS 250 mL^L|250||mL||||||||||||||||||1|mcg/kg/min|20|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|29463-7^Body weight^LN||80|kg^kilogram^UCUM|||||F
  OBX|2|NM|IB-TITRATION-INCREMENT||0.5|ug/kg/min^^UCUM|||||F
  OBX|3|NM|IB-TITRATION-INTERVAL||5|min^^UCUM|||||F
  OBX|4|NM|IB-TITRATION-MAXIMUM||2|ug/kg/min^^UCUM|||||F
  OBX|5|ST|IB-TITRATION-OBJECTIVE||MAP above 65 mmHg||||||F
fact order_changed ORD1^EHR, dose rate 1 ug/kg/min, volume 250 mL, weight 80 kg, W line_needed at drug
fact answer_due STORY-R000006, to ehr
ehr < ACK^O11
  MSA|CA|EHR5
ehr < RRE^O12
  MSA|AA|EHR5
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||a central line|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|XR|ORD1^EHR
fact report_answered STORY-R000006, CA

at 2026-03-02T10:16:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302101600-0600||RGV^O15^RGV_O15|EHR6|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0002^^^HOSP^MR||Invented^Ben^^^^^L||19660101|M
  PV1||I|ICU^14^A||||||||||||||||TESTVISIT-0002
  ORC|XO|ORD1^EHR|||||||20260302101600-0600||||||||||N0001^Invented^Nurse
  RXG|1|||PHENYL^Phenylephrine^L|||||||||||1|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|20|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|80|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F
fact pump_associated ORD1^EHR to P-1001^ACDE48FFFE000002, by N0001
fact program_due STORY-P000002, rate_change, ORD1^EHR to P-1001^ACDE48FFFE000002, dose rate 1 ug/kg/min, weight 80 kg, expected rate 60 mL/h
ehr < ACK^O15
  MSA|CA|EHR6
fact dispatch_started STORY-P000002, attempt 1
gateway < RGV^O15
  PID|||TEST-0002^^^HOSP^MR||Invented^Ben^^^^^L||19660101|M
  PV1||I|ICU^14^A||||||||||||||||TESTVISIT-0002
  ORC|XO|ORD1^EHR|||||||20260302101600-0600||||||||||N0001^Invented^Nurse
  RXG|1|||PHENYL^Phenylephrine 20 mg in NS 250 mL^L|||||||||||1|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|20|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^^ACDE48FFFE000002^EUI-64
  OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|80|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F
fact gateway_took STORY-P000002

gateway >
  MSH|^~\&|PUMPGW^ACDE48FFFE000002^EUI-64|GENHOSP|BRIDGE^ACDE48FFFE000001^EUI-64|GENHOSP|20260302101605-0600||RRG^O16^RRG_O16|GW12|P|2.6|||AL|NE||UNICODE UTF-8|||IHE_PCD_RRG^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.2^ISO
  MSA|AA|STORY-P000002
  ORC|OK|ORD1^EHR
fact pump_programmed STORY-P000002
fact answer_due STORY-R000007, to ehr
gateway < ACK^O16
  MSA|CA|GW12
ehr < RRG^O16
  MSA|AA|EHR6
  ERR||RXG^1^4^1|207^Application internal error^HL70357|W|||a central line|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000007, CA

# From 0.5, which is what the pump last told of, to 2 at once: 1.5, three times the step. Held until somebody releases it by name.
at 2026-03-02T10:30:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302103000-0600||RDE^O11^RDE_O11|EHR7|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0002^^^HOSP^MR||Invented^Ben^^^^^L||19660101|M
  PV1||I|ICU^14^A||||||||||||||||TESTVISIT-0002
  ORC|XO|ORD1^EHR|||||||20260302103000-0600|||D0007^Invented^Doctor
  RXE||PHENYL^Phenylephrine 20 mg in NS 250 mL^L|250||mL||||||||||||||||||2|mcg/kg/min|20|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|29463-7^Body weight^LN||80|kg^kilogram^UCUM|||||F
  OBX|2|NM|IB-TITRATION-INCREMENT||0.5|ug/kg/min^^UCUM|||||F
  OBX|3|NM|IB-TITRATION-INTERVAL||5|min^^UCUM|||||F
  OBX|4|NM|IB-TITRATION-MAXIMUM||2|ug/kg/min^^UCUM|||||F
  OBX|5|ST|IB-TITRATION-OBJECTIVE||MAP above 65 mmHg||||||F
fact order_changed ORD1^EHR, dose rate 2 ug/kg/min, volume 250 mL, weight 80 kg, held by a soft limit, W rate_jump at rate, W titration_exceeded at RXE[1]-23, W line_needed at drug
fact answer_due STORY-R000008, to ehr
ehr < ACK^O11
  MSA|CA|EHR7
ehr < RRE^O12
  MSA|AA|EHR7
  ERR||RXE^1^23^1|207^Application internal error^HL70357|W|9005^the new rate is more times the running one than one step may be^L||120 mL per hour after 30 mL per hour: 4 times; one step is up to 3 times|the new rate is more times the running one than one step may be; check the number; a pharmacist or prescriber releases it with a reason (pharmacy)
  ERR||RXE^1^23^1|207^Application internal error^HL70357|W|9005^the new rate is outside of what the order lets a nurse change^L||from 0.5 mcg per kg per min to 2 mcg per kg per min; the order lets it change by 0.5 mcg per kg per min|the new rate is outside of what the order lets a nurse change; have the order changed, or a pharmacist or prescriber releases it with a reason (prescriber)
  ERR||RXE^1^2^1|207^Application internal error^HL70357|W|||a central line|the line must be as the drug library demands; check the line before starting (nurse)
  ORC|XR|ORD1^EHR
fact report_answered STORY-R000008, CA

