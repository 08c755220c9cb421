// SPDX-License-Identifier: Apache-2.0
#include "library/pumps.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>

#include "base/csv.h"

namespace bridge::library {
namespace {

constexpr std::string_view models_name = "pump_models.csv";
constexpr std::string_view pumps_name = "pumps.csv";

std::string key_of(std::string_view id, std::string_view maker, std::string_view maker_type) {
  std::string key(id);
  key.append(1, '\x1f').append(maker).append(1, '\x1f').append(maker_type);
  return key;
}

// "a;b" in pieces, without the blanks around each; no piece for an empty text.
std::vector<std::string_view> pieces(std::string_view text, char separator) {
  std::vector<std::string_view> result;
  while (!text.empty()) {
    const std::size_t end = text.find(separator);
    std::string_view piece = text.substr(0, end);
    while (piece.starts_with(' ')) piece.remove_prefix(1);
    while (piece.ends_with(' ')) piece.remove_suffix(1);
    result.push_back(piece);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
    if (text.empty()) result.emplace_back();
  }
  return result;
}

// A table that has all of its columns, in any order, and none that is not known.
class Table {
 public:
  Table(std::string_view name, std::string_view text, Faults& faults) : faults_(faults) {
    Result<CsvTable> parsed = CsvTable::parse(std::string(name), text);
    if (!parsed) {
      faults.push_back(parsed.fault());
      return;
    }
    csv_.emplace(*std::move(parsed));
  }

  bool has_columns(std::initializer_list<std::string_view> names,
                   std::initializer_list<std::string_view> optional = {}) {
    if (!csv_) return false;
    std::size_t wrong = 0;
    std::size_t expected = names.size();
    for (const std::string_view name : optional) expected += csv_->column(name) ? 1U : 0U;
    for (const std::string_view name : names) {
      if (csv_->column(name)) continue;
      fail("", "the column " + std::string(name) + " is missing");
      ++wrong;
    }
    for (const std::string& column : csv_->columns()) {
      if (std::find(names.begin(), names.end(), column) != names.end()) continue;
      if (std::find(optional.begin(), optional.end(), column) != optional.end()) continue;
      fail("", "a column has a name that is not known here");
      ++wrong;
    }
    if (wrong == 0 && csv_->columns().size() != expected) {
      fail("", "a column stands there twice");
      ++wrong;
    }
    return wrong == 0;
  }

  const std::vector<CsvTable::Row>& rows() const { return csv_->rows(); }
  void begin(const CsvTable::Row& row) { row_ = &row; }

  const std::string& cell(std::string_view column) const {
    return row_->cells[*csv_->column(column)];
  }
  // Empty when the table does not have it.
  std::string_view cell_if(std::string_view column) const {
    const auto at = csv_->column(column);
    return at ? std::string_view(row_->cells[*at]) : std::string_view();
  }
  std::string filled(std::string_view column) {
    if (cell(column).empty()) fail(column, "must not be empty");
    return cell(column);
  }
  // Above zero; zero when there is a fault.
  Rational number(std::string_view column) { return number_in(column, cell(column)); }
  Rational number_in(std::string_view column, std::string_view text) {
    const Result<Decimal> value = Decimal::parse(text);
    if (value && !value->is_zero() && !value->is_negative()) return value->exact();
    fail(column, "must be a decimal number above zero");
    return {};
  }
  void fail(std::string_view column, std::string detail) {
    std::string place = row_ == nullptr ? csv_->name() : csv_->place(*row_);
    if (!column.empty()) place.append(", ").append(column);
    faults_.push_back({FaultCode::configuration_wrong, std::move(place), std::move(detail)});
  }

 private:
  Faults& faults_;
  std::optional<CsvTable> csv_;
  const CsvTable::Row* row_ = nullptr;
};

// "0.1 below 100; 1": steps of 0.1 mL/h below 100 mL/h and of 1 from there on.
std::vector<RateResolution> read_resolution(Table& table) {
  constexpr std::string_view column = "resolution";
  std::vector<RateResolution> result;
  const std::vector<std::string_view> rows = pieces(table.cell(column), ';');
  if (rows.empty()) table.fail(column, "must not be empty");
  for (std::size_t at = 0; at < rows.size(); ++at) {
    constexpr std::string_view below = " below ";
    const std::size_t found = rows[at].find(below);
    const bool bounded = found != std::string_view::npos;
    if (bounded == (at + 1 == rows.size())) {
      table.fail(column, "must be steps as in 0.1 below 100; 1: all but the last with their end");
      return {};
    }
    RateResolution row;
    row.step_ml_h = table.number_in(column, rows[at].substr(0, found));
    if (bounded) {
      row.below_ml_h = table.number_in(column, rows[at].substr(found + below.size()));
      if (!result.empty() && !(result.back().below_ml_h < row.below_ml_h)) {
        table.fail(column, "the ends must rise");
      }
    }
    result.push_back(std::move(row));
  }
  return result;
}

bool is_multiple(const Rational& value, const Rational& step) {
  return value.rounded_to(step, Rounding::toward_zero) == value;
}

void check_model(Table& table, const PumpModel& model) {
  if (!(model.min_rate_ml_h < model.max_rate_ml_h)) {
    table.fail("max_rate_ml_h", "must be above min_rate_ml_h");
    return;
  }
  const auto settable = [&model](const Rational& rate) {
    const Rational step = model.step_at(rate);
    return step.is_zero() || is_multiple(rate, step);
  };
  if (model.resolution.empty()) return;
  if (!settable(model.min_rate_ml_h)) table.fail("min_rate_ml_h", "is not a multiple of its step");
  if (!settable(model.max_rate_ml_h)) table.fail("max_rate_ml_h", "is not a multiple of its step");
}

std::vector<Route> read_routes(Table& table, std::string_view column) {
  std::vector<Route> routes;
  for (const std::string_view text : pieces(table.cell_if(column), ';')) {
    const std::optional<Route> route = bridge::named<Route>(text);
    if (!route || *route == Route::oral || *route == Route::intramuscular ||
        *route == Route::other) {
      table.fail(column, "must be routes of an infusion pump, separated by semicolons");
      return routes;
    }
    routes.push_back(*route);
  }
  return routes;
}

// What is not named, the model does not take.
std::vector<PumpAbility> read_abilities(Table& table) {
  constexpr std::string_view column = "supports";
  std::vector<PumpAbility> abilities;
  for (const std::string_view text : pieces(table.cell_if(column), ';')) {
    const std::optional<PumpAbility> ability = bridge::named<PumpAbility>(text);
    if (!ability) {
      table.fail(column, "must be of bolus, loading, pca, multistep, delay and piggyback");
    } else if (std::find(abilities.begin(), abilities.end(), *ability) != abilities.end()) {
      table.fail(column, "names one twice");
    } else {
      abilities.push_back(*ability);
    }
  }
  return abilities;
}

void read_what_it_takes(Table& table, PumpModel& model) {
  model.abilities = read_abilities(table);
  if (model.can(PumpAbility::delay) && !model.can(PumpAbility::multistep)) {
    table.fail("supports", "a delay stands between steps");
  }
  for (const std::string_view text : pieces(table.cell_if("syringes_ml"), ';')) {
    model.syringes_ml.push_back(table.number_in("syringes_ml", text));
  }
  if (model.kind == "IVP" && !model.syringes_ml.empty()) {
    table.fail("syringes_ml", "a pump of this kind takes no syringe");
  }
  model.routes = read_routes(table, "routes");
}

}  // namespace

EntityId normal_pump_id(const EntityId& sent) {
  if (sent.id.empty() && sent.namespace_id.empty() && !sent.universal_id.empty()) {
    return {sent.universal_id, sent.universal_id_type, "", ""};
  }
  EntityId result = sent;
  if (sent.universal_id_type == "EUI-64") {
    for (char& c : result.universal_id) {
      if (c >= 'a' && c <= 'f') c = static_cast<char>(c - 'a' + 'A');
    }
  }
  return result;
}

// Builds a registry from its two tables, collecting faults.
class PumpTables {
 public:
  Result<PumpRegistry, Faults> load(std::string_view models_csv, std::string_view pumps_csv) {
    read_models(models_csv);
    read_pumps(pumps_csv);
    if (!faults_.empty()) return std::move(faults_);
    return std::move(registry_);
  }

 private:
  void read_models(std::string_view text);
  void read_pumps(std::string_view text);
  void add_pump(Table& table, Pump pump, const std::string& maker_name);

  Faults faults_;
  PumpRegistry registry_;
  bool models_read_ = false;
};

void PumpTables::read_models(std::string_view text) {
  Table table(models_name, text, faults_);
  if (!table.has_columns({"model", "kind", "min_rate_ml_h", "max_rate_ml_h", "max_volume_ml",
                          "resolution", "note"},
                         {"supports", "syringes_ml", "routes"})) {
    return;
  }
  models_read_ = true;
  constexpr std::array<std::string_view, 3> kinds = {"IVP", "SYR", "PCA"};
  for (const CsvTable::Row& row : table.rows()) {
    table.begin(row);
    const std::size_t before = faults_.size();
    PumpModel model;
    model.model = table.filled("model");
    model.kind = table.filled("kind");
    if (!model.kind.empty() && std::find(kinds.begin(), kinds.end(), model.kind) == kinds.end()) {
      table.fail("kind", "must be IVP, SYR or PCA (HL7 table 0164)");
    }
    model.min_rate_ml_h = table.number("min_rate_ml_h");
    model.max_rate_ml_h = table.number("max_rate_ml_h");
    model.max_volume_ml = table.number("max_volume_ml");
    model.resolution = read_resolution(table);
    read_what_it_takes(table, model);
    if (faults_.size() == before) check_model(table, model);
    const auto at = static_cast<std::uint32_t>(registry_.models_.size());
    if (!registry_.models_by_name_.emplace(model.model, at).second) {
      table.fail("model", "another row has this model");
    }
    registry_.models_.push_back(std::move(model));
  }
}

void PumpTables::read_pumps(std::string_view text) {
  Table table(pumps_name, text, faults_);
  if (!table.has_columns({"id", "maker_name", "maker_id", "maker_id_type", "gateway", "model",
                          "care_area", "dedicated_to", "note"})) {
    return;
  }
  for (const CsvTable::Row& row : table.rows()) {
    table.begin(row);
    Pump pump;
    const EntityId sent{table.filled("id"), "", table.cell("maker_id"),
                        table.cell("maker_id_type")};
    const std::string& maker_name = table.cell("maker_name");
    if (sent.universal_id.empty() != sent.universal_id_type.empty()) {
      table.fail("maker_id_type", "maker_id and maker_id_type stand together or not at all");
    }
    if (sent.universal_id.empty() && maker_name.empty()) {
      table.fail("maker_id", "a pump needs a maker, by maker_id or by maker_name");
    }
    // A key of journal and lanes: always the same form, the new one when the maker has an id.
    pump.pump = normal_pump_id(sent);
    if (sent.universal_id.empty()) pump.pump.namespace_id = maker_name;
    pump.gateway = table.filled("gateway");
    pump.model = table.filled("model");
    if (models_read_ && !pump.model.empty() && !registry_.models_by_name_.contains(pump.model)) {
      table.fail("model", "pump_models.csv has no such model");
    }
    pump.care_area = table.cell("care_area");
    pump.dedicated_to = read_routes(table, "dedicated_to");
    add_pump(table, std::move(pump), maker_name);
  }
}

void PumpTables::add_pump(Table& table, Pump pump, const std::string& maker_name) {
  const EntityId& id = pump.pump;
  std::vector<std::string> keys;
  if (!id.universal_id.empty() && !id.universal_id_type.empty()) {
    keys.push_back(key_of(id.id, id.universal_id, id.universal_id_type));
    // A gateway of the deprecated form may call the maker by its universal id.
    keys.push_back(key_of(id.id, id.universal_id, ""));
  }
  if (!maker_name.empty() && maker_name != id.universal_id) {
    keys.push_back(key_of(id.id, maker_name, ""));
  }
  const auto at = static_cast<std::uint32_t>(registry_.pumps_.size());
  bool alone = true;
  for (const std::string& key : keys) {
    if (!registry_.pumps_by_key_.emplace(key, at).second) alone = false;
  }
  if (!alone && !id.id.empty()) table.fail("id", "another row has this pump of this maker");
  registry_.pumps_.push_back(std::move(pump));
}

Result<PumpRegistry, Faults> PumpRegistry::load(std::string_view models_csv,
                                                std::string_view pumps_csv) {
  return PumpTables().load(models_csv, pumps_csv);
}

const Pump* PumpRegistry::pump(const EntityId& sent) const {
  const EntityId id = normal_pump_id(sent);
  const auto by = [this, &id](std::string_view maker, std::string_view type) -> const Pump* {
    const auto found = pumps_by_key_.find(key_of(id.id, maker, type));
    return found == pumps_by_key_.end() ? nullptr : &pumps_[found->second];
  };
  if (id.id.empty()) return nullptr;
  if (id.universal_id.empty()) {
    return id.namespace_id.empty() ? nullptr : by(id.namespace_id, "");
  }
  if (id.universal_id_type.empty()) return nullptr;  // says nothing about who numbers the makers
  const Pump* pump = by(id.universal_id, id.universal_id_type);
  if (id.namespace_id.empty() || pump == nullptr) return pump;
  return by(id.namespace_id, "") == pump ? pump : nullptr;
}

const PumpModel& PumpRegistry::model(const Pump& pump) const {
  const auto found = models_by_name_.find(pump.model);
  BRIDGE_ASSERT(found != models_by_name_.end());
  return models_[found->second];
}

Faults PumpRegistry::faults_against(const DrugLibrary& library) const {
  Faults faults;
  for (const Pump& pump : pumps_) {
    if (pump.care_area.empty() || library.care_area(pump.care_area) != nullptr) continue;
    faults.push_back({FaultCode::configuration_wrong, "pumps.csv, " + pump.pump.id,
                      "the drug library has no such care area"});
  }
  return faults;
}

}  // namespace bridge::library
