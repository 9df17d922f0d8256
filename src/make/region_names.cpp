// See region_names.h.
#include "make/region_names.h"

#include <algorithm>
#include <cmath>

namespace meander {
namespace {

constexpr int kPeople = 0, kHistory = 1, kGeography = 2;
constexpr float kNotWanted = -1;

// What a description of one single thing begins with or holds, though the title is a common word.
constexpr std::string_view kSingleThings[] = {
    "Species of", "species of", "Chemical element", "chemical element", " novel",
    " film",      " painting",  " opera",           " play by",         " poem",
    "Company",    "company",    "Genus of",         "genus of",         "Unit of",
    "SI unit",    "album",      "Capital",          "King of",          "mperor",
    "ruler",      "Breed of",   "character"};

bool SaysSingleThing(std::string_view description) {
  return std::any_of(
      std::begin(kSingleThings), std::end(kSingleThings),
      [&](std::string_view part) { return description.find(part) != description.npos; });
}

char LowerOf(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// Per article: of the links that lead to it, the share written with a small first letter; a title
// that no text mentions is looked up in its own.
std::vector<float> ShareWrittenSmall(const RegionInput& input) {
  std::vector<float> small(input.articles.size()), all(input.articles.size());
  for (size_t item = 0; item < input.links.size(); ++item) {
    for (const TextLink& link : input.links[item]) {
      const char first = input.articles[item].text[link.begin];
      small[link.target] += first == LowerOf(first);
      all[link.target] += 1;
    }
  }
  for (size_t item = 0; item < small.size(); ++item) {
    std::string title = input.articles[item].title;
    if (!title.empty()) title[0] = LowerOf(title[0]);
    const bool is_in_own_text = input.articles[item].text.find(title) != std::string::npos;
    small[item] = (small[item] + (is_in_own_text ? 2.f : 0.f)) / (all[item] + 2);
  }
  return small;
}

}  // namespace

RegionNamer::RegionNamer(const RegionInput& input) : input_(input), overall_(input.dim) {
  for (size_t i = 0; i < input.rows.size(); ++i) overall_[i % input.dim] += input.rows[i];
  for (float& value : overall_) value /= static_cast<float>(input.articles.size());
  const std::vector<float> written_small = ShareWrittenSmall(input);
  for (uint32_t item = 0; item < input.articles.size(); ++item) {
    const std::string& title = input.articles[item].title;
    const bool may_be_proper = input.topics[item] == kHistory || input.topics[item] == kGeography;
    const bool is_proper = written_small[item] < 0.5f;
    float score = 0.04f * std::log2(1 + static_cast<float>(input.mentions[item]));
    score -= 0.004f * static_cast<float>(title.size());
    score += title.find(' ') == title.npos ? 0.03f : 0;
    score -= is_proper ? 0.06f : 0;
    score -= SaysSingleThing(input.articles[item].description) ? 0.25f : 0;
    if (!CanName(item) || (is_proper && !may_be_proper)) score = kNotWanted;
    generality_.push_back(score);
  }
}

// A title that could stand on a chart: short, no parenthesis, comma or figure, not a person.
bool RegionNamer::CanName(uint32_t item) const {
  const std::string& title = input_.articles[item].title;
  if (title.size() < 3 || title.size() > 20 || input_.topics[item] == kPeople) return false;
  if (title.find_first_of("(),:;/'0123456789") != title.npos) return false;
  for (const char* opening : {"List ", "History of", "Outline", "The "}) {
    if (title.starts_with(opening)) return false;
  }
  return std::count(title.begin(), title.end(), ' ') <= 2;
}

std::vector<float> RegionNamer::CommonMeaningOf(std::span<const uint32_t> items) const {
  std::vector<float> mean(input_.dim);
  for (const uint32_t item : items) {
    for (uint32_t i = 0; i < input_.dim; ++i) mean[i] += input_.rows[size_t{item} * input_.dim + i];
  }
  // What all articles have in common says nothing about this region.
  float squares = 0;
  for (uint32_t i = 0; i < input_.dim; ++i) {
    mean[i] = mean[i] / static_cast<float>(items.size()) - 0.7f * overall_[i];
    squares += mean[i] * mean[i];
  }
  const float scale = squares > 0 ? 1 / std::sqrt(squares) : 0;
  for (float& value : mean) value *= scale;
  return mean;
}

uint32_t RegionNamer::NameOf(std::span<const uint32_t> items, Point2 center,
                             const std::set<std::string>& taken) const {
  // How many of the region's articles point at each article, by meaning and by their words.
  std::vector<float> pointed_at(input_.articles.size());
  for (const uint32_t item : items) {
    for (const Neighbor& neighbor : input_.neighbors.Of(item)) pointed_at[neighbor.item] += 0.9f;
    for (const TextLink& link : input_.links[item]) pointed_at[link.target] += 0.9f;
  }
  const std::vector<float> mean = CommonMeaningOf(items);
  uint32_t best = kNoName;
  float best_score = -1e9f;
  for (uint32_t item = 0; item < input_.articles.size(); ++item) {
    const std::string& title = input_.articles[item].title;
    if (generality_[item] == kNotWanted || taken.contains(title)) continue;
    float cosine = 0;
    for (uint32_t i = 0; i < input_.dim; ++i) {
      cosine += mean[i] * input_.rows[size_t{item} * input_.dim + i];
    }
    const bool lives_here = Distance(input_.places[item], center) < 0.15f;
    const float share = pointed_at[item] / static_cast<float>(items.size());
    const float score = cosine + share + generality_[item] + (lives_here ? 0.05f : 0);
    if (score > best_score) {
      best_score = score;
      best = item;
    }
  }
  return best;
}

}  // namespace meander
