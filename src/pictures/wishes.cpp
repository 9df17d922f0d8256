// See wishes.h.
#include "pictures/wishes.h"

#include <algorithm>

#include "canvas/stage_grid.h"
#include "canvas/words.h"
#include "pictures/growing.h"
#include "pictures/icons.h"
#include "pictures/photos.h"

namespace meander {
namespace {

constexpr size_t kMostKnown = 64;  // answers kept, the latest
constexpr uint8_t kStabilitySeeds = 10;

using Kind = PictureTarget::Kind;

bool IsWanted(const std::vector<PicturesQuestion>& wishes, const PicturesQuestion& question) {
  return std::ranges::find(wishes, question) != wishes.end();
}

// The bytes for the engine, which has to be given the pixels of the reader's own photo each time.
std::vector<uint8_t> BytesFor(const PicturesState& state, PicturesQuestion question) {
  std::visit(
      [&](auto& asked) {
        if constexpr (requires { asked.picture; }) {
          if (asked.picture.photo == PictureRef::kOwn) asked.picture.rgb = state.own.rgb;
        }
      },
      question);
  return WritePicturesQuestion(question);
}

// What is spoken of by one target: a place, taken over from its layer to the look's.
std::optional<uint16_t> PlaceAt(const PicturesState& state, const PictureTarget& target) {
  if (target.kind != Kind::kPlace || target.a >= kPictureLayers.size()) return std::nullopt;
  const int side = kPictureLayers[target.a].told_side;
  if (target.b >= side * side) return std::nullopt;
  return PlaceOnLayer(target.a, target.b, state.look.layer);
}

// What one view shows, the most wanted first.
void AddView(const PicturesState& state, std::vector<PicturesQuestion>& wishes) {
  const PictureLook& look = state.look;
  if (!NoSuchViewOfOther(state).empty()) return;
  switch (look.view) {
    case PictureView::kGrid:
      if (look.by_share || look.slice == PictureSlice::kNeuron) {
        wishes.push_back(ShareWish(state, look.method));
      }
      wishes.push_back(CellWish(state));
      if (look.slice == PictureSlice::kChannel && UnitOf(state)) wishes.push_back(UnitWish(state));
      break;
    case PictureView::kGroups:
      if (HasPictureGroups(look.layer)) wishes.push_back(GroupWish(state));
      wishes.push_back(CellWish(state));
      break;
    case PictureView::kWhy:
      wishes.push_back(ShareWish(state, look.method));
      // What a quick guess says, and how far off it is.
      if (!state.other.is_on) wishes.push_back(ShareWish(state, PictureMethod::kGradient));
      break;
    case PictureView::kWhatIf:
      wishes.push_back(ShareWish(state, PictureMethod::kLime));
      wishes.push_back(ShareWish(state, PictureMethod::kOcclusion));
      wishes.push_back(ShareWish(state, PictureMethod::kIntegrated));
      wishes.push_back(RaceWish(state));
      break;
    case PictureView::kDictionary:
      wishes.push_back(CellWish(state));
      break;
    case PictureView::kUnits:
      if (UnitOf(state)) wishes.push_back(UnitWish(state));
      break;
  }
}

}  // namespace

PictureRef RefOf(const PicturesState& state, bool ghost) {
  PictureRef ref;
  ref.photo = state.photo;
  ref.ghost = ghost;
  ref.seed = state.look.seed;
  if (state.other.is_on) ref.network = state.other.number;
  return ref;
}

PicturesQuestion LookWish(const PicturesState& state) {
  return PicturesLookQuestion{RefOf(state, state.look.ghost)};
}

PicturesQuestion ShippedLookWish(const PicturesState& state) {
  PictureRef ref = RefOf(state, false);
  ref.network = 0;
  return PicturesLookQuestion{ref};
}

std::optional<ClassPair> ClassesAsked(const PicturesState& state) {
  const PicturesLookAnswer* seen = LookSeen(state);
  if (seen == nullptr) return std::nullopt;
  ClassPair pair{state.look.a, state.look.b};
  if (pair.a == kNoClass) pair.a = seen->classes[0].index;
  if (state.look.alone) {
    pair.b = kNoClass;
  } else if (pair.b == kNoClass && seen->classes.size() > 1) {
    // The likeliest that is another.
    pair.b = seen->classes[0].index == pair.a ? seen->classes[1].index : seen->classes[0].index;
  }
  if (pair.b == pair.a) pair.b = kNoClass;
  return pair;
}

PicturesQuestion GroupWish(const PicturesState& state) {
  const ClassPair pair = ClassesAsked(state).value_or(ClassPair{});
  PicturesGroupQuestion question;
  question.picture = RefOf(state, state.look.ghost);
  question.layer = state.look.layer;
  question.groups = state.look.groups;
  question.a = pair.a;
  question.b = pair.b;
  question.stability_seeds = kStabilitySeeds;
  if (const std::optional<uint8_t> from = FlowsFrom(state.look)) {
    question.layer_from = *from;
    question.groups_from = state.look.from_groups;
  }
  return question;
}

PicturesQuestion ShareWish(const PicturesState& state, PictureMethod method) {
  const ClassPair pair = ClassesAsked(state).value_or(ClassPair{});
  PicturesShareQuestion question;
  question.picture = RefOf(state, state.look.ghost);
  // Another network's are not known.
  if (!state.other.is_on) question.layer = state.look.layer;
  question.a = pair.a;
  question.b = pair.b;
  // At the end the network is linear: a single step is all there is.
  question.method = question.layer == kPictureEnd && method == PictureMethod::kIntegrated
                        ? PictureMethod::kGradient
                        : method;
  return question;
}

PicturesQuestion RaceWish(const PicturesState& state) {
  const ClassPair pair = ClassesAsked(state).value_or(ClassPair{});
  PicturesRaceQuestion question;
  question.picture = RefOf(state, state.look.ghost);
  // Another network's are not known.
  if (!state.other.is_on) question.layer = state.look.layer;
  question.a = pair.a;
  question.b = pair.b;
  if (state.other.is_on) {
    question.methods = {PictureMethod::kOcclusion, PictureMethod::kLime};
    return question;
  }
  question.methods = {PictureMethod::kIntegrated, PictureMethod::kGradient,
                      PictureMethod::kOcclusion, PictureMethod::kLime, PictureMethod::kActivation};
  return question;
}

uint16_t PlaceOnLayer(uint8_t from_layer, uint16_t place, uint8_t to_layer) {
  return PlaceOnGrid(kPictureLayers[from_layer].told_side, place,
                     kPictureLayers[to_layer].told_side);
}

namespace {

// What is pinned, or where it fires most.
std::optional<uint16_t> CalmPlace(const PicturesState& state) {
  if (const std::optional<uint16_t> pinned = PlaceAt(state, state.pinned)) return pinned;
  const PicturesLookAnswer* seen = LookSeen(state);
  if (seen == nullptr) return std::nullopt;
  // Not along the edge, where the network fires at the picture's end rather than at what is there.
  const std::vector<float>& strength = seen->grids[state.look.layer].strength;
  const int side = kPictureLayers[state.look.layer].told_side, rim = side / 7;
  int best = side / 2 * side + side / 2;
  for (int row = rim; row < side - rim; ++row) {
    for (int column = rim; column < side - rim; ++column) {
      const int place = row * side + column;
      if (strength[static_cast<size_t>(place)] > strength[static_cast<size_t>(best)]) best = place;
    }
  }
  return static_cast<uint16_t>(best);
}

}  // namespace

std::optional<uint16_t> PlaceOf(const PicturesState& state) {
  const std::optional<uint16_t> hovered = PlaceAt(state, state.hovered);
  return hovered ? hovered : CalmPlace(state);
}

PicturesQuestion CellWish(const PicturesState& state) {
  PicturesCellQuestion question;
  question.picture = RefOf(state, state.look.ghost);
  question.layer = state.look.layer;
  // Pointing alone would ask at every move.
  question.place = CalmPlace(state).value_or(0);
  return question;
}

std::optional<ShownUnit> UnitOf(const PicturesState& state) {
  if (state.pinned.kind == Kind::kChannel && state.look.view == PictureView::kGrid) {
    return ShownUnit{state.pinned.a, state.pinned.b};
  }
  if (state.look.has_unit) return ShownUnit{state.look.unit_layer, state.look.unit};
  const PicturesLookAnswer* seen = LookSeen(state);
  const std::optional<uint16_t> place = PlaceOf(state);
  if (seen == nullptr || !place) return std::nullopt;
  return ShownUnit{state.look.layer, seen->grids[state.look.layer].channels[size_t{4} * *place]};
}

PicturesQuestion UnitWish(const PicturesState& state) {
  const ShownUnit unit = UnitOf(state).value_or(ShownUnit{});
  PicturesUnitQuestion question;
  question.picture = RefOf(state, state.look.ghost);
  question.layer = unit.layer;
  question.channel = unit.channel;
  return question;
}

std::vector<PicturesQuestion> PictureWishes(const PicturesState& state) {
  if (state.is_own() && state.own.rgb.empty()) return {};
  std::vector<PicturesQuestion> wishes{LookWish(state)};
  if (LookSeen(state) == nullptr) return wishes;  // the rest hangs on what it sees
  // Whose megabytes are asked for first waits for a view of the shipped network.
  if (state.other.is_on && (!state.is_careful || state.may_fetch)) {
    wishes.push_back(ShippedLookWish(state));
  }
  AddView(state, wishes);
  return wishes;
}

PictureKnown& PictureEntry(PicturesState& state, const PicturesQuestion& question) {
  const auto at = std::ranges::find(state.known, question, &PictureKnown::question);
  if (at != state.known.end()) return *at;
  state.known.push_back({question, std::nullopt, {}, false, -1});
  return state.known.back();
}

const PictureKnown* PictureKnownOf(const PicturesState& state, const PicturesQuestion& question) {
  const auto at = std::ranges::find(state.known, question, &PictureKnown::question);
  return at == state.known.end() ? nullptr : &*at;
}

const PicturesLookAnswer* LookSeen(const PicturesState& state) {
  return PictureAnswerTo<PicturesLookAnswer>(state, LookWish(state));
}
const PicturesGroupAnswer* GroupsSeen(const PicturesState& state) {
  if (!HasPictureGroups(state.look.layer)) return nullptr;
  PicturesQuestion wish = GroupWish(state);
  const auto* seen = PictureAnswerTo<PicturesGroupAnswer>(state, wish);
  if (seen != nullptr && !seen->groups.empty()) return seen;
  // The same groups without a flow stay until it comes.
  auto& plain = std::get<PicturesGroupQuestion>(wish);
  plain.layer_from = PicturesGroupQuestion::kNoLayer;
  plain.groups_from = PicturesGroupQuestion{}.groups_from;
  return PictureAnswerTo<PicturesGroupAnswer>(state, wish);
}
const PicturesGroupAnswer* FlowSeen(const PicturesState& state) {
  const PicturesGroupAnswer* seen = FlowsFrom(state.look) ? GroupsSeen(state) : nullptr;
  return seen != nullptr && !seen->flow.empty() ? seen : nullptr;
}
const PicturesShareAnswer* SharesSeen(const PicturesState& state) {
  return PictureAnswerTo<PicturesShareAnswer>(state, ShareWish(state, state.look.method));
}
const PicturesCellAnswer* CellSeen(const PicturesState& state) {
  return PictureAnswerTo<PicturesCellAnswer>(state, CellWish(state));
}
const PicturesUnitAnswer* UnitSeen(const PicturesState& state) {
  return PictureAnswerTo<PicturesUnitAnswer>(state, UnitWish(state));
}
const PicturesRaceAnswer* RaceSeen(const PicturesState& state) {
  return PictureAnswerTo<PicturesRaceAnswer>(state, RaceWish(state));
}

bool IsPictureWorkForView(const PicturesState& state) {
  return state.request != 0 && IsWanted(PictureWishes(state), state.asked);
}

namespace {

Effects AskAnswers(PicturesState& state) {
  const std::vector<PicturesQuestion> wishes = PictureWishes(state);
  Effects effects;
  const auto stop = [&] {
    if (state.request != 0) {
      Append(effects, StopOther(state));
      effects.push_back(CancelEngineEffect{std::exchange(state.request, 0)});
    }
    state.progress = {};
  };
  if (state.request != 0 && !IsWanted(wishes, state.asked)) stop();
  const auto next = std::ranges::find_if(wishes, [&](const PicturesQuestion& wish) {
    const PictureKnown* known = PictureKnownOf(state, wish);
    return known == nullptr || (!known->is_whole && known->problem.empty());
  });
  state.asks_to_fetch = false;
  if (next == wishes.end()) return effects;
  // What came with the site is answered in any case; the rest only once the reader has agreed.
  const bool is_held = state.is_careful && !state.may_fetch && !IsOfOther(*next);
  state.asks_to_fetch = is_held && state.not_here == *next;
  if (state.asks_to_fetch && std::exchange(state.came_by_playing, false)) {
    // Who only plays is asked for no megabytes: what is here is seen again.
    state.is_playing = false;
    state.look.layer = static_cast<uint8_t>(state.play_from);
    Append(effects, AskAnswers(state));
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
  if (IsOfOther(*next)) {
    Append(effects, AskOther(state));
  } else {
    effects.push_back(AskEngineEffect{
        {state.request, RoomRequest{BytesFor(state, *next), WingKind::kPictures}}, is_held});
  }
  if (state.known.size() > kMostKnown) {
    const auto old = std::ranges::find_if(
        state.known, [&](const PictureKnown& known) { return !IsWanted(wishes, known.question); });
    if (old != state.known.end()) state.known.erase(old);
  }
  return effects;
}

}  // namespace

Effects AskPictures(PicturesState& state) {
  Effects effects = RestFormUnlessSeen(state);
  Append(effects, AskAnswers(state));
  // Icons come after the first photo; then with what is looked at.
  if (state.icons.is_begun) Append(effects, FetchIcons(state));
  // A card names kinds that this photo is not taken for.
  const bool may_fetch = !state.is_careful || state.may_fetch;
  if (state.look.view == PictureView::kUnits && may_fetch && !state.lost_classes) {
    Append(effects, FetchClasses(state));
  }
  return effects;
}

bool HasAllPictures(const PicturesState& state) {
  return std::ranges::all_of(PictureWishes(state), [&](const PicturesQuestion& wish) {
    const PictureKnown* known = PictureKnownOf(state, wish);
    return known != nullptr && (known->is_whole || !known->problem.empty());
  });
}

std::string PictureProblem(const PicturesState& state) {
  if (state.is_own() && !state.own.problem.empty()) return state.own.problem;
  if (state.look.view == PictureView::kGroups && !HasPictureGroups(state.look.layer)) {
    return std::string(words::kPicturesTooFine);
  }
  if (std::string none = NoSuchViewOfOther(state); !none.empty()) return none;
  for (const PicturesQuestion& wish : PictureWishes(state)) {
    const PictureKnown* known = PictureKnownOf(state, wish);
    if (known != nullptr && !known->problem.empty()) return known->problem;
  }
  return {};
}

}  // namespace meander
