// See sounds_regions.h.
#include "make/sounds_regions.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "make/clusters.h"

namespace meander {
namespace {

constexpr size_t kFewest = 3;  // sounds of a region that have its word
constexpr size_t kShortestWord = 3;
// Words that say how large or loud a sound is and not what.
const std::set<std::string> kVague = {
    "large",  "small", "medium", "huge",  "tiny",   "high", "low",   "hard",  "soft", "mid",
    "big",    "hit",   "final",  "heavy", "the",    "and",  "under", "stand", "anti", "node",
    "choppy", "dig",   "dug",    "place", "atomic", "ion",  "open",  "close"};

std::set<std::string> WordsOf(const SourceSound& sound) {
  std::set<std::string> words;
  std::string word;
  for (const char c : sound.words + " ") {
    if (c != ' ') {
      word += c;
    } else {
      if (word.size() >= kShortestWord && !kVague.contains(word)) words.insert(word);
      word.clear();
    }
  }
  return words;
}

class Namer {
 public:
  Namer(std::span<const SourceSound> sounds, const Called& called, bool only_called) {
    for (const SourceSound& sound : sounds) {
      std::set<std::string> names;
      for (const std::string& word : WordsOf(sound)) {
        const auto found = called.find(word);
        if (found != called.end()) {
          names.insert(found->second);
        } else if (!only_called) {
          names.insert(word);
        }
      }
      words_.push_back(std::move(names));
      for (const std::string& word : words_.back()) ++everywhere_[word];
    }
  }

  // Empty where none is left.
  std::string Name(const Cluster& cluster, std::set<std::string>& taken) const {
    std::map<std::string, size_t> here;
    for (const uint32_t item : cluster.items) {
      for (const std::string& word : words_[item]) ++here[word];
    }
    std::string best;
    double most = 0;
    for (const auto& [word, count] : here) {
      const double share = static_cast<double>(count) / static_cast<double>(cluster.items.size());
      const double all =
          static_cast<double>(everywhere_.at(word)) / static_cast<double>(words_.size());
      const double score = share * std::log2(share / all);
      if (count >= kFewest && score > most && !taken.contains(word)) {
        most = score;
        best = word;
      }
    }
    if (best.empty()) return {};
    taken.insert(best);
    best[0] = static_cast<char>(std::toupper(best[0]));
    return best;
  }

 private:
  std::vector<std::set<std::string>> words_;
  std::map<std::string, size_t> everywhere_;
};

std::vector<Cluster> Sorted(std::vector<Cluster> clusters) {
  std::erase_if(clusters, [](const Cluster& cluster) { return cluster.items.empty(); });
  std::ranges::stable_sort(clusters, std::ranges::greater{},
                           [](const Cluster& cluster) { return cluster.items.size(); });
  return clusters;
}

}  // namespace

SoundRegions MakeSoundRegions(std::span<const SourceSound> sounds, std::span<const Point2> places,
                              uint32_t large, uint64_t seed, const Called& called,
                              const Called& said) {
  const Namer namers[] = {{sounds, called, !called.empty()}, {sounds, said, false}};
  SoundRegions made;
  made.topics.resize(sounds.size());
  std::set<std::string> taken;
  const auto add = [&](uint8_t level, uint8_t topic, const Cluster& cluster) {
    const std::string name = namers[level].Name(cluster, taken);
    if (name.empty()) return;
    made.regions.push_back(
        {level, topic, MedoidOf(cluster, places), static_cast<float>(cluster.items.size()), name});
  };
  const std::vector<Cluster> topics = Sorted(ClusterPlaces(places, large, seed));
  for (uint8_t topic = 0; topic < topics.size(); ++topic) {
    for (const uint32_t item : topics[topic].items) made.topics[item] = topic;
    add(0, topic, topics[topic]);
  }
  const auto finer = static_cast<size_t>(std::sqrt(static_cast<double>(sounds.size())));
  for (const Cluster& cluster : Sorted(ClusterPlaces(places, finer, seed + 1))) {
    add(1, made.topics[MedoidOf(cluster, places)], cluster);
  }
  return made;
}

}  // namespace meander
