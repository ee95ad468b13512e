// Looks actors up by id and by name.  In: the entries of actors*.jsonl.  Out: actor numbers.
// Tested by tests/actors/catalog_test.cpp.
#include "actors/catalog.hpp"

#include "actors/catalog_file.hpp"
#include "actors/petrarch_file.hpp"
#include "base/utf8.hpp"
#include "text/fold.hpp"

#include <dateline/error.hpp>

#include <algorithm>

namespace dateline::actors {
namespace {

// Of two actors of one name: who is meant more often.
int kind_rank(std::string_view kind) {
  constexpr std::string_view kOrder[] = {"country", "person", "org", "office", "place"};
  return static_cast<int>(std::find(std::begin(kOrder), std::end(kOrder), kind) -
                          std::begin(kOrder));
}

bool fits(const Actor& actor, std::string_view kind) {
  if (kind.empty() || actor.kind == kind) return true;
  return kind == "place" && actor.kind == "country";
}

}  // namespace

std::string fold_name(std::string_view name) {
  const std::string folded = text::fold_accents(text::fold_case(name));
  std::string out;
  for (const char c : folded) {
    if (c == '.') continue;
    if (c == '-' || c == '_' || base::is_ascii_space(c)) {
      if (!out.empty() && out.back() != ' ') out.push_back(' ');
    } else {
      out.push_back(c);
    }
  }
  if (out.ends_with("'s")) out.resize(out.size() - 2);
  while (!out.empty() && (out.back() == ' ' || out.back() == '\'')) out.pop_back();
  if (out.starts_with("the ")) out.erase(0, 4);
  return out;
}

Catalog Catalog::load(std::span<const std::filesystem::path> files) {
  Catalog catalog;
  std::vector<CatalogRecord> records;
  for (const auto& file : files) {
    if (is_petrarch_file(file)) continue;
    for (CatalogRecord& record : read_catalog_file(file)) {
      catalog.add(std::move(record.entry), record.where);
      records.push_back(std::move(record));
    }
  }
  for (const auto& file : files) {
    if (!is_petrarch_file(file)) continue;
    for (CatalogRecord& record : read_petrarch_file(file)) {
      if (catalog.add_names(record.entry)) continue;
      catalog.add(std::move(record.entry), record.where);
      records.push_back(std::move(record));
    }
  }
  catalog.link(records);
  return catalog;
}

void Catalog::add(Entry entry, const std::string& where) {
  const auto number = static_cast<ActorNumber>(entries_.size());
  if (!by_id_.emplace(entry.actor.id, number).second) {
    throw Error(ErrorCode::kInvalid, "load actors", where,
                "the id " + entry.actor.id + " is there twice", "give each actor one record");
  }
  entries_.push_back(std::move(entry));
}

// False when nobody has the entry's id.
bool Catalog::add_names(const Entry& entry) {
  const auto number = find(entry.actor.id);
  if (!number) return false;
  auto& names = entries_[*number].names;
  names.insert(names.end(), entry.names.begin(), entry.names.end());
  return true;
}

void Catalog::link(std::span<const CatalogRecord> records) {
  const auto number_of = [this](const std::string& id, const CatalogRecord& record) {
    const auto number = find(id);
    if (number) return *number;
    throw Error(ErrorCode::kInvalid, "load actors", record.where, "there is no actor " + id,
                "name listed actors in \"of\" and \"holders\"");
  };
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    Entry& entry = entries_[i];
    if (!records[i].of.empty()) entry.of = number_of(records[i].of, records[i]);
    entry.actor.of = records[i].of;
    if (entry.actor.kind != "office") continue;
    for (const Actor::Holding& holding : entry.actor.offices) {
      const ActorNumber holder = number_of(holding.id, records[i]);
      if (entries_[holder].actor.kind == "office") {
        throw Error(ErrorCode::kInvalid, "load actors", records[i].where,
                    holding.id + " is an office itself", "name who holds it");
      }
      entries_[holder].actor.offices.push_back({entry.actor.id, holding.from, holding.until});
    }
  }
}

Catalog::ByName Catalog::index_names() const {
  ByName by_name;
  const auto add_name = [&by_name](std::string_view name, ActorNumber actor, int rank) {
    auto& asked = by_name[fold_name(name)];
    const auto same =
        std::find_if(asked.begin(), asked.end(), [&](const Asked& a) { return a.actor == actor; });
    if (same == asked.end()) {
      asked.push_back({actor, rank});
    } else {
      same->rank = std::min(same->rank, rank);
    }
  };
  for (ActorNumber number = 0; number < entries_.size(); ++number) {
    const Entry& entry = entries_[number];
    add_name(entry.actor.id, number, 0);
    for (const std::string& alias : entry.aliases) add_name(alias, number, 0);
    for (const Name& name : entry.names) {
      if (!name.is_not) add_name(name.text, number, name.how == How::kName ? 0 : 1);
    }
  }
  for (auto& [name, asked] : by_name) {
    std::stable_sort(asked.begin(), asked.end(), [this](const Asked& a, const Asked& b) {
      return std::pair(a.rank, kind_rank(entries_[a.actor].actor.kind)) <
             std::pair(b.rank, kind_rank(entries_[b.actor].actor.kind));
    });
  }
  return by_name;
}

AlikeNames Catalog::index_alike() const {
  AlikeNames alike;
  for (ActorNumber number = 0; number < entries_.size(); ++number) {
    const Entry& entry = entries_[number];
    for (const Name& name : entry.names) {
      const bool asked = !name.is_not && name.how == How::kName;
      if (asked) alike.add(number, name.text, entry.actor.kind == "person");
    }
    if (entry.actor.kind != "person") continue;
    const std::size_t surname = entry.actor.name.rfind(' ');
    if (surname != std::string::npos) {
      alike.add(number, entry.actor.name.substr(surname + 1), true);
    }
  }
  return alike;
}

const Catalog::ByName& Catalog::by_name() const {
  return lookup_->by_name.get([this] { return index_names(); });
}

const AlikeNames& Catalog::alike() const {
  return lookup_->alike.get([this] { return index_alike(); });
}

Catalog::Understood Catalog::understand(std::string_view name, std::string_view kind) const {
  Understood result{named(name, kind), true};
  if (!result.actors.empty()) return result;
  result.listed = false;
  for (const bool by_sound : {true, false}) {
    for (const ActorNumber number :
         by_sound ? alike().sounding_like(name) : alike().written_like(name)) {
      if (fits(entries_[number].actor, kind)) result.actors.push_back(number);
    }
    if (!result.actors.empty()) break;
  }
  return result;
}

std::optional<ActorNumber> Catalog::person_like(std::string_view full_name) const {
  const auto found = alike().person_like(full_name);
  return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
}

std::optional<ActorNumber> Catalog::find(std::string_view id) const {
  const auto found = by_id_.find(std::string(id));
  return found == by_id_.end() ? std::nullopt : std::optional(found->second);
}

std::string Catalog::name_of(std::string_view id) const {
  const auto number = find(id);
  return number ? (*this)[*number].actor.name : std::string(id);
}

std::vector<ActorNumber> Catalog::named(std::string_view name, std::string_view kind) const {
  std::vector<ActorNumber> result;
  const auto found = by_name().find(fold_name(name));
  if (found == by_name().end()) return result;
  for (const Asked& asked : found->second) {
    if (fits(entries_[asked.actor].actor, kind)) result.push_back(asked.actor);
  }
  return result;
}

std::vector<ActorNumber> Catalog::named_exactly(std::string_view name) const {
  std::vector<ActorNumber> result;
  if (by_name().empty()) return result;
  const auto found = by_name().find(fold_name(name));
  if (found == by_name().end()) return result;
  for (const Asked& asked : found->second) {
    if (asked.rank == 0) result.push_back(asked.actor);
  }
  return result;
}

}  // namespace dateline::actors
