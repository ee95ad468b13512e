// An index of two articles for tests of programs.
#pragma once

#include "examples/program.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

namespace examples_test {

class SmallIndex : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = scratch("work");
    index_ = folder_ + "/a.index";
    write(
        "a.jsonl",
        R"({"id":"a","title":"Harbour opens","text":"The harbour of Izmail opened again.","date":"2024-05-01","source":"Harbour Post","desk":"river"})"
        "\n"
        R"({"id":"b","text":"Grain ships left the harbour for Egypt."})"
        "\n");
    ASSERT_EQ(run("index_articles", {index_, folder_ + "/a.jsonl", "--json"}).status, 0);
  }

  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ + "/" + name, std::ios::binary) << text;
  }

  std::string folder_;
  std::string index_;
};

}  // namespace examples_test
