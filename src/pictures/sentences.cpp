// See sentences.h.
#include "pictures/sentences.h"

#include <algorithm>
#include <cmath>

#include "canvas/fill.h"
#include "canvas/words.h"
#include "pictures/flow.h"
#include "pictures/methods.h"
#include "pictures/photos.h"
#include "pictures/wishes.h"

namespace meander {
namespace {

using Kind = PictureTarget::Kind;

std::string Percent(float share) {
  return std::to_string(static_cast<int>(std::lround(share * 100)));
}

std::string SeenSays(const PicturesState& state, const PicturesLookAnswer& seen) {
  if (IsSureOfNothing(seen)) return std::string(words::kPicturesUnsureSays);
  return Fill(words::kPicturesSeenSays, {{"a", ClassName(state, seen.classes[0].index)},
                                         {"share", Percent(seen.classes[0].share)}});
}

// The strand that carries most, and for which name.
std::string FlowSays(const PicturesState& state, const PicturesGroupAnswer& flow) {
  const Strand strand = StrongestStrand(flow);
  const float value = StrandOf(flow, strand.from, strand.to);
  const ClassNames names = NamesAsked(state);
  const std::string name = value >= 0 ? names.a
                           : names.b.empty()
                               ? Fill(words::kPicturesFlowAgainstName, {{"a", names.a}})
                               : names.b;
  return Fill(words::kPicturesFlowSays, {{"from", SourceName(state, strand.from)},
                                         {"early", LayerName(*FlowsFrom(state.look))},
                                         {"to", LowerFirst(GroupName(state, strand.to))},
                                         {"layer", LayerName(state.look.layer)},
                                         {"name", name},
                                         {"value", Signed(std::fabs(value))}});
}

std::string GroupsSay(const PicturesState& state) {
  if (const PicturesGroupAnswer* flow = FlowSeen(state)) return FlowSays(state, *flow);
  const PicturesGroupAnswer* groups = GroupsSeen(state);
  if (groups == nullptr || groups->groups.empty()) return {};
  const ClassNames names = NamesAsked(state);
  const auto share = [](const PictureGroup& group) { return group.share; };
  const auto most = std::ranges::max_element(groups->groups, {}, share);
  const auto least = std::ranges::min_element(groups->groups, {}, share);
  const auto name = [&](auto at) {
    return LowerFirst(GroupName(state, static_cast<size_t>(at - groups->groups.begin())));
  };
  if (names.b.empty()) {
    return Fill(words::kPicturesGroupAlone, {{"name", name(most)}, {"value", Signed(most->share)}});
  }
  std::string said = Fill(words::kPicturesWhyNot, {{"b", names.b}});
  if (least->share >= -0.005f) {
    return said + " " +
           Fill(words::kPicturesGroupForOnly,
                {{"name", name(most)}, {"a", names.a}, {"b", names.b}});
  }
  if (most->share > 0) {
    said += " " + Fill(words::kPicturesGroupFor, {{"name", name(most)}, {"a", names.a}}) + ";";
  }
  const std::string against =
      Fill(words::kPicturesGroupAgainst, {{"b", names.b}, {"name", name(least)}});
  return said + " " + (most->share > 0 ? against : UpperFirst(against));
}

std::string GridSays(const PicturesState& state) {
  const PicturesLookAnswer* seen = LookSeen(state);
  if (seen == nullptr) return {};
  const PictureGrid& grid = seen->grids[state.look.layer];
  const int side = kPictureLayers[state.look.layer].told_side;
  const std::string layer = LayerName(state.look.layer);
  const PicturesShareAnswer* shares = state.look.by_share ? SharesSeen(state) : nullptr;
  if (shares != nullptr && !shares->places.empty()) {
    const ClassNames names = NamesAsked(state);
    const auto most =
        std::ranges::max_element(shares->places, {}, [](float v) { return std::fabs(v); });
    const std::string place =
        LowerFirst(PlaceInWords(shares->side, static_cast<int>(most - shares->places.begin())));
    const bool is_against = *most < 0 && !names.b.empty();
    return Fill(is_against ? words::kPicturesGridAgainst : words::kPicturesGridShare,
                {{"layer", layer},
                 {"place", place},
                 {"a", names.a},
                 {"b", names.b},
                 {"value", Signed(is_against ? -*most : *most)}});
  }
  const auto most = std::ranges::max_element(grid.strength) - grid.strength.begin();
  return Fill(
      words::kPicturesGridSays,
      {{"layer", layer}, {"place", LowerFirst(PlaceInWords(side, static_cast<int>(most)))}});
}

// Even an empty layer speaks for one of them, and only the rest is shared out: else the lead and
// "the truth" beside the quick guess would look at odds.
std::string IfEmpty(const PicturesState& state, const PicturesShareAnswer& shares, float sign) {
  const bool is_of_layer = state.look.method == PictureMethod::kIntegrated ||
                           state.look.method == PictureMethod::kGradient;
  if (!is_of_layer || std::fabs(shares.value_at_zero) < 0.005f) return {};
  return Fill(words::kPicturesWhyIfEmpty, {{"value", Signed(sign * shares.value_at_zero)},
                                           {"layer", LayerName(state.look.layer)}});
}

std::string WhySays(const PicturesState& state) {
  const PicturesShareAnswer* shares = SharesSeen(state);
  if (shares == nullptr || shares->places.empty()) return {};
  const ClassNames names = NamesAsked(state);
  const float sign = shares->value < 0 ? -1 : 1;
  const auto most = std::ranges::max_element(shares->places, {}, [&](float v) { return sign * v; });
  return UpperFirst(Fill(
      names.b.empty()      ? words::kPicturesWhySaysAlone
      : shares->value >= 0 ? words::kPicturesWhySays
                           : words::kPicturesWhySaysBehind,
      {{"a", names.a},
       {"b", names.b},
       {"value", Plainly(names.b.empty() ? shares->value : std::fabs(shares->value))},
       {"if_empty", IfEmpty(state, *shares, sign)},
       {"place", PlaceInWords(shares->side, static_cast<int>(most - shares->places.begin()))}}));
}

std::string WhatIfSays(const PicturesState& state) {
  const PicturesRaceAnswer* race = RaceSeen(state);
  // Nobody has won, or lost to chance, before all have run and chance with them.
  if (race == nullptr || race->races.empty() || race->chance.empty() || race->done < race->in_all) {
    return {};
  }
  const auto best = std::ranges::min_element(race->races, {}, &PictureRace::deletion_area);
  const ClassNames names = NamesAsked(state);
  if (best->deletion_area >= race->chance_area) {
    return Fill(words::kPicturesWhatIfChance, {{"a", names.a}});
  }
  return Fill(words::kPicturesWhatIfSays,
              {{"name", UpperFirst(PictureMethodName(best->method))}, {"a", names.a}});
}

std::string DictionarySays(const PicturesState& state) {
  const PicturesCellAnswer* cell = CellSeen(state);
  const std::optional<uint16_t> place = PlaceOf(state);
  if (cell == nullptr || !place) return {};
  if (cell->channels.empty()) return std::string(words::kPicturesNoneHere);
  return Fill(words::kPicturesDictionarySays,
              {{"place", PlaceInWords(kPictureLayers[state.look.layer].told_side, *place)},
               {"count", WithCommas(cell->channels.size() + cell->more)},
               {"shown", CountInWords(cell->channels.size())},
               {"share", Percent(cell->share_shown)}});
}

std::string UnitSays(const PicturesState& state) {
  const PicturesUnitAnswer* unit = UnitSeen(state);
  const std::optional<ShownUnit> which = UnitOf(state);
  if (unit == nullptr || !which || unit->values.empty()) return {};
  const auto most = std::ranges::max_element(unit->values);
  const std::string place =
      LowerFirst(PlaceInWords(unit->side, static_cast<int>(most - unit->values.begin())));
  if (which->layer > kPictureEnd) {
    return Fill(words::kPicturesUnitSaysClass,
                {{"name", ClassName(state, which->channel)}, {"place", place}});
  }
  const std::string number = std::to_string(which->channel);
  if (!(unit->strongest > 0)) return Fill(words::kPicturesUnitAsleep, {{"number", number}});
  return Fill(words::kPicturesUnitSays,
              {{"number", number}, {"place", place}, {"value", Plainly(unit->strongest)}});
}

std::string ViewSays(const PicturesState& state) {
  switch (state.look.view) {
    case PictureView::kGrid:
      return GridSays(state);
    case PictureView::kGroups:
      if (!HasPictureGroups(state.look.layer)) return std::string(words::kPicturesGroupMissing);
      return GroupsSay(state);
    case PictureView::kWhy:
      return WhySays(state);
    case PictureView::kWhatIf:
      return WhatIfSays(state);
    case PictureView::kDictionary:
      return DictionarySays(state);
    case PictureView::kUnits:
      return UnitSays(state);
  }
  return {};
}

}  // namespace

std::vector<Phrase> PictureSays(const PicturesState& state) {
  const PicturesLookAnswer* seen = LookSeen(state);
  if (seen == nullptr) return StarredPhrases(PictureWaiting(state));
  std::string text = state.look.ghost ? std::string(words::kInsideGhostSays) + " " : std::string();
  const bool is_of_names =
      state.look.view == PictureView::kGrid || state.look.view == PictureView::kGroups;
  const std::string says = ViewSays(state);
  if (is_of_names || says.empty()) text += SeenSays(state, *seen) + " ";
  text += says;
  while (text.ends_with(' ')) text.pop_back();
  return StarredPhrases(std::move(text));
}

std::string SentenceOfPicture(const PicturesState& state) {
  std::string text;
  for (const Phrase& phrase : PictureSays(state)) text += phrase.text;
  return text;
}

std::string PointedInPicture(const PicturesState& state) {
  const PictureTarget target = state.pointed();
  if (target.kind == Kind::kPlace && target.a < kPictureLayers.size()) {
    const PicturesLookAnswer* seen = LookSeen(state);
    const int side = kPictureLayers[target.a].told_side;
    if (seen == nullptr || target.b >= side * side) return {};
    const PictureGrid& grid = seen->grids[target.a];
    return Fill(words::kPicturesPointedPlace,
                {{"place", PlaceInWords(side, target.b)},
                 {"layer", LayerName(target.a)},
                 {"channel", std::to_string(grid.channels[size_t{4} * target.b])},
                 {"value", Plainly(grid.values[size_t{4} * target.b])}});
  }
  if (target.kind == Kind::kGroup) {
    const PicturesGroupAnswer* groups = GroupsSeen(state);
    if (groups == nullptr || target.b >= groups->groups.size()) return {};
    const PictureGroup& group = groups->groups[target.b];
    return Fill(words::kPicturesPointedGroup, {{"name", GroupName(state, target.b)},
                                               {"value", Signed(group.share)},
                                               {"doubt", Plainly(group.doubt)},
                                               {"without", Signed(group.without)}});
  }
  if (target.kind == Kind::kSource) {
    const std::optional<ChosenGroup> chosen = ChosenGroupOf(state, target);
    if (!chosen) return {};
    return Fill(words::kPicturesPointedSource,
                {{"name", SourceName(state, chosen->index)},
                 {"layer", LayerName(*FlowsFrom(state.look))},
                 {"value", Signed(chosen->group->share)},
                 {"past", Signed(PastGroups(*FlowSeen(state), chosen->index))},
                 {"without", Signed(chosen->group->without)}});
  }
  if (target.kind == Kind::kSegment) {
    const auto* lime =
        PictureAnswerTo<PicturesShareAnswer>(state, ShareWish(state, PictureMethod::kLime));
    if (lime == nullptr || target.b >= lime->weights.size()) return {};
    return Fill(words::kPicturesPointedPiece, {{"value", Signed(lime->weights[target.b])}});
  }
  return {};
}

std::string FlowRestSays(const PicturesGroupAnswer& flow) {
  return Fill(words::kPicturesFlowRest,
              {{"past", Signed(PastAllGroups(flow))}, {"gap", Plainly(std::fabs(FlowGap(flow)))}});
}

std::string TitleOfPictures(const PicturesState& state) {
  std::string name = PhotoName(state);
  if (name.empty()) name = std::string(words::kShellPictures);
  const PicturesLookAnswer* seen = LookSeen(state);
  if (seen == nullptr || IsSureOfNothing(*seen)) {
    return Fill(words::kPicturesTitleUnread, {{"name", name}});
  }
  return Fill(words::kPicturesTitle,
              {{"name", name}, {"class", ClassName(state, seen->classes[0].index)}});
}

std::string AltOfPictures(const PicturesState& state) {
  std::string told;
  const PicturesGroupAnswer* groups =
      state.look.view == PictureView::kGroups ? GroupsSeen(state) : nullptr;
  for (size_t g = 0; groups != nullptr && g < groups->groups.size(); ++g) {
    told += (told.empty() ? "" : " ") +
            Fill(words::kPicturesAltGroup,
                 {{"name", GroupName(state, g)}, {"value", Signed(groups->groups[g].share)}});
  }
  std::string text =
      Fill(words::kPicturesAlt,
           {{"name", PhotoName(state)}, {"says", SentenceOfPicture(state)}, {"groups", told}});
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

std::string PictureWaiting(const PicturesState& state) {
  if (!state.own.address.empty() || state.own.request != 0) {
    return std::string(words::kPicturesOwnReading);
  }
  return state.request != 0 ? std::string(words::kInsideWaiting) : std::string();
}

}  // namespace meander
