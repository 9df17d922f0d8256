// See why_near.h.
#include "sounds/why_near.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "audio/band_pass.h"
#include "audio/sound_features.h"
#include "canvas/whole_number.h"
#include "canvas/words.h"
#include "sounds/state.h"

namespace meander {
namespace {

constexpr double kPause_s = 0.25;  // between the first and the second
constexpr int kBothSides = 3;
constexpr float kLeastAround = 0.06f;  // world, to each side
// Beside the card, which takes most of the map: design views-b, §7.
constexpr Margins kBesideCard{870, 70, 90, 60};

std::vector<float> VectorOf(const SoundsState& state, uint32_t item) {
  if (item < state.map.count()) return UnitRow(state.own_wish.vectors, item);
  const ClipShelf::Samples clip = SamplesOf(state, item);
  if (clip == nullptr) return {};
  return Embed(*state.own_wish.model, FeatureReader().Of(*clip));
}

uint32_t NearestInSpace(const SoundsState& state, uint32_t item) {
  if (item >= kFirstOwnSound) return NearestOf(state.own[item - kFirstOwnSound]);
  const std::vector<Neighbor> nearest = NearestToRow(state.own_wish.vectors, item, 1);
  return nearest.empty() ? kNoItem : nearest[0].item;
}

Effects WantBoth(SoundsState& state) {
  Effects effects = FetchSpace(state);
  for (const uint32_t item : state.why.items) {
    if (item >= state.map.count()) continue;
    if (const auto wanted = state.shelf.Want(state.head, item)) {
      effects.push_back(FetchEffect{std::string(kSpritesSection), *wanted});
    }
  }
  return effects;
}

void WorkOutParts(SoundsState& state) {
  WhyNear& why = state.why;
  const std::vector<float> left = VectorOf(state, why.items[0]);
  const std::vector<float> right = VectorOf(state, why.items[1]);
  const uint32_t dim = state.own_wish.model->dim();
  if (left.size() != dim || right.size() != dim) return;
  why.parts = WhyParts(*state.own_wish.model, left, right);
  why.likeness = 0;
  for (const WhyPart& part : why.parts) why.likeness += part.amount;
  std::ranges::stable_sort(why.parts, std::greater<>(), &WhyPart::hundredths);
  if (why.pairs.empty()) why.pairs = SampleOfPairs(state.own_wish.vectors);
  why.closer_than = ShareBelow(why.pairs, why.likeness);
}

Effects ShowPair(const SoundsState& state) {
  const auto& [left, right] = state.why.items;
  if (left == kNoItem || right == kNoItem) return {};
  const Point2 a = PlaceOf(state, left), b = PlaceOf(state, right);
  Rect around{{std::min(a.x, b.x), std::min(a.y, b.y)}, {std::max(a.x, b.x), std::max(a.y, b.y)}};
  // So near that both are apart, but not so near that nothing else is seen.
  const Point2 middle = (around.low + around.high) * 0.5f;
  const Point2 least{kLeastAround, kLeastAround};
  around.low = {std::min(around.low.x, middle.x - least.x),
                std::min(around.low.y, middle.y - least.y)};
  around.high = {std::max(around.high.x, middle.x + least.x),
                 std::max(around.high.y, middle.y + least.y)};
  return {FlyToEffect{around, false, kBesideCard, true}};
}

Effects Compare(SoundsState& state, uint32_t left, uint32_t right) {
  WhyNear& why = state.why;
  why.items = {left, right};
  why.shades = {};
  why.parts.clear();
  why.part = -1;
  why.heard_from_s = -1;
  Effects effects = WantBoth(state);
  std::ranges::move(TendWhy(state), std::back_inserter(effects));
  std::ranges::move(ShowPair(state), std::back_inserter(effects));
  effects.push_back(ShowPageEffect{});
  return effects;
}

Effects Open(SoundsState& state, std::string_view argument) {
  const uint32_t left = argument.empty() ? state.pinned : SoundIn(state, argument);
  if (left == kNoItem) return {};
  const uint32_t in_ring = ItemOfTrack(state, state.chosen);
  state.why.is_open = true;
  state.pinned = state.cursor = left;
  state.shows_track = state.search.is_open = false;
  if (state.is_wanted) state.player.EndAtBar();
  Effects effects{PrepareSoundEffect{}};
  state.may_sound = true;
  std::ranges::move(Compare(state, left, in_ring == left ? kNoItem : in_ring),
                    std::back_inserter(effects));
  return effects;
}

Effects Close(SoundsState& state) {
  if (!state.why.is_open) return {};
  std::vector<float> pairs = std::move(state.why.pairs);
  state.why = {};
  state.why.pairs = std::move(pairs);
  return {ReturnCameraEffect{}, ShowPageEffect{}};
}

// One side, filtered where a band is pointed at.
Effects HearSide(const SoundsState& state, int side) {
  const WhyNear& why = state.why;
  const ClipShelf::Samples clip = SamplesOf(state, why.items[static_cast<size_t>(side)]);
  if (clip == nullptr) return {};
  const bool is_band = why.part >= 0 && why.parts[static_cast<size_t>(why.part)].is_band();
  if (!is_band) return {PlayNowEffect{clip->samples}};
  const WhyPart& part = why.parts[static_cast<size_t>(why.part)];
  const bool is_lowest = part.kind == WhyKind::kRumble, is_highest = part.kind == WhyKind::kSplash;
  return {PlayNowEffect{
      BandPassed(*clip, is_lowest ? 0 : part.low_hz(), is_highest ? kSampleRate_hz : part.high_hz())
          .samples}};
}

Effects Hear(SoundsState& state, int sides) {
  WhyNear& why = state.why;
  why.sides = sides;
  why.heard_from_s = state.now_s;
  why.right_has_begun = (sides & 1) == 0;
  Effects effects{PrepareSoundEffect{}};
  std::ranges::move(HearSide(state, why.right_has_begun ? 1 : 0), std::back_inserter(effects));
  effects.push_back(ShowPageEffect{});
  return effects;
}

Effects ChoosePart(SoundsState& state, std::string_view argument) {
  WhyNear& why = state.why;
  const int part = NumberIn(argument);
  const int wanted = part >= 0 && static_cast<size_t>(part) < why.parts.size() ? part : -1;
  if (std::exchange(why.part, wanted) == wanted || wanted < 0) return {ShowPageEffect{}};
  if (!why.parts[static_cast<size_t>(wanted)].is_band()) return {ShowPageEffect{}};
  return Hear(state, kBothSides);
}

double LengthOfSide_s(const SoundsState& state, int side) {
  return LengthOf_s(state, state.why.items[static_cast<size_t>(side)]);
}

}  // namespace

Effects ApplyWhy(SoundsState& state, std::string_view action, std::string_view argument) {
  if (action == "why-open") return Open(state, argument);
  if (!state.why.is_open) return {};
  if (action == "why-close") return Close(state);
  if (action == "why-turn") return Hear(state, kBothSides);
  if (action == "why-part") return ChoosePart(state, argument);
  if (action == "why-hear") {
    const int side = NumberIn(argument);
    return side == 0 || side == 1 ? Hear(state, 1 << side) : Effects{};
  }
  if (action == "why-right") {
    const uint32_t item = SoundIn(state, argument);
    if (item == kNoItem || item == state.why.items[0]) return {};
    Effects effects = Compare(state, state.why.items[0], item);
    std::ranges::move(Hear(state, 1 << 1), std::back_inserter(effects));
    return effects;
  }
  return {};
}

Effects TendWhy(SoundsState& state) {
  WhyNear& why = state.why;
  if (!why.is_open) return {};
  Effects effects;
  const bool has_space = HasSpace(state);
  if (why.items[1] == kNoItem && has_space) {
    why.items[1] = NearestInSpace(state, why.items[0]);
    effects = WantBoth(state);
    std::ranges::move(ShowPair(state), std::back_inserter(effects));
  }
  bool has_more = !effects.empty();
  for (size_t side = 0; side < 2; ++side) {
    if (!why.shades[side].empty()) continue;
    const ClipShelf::Samples clip = SamplesOf(state, why.items[side]);
    if (clip == nullptr) continue;
    why.shades[side] = ShadesOf(clip->samples);
    has_more = true;
  }
  if (why.parts.empty() && has_space && why.items[1] != kNoItem) {
    WorkOutParts(state);
    has_more = true;
    if (!why.parts.empty()) effects.push_back(SayEffect{WhySentence(state)});
  }
  if (has_more) effects.push_back(ShowPageEffect{});
  return effects;
}

Effects PassWhyTime(SoundsState& state, bool& more) {
  WhyNear& why = state.why;
  if (!why.is_open || why.heard_from_s < 0) return {};
  more = true;
  const double since_s = state.now_s - why.heard_from_s;
  const double right_from_s = why.sides == kBothSides ? LengthOfSide_s(state, 0) + kPause_s : 0;
  if ((why.sides & 2) != 0 && !why.right_has_begun && since_s >= right_from_s) {
    why.right_has_begun = true;
    return HearSide(state, 1);
  }
  const double end_s =
      (why.sides & 2) != 0 ? right_from_s + LengthOfSide_s(state, 1) : LengthOfSide_s(state, 0);
  if (since_s < end_s) return {};
  why.heard_from_s = -1;
  return {ShowPageEffect{}};
}

std::optional<std::pair<int, float>> WhyPlayhead(const SoundsState& state) {
  const WhyNear& why = state.why;
  if (!why.is_open || why.heard_from_s < 0) return std::nullopt;
  double since_s = state.now_s - why.heard_from_s;
  int side = why.sides == 2 ? 1 : 0;
  if (why.sides == kBothSides && since_s >= LengthOfSide_s(state, 0)) {
    since_s -= LengthOfSide_s(state, 0) + kPause_s;
    side = 1;
  }
  const double length_s = LengthOfSide_s(state, side);
  if (since_s < 0 || length_s <= 0 || since_s > length_s) return std::nullopt;
  return std::pair{side, static_cast<float>(since_s / length_s)};
}

std::optional<Effects> ApplyWhyKey(SoundsState& state, std::string_view key) {
  if (!state.why.is_open) return std::nullopt;
  if (key == "Escape") return ApplyWhy(state, "why-close", "");
  if (key == "Space" || key == " ") return ApplyWhy(state, "why-turn", "");
  if (key == "ArrowLeft") return ApplyWhy(state, "why-hear", "0");
  if (key == "ArrowRight") return ApplyWhy(state, "why-hear", "1");
  if (key == "Enter") return Apply(state, "put", std::to_string(state.why.items[0]));
  if (key == "ArrowUp" || key == "ArrowDown") {
    const int count = static_cast<int>(state.why.parts.size());
    if (count == 0) return Effects{};
    const bool is_down = key == "ArrowDown";
    const int now = state.why.part;
    const int next =
        now < 0 ? (is_down ? 0 : count - 1) : (now + (is_down ? 1 : count - 1)) % count;
    Effects effects = ChoosePart(state, std::to_string(next));
    const WhyPart& part = state.why.parts[static_cast<size_t>(state.why.part)];
    effects.push_back(SayEffect{LabelOfWhy(part) + " " + AmountInWords(part.hundredths)});
    return effects;
  }
  return std::nullopt;
}

}  // namespace meander
