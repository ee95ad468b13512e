// Builds with several engines from the same articles and asks them the same questions, in one run.
#include "common/program.hpp"
#include "compare/classes.hpp"
#include "compare/clock.hpp"
#include "compare/corpus.hpp"

#include <dateline/dateline.hpp>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

namespace compare {

std::string whole_text(const dateline::Article& article) {
  return article.title ? *article.title + "\n\n" + article.text : article.text;
}

std::uint64_t bytes_below(const fs::path& folder) {
  std::uint64_t bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) bytes += entry.file_size();
  }
  return bytes;
}

namespace {

constexpr std::uint64_t kSeed = 7;
constexpr std::size_t kQuestions = 300;
constexpr std::size_t kGenerated = 20'000;

struct Settings {
  std::string union_file;
  std::string all_file;
  std::string phrase_file;
  std::string svg = "compare.svg";
  std::string folder;
  std::string engines;       // parts of names, separated by commas; empty: all
  std::size_t articles = 0;  // the first of the file, or generated ones; 0: all, or kGenerated
  std::size_t top = 10;
  unsigned rounds = 5;
};

Articles read(const std::string& file, std::size_t most) {
  Articles articles;
  dateline::read_articles(
      file,
      [&](dateline::Article&& article) {
        if (most == 0 || articles.size() < most) articles.push_back(std::move(article));
      },
      [](dateline::Warning&&) {});
  return articles;
}

// Sources that hold 1, 10 and 50 of a hundred articles, for the filters.
void set_sources(Articles& articles) {
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const std::size_t place = i * 37 % 100;
    articles[i].source = place < 1 ? "one" : place < 11 ? "ten" : place < 61 ? "half" : "rest";
  }
}

std::vector<std::string> lines_of(const std::string& file, const Articles& articles, bool phrases) {
  if (file.empty()) return make_questions(kSeed + (phrases ? 1 : 0), articles, kQuestions, phrases);
  std::ifstream in(file);
  if (!in) {
    throw dateline::Error(dateline::ErrorCode::kNotFound, "read queries", file, "no such file");
  }
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

// The word that most often stands between blanks.
std::string commonest_word(const Articles& articles) {
  std::map<std::string, std::size_t> counts;
  for (std::size_t i = 0; i < std::min<std::size_t>(articles.size(), 2000); ++i) {
    std::istringstream text(articles[i].text);
    for (std::string word; text >> word;) ++counts[word];
  }
  const auto most =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? "the" : most->first;
}

std::vector<Class> classes_of(const Settings& settings, const Articles& articles) {
  std::vector<Class> classes;
  const auto add = [&](std::string name, const std::vector<std::string>& lines,
                       const Question& form, bool pictured) {
    Class& one = classes.emplace_back(Class{std::move(name), {}, pictured});
    for (const std::string& line : lines) {
      one.questions.push_back(form);
      one.questions.back().line = line;
      one.questions.back().top = settings.top;
    }
  };
  const auto any = lines_of(settings.union_file, articles, false);
  const auto all = lines_of(settings.all_file, articles, false);
  const auto phrases = lines_of(settings.phrase_file, articles, true);
  add("union", any, {Match::kAny, ""}, true);
  add("conjunction", all, {Match::kAll, ""}, true);
  add("phrase", phrases, {Match::kPhrase, ""}, true);
  add("commonest word", {commonest_word(articles)}, {Match::kAny, ""}, false);
  add("count of a union", any, {Match::kAny, "", "", true}, false);
  add("count of a conjunction", all, {Match::kAll, "", "", true}, false);
  add("union in 1 %", any, {Match::kAny, "", "one"}, false);
  add("union in 10 %", any, {Match::kAny, "", "ten"}, false);
  add("union in 50 %", any, {Match::kAny, "", "half"}, false);
  return classes;
}

// Whether the list names a part of it.
bool is_wanted(const std::string& list, const std::string& name) {
  std::istringstream parts(list);
  for (std::string part; std::getline(parts, part, ',');) {
    if (name.find(part) != std::string::npos) return true;
  }
  return list.empty();
}

Engines engines_of(const std::string& list) {
  Engines engines;
  for (auto make : {make_dateline, make_xapian, make_sqlite, make_lucene}) {
    auto engine = make();
    if (engine != nullptr && is_wanted(list, engine->name())) engines.push_back(std::move(engine));
  }
  return engines;
}

std::uint64_t text_bytes(const Articles& articles) {
  std::uint64_t bytes = 0;
  for (const dateline::Article& article : articles) {
    bytes += article.text.size() + (article.title ? article.title->size() : 0);
  }
  return bytes;
}

// Small collections are built twice, in turns; the better time counts.
void print_builds(const Engines& engines, const Articles& articles, const fs::path& folder) {
  const double megabytes = static_cast<double>(text_bytes(articles)) / 1e6;
  const int builds = megabytes < 50 ? 2 : 1;
  std::vector<double> best(engines.size(), 1e300);
  for (int round = 0; round < builds; ++round) {
    for (std::size_t e = 0; e < engines.size(); ++e) {
      const fs::path place = folder / std::to_string(round) / std::to_string(e);
      fs::create_directories(place);
      best[e] = std::min(best[e], engines[e]->build(articles, place));
    }
  }
  std::string head = "|  |";
  std::string rule = "|---|";
  std::string speed = "| build, one thread, MB/s |";
  std::string size = "| index without texts, MB |";
  std::string share = "| of the text |";
  for (std::size_t e = 0; e < engines.size(); ++e) {
    char text[64];
    const double index = static_cast<double>(engines[e]->bytes()) / 1e6;
    head += " " + engines[e]->name() + " |";
    rule += "--:|";
    std::snprintf(text, sizeof text, " %.1f |", megabytes / best[e]);
    speed += text;
    std::snprintf(text, sizeof text, " %.1f |", index);
    size += text;
    std::snprintf(text, sizeof text, " %.3f |", index / megabytes);
    share += text;
  }
  std::printf("%zu articles, %.1f MB of text\n\n%s second : first |\n%s--:|\n%s |\n%s |\n%s |\n",
              articles.size(), megabytes, head.c_str(), rule.c_str(), speed.c_str(), size.c_str(),
              share.c_str());
  std::fflush(stdout);
}

// A folder of its own in `place`, which is made where it is not there.
std::string make_scratch(const std::string& place) {
  const fs::path parent = place.empty() ? fs::temp_directory_path() : fs::path(place);
  std::error_code error;
  fs::create_directories(parent, error);
  std::string scratch = (parent / "compare-XXXXXX").string();
  if (error || mkdtemp(scratch.data()) == nullptr) {
    throw dateline::Error(dateline::ErrorCode::kIo, "make", scratch, "the folder cannot be made");
  }
  return scratch;
}

int run(const Settings& settings, const std::vector<std::string>& files) {
  const std::size_t generated = settings.articles == 0 ? kGenerated : settings.articles;
  Articles articles =
      files.empty() ? make_articles(kSeed, generated) : read(files[0], settings.articles);
  set_sources(articles);
  const Engines engines = engines_of(settings.engines);
  const std::string scratch = make_scratch(settings.folder);
  print_builds(engines, articles, scratch);
  const auto classes = classes_of(settings, articles);
  articles.clear();
  const auto timed = ask_all(engines, classes, settings.rounds);
  std::cout << print_table(engines, classes, timed);
  std::ofstream(settings.svg) << draw(engines, classes, timed);
  fs::remove_all(scratch);
  return examples::kDone;
}

}  // namespace
}  // namespace compare

int main(int argc, char** argv) {
  examples::Program program(
      "compare", "Builds and asks with several engines, and prints a table of their speeds.",
      "[FILE.jsonl]",
      "  compare                                20,000 generated articles\n"
      "  compare docs.jsonl --union words.txt   all classes of questions\n");
  compare::Settings settings;
  program.text("--union", "FILE", settings.union_file,
               "Queries, one a line; else words of articles");
  program.text("--intersection", "FILE", settings.all_file,
               "Queries whose words must all be there");
  program.text("--phrase", "FILE", settings.phrase_file, "Queries that are phrases");
  program.number("--articles", settings.articles, 0, 100'000'000,
                 "How many (default 0: the whole file, or 20,000 generated ones)");
  program.number("--top", settings.top, 1, 10000, "How many articles to rank for each query");
  program.number("--repeat", settings.rounds, 1, 1000, "Rounds; the best of each query counts");
  program.text("--engines", "NAMES", settings.engines, "Only these: Dateline,Xapian,SQLite,Lucene");
  program.text("--folder", "DIR", settings.folder, "Where to build");
  program.text("--svg", "FILE", settings.svg, "The picture to write");
  return program.run(argc, argv, 0, [&](const std::vector<std::string>& words) {
    return compare::run(settings, words);
  });
}
