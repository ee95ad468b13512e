// How fast texts become numbered terms, beside ICU's word iterator and Xapian's TermGenerator.
// In: files of UTF-8, one paragraph a line; the sample articles where none is given.
// Out: bytes per second by Google Benchmark, one thread, caches warm.
// Before a file is timed, its words are compared with ICU's and its terms with words folded one by one.
#include "analysis/analyzer.hpp"
#include "article/passages.hpp"
#include "base/files.hpp"
#include "base/utf8.hpp"
#include "text/fold.hpp"
#include "text/language.hpp"
#include "text/segmenter.hpp"

#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>
#include <xapian.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {
namespace {

constexpr std::size_t kArticleBytes = 4096;  // about as long as news is

// An article with a block for each line; the ways to read it borrow it.
struct Prepared {
  Article article;
  Page page;
};

struct Corpus {
  std::string name;
  std::string language;
  std::vector<Prepared> articles;
  std::int64_t bytes = 0;
};

Prepared prepare(std::string_view text) {
  Prepared result;
  result.article.text = text;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) result.page.blocks.push_back({Role::kBody, {begin, end}, {}});
    begin = end + 1;
  }
  return result;
}

Corpus read(const std::filesystem::path& path) {
  std::size_t replaced = 0;
  const std::string bytes = base::repair_utf8(base::system_files().read_all(path), replaced);
  Corpus corpus;
  corpus.name = path.stem().string();
  corpus.language = text::guess_language(bytes).code;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = bytes.find('\n', std::min(begin + kArticleBytes, bytes.size()));
    corpus.articles.push_back(prepare(std::string_view(bytes).substr(begin, end - begin)));
    corpus.bytes += static_cast<std::int64_t>(corpus.articles.back().article.text.size());
    begin = std::min(end, bytes.size());
  }
  return corpus;
}

// The library's way, as an index goes it.
class Reader {
 public:
  Reader() : analyzer_(rules_) {}
  const analysis::Analysis& read(const Prepared& one, std::string_view language) {
    passages_ = article::passages(one.article, one.page, breaker_);
    analyzer_.analyze(passages_, language, {}, nobody_, analysis_);
    return analysis_;
  }
  const std::vector<article::Passage>& passages() const { return passages_; }
  std::string_view term(std::uint32_t number) const { return analyzer_.terms()[number]; }

 private:
  analysis::Rules rules_;
  actors::Catalog nobody_;
  text::WordBreaker breaker_;
  analysis::Analyzer analyzer_;
  std::vector<article::Passage> passages_;
  analysis::Analysis analysis_;
};

// Whether each word begins where ICU begins a segment, behind a full stop or behind a narrow blank
// (which ICU takes for part of a word), and each folds to its exact form.
bool is_right(const Corpus& corpus) {
  Reader reader;
  text::Segmenter icu(text::Segmenter::Unit::kWord);
  for (const Prepared& one : corpus.articles) {
    const analysis::Analysis& analysis = reader.read(one, corpus.language);
    for (const article::Passage& passage : reader.passages()) {
      std::vector<bool> is_begin(passage.range.size() + 1);
      icu.each(passage.text.substr(passage.range.begin, passage.range.size()),
               [&](Range segment, std::int32_t) { is_begin[segment.begin] = true; });
      for (const Range word : passage.words) {
        const std::size_t at = word.begin - passage.range.begin;
        const std::string_view before = passage.text.substr(0, word.begin);
        if (is_begin[at] || before.ends_with('.') || before.ends_with("\u202F")) continue;
        return false;
      }
    }
    for (const analysis::Token& token : analysis.tokens) {
      const auto word = one.article.text.substr(token.range.begin, token.range.size());
      const bool is_plain = word.find_first_of(".'-") == word.npos && base::is_ascii(word);
      if (is_plain && token.form->exact != text::fold_case(word)) return false;
    }
  }
  return true;
}

void Dateline(benchmark::State& state, const Corpus& corpus) {
  if (!is_right(corpus)) return state.SkipWithError("wrong words");
  Reader reader;
  for (const Prepared& one : corpus.articles) reader.read(one, corpus.language);  // warm
  for (auto _ : state) {
    std::size_t postings = 0;
    for (const Prepared& one : corpus.articles) {
      postings += reader.read(one, corpus.language).postings.size();
    }
    benchmark::DoNotOptimize(postings);
  }
  state.SetBytesProcessed(state.iterations() * corpus.bytes);
}

void DatelineWords(benchmark::State& state, const Corpus& corpus) {
  text::WordBreaker breaker;
  for (auto _ : state) {
    std::size_t words = 0;
    for (const Prepared& one : corpus.articles) {
      words += article::passages(one.article, one.page, breaker).size();
    }
    benchmark::DoNotOptimize(words);
  }
  state.SetBytesProcessed(state.iterations() * corpus.bytes);
}

// Boundaries alone, in UTF-16, which is ICU's fastest.
void IcuWordIterator(benchmark::State& state, const Corpus& corpus) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> iterator(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status) != 0) return state.SkipWithError("no iterator");
  for (auto _ : state) {
    std::size_t segments = 0;
    for (const Prepared& one : corpus.articles) {
      const std::string& text = one.article.text;
      const auto wide = icu::UnicodeString::fromUTF8(
          icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
      iterator->setText(wide);
      while (iterator->next() != icu::BreakIterator::DONE) ++segments;
    }
    if (segments == 0) return state.SkipWithError("no segments");
  }
  state.SetBytesProcessed(state.iterations() * corpus.bytes);
}

// Terms of one document, before any of them goes into a database.
void XapianTermGenerator(benchmark::State& state, const Corpus& corpus) {
  const std::string& language = corpus.language;
  const bool has_stemmer =
      language == "en" || language == "de" || language == "fr" || language == "ru";
  Xapian::TermGenerator generator;
  if (has_stemmer) generator.set_stemmer(Xapian::Stem(language));
  for (auto _ : state) {
    std::size_t terms = 0;
    for (const Prepared& one : corpus.articles) {
      Xapian::Document document;
      generator.set_document(document);
      generator.set_termpos(0);
      generator.index_text(one.article.text);
      terms += document.termlist_count();
    }
    if (terms == 0) return state.SkipWithError("no terms");
  }
  state.SetBytesProcessed(state.iterations() * corpus.bytes);
}

// The samples as one text.
std::filesystem::path samples() {
  const auto path = std::filesystem::temp_directory_path() / "dateline_samples.txt";
  std::string text;
  for (const auto& entry : std::filesystem::directory_iterator(DATELINE_SAMPLES)) {
    text += base::system_files().read_all(entry.path()) + "\n";
  }
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "wb"),
                                                       &std::fclose);
  if (file) std::fwrite(text.data(), 1, text.size(), file.get());
  return path;
}

void add(const Corpus& corpus) {
  using Measure = void (*)(benchmark::State&, const Corpus&);
  const std::pair<const char*, Measure> measures[] = {{"Dateline", Dateline},
                                                      {"DatelineWords", DatelineWords},
                                                      {"IcuWordIterator", IcuWordIterator},
                                                      {"XapianTermGenerator", XapianTermGenerator}};
  for (const auto& [name, measure] : measures) {
    const std::string full = std::string(name) + "/" + corpus.name + ":" + corpus.language;
    benchmark::RegisterBenchmark(full.c_str(), [&corpus,
                                                measure = measure](benchmark::State& state) {
      measure(state, corpus);
    })->Unit(benchmark::kMillisecond);
  }
}

}  // namespace
}  // namespace dateline

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  std::vector<std::filesystem::path> files(argv + 1, argv + argc);
  if (files.empty()) files.push_back(dateline::samples());
  std::vector<dateline::Corpus> corpora;
  for (const auto& file : files) corpora.push_back(dateline::read(file));
  for (const auto& corpus : corpora) dateline::add(corpus);
  benchmark::RunSpecifiedBenchmarks();
}
