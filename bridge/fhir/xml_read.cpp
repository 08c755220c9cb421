// SPDX-License-Identifier: Apache-2.0
// Reading of FHIR XML by libxml2's pull reader.
#include <libxml/xmlreader.h>

#include <memory>
#include <string>

#include "fhir/elements.h"
#include "fhir/place.h"
#include "fhir/primitives.h"
#include "fhir/xml.h"
#include "fhir/xml_scan.h"

namespace bridge::fhir {
namespace {

using json::Value;

constexpr std::size_t most_faults = 100;

std::string_view as_text(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

class Reader {
 public:
  Reader(std::string_view text, const json::Limits& limits)
      : reader_(xmlReaderForMemory(text.data(), static_cast<int>(text.size()), nullptr, "UTF-8",
                                   XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING),
                xmlFreeTextReader),
        limits_(limits) {}

  Result<Value, Faults> run() {
    if (!reader_) return Faults{Fault{FaultCode::internal_error, "", "no memory for XML"}};
    do next();
    while (!stopped_ && type() != XML_READER_TYPE_ELEMENT);
    Value resource;
    if (!stopped_) resource = read_resource(Place("Resource"), 1);
    if (!stopped_) {  // what follows the root is blank or comment, or the reader stops with an
                      // error
      while (!stopped_ && more_) next();
    }
    if (!faults_.empty()) return std::move(faults_);
    return resource;
  }

 private:
  void fail(FaultCode code, const Place& place, std::string_view detail = "") {
    if (faults_.size() < most_faults) {
      faults_.push_back(Fault{code, place.text(), std::string(detail)});
    }
  }

  // A text that is not well-formed ends everything: what was found before it may be wrong.
  void stop(FaultCode code) {
    if (stopped_) return;
    stopped_ = true;
    const int line = xmlTextReaderGetParserLineNumber(reader_.get());
    faults_ = {Fault{code, "line " + std::to_string(line), ""}};
  }

  void next() { moved(xmlTextReaderRead(reader_.get())); }
  void next_sibling() { moved(xmlTextReaderNext(reader_.get())); }
  void moved(int result) {
    more_ = result == 1;
    if (result < 0) stop(FaultCode::xml_malformed);
  }

  int type() const { return more_ ? xmlTextReaderNodeType(reader_.get()) : 0; }
  std::string_view name() const { return as_text(xmlTextReaderConstLocalName(reader_.get())); }
  std::string_view name_space() const {
    return as_text(xmlTextReaderConstNamespaceUri(reader_.get()));
  }

  // At the start tag of a resource; ends behind its end tag, as all of these do.
  Value read_resource(const Place& outer, unsigned depth) {
    const Type* type = name_space() == fhir_namespace ? find_resource(name()) : nullptr;
    if (type == nullptr) {
      fail(FaultCode::resource_type_wrong, outer);
      next_sibling();
      return {};
    }
    Value object = Value::object();
    object.set("resourceType", Value::string(std::string(type->name)));
    const Place root(type->name);
    read_content(object, *type, depth == 1 ? root : outer, depth, nullptr);
    return object;
  }

  // Attributes, then children. A primitive's value goes to `value`, all else into `object`.
  void read_content(Value& object, const Type& type, const Place& place, unsigned depth,
                    Value* value) {
    if (depth > limits_.max_depth) {
      fail(FaultCode::nesting_too_deep, place);
      return next_sibling();
    }
    const bool empty = xmlTextReaderIsEmptyElement(reader_.get()) == 1;
    read_attributes(object, type, place, value);
    next();
    if (empty) return;
    std::size_t last = 0;
    while (!stopped_ && type_is_inside()) {
      if (this->type() == XML_READER_TYPE_ELEMENT) {
        read_child(object, type, place, depth, last);
      } else {
        if (is_text()) fail(FaultCode::element_type, place, "text between elements");
        next();
      }
    }
    if (!stopped_) next();
    level_arrays(object);
  }

  bool type_is_inside() {
    if (!more_) {
      stop(FaultCode::xml_malformed);
      return false;
    }
    return type() != XML_READER_TYPE_END_ELEMENT;
  }

  bool is_text() const { return type() == XML_READER_TYPE_TEXT || type() == XML_READER_TYPE_CDATA; }

  void read_attributes(Value& object, const Type& type, const Place& place, Value* value) {
    while (!stopped_ && xmlTextReaderMoveToNextAttribute(reader_.get()) == 1) {
      if (xmlTextReaderIsNamespaceDecl(reader_.get()) == 1) continue;
      const std::string_view found = name();
      const std::string_view text = as_text(xmlTextReaderConstValue(reader_.get()));
      if (name_space() == "http://www.w3.org/2001/XMLSchema-instance") continue;
      const Element* element = type.find(found);
      if (!name_space().empty()) {
        fail(FaultCode::element_unknown, place.child(found), "an attribute");
      } else if (value != nullptr && found == "value") {
        std::optional<Value> read = from_attribute(type.primitive, text);
        if (!read) fail(FaultCode::element_value, place);
        *value = std::move(read).value_or(Value::string(""));
      } else if (element != nullptr && element->attribute) {
        object.set(std::string(found), Value::string(std::string(text)));
      } else {
        fail(FaultCode::element_unknown, place.child(found), "an attribute");
      }
    }
    xmlTextReaderMoveToElement(reader_.get());
  }

  void read_child(Value& object, const Type& type, const Place& parent, unsigned depth,
                  std::size_t& last) {
    const Element* element = type.find(name());
    const bool narrative = element != nullptr && element->type->primitive == Primitive::xhtml;
    if (element == nullptr || element->attribute ||
        name_space() != (narrative ? xhtml_namespace : fhir_namespace)) {
      fail(FaultCode::element_unknown, parent.child(name()));
      return next_sibling();
    }
    const auto index = static_cast<std::size_t>(element - type.elements.data());
    Value* before = object.find(element->name);
    const bool again = before != nullptr || object.find("_" + std::string(element->name));
    if (index < last || (again && !element->many)) {
      fail(FaultCode::element_type, parent.child(element->name),
           index < last ? "out of order" : "repeated");
      return next_sibling();
    }
    last = index;
    if (!element->many) return read_single(object, *element, parent.child(element->name), depth);
    const std::size_t count = before == nullptr ? 0 : before->item_count();
    read_repeated(object, *element, parent.child(element->name, count), depth, count);
  }

  void read_single(Value& object, const Element& element, const Place& place, unsigned depth) {
    Value companion = Value::object();
    Value value = read_value(element, place, depth + 1, companion);
    if (!value.is_null()) object.set(std::string(element.name), std::move(value));
    if (!companion.members().empty())
      object.set("_" + std::string(element.name), std::move(companion));
  }

  // JSON keeps what stands beside primitives in a second array, in step by nulls (R4 2.6.2.3).
  void read_repeated(Value& object, const Element& element, const Place& place, unsigned depth,
                     std::size_t count) {
    const std::string name(element.name);
    Value companion = Value::object();
    Value value = read_value(element, place, depth + 2, companion);
    Value* values = object.find(name);
    (values != nullptr ? *values : object.set(name, Value::array())).push(std::move(value));
    if (companion.members().empty()) return;
    Value* present = object.find("_" + name);
    Value& beside = present != nullptr ? *present : object.set("_" + name, Value::array());
    while (beside.item_count() < count) beside.push(Value());
    beside.push(std::move(companion));
  }

  static void level_arrays(Value& object) {
    std::vector<std::string> valueless;
    std::vector<std::pair<std::string, std::size_t>> short_ones;
    for (const json::Member& member : object.members()) {
      if (!member.key.starts_with('_') || !member.value.is_array()) continue;
      const std::string name = member.key.substr(1);
      const Value* values = object.find(name);
      if (values == nullptr) continue;
      short_ones.emplace_back(member.key, values->item_count());
      bool any = false;
      for (const Value& value : values->items()) any = any || !value.is_null();
      if (!any) valueless.push_back(name);
    }
    for (const auto& [key, size] : short_ones) {
      Value* beside = object.find(key);
      while (beside->item_count() < size) beside->push(Value());
    }
    for (const std::string& name : valueless) object.remove(name);
  }

  Value read_value(const Element& element, const Place& place, unsigned depth, Value& companion) {
    const Type& type = *element.type;
    if (type.any_resource()) return read_inner_resource(place, depth);
    if (type.primitive == Primitive::xhtml) {
      const std::unique_ptr<xmlChar, void (*)(void*)> outer(
          xmlTextReaderReadOuterXml(reader_.get()), xmlFree);
      next_sibling();
      return Value::string(std::string(as_text(outer.get())));
    }
    if (type.is_primitive()) {
      Value value;
      read_content(companion, type, place, depth, &value);
      if (value.is_null() && companion.members().empty()) {
        fail(FaultCode::element_missing, place, "no value");
      }
      return value;
    }
    Value object = Value::object();
    read_content(object, type, place, depth, nullptr);
    return object;
  }

  // <contained><Medication>...</Medication></contained>
  Value read_inner_resource(const Place& place, unsigned depth) {
    Value resource;
    Value nothing = Value::object();
    const bool empty = xmlTextReaderIsEmptyElement(reader_.get()) == 1;
    static const Type no_type;
    read_attributes(nothing, no_type, place, nullptr);
    next();
    bool any = false;
    while (!empty && !stopped_ && type_is_inside()) {
      if (type() == XML_READER_TYPE_ELEMENT) {
        if (any) fail(FaultCode::element_type, place, "one resource only");
        any = true;
        resource = read_resource(place, depth);
      } else {
        if (is_text()) fail(FaultCode::element_type, place, "text between elements");
        next();
      }
    }
    if (!empty && !stopped_) next();
    if (!any) fail(FaultCode::element_missing, place, "no resource");
    return resource;
  }

  std::unique_ptr<xmlTextReader, void (*)(xmlTextReaderPtr)> reader_;
  const json::Limits& limits_;
  Faults faults_;
  bool more_ = true;
  bool stopped_ = false;
};

}  // namespace

Result<json::Value, Faults> read_xml(std::string_view text, const json::Limits& limits) {
  static const bool initialised = (xmlInitParser(), true);
  BRIDGE_ASSERT(initialised);
  if (std::optional<Fault> refused = refuse_xml(text, limits)) return Faults{*refused};
  return Reader(text, limits).run();
}

}  // namespace bridge::fhir
