// The words in dates of six languages.  In: a token.  Out: what it names.
// Tested by tests/article/date_names_test.cpp.
#include "article/date_names.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace dateline::article {
namespace {

using Names = std::unordered_map<std::uint64_t, int>;

// One line a month; a name that two languages share stands once.
constexpr std::string_view kMonths[] = {
    "january jan januar jänner janvier janv enero ene января янв январь січня січ січень",
    "february feb februar février fevrier févr fev febrero февраля фев февраль лютого лют лютий",
    "march mar märz mrz mars marzo марта мар март березня бер березень",
    "april apr avril avr abril abr апреля апр апрель квітня квіт квітень",
    "may mai mayo мая май травня трав травень",
    "june jun juni juin junio июня июн июнь червня черв червень",
    "july jul juli juillet juil julio июля июл июль липня лип липень",
    "august aug août aout agosto ago августа авг август серпня серп серпень",
    ("september sep sept septembre septiembre setiembre "
     "сентября сен сент сентябрь вересня вер вересень"),
    "october oct oktober okt octobre octubre октября окт октябрь жовтня жовт жовтень",
    "november nov novembre noviembre ноября ноя ноябрь листопада лист листопад",
    "december dec dezember dez décembre déc diciembre dic декабря дек декабрь грудня груд грудень",
};

constexpr std::string_view kWeekdays[] = {
    "sunday sun sonntag dimanche domingo воскресенье неділя неділю",
    "monday mon montag lundi lunes понедельник понеділок",
    "tuesday tue tues dienstag mardi martes вторник вівторок",
    "wednesday wed mittwoch mercredi miércoles среда среду середа середу",
    "thursday thu thur thurs donnerstag jeudi jueves четверг четвер",
    "friday fri freitag vendredi viernes пятница пятницу п'ятниця п'ятницю",
    "saturday sat samstag sonnabend samedi sábado суббота субботу субота суботу",
};

constexpr std::string_view kJoiners = "of de del";
constexpr std::string_view kYearWords = "г год года р рік року";

void add_names(Names& names, std::string_view words, int value) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    names.emplace(word_hash(words.substr(0, end)), value);
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

int look_up(const Names& names, const Token& token) {
  if (!is_word(token)) return -1;
  const auto found = names.find(token.hash);
  return found == names.end() ? -1 : found->second;
}

template <std::size_t size>
Names make_names(const std::string_view (&lists)[size], int first) {
  Names names;
  for (std::size_t i = 0; i < size; ++i) add_names(names, lists[i], first + static_cast<int>(i));
  return names;
}

const Names& months() {
  static const Names names = make_names(kMonths, 1);
  return names;
}

const Names& weekdays() {
  static const Names names = make_names(kWeekdays, 0);
  return names;
}

const Names& joiners() {
  static const Names names = make_names({kJoiners}, 1);
  return names;
}

const Names& year_words() {
  static const Names names = make_names({kYearWords}, 1);
  return names;
}

}  // namespace

int month_of(const Token& token) {
  return look_up(months(), token);
}

int weekday_of(const Token& token) {
  return look_up(weekdays(), token);
}

bool joins_date(const Token& token) {
  return look_up(joiners(), token) > 0;
}

bool follows_year(const Token& token) {
  return look_up(year_words(), token) > 0;
}

}  // namespace dateline::article
