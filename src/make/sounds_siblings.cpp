// See sounds_siblings.h.
#include "make/sounds_siblings.h"

#include <map>
#include <string>
#include <utility>

namespace meander {

std::vector<int> SiblingGroups(std::span<const SourceSound> sounds) {
  std::map<std::pair<uint32_t, std::string>, std::vector<size_t>> alike;
  for (size_t i = 0; i < sounds.size(); ++i) {
    if (!sounds[i].number.empty()) alike[{sounds[i].package, sounds[i].words}].push_back(i);
  }
  std::vector<int> groups(sounds.size(), -1);
  int group = 0;
  for (const auto& [name, items] : alike) {
    if (items.size() < 3 || items.size() > 40) continue;
    for (const size_t item : items) groups[item] = group;
    ++group;
  }
  return groups;
}

double SiblingsNearest(std::span<const int> groups, std::span<const uint32_t> nearest,
                       uint32_t per_item, uint32_t among) {
  size_t asked = 0, found = 0;
  for (size_t item = 0; item < groups.size(); ++item) {
    if (groups[item] < 0) continue;
    ++asked;
    bool is_found = false;
    for (uint32_t k = 0; k < among; ++k) {
      is_found |= groups[nearest[item * per_item + k]] == groups[item];
    }
    found += is_found;
  }
  return asked == 0 ? 0 : static_cast<double>(found) / static_cast<double>(asked);
}

}  // namespace meander
