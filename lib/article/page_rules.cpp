// Loads a recipe's rules about pages.  In: page.json.  Out: PageRules, or Error(kInvalid).
//
// The file is one object.  Each key may be left out; a key that is not listed here is an error.
//   "language"         ISO 639-1 code of articles that do not say, "en"
//   "detect_language"  true: look at the text of an article that does not say
//   "judge_blocks"     true: find title, captions, furniture; false: the text is body throughout
//   "junk", "credits", "scene_words", "sources", "published", "bylines", "jobs", "author_is",
//                      "author_jobs", "other_days"
//                      lists of phrases (page.hpp says what each is for)
//
// A phrase is what a line says: "sign up for our", "Photo:", ", left,".  Its words and marks must
// follow each other in the line, whole words, capitals or not; curly quotes equal straight ones.
// A word that a phrase writes in capitals must stand in capitals: "^CLOSE".
// "^Photo:" only begins a line (bullets, brackets and quotes may stand before), "ap$" only ends one
// (brackets and quotes may close behind; a full stop may not).  Four lists ask for more:
//   junk         a single word without "^" or "$" counts only above and below the story
//   credits      a phrase with a slash counts only in a line that ends without a full stop
//   scene_words  words without marks count only in lines that look like captions otherwise; a
//                phrase that begins with a comma must follow a name
//   bylines      a single word counts only before a name
// Of "published" the earlier phrase wins where several dates are stated.
// Tested by tests/article/page_rules_test.cpp.
#include "article/page.hpp"
#include "base/files.hpp"
#include "base/json.hpp"

#include <dateline/error.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::article {
namespace {

class RulesFile {
 public:
  RulesFile(const std::filesystem::path& file, const base::Json& json) : file_(file), json_(json) {}

  PageRules read() {
    const auto* object = json_.object();
    if (object == nullptr) fail("it is no JSON object");
    PageRules rules;
    for (const auto& [key, value] : *object) set(rules, key, value);
    return rules;
  }

 private:
  void set(PageRules& rules, const std::string& key, const base::Json& value) const {
    if (key == "language") {
      rules.language = text(key, value);
    } else if (key == "detect_language") {
      rules.detect_language = flag(key, value);
    } else if (key == "judge_blocks") {
      rules.judge_blocks = flag(key, value);
    } else if (PhraseList* list = list_named(rules, key)) {
      *list = phrases(key, value);
    } else {
      fail("it has the unknown key \"" + key + "\"");
    }
  }

  static PhraseList* list_named(PageRules& rules, std::string_view key) {
    const std::pair<std::string_view, PhraseList*> lists[] = {
        {"junk", &rules.junk},           {"credits", &rules.credits},
        {"sources", &rules.sources},     {"scene_words", &rules.scene_words},
        {"bylines", &rules.bylines},     {"published", &rules.published},
        {"author_is", &rules.author_is}, {"author_jobs", &rules.author_jobs},
        {"jobs", &rules.jobs},           {"other_days", &rules.other_days}};
    for (const auto& [name, list] : lists) {
      if (name == key) return list;
    }
    return nullptr;
  }

  std::string text(const std::string& key, const base::Json& value) const {
    if (value.string() == nullptr) fail("\"" + key + "\" is no string");
    return *value.string();
  }

  bool flag(const std::string& key, const base::Json& value) const {
    if (value.boolean() == nullptr) fail("\"" + key + "\" is neither true nor false");
    return *value.boolean();
  }

  PhraseList phrases(const std::string& key, const base::Json& value) const {
    if (value.array() == nullptr) fail("\"" + key + "\" is no list of strings");
    std::vector<std::string> phrases;
    for (const base::Json& phrase : *value.array()) phrases.push_back(text(key, phrase));
    PhraseList list(std::move(phrases));
    if (const auto* empty = list.empty_phrase()) {
      fail("\"" + key + "\" holds a phrase without a word: \"" + *empty + "\"");
    }
    return list;
  }

  [[noreturn]] void fail(const std::string& reason) const {
    throw Error(ErrorCode::kInvalid, "read page rules", file_.string(), reason,
                "the keys are language, detect_language, judge_blocks, junk, credits, scene_words, "
                "sources, published, bylines, jobs, author_is, author_jobs, other_days");
  }

  const std::filesystem::path& file_;
  const base::Json& json_;
};

base::Json parse(const std::filesystem::path& file, std::string_view bytes) try {
  return base::Json::parse(bytes);
} catch (const Error& error) {
  throw Error(ErrorCode::kInvalid, "read page rules", file.string(), error.what());
}

}  // namespace

PageRules load_page_rules(const std::filesystem::path& file) {
  const base::Json json = parse(file, base::system_files().read_all(file));
  return RulesFile(file, json).read();
}

}  // namespace dateline::article
