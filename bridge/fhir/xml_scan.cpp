// SPDX-License-Identifier: Apache-2.0
// A single pass over XML markup that lets nothing through which a parser could expand or fetch.
#include "fhir/xml_scan.h"

#include <libxml/xmlreader.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

namespace bridge::fhir {
namespace {

std::string place_of(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const std::size_t line_begin = before.rfind('\n') + 1;  // npos + 1 is 0
  return "line " + std::to_string(lines + 1) + ", column " +
         std::to_string(offset - line_begin + 1);
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// encoding="..." of the XML declaration is UTF-8, or is not there.
bool declares_utf8(std::string_view declaration) {
  const std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return true;
  const std::size_t open = declaration.find_first_of("\"'", at);
  if (open == std::string_view::npos) return false;
  const std::size_t close = declaration.find(declaration[open], open + 1);
  if (close == std::string_view::npos) return false;
  std::string name(declaration.substr(open + 1, close - open - 1));
  for (char& c : name) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
  return name == "utf-8";
}

// "<" cannot stand inside an attribute or text of well-formed XML, so markup is found without a
// parser.
class Scan {
 public:
  Scan(std::string_view text, const json::Limits& limits) : text_(text), limits_(limits) {}

  std::optional<Fault> run() {
    if (starts("<?xml") && text_.size() > 5 && is_blank(text_[5])) {
      const std::size_t end = text_.find("?>");
      if (end == std::string_view::npos) return fail(FaultCode::xml_malformed);
      if (!declares_utf8(text_.substr(0, end))) {
        return fail(FaultCode::xml_malformed, "UTF-8 only");
      }
      at_ = end + 2;
    }
    while (true) {
      at_ = text_.find_first_of("<&", at_);
      if (at_ == std::string_view::npos) return std::nullopt;
      std::optional<Fault> fault = text_[at_] == '&' ? entity() : markup();
      if (fault) return fault;
    }
  }

 private:
  bool starts(std::string_view with) const { return text_.substr(at_).starts_with(with); }

  Fault fail(FaultCode code, std::string_view detail = "") const {
    return Fault{code, place_of(text_, at_), std::string(detail)};
  }

  // XML 1.0 4.6 and 4.1: the five names and characters by number need no declaration.
  std::optional<Fault> entity() {
    for (const std::string_view known : {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&#"}) {
      if (!starts(known)) continue;
      at_ += known.size();
      return std::nullopt;
    }
    return fail(FaultCode::xml_forbidden, "an entity");
  }

  std::optional<Fault> markup() {
    if (starts("<!--")) {
      const std::size_t end = text_.find("-->", at_ + 4);
      if (end == std::string_view::npos) return fail(FaultCode::xml_malformed);
      at_ = end + 3;
      return std::nullopt;
    }
    if (starts("<!")) return fail(FaultCode::xml_forbidden, "a declaration or CDATA");
    if (starts("<?")) return fail(FaultCode::xml_forbidden, "a processing instruction");
    return tag();
  }

  std::optional<Fault> tag() {
    const std::size_t begin = at_;
    const bool closing = starts("</");
    char quote = '\0';
    for (++at_; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (quote != '\0') {
        if (c == '&') {
          if (auto fault = entity()) return fault;
          --at_;
        }
        if (c == quote) quote = '\0';
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        break;
      }
    }
    if (at_ == text_.size()) {
      at_ = begin;
      return fail(FaultCode::xml_malformed, "a tag is not closed");
    }
    const std::size_t end = std::exchange(at_, begin);
    if (closing) {
      if (depth_ > 0) --depth_;
    } else {
      if (++count_ > limits_.max_values) return fail(FaultCode::too_many_repetitions);
      if (depth_ + 1 > limits_.max_depth) return fail(FaultCode::nesting_too_deep);
      if (text_[end - 1] != '/') ++depth_;
    }
    at_ = end + 1;
    return std::nullopt;
  }

  std::string_view text_;
  const json::Limits& limits_;
  std::size_t at_ = 0;
  std::size_t count_ = 0;
  std::size_t depth_ = 0;
};

}  // namespace

std::optional<Fault> refuse_xml(std::string_view text, const json::Limits& limits) {
  if (text.size() > limits.max_bytes) {
    return Fault{FaultCode::frame_too_long, "",
                 "more than " + std::to_string(limits.max_bytes) + " bytes"};
  }
  if (text.starts_with("\xEF\xBB\xBF")) {
    return Fault{FaultCode::xml_malformed, "line 1, column 1", "a byte order mark"};
  }
  const std::size_t nul = text.find('\0');
  if (nul != std::string_view::npos || !json::is_utf8(text)) {
    return Fault{FaultCode::xml_malformed, "line 1, column 1", "UTF-8 only"};
  }
  return Scan(text, limits).run();
}

bool is_narrative(std::string_view text) {
  if (!text.starts_with("<div") || refuse_xml(text, json::Limits{})) return false;
  const std::unique_ptr<xmlTextReader, void (*)(xmlTextReaderPtr)> reader(
      xmlReaderForMemory(text.data(), static_cast<int>(text.size()), nullptr, "UTF-8",
                         XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING),
      xmlFreeTextReader);
  if (!reader || xmlTextReaderRead(reader.get()) != 1) return false;
  const auto as_text = [](const xmlChar* found) {
    return found == nullptr ? std::string_view() : reinterpret_cast<const char*>(found);
  };
  if (as_text(xmlTextReaderConstLocalName(reader.get())) != "div" ||
      as_text(xmlTextReaderConstNamespaceUri(reader.get())) != xhtml_namespace) {
    return false;
  }
  int more = 1;
  while (more == 1) more = xmlTextReaderRead(reader.get());
  return more == 0;
}

}  // namespace bridge::fhir
