// The views as tables: what a screen reader finds, what is printed, what "Show as a list" shows.
#include <algorithm>
#include <array>
#include <cmath>

#include "canvas/fill.h"
#include "canvas/words.h"
#include "pictures/methods.h"
#include "pictures/page_list.h"
#include "pictures/page_parts.h"
#include "pictures/page_side.h"
#include "pictures/sentences.h"
#include "pictures/wishes.h"

namespace meander {

std::vector<size_t> StrongestPlaces(const std::vector<float>& values) {
  constexpr size_t kMost = 12;  // of hundreds nobody hears the rest
  std::vector<size_t> order(values.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, std::ranges::greater{},
                           [&](size_t i) { return std::fabs(values[i]); });
  if (order.size() > kMost) order.resize(kMost);
  return order;
}

namespace {

PageNode KindsTable(const PicturesState& state) {
  PageNode table = TablePart("kinds", words::kPicturesThinks,
                             {words::kPicturesListKind, words::kPicturesListSure});
  const PicturesLookAnswer* seen = LookSeen(state);
  if (seen == nullptr) return table;
  for (const PictureClass& known : seen->classes) {
    AddTableRow(table, "kind-" + std::to_string(known.index),
                {ClassName(state, known.index),
                 Fill(words::kTrustPercent, {{"value", Decimals(known.share * 100, 1)}})});
  }
  return table;
}

PageNode GroupsOfPicture(const PicturesState& state) {
  PageNode table =
      TablePart("groups", words::kTabGroups,
                {words::kPicturesListGroup, words::kPicturesListSays, words::kPicturesListDoubt,
                 words::kPicturesListTruth, words::kPicturesListSeeds});
  const PicturesGroupAnswer* groups = GroupsSeen(state);
  if (groups == nullptr) return table;
  for (size_t g = 0; g < groups->groups.size(); ++g) {
    const PictureGroup& group = groups->groups[g];
    AddTableRow(
        table, "group-" + std::to_string(g),
        {GroupName(state, g), Signed(group.share), Plainly(group.doubt), Signed(group.without),
         group.stability > 0 ? Fill(words::kTrustOfTen,
                                    {{"count", std::to_string(std::lround(10 * group.stability))}})
                             : std::string()});
  }
  return table;
}

PageNode PlacesTable(const PicturesState& state) {
  PageNode table = TablePart(
      "places", words::kTabGrid,
      {words::kPicturesListPlace, words::kPicturesListFires, words::kPicturesListChannel});
  const PicturesLookAnswer* seen = LookSeen(state);
  if (seen == nullptr) return table;
  const PictureGrid& grid = seen->grids[state.look.layer];
  const int side = kPictureLayers[state.look.layer].told_side;
  for (const size_t place : StrongestPlaces(grid.strength)) {
    AddTableRow(table, "place-" + std::to_string(place),
                {PlaceInWords(side, static_cast<int>(place)), Plainly(grid.strength[place]),
                 std::to_string(grid.channels[4 * place])});
  }
  return table;
}

PageNode SharesTable(const PicturesState& state, PictureMethod method) {
  const std::string name = UpperFirst(PictureMethodName(method));
  PageNode table = TablePart("shares-" + std::string(PictureMethodKey(method)), name,
                             {words::kPicturesListPlace, words::kPicturesListSays});
  const auto* shares = PictureAnswerTo<PicturesShareAnswer>(state, ShareWish(state, method));
  if (shares == nullptr) return table;
  for (const size_t place : StrongestPlaces(shares->places)) {
    AddTableRow(
        table, "place-" + std::to_string(place),
        {PlaceInWords(shares->side, static_cast<int>(place)), Signed(shares->places[place])});
  }
  return table;
}

PageNode RaceTable(const PicturesState& state) {
  PageNode table =
      TablePart("race", words::kInsideRace,
                {words::kPicturesListWay, words::kPicturesListAway, words::kPicturesListBack});
  const PicturesRaceAnswer* race = RaceSeen(state);
  if (race == nullptr) return table;
  for (const PictureRace& one : race->races) {
    AddTableRow(table, PictureMethodKey(one.method),
                {UpperFirst(PictureMethodName(one.method)), TwoDecimals(one.deletion_area),
                 TwoDecimals(one.insertion_area)});
  }
  AddTableRow(table, "chance",
              {std::string(words::kPicturesChance), TwoDecimals(race->chance_area), std::string()});
  return table;
}

PageNode CellOfPicture(const PicturesState& state) {
  PageNode table = TablePart(
      "cell", words::kPicturesEntries,
      {words::kPicturesListChannel, words::kPicturesListFires, words::kPicturesListStrongest});
  const PicturesCellAnswer* cell = CellSeen(state);
  if (cell == nullptr) return table;
  for (const PictureChannel& channel : cell->channels) {
    AddTableRow(
        table, "channel-" + std::to_string(channel.channel),
        {std::to_string(channel.channel), Plainly(channel.value), Plainly(channel.strongest)});
  }
  return table;
}

}  // namespace

PageNode PicturesListPart(const PicturesState& state) {
  PageNode list = Group("list", "inside-list");
  list.children.push_back(Paragraph("says", "note", SentenceOfPicture(state)));
  switch (state.look.view) {
    case PictureView::kGrid:
      list.children.push_back(KindsTable(state));
      list.children.push_back(PlacesTable(state));
      if (state.look.by_share) list.children.push_back(SharesTable(state, state.look.method));
      break;
    case PictureView::kGroups:
      if (const PicturesGroupAnswer* flow = FlowSeen(state)) {
        list.children.push_back(FlowTable(state));
        list.children.push_back(Paragraph("rest", "note", FlowRestSays(*flow)));
      }
      list.children.push_back(GroupsOfPicture(state));
      list.children.push_back(KindsTable(state));
      break;
    case PictureView::kWhy:
      list.children.push_back(SharesTable(state, state.look.method));
      break;
    case PictureView::kWhatIf:
      list.children.push_back(RaceTable(state));
      list.children.push_back(SharesTable(state, PictureMethod::kOcclusion));
      break;
    case PictureView::kDictionary:
      list.children.push_back(CellOfPicture(state));
      break;
    case PictureView::kUnits:
      for (PageNode& part : UnitListParts(state)) list.children.push_back(std::move(part));
      break;
  }
  return list;
}

}  // namespace meander
