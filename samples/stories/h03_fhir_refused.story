# shows: what is refused over HL7 is refused over FHIR, as an OperationOutcome
# proves: B53 B79 B118 F32
# Tenfold dose: 422 business-rule. Sent again correct: 201; sent twice: 200.

at 2026-03-02T10:00:00-06:00

fhir > POST MedicationRequest messages/b53_tenfold_dose.json
fact order_refused ORD1^EHR, new_order, E hard_limit_above at MedicationRequest.dosageInstruction[0].doseAndRate[0].rateQuantity
fhir < 422
  error business-rule MedicationRequest.dosageInstruction[0].doseAndRate[0].rateQuantity | above the hard limit of the drug library: dose rate 100 mcg per kg per min; hard limit 0.5 to 50 mcg per kg per min

fhir > POST MedicationRequest messages/b118_do_not_perform.json
fact order_refused ORD1^EHR, new_order, E do_not_perform at MedicationRequest.doNotPerform
fhir < 422
  error business-rule MedicationRequest.doNotPerform | the order says not to perform it

fhir > POST MedicationRequest messages/fhir_dopamine.json
fact order_accepted ORD1^EHR, dose rate 10 ug/kg/min, volume 250 mL, weight 85 kg
fhir < 201

fhir > POST MedicationRequest messages/fhir_dopamine.json
fhir < 200
fact (none)
