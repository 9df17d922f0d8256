// See text_links.h.
#include "make/text_links.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string>

namespace meander {
namespace {

constexpr float kNeeded = 0.44f, kLiftWeight = 1.5f;
constexpr float kNameBonus = 0.3f, kPluralBonus = 0.1f, kDoubtMalus = 0.3f, kOddCaseMalus = 0.3f;
constexpr float kNever = -10;

// A word that hardly any text uses is taken for one of average lift.
constexpr float kUsualLift = 0.2f, kUsualLiftWeight = 3;
constexpr size_t kNeighborhood = 30, kClosestOfNeighborhood = 5;
constexpr uint32_t kMostSampled = 256;  // articles that stand for all when cosines are averaged

// What all texts together say of a title's words.
struct TitleUse {
  uint32_t articles = 0;         // that mention it
  float cosine_sum = 0;          // of those to it
  float usual_cosine = 0;        // of any article to it
  float small = 0, capital = 0;  // mentions inside a sentence, outside longer names
  bool is_common_word = false;

  // How much closer the articles other than one are that use the words.
  float LiftWithout(float cosine) const {
    const auto others = static_cast<float>(articles - 1);
    const float sum = cosine_sum - cosine - others * usual_cosine;
    return (sum + kUsualLiftWeight * kUsualLift) / (others + kUsualLiftWeight);
  }
};

// The title stands in its own article's text with a small first letter.
bool IsSmallInOwnText(const SourceArticle& article) {
  std::string title = article.title.substr(0, article.title.find(" ("));
  if (title.empty() || title[0] < 'A' || title[0] > 'Z') return false;
  title[0] = static_cast<char>(title[0] + 32);
  const auto is_letter = [&](size_t at) {
    return at < article.text.size() && (article.text[at] | 32) >= 'a' &&
           (article.text[at] | 32) <= 'z';
  };
  for (size_t at = article.text.find(title); at != std::string::npos;
       at = article.text.find(title, at + 1)) {
    const bool is_inside = at > 0 && (is_letter(at - 1) || article.text[at - 1] == '-');
    if (!is_inside && !is_letter(at + title.size())) return true;
  }
  return false;
}

float UsualCosine(uint32_t item, size_t count, const Closeness& cosine) {
  const size_t step = std::max<size_t>(1, count / kMostSampled);
  float sum = 0, sampled = 0;
  for (size_t other = 0; other < count; other += step) {
    if (other == item) continue;
    sum += cosine(item, static_cast<uint32_t>(other));
    ++sampled;
  }
  return sampled > 0 ? sum / sampled : 0;
}

std::vector<TitleUse> UsesOf(std::span<const SourceArticle> articles,
                             std::span<const std::vector<JudgedMention>> mentions,
                             const Closeness& cosine) {
  std::vector<TitleUse> uses(articles.size());
  for (const auto& of_item : mentions) {
    std::set<uint32_t> targets;
    for (const auto& [mention, closeness, is_meant] : of_item) {
      TitleUse& use = uses[mention.target];
      if (targets.insert(mention.target).second) {
        ++use.articles;
        use.cosine_sum += closeness;
      }
      use.small += mention.writing == Writing::kSmall;
      use.capital += mention.writing == Writing::kCapital;
    }
  }
  for (uint32_t item = 0; item < articles.size(); ++item) {
    TitleUse& use = uses[item];
    if (use.articles == 0) continue;
    use.usual_cosine = UsualCosine(item, articles.size(), cosine);
    const float own = IsSmallInOwnText(articles[item]) ? 2 : 0.5f;
    use.is_common_word = (use.small + own) / (use.small + use.capital + 2) >= 0.5f;
  }
  return uses;
}

// How close the article's neighbourhood comes to the target; `alone` when it has none.
float NeighborhoodCosine(std::span<const Neighbor> nearest, uint32_t target, float alone,
                         const Closeness& cosine) {
  std::vector<float> cosines;
  for (const Neighbor& neighbor : nearest) {
    if (neighbor.item != target) cosines.push_back(cosine(neighbor.item, target));
  }
  if (cosines.empty()) return alone;
  const size_t count = std::min(kClosestOfNeighborhood, cosines.size());
  std::partial_sort(cosines.begin(), cosines.begin() + static_cast<ptrdiff_t>(count), cosines.end(),
                    std::greater<>());
  float sum = 0;
  for (size_t i = 0; i < count; ++i) sum += cosines[i];
  return sum / static_cast<float>(count);
}

// What the writing of the words adds to the agreement, or takes away.
float WritingBonus(const Mention& mention, bool is_common_word) {
  const Writing writing = mention.writing;
  if (writing == Writing::kAnotherName) return kNever;
  if (!is_common_word) {
    if (writing == Writing::kSmall) return -kOddCaseMalus;
    return writing == Writing::kPieceOfName ? 0 : kNameBonus;
  }
  if (writing == Writing::kPieceOfName) return kNever;
  return (mention.is_plural ? kPluralBonus : 0) -
         (writing == Writing::kCapital ? kOddCaseMalus : 0);
}

}  // namespace

std::vector<std::vector<JudgedMention>> JudgeMentions(std::span<const SourceArticle> articles,
                                                      const NeighborLists& neighbors,
                                                      const Closeness& cosine) {
  const std::vector<std::vector<Mention>> found = FindMentions(articles, cosine);
  std::vector<std::vector<JudgedMention>> mentions(articles.size());
  for (uint32_t item = 0; item < articles.size(); ++item) {
    for (const Mention& mention : found[item]) {
      mentions[item].push_back({mention, cosine(item, mention.target), false});
    }
  }
  const std::vector<TitleUse> uses = UsesOf(articles, mentions, cosine);
  const size_t neighborhood = std::min<size_t>(kNeighborhood, neighbors.per_item);
  for (uint32_t item = 0; item < articles.size(); ++item) {
    const auto nearest =
        neighborhood > 0 ? neighbors.Of(item).first(neighborhood) : std::span<const Neighbor>();
    for (auto& [mention, closeness, is_meant] : mentions[item]) {
      const TitleUse& use = uses[mention.target];
      const float around = NeighborhoodCosine(nearest, mention.target, closeness, cosine);
      const float agreement = (closeness + around) / 2 + kLiftWeight * use.LiftWithout(closeness) +
                              WritingBonus(mention, use.is_common_word) -
                              (mention.is_doubtful ? kDoubtMalus : 0);
      is_meant = agreement >= kNeeded;
    }
  }
  return mentions;
}

std::vector<std::vector<TextLink>> FindTextLinks(std::span<const SourceArticle> articles,
                                                 const NeighborLists& neighbors,
                                                 const Closeness& cosine) {
  std::vector<std::vector<TextLink>> links(articles.size());
  const std::vector<std::vector<JudgedMention>> mentions =
      JudgeMentions(articles, neighbors, cosine);
  for (uint32_t item = 0; item < articles.size(); ++item) {
    std::set<uint32_t> linked;
    for (const auto& [mention, closeness, is_meant] : mentions[item]) {
      if (!is_meant || !linked.insert(mention.target).second) continue;
      links[item].push_back({mention.begin, mention.end, mention.target, closeness});
    }
  }
  return links;
}

std::vector<uint32_t> CountMentions(std::span<const std::vector<TextLink>> links) {
  std::vector<uint32_t> counts(links.size());
  for (const auto& of_item : links) {
    for (const TextLink& link : of_item) ++counts[link.target];
  }
  return counts;
}

}  // namespace meander
