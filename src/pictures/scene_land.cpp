// Groups laid over the photo as land is over a map: coasts, heights and quiet names.
#include <algorithm>
#include <cmath>

#include "canvas/contours.h"
#include "canvas/text_metrics.h"
#include "pictures/flow.h"
#include "pictures/group_names.h"
#include "pictures/scene.h"
#include "pictures/sentences.h"
#include "pictures/wishes.h"

namespace meander {
namespace {

// Of what a group is at its strongest, less what the others are there: coasts would cross else, for
// groups overlap.
constexpr float kLevels[] = {kLandFrom, 0.36f, 0.58f};
constexpr float kLeastLand = 0.012f;  // of the photo: smaller land is a speck
constexpr float kAllNames_px = 200;   // a photo less wide has room for one name
constexpr float kFills[] = {0.17f, 0.10f, 0.09f};

Point2 InPixels(const StageFrame& frame, Point2 world) {
  return {frame.width_px / 2 + world.x * frame.height_px / 2,
          frame.height_px / 2 - world.y * frame.height_px / 2};
}

Rect BoxAround(const StageFrame& frame, const std::vector<Point2>& outline) {
  Rect box{InPixels(frame, outline.front()), InPixels(frame, outline.front())};
  for (const Point2 point : outline) {
    const Point2 at = InPixels(frame, point);
    box.low = {std::min(box.low.x, at.x), std::min(box.low.y, at.y)};
    box.high = {std::max(box.high.x, at.x), std::max(box.high.y, at.y)};
  }
  return box;
}

// Hues are the later layer's: an earlier one's groups are told apart by their names.
Paint LandPaint(const PictureBrush& brush, const GroupsOnPhoto& told, size_t group, float opacity) {
  return told.is_earlier ? Paint{Token::kInk2, opacity} : brush.GroupPaint(group, opacity);
}

// A name where it covers least of what is inside: under the land, over it, or in its middle.
void DrawGroupName(PictureBrush& brush, const Rect& photo, const Rect& land, size_t group,
                   const GroupsOnPhoto& told, std::vector<Rect>& taken) {
  const float size = std::clamp(photo.width() / 20, 12.f, 17.f);
  const std::string name =
      FitText(Face::kRegionItalic, size,
              told.is_earlier ? SourceName(brush.state, group) : GroupName(brush.state, group),
              photo.width() * 0.6f);
  const Point2 half{TextWidth(Face::kRegionItalic, size, name) / 2 + 4, size * 0.62f};
  const Point2 middle = MiddleOf(land);
  const Point2 wishes[] = {{middle.x, land.high.y - half.y - 3},
                           {middle.x, land.low.y + half.y + 3},
                           {middle.x, land.high.y + half.y + 3},
                           {middle.x, land.low.y - half.y - 3},
                           middle};
  for (Point2 at : wishes) {
    at.x = std::clamp(at.x, photo.low.x + half.x + 4, photo.high.x - half.x - 4);
    at.y = std::clamp(at.y, photo.low.y + half.y + 5, photo.high.y - half.y - 5);
    const Rect box{at - half, at + half};
    if (std::ranges::any_of(taken, [&](const Rect& other) { return other.Overlaps(box); }))
      continue;
    taken.push_back(box);
    LabelMark& label =
        brush.Label(at, name, Face::kRegionItalic, size,
                    LandPaint(brush, told, group, std::max(told.clarity[group], 0.4f)));
    label.halo_px = 2.6f;
    label.item =
        ItemOf({told.is_earlier ? PictureTarget::Kind::kSource : PictureTarget::Kind::kGroup, 0,
                static_cast<uint16_t>(group)});
    return;
  }
}

}  // namespace

void DrawLand(PictureBrush& brush, Rect photo, const GroupsOnPhoto& told) {
  const PicturesState& state = brush.state;
  const std::vector<PictureGroup>& groups = *told.groups;
  const int side = told.side;
  const bool is_cut = (state.look.only || state.look.hides) && told.cut >= 0 &&
                      static_cast<size_t>(told.cut) < groups.size();
  brush.Photo(photo, 0.5f, is_cut ? 0.2f : 1);
  if (is_cut) {
    // What is left of the picture, place by place.
    const PictureGroup& cut = groups[static_cast<size_t>(told.cut)];
    const float most = GreatestOf(cut.strengths);
    brush.PhotoPlaces(photo, side, [&](int place) {
      const float part = cut.strengths[static_cast<size_t>(place)] / (most * 0.5f);
      return state.look.only ? part : 1 - part;
    });
  }
  const Rect world = brush.InWorld(photo);
  const float corner = PictureBrush::PhotoCorner_px(photo) * world.width() / photo.width();
  // Names keep off the place that is looked at; where there is no room for all, it names its own.
  std::vector<Rect> taken;
  const int place = told.is_earlier ? -1 : PlaceShown(state, state.look.layer);
  int named = -1;
  if (place >= 0) {
    taken.push_back(PlaceBox(photo, side, place));
    const PictureTarget target = state.pointed();
    if (photo.width() < kAllNames_px) {
      named = target.kind == PictureTarget::Kind::kGroup
                  ? target.b
                  : LeadingGroupAt(groups, static_cast<size_t>(place));
    }
  }
  for (size_t g = 0; g < groups.size(); ++g) {
    const float clarity = told.clarity[g];
    const std::vector<float> lead = GroupLead(groups, g);
    const float most = GreatestOf(lead);
    Rect largest{};
    for (size_t level = 0; level < std::size(kLevels); ++level) {
      for (Contour& shape : ContoursOf(lead, side, most * kLevels[level], world)) {
        if (shape.outline.size() < 3) continue;
        const Rect box = BoxAround(brush.frame, shape.outline);
        if (box.width() * box.height() < kLeastLand * photo.width() * photo.height()) continue;
        CutRoundCorners(world, corner, shape.outline);
        if (level == 0 && box.width() * box.height() > largest.width() * largest.height()) {
          largest = box;
        }
        AreaMark& land = brush.Area(std::move(shape.outline), std::move(shape.holes),
                                    LandPaint(brush, told, g, kFills[level] * clarity));
        land.coast = LandPaint(brush, told, g, clarity);
        land.coast_px = level == 0 ? 1.7f : 0.f;
        land.casing_px = level == 0 ? 1.6f : 0.f;
      }
    }
    const bool is_named = named < 0 || static_cast<size_t>(named) == g;
    if (largest.width() > 0 && photo.width() > 130 && is_named) {
      DrawGroupName(brush, photo, largest, g, told, taken);
    }
  }
}

void DrawGroupLand(PictureBrush& brush, Rect photo) {
  const PicturesState& state = brush.state;
  GroupsOnPhoto told;
  told.groups = &GroupsSeen(state)->groups;
  told.side = kPictureLayers[state.look.layer].told_side;
  for (size_t g = 0; g < told.groups->size(); ++g) {
    told.clarity.push_back(GroupClarity(state, static_cast<int>(g)));
  }
  if (state.pinned.kind == PictureTarget::Kind::kGroup) told.cut = state.pinned.b;
  DrawLand(brush, photo, told);
}

}  // namespace meander
