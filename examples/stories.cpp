// Shows which articles are the same text, reprinted, cut or rewritten, and what else they share.
#include "common/json.hpp"
#include "common/key.hpp"
#include "common/people.hpp"
#include "common/program.hpp"

#include <dateline/dateline.hpp>

#include <iostream>

namespace {

using examples::Json;

constexpr std::size_t kQuoted = 240;  // bytes of a passage that a person is shown

Json to_json(const dateline::Story& story) {
  Json articles = Json::array();
  for (const auto& member : story.articles) {
    articles.push_back({{"id", member.id},
                        {"kind", dateline::story_kind_name(member.kind)},
                        {"date", examples::maybe(member.date)}});
  }
  return {{"story", {{"id", story.id}, {"articles", articles}, {"dated", story.dated}}}};
}

Json to_json(const dateline::Shares& shares) {
  Json passages = Json::array();
  for (const auto& passage : shares.passages) {
    passages.push_back({{"a", examples::to_json(passage.a)},
                        {"b", examples::to_json(passage.b)},
                        {"role", dateline::field_name(passage.field)}});
  }
  return {{"shares", {{"a", shares.a}, {"b", shares.b}, {"passages", passages}}}};
}

std::string title_of(const dateline::Searcher& searcher, const std::string& id) {
  const auto article = searcher.article(id);
  if (!article || !article->page.title) return "";
  return examples::shortened(article->page.title->value, 90);
}

void print_people(const dateline::Searcher& searcher, const dateline::Story& story) {
  for (const auto& member : story.articles) {
    const bool first = member.kind == dateline::StoryKind::kFirst;
    const std::string kind = !first        ? std::string(dateline::story_kind_name(member.kind))
                             : story.dated ? "first"
                                           : "with";
    std::string lead = first ? "" : "  ";
    lead += kind + std::string(kind.size() < 9 ? 9 - kind.size() : 1, ' ');
    const std::string date = member.date ? *member.date : "no date";
    examples::print_folded(examples::bold(examples::one_line(member.id)) + "  " + date + "  " +
                               title_of(searcher, member.id),
                           11, lead);
  }
  std::cout << '\n';
}

void print_people(const dateline::Searcher& searcher, const dateline::Shares& shares) {
  examples::print_folded(examples::bold(examples::one_line(shares.a)) + " shares with " +
                             examples::bold(examples::one_line(shares.b)) + ":",
                         0);
  const auto article = searcher.article(shares.a);
  for (const auto& passage : shares.passages) {
    // A title beside the text has ranges of its own.
    const std::string& text = article->article.text;
    const bool beside = passage.field == dateline::Field::kTitle && article->page.title &&
                        !article->page.title->range;
    const std::string words =
        beside ? article->page.title->value
               : text.substr(std::min(passage.a.begin, text.size()), passage.a.size());
    examples::print_folded(std::string(dateline::field_name(passage.field)) + ": \"" +
                               examples::shortened(words, kQuoted) + "\"",
                           4);
  }
  std::cout << '\n';
}

template <class T>
void print_all(const dateline::Searcher& searcher, const std::vector<T>& list, bool json) {
  for (const T& one : list) {
    if (json) {
      examples::print(to_json(one));
    } else {
      print_people(searcher, one);
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  examples::Program program(
      "stories", "Shows which articles are the same text.", "INDEX [ID]",
      "  stories news.index                  every story: first report, reprints, cut copies\n"
      "  stories news.index 003 --shares     what article 003 has in common with others\n");
  program.argument("INDEX", "The index to ask");
  program.argument("ID", "Only what concerns this article");
  program.section("Kinds", {{"first", "The earliest, where the dates tell; else one of them"},
                            {"same", "Word for word the same body"},
                            {"near", "A reprint with changes, or a rewrite"},
                            {"contains", "A cut or an extended copy"}});
  bool shares = false;
  program.flag("--shares", shares, "Also list passages of ten words or more that articles share");
  return program.run(argc, argv, 1, [&](const std::vector<std::string>& words) {
    const auto searcher = examples::open_searcher(program, words[0]);
    const std::string id = examples::join(words, 1);
    if (!id.empty() && !searcher.article(id)) {
      throw dateline::Error(dateline::ErrorCode::kNotFound, "show stories", id,
                            "no article has this id", "search for it first");
    }
    const auto found = id.empty() ? searcher.stories() : searcher.stories_of(id);
    std::size_t articles = 0;
    for (const auto& story : found) articles += story.articles.size();
    print_all(searcher, found, program.json);
    std::vector<dateline::Shares> pairs;
    if (shares) pairs = searcher.shares(id);
    print_all(searcher, pairs, program.json);
    if (program.json) {
      examples::print(
          {{"summary",
            {{"stories", found.size()}, {"articles", articles}, {"shares", pairs.size()}}}});
    } else {
      std::string line =
          examples::with_commas(found.size()) + (found.size() == 1 ? " story" : " stories");
      if (shares) line += ", " + examples::count_of(pairs.size(), "pair") + " with common passages";
      examples::print_folded(line, 0);
    }
    return examples::kDone;
  });
}
