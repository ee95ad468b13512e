// Plans a query: each node of the user's tree becomes terms.  In: a query.  Out: a term tree.
// Long because it is one walk over one tree, a short function for each kind of node.
// Tested by tests/analysis/plan_test.cpp.
#include "analysis/plan.hpp"

#include "analysis/joints.hpp"
#include "analysis/plan_names.hpp"
#include "analysis/plan_ranked.hpp"
#include "analysis/plan_words.hpp"
#include "analysis/positions.hpp"
#include "analysis/terms.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <span>

namespace dateline::analysis {
namespace {

using Kind = TermTree::Kind;

constexpr int kTellingWords = 3;  // that a sentence has, at least

TermTree unscored(TermTree part) {
  TermTree tree;
  tree.kind = Kind::kUnscored;
  tree.parts.push_back(std::move(part));
  return tree;
}

TermTree filter(std::string term) {
  return unscored(term_leaf(std::move(term), What::kNothing, ""));
}

// The one part of a node; a tree that a program built wrongly may lack it.
const Query& inner(const Query& query) {
  static const Query nothing;
  return query.parts.empty() ? nothing : query.parts.front();
}

// The tree where it stands often enough.
TermTree at_least(TermTree tree, unsigned times) {
  if (times < 2 || tree.kind == Kind::kNothing) return tree;
  TermTree often;
  often.kind = Kind::kAtLeast;
  often.distance = times;
  often.parts.push_back(std::move(tree));
  return often;
}

bool is_narrowing(const Query& query) {
  switch (query.kind) {
    case Query::Kind::kField:
      return query.field != "about";
    case Query::Kind::kActor:
    case Query::Kind::kSpeaker:
    case Query::Kind::kTopic:
    case Query::Kind::kSource:
    case Query::Kind::kLanguage:
    case Query::Kind::kDate:
      return true;
    case Query::Kind::kBoost:
      return is_narrowing(inner(query));
    default:
      return false;
  }
}

void add_unless_nothing(std::vector<TermTree>& parts, TermTree tree) {
  if (tree.kind != Kind::kNothing) parts.push_back(std::move(tree));
}

class Planner {
 public:
  explicit Planner(const PlanContext& context)
      : context_(context), words_(context), names_(context, notes_) {}

  TermTree node(const Query& query, PlanField field) {
    switch (query.kind) {
      case Query::Kind::kNothing:
        return {};
      case Query::Kind::kWord:
        return or_note(named_word(query, field), query);
      case Query::Kind::kPrefix:
        return words_.prefix(query.text, field);
      case Query::Kind::kWildcard:
        return words_.wildcard(query.text, field);
      case Query::Kind::kFuzzy:
        return words_.fuzzy(query.text, query.distance, field);
      case Query::Kind::kPhrase:
        return or_note(words_.phrase(query.text, field), query);
      case Query::Kind::kNear:
        return near(query, field);
      case Query::Kind::kRanked:
        return ranked(query, field);
      case Query::Kind::kAny:
        return any(query, field);
      case Query::Kind::kAll:
        return all(query, field);
      case Query::Kind::kNot:
        return except(query, field);
      case Query::Kind::kMust:
        return node(inner(query), field);
      case Query::Kind::kField:
        return node(inner(query), field_of(query.field));
      case Query::Kind::kActor:
        return actor(query);
      case Query::Kind::kSpeaker:
        return unscored(speaker_tree(*context_.actors, query.text));
      case Query::Kind::kTopic:
        return topic(query);
      case Query::Kind::kSource:
        return filter(source_term(query.text));
      case Query::Kind::kLanguage:
        return filter(language_term(base::ascii_lower(query.text)));
      case Query::Kind::kDate:
        return query.field == "mentions" ? mentioned(query.days) : published(query.days);
      case Query::Kind::kBoost:
        return boosted(query, field);
    }
    return {};
  }

  std::vector<QueryWarning> take_notes(Range whole) {
    if (words_.is_cut()) note(whole, "a search has 4,096 terms at most; the rest is left out");
    return std::move(notes_);
  }

 private:
  static PlanField field_of(std::string_view name) {
    for (const Field field : {Field::kTitle, Field::kBody, Field::kCaption, Field::kJunk}) {
      if (field_name(field) == name) return field;
    }
    return std::nullopt;
  }

  void note(Range range, std::string text) { notes_.push_back({range, std::move(text)}); }

  // What holds no word ("€") is left out, so it can neither match nor keep others from matching.
  void note_wordless(const Query& query) {
    note(query.range, "there is no word in it; it is left out");
  }
  TermTree or_note(TermTree&& tree, const Query& query) {
    if (tree.kind == Kind::kNothing) note_wordless(query);
    return std::move(tree);
  }

  // What a ranked list leaves out.
  struct Dropped {
    bool stop_words;
    bool requests;
  };

  // A word alone, with the actor that it names.
  TermTree named_word(const Query& query, PlanField field) {
    return with_actor(words_.word(query.text, field), query.text, query.range, field);
  }

  TermTree with_actor(TermTree&& words, std::string_view text, Range range, PlanField field) {
    const Actor* meant = names_.named(text);
    if (meant == nullptr) return std::move(words);
    if (words_.is_stop_word(text)) {
      note(range, "\"" + std::string(text) + "\" is searched as a word and as " + meant->name);
    }
    std::vector<TermTree> either;
    if (words.kind != Kind::kNothing) either.push_back(std::move(words));
    either.push_back(field ? actor_in(*field, meant->id) : actor_tree(meant->id));
    return combine(Kind::kBest, std::move(either));
  }

  TermTree ranked(const Query& query, PlanField field) {
    RankedParts parts;
    const Dropped dropped{has_telling_part(query), is_sentence(query)};
    for (std::size_t i = 0; i < query.parts.size();) {
      const Query& part = query.parts[i];
      if (part.kind == Query::Kind::kWord) {
        i += ranked_words(query, i, field, dropped, parts.optional);
        continue;
      }
      if (part.kind == Query::Kind::kNot) {
        add_unless_nothing(parts.excluded, node(inner(part), field));
      } else if (part.kind == Query::Kind::kMust) {
        const Query& must = inner(part);
        add_unless_nothing(is_narrowing(must) ? parts.narrowing : parts.required,
                           node(must, field));
      } else {
        parts.optional.push_back(node(part, field));
      }
      ++i;
    }
    return assemble(std::move(parts));
  }

  // True when something other than a stop word ranks.
  bool has_telling_part(const Query& query) {
    return std::any_of(query.parts.begin(), query.parts.end(), [this](const Query& part) {
      if (part.kind == Query::Kind::kNot) return false;
      if (part.kind == Query::Kind::kMust) return !is_narrowing(inner(part));
      return part.kind != Query::Kind::kWord || !words_.is_stop_word(part.text);
    });
  }

  // True of a question put in words: the words by which it is put tell nothing then.
  bool is_sentence(const Query& query) {
    int stop_words = 0;
    int telling = 0;
    for (const Query& part : query.parts) {
      if (part.kind != Query::Kind::kWord) continue;
      if (words_.is_stop_word(part.text)) {
        ++stop_words;
      } else if (!words_.is_request_word(part.text)) {
        ++telling;
      }
    }
    return stop_words > 0 && telling >= kTellingWords;
  }

  // Plans the word at `at`, or the words from there that together name an actor; how many it was.
  std::size_t ranked_words(const Query& query, std::size_t at, PlanField field, Dropped dropped,
                           std::vector<TermTree>& out) {
    const std::size_t count = std::max(names_.length(query, at), initials(query, at));
    std::vector<TermTree> words;
    std::string text;
    for (std::size_t i = at; i < at + count;) {
      const std::size_t end = std::min(i + initials(query, i), at + count);
      std::string word = query.parts[i].text;
      if (i + 1 < end) word.push_back('.');
      while (++i < end) word.append(" ").append(query.parts[i].text).push_back('.');
      text.append(text.empty() ? "" : " ").append(word);
      if (!words_.holds_word(word)) note_wordless(query.parts[i - 1]);
      if (dropped.requests && words_.is_request_word(word)) continue;
      words_.add_ranked(word, field, dropped.stop_words, words);
    }
    TermTree tree = combine(Kind::kSum, std::move(words));
    const Range range{query.parts[at].range.begin, query.parts[at + count - 1].range.end};
    tree = with_actor(std::move(tree), text, range, field);
    if (tree.kind != Kind::kNothing) out.push_back(std::move(tree));
    return count;
  }

  // How many words from `at` on are an acronym spread out ("U. S."); 1 when none is.
  static std::size_t initials(const Query& query, std::size_t at) {
    const auto is_initial = [](const Query& part) {
      return part.kind == Query::Kind::kWord && part.text.size() == 1 &&
             base::is_ascii_upper(part.text[0]);
    };
    const std::span<const Query> part = std::span(query.parts).subspan(at);
    std::size_t count = 0;
    while (count < kMostJoined && at + count < query.parts.size() && is_initial(part[count])) {
      if (count > 0 && part[count].range.begin != part[count - 1].range.end + 2) break;  // ". "
      ++count;
    }
    return std::max<std::size_t>(count, 1);
  }

  TermTree any(const Query& query, PlanField field) {
    std::vector<TermTree> parts;
    parts.reserve(query.parts.size());
    for (const Query& part : query.parts) parts.push_back(node(part, field));
    return combine(Kind::kSum, std::move(parts));
  }

  TermTree all(const Query& query, PlanField field) {
    std::vector<TermTree> parts;
    parts.reserve(query.parts.size());
    std::vector<TermTree> excluded(1);
    bool is_everything = true;  // nothing but what is excluded
    for (const Query& part : query.parts) {
      if (part.kind == Query::Kind::kNot) {
        add_unless_nothing(excluded, node(inner(part), field));
      } else {
        add_unless_nothing(parts, node(part, field));
        is_everything = false;
      }
    }
    TermTree tree = combine(Kind::kAll, std::move(parts));
    if (is_everything) tree.kind = Kind::kEverything;
    if (excluded.size() == 1) return tree;
    excluded.front() = std::move(tree);
    return combine(Kind::kExcept, std::move(excluded));
  }

  TermTree except(const Query& query, PlanField field) {
    std::vector<TermTree> parts(1);
    parts.front().kind = Kind::kEverything;
    parts.push_back(node(inner(query), field));
    return combine(Kind::kExcept, std::move(parts));
  }

  // Parts of NEAR are looked up where positions are comparable: never in captions by the way.
  TermTree near(const Query& query, PlanField field) {
    std::vector<TermTree> parts;
    for (const Query& part : query.parts) parts.push_back(near_part(part, field));
    if (parts.size() > kMaxNearParts) {
      note(query.range, "NEAR joins at most 8 parts; the rest is left out");
      parts.resize(kMaxNearParts);
    }
    TermTree tree = combine(Kind::kNear, std::move(parts));
    if (tree.kind != Kind::kNear) return tree;
    tree.distance = query.distance;
    tree.ordered = query.ordered;
    tree.what = What::kNear;
    tree.label = to_string(query);
    return tree;
  }

  TermTree near_part(const Query& part, PlanField field) {
    switch (part.kind) {
      case Query::Kind::kWord:
        return words_.word(part.text, field);
      case Query::Kind::kActor: {
        const auto found = names_.resolve(part);
        if (!found) return words_.phrase(part.text, field);
        TermTree leaf =
            term_leaf(actor_term(field.value_or(Field::kBody), *found), What::kActor, *found);
        leaf.body_only = field == Field::kBody;
        return leaf;
      }
      case Query::Kind::kAny:
      case Query::Kind::kRanked: {
        std::vector<TermTree> parts;
        for (const Query& inner : part.parts) parts.push_back(near_part(inner, field));
        return combine(Kind::kBest, std::move(parts));
      }
      case Query::Kind::kBoost: {
        TermTree tree = near_part(inner(part), field);
        scale(tree, part.weight);
        return tree;
      }
      case Query::Kind::kPrefix:
      case Query::Kind::kWildcard:
      case Query::Kind::kFuzzy:
      case Query::Kind::kPhrase:
      case Query::Kind::kNear:
        return node(part, field);
      default:
        note(part.range, "NEAR joins words, phrases, actors and OR between such; nothing else");
        return {};
    }
  }

  TermTree actor(const Query& query) {
    const auto found = names_.resolve(query);
    if (found) return at_least(actor_tree(*found), query.distance);
    std::vector<TermTree> anywhere;
    anywhere.push_back(words_.phrase(query.text, std::nullopt));
    anywhere.push_back(words_.phrase(query.text, Field::kCaption));
    scale(anywhere.back(), kCaptionBoost);
    return at_least(combine(Kind::kSum, std::move(anywhere)), query.distance);
  }

  TermTree topic(const Query& query) {
    const auto found = context_.topic(query.text);
    if (!found) {
      note(query.range, "no topic is called \"" + query.text + "\"; searched as words");
      return node(plain_words(query.text), std::nullopt);
    }
    std::vector<TermTree> parts;
    parts.push_back(filter(topic_term(found->id)));
    parts.push_back(*found->tree);
    return combine(Kind::kRequired, std::move(parts));
  }

  static TermTree mentioned(DayRange days) {
    std::vector<TermTree> dates;
    for (std::string& term : terms_within(days)) dates.push_back(filter(std::move(term)));
    return combine(Kind::kBest, std::move(dates));
  }

  static TermTree published(DayRange days) {
    TermTree tree;
    tree.kind = Kind::kPublished;
    tree.days = days;
    return tree;
  }

  TermTree boosted(const Query& query, PlanField field) {
    TermTree tree = node(inner(query), field);
    scale(tree, query.weight);
    return tree;
  }

  const PlanContext& context_;
  WordPlanner words_;
  std::vector<QueryWarning> notes_;
  NamePlanner names_;
};

}  // namespace

Plan plan(const Query& query, const PlanContext& context) {
  Planner planner(context);
  Plan result;
  result.tree = planner.node(query, std::nullopt);
  result.notes = planner.take_notes(query.range);
  return result;
}

}  // namespace dateline::analysis
