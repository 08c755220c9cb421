// SPDX-License-Identifier: Apache-2.0
// The published schemas and the loaders speak of the same names.
#include <algorithm>

#include "base/csv.h"
#include "json/json.h"
#include "json/write.h"
#include "library/library_text.h"

namespace bridge::library {
namespace {

json::Value schema(const std::string& name) {
  auto value = json::parse(file_text("mappings/schema/" + name + ".schema.json"));
  EXPECT_TRUE(value);
  return value ? *std::move(value) : json::Value();
}

const json::Value& at(const json::Value& value, std::initializer_list<const char*> path) {
  const json::Value* found = &value;
  for (const char* key : path) {
    const json::Value* next = found->find(key);
    if (next == nullptr) {
      ADD_FAILURE() << "the schema has no " << key;
      return *found;
    }
    found = next;
  }
  return *found;
}

std::vector<std::string> names(const json::Value& object) {
  std::vector<std::string> result;
  for (const json::Member& member : object.members()) result.push_back(member.key);
  return result;
}

std::vector<std::string> texts(const json::Value& array) {
  std::vector<std::string> result;
  for (const json::Value& item : array.items()) result.push_back(item.as_string());
  return result;
}

template <Named E>
std::vector<std::string> all_names() {
  constexpr auto list = names_of(E{});
  return {list.begin(), list.end()};
}

TEST(LibrarySchema, lists_the_values_of_the_enums) {
  const json::Value library = schema("drug-library");
  EXPECT_EQ(texts(at(library, {"properties", "status", "enum"})), all_names<Status>());
  EXPECT_EQ(texts(at(library, {"$defs", "setup", "properties", "mode", "enum"})),
            all_names<TherapyMode>());
  EXPECT_EQ(texts(at(library, {"$defs", "limit", "properties", "quantity", "enum"})),
            all_names<LimitedQuantity>());
  EXPECT_EQ(at(library, {"properties", "format", "const"}).as_string(), file_format);
  std::vector<std::string> routes = all_names<Route>();
  std::erase_if(routes, [](const std::string& route) {
    return route == "intramuscular" || route == "oral" || route == "other";
  });
  EXPECT_EQ(texts(at(library, {"$defs", "drug", "properties", "routes", "items", "enum"})), routes);
}

// A member that the schema knows and the loader does not would be an unknown name; one that the
// schema requires and the loader does not would load when it is left out.
TEST(LibrarySchema, requires_what_the_loader_requires) {
  const json::Value library = schema("drug-library");
  for (const std::string& name : texts(at(library, {"required"}))) {
    auto tree = json::parse(small_library);
    ASSERT_TRUE(tree);
    tree->remove(name);
    const auto loaded = load("small.json", json::write(*tree));
    EXPECT_FALSE(loaded) << name;
  }
}

TEST(LibrarySchema, knows_every_name_of_the_shipped_library) {
  const json::Value library = schema("drug-library");
  const auto shipped = json::parse(file_text("mappings/library/demonstration.json"));
  ASSERT_TRUE(shipped);
  const auto all_known = [](const json::Value& object, const json::Value& properties) {
    const std::vector<std::string> known = names(properties);
    for (const std::string& name : names(object)) {
      EXPECT_NE(std::find(known.begin(), known.end(), name), known.end()) << name;
    }
  };
  all_known(*shipped, at(library, {"properties"}));
  for (const auto& [list, kind] : {std::pair{"care_areas", "care_area"}, std::pair{"drugs", "drug"},
                                   std::pair{"setups", "setup"}}) {
    for (const json::Value& item : at(*shipped, {list}).items()) {
      all_known(item, at(library, {"$defs", kind, "properties"}));
    }
  }
  for (const json::Value& setup : at(*shipped, {"setups"}).items()) {
    for (const json::Value& limit : at(setup, {"limits"}).items()) {
      all_known(limit, at(library, {"$defs", "limit", "properties"}));
    }
  }
}

TEST(PumpSchema, has_the_columns_of_the_shipped_tables) {
  const json::Value pumps = schema("pump-models");
  for (const auto& [file, kind] :
       {std::pair{"pump_models.csv", "pump_model"}, std::pair{"pumps.csv", "pump"}}) {
    const auto table = CsvTable::parse(file, file_text(std::string("mappings/") + file));
    ASSERT_TRUE(table);
    EXPECT_EQ(names(at(pumps, {"$defs", kind, "properties"})), table->columns());
    // What a model supports may be left out: then it is nothing.
    std::vector<std::string> required = table->columns();
    std::erase_if(required, [](const std::string& column) {
      return column == "supports" || column == "syringes_ml" || column == "routes";
    });
    EXPECT_EQ(texts(at(pumps, {"$defs", kind, "required"})), required);
  }
}

}  // namespace
}  // namespace bridge::library
