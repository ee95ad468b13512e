// Copies planted among real articles are found, and nothing else is taken for a copy.
// In: articles of ../shared, copies made of some: cut, with a new lead, with other words, reordered,
// joined.  DATELINE_FULL=1 takes all articles and 500 copies of each kind.
#include "index/sample.hpp"
#include "source_dir.hpp"

#include <dateline/dateline.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <random>
#include <set>

namespace dateline::flow {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kShortest = 900;  // bytes of an article that is copied

using Pair = std::pair<std::string, std::string>;  // ids, in order

Pair pair_of(std::string a, std::string b) {
  if (b < a) a.swap(b);
  return {std::move(a), std::move(b)};
}

std::vector<std::string> split(const std::string& text, const std::string& mark) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(mark, at), text.size());
    if (end > at) parts.push_back(text.substr(at, end - at));
    at = end + mark.size();
  }
  return parts;
}

std::string join(const std::vector<std::string>& parts, const std::string& mark) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : mark) + part;
  return text;
}

class Copier {
 public:
  explicit Copier(const std::vector<Article>& articles) : articles_(articles), random_(5) {
    for (std::size_t i = 0; i < std::min<std::size_t>(articles.size(), 100); ++i) {
      for (std::string& word : split(articles[i].text, " ")) words_.push_back(std::move(word));
    }
    for (std::size_t i = 0; i < articles.size(); ++i) {
      if (articles[i].text.size() >= kShortest) order_.push_back(i);
    }
    std::shuffle(order_.begin(), order_.end(), random_);
  }

  // Another article each time.
  const Article& next() { return articles_[order_[at_++ % order_.size()]]; }

  std::string cut(const std::string& text) {
    auto parts = split(text, "\n\n");
    const std::size_t percent = 40 + random_() % 40;
    parts.resize(std::max<std::size_t>(1, parts.size() * percent / 100));
    return join(parts, "\n\n");
  }
  std::string new_lead(const std::string& text) {
    auto parts = split(text, "\n\n");
    parts[0] = some_words(40);
    return join(parts, "\n\n");
  }
  std::string other_words(const std::string& text) {
    auto words = split(text, " ");
    for (std::string& word : words) {
      if (random_() % 10 == 0) word = words_[random_() % words_.size()];
    }
    return join(words, " ");
  }
  std::string reordered(const std::string& text) {
    auto parts = split(text, "\n\n");
    std::shuffle(parts.begin(), parts.end(), random_);
    return join(parts, "\n\n");
  }
  std::string some_words(std::size_t count) {
    std::string text;
    for (; count > 0; --count) text += words_[random_() % words_.size()] + (count > 1 ? " " : "");
    return text;
  }

 private:
  const std::vector<Article>& articles_;
  std::mt19937 random_;
  std::vector<std::string> words_;
  std::vector<std::size_t> order_;
  std::size_t at_ = 0;
};

constexpr std::array kKinds = {"cut", "lead", "words", "order", "joined"};

struct Planted {
  std::vector<Article> articles;
  std::map<Pair, std::string> pairs;  // the kind by which they belong together
};

Planted plant(std::vector<Article> articles, std::size_t each) {
  Planted planted;
  Copier copier(articles);
  for (std::size_t i = 0; i < each; ++i) {
    for (const std::string kind : kKinds) {
      const Article& original = copier.next();
      Article copy = original;
      copy.id = kind + "-" + std::to_string(i);
      if (kind == "cut") copy.text = copier.cut(original.text);
      if (kind == "lead") copy.text = copier.new_lead(original.text);
      if (kind == "lead") copy.title = copier.some_words(8);
      if (kind == "words") copy.text = copier.other_words(original.text);
      if (kind == "order") copy.text = copier.reordered(original.text);
      if (kind == "joined") {
        copy.date.reset();  // of two articles that may be years apart
        const Article& other = copier.next();
        copy.text += "\n\n" + other.text;
        planted.pairs[pair_of(other.id, copy.id)] = kind;
      }
      planted.pairs[pair_of(original.id, copy.id)] = kind;
      planted.articles.push_back(std::move(copy));
    }
  }
  planted.articles.insert(planted.articles.end(), std::make_move_iterator(articles.begin()),
                          std::make_move_iterator(articles.end()));
  return planted;
}

std::set<Pair> pairs_of(const std::vector<Story>& stories) {
  std::set<Pair> pairs;
  for (const Story& story : stories) {
    for (std::size_t a = 0; a < story.articles.size(); ++a) {
      for (std::size_t b = a + 1; b < story.articles.size(); ++b) {
        pairs.insert(pair_of(story.articles[a].id, story.articles[b].id));
      }
    }
  }
  return pairs;
}

std::vector<Article> real_articles(const fs::path& file, std::size_t most) {
  std::vector<Article> articles;
  read_articles(
      file,
      [&](Article&& article) {
        if (articles.size() < most) articles.push_back(std::move(article));
      },
      [](const Warning&) {});
  return articles;
}

std::set<Pair> stories_in(const std::vector<Article>& articles) {
  const TempFolder folder;
  Index index = Index::create(folder / "index", Recipe::load(source_dir() + "/indexes/news"));
  index.add([&](const auto& sink, const auto&) {
    for (const Article& article : articles) sink(Article(article));
  });
  return pairs_of(Searcher::open(folder / "index").stories());
}

TEST(Stories, FindPlantedCopiesAndNothingElse) {
  const fs::path file = source_dir() + "/../shared/data/allsides_3k/docs.jsonl.zst";
  if (!fs::exists(file)) GTEST_SKIP() << "the articles are not here: " << file;
  const bool full = std::getenv("DATELINE_FULL") != nullptr;
  const auto originals = real_articles(file, full ? 3000 : 300);
  const Planted planted = plant(originals, full ? 500 : 40);
  const auto before = stories_in(originals);  // pairs that were there already are no mistakes
  const auto found = stories_in(planted.articles);
  std::map<std::string, std::pair<std::size_t, std::size_t>> recall;
  for (const auto& [pair, kind] : planted.pairs) {
    recall[kind].first += found.contains(pair);
    ++recall[kind].second;
  }
  std::size_t wrong = 0;
  for (const Pair& pair : found) {
    const bool copies =
        kKinds.end() != std::find_if(kKinds.begin(), kKinds.end(), [&](const char* kind) {
          return pair.first.starts_with(kind + std::string("-")) &&
                 pair.second.find('-') != std::string::npos;
        });
    wrong += !planted.pairs.contains(pair) && !before.contains(pair) && !copies;
  }
  for (const auto& [kind, counts] : recall) {
    RecordProperty(kind, std::to_string(counts.first) + " of " + std::to_string(counts.second));
    const std::size_t asked = kind == "cut" ? 97 : 90;
    EXPECT_GE(counts.first * 100, counts.second * asked)
        << kind << ": " << counts.first << " of " << counts.second;
  }
  EXPECT_LE(wrong * 100, found.size()) << wrong << " of " << found.size();
}

}  // namespace
}  // namespace dateline::flow
