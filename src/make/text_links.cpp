// See text_links.h.
#include "make/text_links.h"

#include <set>

#include "make/mentions.h"

namespace meander {
namespace {

constexpr float kNameCosine = 0.15f, kWordCosine = 0.30f, kDoubtfulCosine = 0.38f;
constexpr uint32_t kCommonMentions = 120;

}  // namespace

std::vector<std::vector<TextLink>> FindTextLinks(
    std::span<const SourceArticle> articles,
    const std::function<float(uint32_t, uint32_t)>& cosine) {
  const std::vector<std::vector<Mention>> mentions = FindMentions(articles);
  std::vector<uint32_t> used_by(articles.size());
  for (uint32_t item = 0; item < articles.size(); ++item) {
    std::set<uint32_t> targets;
    for (const Mention& mention : mentions[item]) targets.insert(mention.target);
    for (const uint32_t target : targets) ++used_by[target];
  }
  std::vector<std::vector<TextLink>> links(articles.size());
  for (uint32_t item = 0; item < articles.size(); ++item) {
    std::set<uint32_t> linked;
    for (const Mention& mention : mentions[item]) {
      const float closeness = cosine(item, mention.target);
      const bool is_common = !mention.is_name && used_by[mention.target] > kCommonMentions;
      const float needed = mention.is_doubtful || is_common ? kDoubtfulCosine
                           : mention.is_name                ? kNameCosine
                                                            : kWordCosine;
      if (closeness < needed || !linked.insert(mention.target).second) continue;
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
