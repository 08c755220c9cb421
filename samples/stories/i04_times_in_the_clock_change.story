# shows: a start or stop that the clock change skips or repeats is refused without an offset; an event is taken, and its reading told
# proves: B91
# Chicago: on 8 March 2026 the clocks go from 02:00 to 03:00, on 1 November from 02:00 to 01:00.

at 2026-03-07T10:00:00-06:00

zone America/Chicago

# A start at half past two of 8 March, which no clock shows.
ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260307100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6||||||UNICODE UTF-8
  PID|||TEST-0003^^^HOSP^MR||Invented^Cleo^^^^^L||19660101|F
  PV1||I|3W^21^B||||||||||||||||TESTVISIT-0003
  ORC|NW|ORD1^EHR|||||||20260307100000|||D0007^Invented^Doctor
  RXE||NS^Sodium chloride 0.9 %^L|1000||mL||||||||||||||||||125|mL/h
  TQ1|1||||||20260308023000
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
fact library_activated demonstration 1.1.0 #2, signed by 2
fact order_refused ORD1^EHR, new_order, E time_in_clock_change at TQ1[1]-7
ehr < RRE^O12
  MSA|AE|EHR1
  ERR||TQ1^1^7^1|207^Application internal error^HL70357|E|9004^a time without offset in the hour that a clock change skips or repeats^L|||a time without offset in the hour that a clock change skips or repeats; send the time with its offset, like 20261101013000-0500 (sender)
  ORC|UA|ORD1^EHR

# A stop at half past one of 1 November, which the clocks show twice; the sender says no offset at all.
ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260307100000||RDE^O11^RDE_O11|EHR2|P|2.6||||||UNICODE UTF-8
  PID|||TEST-0003^^^HOSP^MR||Invented^Cleo^^^^^L||19660101|F
  PV1||I|3W^21^B||||||||||||||||TESTVISIT-0003
  ORC|NW|ORD2^EHR|||||||20260307100000|||D0007^Invented^Doctor
  RXE||NS^Sodium chloride 0.9 %^L|1000||mL||||||||||||||||||125|mL/h
  TQ1|1||||||20260307110000|20261101013000
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
fact order_refused ORD2^EHR, new_order, E time_in_clock_change at TQ1[1]-8
ehr < RRE^O12
  MSA|AE|EHR2
  ERR||TQ1^1^8^1|207^Application internal error^HL70357|E|9004^a time without offset in the hour that a clock change skips or repeats^L|||a time without offset in the hour that a clock change skips or repeats; send the time with its offset, like 20261101013000-0500 (sender)
  ORC|UA|ORD2^EHR

# The same two times with their offset.
ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260307100000-0600||RDE^O11^RDE_O11|EHR3|P|2.6||||||UNICODE UTF-8
  PID|||TEST-0003^^^HOSP^MR||Invented^Cleo^^^^^L||19660101|F
  PV1||I|3W^21^B||||||||||||||||TESTVISIT-0003
  ORC|NW|ORD3^EHR|||||||20260307100000|||D0007^Invented^Doctor
  RXE||NS^Sodium chloride 0.9 %^L|1000||mL||||||||||||||||||125|mL/h
  TQ1|1||||||20260308033000-0500|20261101013000-0500
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
fact order_accepted ORD3^EHR, rate 125 mL/h, volume 1000 mL
ehr < RRE^O12
  MSA|AA|EHR3
  ORC|OK|ORD3^EHR

at 2026-11-01T01:31:00-06:00

# Half past one, and the gateway's clock says that it is the second one.
gateway >
  MSH|^~\&|PUMPGW^ACDE48FFFE000002^EUI-64|GENHOSP|BRIDGE^ACDE48FFFE000001^EUI-64|GENHOSP|20261101013100-0600||ORU^R42^ORU_R01|GW21|P|2.6|||AL|NE||UNICODE UTF-8|||IHE_PCD_010^IHE PCD^1.3.6.1.4.1.19376.1.6.4.10^ISO
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  OBR|1|ORD77^EHR|GW21^PUMPGW^ACDE48FFFE000002^EUI-64|1234^Dopamine^L|||20261101013000
  OBX|1||70049^MDC_DEV_PUMP_INFUS_LVP_MDS^MDC|1.0.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|CWE|68487^MDC_ATTR_EVT_COND^MDC|1.0.0.1|197288^MDC_EVT_PUMP_DELIV_START^MDC||||||R
  OBX|3|ST|68488^MDC_ATTR_EVT_SOURCE^MDC|1.0.0.2|1.1.2.0||||||R
  OBX|4||70050^MDC_DEV_PUMP_INFUS_LVP_VMD^MDC|1.1.0.0|||||||X
  OBX|5||70067^MDC_DEV_PUMP_DELIVERY_INFO^MDC|1.1.1.0|||||||X
  OBX|6|CWE|184519^MDC_PUMP_INFUSING_STATUS^MDC|1.1.1.1|^pump-status-infusing||||||R
  OBX|7|NM|158014^MDC_FLOW_FLUID_PUMP_CURRENT^MDC|1.1.1.2|31.9|265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM|||||R
  OBX|8||70071^MDC_DEV_PUMP_INFUSATE_SOURCE_PRIMARY_CHAN^MDC|1.1.2.0|||||||X
  OBX|9|CWE|158005^MDC_PUMP_CURRENT_DELIVERY_STATUS^MDC|1.1.2.1|^pump-delivery-status-delivering||||||R
fact event_recorded GW21^PUMPGW, delivery_start, delivering, pump P-1001^ACDE48FFFE000002, rate 31.9 mL/h, W time_in_clock_change at OBR[1]-7, W event_unmatched at OBR-2
gateway < ACK^R42
  MSA|CA|GW21
