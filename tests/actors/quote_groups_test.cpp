#include "actors/quote_groups.hpp"

#include "actors/quote_sample.hpp"

#include <gtest/gtest.h>

namespace dateline::actors {
namespace {

// "N:the town V:opened": noun groups, verbs, prepositions, "and", breaks, "that", relatives, marks.
std::string groups(const std::string& line) {
  const ReadSample sample(line);
  std::string result;
  for (const QuoteGroup& group :
       cut_groups(sample.text, sample.text.sentences.front(), news_words())) {
    const std::size_t begin = sample.text.pieces[group.begin].range.begin;
    const std::size_t end = sample.text.pieces[group.end - 1].range.end;
    result.append(result.empty() ? "" : " ").append(1, "NVPABTRMS"[static_cast<int>(group.kind)]);
    result.append(":").append(line.substr(begin, end - begin));
  }
  return result;
}

TEST(QuoteGroups, AreNounsAndVerbsAndWhatPartsThem) {
  const std::pair<const char*, const char*> rows[] = {
      {"The town official has also said it is", "N:The town official V:has also said N:it V:is"},
      {"officials briefed on it and Roe", "N:officials V:briefed P:on N:it A:and N:Roe"},
      {"five other people who oppose the law", "N:five other people R:who V:oppose N:the law"},
      {"In Ukraine the town said that", "P:In N:Ukraine N:the town V:said T:that"},
      {"Rep. Roe, citing unnamed sources, said",
       "N:Rep. Roe M:, V:citing N:unnamed sources M:, V:said"},
      {"because her claims on Monday failed", "B:because N:her claims P:on V:failed"},
      {"the US-led force “left,” Roe said", "N:the US-led force S:“left,” N:Roe V:said"},
      {"on the “Today” show", "P:on N:the “Today” show"},
      {"NATO reports that", "N:NATO V:reports T:that"},
      {"plan, which critics said", "N:plan M:, R:which N:critics V:said"},
      {"has rejected talks being held", "V:has rejected N:talks V:being held"},
      {"of reports that", "P:of N:reports T:that"},
  };
  for (const auto& [line, cut] : rows) EXPECT_EQ(groups(line), cut) << line;
}

}  // namespace
}  // namespace dateline::actors
