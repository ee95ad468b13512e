// What tests of spotted names share: a few rules, and what is spotted as one line of text.
#pragma once

#include "actors/sample.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::actors {

inline constexpr std::string_view kSampleNames = R"({
  "given_names": ["Dana Don Beth Paris Jordan Eric Robert Michael Laura", "Miguel"],
  "titles": ["Mr Judge Sen President General Mayor"],
  "roles": ["spokesman lawyer named"],
  "speech": ["said"],
  "particles": ["de von al"],
  "body_endings": ["Committee Caucus Group Society Union Post Court Institute"],
  "body_heads": ["Ministry Department Institute"],
  "body_kinds": ["company agency"],
  "place_endings": ["County River"],
  "place_heads": ["Lake"],
  "openers": ["The In Meanwhile Then So"],
  "no_names": ["Monday July Act"],
  "common": ["unka security bank group committee owned general election health and affairs services",
             "that goes on with such words as these"],
  "surnames_first": ["Li"],
  "surname_endings": ["ovic"]
})";

inline NameRules sample_rules_of_names() {
  const TempFolder folder;
  write_file(folder / "names.json", kSampleNames);
  return load_name_rules(folder / "names.json");
}

// "~dana-sabraw [Dana Sabraw], ~dana-sabraw [Sabraw]": everyone named, listed or not.
inline std::string everyone_in(std::vector<std::pair<Field, std::string>> parts) {
  const Catalog catalog = load_catalog(kSampleActors);
  const MentionFinder finder(catalog, sample_rules_of_names());
  Passages passages(std::move(parts));
  const Mentions mentions = finder.find(passages.get(), std::nullopt);
  const Cast cast(catalog, mentions.unlisted);
  std::string line;
  for (const Found& found : mentions.found) {
    const std::string_view text = passages.get()[found.passage].text;
    line.append(line.empty() ? "" : ", ").append(cast.id(found.actor)).append(" [");
    line.append(text.substr(found.range.begin, found.range.size())).append("]");
  }
  return line;
}

// Behind a text: words enough that it is no headline.
inline constexpr std::string_view kGoesOn = " and that goes on with such words as these.";

inline std::string everyone_in(std::string_view text) {
  return everyone_in({{Field::kBody, std::string(text).append(kGoesOn)}});
}

// "person Dana Sabraw": the unlisted ones.
inline std::string unlisted_in(std::string_view text,
                               const NameRules& rules = sample_rules_of_names()) {
  const Catalog catalog = load_catalog(kSampleActors);
  Passages passages(std::string(text).append(kGoesOn));
  const Mentions mentions = MentionFinder(catalog, rules).find(passages.get(), std::nullopt);
  std::string line;
  for (const Unlisted& own : mentions.unlisted) {
    line.append(line.empty() ? "" : ", ").append(own.kind).append(" ").append(own.name);
  }
  return line;
}

}  // namespace dateline::actors
