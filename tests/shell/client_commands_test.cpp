// SPDX-License-Identifier: Apache-2.0
// send tells by its exit whether all was taken.
#include <gtest/gtest.h>

#include "shell/commands.h"
#include "shell/http_server.h"
#include "shell/mllp_server.h"
#include "shell/scratch.h"

namespace bridge::shell {
namespace {

int run(std::vector<std::string> arguments) { return run_send(arguments); }

// What a server that answers everything with this makes of send.
int sent_and_answered(const std::string& answer) {
  engine::Counters counters;
  const auto reply = [&answer](std::string_view, const Peer&) { return Reply{answer}; };
  const auto server = MllpServer::start({}, {}, {reply, reply}, counters);
  EXPECT_TRUE(server);
  const Scratch scratch;
  const std::string file = scratch.write("a.hl7", "MSH|^~\\&|A\n");
  return run({file, "--mllp", "127.0.0.1:" + std::to_string((*server)->port())});
}

TEST(Send, a_negative_acknowledgement_is_exit_1) {
  for (const std::string code : {"AA", "CA"}) {
    EXPECT_EQ(sent_and_answered("MSH|^~\\&|B\rMSA|" + code + "|1\r"), 0) << code;
  }
  for (const std::string code : {"AE", "AR", "CE", "CR", ""}) {
    EXPECT_EQ(sent_and_answered("MSH|^~\\&|B\rMSA|" + code + "|1\r"), 1) << code;
  }
  EXPECT_EQ(sent_and_answered("MSH|^~\\&|B\r"), 1);
  EXPECT_EQ(sent_and_answered("no answer of HL7"), 1);
}

TEST(Send, what_cannot_be_sent_at_all_is_exit_2) {
  const Scratch scratch;
  const std::string file = scratch.write("a.json", "{}");
  EXPECT_EQ(run({}), 2);
  EXPECT_EQ(run({file}), 2);
  EXPECT_EQ(run({file, "--mllp", "127.0.0.1"}), 2);
  EXPECT_EQ(run({file, "--fhir", "127.0.0.1:8080"}), 2);
  EXPECT_EQ(run({file, "--fhir", "::not a url"}), 2);
  EXPECT_EQ(run({scratch.path(), "--mllp", "127.0.0.1:1"}), 2);
}

TEST(Send, a_fhir_base_without_its_path_is_told_what_to_do) {
  engine::Counters counters;
  const auto handler = [](const HttpRequest& request) {
    HttpResponse response;
    response.status = request.head.path == "/fhir/MedicationRequest" ? 201 : 404;
    return response;
  };
  const auto server = HttpServer::start({}, {}, {handler, {}}, counters);
  ASSERT_TRUE(server);
  const Scratch scratch;
  const std::string file = scratch.write("a.json", "{}");
  const std::string base = "http://127.0.0.1:" + std::to_string((*server)->port());
  testing::internal::CaptureStderr();
  EXPECT_EQ(run({file, "--fhir", base}), 1);
  EXPECT_NE(testing::internal::GetCapturedStderr().find("--fhir " + base + "/fhir\n"),
            std::string::npos);
  EXPECT_EQ(run({file, "--fhir", base + "/fhir"}), 0);
  EXPECT_EQ(run({file, "--fhir", base + "/fhir/"}), 0);
}

}  // namespace
}  // namespace bridge::shell
