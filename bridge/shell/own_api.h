// SPDX-License-Identifier: Apache-2.0
// The bridge's own API under /api: what bedside, pharmacy and operations do by hand, each a named
// act.
#pragma once

#include <string>

#include "engine/core.h"
#include "shell/http_server.h"

namespace bridge::shell {

// All bodies and answers are JSON. A refused act is 4xx with {"findings": [...]} as in `explain`.
// docs/api.md has every route, body and answer.
//   POST /api/associations     {patient:{id,authority}, order:{id,namespace},
//   pump:{id,universal_id..},
//                               by, at?, program?: new_bag | rate_change | none}
//   POST /api/disassociations  {pump, by}
//   POST /api/releases         {order, by, reason}         ends the hold of a soft limit
//   POST /api/resolutions      {control_id, programmed, by, reason}   of an unknown command
//   GET  /api/programs?status=unknown|due|...   GET /api/pumps   GET /api/parked
class OwnApi {
 public:
  explicit OwnApi(engine::Core& core);
  HttpResponse answer(const HttpRequest& request);

 private:
  HttpResponse act(decide::Input input, int success);
  HttpResponse programs(const std::string& status);
  HttpResponse pumps();
  HttpResponse parked();

  engine::Core& core_;
};

}  // namespace bridge::shell
