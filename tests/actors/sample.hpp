// What tests of actors share: a small catalog, passages of a text, mentions as one line of text.
#pragma once

#include "actors/catalog.hpp"
#include "actors/mentions.hpp"
#include "article/passages.hpp"
#include "base/temp_folder.hpp"
#include "text/words.hpp"

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::actors {

inline void write_file(const std::filesystem::path& file, std::string_view bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

// The catalog of one file with these lines; not where the test holds a TempFolder itself.
inline Catalog load_catalog(std::string_view lines) {
  const TempFolder folder;
  write_file(folder / "actors.jsonl", lines);
  const std::vector<std::filesystem::path> files{folder / "actors.jsonl"};
  return Catalog::load(files);
}

inline constexpr std::string_view kSampleActors = R"({"as_of": "2025-02-01"}
{"id": "us", "kind": "country", "name": "United States", "names": ["US", "U.S.", "America"], "adjectives": ["American", "Americans"], "metonyms": ["Washington"], "not": ["US Open", "Bank of America"], "aliases": ["usa", "the States"]}
{"id": "washington", "kind": "place", "name": "Washington", "of": "us"}
{"id": "russia", "kind": "country", "name": "Russia", "adjectives": ["Russian", "Russians"], "metonyms": ["the Kremlin", "Moscow"]}
{"id": "moscow", "kind": "place", "name": "Moscow", "of": "russia"}
{"id": "ukraine", "kind": "country", "name": "Ukraine", "names": ["Україна"], "adjectives": ["Ukrainian"], "metonyms": ["Kyiv"]}
{"id": "kyiv", "kind": "place", "name": "Kyiv", "of": "ukraine", "aliases": ["Kiev"]}
{"id": "georgia", "kind": "country", "name": "Georgia", "adjectives": ["Georgian"]}
{"id": "tbilisi", "kind": "place", "name": "Tbilisi", "of": "georgia"}
{"id": "georgia-state", "kind": "place", "name": "Georgia", "of": "us", "not": ["Georgia Tech"]}
{"id": "atlanta", "kind": "place", "name": "Atlanta", "of": "us"}
{"id": "donald-trump", "kind": "person", "name": "Donald Trump", "names": ["Trump", "Donald J. Trump"], "not": ["Trump Tower"]}
{"id": "joe-biden", "kind": "person", "name": "Joe Biden", "names": ["Biden"]}
{"id": "vladimir-putin", "kind": "person", "name": "Vladimir Putin", "names": ["Putin"]}
{"id": "boris-yeltsin", "kind": "person", "name": "Boris Yeltsin", "names": ["Yeltsin"]}
{"id": "us-president", "kind": "office", "name": "US president", "names": ["US President", "American president", "president of the United States"], "of": "us", "holders": [{"id": "donald-trump", "from": "2017-01-20", "until": "2021-01-20"}, {"id": "joe-biden", "from": "2021-01-20", "until": "2025-01-20"}, {"id": "donald-trump", "from": "2025-01-20"}]}
{"id": "russian-president", "kind": "office", "name": "Russian president", "names": ["Russian President"], "of": "russia", "holders": [{"id": "boris-yeltsin", "from": "1991-07-10", "until": "1999-12-31"}, {"id": "vladimir-putin", "from": "2012-05-07"}]}
{"id": "who", "kind": "org", "name": "World Health Organization", "names": ["WHO"]}
{"id": "bank-of-america", "kind": "org", "name": "Bank of America"}
{"id": "von-der-leyen", "kind": "person", "name": "Ursula von der Leyen", "names": ["von der Leyen"]}
{"id": "saint-exupery", "kind": "person", "name": "Antoine de Saint-Exupéry"}
)";

// Passages over texts of their own; holds the texts.
class Passages {
 public:
  explicit Passages(std::vector<std::pair<Field, std::string>> parts) : parts_(std::move(parts)) {
    text::WordBreaker breaker;
    for (const auto& [field, text] : parts_) {
      passages_.push_back({field, text, {0, text.size()}, {}, 0, false});
      breaker.find(text, passages_.back().words);
      passages_.back().shouting = article::is_shouting(passages_.back());
    }
  }
  Passages(const Passages&) = delete;
  Passages& operator=(const Passages&) = delete;
  explicit Passages(std::string text)
      : Passages(std::vector<std::pair<Field, std::string>>{{Field::kBody, std::move(text)}}) {}
  std::vector<article::Passage>& get() { return passages_; }

 private:
  std::vector<std::pair<Field, std::string>> parts_;
  std::vector<article::Passage> passages_;
};

// "russia adjective [Russian], vladimir-putin name [Putin]"
inline std::string show(const Catalog& catalog, const std::vector<article::Passage>& passages,
                        const std::vector<Found>& mentions) {
  std::string line;
  for (const Found& found : mentions) {
    const std::string_view text = passages[found.passage].text;
    line.append(line.empty() ? "" : ", ").append(catalog[found.actor].actor.id).append(" ");
    line.append(how_name(found.how)).append(" [");
    line.append(text.substr(found.range.begin, found.range.size())).append("]");
  }
  return line;
}

inline std::string mentions_in(const Catalog& catalog, std::string text,
                               std::optional<Date> date = std::nullopt) {
  Passages passages(std::move(text));
  const MentionFinder finder(catalog);
  return show(catalog, passages.get(), finder.find(passages.get(), date).found);
}

}  // namespace dateline::actors
