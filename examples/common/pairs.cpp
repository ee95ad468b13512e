// Counts pairs of actors and writes them as a table and as a graph.
#include "common/pairs.hpp"

#include "common/chart.hpp"
#include "common/text.hpp"
#include "common/write.hpp"

#include <limits>
#include <map>

namespace examples {
namespace {

// A field of a table: in quotes where it holds what parts fields.
std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == text.npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted.append(c == '"' ? 2 : 1, c);
  return quoted + '"';
}

std::string csv_line(const std::vector<std::string>& fields) {
  std::string line;
  for (const std::string& field : fields) {
    if (!line.empty()) line += ',';
    line += csv_field(field);
  }
  return line + "\r\n";
}

// XML has no place for control characters, not even escaped.
std::string data(const char* key, const std::string& value) {
  return std::string("<data key=\"") + key + "\">" + escaped(one_line(value)) + "</data>";
}

constexpr const char* kGraphHead =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
    "<key id=\"label\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>\n"
    "<key id=\"weight\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/>\n"
    "<key id=\"articles\" for=\"edge\" attr.name=\"articles\" attr.type=\"long\"/>\n"
    "<key id=\"near\" for=\"edge\" attr.name=\"near\" attr.type=\"long\"/>\n"
    "<key id=\"sentences\" for=\"edge\" attr.name=\"sentences\" attr.type=\"long\"/>\n"
    "<key id=\"date\" for=\"edge\" attr.name=\"date\" attr.type=\"string\"/>\n"
    "<graph edgedefault=\"undirected\">\n";

std::string edge(const dateline::ActorPair& pair, const std::string& a, const std::string& b) {
  const std::string articles = std::to_string(pair.articles);
  std::string text = "<edge source=\"" + a + "\" target=\"" + b + "\">";
  text += data("weight", articles) + data("articles", articles);
  text += data("near", std::to_string(pair.near));
  text += data("sentences", std::to_string(pair.sentences));
  if (pair.date) text += data("date", *pair.date);
  return text + "</edge>\n";
}

}  // namespace

void add_pair_options(Program& program, dateline::PairOptions& options, PairFiles& files) {
  using dateline::TimeUnit;
  options.memory = std::size_t{1} << 30;  // a table of all pairs is wanted whole
  program.number("--within", options.window, 1, 100,
                 "With --with: how many words are near (default 10)");
  program.text(
      "--by", "WORD",
      [&options](const std::string& typed) {
        if (typed != "month" && typed != "year") {
          throw UsageError{"--by takes month or year, not \"" + typed + "\""};
        }
        options.by = typed == "month" ? TimeUnit::kMonth : TimeUnit::kYear;
      },
      "With --with: a line for each month or year");
  program.text("--csv", "FILE", files.csv, "Like --with; also writes all pairs as a table");
  program.text("--graphml", "FILE", files.graphml, "Like --with; also writes all pairs as a graph");
}

std::string pairs_csv(const dateline::Searcher& searcher,
                      const std::vector<dateline::ActorPair>& pairs) {
  std::string table = csv_line(
      {"source", "target", "source_name", "target_name", "date", "articles", "near", "sentences"});
  for (const auto& pair : pairs) {
    table += csv_line({pair.a, pair.b, searcher.actor_name(pair.a), searcher.actor_name(pair.b),
                       pair.date.value_or(""), std::to_string(pair.articles),
                       std::to_string(pair.near), std::to_string(pair.sentences)});
  }
  return table;
}

std::string pairs_graphml(const dateline::Searcher& searcher,
                          const std::vector<dateline::ActorPair>& pairs) {
  std::map<std::string, std::string> nodes;  // id of an actor -> of its node
  for (const auto& pair : pairs) {
    for (const std::string& id : {pair.a, pair.b}) nodes[id] = escaped(one_line(id));
  }
  std::string graph = kGraphHead;
  for (const auto& [id, node] : nodes) {
    graph += "<node id=\"" + node + "\">" + data("label", searcher.actor_name(id)) + "</node>\n";
  }
  for (const auto& pair : pairs) graph += edge(pair, nodes[pair.a], nodes[pair.b]);
  return graph + "</graph>\n</graphml>\n";
}

dateline::ActorPairs count_pairs(const dateline::Searcher& searcher, dateline::PairOptions options,
                                 const PairFiles& files) {
  const std::size_t top = options.top;
  if (files.wanted()) options.top = std::numeric_limits<std::size_t>::max();
  auto found = searcher.named_together(options);
  auto& pairs = found.pairs;
  if (!files.csv.empty()) write_file(files.csv, pairs_csv(searcher, pairs));
  if (!files.graphml.empty()) write_file(files.graphml, pairs_graphml(searcher, pairs));
  if (pairs.size() > top) pairs.resize(top);
  return found;
}

}  // namespace examples
