# shows: zinc for a newborn in milligrams instead of micrograms
# proves: K9 F41 F48 9005 9018
# 330 ug/kg/d, 1 kg, 330 ug in 100 mL: 100 / 24 = 4.17 mL/h. In mg it is a thousandfold: 330 mg/kg/d (hard 600 ug/kg/d), 330 mg in 100 mL.

at 2026-03-02T10:00:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100000-0600||RDE^O11^RDE_O11|EHR1|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0201^^^HOSP^MR||Invented^Nell^^^^^L||20260220|F
  PV1||I|NICU^2^A||||||||||||||||TESTVISIT-0201
  ORC|NW|ORD1^EHR|||||||20260302100000-0600||PH0001^Invented^Pharmacist|D0007^Invented^Doctor
  RXE||ZINC^Zinc sulfate^L|100||mL||||||||||||||||||330|mg/kg/day|330|mg|||||||100|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|29463-7^Body weight^LN||1|kg^kilogram^UCUM|||||F

# C1, D4: the dose alone in mg.

at 2026-03-02T10:01:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100100-0600||RDE^O11^RDE_O11|EHR2|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0201^^^HOSP^MR||Invented^Nell^^^^^L||20260220|F
  PV1||I|NICU^2^A||||||||||||||||TESTVISIT-0201
  ORC|NW|ORD2^EHR|||||||20260302100100-0600||PH0001^Invented^Pharmacist|D0007^Invented^Doctor
  RXE||ZINC^Zinc sulfate^L|100||mL||||||||||||||||||330|mg/kg/day|330|mcg|||||||100|mL
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  OBX|1|NM|29463-7^Body weight^LN||1|kg^kilogram^UCUM|||||F

# B5: added to the nutrition it is another bag than the nutrition's entry.

at 2026-03-02T10:02:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100200-0600||RDE^O11^RDE_O11|EHR3|P|2.6|||AL|AL||UNICODE UTF-8
  PID|||TEST-0201^^^HOSP^MR||Invented^Nell^^^^^L||20260220|F
  PV1||I|NICU^2^A||||||||||||||||TESTVISIT-0201
  ORC|NW|ORD3^EHR|||||||20260302100200-0600||PH0001^Invented^Pharmacist|D0007^Invented^Doctor
  RXE||PNNEO^Parenteral nutrition, neonatal^L|100||mL||||||||||||||||||4|mL/h
  RXR|IV^Intravenous^HL70162||IVP^IV Pump^HL70164
  RXC|B|PNNEO^Parenteral nutrition, neonatal^L|100|mL
  RXC|A|ZINC^Zinc sulfate^L|330|mg

# The same by FHIR.
fhir > POST MedicationRequest
  {
   "resourceType": "MedicationRequest",
   "id": "mr1",
   "contained": [
    {
     "resourceType": "Medication",
     "id": "bag",
     "code": {
      "coding": [
       {
        "system": "urn:oid:2.999.2",
        "code": "ZINC"
       }
      ],
      "text": "Zinc sulfate"
     },
     "amount": {
      "numerator": {
       "value": 100,
       "unit": "mL",
       "system": "http://unitsofmeasure.org",
       "code": "mL"
      },
      "denominator": {
       "value": 1
      }
     },
     "ingredient": [
      {
       "itemCodeableConcept": {
        "coding": [
         {
          "system": "urn:oid:2.999.2",
          "code": "ZINC",
          "display": "Zinc sulfate"
         }
        ]
       },
       "isActive": true,
       "strength": {
        "numerator": {
         "value": 330,
         "unit": "mg",
         "system": "http://unitsofmeasure.org",
         "code": "mg"
        },
        "denominator": {
         "value": 100,
         "unit": "mL",
         "system": "http://unitsofmeasure.org",
         "code": "mL"
        }
       }
      }
     ]
    },
    {
     "resourceType": "Patient",
     "id": "pat",
     "identifier": [
      {
       "system": "urn:oid:2.999.1.1",
       "value": "TEST-0201"
      }
     ],
     "name": [
      {
       "use": "official",
       "family": "Invented",
       "given": [
        "Nell"
       ]
      }
     ],
     "gender": "female",
     "birthDate": "2026-02-20"
    },
    {
     "resourceType": "Encounter",
     "id": "enc",
     "identifier": [
      {
       "system": "urn:oid:2.999.1.2",
       "value": "TESTVISIT-0201"
      }
     ],
     "status": "in-progress",
     "class": {
      "system": "http://terminology.hl7.org/CodeSystem/v3-ActCode",
      "code": "IMP"
     },
     "location": [
      {
       "location": {
        "identifier": {
         "value": "NICU^2^A"
        }
       }
      }
     ]
    },
    {
     "resourceType": "Practitioner",
     "id": "doc",
     "identifier": [
      {
       "system": "urn:oid:2.999.1.5",
       "value": "D0007"
      }
     ],
     "name": [
      {
       "family": "Invented",
       "given": [
        "Doctor"
       ]
      }
     ]
    },
    {
     "resourceType": "Observation",
     "id": "weight",
     "status": "final",
     "code": {
      "coding": [
       {
        "system": "http://loinc.org",
        "code": "29463-7"
       }
      ]
     },
     "valueQuantity": {
      "value": 1,
      "unit": "kg",
      "system": "http://unitsofmeasure.org",
      "code": "kg"
     }
    }
   ],
   "identifier": [
    {
     "type": {
      "coding": [
       {
        "system": "http://terminology.hl7.org/CodeSystem/v2-0203",
        "code": "PLAC"
       }
      ]
     },
     "system": "urn:oid:2.999.1.3",
     "value": "ORD4"
    }
   ],
   "status": "active",
   "intent": "order",
   "medicationReference": {
    "reference": "#bag"
   },
   "subject": {
    "reference": "#pat"
   },
   "encounter": {
    "reference": "#enc"
   },
   "authoredOn": "2026-03-02T10:02:00-06:00",
   "requester": {
    "reference": "#doc"
   },
   "dosageInstruction": [
    {
     "route": {
      "coding": [
       {
        "system": "http://terminology.hl7.org/CodeSystem/v2-0162",
        "code": "IV",
        "display": "Intravenous"
       }
      ]
     },
     "doseAndRate": [
      {
       "doseQuantity": {
        "value": 100,
        "unit": "mL",
        "system": "http://unitsofmeasure.org",
        "code": "mL"
       },
       "rateQuantity": {
        "value": 330,
        "unit": "mg/kg/d",
        "system": "http://unitsofmeasure.org",
        "code": "mg/kg/d"
       }
      }
     ]
    }
   ],
   "supportingInformation": [
    {
     "reference": "#weight"
    }
   ]
  }
