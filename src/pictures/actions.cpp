// What each action of the page does; see state.h.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <iterator>

#include "base/utf8.h"
#include "canvas/fill.h"
#include "canvas/whole_number.h"
#include "canvas/words.h"
#include "pictures/actions_view.h"
#include "pictures/flow.h"
#include "pictures/growing.h"
#include "pictures/keys.h"
#include "pictures/methods.h"
#include "pictures/photos.h"
#include "pictures/sentences.h"
#include "pictures/wishes.h"

namespace meander {
namespace {

using Kind = PictureTarget::Kind;

Effects ChoosePhoto(PicturesState& state, std::string_view argument) {
  const int item = argument == "own" ? 0 : NumberIn(argument);
  const uint32_t wanted = argument == "own" ? PictureRef::kOwn : static_cast<uint32_t>(item);
  if (item < 0 || wanted == state.photo) return {};
  if (wanted == PictureRef::kOwn ? state.own.rgb.empty() : wanted >= state.photos.size()) return {};
  state.photo = wanted;
  state.pinned = state.hovered = {};
  state.look.a = state.look.b = kNoClass;  // those of another picture
  state.look.only = state.look.hides = false;
  Effects effects = FetchPhotos(state);
  Append(effects, LookedAgain(state, true));
  effects.push_back(SayEffect{PhotoName(state)});
  return effects;
}
Effects NextPhoto(PicturesState& state, std::string_view) {
  if (state.photos.empty()) return {};
  const uint32_t next = state.is_own() ? 0 : (state.photo + 1) % state.photos.size();
  return ChoosePhoto(state, std::to_string(next));
}

Effects GoTo(PicturesState& state, int layer) {
  state.is_playing = false;
  state.look.layer = static_cast<uint8_t>(std::clamp(layer, 0, int{kPictureEnd}));
  state.depth = state.look.layer;
  // Groups and channels are of one layer.
  if (IsOfGroups(state.pinned) || state.pinned.kind == Kind::kChannel) state.pinned = {};
  state.look.only = state.look.hides = false;
  Effects effects = LookedAgain(state);
  effects.push_back(SayEffect{SentenceOfPicture(state)});
  return effects;
}
Effects Layer(PicturesState& state, std::string_view argument) {
  const int layer = NumberIn(argument);
  return layer < 0 || layer > kPictureEnd ? Effects{} : GoTo(state, layer);
}
Effects Deeper(PicturesState& state, std::string_view) { return GoTo(state, state.look.layer + 1); }
Effects Shallower(PicturesState& state, std::string_view) {
  return GoTo(state, state.look.layer - 1);
}
Effects Play(PicturesState& state, std::string_view) {
  state.is_playing = !state.is_playing;
  if (!state.is_playing) return GoTo(state, static_cast<int>(std::lround(state.depth)));
  state.play_from = state.look.layer >= kPictureEnd ? 0.f : static_cast<float>(state.look.layer);
  state.play_from_s = state.now_s;
  state.came_by_playing = true;
  return {};
}

Effects ShowView(PicturesState& state, PictureView view) {
  if (state.look.view == view) return {};
  state.look.view = view;
  if (view == PictureView::kGroups) state.look.slice = PictureSlice::kGroup;
  if (view == PictureView::kGrid && state.look.slice == PictureSlice::kGroup) {
    state.look.slice = PictureSlice::kSpatial;
  }
  state.is_playing = false;
  state.open_pick = -1;
  state.hovered = {};
  return LookedAgain(state, true);
}
Effects Tab(PicturesState& state, std::string_view name) {
  const auto at = std::ranges::find(kPictureViewNames, name) - kPictureViewNames;
  state.trail.clear();
  return at < kPictureViews ? ShowView(state, static_cast<PictureView>(at)) : Effects{};
}
Effects Slice(PicturesState& state, std::string_view argument) {
  const int slice = NumberIn(argument);
  if (slice < 0 || slice >= kPictureSlices) return {};
  state.look.slice = static_cast<PictureSlice>(slice);
  state.look.view =
      state.look.slice == PictureSlice::kGroup ? PictureView::kGroups : PictureView::kGrid;
  state.look.only = state.look.hides = false;
  state.open_pick = -1;
  return LookedAgain(state, true);
}
Effects By(PicturesState& state, std::string_view argument) {
  state.look.by_share = argument.empty() ? !state.look.by_share : argument == "share";
  return LookedAgain(state);
}

// "layer:4", "method:lime", "slice:2", "by:share", "view:why", "class:a": as the pick-lists name
// their rows.
Effects Choose(PicturesState& state, std::string_view argument) {
  state.open_pick = -1;
  const size_t colon = std::min(argument.find(':'), argument.size());
  const std::string_view what = argument.substr(0, colon),
                         key = argument.substr(std::min(colon + 1, argument.size()));
  if (what == "flow") return ApplyToPictures(state, "flow-from", key);
  if (what == "layer") {
    if (state.look.view == PictureView::kGroups) state.look.flows = false;
    return Layer(state, key);
  }
  if (what == "slice") return Slice(state, key);
  if (what == "by") return By(state, key);
  if (what == "view") return Tab(state, key);
  if (what == "network") return ApplyOtherNetwork(state, "network", key);
  if (what == "class") return ApplyToPictures(state, "pick-class", key);
  if (what != "method") return {};
  const std::optional<PictureMethod> method = PictureMethodOf(key);
  if (!method) return {};
  state.look.method = *method;
  return LookedAgain(state);
}

// "a 281", "b none"; a number by itself is for the one that is being picked.
Effects SetClass(PicturesState& state, std::string_view argument) {
  bool is_b = state.picks_b;
  if (argument.starts_with("a ") || argument.starts_with("b ")) {
    is_b = argument[0] == 'b';
    argument.remove_prefix(2);
  }
  const int number = NumberIn(argument);
  if (argument != "none" && (number < 0 || number >= ClassCountOf(state))) return {};
  const std::optional<ClassPair> now = ClassesAsked(state);
  PictureLook& look = state.look;
  if (argument == "none") {
    look.alone = is_b;
  } else {
    const auto wanted = static_cast<uint16_t>(number);
    // The other one's class goes over to where this one was.
    if (now && wanted == (is_b ? now->a : now->b)) {
      look.a = now->b;
      look.b = now->a;
    } else {
      (is_b ? look.b : look.a) = wanted;
    }
    if (is_b) look.alone = false;
  }
  state.dialog = PictureDialog::kNone;
  return LookedAgain(state);
}
Effects SwapClasses(PicturesState& state, std::string_view) {
  const std::optional<ClassPair> now = ClassesAsked(state);
  if (!now || now->b == kNoClass) return {};
  state.look.a = now->b;
  state.look.b = now->a;
  return LookedAgain(state);
}

Effects SetGroups(PicturesState& state, int count) {
  const auto wanted = static_cast<uint8_t>(std::clamp(count, 2, 10));
  if (wanted == state.look.groups) return {};
  state.look.groups = wanted;
  LetGroupGo(state);
  return LookedAgain(state);
}
Effects GroupsSlider(PicturesState& state, std::string_view share) {
  const int count = GroupsOnSlider(share);
  return count == 0 ? Effects{} : SetGroups(state, count);
}
Effects GroupCount(PicturesState& state, std::string_view count) {
  return SetGroups(state, NumberIn(count));
}
// The pinned group alone, or without it; without one, the strongest.
Effects Isolate(PicturesState& state, bool hides) {
  const PicturesGroupAnswer* groups = GroupsSeen(state);
  if (groups == nullptr || groups->groups.empty()) return {};
  if (!ChosenGroupOf(state, state.pinned)) {
    state.pinned = {Kind::kGroup, 0, 0};
    state.look.only = state.look.hides = false;
  }
  bool& flag = hides ? state.look.hides : state.look.only;
  bool& other = hides ? state.look.only : state.look.hides;
  flag = !flag;
  other = false;
  Effects effects = LookedAgain(state);
  effects.push_back(SayEffect{PointedInPicture(state)});
  return effects;
}
Effects Only(PicturesState& state, std::string_view) { return Isolate(state, false); }
Effects Hide(PicturesState& state, std::string_view) { return Isolate(state, true); }

// "4 402": that unit; anything else: the strongest of the place.
Effects UnitAlong(PicturesState& state, std::string_view argument) {
  const size_t space = std::min(argument.find(' '), argument.size());
  const int layer = NumberIn(argument.substr(0, space));
  const int unit = NumberIn(argument.substr(std::min(space + 1, argument.size())));
  const bool is_one = layer >= 0 && unit >= 0 &&
                      IsPictureUnit(static_cast<size_t>(layer), static_cast<size_t>(unit));
  state.look.has_unit = is_one;
  state.look.unit_layer = is_one ? static_cast<uint8_t>(layer) : kPictureDefaultLayer;
  state.look.unit = is_one ? static_cast<uint16_t>(unit) : 0;
  if (is_one) state.look.view = PictureView::kUnits;
  return LookedAgain(state, is_one);
}
// The same from elsewhere, with a way back.
Effects Unit(PicturesState& state, std::string_view argument) {
  constexpr size_t kMostKept = 16;
  PictureLook before = state.look;
  const std::optional<ShownUnit> left = UnitOf(state);
  Effects effects = UnitAlong(state, argument);
  if (!state.look.has_unit) return effects;
  if (before.view == PictureView::kUnits && left) {
    if (left->layer == state.look.unit_layer && left->channel == state.look.unit) return effects;
    before.has_unit = true;
    before.unit_layer = left->layer;
    before.unit = left->channel;
  }
  state.trail.push_back(before);
  if (state.trail.size() > kMostKept) state.trail.erase(state.trail.begin());
  return effects;
}
Effects CardBack(PicturesState& state, std::string_view) {
  if (state.trail.empty()) return {};
  const PictureLook before = state.trail.back();
  state.trail.pop_back();
  PictureLook& look = state.look;
  look.view = before.view;
  look.slice = before.slice;
  look.layer = before.layer;
  look.has_unit = before.has_unit;
  look.unit_layer = before.unit_layer;
  look.unit = before.unit;
  state.depth = look.layer;
  state.is_playing = false;
  return LookedAgain(state, true);
}
// To the photo, where the unit fires hardest.
Effects FindUnit(PicturesState& state, std::string_view) {
  const std::optional<ShownUnit> unit = UnitOf(state);
  const PicturesUnitAnswer* fires = UnitSeen(state);
  if (!unit || fires == nullptr || !(fires->strongest > 0)) return {};
  const uint8_t layer = std::min(unit->layer, kPictureEnd);
  if (fires->side != kPictureLayers[layer].told_side) return {};
  const auto hardest = std::ranges::max_element(fires->values) - fires->values.begin();
  PictureLook& look = state.look;
  look.has_unit = true;
  look.unit_layer = unit->layer;
  look.unit = unit->channel;
  look.view = PictureView::kGrid;
  look.slice = PictureSlice::kChannel;
  look.by_share = look.only = look.hides = false;
  look.layer = layer;
  state.depth = layer;
  state.is_playing = false;
  state.hovered = {};
  state.pinned = {Kind::kPlace, layer, static_cast<uint16_t>(hardest)};
  Effects effects = LookedAgain(state, true);
  effects.push_back(SayEffect{Fill(words::kPicturesFindSaid,
                                   {{"name", PlaceInWords(fires->side, static_cast<int>(hardest))},
                                    {"layer", LayerName(layer)}})});
  return effects;
}

Effects Pin(PicturesState& state, std::string_view argument) {
  PictureTarget target = PictureTargetIn(argument);
  state.hovered = {};
  // Where groups flow, a place is pressed for the group that it belongs to.
  if (const std::optional<ChosenGroup> chosen = ChosenGroupOf(state, target)) {
    target = {chosen->is_earlier ? Kind::kSource : Kind::kGroup, 0,
              static_cast<uint16_t>(chosen->index)};
  }
  switch (target.kind) {
    case Kind::kClass:
      return SetClass(state, "a " + std::to_string(target.b));
    case Kind::kPhoto:
      return ChoosePhoto(state, std::to_string(target.b));
    case Kind::kSlice:
      return Slice(state, std::to_string(target.b));
    case Kind::kChannel:
      if (state.pinned == target || state.look.view != PictureView::kGrid) {
        return Unit(state, std::to_string(target.a) + " " + std::to_string(target.b));
      }
      break;
    case Kind::kPlace:
      if (target.a <= kPictureEnd && target.a != state.look.layer) {
        state.look.layer = target.a;
        state.depth = target.a;
        state.look.only = state.look.hides = false;
      }
      break;
    case Kind::kNone:
    case Kind::kGroup:
    case Kind::kSource:
    case Kind::kSegment:
      break;
    case Kind::kFrame:
      return LookAtStill(state, std::to_string(target.b));
  }
  const bool is_again = target == state.pinned;
  state.pinned = is_again ? PictureTarget{} : target;
  state.look.only = state.look.hides = false;
  Effects effects = LookedAgain(state);
  const std::string said = PointedInPicture(state);
  if (!said.empty()) effects.push_back(SayEffect{said});
  return effects;
}
Effects Ghost(PicturesState& state, std::string_view) {
  if (state.other.is_on) return {SayEffect{std::string(words::kPicturesNetworkNoGhost)}};
  state.look.ghost = !state.look.ghost;
  Effects effects = LookedAgain(state);
  effects.push_back(
      SayEffect{std::string(state.look.ghost ? words::kInsideGhostOn : words::kInsideGhostOff)});
  return effects;
}

Effects Fetch(PicturesState& state, std::string_view) {
  state.may_fetch = true;
  Effects effects = AskPictures(state);
  if (state.form.needs_consent && FormSeen(state) != nullptr) Append(effects, GrowForm(state));
  return effects;
}
Effects Grow(PicturesState& state, std::string_view) { return GrowForm(state); }
Effects Again(PicturesState& state, std::string_view) {
  std::erase_if(state.known, [](const PictureKnown& known) { return !known.problem.empty(); });
  state.own.problem.clear();
  for (PackPhoto& photo : state.photos) {
    if (std::exchange(photo.is_lost, false)) photo.is_asked = false;
  }
  Effects effects = FetchPhotos(state);
  Append(effects, AskPictures(state));
  return effects;
}
// What is under way is given up.
Effects Stop(PicturesState& state, std::string_view) {
  if (state.request == 0) return {};
  Effects effects = StopOther(state);
  effects.push_back(CancelEngineEffect{std::exchange(state.request, 0)});
  PictureEntry(state, state.asked).problem = words::kInsideStopped;
  state.progress = {};
  return effects;
}
Effects PageKey(PicturesState& state, std::string_view key) {
  return PictureKey(state, key, false).value_or(Effects{});
}

struct Listed {
  std::string_view name;
  Effects (*apply)(PicturesState&, std::string_view);
};
constexpr Listed kActions[] = {
    {"photo", ChoosePhoto},
    {"next-photo", NextPhoto},
    {"layer", Layer},
    {"deeper", Deeper},
    {"shallower", Shallower},
    {"play", Play},
    {"tab", Tab},
    {"slice", Slice},
    {"by", By},
    {"choose", Choose},
    {"class", SetClass},
    {"swap-classes", SwapClasses},
    {"groups", GroupsSlider},
    {"group-count", GroupCount},
    {"only", Only},
    {"hide", Hide},
    {"unit", Unit},
    {"unit-along", UnitAlong},
    {"card-back", CardBack},
    {"find-unit", FindUnit},
    {"pin", Pin},
    {"grow", Grow},
    {"grow-still", LookAtStill},
    {"ghost", Ghost},
    {"fetch", Fetch},
    {"again", Again},
    {"stop", Stop},
    {"page-key", PageKey},
};

}  // namespace

Effects ApplyToPictures(PicturesState& state, std::string_view action, std::string_view argument) {
  if (action.starts_with("network")) return ApplyOtherNetwork(state, action, argument);
  if (action.starts_with("own-")) return ApplyOwnPhoto(state, action, argument);
  if (action.starts_with("flow")) return ApplyToFlow(state, action, argument);
  for (const Listed& listed : kActions) {
    if (listed.name == action) return listed.apply(state, argument);
  }
  return ApplyToPictureView(state, action, argument).value_or(Effects{});
}

}  // namespace meander
