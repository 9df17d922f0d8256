// The sentence above the stage: Show [what] of [which layer] by [what it tells], measured by [how].
#include "canvas/fill.h"
#include "canvas/words.h"
#include "pictures/methods.h"
#include "pictures/page_parts.h"
#include "pictures/sentences.h"
#include "pictures/wishes.h"

namespace meander {
namespace {

bool IsCut(const PicturesState& state) {
  return state.look.view == PictureView::kGrid || state.look.view == PictureView::kGroups;
}

PickList AtomOf(const PicturesState& state) {
  const PictureLook& look = state.look;
  PickList pick{std::string(words::kPickShow), {}, std::string(words::kPickAtom), {}};
  const auto row = [&](std::string_view key, std::string_view label, bool is_current,
                       std::string_view refused = {}) {
    pick.rows.push_back({std::string(key), std::string(label), is_current, std::string(refused)});
    if (is_current) pick.label = label;
  };
  const std::string_view refused =
      state.other.is_on ? std::string_view(words::kPicturesNetworkInside) : std::string_view();
  constexpr std::string_view kSlices[kPictureSlices] = {
      words::kPicturesSliceNeuron, words::kPicturesSliceSpatial, words::kPicturesSliceChannel,
      words::kPicturesSliceGroup};
  for (int slice = 0; slice < kPictureSlices; ++slice) {
    row("slice:" + std::to_string(slice), kSlices[slice],
        IsCut(state) && look.slice == static_cast<PictureSlice>(slice), refused);
  }
  row("view:why", words::kTabWhy, look.view == PictureView::kWhy);
  row("view:what-if", words::kPicturesPickPieces, look.view == PictureView::kWhatIf);
  row("view:dictionary", words::kPicturesPickPlace, look.view == PictureView::kDictionary, refused);
  row("view:units", words::kPicturesPickUnit, look.view == PictureView::kUnits, refused);
  // A tab's name is no noun: in the sentence it is the places that are weighed.
  if (look.view == PictureView::kWhy) pick.label = words::kPicturesSliceSpatial;
  return pick;
}

// In the layer's place: another network is seen from outside.
PickList NetworkOf(const PicturesState& state) {
  return {std::string(words::kPicturesNetworkPick),
          state.other.name,
          std::string(words::kPicturesNetworkSeenBy),
          {{"network:shipped", std::string(kShippedNetwork), false, {}},
           {"network:own", state.other.name, true, {}}}};
}

PickList LayerOf(const PicturesState& state) {
  PickList pick{std::string(words::kPickOf),
                LayerName(state.look.layer),
                std::string(words::kPicturesPickLayer),
                {}};
  const bool needs_groups = state.look.view == PictureView::kGroups;
  for (int layer = 0; layer <= kPictureEnd; ++layer) {
    pick.rows.push_back(
        {"layer:" + std::to_string(layer), LayerName(layer), layer == state.look.layer,
         needs_groups && !HasPictureGroups(layer) ? std::string(words::kPicturesPickTooFine)
                                                  : std::string()});
  }
  // The same layer with the groups of an earlier one that flow through it.
  const std::optional<uint8_t> from = FlowsFrom(state.look);
  for (uint8_t early = kFirstGroupLayer; needs_groups && early < state.look.layer; ++early) {
    const std::string both =
        Fill(words::kPicturesPickBoth,
             {{"early", LayerName(early)}, {"layer", LayerName(state.look.layer)}});
    pick.rows.push_back({"flow:" + std::to_string(early), both, early == from});
    if (early != from) continue;
    pick.label = both;
    for (PickRow& row : pick.rows) row.is_current = &row == &pick.rows.back();
  }
  return pick;
}

PickList TargetOf(const PicturesState& state) {
  const PictureLook& look = state.look;
  PickList pick{std::string(words::kPickBy), {}, std::string(words::kPickTarget), {}};
  const ClassNames names = NamesAsked(state);
  if (look.view == PictureView::kDictionary || look.view == PictureView::kUnits) {
    const std::string_view label =
        look.view == PictureView::kUnits ? words::kPicturesPickMakes : words::kPicturesPickFires;
    pick.rows = {{"by:fires", std::string(label), true}};
    pick.label = label;
    return pick;
  }
  const std::string rather =
      names.b.empty() ? Fill(words::kPicturesPickAlone, {{"a", names.a}})
                      : Fill(words::kPicturesPickRather, {{"a", names.a}, {"b", names.b}});
  const bool can_fire = IsCut(state);
  const bool is_share = look.by_share || !can_fire;
  pick.label = is_share ? rather : std::string(words::kPicturesPickFires);
  pick.rows = {{"by:share", rather, is_share},
               {"by:fires", std::string(words::kPicturesPickFires), !is_share,
                can_fire ? std::string() : std::string(words::kPicturesPickNeedsCut)}};
  if (!names.a.empty()) {
    pick.rows.push_back({"class:a", Fill(words::kPicturesPickChooseA, {{"a", names.a}})});
  }
  if (!names.b.empty()) {
    pick.rows.push_back({"class:b", Fill(words::kPicturesPickChooseB, {{"b", names.b}})});
  }
  return pick;
}

PickList MethodOf(const PicturesState& state) {
  const PictureLook& look = state.look;
  PickList pick{std::string(words::kPickMeasured), {}, std::string(words::kPickMethod), {}};
  const auto only = [&](std::string_view label) {
    pick.rows = {
        {"method:" + std::string(PictureMethodKey(look.method)), std::string(label), true}};
    pick.label = label;
  };
  switch (look.view) {
    case PictureView::kGroups:
      if (look.by_share) {
        only(PictureMethodName(PictureMethod::kIntegrated));
      } else {
        only(words::kPicturesPickOwn);
      }
      return pick;
    case PictureView::kDictionary:
    case PictureView::kUnits:
      only(words::kPicturesPickOwn);
      return pick;
    case PictureView::kWhatIf:
      only(state.other.is_on ? words::kPicturesNetworkWays : words::kPicturesPickWays);
      return pick;
    case PictureView::kGrid:
      if (!look.by_share) {
        only(words::kPicturesPickOwn);
        return pick;
      }
      break;
    case PictureView::kWhy:
      break;
  }
  for (int i = 0; i < kPictureMethods; ++i) {
    const auto method = static_cast<PictureMethod>(i);
    pick.rows.push_back({"method:" + std::string(PictureMethodKey(method)),
                         std::string(PictureMethodName(method)), method == look.method,
                         state.other.is_on && !IsFromOutside(method)
                             ? std::string(words::kPicturesNetworkNeedsGradients)
                             : std::string()});
  }
  pick.label = PictureMethodName(look.method);
  return pick;
}

}  // namespace

std::vector<PickList> PicturePicks(const PicturesState& state) {
  return {AtomOf(state), state.other.is_on ? NetworkOf(state) : LayerOf(state), TargetOf(state),
          MethodOf(state)};
}

}  // namespace meander
