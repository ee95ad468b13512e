// Nonsense in a words file behind right checksums is corrupt or an answer, never a crash.
// In: which file, then changes of four bytes each: where (two bytes, from either end), what becomes of
// the byte there.
#include "fuzz/targets.hpp"
#include "words/damaged.hpp"
#include "words/random_words.hpp"

#include <array>

namespace dateline::fuzz {
namespace {

unsigned byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

void change(std::string& file, std::string_view four) {
  const std::size_t where = byte_at(four, 0) << 8 | byte_at(four, 1);
  const unsigned way = byte_at(four, 2);
  const std::size_t at = where % file.size();
  char& byte = file[way % 2 == 0 ? at : file.size() - 1 - at];
  byte = static_cast<char>(way % 4 < 2 ? byte_at(four, 3) : byte_at(four, 3) ^ unsigned(byte));
  if (way == 255) file.resize(at + 1);
}

}  // namespace

void words(std::string_view bytes) {
  static const std::array files{words::random_words(1, {5, 20, 10}).bytes,
                                words::random_words(2, {300, 60, 30}).bytes,
                                words::random_words(3, {40, 300, 200}).bytes};
  if (bytes.empty()) return;
  std::string file = files[byte_at(bytes, 0) % files.size()];
  for (bytes.remove_prefix(1); bytes.size() >= 4; bytes.remove_prefix(4)) {
    change(file, bytes.substr(0, 4));
  }
  words::seal(file);
  words::read_and_ask(file);
}

}  // namespace dateline::fuzz
