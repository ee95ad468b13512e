// From lines of a PETRARCH dictionary to actors.  In: a file.  Out: records.
// Tested by tests/actors/petrarch_file_test.cpp.
#include "actors/petrarch_file.hpp"

#include "actors/quote_speaker.hpp"
#include "base/files.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <utility>

namespace dateline::actors {
namespace {

constexpr std::size_t kAcronymLetters = 4;
constexpr std::size_t kCountryCode = 3;  // letters

std::string_view trim(std::string_view text) {
  while (!text.empty() && base::is_ascii_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && base::is_ascii_space(text.back())) text.remove_suffix(1);
  return text;
}

// "BANK_OF_ENGLAND_" as words parted by blanks.
std::string words_of(std::string_view typed) {
  std::string name;
  for (const char c : typed) {
    const bool blank = c == '_' || base::is_ascii_space(c);
    if (!blank) name.push_back(c);
    if (blank && !name.empty() && name.back() != ' ') name.push_back(' ');
  }
  if (name.ends_with(' ')) name.pop_back();
  return name;
}

// "Bank of England", as news writes it.
std::string as_written(const std::string& capitals) {
  constexpr std::string_view kSmall[] = {"of", "the", "and", "for", "in",
                                         "on", "de",  "la",  "bin", "al"};
  if (capitals.size() <= kAcronymLetters) return capitals;
  std::string name;
  for (std::size_t at = 0; at < capitals.size();) {
    const std::size_t end = std::min(capitals.find_first_of(" -", at), capitals.size());
    std::string word = base::ascii_lower(std::string_view(capitals).substr(at, end - at));
    const bool small =
        at > 0 && std::find(std::begin(kSmall), std::end(kSmall), word) != std::end(kSmall);
    if (!small && !word.empty()) word.front() = capitals[at];
    name += word;
    if (end < capitals.size()) name.push_back(capitals[end]);
    at = end + 1;
  }
  return name;
}

class DictionaryReader {
 public:
  explicit DictionaryReader(std::string where) : where_(std::move(where)) {}

  void line(std::string_view text, std::size_t number) {
    text = text.substr(0, text.find_first_of(";#"));
    const std::size_t code = text.find('[');
    const std::string_view name = trim(text.substr(0, code));
    if (name.starts_with('+')) {
      add_name(words_of(name.substr(1)));
    } else if (!name.empty()) {
      begin(words_of(name), number);
    }
    if (code != std::string_view::npos) note_code(text.substr(code + 1));
  }

  std::vector<CatalogRecord> take() {
    finish();
    return std::move(records_);
  }

 private:
  void begin(std::string name, std::size_t number) {
    finish();
    open_ = base::is_ascii_alpha(name.front()) && name.find('~') == std::string::npos;
    if (!open_) return;
    current_ = {};
    current_.where = where_ + ":" + std::to_string(number);
    current_.entry.actor.name = as_written(name);
    add_name(std::move(name));
  }

  void add_name(std::string name) {
    if (!open_ || name.empty()) return;
    std::string written = as_written(name);
    auto& names = current_.entry.names;
    names.push_back({written, How::kName});
    if (written != name) names.push_back({std::move(name), How::kName});
  }

  // "RUSGOV >991231]"
  void note_code(std::string_view code) {
    code = trim(code.substr(0, code.find(']')));
    const std::size_t end = std::min(code.find(' '), code.size());
    agents_ = agents_ || code.starts_with('~');
    is_dated_ = is_dated_ || end < code.size();
    is_country_ = is_country_ || end == kCountryCode;
  }

  void finish() {
    const bool known = open_ && !agents_;
    Actor& actor = current_.entry.actor;
    actor.kind = is_dated_ ? "person" : is_country_ ? "country" : "org";
    agents_ = is_dated_ = is_country_ = false;
    if (!known) return;
    open_ = false;
    actor.id = speaker_slug(actor.name);
    const auto [place, is_new] = by_id_.try_emplace(actor.id, records_.size());
    if (is_new) {
      records_.push_back(std::move(current_));
      return;
    }
    auto& names = records_[place->second].entry.names;
    std::move(current_.entry.names.begin(), current_.entry.names.end(), std::back_inserter(names));
  }

  std::string where_;
  CatalogRecord current_;
  bool open_ = false;
  bool agents_ = false;
  bool is_dated_ = false;
  bool is_country_ = false;
  std::vector<CatalogRecord> records_;
  std::unordered_map<std::string, std::size_t> by_id_;
};

}  // namespace

bool is_petrarch_file(const std::filesystem::path& file) {
  const std::string name = file.filename().string();
  return name.ends_with(".actors.txt") || name.ends_with(".actors");
}

std::vector<CatalogRecord> read_petrarch_file(const std::filesystem::path& file) {
  const std::string bytes = base::system_files().read_all(file);
  DictionaryReader reader(file.string());
  std::size_t number = 0;
  for (std::string_view rest = bytes; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    reader.line(rest.substr(0, end), ++number);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return reader.take();
}

}  // namespace dateline::actors
