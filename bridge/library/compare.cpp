// SPDX-License-Identifier: Apache-2.0
#include "library/compare.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "json/write.h"
#include "library/lint.h"
#include "library/lint_rules.h"

namespace bridge::library {
namespace {

using Parts = DrugLibrary::Parts;

std::string yes_or_no(bool flag) { return flag ? "yes" : "no"; }

// "+25", "-100/3": nothing is rounded.
std::string percent_of(const Rational& before, const Rational& after) {
  if (before.is_zero()) return {};
  const Rational percent = (after - before) / before * Rational(100);
  return (percent.is_negative() ? "" : "+") + percent.text();
}

bool same_bag(const Concentration& a, const Concentration& b) {
  return a.amount.exact() == b.amount.exact() && a.volume.exact() == b.volume.exact();
}

bool has_bag(const Setup& setup, const Concentration& bag) {
  return std::any_of(setup.concentrations.begin(), setup.concentrations.end(),
                     [&bag](const Concentration& one) { return same_bag(one, bag); });
}

bool share_a_bag(const Setup& a, const Setup& b) {
  if (a.concentrations.empty() && b.concentrations.empty()) return true;
  return std::any_of(a.concentrations.begin(), a.concentrations.end(),
                     [&b](const Concentration& bag) { return has_bag(b, bag); });
}

// Which setups are meant for the same orders, but for their bags.
std::string key_of(const Setup& setup) {
  std::string key = setup.care_area + '\n' + setup.drug + '\n' + std::string(name_of(setup.mode));
  if (!setup.dosing_unit) return key;
  const Dimension& d = setup.dosing_unit->dimension();
  for (const std::int8_t exponent : {d.volume, d.mass, d.mole, d.equivalent, d.international_unit,
                                     d.arbitrary_unit, d.time, d.body_weight, d.area, d.length}) {
    key.append("\n").append(std::to_string(exponent));
  }
  return key;
}

bool same_window(const Limit& a, const Limit& b) {
  if (a.window.has_value() != b.window.has_value()) return false;
  return !a.window ||
         (a.window->lifetime == b.window->lifetime && a.window->hours == b.window->hours);
}

// " in 24 h"
std::string window_words(const Limit& limit) {
  if (!limit.window) return {};
  return limit.window->lifetime ? " in a lifetime" : " in " + limit.window->hours.text() + " h";
}

template <class Item>
const Item* with_id(const std::vector<Item>& items, const std::string& id) {
  const auto found =
      std::find_if(items.begin(), items.end(), [&id](const Item& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

// As the file has them: in the order of the parts.
json::Value tree_of(const LoadedLibrary& library) {
  constexpr json::Limits limits = {
      .max_bytes = 256U << 20U, .max_values = 16'000'000, .max_depth = 12};
  Result<json::Value> tree = json::parse(library.canonical, json::Comments::refused, limits);
  BRIDGE_ASSERT(tree.has_value());  // canonical_form() wrote it
  return std::move(tree).value();
}

std::string words_of(const json::Value* value) {
  if (value == nullptr) return {};
  return value->is_string() ? value->as_string() : json::write(*value);
}

using Names = std::initializer_list<std::string_view>;

class Comparing {
 public:
  Comparing(const LoadedLibrary& before, const LoadedLibrary& after)
      : before_(before.library.parts()),
        after_(after.library.parts()),
        before_tree_(tree_of(before)),
        after_tree_(tree_of(after)) {}

  Comparison run() {
    head();
    care_areas();
    drugs();
    setups();
    history();
    for (const Approver& one : after_.provenance.approvers) {
      result_.committee_approves |= one.role == ApproverRole::committee;
    }
    return std::move(result_);
  }

 private:
  void tell(std::string what, std::string before, std::string after, Direction direction) {
    Difference difference = here_;
    difference.what = std::move(what);
    difference.before = std::move(before);
    difference.after = std::move(after);
    difference.direction = direction;
    result_.differences.push_back(std::move(difference));
  }
  void text(std::string what, const std::string& before, const std::string& after) {
    if (before != after) tell(std::move(what), before, after, Direction::changed);
  }
  // Members that nothing else here compares.
  void others(const std::string& prefix, const json::Value* before, const json::Value* after,
              Names known) {
    std::set<std::string> names;
    for (const json::Value* one : {before, after}) {
      if (one == nullptr) continue;
      for (const json::Member& member : one->members()) names.insert(member.key);
    }
    for (const std::string& name : names) {
      if (std::find(known.begin(), known.end(), name) != known.end()) continue;
      const json::Value* was = before == nullptr ? nullptr : before->find(name);
      const json::Value* is = after == nullptr ? nullptr : after->find(name);
      if (was == nullptr ? is == nullptr : is != nullptr && *was == *is) continue;
      tell(prefix + name, words_of(was), words_of(is), Direction::changed);
    }
  }
  // The item that a part was read from.
  template <class Item>
  static const json::Value* item(const json::Value& tree, std::string_view list,
                                 const std::vector<Item>& items, const Item& one) {
    return tree.find(list)->at(static_cast<std::size_t>(&one - items.data()));
  }
  // A maximum that grows, or a minimum that falls, lets more pass.
  void figure(const std::string& what, bool is_max, const std::optional<Decimal>& before,
              const std::optional<Decimal>& after, Unit before_unit, Unit after_unit) {
    const auto words = [](const std::optional<Decimal>& value, Unit unit) {
      return value ? value->text() + " " + std::string(unit.ucum()) : std::string();
    };
    if (!before && !after) return;
    Direction direction = after ? Direction::tightened : Direction::loosened;
    std::string percent;
    if (before && after) {
      const Rational was = in_base(*before, before_unit);
      const Rational is = in_base(*after, after_unit);
      if (was == is && before_unit == after_unit) return;
      direction = was == is              ? Direction::changed
                  : (is > was) == is_max ? Direction::loosened
                                         : Direction::tightened;
      percent = percent_of(was, is);
    }
    tell(what, words(before, before_unit), words(after, after_unit), direction);
    Difference& told = result_.differences.back();
    told.percent = percent;
    told.needs_committee = direction == Direction::loosened && what.ends_with(" hard_max");
  }
  template <class Texts>
  void list(const std::string& what, const Texts& before, const Texts& after, Direction more,
            Direction less) {
    const std::set<std::string> was(before.begin(), before.end());
    const std::set<std::string> is(after.begin(), after.end());
    for (const std::string& one : was) {
      if (!is.contains(one)) tell(what, one, "", less);
    }
    for (const std::string& one : is) {
      if (!was.contains(one)) tell(what, "", one, more);
    }
  }

  void head();
  void care_areas();
  void drugs();
  void drug(const Drug& before, const Drug& after);
  void setups();
  void setup(const Setup& before, const Setup& after);
  void limits(const Setup& before, const Setup& after);
  void one_limit(const Limit* before, const Limit* after);
  void list_others(const std::string& name);
  void history();

  const Parts& before_;
  const Parts& after_;
  const json::Value before_tree_;
  const json::Value after_tree_;
  Difference here_;
  Comparison result_;
};

// Objects of a list in which each is told by all of itself.
void Comparing::list_others(const std::string& name) {
  const auto items = [&name](const json::Value& tree) {
    std::vector<std::string> all;
    const json::Value* found = tree.find(name);
    if (found == nullptr) return all;
    for (const json::Value& one : found->items()) all.push_back(json::write(one));
    return all;
  };
  list(name, items(before_tree_), items(after_tree_), Direction::added, Direction::removed);
}

void Comparing::head() {
  text("version", before_.version, after_.version);
  text("serial", std::to_string(before_.serial), std::to_string(after_.serial));
  text("status", std::string(name_of(before_.status)), std::string(name_of(after_.status)));
  text("notice", before_.notice, after_.notice);
  text("for_clinical_use", yes_or_no(before_.for_clinical_use), yes_or_no(after_.for_clinical_use));
  text("effective_from", before_.effective_from.utc(), after_.effective_from.utc());
  const auto until = [](const Parts& parts) {
    return parts.effective_until ? parts.effective_until->utc() : std::string();
  };
  text("effective_until", until(before_), until(after_));
  others("", &before_tree_, &after_tree_,
         {"format",          "id",     "version",          "serial",
          "status",          "notice", "for_clinical_use", "effective_from",
          "effective_until", "site",   "author",           "approvers",
          "parent",          "reason", "changes",          "acknowledgements",
          "care_areas",      "drugs",  "setups",           "compatibility"});
  list_others("acknowledgements");
  list_others("compatibility");
}

void Comparing::care_areas() {
  static const Unit kilogram = *Unit::from_ucum("kg");
  for (const CareArea& was : before_.care_areas) {
    here_ = {};
    here_.care_area = was.id;
    const CareArea* is = with_id(after_.care_areas, was.id);
    if (is == nullptr) {
      tell("care area", was.name, "", Direction::removed);
      continue;
    }
    text("name", was.name, is->name);
    list("location", was.locations, is->locations, Direction::added, Direction::removed);
    figure("min_weight_kg", false, was.min_weight_kg, is->min_weight_kg, kilogram, kilogram);
    figure("max_weight_kg", true, was.max_weight_kg, is->max_weight_kg, kilogram, kilogram);
    others("", item(before_tree_, "care_areas", before_.care_areas, was),
           item(after_tree_, "care_areas", after_.care_areas, *is),
           {"id", "name", "locations", "min_weight_kg", "max_weight_kg"});
  }
  for (const CareArea& is : after_.care_areas) {
    here_ = {};
    here_.care_area = is.id;
    if (with_id(before_.care_areas, is.id) == nullptr) {
      tell("care area", "", is.name, Direction::added);
    }
  }
}

void Comparing::drugs() {
  for (const Drug& was : before_.drugs) {
    here_ = {};
    here_.drug = was.id;
    const Drug* is = with_id(after_.drugs, was.id);
    if (is == nullptr) {
      tell("drug", was.display, "", Direction::removed);
    } else {
      drug(was, *is);
    }
  }
  for (const Drug& is : after_.drugs) {
    here_ = {};
    here_.drug = is.id;
    if (with_id(before_.drugs, is.id) == nullptr) tell("drug", "", is.display, Direction::added);
  }
}

void Comparing::drug(const Drug& before, const Drug& after) {
  text("display", before.display, after.display);
  const auto codes = [](const Drug& held) {
    std::vector<std::string> all;
    for (const DrugCode& one : held.codes) all.push_back(one.code + "^" + one.system);
    return all;
  };
  const auto routes = [](const Drug& held) {
    std::vector<std::string> all;
    for (const Route one : held.routes) all.emplace_back(name_of(one));
    return all;
  };
  list("code", codes(before), codes(after), Direction::added, Direction::removed);
  list("name", before.names, after.names, Direction::added, Direction::removed);
  list("route", routes(before), routes(after), Direction::loosened, Direction::tightened);
  if (before.high_alert != after.high_alert) {
    tell("high_alert", yes_or_no(before.high_alert), yes_or_no(after.high_alert),
         after.high_alert ? Direction::tightened : Direction::loosened);
  }
  others("", item(before_tree_, "drugs", before_.drugs, before),
         item(after_tree_, "drugs", after_.drugs, after),
         {"id", "display", "codes", "names", "routes", "high_alert"});
}

// First the setups that share a bag, then, where one is left on each side, those two: its bags were
// all replaced. What is left over was removed or added.
void Comparing::setups() {
  std::map<std::string, std::vector<const Setup*>> left;
  for (const Setup& is : after_.setups) left[key_of(is)].push_back(&is);
  std::map<std::string, std::vector<const Setup*>> unmatched;
  std::vector<std::pair<const Setup*, const Setup*>> pairs;
  for (const Setup& was : before_.setups) {
    std::vector<const Setup*>& candidates = left[key_of(was)];
    const auto found = std::find_if(candidates.begin(), candidates.end(),
                                    [&was](const Setup* is) { return share_a_bag(was, *is); });
    if (found == candidates.end()) {
      unmatched[key_of(was)].push_back(&was);
      continue;
    }
    pairs.emplace_back(&was, *found);
    candidates.erase(found);
  }
  for (auto& [key, lost] : unmatched) {
    std::vector<const Setup*>& found = left[key];
    if (lost.size() == 1 && found.size() == 1) {
      pairs.emplace_back(lost.front(), found.front());
      lost.clear();
      found.clear();
    }
  }
  std::sort(pairs.begin(), pairs.end());  // both point into a vector: the order of the old file
  for (const auto& [was, is] : pairs) setup(*was, *is);
  const auto alone = [this](const Setup& one, bool added) {
    here_ = {};
    here_.care_area = one.care_area;
    here_.drug = one.drug;
    here_.setup = library::words_of(one).substr(one.care_area.size() + 2);
    std::string words;
    for (const Limit& limit : one.limits) {
      words.append(words.empty() ? "" : "; ").append(name_of(limit.quantity));
      words.append(window_words(limit)).append(" ").append(library::words_of(limit));
    }
    tell("setup", added ? "" : words, added ? words : "",
         added ? Direction::added : Direction::removed);
  };
  for (const auto& [key, lost] : unmatched) {
    for (const Setup* one : lost) alone(*one, false);
  }
  for (const auto& [key, found] : left) {
    for (const Setup* one : found) alone(*one, true);
  }
}

void Comparing::setup(const Setup& before, const Setup& after) {
  here_ = {};
  here_.care_area = after.care_area;
  here_.drug = after.drug;
  here_.setup = library::words_of(after).substr(after.care_area.size() + 2);
  if (before.dosing_unit != after.dosing_unit) {
    text("dosing_unit", std::string(before.dosing_unit->ucum()),
         std::string(after.dosing_unit->ucum()));
  }
  const auto words = [](const Concentration& bag) {
    return bag.amount.ucum_text() + " in " + bag.volume.ucum_text();
  };
  for (const Concentration& bag : before.concentrations) {
    if (!has_bag(after, bag)) tell("concentration", words(bag), "", Direction::removed);
  }
  for (const Concentration& bag : after.concentrations) {
    if (!has_bag(before, bag)) tell("concentration", "", words(bag), Direction::added);
  }
  if (before.piggyback != after.piggyback) {
    tell("piggyback", yes_or_no(before.piggyback), yes_or_no(after.piggyback),
         after.piggyback ? Direction::loosened : Direction::tightened);
  }
  limits(before, after);
  others("", item(before_tree_, "setups", before_.setups, before),
         item(after_tree_, "setups", after_.setups, after),
         {"care_area", "drug", "mode", "dosing_unit", "concentrations", "piggyback", "limits"});
}

void Comparing::limits(const Setup& before, const Setup& after) {
  const auto like = [](const Limit& wanted) {
    return [&wanted](const Limit& one) {
      return one.quantity == wanted.quantity && same_window(one, wanted) &&
             one.unit.dimension() == wanted.unit.dimension();
    };
  };
  for (const Limit& was : before.limits) {
    const auto is = std::find_if(after.limits.begin(), after.limits.end(), like(was));
    one_limit(&was, is == after.limits.end() ? nullptr : &*is);
  }
  for (const Limit& is : after.limits) {
    if (std::none_of(before.limits.begin(), before.limits.end(), like(is))) one_limit(nullptr, &is);
  }
}

void Comparing::one_limit(const Limit* before, const Limit* after) {
  const Limit& any = before != nullptr ? *before : *after;
  const std::string quantity = std::string(name_of(any.quantity)) + window_words(any);
  const Limit none{.quantity = any.quantity,
                   .unit = any.unit,
                   .window = {},
                   .hard_min = {},
                   .soft_min = {},
                   .soft_max = {},
                   .hard_max = {},
                   .source = {},
                   .rationale = {}};
  const Limit& was = before != nullptr ? *before : none;
  const Limit& is = after != nullptr ? *after : none;
  const auto mine = bounds_of(was);
  const auto theirs = bounds_of(is);
  for (std::size_t at = 0; at < mine.size(); ++at) {
    const std::string_view name = mine[at].name;
    figure(quantity + " " + std::string(name), name.ends_with("max"), *mine[at].value,
           *theirs[at].value, was.unit, is.unit);
  }
  if (before == nullptr || after == nullptr) return;
  text(quantity + " source", was.source, is.source);
  text(quantity + " rationale", was.rationale, is.rationale);
}

void Comparing::history() {
  const auto fail = [this](std::string place, std::string detail) {
    result_.history.push_back({FaultCode::library_unusable, std::move(place), std::move(detail)});
  };
  if (before_.id != after_.id) fail("id", "is another library's");
  if (after_.serial <= before_.serial) fail("serial", "does not grow");
  const auto& parent = after_.provenance.parent;
  if (!parent) {
    fail("parent", "is not named");
  } else if (parent->serial == before_.serial && parent->content_hash != before_.content_hash) {
    fail("parent", "has the old file's serial and another content hash");
  }
  const std::vector<Change>& old = before_.provenance.changes;
  const std::vector<Change>& now = after_.provenance.changes;
  if (now.size() < old.size() || !std::equal(old.begin(), old.end(), now.begin())) {
    fail("changes", "an entry of the old file is missing or was altered; the log is only added to");
  }
}

}  // namespace

bool Comparison::needs_committee() const {
  return std::any_of(differences.begin(), differences.end(),
                     [](const Difference& one) { return one.needs_committee; });
}

Comparison compare(const LoadedLibrary& before, const LoadedLibrary& after) {
  return Comparing(before, after).run();
}

}  // namespace bridge::library
