// Reads labels and the articles that they are about.
#include "common/labels.hpp"

#include <fstream>

namespace examples {

double share(int part, int whole) {
  return whole == 0 ? 1.0 : static_cast<double>(part) / whole;
}

dateline::StoredArticle labelled_article(const dateline::Searcher& searcher, const Json& line) {
  const std::string id = line.at("article");
  auto stored = searcher.article(id);
  if (stored) return std::move(*stored);
  throw dateline::Error(dateline::ErrorCode::kNotFound, "measure article", id,
                        "the index does not hold it", "index the labelled articles");
}

bool is_beside(const dateline::StoredArticle& stored, dateline::Field field) {
  return field == dateline::Field::kTitle && stored.page.title && !stored.page.title->range;
}

std::vector<Json> read_label_lines(const std::string& name) {
  std::ifstream file(name);
  if (!file) {
    throw dateline::Error(dateline::ErrorCode::kNotFound, "read labels", name,
                          "there is no such file", "name a file of labels");
  }
  std::vector<Json> lines;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty()) lines.push_back(Json::parse(line));
  }
  return lines;
}

}  // namespace examples
