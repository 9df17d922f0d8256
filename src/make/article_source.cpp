// See article_source.h.
#include "make/article_source.h"

#include <algorithm>
#include <set>

#include "base/json_reader.h"
#include "make/clean_text.h"

namespace meander {
namespace {

constexpr std::string_view kTopics[] = {"People",
                                        "History",
                                        "Geography",
                                        "Arts",
                                        "Philosophy & religion",
                                        "Everyday life",
                                        "Society",
                                        "Biology & health",
                                        "Physical sciences",
                                        "Technology",
                                        "Mathematics"};

constexpr int kPhysicalSciences = 8, kMathematics = 10;
constexpr int kFewestTellingGaps = 2;

// Formulas were taken out of these; an article without a topic tells by the holes in its sentences.
bool IsFormal(const SourceArticle& article, std::string_view raw_text) {
  if (article.topic < 0) return CountFormulaGaps(raw_text) >= kFewestTellingGaps;
  return article.topic == kMathematics || article.topic == kPhysicalSciences;
}

}  // namespace

Result<std::vector<SourceArticle>> ReadArticles(std::string_view jsonl, size_t limit) {
  std::vector<SourceArticle> articles;
  std::set<uint32_t> ids;
  size_t number = 0;
  for (size_t at = 0; at < jsonl.size();) {
    const size_t end = std::min(jsonl.find('\n', at), jsonl.size());
    ++number;
    const std::string where = "Line " + std::to_string(number) + " of the articles";
    TRY(const Json line, ParseJson(jsonl.substr(at, end - at), where));
    at = end + 1;
    SourceArticle article;
    TRY(const std::string title, JsonText(line, "title"));
    TRY(const std::string text, JsonText(line, "text"));
    TRY(const std::string description, JsonText(line, "description"));
    TRY(const std::string topic, JsonText(line, "topic"));
    article.title = CleanText(title);
    article.description = CleanText(description);
    const auto* found = std::find(std::begin(kTopics), std::end(kTopics), topic);
    if (found != std::end(kTopics)) article.topic = static_cast<int>(found - std::begin(kTopics));
    article.text = CleanArticleText(text, article.title, IsFormal(article, text));
    if (article.title.empty()) return Fail(ErrorCode::kCorrupt, where + " has no title.");
    if (!ids.insert(StableId(article.title)).second) {
      return Fail(ErrorCode::kCorrupt,
                  where + " has a title whose id is taken: " + article.title + ".");
    }
    articles.push_back(std::move(article));
  }
  if (articles.empty()) return Fail(ErrorCode::kCorrupt, "The source holds no articles.");
  if (limit > 0 && articles.size() > limit) {
    std::vector<SourceArticle> some;
    for (size_t i = 0; i < limit; ++i)
      some.push_back(std::move(articles[i * articles.size() / limit]));
    articles = std::move(some);
  }
  return articles;
}

}  // namespace meander
