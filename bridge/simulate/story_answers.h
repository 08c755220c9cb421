// SPDX-License-Identifier: Apache-2.0
// story_answers: what the bridge says to its partners, as lines of a story.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "shell/http_server.h"
#include "simulate/story.h"

namespace bridge::simulate {

// "ehr < ACK^O11" with all segments but MSH.
StoryOutput told_message(StoryPartner partner, std::string_view message);

// "fhir < 422": for an OperationOutcome `severity code expression | text` of each issue; what was
// read, but not what was created, as JSON.
StoryOutput told_fhir(std::string_view method, const shell::HttpResponse& response);

// "api < 201": control_id=, finding= and one line for each item of a list.
StoryOutput told_api(const shell::HttpResponse& response);

}  // namespace bridge::simulate
