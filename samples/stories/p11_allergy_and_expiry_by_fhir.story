# shows: AllergyIntolerance and the batch of the Medication say what AL1 and the barcode say
# proves: F1 B7 F32
# A batch of February; an allergy of another patient; then an allergy to the drug, which holds the order.

at 2026-03-02T10:00:00-06:00

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
        "code": "1234"
       }
      ],
      "text": "Dopamine 400 mg in D5W 250 mL"
     },
     "amount": {
      "numerator": {
       "value": 250,
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
          "code": "1234",
          "display": "Dopamine"
         }
        ]
       },
       "isActive": true,
       "strength": {
        "numerator": {
         "value": 400,
         "unit": "mg",
         "system": "http://unitsofmeasure.org",
         "code": "mg"
        },
        "denominator": {
         "value": 250,
         "unit": "mL",
         "system": "http://unitsofmeasure.org",
         "code": "mL"
        }
       }
      },
      {
       "itemCodeableConcept": {
        "coding": [
         {
          "system": "urn:oid:2.999.2",
          "code": "D5W",
          "display": "Dextrose 5% in water"
         }
        ]
       },
       "isActive": false,
       "strength": {
        "numerator": {
         "value": 250,
         "unit": "mL",
         "system": "http://unitsofmeasure.org",
         "code": "mL"
        },
        "denominator": {
         "value": 250,
         "unit": "mL",
         "system": "http://unitsofmeasure.org",
         "code": "mL"
        }
       }
      }
     ],
     "batch": {
      "lotNumber": "TEST-LOT",
      "expirationDate": "2026-02"
     }
    },
    {
     "resourceType": "Patient",
     "id": "pat",
     "identifier": [
      {
       "system": "urn:oid:2.999.1.1",
       "value": "TEST-0001"
      }
     ],
     "name": [
      {
       "use": "official",
       "family": "Invented",
       "given": [
        "Ada"
       ]
      }
     ],
     "gender": "female",
     "birthDate": "1966-01-01"
    },
    {
     "resourceType": "Encounter",
     "id": "enc",
     "identifier": [
      {
       "system": "urn:oid:2.999.1.2",
       "value": "TESTVISIT-0001"
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
         "value": "ICU^12^A"
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
      "value": 85.0,
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
     "value": "ORD1"
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
   "supportingInformation": [
    {
     "reference": "#weight"
    }
   ],
   "authoredOn": "2026-03-02T10:00:00-06:00",
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
        "value": 250,
        "unit": "mL",
        "system": "http://unitsofmeasure.org",
        "code": "mL"
       },
       "rateQuantity": {
        "value": 10,
        "unit": "mcg/kg/min",
        "system": "http://unitsofmeasure.org",
        "code": "ug/kg/min"
       }
      }
     ]
    }
   ]
  }
fact order_refused ORD1^EHR, new_order, E product_expired at product_expires
fhir < 422
  error business-rule MedicationRequest.medication | the product is past its expiry

at 2026-03-02T10:01:00-06:00

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
        "code": "1234"
       }
      ],
      "text": "Dopamine 400 mg in D5W 250 mL"
     },
     "amount": {
      "numerator": {
       "value": 250,
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
          "code": "1234",
          "display": "Dopamine"
         }
        ]
       },
       "isActive": true,
       "strength": {
        "numerator": {
         "value": 400,
         "unit": "mg",
         "system": "http://unitsofmeasure.org",
         "code": "mg"
        },
        "denominator": {
         "value": 250,
         "unit": "mL",
         "system": "http://unitsofmeasure.org",
         "code": "mL"
        }
       }
      },
      {
       "itemCodeableConcept": {
        "coding": [
         {
          "system": "urn:oid:2.999.2",
          "code": "D5W",
          "display": "Dextrose 5% in water"
         }
        ]
       },
       "isActive": false,
       "strength": {
        "numerator": {
         "value": 250,
         "unit": "mL",
         "system": "http://unitsofmeasure.org",
         "code": "mL"
        },
        "denominator": {
         "value": 250,
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
       "value": "TEST-0001"
      }
     ],
     "name": [
      {
       "use": "official",
       "family": "Invented",
       "given": [
        "Ada"
       ]
      }
     ],
     "gender": "female",
     "birthDate": "1966-01-01"
    },
    {
     "resourceType": "Encounter",
     "id": "enc",
     "identifier": [
      {
       "system": "urn:oid:2.999.1.2",
       "value": "TESTVISIT-0001"
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
         "value": "ICU^12^A"
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
      "value": 85.0,
      "unit": "kg",
      "system": "http://unitsofmeasure.org",
      "code": "kg"
     }
    },
    {
     "resourceType": "AllergyIntolerance",
     "id": "allergy",
     "clinicalStatus": {
      "coding": [
       {
        "system": "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical",
        "code": "active"
       }
      ]
     },
     "code": {
      "coding": [
       {
        "system": "urn:oid:2.999.2",
        "code": "1234",
        "display": "Dopamine"
       }
      ]
     },
     "patient": {
      "reference": "Patient/TEST-0009"
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
     "value": "ORD1"
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
   "supportingInformation": [
    {
     "reference": "#weight"
    },
    {
     "reference": "#allergy"
    }
   ],
   "authoredOn": "2026-03-02T10:00:00-06:00",
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
        "value": 250,
        "unit": "mL",
        "system": "http://unitsofmeasure.org",
        "code": "mL"
       },
       "rateQuantity": {
        "value": 10,
        "unit": "mcg/kg/min",
        "system": "http://unitsofmeasure.org",
        "code": "ug/kg/min"
       }
      }
     ]
    }
   ]
  }
fact order_refused ORD1^EHR, new_order, E patient_not_the_orders at MedicationRequest.contained[5].patient
fhir < 422
  error conflict MedicationRequest.contained[5].patient | the patient is not the patient of the order

at 2026-03-02T10:02:00-06:00

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
        "code": "1234"
       }
      ],
      "text": "Dopamine 400 mg in D5W 250 mL"
     },
     "amount": {
      "numerator": {
       "value": 250,
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
          "code": "1234",
          "display": "Dopamine"
         }
        ]
       },
       "isActive": true,
       "strength": {
        "numerator": {
         "value": 400,
         "unit": "mg",
         "system": "http://unitsofmeasure.org",
         "code": "mg"
        },
        "denominator": {
         "value": 250,
         "unit": "mL",
         "system": "http://unitsofmeasure.org",
         "code": "mL"
        }
       }
      },
      {
       "itemCodeableConcept": {
        "coding": [
         {
          "system": "urn:oid:2.999.2",
          "code": "D5W",
          "display": "Dextrose 5% in water"
         }
        ]
       },
       "isActive": false,
       "strength": {
        "numerator": {
         "value": 250,
         "unit": "mL",
         "system": "http://unitsofmeasure.org",
         "code": "mL"
        },
        "denominator": {
         "value": 250,
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
       "value": "TEST-0001"
      }
     ],
     "name": [
      {
       "use": "official",
       "family": "Invented",
       "given": [
        "Ada"
       ]
      }
     ],
     "gender": "female",
     "birthDate": "1966-01-01"
    },
    {
     "resourceType": "Encounter",
     "id": "enc",
     "identifier": [
      {
       "system": "urn:oid:2.999.1.2",
       "value": "TESTVISIT-0001"
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
         "value": "ICU^12^A"
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
      "value": 85.0,
      "unit": "kg",
      "system": "http://unitsofmeasure.org",
      "code": "kg"
     }
    },
    {
     "resourceType": "AllergyIntolerance",
     "id": "allergy",
     "clinicalStatus": {
      "coding": [
       {
        "system": "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical",
        "code": "active"
       }
      ]
     },
     "code": {
      "coding": [
       {
        "system": "urn:oid:2.999.2",
        "code": "1234",
        "display": "Dopamine"
       }
      ]
     },
     "patient": {
      "reference": "#pat"
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
     "value": "ORD1"
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
   "supportingInformation": [
    {
     "reference": "#weight"
    },
    {
     "reference": "#allergy"
    }
   ],
   "authoredOn": "2026-03-02T10:00:00-06:00",
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
        "value": 250,
        "unit": "mL",
        "system": "http://unitsofmeasure.org",
        "code": "mL"
       },
       "rateQuantity": {
        "value": 10,
        "unit": "mcg/kg/min",
        "system": "http://unitsofmeasure.org",
        "code": "ug/kg/min"
       }
      }
     ]
    }
   ]
  }
fact order_accepted ORD1^EHR, dose rate 10 ug/kg/min, volume 250 mL, weight 85 kg, held by a soft limit, W allergy_known at allergies
fhir < 201
  warning business-rule MedicationRequest.contained | the patient has an allergy to this drug or its class: an allergy of the chart names the drug, an ingredient or its class

at 2026-03-02T10:05:00-06:00

ehr >
  MSH|^~\&|EHR|GENHOSP|BRIDGE|GENHOSP|20260302100500-0600||RGV^O15^RGV_O15|EHR2|P|2.6|||AL|AL||UNICODE UTF-8|||IHE_PCD_003^IHE PCD^1.3.6.1.4.1.19376.1.6.1.3.1^ISO
  PID|||TEST-0001^^^HOSP^MR||Invented^Ada^^^^^L||19660101|F
  PV1||I|ICU^12^A||||||||||||||||TESTVISIT-0001
  ORC|RE|ORD1^EHR|||||||20260302100500-0600||||||||||N0001^Invented^Nurse
  RXG|1|||1234^Dopamine^L|250||263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM||||||||10|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC^ug/kg/min^ug/kg/min^UCUM|400|263890^MDC_DIM_MILLI_G^MDC^mg^mg^UCUM|||||250|263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM
  RXR|^IV^HL70162||^IVP^HL70164|^IV^HL70165
  OBX|1||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|0.1.0.0|||||||X|||||||P-1001^DEMOPUMP^ACDE48FFFE000002^EUI-64
  OBX|2|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|0.1.1.1|85.0|263875^MDC_DIM_KILO_G^MDC^kg^kg^UCUM|||||F
fact program_refused ORD1^EHR to P-1001^ACDE48FFFE000002, E order_held at ORC-2, W allergy_known at allergies
fact answer_due STORY-R000001, to ehr
ehr < ACK^O15
  MSA|CA|EHR2
ehr < RRG^O16
  MSA|AE|EHR2
  ERR||ORC^1^2^1|207^Application internal error^HL70357|E|9022^the order is on hold^L||a soft limit holds the order until a person releases it|the order is on hold; release the order, then scan again (prescriber)
  ERR||ORC^1^2^1|207^Application internal error^HL70357|W|||an allergy of the chart names the drug, an ingredient or its class|the patient has an allergy to this drug or its class; a pharmacist or prescriber releases the order with a reason, or changes it (pharmacy)
  ORC|UA|ORD1^EHR
fact report_answered STORY-R000001, CA
