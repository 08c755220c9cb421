// SPDX-License-Identifier: Apache-2.0
// The rules of this tree as a test: who may know whom, what clinical code may not use, sizes,
// names.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "tidy/cpp_text.h"

namespace bridge::tidy {
namespace {

namespace fs = std::filesystem;
using Complaints = std::vector<std::string>;

struct Source {
  std::string path;  // from the root of the repository
  std::string text;
};

// The include table. A layer may know only layers above it, and not all of those.
const std::map<std::string, std::set<std::string>>& include_table() {
  static const std::map<std::string, std::set<std::string>> table = {
      {"base", {}},
      {"json", {"base"}},
      {"clinical", {"base"}},
      {"hl7", {"base"}},
      {"fhir", {"base", "json"}},
      {"library", {"base", "json", "clinical"}},
      {"translate", {"base", "json", "clinical", "hl7", "fhir"}},
      {"decide", {"base", "clinical", "library"}},
      {"engine", {"base", "json", "clinical", "hl7", "fhir", "library", "translate", "decide"}},
      {"shell",
       {"base", "json", "clinical", "hl7", "fhir", "library", "translate", "decide", "engine"}},
      {"simulate",
       {"base", "json", "clinical", "hl7", "fhir", "library", "translate", "decide", "engine",
        "shell"}},
  };
  return table;
}

// Headers of others, by the beginning of their name, and the only layers that may include them.
const std::map<std::string, std::set<std::string>>& foreign_headers() {
  static const std::set<std::string> outside = {"shell", "simulate"};
  static const std::map<std::string, std::set<std::string>> table = {
      {"Poco/", {"shell"}},
      {"absl/", {"shell"}},
      {"sqlite3", {"shell"}},
      {"prometheus/", {"shell"}},
      {"boost/beast/", {"shell"}},
      {"boost/multiprecision/", {"base"}},
      {"rapidjson/", {"json"}},
      {"libxml/", {"fhir"}},
      {"openssl/", {"library", "engine", "shell"}},
      {"sys/", outside},
      {"unistd.h", outside},
      {"poll.h", outside},
      {"fcntl.h", outside},
      {"thread", outside},
      {"random", outside},
      {"fstream", outside},
      {"iostream", outside},
      {"filesystem", outside},
      {"condition_variable", {"engine", "shell", "simulate"}},
      {"mutex", {"engine", "shell", "simulate"}},
  };
  return table;
}

std::string at(const Source& source, std::size_t line) {
  return source.path + ":" + std::to_string(line) + ": ";
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  std::istringstream in{std::string(text)};
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// The layer of bridge/LAYER/file; empty for bridge/main.cpp and for what is not of the bridge.
std::string layer_of(const Source& source) {
  if (!source.path.starts_with("bridge/")) return "";
  const std::string rest = source.path.substr(7);
  const std::size_t slash = rest.find('/');
  return slash == std::string::npos ? "" : rest.substr(0, slash);
}

bool is_code(const std::string& path) { return path.ends_with(".cpp") || path.ends_with(".h"); }

void check_own_include(const Source& source, std::size_t number, const std::string& name,
                       Complaints& out) {
  const std::string layer = layer_of(source);
  const std::string target = name.substr(0, name.find('/'));
  if (name.find('/') == std::string::npos || !include_table().contains(target)) {
    out.push_back(at(source, number) + "include as \"layer/file.h\", not \"" + name + "\"");
  } else if (!layer.empty() && target != layer && !include_table().at(layer).contains(target)) {
    out.push_back(at(source, number) + layer + " must not include " + target);
  }
}

void check_includes(const Source& source, Complaints& out) {
  const std::string layer = layer_of(source);
  if (!source.path.starts_with("bridge/")) return;
  if (!layer.empty() && !include_table().contains(layer)) {
    out.push_back(at(source, 1) + "the layer " + layer + " is not in the include table");
    return;
  }
  std::size_t number = 0;
  for (const std::string& line : lines_of(source.text)) {
    ++number;
    if (!line.starts_with("#include ")) continue;
    const std::string name = line.substr(10, line.find_first_of("\">", 10) - 10);
    if (line[9] == '"') {
      check_own_include(source, number, name, out);
      continue;
    }
    if (layer.empty()) continue;  // main.cpp joins all
    for (const auto& [prefix, layers] : foreign_headers()) {
      const bool whole = prefix.find_first_of("/3") == std::string::npos;
      const bool meant = whole ? name == prefix : name.starts_with(prefix);
      if (meant && !layers.contains(layer)) {
        out.push_back(at(source, number) + layer + " must not include <" + name + ">");
      }
    }
  }
}

// DEPENDS of bridge_layer() in CMake repeats the table.
void check_link_table(const Source& source, Complaints& out) {
  const std::string layer = layer_of(source);
  if (!source.path.ends_with("/CMakeLists.txt") || !include_table().contains(layer)) return;
  const std::size_t from = source.text.find("DEPENDS");
  if (from == std::string::npos) return;
  std::istringstream words(source.text.substr(from + 7));
  for (std::string word; words >> word && word != "LINK";) {
    const bool last = word.ends_with(')');
    if (last) word.pop_back();
    if (!word.empty() && !include_table().at(layer).contains(word)) {
      out.push_back(at(source, 1) + layer + " must not be linked with " + word);
    }
    if (last) return;
  }
}

void check_binary_floats(const Source& source, Complaints& out) {
  static const std::set<std::string> exact = {"clinical", "decide", "translate", "library"};
  if (!exact.contains(layer_of(source))) return;
  each_word(code_of(source.text), [&](std::string_view word, std::size_t line) {
    if (word == "double" || word == "float") {
      out.push_back(at(source, line) + std::string(word) + " has no place here: use Rational");
    }
  });
}

// Words that are not used, and what is used instead.
void check_banned_words(const Source& source, Complaints& out) {
  enum class Reach { bridge, tests_too };
  struct Ban {
    std::set<std::string> words;
    Reach reach;
    std::set<std::string> free;  // layers that may
    const char* instead;
  };
  static const std::set<std::string> outside = {"shell", "simulate"};
  static const std::vector<Ban> bans = {
      {{"strtod", "stod", "stof", "atof", "sscanf"}, Reach::bridge, {}, "Decimal::parse"},
      {{"atoi", "atol", "stoi", "stol", "stoul", "strtol"}, Reach::bridge, {}, "std::from_chars"},
      {{"assert"}, Reach::bridge, {}, "BRIDGE_ASSERT, which stays on"},
      {{"rand", "srand"}, Reach::tests_too, {}, "a seeded generator"},
      {{"usleep", "nanosleep", "sleep_for", "sleep_until"},
       Reach::tests_too,
       {"simulate"},
       "waiting on a condition"},
      {{"throw"}, Reach::bridge, {"shell"}, "Result"},
      {{"system_clock", "steady_clock", "random_device", "getenv"},
       Reach::bridge,
       outside,
       "a parameter"},
  };
  const std::string layer = layer_of(source);
  each_word(code_of(source.text), [&](std::string_view word, std::size_t line) {
    for (const Ban& ban : bans) {
      if (!ban.words.contains(std::string(word)) || ban.free.contains(layer)) continue;
      if (layer.empty() && ban.reach == Reach::bridge) continue;
      out.push_back(at(source, line) + std::string(word) + ": use " + ban.instead);
    }
  });
}

constexpr std::size_t file_lines = 600;
constexpr std::size_t function_lines = 70;

void check_file_size(const Source& source, Complaints& out) {
  const std::vector<std::string> lines = lines_of(source.text);
  if (lines.size() > file_lines) {
    out.push_back(at(source, lines.size()) + "more than 600 lines in a file");
  }
}

void check_functions(const Source& source, Complaints& out) {
  if (!is_code(source.path)) return;
  for (const auto& [line, lines] : Functions::of(source.text)) {
    if (lines <= function_lines) continue;
    out.push_back(at(source, line) + "a function of " + std::to_string(lines) + " lines");
  }
}

void check_name(const Source& source, Complaints& out) {
  static const std::set<std::string> banned = {"util", "utils", "common",   "helper",  "helpers",
                                               "misc", "stuff", "managers", "manager", "types"};
  std::istringstream words(fs::path(source.path).stem().string());
  for (std::string word; std::getline(words, word, '_');) {
    if (banned.contains(word)) {
      out.push_back(at(source, 1) + "'" + word + "' in a file's name says nothing");
    }
  }
}

void check_first_lines(const Source& source, Complaints& out) {
  if (!is_code(source.path) && !source.path.ends_with(".inc")) return;
  const std::vector<std::string> lines = lines_of(source.text);
  // x.cpp may leave the sentence to x.h.
  const std::string left = source.path.ends_with(".cpp") ? "#include " : "// ";
  if (lines.empty() || lines[0] != "// SPDX-License-Identifier: Apache-2.0") {
    out.push_back(at(source, 1) + "begin with the SPDX line");
  } else if (lines.size() < 2 || (!lines[1].starts_with("//") && !lines[1].starts_with(left))) {
    out.push_back(at(source, 2) + "say in one sentence what this file is");
  }
}

void check_left_work(const Source& source, Complaints& out) {
  static const std::set<std::string> marks = {std::string("TO") + "DO", std::string("FIX") + "ME"};
  each_word(source.text, [&](std::string_view word, std::size_t line) {
    if (marks.contains(std::string(word))) out.push_back(at(source, line) + "left work");
  });
}

// bridge/README.md names each file of bridge/ once, as `layer/name` for name.h, .cpp and .inc.
Complaints check_reading_order(const std::set<std::string>& files, const std::string& readme) {
  Complaints out;
  std::map<std::string, int> named;
  for (std::size_t open = readme.find('`'); open != std::string::npos;) {
    const std::size_t close = readme.find('`', open + 1);
    if (close == std::string::npos) break;
    const std::string name = readme.substr(open + 1, close - open - 1);
    const std::string layer = name.substr(0, name.find('/'));
    if (name == "main" || (name.find('/') != std::string::npos && include_table().contains(layer) &&
                           name.back() != '/')) {
      ++named[name];
    }
    open = readme.find('`', close + 1);
  }
  for (const std::string& file : files) {
    const int times = named.contains(file) ? named[file] : 0;
    if (times == 0) out.push_back("bridge/README.md does not name " + file);
    if (times > 1) out.push_back("bridge/README.md names " + file + " more than once");
  }
  for (const auto& [name, times] : named) {
    if (!files.contains(name)) out.push_back("bridge/README.md names " + name + ", which is not");
  }
  return out;
}

// docs/faults.md is written from the list of faults by script/faults.
Complaints check_fault_pages(const std::string& list, const std::string& page) {
  Complaints out;
  const std::vector<std::string> rows = lines_of(page);
  for (const std::string& line : lines_of(list)) {
    if (!line.starts_with("BRIDGE_FAULT(")) continue;
    const std::string name = line.substr(13, line.find(',') - 13);
    const std::size_t end = line.rfind('"');
    const std::size_t start = line.rfind("\", \"", end - 1) + 4;
    std::string fix = line.substr(start, end - start);
    for (const auto& [from, to] : {std::pair{"\\\\", "\\"}, std::pair{"|", "\\|"}}) {
      for (std::size_t at = 0; (at = fix.find(from, at)) != std::string::npos;
           at += std::strlen(to)) {
        fix.replace(at, std::strlen(from), to);
      }
    }
    const bool told = std::any_of(rows.begin(), rows.end(), [&](const std::string& row) {
      return row.starts_with("| `" + name + "` |") && row.ends_with("| " + fix + " |");
    });
    if (!told) out.push_back("docs/faults.md does not tell " + name + ": run script/faults");
  }
  return out;
}

std::vector<Source> read_tree() {
  static const std::set<std::string> kinds = {".cpp", ".h",    ".inc",   ".txt", ".md",
                                              ".csv", ".json", ".story", ".hl7", ""};
  const fs::path root = BRIDGE_SOURCE_DIR;
  std::vector<Source> tree;
  for (const char* folder : {"bridge", "tests", "mappings", "samples", "script", "docs"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const std::string path = fs::relative(entry.path(), root).string();
      const bool found_by_chance = path.starts_with("tests/fuzz/corpus/");
      if (!entry.is_regular_file() || found_by_chance) continue;
      if (!kinds.contains(entry.path().extension().string())) continue;
      std::ifstream in(entry.path(), std::ios::binary);
      tree.push_back({path, {std::istreambuf_iterator<char>(in), {}}});
    }
  }
  return tree;
}

using Rule = void (*)(const Source&, Complaints&);

std::string shown(const Complaints& complaints) {
  std::string text;
  for (const std::string& complaint : complaints) text += complaint + "\n";
  return text;
}

std::string complaints_of(Rule rule) {
  static const std::vector<Source> tree = read_tree();
  Complaints out;
  for (const Source& source : tree) rule(source, out);
  return shown(out);
}

std::string complaints_about(Rule rule, const std::string& path, const std::string& text) {
  Complaints out;
  rule({path, text}, out);
  return shown(out);
}

TEST(Tree, is_read) { EXPECT_GT(read_tree().size(), 200u); }
TEST(Tree, includes_point_one_way) { EXPECT_EQ(complaints_of(check_includes), ""); }
TEST(Tree, libraries_are_linked_as_the_table_says) {
  EXPECT_EQ(complaints_of(check_link_table), "");
}
TEST(Tree, has_no_binary_floats_in_clinical_code) {
  EXPECT_EQ(complaints_of(check_binary_floats), "");
}
TEST(Tree, uses_no_banned_words) { EXPECT_EQ(complaints_of(check_banned_words), ""); }
TEST(Tree, has_no_file_too_long) {
  Complaints out;
  for (const Source& source : read_tree()) {
    if (is_code(source.path) || source.path.ends_with(".inc")) check_file_size(source, out);
  }
  EXPECT_EQ(shown(out), "");
}
TEST(Tree, has_no_function_too_long) { EXPECT_EQ(complaints_of(check_functions), ""); }
TEST(Tree, has_telling_file_names) { EXPECT_EQ(complaints_of(check_name), ""); }
TEST(Tree, says_in_each_file_what_it_is) { EXPECT_EQ(complaints_of(check_first_lines), ""); }
TEST(Tree, leaves_no_work_marked_in_it) { EXPECT_EQ(complaints_of(check_left_work), ""); }

TEST(Tree, is_named_file_by_file_in_the_reading_order) {
  std::set<std::string> files;
  std::string readme;
  for (const Source& source : read_tree()) {
    if (source.path == "bridge/README.md") readme = source.text;
    if (!source.path.starts_with("bridge/")) continue;
    if (!is_code(source.path) && !source.path.ends_with(".inc")) continue;
    files.insert(fs::path(source.path.substr(7)).replace_extension().string());
  }
  EXPECT_EQ(shown(check_reading_order(files, readme)), "");
}

TEST(Tree, tells_every_fault_in_its_documents) {
  std::string list;
  std::string page;
  for (const Source& source : read_tree()) {
    if (source.path == "bridge/base/fault_list.inc") list = source.text;
    if (source.path == "docs/faults.md") page = source.text;
  }
  EXPECT_NE(list, "");
  EXPECT_EQ(shown(check_fault_pages(list, page)), "");
}

TEST(FaultPageRule, wants_each_fault_as_it_stands) {
  const std::string list =
      "BRIDGE_FAULT(a, none, 1, 0, 400, \"x\", sender, \"t\", \"send \\\\F|\")\n";
  EXPECT_EQ(shown(check_fault_pages(list, "| `a` | none | t | send \\F\\| |\n")), "");
  EXPECT_EQ(shown(check_fault_pages(list, "| `a` | none | t | another fix |\n")),
            "docs/faults.md does not tell a: run script/faults\n");
  EXPECT_EQ(shown(check_fault_pages(list, "")),
            "docs/faults.md does not tell a: run script/faults\n");
}

TEST(IncludeRule, tells_who_must_not_know_whom) {
  EXPECT_EQ(complaints_about(check_includes, "bridge/decide/x.cpp", "\n#include \"hl7/parse.h\"\n"),
            "bridge/decide/x.cpp:2: decide must not include hl7\n");
  EXPECT_EQ(complaints_about(check_includes, "bridge/hl7/x.h", "#include \"clinical/unit.h\"\n"),
            "bridge/hl7/x.h:1: hl7 must not include clinical\n");
  EXPECT_EQ(complaints_about(check_includes, "bridge/extra/x.h", ""),
            "bridge/extra/x.h:1: the layer extra is not in the include table\n");
  EXPECT_EQ(complaints_about(check_includes, "bridge/hl7/x.cpp", "#include \"x.h\"\n"),
            "bridge/hl7/x.cpp:1: include as \"layer/file.h\", not \"x.h\"\n");
}

TEST(IncludeRule, lets_a_layer_know_itself_and_those_below_and_main_know_all) {
  EXPECT_EQ(complaints_about(check_includes, "bridge/decide/x.cpp",
                             "#include \"decide/y.h\"\n#include \"clinical/unit.h\"\n"),
            "");
  EXPECT_EQ(complaints_about(check_includes, "bridge/main.cpp",
                             "#include <Poco/Net/TCPServer.h>\n#include \"shell/config.h\"\n"),
            "");
}

TEST(IncludeRule, keeps_foreign_headers_in_their_layer) {
  EXPECT_EQ(complaints_about(check_includes, "bridge/engine/x.cpp", "#include <Poco/Thread.h>\n"),
            "bridge/engine/x.cpp:1: engine must not include <Poco/Thread.h>\n");
  EXPECT_EQ(complaints_about(check_includes, "bridge/simulate/x.cpp", "#include <Poco/Thread.h>\n"),
            "bridge/simulate/x.cpp:1: simulate must not include <Poco/Thread.h>\n");
  EXPECT_EQ(complaints_about(check_includes, "bridge/shell/x.cpp", "#include <Poco/Thread.h>\n"),
            "");
  EXPECT_EQ(complaints_about(check_includes, "bridge/decide/x.cpp", "#include <thread>\n"),
            "bridge/decide/x.cpp:1: decide must not include <thread>\n");
}

TEST(LinkRule, compares_cmake_with_the_include_table) {
  const std::string text = "bridge_layer(decide SOURCES a.cpp DEPENDS base hl7\n  LINK x)\n";
  EXPECT_EQ(complaints_about(check_link_table, "bridge/decide/CMakeLists.txt", text),
            "bridge/decide/CMakeLists.txt:1: decide must not be linked with hl7\n");
  EXPECT_EQ(complaints_about(check_link_table, "bridge/hl7/CMakeLists.txt",
                             "bridge_layer(hl7 SOURCES a.cpp DEPENDS base)\n"),
            "");
}

TEST(FloatRule, finds_the_word_in_code_and_not_in_comments_or_texts) {
  EXPECT_EQ(complaints_about(check_binary_floats, "bridge/clinical/x.h", "int a;\ndouble b;\n"),
            "bridge/clinical/x.h:2: double has no place here: use Rational\n");
  EXPECT_EQ(complaints_about(check_binary_floats, "bridge/clinical/x.h",
                             "// double\n/* float */ auto a = \"double\" R\"(float)\" 'f';\n"),
            "");
  EXPECT_EQ(
      complaints_about(check_binary_floats, "bridge/clinical/x.h", "int double_bag = 1'000;\n"),
      "");
  EXPECT_EQ(complaints_about(check_binary_floats, "bridge/simulate/x.h", "double b;\n"), "");
}

TEST(WordRule, names_what_to_use_instead) {
  EXPECT_EQ(complaints_about(check_banned_words, "bridge/engine/x.cpp", "int a = std::stoi(b);\n"),
            "bridge/engine/x.cpp:1: stoi: use std::from_chars\n");
  EXPECT_EQ(complaints_about(check_banned_words, "tests/x_test.cpp", "sleep_for(1s);\n"),
            "tests/x_test.cpp:1: sleep_for: use waiting on a condition\n");
  EXPECT_EQ(complaints_about(check_banned_words, "bridge/decide/x.cpp", "throw 1;\n"),
            "bridge/decide/x.cpp:1: throw: use Result\n");
  EXPECT_EQ(complaints_about(check_banned_words, "bridge/shell/x.cpp", "throw 1;\n"), "");
  EXPECT_EQ(complaints_about(check_banned_words, "tests/x_test.cpp", "std::system_clock a;\n"), "");
}

std::string function_of(const std::string& head, std::size_t lines) {
  std::string text = head + " {\n";
  for (std::size_t i = 2; i < lines; ++i) text += "  if (a) { b(); }\n";
  return text + "}\n";
}

TEST(SizeRule, measures_functions_and_nothing_else) {
  for (const char* head :
       {"void f()", "Result<int> A::f(int a,\n  int b) const", "template <class T>\nint f(T a)",
        "A::A(int b) : b_{b}, c_(b)", "A::A() : b_{1}, c_{2}", "bool operator==(A, A) noexcept"}) {
    const std::string body =
        function_of(head, 71 - std::count(head, head + std::strlen(head), '\n'));
    EXPECT_EQ(
        complaints_about(check_functions, "bridge/base/x.cpp", "namespace a {\n" + body + "}"),
        "bridge/base/x.cpp:2: a function of 71 lines\n")
        << head;
  }
  EXPECT_EQ(complaints_about(check_functions, "bridge/base/x.cpp", function_of("void f()", 70)),
            "");
  EXPECT_EQ(complaints_about(check_functions, "bridge/base/x.cpp", function_of("class A", 90)), "");
  EXPECT_EQ(complaints_about(check_functions, "bridge/base/x.cpp",
                             function_of("const std::map<int, int> a =", 90)),
            "");
}

TEST(SizeRule, counts_code_and_not_tables_texts_comments_or_blank_lines) {
  const auto times = [](int count, const std::string& line) {
    std::string text;
    for (int i = 0; i < count; ++i) text += line;
    return text;
  };
  for (const std::string& extra :
       {"  const int a[] = {\n" + times(60, "1,\n") + "};\n",
        "  a = R\"(" + times(60, "x\n") + ")\";\n\n", times(60, "// why\n") + "b();\nb();\n",
        times(60, "\n") + "b();\nb();\n"}) {
    const auto about = [&](int lines) {
      return complaints_about(check_functions, "bridge/base/x.cpp",
                              "void f() {\n" + extra + times(lines, "b();\n") + "}\n");
    };
    EXPECT_EQ(about(66), "") << extra;
    EXPECT_NE(about(69), "") << extra;
  }
}

TEST(SizeRule, measures_files) {
  const auto about = [](const std::string& text) {
    return complaints_about(check_file_size, "bridge/base/x.cpp", text);
  };
  EXPECT_EQ(about(std::string(601, '\n')),
            "bridge/base/x.cpp:601: more than 600 lines in a file\n");
  EXPECT_EQ(about(std::string(600, '\n')), "");
}

TEST(NameRule, refuses_names_that_say_nothing) {
  EXPECT_EQ(complaints_about(check_name, "bridge/base/text_utils.h", ""),
            "bridge/base/text_utils.h:1: 'utils' in a file's name says nothing\n");
  EXPECT_EQ(complaints_about(check_name, "bridge/base/utility_room.h", ""), "");
}

TEST(FirstLineRule, wants_the_licence_and_a_sentence) {
  EXPECT_EQ(complaints_about(check_first_lines, "bridge/base/x.h", "#pragma once\n"),
            "bridge/base/x.h:1: begin with the SPDX line\n");
  EXPECT_EQ(complaints_about(check_first_lines, "bridge/base/x.h",
                             "// SPDX-License-Identifier: Apache-2.0\n#pragma once\n"),
            "bridge/base/x.h:2: say in one sentence what this file is\n");
}

TEST(LeftWorkRule, finds_marks_in_comments) {
  EXPECT_EQ(complaints_about(check_left_work, "script/x", std::string("# TO") + "DO: all\n"),
            "script/x:1: left work\n");
  EXPECT_EQ(complaints_about(check_left_work, "script/x", "# todos los santos\n"), "");
}

TEST(ReadingOrderRule, wants_each_file_once_and_none_that_is_not) {
  EXPECT_EQ(shown(check_reading_order({"hl7/parse", "hl7/write", "main"},
                                      "`hl7/parse` reads, `hl7/parse` again; `hl7/scan`; `main`")),
            "bridge/README.md names hl7/parse more than once\n"
            "bridge/README.md does not name hl7/write\n"
            "bridge/README.md names hl7/scan, which is not\n");
  EXPECT_EQ(shown(check_reading_order({"hl7/parse"}, "`hl7/parse`, and the folder `hl7/`")), "");
}

}  // namespace
}  // namespace bridge::tidy
