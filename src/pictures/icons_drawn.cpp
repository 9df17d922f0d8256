// Which layers' icons a view draws: their sheets are megabytes once they are decoded, and only what
// is looked at is fetched.
#include "pictures/icons.h"
#include "pictures/scene.h"
#include "pictures/wishes.h"

namespace meander {

std::vector<int> LayersDrawn(const PicturesState& state, const StageFrame& frame) {
  switch (state.look.view) {
    case PictureView::kGrid:
    case PictureView::kGroups:
      return LayersOnGrids(state, frame);
    case PictureView::kWhy:
    case PictureView::kDictionary:
      return {state.look.layer};
    case PictureView::kWhatIf:
      return {};
    case PictureView::kUnits:
      if (const std::optional<ShownUnit> unit = UnitOf(state)) {
        return {unit->layer, LayerThatFeeds(state, unit->layer)};
      }
      return {};
  }
  return {};
}

}  // namespace meander
