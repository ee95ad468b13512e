// The actors that a recipe lists, with every name they go by.
// In: actors*.jsonl files.  Out: actors by id, and by any name a user may type.
// Invariants: ids are unique; holders and `of` name actors of the catalog.
// Tested by tests/actors/catalog_test.cpp.
#pragma once

#include "actors/alike.hpp"
#include "base/lazy.hpp"

#include <dateline/date.hpp>
#include <dateline/mention.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline::actors {

using ActorNumber = std::uint32_t;  // place in the catalog

struct CatalogRecord;

struct Name {
  std::string text;
  How how = How::kName;
  bool is_not = false;    // a longer expression that is nobody, unless it is another actor's name
  bool is_short = false;  // counts only where the article speaks of the actor or its country
};

struct Entry {
  Actor actor;
  std::vector<Name> names;           // matched in texts, in their own case
  std::vector<std::string> aliases;  // only for asking
  std::optional<ActorNumber> of;     // the country or body of an office, a capital, ...
};

class Catalog {
 public:
  Catalog() = default;
  // Throws Error(kInvalid) with file:line.
  static Catalog load(std::span<const std::filesystem::path> files);

  std::span<const Entry> entries() const { return entries_; }
  const Entry& operator[](ActorNumber number) const { return entries_[number]; }
  std::optional<ActorNumber> find(std::string_view id) const;
  // The usual name of the actor of an id; the id itself when there is none.
  std::string name_of(std::string_view id) const;

  // The actors that a user may mean by a name, in any case, the likeliest first.
  // Ids, names and aliases come before adjectives and metonyms; `kind` may be empty.
  std::vector<ActorNumber> named(std::string_view name, std::string_view kind = {}) const;
  // The same without adjectives and metonyms.
  std::vector<ActorNumber> named_exactly(std::string_view name) const;

  // Whom a user means by a name: by one of its names, or else by a spelling that no list holds or a
  // slip of the pen.
  struct Understood {
    std::vector<ActorNumber> actors;
    bool listed = true;  // false: the name itself is nobody's
  };
  Understood understand(std::string_view name, std::string_view kind = {}) const;
  // The person whose full name this is in another spelling.
  std::optional<ActorNumber> person_like(std::string_view full_name) const;

 private:
  struct Asked {
    ActorNumber actor;
    int rank;  // 0 id, name, alias; 1 adjective, metonym
  };
  void add(Entry entry, const std::string& where);
  bool add_names(const Entry& entry);
  void link(std::span<const CatalogRecord> records);
  using ByName = std::unordered_map<std::string, std::vector<Asked>>;  // folded
  // What only questions need is made for the first one.
  struct Lookup {
    base::Lazy<ByName> by_name;
    base::Lazy<AlikeNames> alike;
  };
  const ByName& by_name() const;
  const AlikeNames& alike() const;
  ByName index_names() const;
  AlikeNames index_alike() const;

  std::vector<Entry> entries_;
  std::unordered_map<std::string, ActorNumber> by_id_;
  std::shared_ptr<Lookup> lookup_ = std::make_shared<Lookup>();
};

// The form under which names are compared when a user asks: case, accents and white space folded,
// full stops and possessives gone.
std::string fold_name(std::string_view name);

}  // namespace dateline::actors
