// What is drawn on the stage: the photo, the grids of its layers, the view that the state speaks
// of.
#pragma once

#include <vector>

#include "canvas/scene.h"
#include "canvas/stage_painter.h"
#include "pictures/scene_brush.h"
#include "pictures/state.h"

namespace meander {

Scene PicturesScene(const PicturesState& state, const StageFrame& frame);

// Of a stage, what may be drawn on.
Rect StageArea(const StageFrame& frame);
// The layers (or kPictureClasses) whose icons the view draws there.
std::vector<int> LayersDrawn(const PicturesState& state, const StageFrame& frame);
std::vector<int> LayersOnGrids(const PicturesState& state, const StageFrame& frame);

// The views, each in a file of its own (scene_grid.cpp …); `area_px` is where each may draw.
void DrawPictureGrids(PictureBrush& brush, Rect area_px);
void DrawPictureFlow(PictureBrush& brush, Rect area_px);  // FlowSeen has it
void DrawPictureWhy(PictureBrush& brush, Rect area_px);
void DrawPictureWhatIf(PictureBrush& brush, Rect area_px);
void DrawPictureRace(PictureBrush& brush, Rect area_px);
void DrawPictureDictionary(PictureBrush& brush, Rect area_px);
void DrawPictureUnit(PictureBrush& brush, Rect area_px);
// Of a unit's relatives as many rows as fit; where they end. And what silences it; false: not
// grown.
float DrawUnitKin(PictureBrush& brush, const Rect& box_px, int layer, uint16_t channel);
bool DrawOpposite(PictureBrush& brush, const Rect& box_px, int layer, uint16_t channel);

// One layer's places as the look says: icons, groups or shares; `is_big`: of the look's layer.
void DrawLayerGrid(PictureBrush& brush, Rect box, int layer, bool is_big);
// Groups as land on the photo, with their names.
struct GroupsOnPhoto {
  const std::vector<PictureGroup>* groups = nullptr;
  int side = 0;  // of the layer's told grid
  bool is_earlier = false;
  std::vector<float> clarity;  // one a group, 0 … 1
  int cut = -1;                // the one that is isolated or hidden
};
void DrawLand(PictureBrush& brush, Rect photo_px, const GroupsOnPhoto& told);
// Those of the look's layer.
void DrawGroupLand(PictureBrush& brush, Rect photo_px);
// The four channels that fire most at the place spoken of, side by side.
void DrawPlaceChannels(PictureBrush& brush, Rect area_px);
// How clearly a group is drawn beside the one that is singled out, 0 … 1.
float GroupClarity(const PicturesState& state, int group);

// Where a photo and what is beside it lie: the photo at the left, or above where that is larger.
struct PhotoAndRest {
  Rect photo, rest;  // the photo's heading stands over it; the rest begins as high as that heading
  bool is_stacked = false;
};
// `rest_least_px`: the width that the rest takes at least where it stands beside.
PhotoAndRest BesidePhoto(const Rect& area_px, const StageFrame& frame, float rest_least_px);

}  // namespace meander
