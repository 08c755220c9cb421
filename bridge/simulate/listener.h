// SPDX-License-Identifier: Apache-2.0
// start_listener: how both ends of the demonstration take messages.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "shell/mllp_server.h"

namespace bridge::simulate {

// Each message is answered as `on_message` says; one that is too long ends its connection.
inline Result<std::unique_ptr<shell::MllpServer>> start_listener(
    const std::string& host, std::uint16_t port,
    std::function<shell::Reply(std::string_view)> on_message, engine::Counters& counters) {
  shell::MllpHandlers handlers;
  handlers.message = [on_message = std::move(on_message)](std::string_view text,
                                                          const shell::Peer&) {
    return on_message(text);
  };
  handlers.too_long = [](std::string_view, const shell::Peer&) {
    return shell::Reply{{}, shell::Reply::Then::close};
  };
  shell::AcceptorOptions options;
  options.host = host;
  options.port = port;
  return shell::MllpServer::start(options, {}, std::move(handlers), counters);
}

}  // namespace bridge::simulate
