// A unit's card as tables; see page_list.h.
#include <span>

#include "canvas/fill.h"
#include "canvas/stage_parts.h"
#include "canvas/words.h"
#include "pictures/growing.h"
#include "pictures/icons.h"
#include "pictures/page_list.h"
#include "pictures/sentences.h"
#include "pictures/wishes.h"

namespace meander {
namespace {

PageNode PlacesOfUnit(const PicturesState& state) {
  PageNode table = TablePart("unit", words::kPicturesUnitWhere,
                             {words::kPicturesListPlace, words::kPicturesListFires});
  const PicturesUnitAnswer* unit = UnitSeen(state);
  if (unit == nullptr) return table;
  for (const size_t place : StrongestPlaces(unit->values)) {
    AddTableRow(table, "place-" + std::to_string(place),
                {PlaceInWords(unit->side, static_cast<int>(place)), Plainly(unit->values[place])});
  }
  return table;
}

PageNode LinksOfUnit(const PicturesState& state, std::string_view key, std::string_view label,
                     int layer, std::span<const IconLink> links) {
  PageNode table = TablePart(key, label, {words::kPicturesListUnit, words::kPicturesListValue});
  for (const IconLink& link : links) {
    AddTableRow(table, std::string(key) + "-" + std::to_string(link.to),
                {UnitName(state, layer, link.to), Signed(link.value)});
  }
  return table;
}

PageNode FormTable(const WatchedForm& form) {
  PageNode table = TablePart("form", words::kPicturesGrowTitle,
                             {words::kPicturesListStep, words::kPicturesListFires});
  for (size_t still = 0; still < form.stills.size(); ++still) {
    if (form.stills[still].pixels == nullptr) continue;
    AddTableRow(table, "still-" + std::to_string(still),
                {std::to_string(kFormStills[still]),
                 still == 0 ? std::string() : Plainly(form.stills[still].value, 1)});
  }
  return table;
}

}  // namespace

std::vector<PageNode> UnitListParts(const PicturesState& state) {
  std::vector<PageNode> parts;
  parts.push_back(PlacesOfUnit(state));
  const std::optional<ShownUnit> unit = UnitOf(state);
  const IconUnit* facts = unit ? FactsOfUnit(state, unit->layer, unit->channel) : nullptr;
  const auto add = [&](std::string_view key, std::string_view label, int layer,
                       std::span<const IconLink> links) {
    if (!links.empty() && layer >= 0) {
      parts.push_back(LinksOfUnit(state, key, label, layer, links));
    }
  };
  if (facts != nullptr) {
    add("speaks", words::kPicturesSpeaks, kPictureClasses, facts->speaks);
    add("alike", words::kPicturesStageAlike, unit->layer, facts->alike);
    add("fed", words::kPicturesStageFedBy, LayerThatFeeds(state, unit->layer), facts->fed);
  }
  if (const WatchedForm* form = FormSeen(state)) {
    parts.push_back(FormTable(*form));
    const std::string fires = FormFires(*form);
    if (!fires.empty()) parts.push_back(Paragraph("fires", "small", UpperFirst(fires) + "."));
  }
  return parts;
}

}  // namespace meander
