// Cuts a stream of bytes into lines without holding more than one.
// In: pieces of a file.  Out: its lines, numbered from 1, without their ends.
// Tested by tests/article/lines_test.cpp.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace dateline::article {

class LineCutter {
 public:
  // `line` is valid during the call; of a line longer than the limit only that it was there is told.
  struct Line {
    std::string_view bytes;
    std::size_t number = 0;
    bool too_long = false;
  };

  LineCutter(std::size_t limit, std::function<void(const Line&)> sink)
      : limit_(limit), sink_(std::move(sink)) {}

  void feed(std::string_view piece);
  // The end of the file: what is left is a line.
  void finish();

 private:
  void append(std::string_view part);
  void end_line(std::string_view bytes);

  std::size_t limit_;
  std::function<void(const Line&)> sink_;
  std::string held_;  // the beginning of a line whose end has not come
  std::size_t number_ = 1;
  bool too_long_ = false;
};

}  // namespace dateline::article
