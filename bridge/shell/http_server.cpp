// SPDX-License-Identifier: Apache-2.0
#include "shell/http_server.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <utility>

namespace bridge::shell {
namespace {

constexpr std::size_t chunk_bytes = 16384;
// Of many idle connections none should keep the memory of its one large request.
constexpr std::size_t kept_capacity = 65536;

struct Phrase {
  int status;
  std::string_view text;
};

constexpr std::array phrases = {
    Phrase{200, "OK"},
    Phrase{201, "Created"},
    Phrase{202, "Accepted"},
    Phrase{204, "No Content"},
    Phrase{304, "Not Modified"},
    Phrase{400, "Bad Request"},
    Phrase{401, "Unauthorized"},
    Phrase{403, "Forbidden"},
    Phrase{404, "Not Found"},
    Phrase{405, "Method Not Allowed"},
    Phrase{406, "Not Acceptable"},
    Phrase{408, "Request Timeout"},
    Phrase{409, "Conflict"},
    Phrase{412, "Precondition Failed"},
    Phrase{413, "Content Too Large"},
    Phrase{414, "URI Too Long"},
    Phrase{415, "Unsupported Media Type"},
    Phrase{417, "Expectation Failed"},
    Phrase{422, "Unprocessable Content"},
    Phrase{428, "Precondition Required"},
    Phrase{429, "Too Many Requests"},
    Phrase{431, "Request Header Fields Too Large"},
    Phrase{500, "Internal Server Error"},
    Phrase{501, "Not Implemented"},
    Phrase{503, "Service Unavailable"},
};

// RFC 9112 4: the phrase may be empty.
std::string_view phrase_of(int status) {
  const auto found = std::find_if(phrases.begin(), phrases.end(),
                                  [&](const Phrase& each) { return each.status == status; });
  return found == phrases.end() ? "" : found->text;
}

// RFC 9110 6.6.1.
std::string http_date() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::gmtime_r(&now, &parts);
  std::array<char, 40> text{};
  const std::size_t size =
      std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
  return {text.data(), size};
}

bool is_line(std::string_view text) { return text.find_first_of("\r\n") == std::string_view::npos; }

// A field that could begin a second answer is a defect of ours; it is left out.
void write_response(std::string& out, const HttpResponse& response, std::string_view method,
                    bool keep_alive) {
  out.clear();
  out.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ");
  out.append(phrase_of(response.status)).append("\r\nDate: ").append(http_date()).append("\r\n");
  for (const HttpField& field : response.fields) {
    if (!is_line(field.name) || !is_line(field.value)) continue;
    out.append(field.name).append(": ").append(field.value).append("\r\n");
  }
  const bool has_body = response.status != 204 && response.status != 304;
  if (has_body) {
    out.append("Content-Length: ").append(std::to_string(response.body.size())).append("\r\n");
  }
  if (!keep_alive) out.append("Connection: close\r\n");
  out.append("\r\n");
  if (has_body && method != "HEAD") out.append(response.body);
}

HttpResponse plain_refusal(const HttpRefusal& refusal) {
  HttpResponse response{refusal.status, {{"Content-Type", "text/plain; charset=utf-8"}}, ""};
  response.body.append(refusal.reason).append("\n");
  return response;
}

class Exchange {
 public:
  Exchange(Connection& connection, const Peer& peer, const HttpLimits& limits,
           const HttpHandlers& handlers, engine::Counters& counters)
      : connection_(connection),
        peer_(peer),
        limits_(limits),
        handlers_(handlers),
        counters_(counters),
        chunk_(chunk_bytes) {}

  void run() {
    bool is_first = true;
    while (serve_one(is_first)) {
      is_first = false;
      if (received_.empty() && received_.capacity() > kept_capacity) std::string().swap(received_);
    }
  }

 private:
  using Outcome = Connection::Outcome;

  // False: the connection ends.
  bool serve_one(bool is_first) {
    std::size_t head_size = 0;
    if (!await_head(is_first, head_size)) return false;
    const auto head = parse_http_head(std::string_view(received_).substr(0, head_size));
    if (!head) return refuse(head.fault());
    received_.erase(0, head_size);
    if (head->body == HttpHead::Body::length && head->length > limits_.body_bytes) {
      return refuse(too_large);
    }
    if (head->expects_continue && received_.empty() && !say("HTTP/1.1 100 Continue\r\n\r\n")) {
      return false;
    }
    switch (head->body) {
      case HttpHead::Body::none:
        return answer(*head, "");
      case HttpHead::Body::length:
        return with_length(*head);
      case HttpHead::Body::chunked:
        return with_chunks(*head);
    }
    return false;
  }

  bool await_head(bool is_first, std::size_t& head_size) {
    bool begun = is_first || !received_.empty();
    Deadline deadline = deadline_in(begun ? limits_.head_ms : limits_.idle_ms);
    while (true) {
      const auto found = find_http_head(received_);
      if (!found) return refuse(found.fault());
      head_size = *found;
      if (head_size > 0) return true;
      const Outcome outcome = receive_more(deadline);
      if (outcome == Outcome::late && begun) {
        return refuse({408, "the request was not complete in time"});
      }
      if (outcome != Outcome::bytes) return false;
      if (!begun) deadline = deadline_in(limits_.head_ms);
      begun = true;
    }
  }

  bool with_length(const HttpHead& head) {
    const auto size = static_cast<std::size_t>(head.length);
    const Deadline deadline = deadline_in(limits_.body_ms);
    while (received_.size() < size) {
      const Outcome outcome = receive_more(deadline);
      if (outcome != Outcome::bytes) return refuse_cut(outcome);
    }
    const bool goes_on = answer(head, std::string_view(received_).substr(0, size));
    received_.erase(0, size);
    return goes_on;
  }

  bool with_chunks(const HttpHead& head) {
    ChunkedBody chunks(limits_.body_bytes);
    const Deadline deadline = deadline_in(limits_.body_ms);
    while (true) {
      std::string_view rest = received_;
      const ChunkedBody::Progress progress = chunks.take(rest);
      received_.erase(0, received_.size() - rest.size());
      switch (progress) {
        case ChunkedBody::Progress::complete:
          return answer(head, chunks.body());
        case ChunkedBody::Progress::malformed:
          return refuse({400, "the chunks of the body are malformed"});
        case ChunkedBody::Progress::too_long:
          return refuse(too_large);
        case ChunkedBody::Progress::more:
          break;
      }
      const Outcome outcome = receive_more(deadline);
      if (outcome != Outcome::bytes) return refuse_cut(outcome);
    }
  }

  // B97: a body that was cut off never reaches the service.
  bool refuse_cut(Outcome outcome) {
    if (outcome == Outcome::late) return refuse({408, "the request was not complete in time"});
    return refuse({400, "the body is shorter than it said"});
  }

  Outcome receive_more(Deadline deadline) {
    const Connection::Received received = connection_.receive(chunk_, deadline);
    received_.append(chunk_.data(), received.size);
    if (received.outcome == Outcome::broken) counters_.connections_broken.add();
    return received.outcome;
  }

  bool answer(const HttpHead& head, std::string_view body) {
    counters_.http_requests.add();
    HttpResponse response;
    bool keep_alive = head.keep_alive;
    try {
      response = handlers_.request({head, body, peer_});
    } catch (...) {
      counters_.handler_failures.add();
      response = said({500, "the service failed on this request"});
      keep_alive = false;
    }
    keep_alive = keep_alive && !connection_.asked_to_stop();
    write_response(out_, response, head.method, keep_alive);
    if (!say(out_)) return false;
    if (!keep_alive) connection_.finish();
    return keep_alive;
  }

  HttpResponse said(const HttpRefusal& refusal) const {
    return handlers_.refused ? handlers_.refused(refusal) : plain_refusal(refusal);
  }

  bool refuse(const HttpRefusal& refusal) {
    counters_.http_refused.add();
    HttpResponse response = said(refusal);
    if (refusal.status == 405) {
      response.fields.push_back({"Allow", "GET, HEAD, POST, PUT, DELETE, PATCH, OPTIONS"});
    }
    write_response(out_, response, "", false);
    if (say(out_)) connection_.finish();
    return false;
  }

  bool say(std::string_view bytes) {
    if (connection_.send(bytes, deadline_in(limits_.write_ms)).complete) return true;
    counters_.connections_broken.add();
    return false;
  }

  static constexpr HttpRefusal too_large{413, "the body is larger than this server takes"};

  Connection& connection_;
  const Peer& peer_;
  const HttpLimits& limits_;
  const HttpHandlers& handlers_;
  engine::Counters& counters_;
  std::vector<char> chunk_;
  std::string received_;  // not used up yet
  std::string out_;
};

}  // namespace

Result<std::unique_ptr<HttpServer>> HttpServer::start(const AcceptorOptions& options,
                                                      const HttpLimits& limits,
                                                      HttpHandlers handlers,
                                                      engine::Counters& counters) {
  BRIDGE_TRY(auto acceptor, Acceptor::start(
                                options,
                                [limits, handlers = std::move(handlers), &counters](
                                    Connection& connection, const Peer& peer) {
                                  Exchange(connection, peer, limits, handlers, counters).run();
                                },
                                counters));
  return std::unique_ptr<HttpServer>(new HttpServer(std::move(acceptor)));
}

}  // namespace bridge::shell
