// What tests of quotes share: the words of the recipe "news", names in a text, quotes as lines.
#pragma once

#include "actors/attributions.hpp"
#include "actors/quotes.hpp"
#include "actors/sample.hpp"
#include "source_dir.hpp"

#include <string>
#include <utility>
#include <vector>

namespace dateline::actors {

inline const QuoteWords& news_words(std::string_view language = "en") {
  static const QuoteRules kRules =
      load_quote_rules(std::filesystem::path(source_dir()) / "indexes/news/quotes.json");
  return kRules.find(language)->second;
}

// Everywhere in the passages where one of these names stands.
inline std::vector<QuoteName> names_in(const std::vector<article::Passage>& passages) {
  static const std::vector<std::pair<std::string_view, std::string_view>> kNames = {
      {"Jane Roe", "person"}, {"Roe", "person"},    {"Mark Poe", "person"},
      {"Poe", "person"},      {"NATO", "org"},      {"Ukraine", "country"},
      {"Роу", "person"},      {"the Senate", "org"}};
  std::vector<QuoteName> names;
  for (std::uint32_t p = 0; p < passages.size(); ++p) {
    for (const Range word : passages[p].words) {
      for (const auto& [name, kind] : kNames) {
        if (passages[p].text.substr(word.begin, name.size()) != name) continue;
        const bool roe = name == "Jane Roe" || name == "Роу";
        const bool poe = name == "Mark Poe";
        const std::string_view id = roe ? "Roe" : poe ? "Poe" : name;
        const Range range{word.begin, word.begin + name.size()};
        const bool within =
            !names.empty() && names.back().passage == p && names.back().range.overlaps(range);
        if (!within) names.push_back({id, kind, range, p, How::kName});
      }
    }
  }
  return names;
}

// "direct Roe [We will go,] [Soon.]; reported NATO [it will stay]", of paragraphs.
inline std::string quotes_of(std::vector<std::string> paragraphs,
                             std::string_view language = "en") {
  std::string text;
  for (const std::string& paragraph : paragraphs) text.append(paragraph).append("\n\n");
  std::vector<article::Passage> passages;
  text::WordBreaker breaker;
  std::size_t begin = 0;
  for (const std::string& paragraph : paragraphs) {
    article::Passage& passage = passages.emplace_back();
    passage.text = text;
    passage.range = {begin, begin + paragraph.size()};
    breaker.find(paragraph, passage.words);
    for (Range& word : passage.words) word = {word.begin + begin, word.end + begin};
    begin = passage.range.end + 2;
  }
  std::string line;
  const auto names = names_in(passages);
  for (const Quote& quote : find_quotes(passages, names, news_words(language))) {
    line.append(line.empty() ? "" : "; ").append(quote_kind_name(quote.kind));
    line.append(" ").append(quote.speaker);
    for (const Range span : quote.spans) {
      line.append(" [").append(text.substr(span.begin, span.size())).append("]");
    }
  }
  return line;
}

inline std::string quotes_in(const std::string& text, std::string_view language = "en") {
  return quotes_of({text}, language);
}

// One passage, read.
struct ReadSample {
  explicit ReadSample(const std::string& line)
      : passages(line),
        names(names_in(passages.get())),
        text(read_quote_text(passages.get().front(), names, news_words())) {}
  Passages passages;
  std::vector<QuoteName> names;
  QuoteText text;
};

}  // namespace dateline::actors
