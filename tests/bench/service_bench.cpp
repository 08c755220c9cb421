// SPDX-License-Identifier: Apache-2.0
// Durable orders per second of the real service, beside a bare exchange and a bare commit.
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#include <csignal>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <thread>

#include "bench/load.h"
#include "bench/order_text.h"

namespace bridge::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t warm_up_orders = 2'000;
constexpr std::uint64_t alone_orders = 30'000;
constexpr std::uint64_t many_orders = 100'000;
constexpr std::size_t many = 64;
constexpr double most_seconds = 10;  // of a run whose length does not matter

// One row of the table: what, per second, p50, p99, remark.
void print_row(const std::string& what, const Figures& figures, const std::string& remark) {
  std::printf("%s\t%.0f\t%.0f us\t%.0f us\t%s\n", what.c_str(), figures.per_second, figures.p50_us,
              figures.p99_us, remark.c_str());
  std::fflush(stdout);
}

std::string ratio(const Figures& part, const Figures& whole, const char* of) {
  char text[80];
  std::snprintf(text, sizeof text, "%.2f of %s", part.per_second / whole.per_second, of);
  return text;
}

std::uint16_t free_port() {
  const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  if (::bind(fd, reinterpret_cast<const sockaddr*>(&address), size) != 0 ||
      ::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
    give_up("no free port");
  }
  ::close(fd);
  return ntohs(address.sin_port);
}

// A child process that dies with this one.
pid_t start_child(const std::function<void()>& body) {
  const pid_t parent = ::getpid();
  const pid_t child = ::fork();
  if (child < 0) give_up("no process");
  if (child > 0) return child;
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() == parent) body();
  std::_Exit(127);
}

void stop_child(pid_t child, int signal) {
  ::kill(child, signal);
  int status = 0;
  ::waitpid(child, &status, 0);
}

// `infusion-bridge serve` with its own journal, on ports of its own.
class Service {
 public:
  Service(const fs::path& binary, const fs::path& source, const fs::path& folder)
      : journal_(folder / "journal.db"), port_(free_port()) {
    fs::create_directories(folder);
    const fs::path config = folder / "infusion-bridge.json";
    write_config(config, source);
    int output[2];
    if (::pipe2(output, O_CLOEXEC) != 0) give_up("no pipe");
    child_ = start_child([&] {
      ::dup2(output[1], STDOUT_FILENO);
      ::dup2(output[1], STDERR_FILENO);
      ::execl(binary.c_str(), binary.c_str(), "serve", "--config", config.c_str(), nullptr);
    });
    ::close(output[1]);
    wait_until_it_listens(output[0]);
    drain_ = std::thread([fd = output[0]] {
      char bytes[4096];
      while (::read(fd, bytes, sizeof bytes) > 0) {
      }
      ::close(fd);
    });
  }
  ~Service() {
    if (child_ > 0) stop();
  }
  Service(const Service&) = delete;
  Service& operator=(const Service&) = delete;

  void stop() {
    stop_child(std::exchange(child_, 0), SIGTERM);
    drain_.join();
  }
  std::uint16_t port() const { return port_; }
  const fs::path& journal() const { return journal_; }

  // Microseconds so far: of the program itself, and of the system in its name.
  struct ProcessorTime {
    double own;
    double system;
  };
  ProcessorTime processor_time() const {
    std::ifstream stat("/proc/" + std::to_string(child_) + "/stat");
    std::string skipped;
    std::getline(stat, skipped, ')');  // the name may hold blanks
    for (int field = 3; field <= 13; ++field) stat >> skipped;
    double own = 0;
    double system = 0;
    stat >> own >> system;
    const double tick_us = 1e6 / static_cast<double>(::sysconf(_SC_CLK_TCK));
    return {own * tick_us, system * tick_us};
  }

  double resident_mb() const {
    std::ifstream statm("/proc/" + std::to_string(child_) + "/statm");
    std::uint64_t total = 0;
    std::uint64_t resident = 0;
    statm >> total >> resident;
    return static_cast<double>(resident) * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
  }

 private:
  void write_config(const fs::path& file, const fs::path& source) const {
    const auto listener = [](std::uint16_t port) {
      return "{\"host\": \"127.0.0.1\", \"port\": " + std::to_string(port) + "}";
    };
    const fs::path library = source / "mappings/library";
    std::ofstream out(file);
    out << "{\n  \"instance\": {\"name\": \"bench\", \"eui64\": \"ACDE48234567ABCD\"},\n"
        << "  \"listen\": {\"ehr\": " << listener(port_)
        << ",\n    \"gateway\": " << listener(free_port())
        << ",\n    \"http\": " << listener(free_port()) << "},\n"
        << "  \"journal\": " << journal_ << ",\n"
        << "  \"mappings\": " << source / "mappings"
        << ",\n"
        << "  \"library\": {\"file\": " << library / "demonstration.json"
        << ", \"trusted_keys\": [\n    {\"file\": " << library / "keys/demonstration-pharmacy.pub"
        << ", \"person\": \"demo-pharmacy\"},\n"
        << "    {\"file\": " << library / "keys/demonstration-nursing.pub"
        << ", \"person\": \"demo-nursing\"}]},\n"
        << "  \"gateways\": [{\"name\": \"demo\", \"host\": \"127.0.0.1\", \"port\": "
        << free_port() << ", \"profile\": \"ihe-tf9\"}],\n  \"ehrs\": [],\n"
        << "  \"default_offset\": \"+00:00\", \"processing_id\": \"P\",\n"
        << "  \"log_level\": \"warning\"\n}\n";
  }

  // Looks again whenever it says something, and twenty times a second.
  void wait_until_it_listens(int output) const {
    std::string said;
    for (int tries = 0; tries < 400; ++tries) {
      const int fd = connect_to(port_);
      if (fd >= 0) {
        ::close(fd);
        return;
      }
      pollfd readable{output, POLLIN, 0};
      if (::poll(&readable, 1, 50) <= 0) continue;
      char bytes[4096];
      const ssize_t size = ::read(output, bytes, sizeof bytes);
      if (size <= 0) break;
      said.append(bytes, static_cast<std::size_t>(size));
    }
    give_up(("the service did not come up:\n" + said).c_str());
  }

  fs::path journal_;
  std::uint16_t port_;
  pid_t child_ = 0;
  std::thread drain_;
};

// The least that an exchange can cost: a thread per connection gives each frame a short answer.
void answer_frames(int fd) {
  const std::string answer(300, 'a');
  std::string received;
  char bytes[4096];
  for (;;) {
    const ssize_t size = ::recv(fd, bytes, sizeof bytes, 0);
    if (size <= 0) break;
    received.append(bytes, static_cast<std::size_t>(size));
    if (!received.ends_with("\x1c\r")) continue;
    received.clear();
    send_all(fd, framed(answer));
  }
  ::close(fd);
}

void serve_bare(int listener) {
  for (;;) {
    const int fd = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (fd < 0) return;
    const int on = 1;
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    std::thread(answer_frames, fd).detach();
  }
}

Figures bare_exchange(std::size_t connections, std::uint64_t count, const OrderText& orders) {
  const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  if (::bind(listener, reinterpret_cast<const sockaddr*>(&address), size) != 0 ||
      ::listen(listener, 128) != 0 ||
      ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
    give_up("no listener");
  }
  const pid_t server = start_child([&] { serve_bare(listener); });
  ::close(listener);
  Figures figures;
  {
    Load load(
        ntohs(address.sin_port), connections,
        [&](std::uint64_t number) { return framed(orders.of(number)); },
        [](std::uint64_t, std::string_view) { return true; });
    load.run(1, warm_up_orders);
    figures = load.run(1, count, most_seconds);
  }
  stop_child(server, SIGKILL);
  return figures;
}

Figures bare_commit(const fs::path& folder, std::size_t threads, const std::vector<Row>& rows,
                    std::size_t rows_per_order) {
  fs::create_directories(folder);
  GroupCommit store((folder / "commit.db").string());
  const std::size_t orders = rows.size() / rows_per_order;
  std::vector<std::int64_t> latencies(orders);
  std::atomic<std::size_t> next = 0;
  const Clock::time_point start = Clock::now();
  std::vector<std::thread> workers;
  for (std::size_t i = 0; i < threads; ++i) {
    workers.emplace_back([&] {
      for (std::size_t order = next++; order < orders; order = next++) {
        if (seconds_since(start) > most_seconds) return;
        const Clock::time_point begun = Clock::now();
        store.keep(&rows[order * rows_per_order], rows_per_order);
        latencies[order] = (Clock::now() - begun) / std::chrono::nanoseconds(1);
      }
    });
  }
  for (std::thread& worker : workers) worker.join();
  const double seconds = seconds_since(start);
  std::erase(latencies, 0);  // those that the time did not reach
  return Figures::of(std::move(latencies), seconds);
}

Figures through_service(const Service& service, std::size_t connections, std::uint64_t warm_up,
                        std::uint64_t count, double seconds, const OrderText& orders) {
  Load load(
      service.port(), connections, [&](std::uint64_t number) { return framed(orders.of(number)); },
      [&](std::uint64_t number, std::string_view answer) {
        return answer.find("\rMSA|AA|" + orders.control_id(number) + "\r") != answer.npos;
      });
  if (warm_up > 0) load.run(1, warm_up);
  return load.run(warm_up + 1, count, seconds);
}

struct Kept {
  std::vector<Row> rows;
  std::size_t per_order;
};

// What the service has written for its first orders, for the yardstick.
Kept kept_rows(const Service& service, std::uint64_t orders) {
  const std::int64_t rows = number_of_rows(service.journal().string()) - 1;
  const auto per_order = static_cast<std::size_t>(rows / static_cast<std::int64_t>(orders));
  if (per_order == 0) give_up("fewer rows than orders");
  const auto limit = static_cast<std::int64_t>(per_order * alone_orders);
  return {rows_of_journal(service.journal().string(), limit), per_order};
}

void run_all(const fs::path& binary, const fs::path& source, const fs::path& folder) {
  const OrderText orders(std::time(nullptr));
  const Figures loop_one = bare_exchange(1, alone_orders, orders);
  const Figures loop_many = bare_exchange(many, many_orders, orders);

  Service alone(binary, source, folder / "alone");
  const Figures one = through_service(alone, 1, warm_up_orders, alone_orders, most_seconds, orders);
  alone.stop();

  Service busy(binary, source, folder / "busy");
  const double before = busy.resident_mb();
  const Service::ProcessorTime begun = busy.processor_time();
  const Figures sixty_four = through_service(busy, many, 0, many_orders, 600, orders);
  const double after = busy.resident_mb();
  const Service::ProcessorTime ended = busy.processor_time();
  busy.stop();

  const Kept kept = kept_rows(busy, many_orders);
  const Figures commit_one = bare_commit(folder / "one", 1, kept.rows, kept.per_order);
  const Figures commit_many = bare_commit(folder / "many", many, kept.rows, kept.per_order);

  const std::string rows = std::to_string(kept.per_order) + " rows an order";
  print_row("bare loopback exchange, 1 connection", loop_one, "same bytes in");
  print_row("bare loopback exchange, 64 connections", loop_many, "same bytes in");
  print_row("bare SQLite group commit, 1 thread", commit_one, rows);
  print_row("bare SQLite group commit, 64 threads", commit_many, rows);
  print_row("durable order, 1 connection", one,
            ratio(one, loop_one, "exchange, ") + ratio(one, commit_one, "commit"));
  print_row("durable order, 64 connections", sixty_four,
            ratio(sixty_four, loop_many, "exchange, ") + ratio(sixty_four, commit_many, "commit"));
  std::printf("processor time of one order\t\t\t\t%.0f us of the service, %.0f us of the system\n",
              (ended.own - begun.own) / many_orders, (ended.system - begun.system) / many_orders);
  std::printf("memory of 100,000 accepted orders\t\t\t\t%.0f MB (%.0f MB before), goal 400 MB\n",
              after, before);
}

}  // namespace
}  // namespace bridge::bench

// service_bench BINARY SOURCE-FOLDER SCRATCH-FOLDER
int main(int count, char** arguments) {
  if (count != 4) {
    std::fprintf(stderr, "usage: service_bench BINARY SOURCE-FOLDER SCRATCH-FOLDER\n");
    return 64;
  }
  const std::filesystem::path folder = arguments[3];
  std::filesystem::remove_all(folder);
  bridge::bench::run_all(arguments[1], arguments[2], std::filesystem::absolute(folder));
  std::filesystem::remove_all(folder);
  return 0;
}
