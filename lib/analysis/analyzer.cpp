// Gives each word of an article its forms and position, and spells the postings.
// In: passages and mentions.  Out: tokens, postings.
// Tested by tests/analysis/analyzer_test.cpp.
#include "analysis/analyzer.hpp"

#include "analysis/joints.hpp"
#include "analysis/terms.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace dateline::analysis {

// Counts positions in the spaces of an article.
class TokenPositions {
 public:
  void begin_passage(Field field) {
    std::uint32_t& next = of(field);
    ++next;  // no phrase crosses the end of a passage
    if (field == Field::kBody) next = std::max(next, kBodyStart);
  }
  // Where the next word will stand.
  std::uint32_t next(Field field) {
    // What a title has too much stands in one place, with a gap before it.
    const bool is_full = field == Field::kTitle && of(field) >= kBodyStart - 2;
    return is_full ? kBodyStart - 1 : of(field);
  }
  std::uint32_t take(Field field) {
    const std::uint32_t position = next(field);
    if (position == of(field)) ++of(field);
    return position;
  }

 private:
  std::uint32_t& of(Field field) {
    switch (field) {
      case Field::kTitle:
        return next_[0];
      case Field::kBody:
        return next_[1];
      case Field::kCaption:
        return next_[2];
      default:
        return next_[3];
    }
  }
  std::array<std::uint32_t, 4> next_{};
};

namespace {

constexpr std::size_t kMostAcronymBytes = 12;  // with stops and a possessive

std::uint32_t weight_of(const Rules& rules, const article::Passage& passage, std::size_t word) {
  if (passage.field == Field::kTitle) return rules.title_weight;
  if (passage.field != Field::kBody) return 0;
  return word < passage.lead_words ? rules.lead_weight : rules.body_weight;
}

}  // namespace

// Goes through an article once: its words with their forms and positions, and the actors named.
class Reading {
 public:
  Reading(Analyzer& analyzer, std::span<const article::Passage> passages, Forms& words,
          std::span<const actors::Found> mentions, const actors::Cast& cast, Analysis& result)
      : analyzer_(analyzer),
        passages_(passages),
        words_(words),
        mentions_(mentions),
        cast_(cast),
        result_(result) {}

  // The titles first, wherever they stand, since their positions are lower.
  void read_all() {
    for (const bool title : {true, false}) {
      for (std::uint32_t p = 0; p < passages_.size(); ++p) {
        if ((passages_[p].field == Field::kTitle) == title) read(p);
      }
    }
  }

 private:
  void read(std::uint32_t number) {
    const article::Passage& passage = passages_[number];
    positions_.begin_passage(passage.field);
    const auto first = std::partition_point(
        mentions_.begin(), mentions_.end(),
        [number](const actors::Found& mention) { return mention.passage < number; });
    mention_ = static_cast<std::size_t>(first - mentions_.begin());
    words_.expect(passage.text, passage.words, passage.shouting);
    for (std::size_t w = 0; w < passage.words.size();) {
      if (may_join(passage.text, passage.words[w])) {
        w += read_joined(passage, number, w);
      } else {
        read_word(passage, number, w++);
      }
    }
  }

  void read_word(const article::Passage& passage, std::uint32_t number, std::size_t word) {
    const std::uint32_t position = positions_.take(passage.field);
    add(passage, number, passage.words[word], position, word);
    add_mentions(passage, number, word, position);
  }

  // Reads the words that are joined from `word` on; how many they are.
  std::size_t read_joined(const article::Passage& passage, std::uint32_t number, std::size_t word) {
    const Joint joint = joint_at(passage.text, passage.words, word);
    const std::uint32_t position = positions_.next(passage.field);
    if (joint.bond != Bond::kNone) {
      const Range whole{passage.words[word].begin, passage.words[word + joint.words - 1].end};
      add(passage, number, whole, position, word);
    }
    if (joint.bond == Bond::kInitials) positions_.take(passage.field);
    for (std::size_t w = word; w < word + joint.words; ++w) {
      if (joint.bond == Bond::kInitials) {
        add_mentions(passage, number, w, position);
      } else {
        read_word(passage, number, w);
      }
    }
    return joint.words;
  }

  void add(const article::Passage& passage, std::uint32_t number, Range range,
           std::uint32_t position, std::size_t word) {
    const bool shouting = passage.shouting && !is_acronym(passage, range, word);
    const Forms::Numbered found = words_.find(passage.text, range, shouting);
    const std::uint32_t weight = weight_of(analyzer_.rules(), passage, word);
    result_.tokens.push_back({found.form, range, number, position, weight, passage.field});
    const Field field = passage.field;
    if (field != Field::kTitle && field != Field::kBody) {
      add_posting(analyzer_.number(*found.form, field, false), position, 0);
      if (exact_forms()) add_posting(analyzer_.number(*found.form, field, true), position, 0);
      return;
    }
    const bool is_known = found.stem != Form::kUnnumbered;
    add_posting(is_known ? found.stem : analyzer_.number(*found.form, Field::kBody, false),
                position, weight);
    if (exact_forms()) {
      add_posting(is_known ? found.exact : analyzer_.number(*found.form, Field::kBody, true),
                  position, 0);
    }
    if (field == Field::kBody) return;
    add_posting(analyzer_.number(*found.form, field, false), position, 0);
    if (exact_forms()) add_posting(analyzer_.number(*found.form, field, true), position, 0);
  }

  // Whether a word that stands in a passage of capitals is an acronym though it may be a function word
  // ("US", "WHO", "IT"): the rest of the article has it as an acronym, or it opens the passage or
  // follows "the"; but no word goes before it that asks for a pronoun ("TELL US").
  bool is_acronym(const article::Passage& passage, Range range, std::size_t word) {
    const std::string_view text = passage.text.substr(range.begin, range.size());
    const Form& acronym = words_.of(text, false);
    if (acronym.exact == words_.of(text, true).exact) return false;
    const std::string before = word == 0 ? std::string() : folded(passage, word - 1);
    constexpr std::string_view kPronounBehind =
        " let give gives tell tells told to with join help make makes between among show shows ";
    if (word > 0 && kPronounBehind.find(" " + before + " ") != kPronounBehind.npos) return false;
    if (acronym.exact == "us." && (word == 0 || before == "the")) return true;
    return is_written_elsewhere(acronym);
  }

  std::string folded(const article::Passage& passage, std::size_t word) {
    const Range range = passage.words[word];
    return base::ascii_lower(passage.text.substr(range.begin, range.size()));
  }

  bool is_written_elsewhere(const Form& acronym) {
    if (!acronyms_) {
      acronyms_.emplace();
      for (const article::Passage& passage : passages_) {
        if (!passage.shouting) collect_acronyms(passage);
      }
    }
    return acronyms_->contains(acronym.exact);
  }

  // Those that keep their identity: their exact form ends in a full stop.
  void collect_acronyms(const article::Passage& passage) {
    for (const Range range : passage.words) {
      const std::string_view word = passage.text.substr(range.begin, range.size());
      if (word.size() > kMostAcronymBytes || !base::is_ascii_upper(word.front())) continue;
      const Form& form = words_.of(word, false);
      if (form.exact.ends_with('.')) acronyms_->insert(form.exact);
    }
  }

  void add_posting(std::uint32_t term, std::uint32_t position, std::uint32_t weight) {
    result_.postings.push_back({term, position, weight});
    result_.sources.push_back(static_cast<std::uint32_t>(result_.tokens.size() - 1));
  }

  void add_mentions(const article::Passage& passage, std::uint32_t number, std::size_t word,
                    std::uint32_t position) {
    for (; mention_ < mentions_.size(); ++mention_) {
      const actors::Found& mention = mentions_[mention_];
      if (mention.passage != number || mention.word != word) return;
      const std::string_view id = cast_.id(mention.actor);
      result_.actors.push_back({id, mention.range, number, position, passage.field});
      add_actor_posting(actor_term(passage.field, id), position);
      if (passage.field == Field::kTitle) add_actor_posting(title_actor_term(id), position);
    }
  }

  void add_actor_posting(const std::string& term, std::uint32_t position) {
    result_.postings.push_back({analyzer_.terms_.intern(term), position, 0});
    result_.sources.push_back(Analysis::kActorSource |
                              static_cast<std::uint32_t>(result_.actors.size() - 1));
  }

  bool exact_forms() const { return analyzer_.rules().exact_forms; }

  Analyzer& analyzer_;
  std::span<const article::Passage> passages_;
  Forms& words_;
  std::span<const actors::Found> mentions_;
  const actors::Cast& cast_;
  Analysis& result_;
  TokenPositions positions_;
  std::size_t mention_ = 0;                        // the next one
  std::optional<std::set<std::string>> acronyms_;  // outside of capitals, once somebody asks
};

Analyzer::Analyzer(const Rules& rules, std::size_t memory) : rules_(rules), memory_(memory) {}

Forms& Analyzer::forms(std::string_view language) {
  const auto known = forms_.find(language);
  if (known != forms_.end()) return known->second;
  return forms_.try_emplace(std::string(language), rules_, std::string(language), memory_)
      .first->second;
}

void Analyzer::forget_terms() {
  terms_ = {};
  forms_.clear();  // which remember numbers
}

Analysis Analyzer::analyze(std::span<const article::Passage> passages, std::string_view language,
                           std::span<const actors::Found> mentions, const actors::Cast& cast) {
  Analysis result;
  analyze(passages, language, mentions, cast, result);
  return result;
}

void Analyzer::analyze(std::span<const article::Passage> passages, std::string_view language,
                       std::span<const actors::Found> mentions, const actors::Cast& cast,
                       Analysis& result) {
  Forms& words = forms(language);
  words.trim();
  result.tokens.clear();
  result.actors.clear();
  result.postings.clear();
  result.sources.clear();
  Reading(*this, passages, words, mentions, cast, result).read_all();
}

std::uint32_t Analyzer::number(const Form& form, Field field, bool exact) {
  std::uint32_t& known = form.numbers[2 * static_cast<std::size_t>(field) + (exact ? 1 : 0)];
  if (known != Form::kUnnumbered) return known;
  if (field == Field::kTitle) {
    known = terms_.intern(exact ? title_exact_term(form.exact) : title_stem_term(form.stem));
  } else {
    known = terms_.intern(exact ? exact_term(field, form.exact) : stem_term(field, form.stem));
  }
  return known;
}

}  // namespace dateline::analysis
