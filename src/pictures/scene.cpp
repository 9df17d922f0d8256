// See scene.h: which view is drawn where.
#include "pictures/scene.h"

#include <algorithm>

#include "pictures/wishes.h"

namespace meander {

PhotoAndRest BesidePhoto(const Rect& area, const StageFrame& frame, float rest_least_px) {
  constexpr float kHead_px = 24;
  PhotoAndRest split;
  const float width = area.width(), height = area.height();
  if (frame.is_narrow()) {
    // Under the photo there is to be as much again.
    const float side = std::max(std::min(width, height * 0.5f - kHead_px), 40.f);
    split.is_stacked = true;
    split.photo = BoxAt({area.low.x + (width - side) / 2, area.low.y + kHead_px}, side);
    split.rest = {{area.low.x, split.photo.high.y + 10}, area.high};
    return split;
  }
  const float gap = std::clamp(width * 0.05f, 24.f, 44.f);
  const float side =
      std::max(std::min({height - kHead_px - 4, width - gap - rest_least_px, width * 0.55f}), 40.f);
  split.photo = BoxAt({area.low.x, area.low.y + kHead_px}, side);
  split.rest = {{split.photo.high.x + gap, area.low.y}, area.high};
  return split;
}

Rect StageArea(const StageFrame& frame) {
  const float gutter = frame.gutter_px();
  return {{gutter, 0}, {frame.width_px - gutter, frame.height_px - 6}};
}

Scene PicturesScene(const PicturesState& state, const StageFrame& frame) {
  Scene scene;
  if (frame.width_px < 40 || frame.height_px < 40) return scene;
  PictureBrush brush(state, frame, scene);
  const Rect area = StageArea(frame);
  if (!NoSuchViewOfOther(state).empty()) {
    brush.Photo(BesidePhoto(area, frame, area.width() * 0.45f).photo);
    return scene;
  }
  switch (state.look.view) {
    case PictureView::kGroups:
      if (FlowSeen(state) != nullptr) {
        DrawPictureFlow(brush, area);
        break;
      }
      [[fallthrough]];  // until the flow has come, the groups without it
    case PictureView::kGrid:
      DrawPictureGrids(brush, area);
      break;
    case PictureView::kWhy:
      DrawPictureWhy(brush, area);
      break;
    case PictureView::kWhatIf:
      DrawPictureWhatIf(brush, area);
      break;
    case PictureView::kDictionary:
      DrawPictureDictionary(brush, area);
      break;
    case PictureView::kUnits:
      DrawPictureUnit(brush, area);
      break;
  }
  return scene;
}

}  // namespace meander
