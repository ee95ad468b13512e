// SQLite FTS5: a table without contents, Porter stems, optimised.
#include "compare/clock.hpp"
#include "compare/engine.hpp"

#include <sqlite3.h>

#include <cctype>
#include <stdexcept>

namespace compare {
namespace {

using Statement = std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)>;

class SqliteEngine : public Engine {
 public:
  ~SqliteEngine() override {
    rank_.reset();
    count_.reset();
    sqlite3_close(database_);
  }

  std::string name() const override { return std::string("SQLite FTS5 ") + sqlite3_libversion(); }

  double build(const Articles& articles, const fs::path& folder) override {
    file_ = folder / "fts5.db";
    check(sqlite3_open(file_.c_str(), &database_));
    const double seconds = seconds_of([&] {
      run("CREATE VIRTUAL TABLE t USING fts5(text, source, content='', "
          "tokenize='porter unicode61')");
      run("BEGIN");
      Statement insert = prepare("INSERT INTO t(rowid, text, source) VALUES (?, ?, ?)");
      for (std::size_t i = 0; i < articles.size(); ++i) add(*insert, i, articles[i]);
      run("INSERT INTO t(t) VALUES ('optimize')");
      run("COMMIT");
    });
    run("PRAGMA cache_size = -1000000");  // as much as it wants: what is compared is warm
    rank_ = prepare("SELECT rowid, rank FROM t WHERE t MATCH ? ORDER BY rank LIMIT ?");
    count_ = prepare("SELECT count(*) FROM t WHERE t MATCH ?");
    return seconds;
  }

  // Pages that 'optimize' has freed do not count.
  std::uint64_t bytes() const override {
    return number("PRAGMA page_size") *
           (number("PRAGMA page_count") - number("PRAGMA freelist_count"));
  }

  Answer ask(const Question& question) override {
    Answer answer;
    answer.us = 1e6 * seconds_of([&] { answer.hits = hits_of(question); });
    return answer;
  }

 private:
  void check(int status) const {
    if (status != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(database_));
  }
  void run(const char* sql) const {
    check(sqlite3_exec(database_, sql, nullptr, nullptr, nullptr));
  }
  Statement prepare(const char* sql) const {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v3(database_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
    return {statement, sqlite3_finalize};
  }
  std::uint64_t number(const char* sql) const {
    const Statement statement = prepare(sql);
    if (sqlite3_step(statement.get()) != SQLITE_ROW) check(SQLITE_ERROR);
    return static_cast<std::uint64_t>(sqlite3_column_int64(statement.get(), 0));
  }
  static void bind(sqlite3_stmt& statement, int place, const std::string& text) {
    sqlite3_bind_text(&statement, place, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
  }

  void add(sqlite3_stmt& insert, std::size_t number, const dateline::Article& article) const {
    const std::string text = whole_text(article);
    sqlite3_bind_int64(&insert, 1, static_cast<sqlite3_int64>(number + 1));
    bind(insert, 2, text);
    bind(insert, 3, article.source.value_or(""));
    if (sqlite3_step(&insert) != SQLITE_DONE) check(SQLITE_ERROR);
    check(sqlite3_reset(&insert));
  }

  // Each word in quotes, so that nothing in it is an operator.
  static std::string match_of(const Question& question) {
    std::string line = "\"";
    for (const char c : question.line) {
      if (c == ' ' && question.match != Match::kPhrase) {
        line += question.match == Match::kAny ? "\" OR \"" : "\" AND \"";
      } else {
        line += c == '"' ? ' ' : c;
      }
    }
    line = "{text}: (" + line + "\")";
    return question.source.empty() ? line : line + " AND source: \"" + question.source + "\"";
  }

  std::uint64_t hits_of(const Question& question) const {
    sqlite3_stmt& statement = question.count ? *count_ : *rank_;
    const std::string match = match_of(question);
    bind(statement, 1, match);
    if (!question.count) {
      sqlite3_bind_int64(&statement, 2, static_cast<sqlite3_int64>(question.top));
    }
    std::uint64_t hits = 0;
    while (sqlite3_step(&statement) == SQLITE_ROW) {
      hits = question.count ? static_cast<std::uint64_t>(sqlite3_column_int64(&statement, 0))
                            : hits + 1;
    }
    check(sqlite3_reset(&statement));
    return hits;
  }

  fs::path file_;
  sqlite3* database_ = nullptr;
  Statement rank_{nullptr, sqlite3_finalize};
  Statement count_{nullptr, sqlite3_finalize};
};

}  // namespace

std::unique_ptr<Engine> make_sqlite() {
  return std::make_unique<SqliteEngine>();
}

}  // namespace compare
