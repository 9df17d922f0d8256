// See wishes.h.
#include "drawings/wishes.h"

#include <algorithm>
#include <utility>

#include "canvas/stage_grid.h"
#include "drawings/ink_pictures.h"
#include "drawings/pen.h"
#include "drawings/sheet_places.h"

namespace meander {
namespace {

constexpr size_t kMostDrawingsKnown = 24;  // answers kept, the latest
constexpr double kLiveEvery_s = 0.125;     // eight times a second
constexpr double kSoon_s = 0.5;            // so long the last answer stands for the next

using Kind = DrawingTarget::Kind;

bool IsAmong(const std::vector<DrawingsQuestion>& wishes, const DrawingsQuestion& question) {
  return std::ranges::find(wishes, question) != wishes.end();
}

template <class Answer>
const Answer* AnswerHere(const DrawingsState& state, const DrawingsQuestion& question) {
  const DrawingKnown* known = DrawingKnownOf(state, question);
  return known != nullptr && known->answer ? std::get_if<Answer>(&*known->answer) : nullptr;
}

uint32_t GhostAsked(const DrawingsState& state) { return state.look.ghost ? kDrawingGhostSeed : 0; }

std::optional<uint16_t> PlaceOfTarget(const DrawingsState& state, const DrawingTarget& target) {
  if (target.kind != Kind::kPlace || target.a >= kDrawingLayers.size() ||
      target.b >= ToldPlacesOfDrawing(target.a)) {
    return std::nullopt;
  }
  return PlaceOnDrawnLayer(target.a, target.b, state.look.layer);
}

}  // namespace

DrawingsQuestion DrawingLookWish(const DrawingsState& state) {
  return DrawingsLookQuestion{InkWithLive(state), GhostAsked(state)};
}

SignPair SignsAsked(const DrawingsState& state) {
  const DrawingsLookAnswer* seen = TrainedSeenNow(state);
  if (seen == nullptr) return {};
  const uint16_t a = seen->signs[0].index;
  return {a, state.look.b == a ? kNoSign : state.look.b};
}

DrawingsQuestion DrawingGroupWish(const DrawingsState& state) {
  const SignPair pair = SignsAsked(state);
  DrawingsGroupQuestion question{state.ink, state.look.layer, state.look.groups};
  question.a = pair.a;
  question.b = pair.b;
  question.ghost = GhostAsked(state);
  return question;
}

DrawingsQuestion DrawingStrokeWish(const DrawingsState& state) {
  const SignPair pair = SignsAsked(state);
  return DrawingsStrokeQuestion{state.ink, pair.a, pair.b, GhostAsked(state)};
}

std::vector<DrawingsQuestion> DrawingWishes(const DrawingsState& state) {
  if (InkWithLive(state).empty()) return {};
  std::vector<DrawingsQuestion> wishes{DrawingLookWish(state)};
  // The rest hangs on what the network itself sees, and can wait until the pen is lifted.
  if (state.is_drawing()) return wishes;
  if (state.look.ghost) wishes.push_back(DrawingsLookQuestion{state.ink});
  if (TrainedSeenNow(state) == nullptr) return wishes;
  wishes.push_back(DrawingStrokeWish(state));
  if (HasDrawingGroups(state.look.layer)) wishes.push_back(DrawingGroupWish(state));
  return wishes;
}

const DrawingKnown* DrawingKnownOf(const DrawingsState& state, const DrawingsQuestion& question) {
  const auto at = std::ranges::find(state.known, question, &DrawingKnown::question);
  return at == state.known.end() ? nullptr : &*at;
}

const DrawingsLookAnswer* DrawingSeenNow(const DrawingsState& state) {
  return AnswerHere<DrawingsLookAnswer>(state, DrawingsLookQuestion{state.ink, GhostAsked(state)});
}
const DrawingsLookAnswer* TrainedSeenNow(const DrawingsState& state) {
  return AnswerHere<DrawingsLookAnswer>(state, DrawingsLookQuestion{state.ink});
}
const DrawingsLookAnswer* DrawingSeen(const DrawingsState& state) {
  if (state.ink.empty() && !state.is_drawing()) return nullptr;
  if (!state.is_drawing()) {
    if (const DrawingsLookAnswer* now = DrawingSeenNow(state)) return now;
  }
  const bool is_soon = state.request != 0 && state.now_s - state.asked_s < kSoon_s;
  return state.latest && (state.is_drawing() || is_soon) ? &*state.latest : nullptr;
}
const DrawingsGroupAnswer* DrawingGroupsSeen(const DrawingsState& state) {
  if (!HasDrawingGroups(state.look.layer) || state.is_drawing()) return nullptr;
  const auto* groups = AnswerHere<DrawingsGroupAnswer>(state, DrawingGroupWish(state));
  return groups != nullptr && !groups->groups.empty() ? groups : nullptr;
}
const DrawingsStrokeAnswer* StrokesSeen(const DrawingsState& state) {
  return state.is_drawing() ? nullptr
                            : AnswerHere<DrawingsStrokeAnswer>(state, DrawingStrokeWish(state));
}

uint16_t PlaceOnDrawnLayer(uint8_t from_layer, uint16_t place, uint8_t to_layer) {
  return PlaceOnGrid(kDrawingLayers[from_layer].told_side, place,
                     kDrawingLayers[to_layer].told_side);
}

std::optional<uint16_t> PlaceOfDrawing(const DrawingsState& state) {
  for (const DrawingTarget* target : {&state.hovered, &state.pinned}) {
    if (const std::optional<uint16_t> place = PlaceOfTarget(state, *target)) return place;
  }
  const DrawingsLookAnswer* seen = DrawingSeen(state);
  if (seen == nullptr) return std::nullopt;
  // Where the drawing is, and not along the edge, where the network fires at the picture's end
  // rather than at what is there; a drawing may lie along it all the same.
  const std::vector<float>& strength = seen->grids[state.look.layer].strength;
  const int side = kDrawingLayers[state.look.layer].told_side, rim = side / 7;
  const std::vector<bool> inked = InkedPlaces(InkWithLive(state), side);
  int best = side / 2 * side + side / 2;
  int rank = 0;  // 2: inked and not along the edge, 1: inked
  for (int place = 0; place < side * side; ++place) {
    const auto at = static_cast<size_t>(place);
    if (!inked[at]) continue;
    const int row = place / side, column = place % side;
    const bool is_within = std::min(row, column) >= rim && std::max(row, column) < side - rim;
    const int its_rank = is_within ? 2 : 1;
    if (its_rank < rank) continue;
    if (its_rank > rank || strength[at] > strength[static_cast<size_t>(best)]) best = place;
    rank = its_rank;
  }
  return static_cast<uint16_t>(best);
}

std::vector<int> LeadingDrawingGroups(const DrawingsGroupAnswer& groups) {
  std::vector<float> strongest;
  for (const DrawingGroup& group : groups.groups) {
    strongest.push_back(std::ranges::max(group.strengths));
  }
  std::vector<int> leads;
  for (size_t place = 0; place < groups.groups[0].strengths.size(); ++place) {
    int lead = -1;
    float most = 0.02f;
    for (size_t g = 0; g < groups.groups.size(); ++g) {
      const float strength = groups.groups[g].strengths[place];
      const float here = strongest[g] > 0 ? strength / strongest[g] : 0;
      if (here > most) {
        most = here;
        lead = static_cast<int>(g);
      }
    }
    leads.push_back(lead);
  }
  return leads;
}

Effects AskDrawings(DrawingsState& state) {
  const std::vector<DrawingsQuestion> wishes = DrawingWishes(state);
  Effects effects = ShowStrokes(state);
  const auto stop = [&] {
    if (state.request != 0) effects.push_back(CancelEngineEffect{std::exchange(state.request, 0)});
    state.progress = {};
  };
  const bool is_look =
      state.request != 0 && std::holds_alternative<DrawingsLookQuestion>(state.asked);
  // What was asked while it was drawn is let be answered: the page would else stand still.
  if (state.is_drawing() && is_look) return effects;
  if (state.request != 0 && !IsAmong(wishes, state.asked)) stop();
  const auto next = std::ranges::find_if(wishes, [&](const DrawingsQuestion& wish) {
    const DrawingKnown* known = DrawingKnownOf(state, wish);
    return known == nullptr || (!known->is_whole && known->problem.empty());
  });
  state.asks_to_fetch = false;
  if (next == wishes.end()) return effects;
  if (state.is_drawing() && state.now_s - state.live_s < kLiveEvery_s && state.live_s >= 0) {
    return effects;  // LetDrawingsPass asks
  }
  // A pen that rests draws nothing new.
  if (state.is_drawing() && state.live_s >= 0 && state.asked == *next) return effects;
  // What came with the site is answered in any case; the rest only once the reader has agreed.
  const bool is_held = state.is_careful && !state.may_fetch;
  state.asks_to_fetch =
      is_held && state.not_here.has_value() && (state.not_here == *next || !state.is_first());
  if (state.asks_to_fetch && std::exchange(state.came_by_playing, false)) {
    // Who only plays is asked for no megabytes: what is here is seen again.
    state.is_playing = false;
    state.look.layer = static_cast<uint8_t>(state.play_from);
    for (Effect& effect : AskDrawings(state)) effects.push_back(std::move(effect));
    return effects;
  }
  if (state.asks_to_fetch) {
    stop();
    return effects;
  }
  if (state.request != 0 && state.asked == *next) return effects;
  stop();
  state.request = NextRequestId();
  state.asked = *next;
  state.asked_s = state.now_s;
  if (state.is_drawing()) state.live_s = state.now_s;
  effects.push_back(AskEngineEffect{
      {state.request, RoomRequest{WriteDrawingsQuestion(*next), WingKind::kDrawings}}, is_held});
  if (state.known.size() > kMostDrawingsKnown) {
    const auto old = std::ranges::find_if(
        state.known, [&](const DrawingKnown& known) { return !IsAmong(wishes, known.question); });
    if (old != state.known.end()) state.known.erase(old);
  }
  return effects;
}

bool HasAllDrawings(const DrawingsState& state) {
  return std::ranges::all_of(DrawingWishes(state), [&](const DrawingsQuestion& wish) {
    const DrawingKnown* known = DrawingKnownOf(state, wish);
    return known != nullptr && (known->is_whole || !known->problem.empty());
  });
}

std::string DrawingProblem(const DrawingsState& state) {
  for (const DrawingsQuestion& wish : DrawingWishes(state)) {
    const DrawingKnown* known = DrawingKnownOf(state, wish);
    if (known != nullptr && !known->problem.empty()) return known->problem;
  }
  return {};
}

}  // namespace meander
