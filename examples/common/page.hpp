// A report as one page of HTML that needs nothing else: no network, no script, no other file.
// It can be read without colour and aloud: headings in order, a table beside the graph, marks as <mark>.
#pragma once

#include <dateline/dateline.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace examples {

struct Report {
  std::string query;
  dateline::Results results;  // with facets
  dateline::Timeline timeline;
  dateline::TimeUnit by = dateline::TimeUnit::kMonth;
  struct Actor {
    std::string id;
    std::string name;
    std::uint64_t articles = 0;
  };
  struct Together {
    std::size_t a = 0;  // places in `actors`
    std::size_t b = 0;
    std::uint64_t articles = 0;  // that name both
  };
  std::vector<Actor> actors;
  std::vector<Together> together;
  std::vector<std::pair<std::string, std::uint64_t>> topics;       // names
  std::vector<std::pair<std::string, dateline::QuoteHit>> quotes;  // with the names of speakers
  std::vector<dateline::Story> stories;                            // of the hits
};

std::string report_page(const Report& report);

}  // namespace examples
