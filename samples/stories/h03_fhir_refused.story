# shows: what is refused over HL7 is refused over FHIR, as an OperationOutcome
# proves: B53 B74 B118
# Tenfold dose: 422 business-rule. Sent again correct: 201; sent twice: 200.

at 2026-03-02T10:00:00-06:00

fhir > POST MedicationRequest messages/b53_tenfold_dose.json

fhir > POST MedicationRequest messages/b118_do_not_perform.json

fhir > POST MedicationRequest messages/fhir_dopamine.json

fhir > POST MedicationRequest messages/fhir_dopamine.json
