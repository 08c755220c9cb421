// SPDX-License-Identifier: Apache-2.0
// HttpServer: HTTP/1.1 requests in, one answer each, in order; limits and deadlines on everything.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engine/counters.h"
#include "shell/acceptor.h"
#include "shell/http_head.h"
#include "shell/mllp_server.h"

namespace bridge::shell {

// A whole request: its body is as long as it said. The views last for the call.
struct HttpRequest {
  const HttpHead& head;
  std::string_view body;
  const Peer& peer;
};

// Content-Length, Date and Connection are added. For HEAD answer as for GET: the body is left out.
struct HttpResponse {
  int status = 200;
  std::vector<HttpField> fields;
  std::string body;
};

struct HttpHandlers {
  std::function<HttpResponse(const HttpRequest&)> request;
  // Says a refusal that happened before there was a request, in the form the service speaks. May be
  // empty: then it is said in plain text.
  std::function<HttpResponse(const HttpRefusal&)> refused;
};

struct HttpLimits {
  std::size_t body_bytes = std::size_t{1} << 20;  // B107
  std::int64_t head_ms = 10'000;                  // B127
  std::int64_t body_ms = 30'000;
  std::int64_t idle_ms = 10'000;  // between two requests
  std::int64_t write_ms = 30'000;
};

// A thread for each connection. A refused request always ends its connection: where the next
// request begins would be a guess.
class HttpServer final : public Listener {
 public:
  static Result<std::unique_ptr<HttpServer>> start(const AcceptorOptions& options,
                                                   const HttpLimits& limits, HttpHandlers handlers,
                                                   engine::Counters& counters);
  std::uint16_t port() const override { return acceptor_->port(); }
  bool stop(std::int64_t timeout_ms) override { return acceptor_->stop(timeout_ms); }

 private:
  explicit HttpServer(std::unique_ptr<Acceptor> acceptor) : acceptor_(std::move(acceptor)) {}
  std::unique_ptr<Acceptor> acceptor_;
};

}  // namespace bridge::shell
