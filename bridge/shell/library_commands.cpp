// SPDX-License-Identifier: Apache-2.0
#include "shell/library_commands.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "library/load.h"
#include "shell/library_reports.h"
#include "shell/load_library.h"
#include "shell/system_clock.h"
#include "shell/table_files.h"

namespace bridge::shell {
namespace {

constexpr std::size_t library_bytes = std::size_t{256} << 20;
constexpr std::size_t key_bytes = std::size_t{1} << 20;

int usage() {
  std::fputs(
      "usage: infusion-bridge library lint FILE [--json]\n"
      "       infusion-bridge library diff OLD NEW [--json|--csv]\n"
      "       infusion-bridge library sign FILE --key PRIVATE.pem\n"
      "       infusion-bridge library verify FILE [--config FILE]\n"
      "       infusion-bridge library keygen NAME      writes NAME.pem and NAME.pub\n",
      stderr);
  return 2;
}

int no(const std::string& text) {
  std::fprintf(stderr, "%s\n", text.c_str());
  return 1;
}

void print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

Result<library::LoadedLibrary, Faults> read_library(const std::string& path) {
  const auto text = read_file(path, library_bytes);
  if (!text) return Faults{text.fault()};
  return library::load_with_form(std::filesystem::path(path).filename().string(), *text);
}

// Whole or not at all; a private key is its owner's alone, and never overwrites another.
bool write_new(const std::string& path, const std::string& text, unsigned mode, bool replace) {
  const std::string made = replace ? path + ".new" : path;
  if (replace) ::unlink(made.c_str());
  const int file = ::open(made.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
  if (file < 0) return false;
  const ssize_t written = ::write(file, text.data(), text.size());
  const bool kept = written == static_cast<ssize_t>(text.size()) && ::fsync(file) == 0;
  if (::close(file) != 0 || !kept) return false;
  return !replace || std::rename(made.c_str(), path.c_str()) == 0;
}

int lint(Arguments arguments) {
  const bool json = arguments.size() == 2 && arguments[1] == "--json";
  if (arguments.empty() || arguments.size() != (json ? 2U : 1U)) return usage();
  const auto loaded = read_library(arguments[0]);
  if (!loaded) {
    print_faults(loaded.fault());
    return 2;
  }
  const library::LintReport report = library::lint(loaded->library.parts());
  print(json ? lint_json(loaded->library, report) : lint_text(loaded->library, report));
  if (!json) print_faults(library::cautions(loaded->library));
  return report.blocking() == 0 ? 0 : 1;
}

// No: the history is broken, or a hard maximum was loosened and no committee approves.
int diff(Arguments arguments) {
  const bool json = arguments.size() == 3 && arguments[2] == "--json";
  const bool csv = arguments.size() == 3 && arguments[2] == "--csv";
  if (arguments.size() != (json || csv ? 3U : 2U)) return usage();
  const auto before = read_library(arguments[0]);
  const auto after = read_library(arguments[1]);
  for (const auto* loaded : {&before, &after}) {
    if (!*loaded) print_faults(loaded->fault());
  }
  if (!before || !after) return 2;
  const library::Comparison comparison = library::compare(*before, *after);
  print(json  ? diff_json(before->library, after->library, comparison)
        : csv ? diff_csv(comparison)
              : diff_text(comparison));
  const bool approved = !comparison.needs_committee() || comparison.committee_approves;
  return approved && comparison.history.empty() ? 0 : 1;
}

// What stands beside the library already and is about the same content, without this key's.
std::vector<library::Signature> kept_signatures(const std::string& path, const std::string& hash,
                                                const std::string& key) {
  const auto text = read_file(path, key_bytes);
  if (!text) return {};
  auto held = library::read_signatures(path, *text);
  if (!held) return {};
  const auto gone = std::erase_if(*held, [&](const library::Signature& one) {
    return one.content_hash != hash || one.key == key;
  });
  if (gone > 0) std::fprintf(stderr, "%zu older signatures were taken out\n", gone);
  return std::move(held).value();
}

int sign(Arguments arguments) {
  if (arguments.size() != 3 || arguments[1] != "--key") return usage();
  const auto loaded = read_library(arguments[0]);
  const auto pem = read_file(arguments[2], key_bytes);
  const auto key =
      pem ? library::public_half(arguments[2], *pem) : Result<library::PublicKey>(pem.fault());
  if (!loaded) print_faults(loaded.fault());
  if (!key) print_faults({key.fault()});
  if (!loaded || !key) return 2;
  const library::DrugLibrary::Parts& parts = loaded->library.parts();
  if (parts.status == library::Status::draft) return no("a draft is not signed: approve it first");
  const auto& approvers = parts.provenance.approvers;
  const auto approver =
      std::find_if(approvers.begin(), approvers.end(),
                   [&key](const library::Approver& one) { return one.key == key->id; });
  if (approver == approvers.end()) {
    return no("the library names no approver whose key is " + key->id);
  }
  const library::LintReport report = library::lint(parts);
  if (report.blocking() > 0) {
    std::fputs(lint_text(loaded->library, report).c_str(), stderr);
    return no("not signed: mend the findings, or acknowledge them in the library with a reason");
  }
  const auto made = library::sign(arguments[2], *pem, loaded->canonical);
  if (!made) {
    print_faults({made.fault()});
    return 2;
  }
  const std::string path = signature_file_of(arguments[0]);
  auto signatures = kept_signatures(path, parts.content_hash, key->id);
  signatures.push_back({key->id, approver->person, std::string(name_of(approver->role)),
                        parts.content_hash, parts.serial, *made});
  if (!write_new(path, library::write_signatures(signatures), 0644, true)) {
    return no(path + " cannot be written");
  }
  std::printf("%s signed by %s (%s, %s); %zu signatures\n", loaded->library.label().c_str(),
              approver->person.c_str(), std::string(name_of(approver->role)).c_str(),
              key->id.c_str(), signatures.size());
  return 0;
}

int verify(Arguments arguments) {
  const bool named = arguments.size() == 3 && arguments[1] == "--config";
  if (arguments.size() != 1 && !named) return usage();
  const auto config = config_of(arguments);
  const auto policy =
      config ? load_trust(*config) : Result<library::TrustPolicy, Faults>(config.fault());
  if (!policy) {
    print_faults(policy.fault());
    return 2;
  }
  const auto trusted = load_library(arguments[0], *policy);
  if (!trusted) {
    print_faults(trusted.fault());
    return no("NOT TO BE USED");
  }
  const library::DrugLibrary& library = trusted->library;
  std::printf("%s\n", library.label().c_str());
  for (const std::string& one : trusted->signed_by) std::printf("signed by %s\n", one.c_str());
  print_faults(library::cautions(library));
  SystemClock clock;
  if (library.parts().status != library::Status::released)
    return no("NOT TO BE USED: not released");
  if (!library.effective_at(clock.now())) return no("NOT TO BE USED: not in effect now");
  std::puts("good: whole, signed, released and in effect");
  return 0;
}

int keygen(Arguments arguments) {
  if (arguments.size() != 1 || arguments[0].starts_with("-")) return usage();
  const library::NewKey made = library::make_key();
  const std::string remark = "Key " + made.key.id + "\n";
  if (!write_new(arguments[0] + ".pem", made.private_pem, 0600, false)) {
    return no(arguments[0] + ".pem exists already or cannot be written");
  }
  if (!write_new(arguments[0] + ".pub", remark + made.public_pem, 0644, false)) {
    ::unlink((arguments[0] + ".pem").c_str());
    return no(arguments[0] + ".pub exists already or cannot be written");
  }
  std::printf("%s\n", made.key.id.c_str());
  std::fprintf(
      stderr,
      "%s.pem is secret: it signs libraries in its owner's name; keep it off this machine\n"
      "%s.pub goes into the configuration's library.trusted_keys, with the person's id\n"
      "the id above goes into the library's approvers\n",
      arguments[0].c_str(), arguments[0].c_str());
  return 0;
}

}  // namespace

int run_library_tool(Arguments arguments) {
  if (arguments.empty()) return usage();
  const std::string& tool = arguments[0];
  const Arguments rest = arguments.subspan(1);
  if (tool == "lint") return lint(rest);
  if (tool == "diff") return diff(rest);
  if (tool == "sign") return sign(rest);
  if (tool == "verify") return verify(rest);
  if (tool == "keygen") return keygen(rest);
  return usage();
}

}  // namespace bridge::shell
