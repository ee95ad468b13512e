// Columns as rows of packed numbers.  In: values of articles.  Out: a file; values of articles.
// Tested by tests/storage/columns_test.cpp.
#include "storage/columns.hpp"

#include "base/bytes.hpp"
#include "base/vocabulary.hpp"
#include "storage/damage.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace dateline::storage {

// The values of one column as they come in.
struct GrowingColumn {
  base::Vocabulary vocabulary;
  std::vector<std::uint32_t> numbers;    // in the vocabulary
  std::vector<std::uint32_t> list_ends;  // of each article

  void add(const std::vector<std::string>& values) {
    for (const std::string& value : values) numbers.push_back(vocabulary.intern(value));
    list_ends.push_back(static_cast<std::uint32_t>(numbers.size()));
  }
  bool has_one_each() const {
    for (std::size_t i = 0; i < list_ends.size(); ++i) {
      if (list_ends[i] != i + 1) return false;
    }
    return true;
  }
};

namespace {

constexpr std::string_view kColumnsMark = "DLCOLS02";
constexpr std::size_t kColumnsFooterBytes = sizeof(ColumnsFooter);
static_assert(kColumnsFooterBytes == 8 * (1 + 5 * kColumns + 4));
constexpr std::uint64_t kMostNumbers = std::numeric_limits<std::uint32_t>::max();

unsigned width_of_numbers(std::uint64_t values) {
  return words::width_of(values == 0 ? 0 : values - 1);
}

std::uint64_t row_bytes(std::uint64_t count, unsigned width) {
  return (count * width + 7) / 8;
}

void append_row(std::string& out, const std::vector<std::uint32_t>& numbers, unsigned width) {
  words::BitWriter bits;
  for (const std::uint32_t number : numbers) bits.put(number, width);
  bits.align();
  out.append(reinterpret_cast<const char*>(bits.data()), bits.size());
}

ColumnsFooter::Part append_column(std::string& out, const GrowingColumn& column) {
  ColumnsFooter::Part part;
  part.offset = out.size();
  part.values = column.vocabulary.size();
  part.numbers = column.numbers.size();
  std::vector<std::uint32_t> order(column.vocabulary.size());
  std::vector<std::uint32_t> ends;
  for (const std::uint32_t number : column.vocabulary.sorted()) {
    order[number] = static_cast<std::uint32_t>(ends.size());
    out += column.vocabulary[number];
    ends.push_back(static_cast<std::uint32_t>(out.size() - part.offset));
  }
  part.text_bytes = out.size() - part.offset;
  std::vector<std::uint32_t> numbers;
  numbers.reserve(column.numbers.size());
  for (const std::uint32_t number : column.numbers) numbers.push_back(order[number]);
  append_row(out, ends, words::width_of(part.text_bytes));
  part.one_each = column.has_one_each() ? 1 : 0;
  if (part.one_each == 0) append_row(out, column.list_ends, words::width_of(part.numbers));
  append_row(out, numbers, width_of_numbers(part.values));
  return part;
}

void append_dates(std::string& out, const std::vector<std::optional<DayRange>>& published,
                  ColumnsFooter& footer) {
  footer.dates = out.size();
  std::int64_t earliest = std::numeric_limits<std::int64_t>::max();
  for (const auto& days : published) {
    if (days) earliest = std::min<std::int64_t>(earliest, days->first);
  }
  footer.earliest = static_cast<std::uint64_t>(earliest);
  std::vector<std::uint32_t> first;
  std::vector<std::uint32_t> further;
  for (const auto& days : published) {
    const std::int64_t from_earliest = days ? days->first - earliest + 1 : 0;
    first.push_back(static_cast<std::uint32_t>(from_earliest));
    const std::int64_t more = days ? std::int64_t{days->last} - days->first : 0;
    further.push_back(static_cast<std::uint32_t>(more));
    footer.most_days = std::max<std::uint64_t>(footer.most_days, first.back());
    footer.longest = std::max<std::uint64_t>(footer.longest, further.back());
  }
  append_row(out, first, words::width_of(footer.most_days));
  append_row(out, further, words::width_of(footer.longest));
}

// Calls `visit` with each number of a footer, in the order of the file.
template <class Footer, class Visit>
void for_each_number(Footer& footer, Visit visit) {
  visit(footer.articles);
  for (auto& part : footer.columns) {
    for (auto* number :
         {&part.offset, &part.values, &part.text_bytes, &part.numbers, &part.one_each}) {
      visit(*number);
    }
  }
  for (auto* number : {&footer.dates, &footer.earliest, &footer.most_days, &footer.longest}) {
    visit(*number);
  }
}

ColumnsFooter read_columns_footer(std::string_view bytes, const std::filesystem::path& path) {
  if (bytes.size() < kColumnsMark.size() + kColumnsFooterBytes ||
      !bytes.starts_with(kColumnsMark)) {
    fail_damaged(path, "it holds no columns");
  }
  base::ByteReader reader(bytes.substr(bytes.size() - kColumnsFooterBytes), path.native());
  ColumnsFooter footer;
  for_each_number(footer, [&](std::uint64_t& number) { number = reader.fixed64(); });
  return footer;
}

// Takes the rows of a column one after the other.
class Rows {
 public:
  Rows(std::string_view bytes, const std::filesystem::path& path) : rest_(bytes), path_(path) {}

  std::string_view take(std::uint64_t size) {
    if (size > rest_.size()) fail_damaged(path_, "a column is cut short");
    const std::string_view taken = rest_.substr(0, static_cast<std::size_t>(size));
    rest_.remove_prefix(taken.size());
    return taken;
  }
  words::PackedNumbers take(std::uint64_t count, unsigned width) {
    if (count > kMostNumbers || width > 32) fail_damaged(path_, "a column is too long");
    const auto bytes = take(row_bytes(count, width));
    return {reinterpret_cast<const std::uint8_t*>(bytes.data()), width};
  }

 private:
  std::string_view rest_;
  const std::filesystem::path& path_;
};

}  // namespace

struct ColumnsWriter::Impl {
  std::unique_ptr<base::WritableFile> file;
  std::array<GrowingColumn, kColumns> columns;
  std::vector<std::optional<DayRange>> published;
};

ColumnsWriter::ColumnsWriter(base::FileSystem& files, const std::filesystem::path& path)
    : impl_(std::make_unique<Impl>()) {
  impl_->file = files.create(path);
}

ColumnsWriter::~ColumnsWriter() = default;

void ColumnsWriter::add(const std::optional<DayRange>& published, const ColumnValues& values) {
  impl_->published.push_back(published);
  for (std::size_t i = 0; i < kColumns; ++i) impl_->columns[i].add(values[i]);
}

void ColumnsWriter::finish() {
  std::string out(kColumnsMark);
  ColumnsFooter footer;
  footer.articles = impl_->published.size();
  for (std::size_t i = 0; i < kColumns; ++i) {
    footer.columns[i] = append_column(out, impl_->columns[i]);
  }
  append_dates(out, impl_->published, footer);
  base::ByteWriter end;
  for_each_number(footer, [&](std::uint64_t number) { end.fixed64(number); });
  impl_->file->append(out);
  impl_->file->append(end.bytes());
  impl_->file->sync();
  impl_->file->close();
}

ValueColumn::ValueColumn(std::string_view bytes, const ColumnsFooter::Part& part,
                         std::uint64_t articles, const std::filesystem::path& path)
    : path_(&path),
      values_(static_cast<std::uint32_t>(part.values)),
      count_(static_cast<std::uint32_t>(part.numbers)),
      one_each_(part.one_each != 0) {
  Rows rows(bytes, path);
  text_ = rows.take(part.text_bytes);
  value_ends_ = rows.take(part.values, words::width_of(part.text_bytes));
  if (!one_each_) list_ends_ = rows.take(articles, words::width_of(part.numbers));
  numbers_ = rows.take(part.numbers, width_of_numbers(part.values));
}

void ValueColumn::fail() const {
  fail_damaged(*path_, "a column leads outside");
}

std::string_view ValueColumn::value(std::uint32_t number) const {
  const std::uint32_t begin = number == 0 ? 0 : value_ends_[number - 1];
  const std::uint32_t end = value_ends_[number];
  if (begin > end || end > text_.size()) fail();
  return text_.substr(begin, end - begin);
}

std::optional<std::uint32_t> ValueColumn::find(std::string_view wanted) const {
  std::uint32_t begin = 0;
  std::uint32_t end = values_;
  while (begin < end) {
    const std::uint32_t middle = begin + (end - begin) / 2;
    (value(middle) < wanted ? begin : end) = value(middle) < wanted ? middle + 1 : middle;
  }
  if (begin == values_ || value(begin) != wanted) return std::nullopt;
  return begin;
}

std::vector<std::string> ValueColumn::values(std::uint32_t doc) const {
  std::vector<std::string> result;
  for_each(doc, [&](std::uint32_t number) { result.emplace_back(value(number)); });
  return result;
}

ColumnsReader::ColumnsReader(std::unique_ptr<base::ReadableFile> file, std::filesystem::path path)
    : file_(std::move(file)), path_(std::move(path)) {
  const std::string_view bytes = file_->map();
  footer_ = read_columns_footer(bytes, path_);
  // Behind the rows stands the footer, so a row may be read some bytes beyond its end.
  const std::string_view rows = bytes.substr(0, bytes.size() - kColumnsFooterBytes);
  const auto from = [&](std::uint64_t offset) {
    if (offset > rows.size()) fail_damaged(path_, "a column lies outside");
    return rows.substr(static_cast<std::size_t>(offset));
  };
  for (std::size_t i = 0; i < kColumns; ++i) {
    const ColumnsFooter::Part& part = footer_.columns[i];
    columns_[i] = ValueColumn(from(part.offset), part, footer_.articles, path_);
  }
  Rows dates(from(footer_.dates), path_);
  first_days_ = dates.take(footer_.articles, words::width_of(footer_.most_days));
  further_days_ = dates.take(footer_.articles, words::width_of(footer_.longest));
}

std::optional<DayRange> ColumnsReader::published(std::uint32_t doc) const {
  const std::uint32_t from_earliest = first_days_[doc];
  if (from_earliest == 0) return std::nullopt;
  const auto first = static_cast<std::int64_t>(footer_.earliest) + std::int64_t{from_earliest} - 1;
  return DayRange{static_cast<int>(first), static_cast<int>(first + further_days_[doc])};
}

}  // namespace dateline::storage
