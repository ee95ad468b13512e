// Xapian as its documentation advises: TermGenerator with English stems, compacted; Enquire with
// BM25.  Stems have positions and exact forms are left out, so that its terms are Dateline's.
#include "compare/clock.hpp"
#include "compare/engine.hpp"

#include <xapian.h>

#include <algorithm>

namespace compare {
namespace {

constexpr double kK1 = 1.2;
constexpr double kB = 0.75;

class XapianEngine : public Engine {
 public:
  XapianEngine() {
    generator_.set_stemmer(Xapian::Stem("english"));
    generator_.set_stemming_strategy(Xapian::TermGenerator::STEM_ALL);
  }

  std::string name() const override { return std::string("Xapian ") + Xapian::version_string(); }

  double build(const Articles& articles, const fs::path& folder) override {
    file_ = folder / "compacted";
    const double seconds = seconds_of([&] {
      Xapian::WritableDatabase database((folder / "growing").string(), Xapian::DB_CREATE);
      for (const dateline::Article& article : articles) database.add_document(read(article));
      database.commit();
      database.compact(file_.string(), Xapian::DBCOMPACT_SINGLE_FILE);
    });
    fs::remove_all(folder / "growing");
    database_ = Xapian::Database(file_.string());
    return seconds;
  }

  std::uint64_t bytes() const override { return fs::file_size(file_); }

  Answer ask(const Question& question) override {
    Answer answer;
    answer.us = 1e6 * seconds_of([&] { answer.hits = hits_of(question); });
    return answer;
  }

 private:
  Xapian::Document read(const dateline::Article& article) {
    Xapian::Document document;
    generator_.set_document(document);
    if (article.title) {
      generator_.index_text(*article.title);
      generator_.increase_termpos();
    }
    generator_.index_text(article.text);
    if (article.source) document.add_boolean_term("S" + *article.source);
    document.set_data(article.id);
    return document;
  }

  std::vector<std::string> terms_of(const std::string& line) {
    Xapian::Document document;
    generator_.set_document(document);
    generator_.set_termpos(0);
    generator_.index_text(line);
    std::vector<std::pair<Xapian::termpos, std::string>> places;
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
      for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at) {
        places.emplace_back(*at, *term);
      }
    }
    std::sort(places.begin(), places.end());
    std::vector<std::string> terms;
    for (auto& [at, term] : places) terms.push_back(std::move(term));
    return terms;
  }

  std::uint64_t hits_of(const Question& question) {
    const auto terms = terms_of(question.line);
    const auto op = question.match == Match::kAny   ? Xapian::Query::OP_OR
                    : question.match == Match::kAll ? Xapian::Query::OP_AND
                                                    : Xapian::Query::OP_PHRASE;
    Xapian::Query query(op, terms.begin(), terms.end());
    if (!question.source.empty()) {
      query = Xapian::Query(Xapian::Query::OP_FILTER, query, Xapian::Query("S" + question.source));
    }
    Xapian::Enquire enquire(database_);
    enquire.set_query(query);
    if (question.count) {
      enquire.set_weighting_scheme(Xapian::BoolWeight());
      return enquire.get_mset(0, 0, database_.get_doccount()).get_matches_lower_bound();
    }
    enquire.set_weighting_scheme(Xapian::BM25Weight(kK1, 0, 1, kB, 0.5));
    return enquire.get_mset(0, static_cast<Xapian::doccount>(question.top)).size();
  }

  fs::path file_;
  Xapian::TermGenerator generator_;
  Xapian::Database database_;
};

}  // namespace

std::unique_ptr<Engine> make_xapian() {
  return std::make_unique<XapianEngine>();
}

}  // namespace compare
