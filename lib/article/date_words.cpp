// The words by which texts speak of dates.  In: a token.  Out: what it says.
// Tested by tests/article/date_words_test.cpp.
#include "article/date_words.hpp"

#include <algorithm>
#include <bitset>
#include <string_view>
#include <unordered_map>

namespace dateline::article {
namespace {

struct WordList {
  DateWord word;
  std::string_view words;
};

// English, German, French, Spanish, Russian, Ukrainian, as far as a word has no other sense.
constexpr WordList kWords[] = {
    {DateWord::kLast,
     "last past letzten letzte letzter letztes vergangenen dernier dernière pasado pasada "
     "прошлый прошлого прошлом прошлую минулого минулий минулої"},
    {DateWord::kNext,
     "next coming nächsten nächste nächster kommenden prochain prochaine próximo próxima "
     "следующий следующего следующем наступного наступний"},
    {DateWord::kThis, "this diesen dieses diesem"},
    {DateWord::kYesterday, "yesterday gestern ayer вчера вчора"},
    {DateWord::kToday, "today heute aujourd'hui сегодня сьогодні"},
    {DateWord::kTomorrow, "tomorrow morgen demain завтра"},
    {DateWord::kMonthUnit,
     "month months month's monat monats monate mois mes месяц месяца месяце місяця"},
    {DateWord::kYearUnit, "year years year's jahr jahres jahre année año год года году року рік"},
    {DateWord::kDayUnit, "day days tag tage jour jours día días"},
    {DateWord::kAgo, "ago"},
    {DateWord::kName,
     "january jan januar jänner janvier enero января январь січня february feb februar "
     "février febrero февраля февраль лютого march mar märz mars marzo марта март березня "
     "april apr avril abril апреля апрель квітня may mai mayo мая май травня june jun juni "
     "juin junio июня июнь червня july jul juli juillet julio июля июль липня august aug "
     "août aout agosto августа август серпня september sep sept septembre septiembre "
     "сентября сентябрь вересня october oct oktober octobre octubre октября октябрь жовтня "
     "november nov novembre noviembre ноября ноябрь листопада december dec dezember "
     "décembre diciembre декабря декабрь грудня sunday sonntag dimanche domingo "
     "воскресенье неділю monday montag lundi lunes понедельник понеділок tuesday dienstag "
     "mardi martes вторник вівторок wednesday mittwoch mercredi miércoles среду середу "
     "thursday donnerstag jeudi jueves четверг четвер friday freitag vendredi viernes "
     "пятницу п'ятницю saturday samstag sonnabend samedi sábado субботу суботу"}};

// What a word is here; most words of a text are told to be nothing by one look at a small table.
class WordTable {
 public:
  WordTable() {
    for (const auto& [word, words] : kWords) {
      for (std::string_view rest = words; !rest.empty();) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        const std::uint64_t hash = word_hash(rest.substr(0, end));
        words_.emplace(hash, word);
        seen_.set(hash % kPlaces);
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
  }
  DateWord operator[](const Token& token) const {
    if (!seen_[token.hash % kPlaces] || !is_word(token)) return DateWord::kNone;
    const auto found = words_.find(token.hash);
    return found == words_.end() ? DateWord::kNone : found->second;
  }

 private:
  static constexpr std::size_t kPlaces = 8192;
  std::bitset<kPlaces> seen_;
  std::unordered_map<std::uint64_t, DateWord> words_;
};

}  // namespace

DateWord date_word(const Token& token) {
  static const WordTable table;
  return table[token];
}

}  // namespace dateline::article
