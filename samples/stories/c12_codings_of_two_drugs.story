# shows: an order whose codes mean two drugs is refused by both doors with the same words
# proves: B48 K18 K19 9018
# RXE-2.1 is dopamine, its alternate 74169 of RxNorm piperacillin-tazobactam. Nobody here can tell which of them is meant.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|NW|ORD1^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||1234^Dopamine 400 mg in D5W 250 mL^L^74169^^RXNORM|250||mL||||||||||||||||||10|mcg/kg/min|400|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|29463-7^Body weight^LN||85.0|kg^kilogram^UCUM|||||F
fact order_refused ORD1^EHR, new_order, E drug_name_disagrees at drug
fact answer_due STORY-R000001, to ehr
ehr < ACK^O11
  MSA|CA|EHR1
ehr < RRE^O12
  MSA|AE|EHR1
  ERR||RXE^1^2^1|207^Application internal error^HL70357|E|9018^the drug's code and name do not mean the same drug^L||L is DOPamine, RXNORM is piperacillin-tazobactam|the drug's code and name do not mean the same drug; correct the code or the name in the formulary (pharmacy)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000001, CA

# The additive's alternate is wrong, RXE-2 is right.
ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR2|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|NW|ORD2^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||1234^Dopamine 400 mg in D5W 250 mL^L|250||mL||||||||||||||||||10|mcg/kg/min|400|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  RXC|B|D5W^Dextrose 5% in water^L|250|mL
  RXC|A|1234^Dopamine^L^74169^^RXNORM|400|mg
  OBX|1|NM|29463-7^Body weight^LN||85.0|kg^kilogram^UCUM|||||F
fact order_refused ORD2^EHR, new_order, E drug_name_disagrees at components
fact answer_due STORY-R000002, to ehr
ehr < ACK^O11
  MSA|CA|EHR2
ehr < RRE^O12
  MSA|AE|EHR2
  ERR||RXC^1^2^1|207^Application internal error^HL70357|E|9018^the drug's code and name do not mean the same drug^L||component 2: L is DOPamine, RXNORM is piperacillin-tazobactam|the drug's code and name do not mean the same drug; correct the code or the name in the formulary (pharmacy)
  ORC|UA|ORD2^EHR
fact report_answered STORY-R000002, CA

at 2026-03-02T10:01:00-06:00

fhir > POST MedicationRequest messages/b48_codings_of_two_drugs.json
fact order_refused ORD1^EHR, new_order, E drug_name_disagrees at drug
fhir < 422
  error code-invalid MedicationRequest.medication | the drug's code and name do not mean the same drug: L is DOPamine, RXNORM is piperacillin-tazobactam

at 2026-03-02T10:02:00-06:00

# The same order, its codes of one drug as far as anybody here knows: taken, and another drug's code later makes another order.
ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100200-0600||RDE^O11^RDE_O11|EHR3|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|NW|ORD1^EHR|||||||20260302100000-0600|||D0007^Invented^Doctor
  RXE||1234^Dopamine 400 mg in D5W 250 mL^L^3628^^RXNORM|250||mL||||||||||||||||||10|mcg/kg/min|400|mg|||||||250|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  RXC|A|1234^Dopamine^L|400|mg
  RXC|B|D5W^Dextrose 5% in water^L|250|mL
  OBX|1|NM|29463-7^Body weight^LN||85.0|kg^kilogram^UCUM|||||F
fact order_accepted ORD1^EHR, dose rate 10 ug/kg/min, volume 250 mL, weight 85 kg
fact answer_due STORY-R000003, to ehr
ehr < ACK^O11
  MSA|CA|EHR3
ehr < RRE^O12
  MSA|AA|EHR3
  ORC|OK|ORD1^EHR
fact report_answered STORY-R000003, CA

fhir > POST MedicationRequest messages/b48_codings_of_two_drugs.json
fact order_refused ORD1^EHR, new_order, E order_exists at ORC-2
fhir < 409
  error duplicate MedicationRequest.identifier | the order number exists with other content: drug

fhir > POST MedicationRequest messages/fhir_dopamine.json
fhir < 200
fact (none)
