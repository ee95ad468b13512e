#include "article/recurring.hpp"

#include "article/pages.hpp"

#include <dateline/error.hpp>

#include <gtest/gtest.h>

namespace dateline::article {
namespace {

constexpr SeenLine kFurniture{77, 4};

// A paragraph of an article's own.
SeenLine own_line(std::uint64_t number) {
  return {(number + 1) * 0x9E3779B97F4A7C15, 30};
}

// Articles with the line, then articles without it; each has a paragraph of its own.
LineCounts counted(std::size_t with, std::size_t without) {
  LineCounts counts;
  for (std::size_t i = 0; i < with + without; ++i) {
    std::vector<SeenLine> lines{own_line(i)};
    if (i < with) lines.push_back(kFurniture);
    counts.add("The Harbour Post", lines);
  }
  return counts;
}

std::optional<Recurrence> found(const LineCounts& counts, std::string_view publisher,
                                const SeenLine& line) {
  const Boilerplate boilerplate = counts.boilerplate();
  const Boilerplate::Lines* lines = boilerplate.of(publisher);
  if (lines == nullptr || !lines->contains(line.hash)) return std::nullopt;
  return lines->at(line.hash);
}

TEST(LineCounts, KnowALineThatStandsInManyArticlesAndInAShareOfThem) {
  struct Row {
    std::size_t with, without;
    bool known;
  };
  for (const Row& row : {Row{11, 0, false},
                         {12, 0, true},
                         {12, 228, true},
                         {12, 229, false},
                         {199, 9000, false},
                         {200, 9000, true}}) {
    const auto line = found(counted(row.with, row.without), "The Harbour Post", kFurniture);
    ASSERT_EQ(line.has_value(), row.known) << row.with << " and " << row.without;
    if (!line) continue;
    EXPECT_EQ(line->articles, row.with);
    EXPECT_EQ(line->of, row.with + row.without);
  }
}

TEST(LineCounts, KeepSourcesApart) {
  EXPECT_FALSE(found(counted(40, 0), "The Valley Post", kFurniture));
}

TEST(LineCounts, CountALineOnceForCopiesOfOneArticle) {
  LineCounts counts;
  const SeenLine quote{5, 9};
  for (std::uint64_t i = 0; i < 60; ++i) {
    const bool copy = i % 2 == 0;
    counts.add("", std::vector{copy ? own_line(1000) : own_line(i), quote, quote, SeenLine{i, 3}});
    counts.add("", std::vector{own_line(1000), SeenLine{6, 9}});
  }
  EXPECT_EQ(found(counts, "", quote)->articles, 60u);
  EXPECT_FALSE(found(counts, "", SeenLine{6, 9}));
  EXPECT_FALSE(found(counts, "", own_line(1000)));
}

TEST(LineCounts, LeaveLongLinesAlone) {
  LineCounts counts;
  for (std::uint64_t i = 0; i < 50; ++i) {
    counts.add("a",
               std::vector{SeenLine{own_line(i).hash, 90}, SeenLine{1000, LineCounts::kMostWords},
                           SeenLine{1001, LineCounts::kMostWords + 1}});
  }
  EXPECT_TRUE(found(counts, "a", {1000, 0}));
  EXPECT_FALSE(found(counts, "a", {1001, 0}));
}

TEST(LineCounts, KeepWithinTheirBoundsAndWhatRecurs) {
  LineCounts counts = counted(40, 0);
  for (std::uint64_t i = 0; i < 40'000; ++i) {
    std::vector<SeenLine> lines;
    for (std::uint64_t line = 0; line < 10; ++line) lines.push_back(own_line(i * 10 + line + 50));
    counts.add("host " + std::to_string(i), lines);
    ASSERT_LE(counts.lines(), LineCounts::kMostLines);
    ASSERT_LE(counts.sources(), LineCounts::kMostSources);
  }
  EXPECT_EQ(found(counts, "The Harbour Post", kFurniture), (Recurrence{40, 40}));
  EXPECT_LT(counts.print().size(), std::size_t{1} << 20);
}

TEST(LineCounts, KeepWithinTheirBoundsInOneHugeArticle) {
  LineCounts counts;
  std::vector<SeenLine> lines;
  for (std::uint64_t i = 0; i < 2 * LineCounts::kMostLines; ++i) lines.push_back(own_line(i));
  for (int i = 0; i < 3; ++i) counts.add("", lines);
  EXPECT_LE(counts.lines(), LineCounts::kMostLines);
}

TEST(LineCounts, AreTheSameWhenTheyAreReadAgain) {
  const LineCounts counts = counted(40, 3);
  const std::string bytes = counts.print();
  LineCounts again = LineCounts::read(bytes);
  EXPECT_EQ(again.print(), bytes);
  EXPECT_EQ(again.lines(), counts.lines());
  again.add("The Harbour Post", std::vector{own_line(99), kFurniture});
  EXPECT_EQ(found(again, "The Harbour Post", kFurniture), (Recurrence{41, 44}));
  EXPECT_TRUE(LineCounts().print().empty());
}

TEST(LineCounts, ThatAreCutAreAnError) {
  const std::string bytes = counted(3, 0).print();
  for (std::size_t size = 1; size < bytes.size(); ++size) {
    EXPECT_THROW(LineCounts::read(std::string_view(bytes).substr(0, size)), Error);
  }
}

TEST(Publisher, IsTheSourceElseTheHost) {
  Article article = article_of("Text.");
  EXPECT_EQ(publisher_of(article), "");
  article.url = "https://News.Example/2025/a?b";
  EXPECT_EQ(publisher_of(article), "news.example");
  article.source = " The Harbour  Post";
  EXPECT_EQ(publisher_of(article), "The Harbour Post");
}

}  // namespace
}  // namespace dateline::article
