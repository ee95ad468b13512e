// Sees an article as a careful reader does: title, date, source, language, and the role of each block.
// In: the article as it came, the recipe's rules.  Out: judgements, each with its reason.
// Tested by tests/article/page_test.cpp.
#pragma once

#include "article/phrases.hpp"
#include "article/recurring.hpp"

#include <dateline/article.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace dateline::article {

// What is particular to a language or a kind of page; data of the recipe (page.json).
struct PageRules {
  std::string language = "en";   // of articles that do not say, when nothing is detected
  bool detect_language = false;  // where an article does not say
  bool judge_blocks = false;     // false: a text is body throughout (recipe "plain")
  PhraseList junk;               // what makes a short line page furniture
  PhraseList credits;            // what marks a photo credit: "Photo:", "Getty Images"
  PhraseList scene_words;        // what captions say: ", left,", "(pictured)", "looks on"
  PhraseList sources;            // what stands before an agency: "Source:"
  PhraseList published;          // what stands before a publication date: "Published"
  PhraseList bylines;            // what stands before a name: "By", or credits reporters
  PhraseList jobs;               // what stands behind a name: "correspondent"
  PhraseList author_is;          // behind the name of an author, at the end: "is a", "covers"
  PhraseList author_jobs;        // and behind that: "columnist", "fellow"
  PhraseList other_days;         // before a weekday: not today's, "will", "since"
};

// Reads page.json; every key optional, an unknown one is an error.
// Throws Error(kInvalid) with the file's name.
PageRules load_page_rules(const std::filesystem::path& file);

// What one article has to do with the lines that recur over its source.
struct Habits {
  const Boilerplate* known = nullptr;  // its lines are junk
  std::string publisher;               // set by understand()
  std::vector<SeenLine> lines;         // set by it: those of the article that no rule has judged
};

// `habits` may be nullptr.
Page understand(const Article& article, const PageRules& rules, Habits* habits = nullptr);

}  // namespace dateline::article
