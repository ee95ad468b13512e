// Prints quotes.
#include "common/quotes.hpp"

#include "common/json.hpp"
#include "common/people.hpp"

#include <iostream>

namespace examples {
namespace {

void print_person(const dateline::Searcher& searcher, const dateline::QuoteHit& hit) {
  const bool marked = hit.quote.kind != dateline::QuoteKind::kReported;
  const std::string text = one_line(hit.text);
  print_folded(marked ? "“" + text + "”" : text, 2);
  std::string who = one_line(searcher.actor_name(hit.quote.speaker));
  who.append(" (" + one_line(hit.name) + (hit.verb.empty() ? "" : " " + one_line(hit.verb)) + ")");
  who.append(" · " + one_line(hit.article));
  if (hit.date) who.append(" · " + one_line(*hit.date));
  print_folded(faint(who), 4, "    ");
  std::cout << '\n';
}

}  // namespace

void print_quotes(const dateline::Searcher& searcher, const dateline::QuoteResults& results,
                  bool json) {
  for (const auto& hit : results.quotes) {
    if (json) {
      print({{"quote", to_json(hit)}});
    } else {
      print_person(searcher, hit);
    }
  }
}

}  // namespace examples
