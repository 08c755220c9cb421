// SPDX-License-Identifier: Apache-2.0
// send and health: the bridge's program as a client.
#include <Poco/Exception.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/StreamCopier.h>
#include <Poco/Timespan.h>
#include <Poco/URI.h>

#include <cstdio>
#include <optional>

#include "hl7/parse.h"
#include "shell/commands.h"
#include "shell/mllp_link.h"
#include "shell/table_files.h"

namespace bridge::shell {
namespace {

constexpr std::size_t max_file_bytes = std::size_t{1} << 20;
constexpr std::int64_t answer_within_ms = 30'000;

struct HttpAnswer {
  int status = 0;
  std::string body;
};

std::optional<HttpAnswer> http(const std::string& method, const Poco::URI& uri,
                               const std::string& media_type, const std::string& body) {
  try {
    Poco::Net::HTTPClientSession session(uri.getHost(), uri.getPort());
    session.setTimeout(Poco::Timespan(30, 0));
    Poco::Net::HTTPRequest request(method, uri.getPathAndQuery(), "HTTP/1.1");
    if (!media_type.empty()) request.setContentType(media_type);
    request.setContentLength(static_cast<int>(body.size()));
    session.sendRequest(request) << body;
    Poco::Net::HTTPResponse response;
    std::istream& stream = session.receiveResponse(response);
    HttpAnswer answer;
    answer.status = response.getStatus();
    Poco::StreamCopier::copyToString(stream, answer.body);
    return answer;
  } catch (const Poco::Exception&) {
    return std::nullopt;
  }
}

// Files end lines as an editor does; the wire ends segments with CR.
std::string on_the_wire(const std::string& text) {
  std::string wire;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') continue;
    wire.push_back(text[at] == '\n' ? '\r' : text[at]);
  }
  return wire;
}

// MSA-1 says AA or CA. Anything else, also an answer without MSA, refuses the message.
bool took(const std::string& answer) {
  const auto message = hl7::parse(answer);
  if (!message) return false;
  const hl7::Segment acknowledgement = message->find("MSA");
  if (!acknowledgement.exists()) return false;
  const std::string_view code = acknowledgement.field(1).raw();
  return code == "AA" || code == "CA";
}

int send_mllp(const std::vector<std::string>& files, const std::string& target) {
  const std::size_t colon = target.rfind(':');
  const auto port = colon == std::string::npos
                        ? Result<Decimal>(Fault{FaultCode::element_value, {}, {}})
                        : Decimal::parse(target.substr(colon + 1));
  if (!port || port->coefficient() < 1 || port->coefficient() > 65535) {
    std::fputs("--mllp HOST:PORT\n", stderr);
    return 2;
  }
  engine::Counters counters;
  MllpLink link({target.substr(0, colon), static_cast<std::uint16_t>(port->coefficient())},
                counters);
  int status = 0;
  for (const std::string& file : files) {
    const auto text = read_file(file, max_file_bytes);
    if (!text) {
      print_faults({text.fault()});
      return 2;
    }
    const engine::Link::Outcome outcome = link.exchange(on_the_wire(*text), answer_within_ms);
    if (outcome.fate != engine::Link::Fate::answered) {
      std::fprintf(stderr, "%s: no answer\n", file.c_str());
      status = 1;
      continue;
    }
    for (const char byte : outcome.answer) std::putchar(byte == '\r' ? '\n' : byte);
    if (!took(outcome.answer)) status = 1;
  }
  return status;
}

// The base of a FHIR server; whoever gives the address alone meets another part of the service.
std::optional<Poco::URI> fhir_base(const std::string& base) {
  try {
    Poco::URI uri(base);
    if (uri.getScheme() == "http" && !uri.getHost().empty()) return uri;
  } catch (const Poco::Exception&) {
    return std::nullopt;
  }
  return std::nullopt;
}

int send_fhir(const std::vector<std::string>& files, std::string base) {
  while (base.ends_with('/')) base.pop_back();
  const auto server = fhir_base(base);
  if (!server) {
    std::fputs("--fhir URL, such as http://127.0.0.1:8080/fhir\n", stderr);
    return 2;
  }
  int status = 0;
  for (const std::string& file : files) {
    const auto text = read_file(file, max_file_bytes);
    if (!text) {
      print_faults({text.fault()});
      return 2;
    }
    const bool xml = file.ends_with(".xml");
    const auto answer = http("POST", Poco::URI(base + "/MedicationRequest"),
                             xml ? "application/fhir+xml" : "application/fhir+json", *text);
    if (!answer) {
      std::fprintf(stderr, "%s: no answer\n", file.c_str());
      status = 1;
      continue;
    }
    std::printf("%d\n%s\n", answer->status, answer->body.c_str());
    if (answer->status >= 400) status = 1;
    if ((answer->status == 404 || answer->status == 405) && server->getPath().empty()) {
      std::fprintf(stderr, "%s names no path; the bridge speaks FHIR under /fhir: --fhir %s/fhir\n",
                   base.c_str(), base.c_str());
    }
  }
  return status;
}

}  // namespace

int run_send(Arguments arguments) {
  std::vector<std::string> files;
  for (std::size_t at = 0; at < arguments.size(); ++at) {
    if (arguments[at].starts_with("--"))
      ++at;
    else
      files.push_back(arguments[at]);
  }
  const std::string mllp = option_of(arguments, "--mllp");
  const std::string fhir = option_of(arguments, "--fhir");
  if (files.empty() || mllp.empty() == fhir.empty()) {
    std::fputs("usage: infusion-bridge send FILE... --mllp HOST:PORT | --fhir URL\n", stderr);
    return 2;
  }
  return mllp.empty() ? send_fhir(files, fhir) : send_mllp(files, mllp);
}

int run_health(Arguments arguments) {
  std::string port = option_of(arguments, "--port");
  if (port.empty()) port = "8080";
  const auto answer = http("GET", Poco::URI("http://127.0.0.1:" + port + "/health/ready"), "", "");
  return answer && answer->status == 200 ? 0 : 1;
}

}  // namespace bridge::shell
