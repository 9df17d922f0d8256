// See search.h.
#include "sounds/search.h"

#include <algorithm>
#include <string>

#include "base/lower_case.h"

namespace meander {
namespace {

constexpr size_t kMostFound = 60;
constexpr size_t kLongEnough = 5;  // for a slip

std::vector<std::string> WordsOf(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char lower : LowerCase(text)) {
    const bool is_part = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9') ||
                         static_cast<unsigned char>(lower) >= 128;
    if (is_part) {
      word += lower;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

// One letter too many, too few, or another.
bool IsSlipOf(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  size_t at = 0;
  while (at < a.size() && a[at] == b[at]) ++at;
  return a.substr(a.size() == b.size() ? std::min(at + 1, a.size()) : at) ==
         b.substr(std::min(at + 1, b.size()));
}

// 3 a word begins with it, 2 it is inside one, 1 a slip, 0 not at all.
int FitOf(const std::string& asked, const std::vector<std::string>& words) {
  int best = 0;
  for (const std::string& word : words) {
    if (word.starts_with(asked)) return 3;
    if (word.find(asked) != word.npos) best = std::max(best, 2);
    if (asked.size() >= kLongEnough && IsSlipOf(asked, word)) best = std::max(best, 1);
  }
  return best;
}

}  // namespace

std::vector<uint32_t> FindSounds(const SoundsState& state, std::string_view text) {
  const std::vector<std::string> asked = WordsOf(text);
  struct Found {
    uint32_t item;
    int fit;
  };
  std::vector<Found> found;
  if (asked.empty()) return {};
  for (uint32_t item = 0; item < state.map.count(); ++item) {
    if (!IsShown(state, item)) continue;
    const std::vector<std::string> name = WordsOf(state.map.NameOf(item));
    const std::vector<std::string> region = WordsOf(state.map.RegionOf(state.map.TopicOf(item)));
    int worst = 8;
    for (const std::string& word : asked) {
      // A region's name counts less than one's own.
      const int in_region = FitOf(word, region) == 3 ? 1 : 0;
      worst = std::min(worst, std::max(2 * FitOf(word, name), in_region));
    }
    if (worst > 0) found.push_back({item, worst});
  }
  std::ranges::stable_sort(found, [](const Found& a, const Found& b) { return a.fit > b.fit; });
  std::vector<uint32_t> items;
  for (const Found& one : found) {
    if (items.size() == kMostFound) break;
    items.push_back(one.item);
  }
  return items;
}

}  // namespace meander
