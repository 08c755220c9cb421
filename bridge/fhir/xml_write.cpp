// SPDX-License-Identifier: Apache-2.0
// Writing of FHIR XML in the order of the element tables.
#include <algorithm>
#include <optional>
#include <string>

#include "fhir/elements.h"
#include "fhir/place.h"
#include "fhir/primitives.h"
#include "fhir/xml.h"
#include "fhir/xml_scan.h"

namespace bridge::fhir {
namespace {

using json::Value;

class XmlWriter {
 public:
  std::optional<Fault> fault;

  std::string take() && { return std::move(out_); }

  void root(const Value& value) {
    out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    resource(value, nullptr);
  }

 private:
  void fail(FaultCode code, const Place& place, std::string_view detail = "") {
    if (!fault) fault = Fault{code, place.text(), std::string(detail)};
  }

  // XML 1.0 2.2: most control characters cannot be written at all, not even by number.
  bool attribute(std::string_view name, std::string_view text, const Place& place) {
    out_.append(" ").append(name).append("=\"");
    for (const char c : text) {
      switch (c) {
        case '&':
          out_.append("&amp;");
          break;
        case '<':
          out_.append("&lt;");
          break;
        case '>':
          out_.append("&gt;");
          break;
        case '"':
          out_.append("&quot;");
          break;
        case '\t':
        case '\n':
        case '\r':
          out_.append("&#").append(std::to_string(static_cast<int>(c))).append(";");
          break;
        default:
          if (static_cast<unsigned char>(c) < 0x20) {
            fail(FaultCode::element_value, place, "a control character");
            return false;
          }
          out_.push_back(c);
      }
    }
    out_.push_back('"');
    return true;
  }

  // `outer` is where the resource stands, or nullptr for the root.
  void resource(const Value& value, const Place* outer) {
    const auto name = value.text_of("resourceType");
    const Type* type = name ? find_resource(*name) : nullptr;
    const Place root(type != nullptr ? type->name : "Resource");
    const Place& place = outer != nullptr ? *outer : root;
    if (type == nullptr) return fail(FaultCode::resource_type_wrong, place);
    out_.append("<").append(type->name);
    if (outer == nullptr) out_.append(" xmlns=\"").append(fhir_namespace).append("\"");
    content(type->name, &value, nullptr, *type, place);
  }

  // From behind the name of the start tag to the end tag. `text` is a primitive's value.
  void content(std::string_view name, const Value* object, const Value* text, const Type& type,
               const Place& place) {
    if (object != nullptr) {
      if (!object->is_object()) return fail(FaultCode::element_type, place);
      known_only(*object, type, place);
      for (const Element& element : type.elements) {
        const Value* value = element.attribute ? object->find(element.name) : nullptr;
        if (value == nullptr) continue;
        if (!value->is_string()) return fail(FaultCode::element_type, place.child(element.name));
        if (!attribute(element.name, value->as_string(), place.child(element.name))) return;
      }
    }
    if (text != nullptr && !attribute("value", to_attribute(*text), place)) return;
    const std::size_t before = out_.size();
    out_.push_back('>');
    if (object != nullptr) children(*object, type, place);
    if (out_.size() == before + 1) {
      out_.resize(before);
      out_.append("/>");
    } else {
      out_.append("</").append(name).append(">");
    }
  }

  void known_only(const Value& object, const Type& type, const Place& place) {
    for (const json::Member& member : object.members()) {
      if (type.resource && member.key == "resourceType") continue;
      const bool underscore = member.key.starts_with('_');
      const Element* element = type.find(std::string_view(member.key).substr(underscore ? 1 : 0));
      const bool primitive = element != nullptr && element->type->is_primitive();
      if (element == nullptr || (underscore && (!primitive || element->attribute))) {
        fail(FaultCode::element_unknown, place.child(member.key));
      }
    }
  }

  void children(const Value& object, const Type& type, const Place& place) {
    std::string key;
    for (const Element& element : type.elements) {
      if (element.attribute) continue;
      const Value* value = object.find(element.name);
      const Value* companion = nullptr;
      if (element.type->is_primitive()) {
        key.assign("_").append(element.name);
        companion = object.find(key);
      }
      if (value == nullptr && companion == nullptr) continue;
      const Place at = place.child(element.name);
      if (!element.many) {
        child(value, companion, element, at);
        continue;
      }
      if ((value != nullptr && !value->is_array()) ||
          (companion != nullptr && !companion->is_array())) {
        return fail(FaultCode::element_type, at);
      }
      const std::size_t count = std::max(value == nullptr ? 0 : value->item_count(),
                                         companion == nullptr ? 0 : companion->item_count());
      for (std::size_t index = 0; index < count && !fault; ++index) {
        const Value* item = value == nullptr ? nullptr : value->at(index);
        const Value* beside = companion == nullptr ? nullptr : companion->at(index);
        if (item != nullptr && item->is_null()) item = nullptr;
        if (beside != nullptr && beside->is_null()) beside = nullptr;
        if (item == nullptr && beside == nullptr) fail(FaultCode::element_type, at.item(index));
        child(item, beside, element, at.item(index));
      }
    }
  }

  void child(const Value* value, const Value* companion, const Element& element,
             const Place& place) {
    if (fault) return;
    if (element.type->primitive == Primitive::xhtml) {
      if (value == nullptr || companion != nullptr || !value->is_string() ||
          !is_narrative(value->as_string())) {
        return fail(FaultCode::element_value, place, "no XHTML");
      }
      out_.append(value->as_string());
      return;
    }
    out_.append("<").append(element.name);
    if (element.type->any_resource()) {
      out_.append(">");
      resource(*value, &place);
      out_.append("</").append(element.name).append(">");
    } else if (element.type->is_primitive()) {
      if (value != nullptr && (value->is_object() || value->is_array() || value->is_null())) {
        return fail(FaultCode::element_type, place);
      }
      content(element.name, companion, value, *element.type, place);
    } else {
      content(element.name, value, nullptr, *element.type, place);
    }
  }

  std::string out_;
};

}  // namespace

Result<std::string> write_xml(const json::Value& resource) {
  XmlWriter writer;
  writer.root(resource);
  if (writer.fault) return *std::move(writer.fault);
  return std::move(writer).take();
}

}  // namespace bridge::fhir
