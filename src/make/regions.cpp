// See regions.h.
#include "make/regions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "base/lower_case.h"
#include "make/clusters.h"
#include "make/region_names.h"

namespace meander {
namespace {

constexpr std::string_view kTopicNames[] = {"People",
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
constexpr int kTopicCount = 11;

int MainTopic(std::span<const uint32_t> items, std::span<const int> topics) {
  std::array<int, kTopicCount> votes{};
  for (const uint32_t item : items) ++votes[static_cast<size_t>(topics[item])];
  return static_cast<int>(std::max_element(votes.begin(), votes.end()) - votes.begin());
}

void AddTopicNames(const RegionInput& input, std::vector<Region>& regions) {
  for (int topic = 0; topic < kTopicCount; ++topic) {
    std::vector<uint32_t> items;
    for (uint32_t item = 0; item < input.topics.size(); ++item) {
      if (input.topics[item] == topic) items.push_back(item);
    }
    if (items.size() < 3) continue;
    // The member with the most of its topic around it, counted with a soft reach.
    uint32_t anchor = items[0];
    float most = -1;
    for (const uint32_t item : items) {
      float around = 0;
      for (const uint32_t other : items) {
        const float distance = Distance(input.places[item], input.places[other]) / 0.16f;
        around += 1 / (1 + distance * distance * distance * distance);
      }
      if (around > most) {
        most = around;
        anchor = item;
      }
    }
    regions.push_back({0, static_cast<uint8_t>(topic), anchor, static_cast<float>(items.size()),
                       std::string(kTopicNames[topic])});
  }
}

}  // namespace

std::vector<Region> MakeRegions(const RegionInput& input) {
  std::vector<Region> regions;
  AddTopicNames(input, regions);
  std::set<std::string> taken;
  for (const std::string& name : input.not_names) taken.insert(LowerCase(name));
  for (const std::string_view name : kTopicNames) taken.insert(LowerCase(name));
  const RegionNamer namer(input.articles);
  const double root = std::sqrt(static_cast<double>(input.articles.size()));
  for (const int level : {1, 2}) {
    const auto k = static_cast<size_t>(std::max(2.0, level == 1 ? root / 2 : root * 2));
    std::vector<Cluster> clusters =
        ClusterPlaces(input.places, k, input.seed + static_cast<uint64_t>(level));
    std::erase_if(clusters, [](const Cluster& cluster) { return cluster.items.size() < 3; });
    std::stable_sort(clusters.begin(), clusters.end(), [](const Cluster& a, const Cluster& b) {
      return a.items.size() > b.items.size();
    });
    // What lies nearer to where a name will stand than to any other name is what it has to say.
    std::vector<uint32_t> anchors;
    for (const Cluster& cluster : clusters) anchors.push_back(MedoidOf(cluster, input.places));
    std::vector<std::vector<uint32_t>> lands(clusters.size());
    for (uint32_t item = 0; item < input.places.size(); ++item) {
      const auto nearest = std::ranges::min_element(anchors, {}, [&](uint32_t anchor) {
        return Distance(input.places[anchor], input.places[item]);
      });
      lands[static_cast<size_t>(nearest - anchors.begin())].push_back(item);
    }
    const std::vector<std::string> names = namer.Name(lands, taken);
    for (size_t i = 0; i < clusters.size(); ++i) {
      if (names[i].empty()) continue;
      regions.push_back({static_cast<uint8_t>(level),
                         static_cast<uint8_t>(MainTopic(lands[i], input.topics)), anchors[i],
                         static_cast<float>(lands[i].size()), names[i]});
    }
  }
  return regions;
}

std::vector<int> InferTopics(std::span<const SourceArticle> articles,
                             const NeighborLists& neighbors) {
  std::vector<int> topics;
  for (uint32_t item = 0; item < articles.size(); ++item) {
    int topic = articles[item].topic;
    if (topic < 0) {
      std::array<float, kTopicCount> votes{};
      int voters = 0;
      for (const Neighbor& neighbor : neighbors.Of(item)) {
        const int other = articles[neighbor.item].topic;
        if (other < 0) continue;
        votes[static_cast<size_t>(other)] += std::max(neighbor.cosine, 0.f);
        if (++voters == 10) break;
      }
      topic = static_cast<int>(std::max_element(votes.begin(), votes.end()) - votes.begin());
    }
    topics.push_back(topic);
  }
  return topics;
}

}  // namespace meander
