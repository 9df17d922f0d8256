// See duet_marks.h.
#include "ideas/duet_marks.h"

#include <algorithm>

#include "canvas/curve.h"
#include "ideas/tour_marks.h"

namespace meander {
namespace {

constexpr float kRoomy_px = 560;

// As far as it has been walked, the rest thin; all of it while nothing is played.
void AddWalked(const IdeasState& state, const std::vector<uint32_t>& items, float share,
               Scene& scene) {
  const size_t first = scene.strokes.size();
  AddDottedLine(state.map, items, 2, {Token::kInk2, 1}, scene);
  const std::vector<StrokeMark> whole(scene.strokes.begin() + static_cast<ptrdiff_t>(first),
                                      scene.strokes.end());
  scene.strokes.resize(first);
  const uint32_t lit = IsMeeting(state, state.pointed) ? state.pointed : kNoItem;
  const auto hops = static_cast<float>(std::max<size_t>(items.size(), 2) - 1);
  size_t hop = 0;
  for (StrokeMark stroke : whole) {
    // Hops that stay where they are have no stroke.
    while (hop + 1 < items.size() && items[hop] == items[hop + 1]) ++hop;
    const float drawn = std::clamp(share * hops - static_cast<float>(hop), 0.f, 1.f);
    if (drawn < 1) {
      StrokeMark ahead = stroke;
      ahead.width_from_px = ahead.width_to_px = 1.6f;
      ahead.paint.opacity = 0.5f;
      ahead.drawn_from = drawn;
      scene.strokes.push_back(ahead);
    }
    stroke.drawn_to = drawn;
    stroke.chevron = drawn >= 1;
    if (hop + 1 < items.size() && items[hop + 1] == lit) {
      stroke.width_from_px = stroke.width_to_px = 3.2f;
      stroke.paint = {Token::kInk, 1};
    }
    if (drawn > 0) scene.strokes.push_back(stroke);
    ++hop;
  }
}

}  // namespace

void AddOther(const IdeasState& state, Scene& scene) {
  if (!state.other) return;
  const std::vector<uint32_t> items = ItemsOf(*state.other);
  const bool shows = ShowsDuet(state);
  const float share = !shows                  ? 1
                      : state.duet.is_swapped ? OwnShare(state.duet)
                                              : TheirShare(state.duet);
  AddWalked(state, items, share, scene);
  for (const SharedStop& shared : SharedStops(state)) {
    DiscMark ring{
        state.map.PlaceOf(shared.item), DiscKind::kRing, 15, {Token::kInk2, 1}, {}, 0, shared.item};
    ring.is_dotted = true;
    scene.discs.push_back(std::move(ring));
  }
}

void AddOtherNames(const IdeasState& state, const View& view, std::vector<LabelMark>& names) {
  if (!state.other || view.viewport.width_px < kRoomy_px) return;
  for (const uint32_t item : ItemsOf(*state.other)) {
    const bool is_named =
        std::ranges::any_of(names, [&](const LabelMark& name) { return name.item == item; });
    if (is_named) continue;
    LabelMark name;
    name.at = state.map.PlaceOf(item);
    name.text = state.map.TitleOf(item);
    name.face = Face::kUi;
    name.size_px = 12.5f;
    name.paint = {Token::kInk, 1};
    name.distance_px = 9;
    name.item = item;
    names.push_back(std::move(name));
  }
}

}  // namespace meander
