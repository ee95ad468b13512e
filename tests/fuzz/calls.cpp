// A writer's calls in any order: what is committed is what a map of articles says.
// In: pairs of bytes, a call and its argument.
#include "fuzz/targets.hpp"
#include "index/sample.hpp"

#include <dateline/error.hpp>
#include <dateline/searcher.hpp>

#include <unistd.h>

#include <filesystem>
#include <map>
#include <optional>

namespace dateline::fuzz {
namespace {

namespace fs = std::filesystem;
using Articles = std::map<std::string, std::string>;

constexpr std::size_t kMostCalls = 40;
constexpr const char* kPuts[] = {"Ceasefire talks in Kyiv.", "The grid has power.",
                                 "Peace talks, said Jane Doe.", "ไทยภาษา 中国政府"};

class Trial {
 public:
  Trial()
      : folder_(fs::temp_directory_path() / ("dateline_fuzz_calls_" + std::to_string(::getpid()))) {
    fs::remove_all(folder_);
    index_.emplace(Index::create(path(), Recipe::load(write_recipe(folder_ / "recipe"))));
  }
  ~Trial() {
    index_.reset();
    fs::remove_all(folder_);
  }

  void call(unsigned what, unsigned argument) {
    const std::string id = "a" + std::to_string(argument % 8);
    const std::string text = kPuts[argument / 8 % 4];
    switch (what % 10) {
      case 0:
      case 1:
      case 2:
        index_->put(make_article(id, text));
        pending_[id] = text;
        break;
      case 3:
        require(index_->remove(id) == (pending_.erase(id) > 0), "remove says whether it was there");
        break;
      case 4:
        index_->commit();
        committed_ = pending_;
        break;
      case 5:
        index_->merge();
        committed_ = pending_;
        break;
      case 6:  // what was not committed is gone with the object
        index_.reset();
        index_.emplace(Index::open(path()));
        pending_ = committed_;
        break;
      case 7:
        add({id, "b" + id}, text);
        break;
      case 8:
        alert(id, argument);
        break;
      default:
        check();
    }
  }

  void check() const {
    const Searcher searcher = Searcher::open(path());
    Articles found;
    searcher.for_each_article([&](Article&& article) { found[article.id] = article.text; });
    require(found == committed_, "what was committed is there, and nothing else");
    require(searcher.size() == committed_.size(), "articles are counted");
    std::size_t talks = 0;
    for (const auto& [id, text] : committed_) talks += text.find("talks") != text.npos ? 1 : 0;
    require(searcher.search("talks").count == talks, "what was committed is found");
  }

 private:
  fs::path path() const { return folder_ / "index"; }
  void add(std::vector<std::string> ids, const std::string& text) {
    std::vector<Article> articles;
    for (std::string& id : ids) articles.push_back(make_article(std::move(id), text));
    for (const Article& article : articles) pending_[article.id] = article.text;
    BuildOptions options;
    options.threads = 1;
    index_->add(source_of(std::move(articles)), options);
    committed_ = pending_;
  }
  void alert(const std::string& name, unsigned argument) {
    try {
      argument % 3 == 0 ? static_cast<void>(index_->remove_alert(name))
                        : index_->add_alert({name, argument % 3 == 1 ? "talks" : "AND ("});
    } catch (const Error& error) {
      require(error.code() == ErrorCode::kExists || error.code() == ErrorCode::kInvalid,
              error.what());
    }
  }

  fs::path folder_;
  std::optional<Index> index_;
  Articles pending_;
  Articles committed_;
};

}  // namespace

void calls(std::string_view bytes) {
  Trial trial;
  for (std::size_t at = 0; at + 1 < bytes.size() && at < 2 * kMostCalls; at += 2) {
    trial.call(static_cast<unsigned char>(bytes[at]), static_cast<unsigned char>(bytes[at + 1]));
  }
  trial.check();
}

}  // namespace dateline::fuzz
