// Runs of capitalised words, cut into names.  In: passages, listed names.  Out: spotted names.
// Tested by tests/actors/spotter_test.cpp.
#include "actors/spotter.hpp"

#include "actors/acronym_spotter.hpp"
#include "actors/body_names.hpp"
#include "actors/name_runs.hpp"
#include "actors/spot_sheet.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace dateline::actors {
namespace {

constexpr std::size_t kShortWord = 3;  // bytes; shorter ones are no villages

// Every word that the article writes without a capital, collected once somebody asks.
class SmallWords {
 public:
  explicit SmallWords(std::span<const article::Passage> passages) : passages_(passages) {}

  bool contains(std::string_view word) {
    if (!words_) collect();
    return words_->contains(base::ascii_lower(word));
  }

 private:
  void collect() {
    words_.emplace();
    for (const article::Passage& passage : passages_) {
      for (const Range range : passage.words) {
        if (base::is_ascii_lower(passage.text[range.begin])) {
          words_->insert(passage.text.substr(range.begin, range.size()));
        }
      }
    }
  }

  std::span<const article::Passage> passages_;
  std::optional<WordSet> words_;
};

// Reads one passage.
class PassageSpotter {
 public:
  PassageSpotter(const PassageWords& words, std::uint32_t passage, const ListedWords& listed,
                 const NameRules& rules, SmallWords& small, SpotSheet& sheet)
      : words_(words),
        passage_(passage),
        listed_(listed),
        rules_(rules),
        small_(small),
        bodies_(words, listed, rules),
        runs_(words, listed, rules),
        sheet_(sheet) {}

  void run() {
    AcronymSpotter acronyms(words_, passage_, listed_, rules_, sheet_);
    acronyms.read();
    if (!words_.is_headline()) read();
    acronyms.settle();
  }

 private:
  void read() {
    for (std::size_t at = 0; at < words_.size();) {
      if (!is_name_like(words_, listed_, rules_, at)) {
        const auto body = bodies_.behind_no_name(at);
        if (body) take_body(*body);
        at = body ? body->end : at + 1;
        continue;
      }
      const std::size_t end = runs_.end_of(at);
      cut_at_titles(at, end);
      at = std::max(end, read_up_to_);
    }
  }

  bool is_title_at(std::size_t at, std::size_t begin, std::size_t end) const {
    if (listed_.at(at) || at + 1 >= end || !rules_.titles.contains(words_.word(at))) return false;
    return at == begin || !rules_.given_names.contains(words_.word(begin));
  }

  void cut_at_titles(std::size_t begin, std::size_t end) {
    read_up_to_ = end;
    if (is_whole_body({begin, end})) return;
    bool titled = false;
    std::size_t from = begin;
    for (std::size_t at = begin; at < end; ++at) {
      if (!is_title_at(at, from, end)) continue;
      read_piece({from, at, titled});
      from = at + 1;
      titled = true;
    }
    read_piece({from, end, titled});
  }

  // "General Electric Company", "Urban Justice Center": titles within bodies are no titles.
  bool is_whole_body(NameRun run) {
    run = runs_.over_no_names(runs_.without_openers(run));
    if (run.end - run.begin < 2 || listed_.at(run.end - 1)) return false;
    if (!ends_as_body(words_, rules_, run) && !bodies_.has_head(run)) return false;
    for (std::size_t at = run.begin; at + 1 < run.end; ++at) {
      if (!is_title_at(at, run.begin, run.end)) continue;
      if (at == run.begin || !are_common(at + 1, run.end)) return false;
    }
    return take_body(bodies_.body(run));
  }

  bool are_common(std::size_t begin, std::size_t end) const {
    for (; begin < end; ++begin) {
      if (!rules_.is_common(words_.word(begin))) return false;
    }
    return true;
  }

  bool take_body(const std::optional<NameRun>& body) {
    if (!body) return false;
    read_up_to_ = std::max(read_up_to_, body->end);
    sheet_.swallow(listed_, *body, true);
    sheet_.add(words_, passage_, *body).body += 3;
    return true;
  }

  void read_piece(NameRun run) {
    run = without_department(runs_.without_openers(run));
    if (run.begin >= run.end) return;
    if (!run.titled && run.begin > 0 && listed_.is(run.begin - 1, "office")) run.titled = true;
    if (bodies_.is_law(run)) {
      if (!listed_.whole(run)) sheet_.swallow(listed_, run, false);
      return;
    }
    if (take_body(bodies_.body(run)) || read_place(run) || read_person_over_listed(run)) return;
    // What is listed parts the rest.
    for (std::size_t at = run.begin; at < run.end;) {
      if (listed_.at(at)) {
        run.titled = listed_.is(at, "office");
        ++at;
        continue;
      }
      std::size_t end = at;
      while (end < run.end && !listed_.at(end)) ++end;
      read_plain({at, end, run.titled});
      run.titled = false;
      at = end;
    }
  }

  // "State Dana Sabraw" behind "Secretary of": the person.
  NameRun without_department(NameRun run) const {
    if (run.begin < 2 || words_.word(run.begin - 1) != "of" ||
        words_.gap(run.begin) != Gap::kBlank ||
        !rules_.titles.contains(words_.word(run.begin - 2))) {
      return run;
    }
    for (std::size_t at = run.begin + 1; at + 1 < run.end && !listed_.at(at); ++at) {
      if (rules_.given_names.contains(words_.word(at))) return {at, run.end, true};
    }
    return run;
  }

  bool read_place(const NameRun& run) {
    if (listed_.at(run.end - 1) || listed_.whole(run) || !is_place_name(words_, rules_, run)) {
      return false;
    }
    const bool person = run.end - run.begin == 2 &&
                        rules_.given_names.contains(words_.word(run.begin)) &&
                        !ends_as_nothing_but_place(words_, run);
    if (run.titled || person) return false;
    if (listed_.is(run.begin, "country")) return false;
    sheet_.swallow(listed_, run, true);
    sheet_.add(words_, passage_, run).place += 3;
    return true;
  }

  // "Jordan Peele", "Eric Trump", "Nixon Kiprotich": a listed name is only part of a person's.
  bool read_person_over_listed(const NameRun& run) {
    if (run.end - run.begin < 2 || run.end - run.begin > 3) return false;
    const bool given = rules_.given_names.contains(words_.word(run.begin));
    const bool surname_before = !rules_.common.empty() && run.end - run.begin == 2 &&
                                listed_.is(run.begin, "person") &&
                                words_.word(run.begin + 1).size() > kShortWord &&
                                is_unknown(words_, rules_, {run.begin + 1, run.end});
    if (!given && !surname_before) return false;
    const bool first = listed_.at(run.begin);
    const bool last = listed_.at(run.end - 1);
    if (first == last || listed_.whole(run)) return false;
    for (std::size_t at = run.begin; at < run.end; ++at) {
      if (!listed_.at(at)) continue;
      if (listed_.candidate(at).words > 1 || listed_.kind(at) == "office") return false;
      if (listed_.meaning(at).how == How::kAdjective) return false;
    }
    if (last && !listed_.is(run.end - 1, "person") && words_.gap(run.end) == Gap::kHyphen)
      return false;
    sheet_.swallow(listed_, run, false);
    NameEvidence& evidence = sheet_.add(words_, passage_, run);
    const int points = person_points(words_, rules_, run) + (given ? 0 : kPersonAt);
    evidence.person = std::max(evidence.person, points);
    return true;
  }

  void read_plain(NameRun run) {
    while (run.begin < run.end && words_.begins_sentence(run.begin) &&
           rules_.openers.contains(words_.word(run.begin))) {
      ++run.begin;
    }
    if (is_led_by_a_word(words_, rules_, run)) ++run.begin;
    if (run.begin >= run.end) return;
    const bool told = run.titled || rules_.given_names.contains(words_.word(run.begin));
    if (!told && !words_.has_telling_capitals()) return;
    const bool in_place = stands_before_place(run);
    if (!run.titled && is_told_as_body(words_, rules_, run)) {
      sheet_.add(words_, passage_, run).body += 3;
      return;
    }
    if (run.end - run.begin == 1) {
      read_single(run, in_place);
      return;
    }
    NameEvidence& evidence = sheet_.add(words_, passage_, run);
    evidence.person =
        std::max(evidence.person, person_points(words_, rules_, run) + origin_points(run));
    const bool behind_in = follows_in(words_, run.begin) && !words_.possessive(run.end - 1);
    evidence.is_behind_in = evidence.is_behind_in || behind_in;
    if (in_place && !run.titled) evidence.place += 4;
  }

  // "Wilson Kipketer (Denmark)", as in tables of results.
  int origin_points(const NameRun& run) const {
    const bool origin = run.end < words_.size() && words_.before(run.end) == " (" &&
                        listed_.is(run.end, "country") &&
                        listed_.meaning(run.end).how != How::kAdjective;
    return origin ? kPersonAt : 0;
  }

  void read_single(const NameRun& run, bool in_place) {
    const std::string_view word = words_.word(run.begin);
    const bool acts =
        is_introduced(words_, rules_, run.end) ||
        (words_.gap(run.end) == Gap::kBlank && rules_.speech.contains(words_.word(run.end)));
    if (!words_.begins_sentence(run.begin) || acts) sheet_.note_alone(word);
    if (in_place && !run.titled && word.size() >= kShortWord) {
      sheet_.add(words_, passage_, run).place += 3;
    } else if (run.titled && is_surname_alone(run.begin)) {
      NameEvidence& evidence = sheet_.add(words_, passage_, run);
      evidence.person = std::max(evidence.person, kPersonAt);
    } else if (is_place_alone(words_, rules_, run)) {
      sheet_.add(words_, passage_, run).place += 2;
    }
  }

  // "Judge Sabraw"; not "General Election".
  bool is_surname_alone(std::size_t at) const {
    const std::string_view word = words_.word(at);
    return !words_.acronym(at) && word.size() > 1 && !rules_.titles.contains(word) &&
           !rules_.body_endings.contains(word) && !rules_.place_endings.contains(word) &&
           !rules_.openers.contains(word) && !small_.contains(word);
  }

  // "Tornillo, Texas" behind "in"; "TORNILLO, Texas (Reuters)".
  bool stands_before_place(const NameRun& run) const {
    if (run.end >= words_.size() || words_.before(run.end) != ", ") return false;
    const bool place = listed_.is(run.end, "place") || listed_.is(run.end, "country");
    if (!place || listed_.meaning(run.end).how == How::kAdjective) return false;
    return run.begin == 0 || follows_locative(words_, run.begin);
  }

  const PassageWords& words_;
  std::uint32_t passage_;
  const ListedWords& listed_;
  const NameRules& rules_;
  SmallWords& small_;
  BodyNames bodies_;
  NameRuns runs_;
  SpotSheet& sheet_;
  std::size_t read_up_to_ = 0;
};

}  // namespace

Spots spot_names(const Catalog& catalog, const NameRules& rules,
                 std::span<const article::Passage> passages,
                 const std::vector<Candidate>& candidates) {
  SpotSheet sheet(candidates.size());
  if (rules.empty()) return sheet.take();
  SmallWords small(passages);
  ListedWords listed(catalog, candidates);
  for (std::uint32_t p = 0; p < passages.size(); ++p) {
    listed.enter(passages[p], p);
    if (passages[p].field == Field::kJunk || passages[p].shouting) continue;
    PassageSpotter(PassageWords(passages[p], rules), p, listed, rules, small, sheet).run();
  }
  return sheet.take();
}

}  // namespace dateline::actors
