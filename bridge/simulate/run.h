// SPDX-License-Identifier: Apache-2.0
// The two ends as programs: infusion-bridge simulate gateway|ehr.
#pragma once

#include <span>
#include <string>

namespace bridge::simulate {

// Both run until SIGTERM or SIGINT and print one line with the address when they listen. The status
// is 0; 2 for arguments, tables or addresses that cannot be used, each said on stderr.
//
//   --listen HOST:PORT    where the bridge sends to       (gateway 127.0.0.1:3000, ehr ...:3001)
//   --bridge HOST:PORT    where to send to                (gateway 127.0.0.1:2576, ehr ...:2575)
//   --ledger FILE         what happened, appended; fsynced for each line
//   --speed N             the clock runs N times as fast as real time (1)
//   --pumps FILE          the pumps, as mappings/pumps.csv
//   --mappings DIR        the code tables (mappings)
//   --connections N       to the bridge (gateway 4, ehr 1)
//   --run ID              part of all control ids: another for each run (the time of the start)
//
// The gateway alone: --script FILE (simulate/script.h), --forget-repeats (a repeated MSH-10 is a
// new command), --answer-after MS (from the accept ack to the RRG^O16). SIGUSR1: ends by itself
// once all pumps are free and everything is acknowledged.
int run_gateway(std::span<const std::string> arguments);

// The EHR alone: --send FILE... (messages to send, in order), --load N (invented orders, over the
// pumps of --pumps, each with its scan), --patience S (for one bed), --once: ends by itself when
// all is sent, answered and charted, with status 0, or 1 when something was refused or given up.
// SIGUSR1: begins no more orders.
int run_ehr(std::span<const std::string> arguments);

}  // namespace bridge::simulate
