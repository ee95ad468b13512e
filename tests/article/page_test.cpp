#include "article/page.hpp"

#include "base/utf8.hpp"
#include "pages.hpp"
#include "source_dir.hpp"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

namespace dateline::article {
namespace {

namespace fs = std::filesystem;

const fs::path kSeeds = source_dir() + "/../shared/data/seeds";

std::string read_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

Page seed(const std::string& id) {
  return page_of(read_file(kSeeds / (id + ".txt")));
}

std::size_t count(const Page& page, Role role) {
  std::size_t found = 0;
  for (const Block& block : page.blocks) found += block.role == role ? 1u : 0u;
  return found;
}

// What must hold of the blocks of every page.
void expect_sound(const Page& page, std::string_view text) {
  std::size_t last = 0;
  for (const Block& block : page.blocks) {
    ASSERT_LE(last, block.range.begin);
    ASSERT_LT(block.range.begin, block.range.end);
    ASSERT_LE(block.range.end, text.size());
    ASSERT_EQ(trim(text, block.range), block.range);
    ASSERT_FALSE(block.reason.empty());
    last = block.range.end;
  }
}

TEST(Page, OfASeedHasTheBlocksThatACarefulReaderSees) {
  if (!fs::exists(kSeeds)) GTEST_SKIP() << "the seed articles are not here: " << kSeeds;
  std::map<std::string, std::vector<std::string>> want;
  std::ifstream expected(source_dir() + "/tests/article/seeds_blocks.tsv");
  for (std::string line; std::getline(expected, line);) {
    want[line.substr(0, line.find('\t'))].push_back(line);
  }
  ASSERT_EQ(want.size(), 5u);
  for (const auto& [id, lines] : want) {
    std::vector<std::string> got;
    for (const Block& block : seed(id).blocks) {
      got.push_back(id + "\t" + std::to_string(block.range.begin) + "\t" +
                    std::to_string(block.range.end) + "\t" + std::string(role_name(block.role)));
    }
    EXPECT_EQ(got, lines);
  }
}

TEST(Page, OfASeedHasTitleDateAndSourceOrNone) {
  if (!fs::exists(kSeeds)) GTEST_SKIP() << "the seed articles are not here: " << kSeeds;
  const Page first = seed("000");
  EXPECT_EQ(first.title->range, (Range{239, 307}));
  EXPECT_EQ(first.date->value, "2025-12-03");
  EXPECT_EQ(first.source->value, "AFP");
  for (const char* id : {"001", "003"}) {
    const Page page = seed(id);
    ASSERT_TRUE(page.title) << id;
    EXPECT_EQ(page.title->range->begin, 0u) << id;
    EXPECT_EQ(count(page, Role::kTitle), 1u) << id;
  }
  for (const char* id : {"002", "004"}) EXPECT_FALSE(seed(id).title) << id;
  for (const char* id : {"001", "002", "003", "004"}) {
    EXPECT_FALSE(seed(id).date) << id;
    EXPECT_FALSE(seed(id).source) << id;
  }
}

TEST(Page, OfASeedHasItsCaptionsAndItsFurniture) {
  if (!fs::exists(kSeeds)) GTEST_SKIP() << "the seed articles are not here: " << kSeeds;
  const std::pair<const char*, std::size_t> captions[] = {
      {"000", 2}, {"001", 2}, {"002", 0}, {"003", 3}, {"004", 6}};
  for (const auto& [id, number] : captions)
    EXPECT_EQ(count(seed(id), Role::kCaption), number) << id;
  EXPECT_EQ(count(seed("000"), Role::kJunk), 15u);
  EXPECT_EQ(count(seed("004"), Role::kJunk), 1u);
}

TEST(Page, OfARecipeThatDoesNotJudgeIsTheTextAsItIs) {
  Article article = article_of("\n Harbour town repairs its pier\n\nAdvertisement \n");
  const PageRules plain;
  Page page = understand(article, plain);
  ASSERT_EQ(page.blocks.size(), 1u);
  EXPECT_EQ(page.blocks[0].role, Role::kBody);
  EXPECT_EQ(page.blocks[0].range, (Range{2, article.text.size() - 2}));
  EXPECT_FALSE(page.title || page.date || page.source);
  article.title = "Pier";
  article.date = "2025-02";
  article.source = "Corvina";
  page = understand(article, plain);
  EXPECT_EQ(page.title, (Judgement{"Pier", "given", std::nullopt}));
  EXPECT_EQ(page.date, (Judgement{"2025-02", "given", std::nullopt}));
  EXPECT_EQ(page.source, (Judgement{"Corvina", "given", std::nullopt}));
}

TEST(Page, OfAnEmptyTextIsEmpty) {
  for (const char* text : {"", " \n\t\u00A0\n"}) {
    const Page page = page_of(text);
    EXPECT_TRUE(page.blocks.empty());
    EXPECT_FALSE(page.title || page.date || page.source);
    EXPECT_TRUE(understand(article_of(text), PageRules()).blocks.empty());
  }
}

TEST(Page, OfATitleAloneHasNoBody) {
  Article article = article_of("");
  article.title = "Harbour town repairs its pier";
  const Page page = understand(article, news_rules());
  EXPECT_EQ(page.title->value, "Harbour town repairs its pier");
  EXPECT_TRUE(page.blocks.empty());
}

TEST(Page, OfOneGiantLineIsOneBodyBlock) {
  std::string text;
  while (text.size() < 8'000'000) text += "The pier of the town is old and the sea is wide ";
  const Page page = page_of(text);
  ASSERT_EQ(page.blocks.size(), 1u);
  EXPECT_EQ(page.blocks[0].role, Role::kBody);
  expect_sound(page, text);
}

double seconds_for(std::size_t lines, std::string_view line) {
  std::string text;
  for (std::size_t i = 0; i < lines; ++i) text.append(line);
  const auto start = std::chrono::steady_clock::now();
  const Page page = page_of(text);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  expect_sound(page, text);
  return took.count();
}

TEST(Page, OfManyShortLinesTakesTimeInProportion) {
  for (const std::string_view line :
       {std::string_view("the pier\n"), std::string_view("Pier\n\n"),
        std::string_view("The pier.\n"),
        std::string_view("A gull stands in front of the broken pier\n\n"),
        std::string_view("Advertisement\n"), std::string_view("Source: Corvina\n"),
        std::string_view(
            "The council voted on Tuesday to repair the old pier.\n\nA gull looks on as "
            "the workers carry planks to the pier of the town\n\n"),
        std::string_view("24 February 2022\n\n")}) {
    const double few = seconds_for(10'000, line);
    const double many = seconds_for(100'000, line);
    EXPECT_LT(many, 10 * few * 5 + 0.5)
        << line;  // five times the proportion: the machine is shared
  }
}

TEST(Page, HasSoundBlocksWhateverTheText) {
  constexpr std::string_view pieces[] = {"\n",
                                         "\n\n",
                                         " ",
                                         "\r\n",
                                         "\r",
                                         "\u00A0",
                                         ".",
                                         ",",
                                         ":",
                                         "(",
                                         ")",
                                         "“",
                                         "’",
                                         "—",
                                         "-",
                                         "/",
                                         "Advertisement",
                                         "Photo:",
                                         "Source:",
                                         "AFP",
                                         "By",
                                         "Jane",
                                         "Gull",
                                         ", left,",
                                         "(left)",
                                         "Dec 3",
                                         "Wednesday",
                                         "(Dec 3)",
                                         "2025",
                                         "Published",
                                         "12 March 2025",
                                         "Київ",
                                         "中国",
                                         "。",
                                         "REUTERS/",
                                         "The pier of the town",
                                         "read more",
                                         "©",
                                         "\u200B",
                                         "\u0301",
                                         "1.",
                                         "•",
                                         "U.S.",
                                         "\t    ",
                                         "�"};
  std::uint64_t state = 7;
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    const int parts = static_cast<int>(state >> 33) % 60;
    for (int i = 0; i < parts; ++i) {
      state = state * 6364136223846793005u + 1442695040888963407u;
      text.append(pieces[(state >> 33) % std::size(pieces)]);
      if ((state >> 20) % 2 == 0) text += ' ';
    }
    state = state * 6364136223846793005u + 1442695040888963407u;
    Article article = article_of(text);
    if (state % 3 == 0) article.title = text.substr(0, base::floor_boundary(text, text.size() / 3));
    if (state % 5 == 0) article.url = text;
    expect_sound(understand(article, news_rules()), text);
    if (HasFatalFailure()) FAIL() << text;
  }
}

}  // namespace
}  // namespace dateline::article
