// See ladder.h.
#include "ideas/ladder.h"

#include <algorithm>

namespace meander {
namespace {

std::vector<LadderRow> Column(const std::vector<uint32_t>& items, const std::vector<int>& shown,
                              const std::vector<int>& tied, bool folds) {
  std::vector<LadderRow> rows;
  const auto has = [](const std::vector<int>& places, int place) {
    return std::ranges::find(places, place) != places.end();
  };
  for (int place = 0; place < static_cast<int>(items.size()); ++place) {
    const uint32_t item = items[static_cast<size_t>(place)];
    if (!folds || has(shown, place)) {
      rows.push_back({place, 0, item, has(tied, place)});
    } else if (!rows.empty() && rows.back().folded > 0) {
      ++rows.back().folded;
    } else {
      rows.push_back({place, 1, item, false});
    }
  }
  // One stop behind a fold is shown instead: it takes no more room.
  for (LadderRow& row : rows) {
    if (row.folded == 1) row.folded = 0;
  }
  return rows;
}

int RowOf(const std::vector<LadderRow>& rows, int place) {
  const auto at = std::ranges::find_if(
      rows, [&](const LadderRow& row) { return row.folded == 0 && row.place == place; });
  return static_cast<int>(at - rows.begin());
}

}  // namespace

Ladder MakeLadder(const std::vector<uint32_t>& own, const std::vector<uint32_t>& other,
                  const std::vector<SharedStop>& shared, std::pair<int, int> kept, bool unfolded) {
  Ladder ladder;
  ladder.is_folded = !unfolded && std::max(own.size(), other.size()) > kMostUnfolded;
  std::vector<int> own_tied, other_tied;
  for (const SharedStop& stop : shared) {
    own_tied.push_back(stop.own_place);
    other_tied.push_back(stop.other_place);
  }
  std::vector<int> own_shown = own_tied, other_shown = other_tied;
  own_shown.push_back(kept.first);
  other_shown.push_back(kept.second);
  ladder.own = Column(own, own_shown, own_tied, ladder.is_folded);
  ladder.other = Column(other, other_shown, other_tied, ladder.is_folded);
  for (const SharedStop& stop : shared) {
    ladder.ties.emplace_back(RowOf(ladder.own, stop.own_place),
                             RowOf(ladder.other, stop.other_place));
  }
  return ladder;
}

Order OrderOf(const std::vector<SharedStop>& shared) {
  const auto by_other = [](const SharedStop& a, const SharedStop& b) {
    return a.other_place < b.other_place;
  };
  if (std::ranges::is_sorted(shared, by_other)) return Order::kSame;
  const std::vector<SharedStop> back(shared.rbegin(), shared.rend());
  return std::ranges::is_sorted(back, by_other) ? Order::kOpposite : Order::kMixed;
}

}  // namespace meander
