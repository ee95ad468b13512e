// Real articles written out as pages in many layouts: title and date are found where the page states
// them, and not invented where it does not.
#include "article/page.hpp"
#include "article/pages.hpp"
#include "article/words_of.hpp"
#include "source_dir.hpp"

#include <filesystem>
#include <random>

namespace dateline::article {
namespace {

namespace fs = std::filesystem;

const fs::path kArticles = source_dir() + "/../shared/data/allsides_3k/docs.jsonl.zst";
constexpr std::size_t kPages = 500;

constexpr const char* kMonths[] = {"January",   "February", "March",    "April",
                                   "May",       "June",     "July",     "August",
                                   "September", "October",  "November", "December"};
constexpr const char* kDays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                 "Friday", "Saturday", "Sunday"};

enum class DateForm { kNone, kDateline, kDayInBrackets, kByline, kLine, kIsoLine, kCount };

std::vector<std::string> paragraphs_of(const std::string& text) {
  std::vector<std::string> paragraphs;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find("\n\n", at), text.size());
    if (end > at) paragraphs.push_back(text.substr(at, end - at));
    at = end + 2;
  }
  return paragraphs;
}

// Articles that begin with a sentence, so that all that stands above it is the layout's.
std::vector<Article> plain_articles() {
  std::vector<Article> articles;
  read_articles(
      kArticles,
      [&](Article&& article) {
        if (articles.size() == kPages) return;
        const auto date = Date::parse(article.date.value_or(""));
        const auto paragraphs = paragraphs_of(article.text);
        const bool is_plain = article.title && article.title->size() < 120 && date &&
                              date->day != 0 && paragraphs.size() >= 4 &&
                              paragraphs[0].size() >= 100 && paragraphs[0].back() == '.' &&
                              paragraphs[0].find(article.title->substr(0, 12)) != 0;
        if (!is_plain) return;
        article.title = one_line(*article.title);
        articles.push_back(std::move(article));
      },
      [](const Warning&) {});
  return articles;
}

struct Layout {
  int titles = 0;  // how often the title stands
  bool caption_first = false;
  bool junk = false;
  DateForm date = DateForm::kNone;
};

class Writer {
 public:
  Writer(const Article& article, Layout layout, std::mt19937& random)
      : article_(article), date_(*Date::parse(*article.date)), layout_(layout), random_(random) {}

  std::string write() {
    std::vector<std::string> body = paragraphs_of(article_.text);
    const std::string name = one_of({"Anders Holm", "Maria Keller", "Tom Achebe"});
    const std::string caption =
        one_of({"A view of the harbour on a grey morning. (Photo: Corvina/Jan Kell)",
                "The minister, left, speaks to reporters outside the building | Corvina",
                "FILE PHOTO: People wait for the doors to open. CORVINA/Jan Kell"});
    if (layout_.caption_first) add(caption);
    for (int i = 0; i < layout_.titles; ++i) add(*article_.title);
    if (layout_.date == DateForm::kByline) add("By " + name + " | " + long_form());
    if (layout_.date == DateForm::kLine) add(one_of({"Published ", "Updated: ", ""}) + long_form());
    if (layout_.date == DateForm::kIsoLine) add("Published: " + date_.iso() + " 14:05 GMT");
    if (layout_.date == DateForm::kDateline) {
      body[0] =
          one_of({"OSLO", "NAIROBI", "LIMA"}) + ", " + long_form() + " (Corvina) - " + body[0];
    }
    if (layout_.date == DateForm::kDayInBrackets) {
      body.insert(body.begin() + 1, "The office confirmed this on " + weekday() + " (" +
                                        std::string(kMonths[date_.month - 1], 3) + " " +
                                        std::to_string(date_.day) + "), the busiest day of " +
                                        std::to_string(date_.year) + " so far.");
    }
    for (std::size_t i = 0; i < body.size(); ++i) {
      add(body[i]);
      if (layout_.junk && i % 4 == 1) {
        add(one_of({"Advertisement", "Sign up for our morning newsletter", "Share this article",
                    "Your browser does not support the video tag."}));
      }
    }
    return page_;
  }

 private:
  void add(const std::string& block) { page_ += block + "\n\n"; }
  std::string one_of(std::initializer_list<const char*> choices) {
    return choices.begin()[random_() % choices.size()];
  }
  std::string long_form() {
    const std::string month = kMonths[date_.month - 1];
    const std::string day = std::to_string(date_.day);
    const std::string year = std::to_string(date_.year);
    return random_() % 2 == 0 ? month + " " + day + ", " + year : day + " " + month + " " + year;
  }
  std::string weekday() const { return kDays[(date_.first_day() % 7 + 7 + 3) % 7]; }

  const Article& article_;
  Date date_;
  Layout layout_;
  std::mt19937& random_;
  std::string page_;
};

struct Tally {
  std::size_t stated = 0;
  std::size_t right = 0;
  std::size_t unstated = 0;
  std::size_t invented = 0;
};

TEST(Layouts, TitlesAndDatesAreFoundWherePagesStateThemAndNotInvented) {
  if (!fs::exists(kArticles)) GTEST_SKIP() << "the articles are not here: " << kArticles;
  std::mt19937 random(20251203);
  Tally titles;
  Tally dates;
  std::string wrong;
  const auto articles = plain_articles();
  ASSERT_EQ(articles.size(), kPages);
  for (const Article& article : articles) {
    Layout layout;
    layout.titles = static_cast<int>(random() % 3);
    layout.caption_first = random() % 2 == 0;
    layout.junk = random() % 2 == 0;
    layout.date = static_cast<DateForm>(random() % static_cast<unsigned>(DateForm::kCount));
    const Page page = page_of(Writer(article, layout, random).write());
    const std::string title = page.title ? page.title->value : "";
    const std::string date = page.date ? page.date->value : "";
    const auto miss = [&](const char* what) {
      wrong += std::string(what) + " of " + article.id + ": " + title + ", " + date + '\n';
    };
    ++(layout.titles > 0 ? titles.stated : titles.unstated);
    if (layout.titles > 0) {
      if (title == *article.title) {
        ++titles.right;
      } else {
        miss("title");
      }
    } else if (!title.empty()) {
      ++titles.invented;
      miss("title invented");
    }
    ++(layout.date != DateForm::kNone ? dates.stated : dates.unstated);
    if (layout.date != DateForm::kNone) {
      if (date == *article.date) {
        ++dates.right;
      } else {
        miss("date");
      }
    } else if (!date.empty() && !article.date->starts_with(date)) {
      ++dates.invented;  // what the article's own words give away is found by right
      miss("date invented");
    }
  }
  EXPECT_GE(titles.right, titles.stated * 97 / 100) << wrong;
  EXPECT_GE(dates.right, dates.stated * 97 / 100) << wrong;
  EXPECT_EQ(titles.invented, 0u) << wrong;
  EXPECT_EQ(dates.invented, 0u) << wrong;
}

}  // namespace
}  // namespace dateline::article
