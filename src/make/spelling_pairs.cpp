// See spelling_pairs.h.
#include "make/spelling_pairs.h"

#include <algorithm>
#include <set>
#include <span>

#include "net/encode_many.h"
#include "text/spelled_alike.h"

namespace meander {
namespace {

constexpr uint32_t kRanks = 10;
constexpr int kMostInCommon = 6;
// The plane that a logistic regression on 200 labelled pairs gave, rounded.
constexpr float kMostLeft = 0.53f, kForEachInCommon = 0.08f, kForASharedWord = 0.18f;

bool LeadsTo(const SpellingQuestion& question, uint32_t from, uint32_t to) {
  return std::ranges::find(question.links[from], to, &TextLink::target) !=
         question.links[from].end();
}

int InCommon(const SpellingQuestion& question, uint32_t a, uint32_t b) {
  std::set<uint32_t> of_a;
  for (const Neighbor& neighbor : question.neighbors.Of(a).first(kListsCompared)) {
    of_a.insert(neighbor.item);
  }
  int count = 0;
  for (const Neighbor& neighbor : question.neighbors.Of(b).first(kListsCompared)) {
    count += of_a.contains(neighbor.item);
  }
  return count;
}

float Dot(std::span<const float> a, std::span<const float> b) {
  double sum = 0;  // one order: the same everywhere
  for (size_t i = 0; i < a.size(); ++i) sum += static_cast<double>(a[i]) * b[i];
  return static_cast<float>(sum);
}

}  // namespace

std::vector<SpellingPair> SpellingSuspects(const SpellingQuestion& question) {
  std::set<std::pair<uint32_t, uint32_t>> suspects;
  if (question.neighbors.per_item < kListsCompared) return {};
  for (uint32_t item = 0; item < question.articles.size(); ++item) {
    for (const Neighbor& neighbor : question.neighbors.Of(item).first(kRanks)) {
      const uint32_t a = std::min(item, neighbor.item), b = std::max(item, neighbor.item);
      if (suspects.contains({a, b}) ||
          SharedBeginnings(question.articles[a].title, question.articles[b].title).empty() ||
          LeadsTo(question, a, b) || LeadsTo(question, b, a) ||
          InCommon(question, a, b) > kMostInCommon) {
        continue;
      }
      suspects.emplace(a, b);
    }
  }
  std::vector<SpellingPair> pairs;
  for (const auto& [a, b] : suspects) pairs.push_back({a, b, 0});
  return pairs;
}

Result<void> ReadWithoutBeginnings(const SpellingQuestion& question, const WordPiece& pieces,
                                   const Weights& weights, int threads,
                                   const std::function<bool(double)>& progress,
                                   std::vector<SpellingPair>& suspects) {
  std::vector<std::vector<int32_t>> texts;
  for (const SpellingPair& pair : suspects) {
    const SourceArticle& a = question.articles[pair.a];
    const SourceArticle& b = question.articles[pair.b];
    const auto beginnings = SharedBeginnings(a.title, b.title);
    for (const SourceArticle* article : {&a, &b}) {
      texts.push_back(
          pieces.Tokenize(WithoutBeginnings(article->title + ". " + article->text, beginnings))
              .ids);
    }
  }
  std::vector<float> rows(texts.size() * kWidth);
  TRY_VOID(EncodeMany(weights, texts, threads, rows, progress));
  const std::span<const float> all(rows);
  for (size_t i = 0; i < suspects.size(); ++i) {
    suspects[i].left =
        Dot(all.subspan(2 * i * kWidth, kWidth), all.subspan((2 * i + 1) * kWidth, kWidth));
  }
  return {};
}

std::vector<SpellingPair> NearBySpelling(const SpellingQuestion& question,
                                         const std::vector<SpellingPair>& read) {
  std::vector<SpellingPair> near;
  for (const SpellingPair& pair : read) {
    const bool shares_word =
        ShareAWord(question.articles[pair.a].title, question.articles[pair.b].title);
    const float most = kMostLeft -
                       kForEachInCommon * static_cast<float>(InCommon(question, pair.a, pair.b)) -
                       (shares_word ? kForASharedWord : 0);
    if (pair.left <= most) near.push_back(pair);
  }
  return near;
}

}  // namespace meander
