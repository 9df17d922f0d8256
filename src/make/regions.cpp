// See regions.h.
#include "make/regions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "base/rng.h"

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
constexpr int kPeople = 0;

struct Cluster {
  Point2 center;
  std::vector<uint32_t> items;
};

// Lloyd's algorithm from a k-means++ start (Arthur and Vassilvitskii 2007).
std::vector<Cluster> ClusterPlaces(std::span<const Point2> places, size_t k, uint64_t seed) {
  Rng rng(seed);
  std::vector<Point2> centers{places[rng.Below(static_cast<uint32_t>(places.size()))]};
  std::vector<float> squared(places.size(), 1e9f);
  while (centers.size() < std::min(k, places.size())) {
    double total = 0;
    for (size_t i = 0; i < places.size(); ++i) {
      const Point2 away = places[i] - centers.back();
      squared[i] = std::min(squared[i], Dot(away, away));
      total += squared[i];
    }
    double wanted = total * rng.Unit();
    size_t chosen = 0;
    while (chosen + 1 < places.size() && (wanted -= squared[chosen]) > 0) ++chosen;
    centers.push_back(places[chosen]);
  }
  std::vector<Cluster> clusters(centers.size());
  for (int round = 0; round < 30; ++round) {
    for (size_t c = 0; c < centers.size(); ++c) clusters[c] = {centers[c], {}};
    for (uint32_t i = 0; i < places.size(); ++i) {
      size_t best = 0;
      for (size_t c = 1; c < centers.size(); ++c) {
        if (Distance(places[i], centers[c]) < Distance(places[i], centers[best])) best = c;
      }
      clusters[best].items.push_back(i);
    }
    for (size_t c = 0; c < centers.size(); ++c) {
      if (clusters[c].items.empty()) continue;
      Point2 sum;
      for (const uint32_t item : clusters[c].items) sum = sum + places[item];
      centers[c] = sum * (1.f / static_cast<float>(clusters[c].items.size()));
    }
  }
  return clusters;
}

// The member nearest to the middle of those that lie closest together.
uint32_t MedoidOf(const Cluster& cluster, std::span<const Point2> places) {
  uint32_t best = cluster.items.front();
  for (const uint32_t item : cluster.items) {
    if (Distance(places[item], cluster.center) < Distance(places[best], cluster.center))
      best = item;
  }
  return best;
}

int MainTopic(const Cluster& cluster, std::span<const int> topics) {
  std::array<int, kTopicCount> votes{};
  for (const uint32_t item : cluster.items) ++votes[static_cast<size_t>(topics[item])];
  return static_cast<int>(std::max_element(votes.begin(), votes.end()) - votes.begin());
}

// A title that could stand on a chart: short, no parenthesis, no comma, no figures, not a person.
bool CanNameRegion(const RegionInput& input, uint32_t item) {
  const std::string& title = input.articles[item].title;
  if (title.size() < 3 || title.size() > 20 || input.topics[item] == kPeople) return false;
  if (title.find_first_of("(),:;/0123456789") != title.npos) return false;
  if (title.starts_with("List ") || title.starts_with("History of") || title.starts_with("Outline"))
    return false;
  return std::count(title.begin(), title.end(), ' ') <= 2;
}

std::vector<float> MeanOf(const Cluster& cluster, const RegionInput& input,
                          std::span<const float> overall) {
  std::vector<float> mean(input.dim);
  for (const uint32_t item : cluster.items) {
    for (uint32_t i = 0; i < input.dim; ++i) mean[i] += input.rows[size_t{item} * input.dim + i];
  }
  // What all articles have in common says nothing about this region.
  float squares = 0;
  for (uint32_t i = 0; i < input.dim; ++i) {
    mean[i] = mean[i] / static_cast<float>(cluster.items.size()) - 0.7f * overall[i];
    squares += mean[i] * mean[i];
  }
  const float scale = squares > 0 ? 1 / std::sqrt(squares) : 0;
  for (float& value : mean) value *= scale;
  return mean;
}

uint32_t BestName(const RegionInput& input, const Cluster& cluster, std::span<const float> mean,
                  const std::set<std::string>& taken) {
  uint32_t best = 0xFFFFFFFF;
  float best_score = -1e9f;
  for (uint32_t item = 0; item < input.articles.size(); ++item) {
    if (!CanNameRegion(input, item) || taken.contains(input.articles[item].title)) continue;
    float cosine = 0;
    for (uint32_t i = 0; i < input.dim; ++i)
      cosine += mean[i] * input.rows[size_t{item} * input.dim + i];
    const auto letters = static_cast<float>(input.articles[item].title.size());
    const bool is_one_word = input.articles[item].title.find(' ') == std::string::npos;
    const bool lives_here = Distance(input.places[item], cluster.center) < 0.15f;
    const float score = cosine + 0.025f * std::log2(1 + static_cast<float>(input.mentions[item])) -
                        0.004f * letters + (is_one_word ? 0.03f : 0) + (lives_here ? 0.03f : 0);
    if (score > best_score) {
      best_score = score;
      best = item;
    }
  }
  return best;
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
  for (const std::string_view name : kTopicNames) taken.insert(std::string(name));
  std::vector<float> overall(input.dim);
  for (size_t i = 0; i < input.rows.size(); ++i) overall[i % input.dim] += input.rows[i];
  for (float& value : overall) value /= static_cast<float>(input.articles.size());
  const double root = std::sqrt(static_cast<double>(input.articles.size()));
  for (const int level : {1, 2}) {
    const auto k = static_cast<size_t>(std::max(2.0, level == 1 ? root / 2 : root * 2));
    std::vector<Cluster> clusters =
        ClusterPlaces(input.places, k, input.seed + static_cast<uint64_t>(level));
    std::stable_sort(clusters.begin(), clusters.end(), [](const Cluster& a, const Cluster& b) {
      return a.items.size() > b.items.size();
    });
    for (const Cluster& cluster : clusters) {
      if (cluster.items.size() < 3) continue;
      const uint32_t name = BestName(input, cluster, MeanOf(cluster, input, overall), taken);
      if (name == 0xFFFFFFFF) continue;
      taken.insert(input.articles[name].title);
      regions.push_back({static_cast<uint8_t>(level),
                         static_cast<uint8_t>(MainTopic(cluster, input.topics)),
                         MedoidOf(cluster, input.places), static_cast<float>(cluster.items.size()),
                         input.articles[name].title});
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
