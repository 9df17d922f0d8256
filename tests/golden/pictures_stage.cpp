// A made-up photo on the stage of pictures, in the views that differ by what they draw.
#include "../unit/pictures/made_up_look.h"
#include "pictures/figure.h"
#include "room_stages.h"

namespace meander::testing {
namespace {

// A hill of light on a slope of two colours.
std::shared_ptr<const PictureTable> HillTable() {
  auto photo = std::make_shared<PictureTable>();
  photo->version = 9101;
  photo->width = photo->height = 96;
  for (int y = 0; y < 96; ++y) {
    for (int x = 0; x < 96; ++x) {
      const bool is_hill = (x - 60) * (x - 60) + (y - 40) * (y - 40) < 500;
      photo->rgba.push_back(static_cast<uint8_t>(is_hill ? 235 : 60 + x));
      photo->rgba.push_back(static_cast<uint8_t>(is_hill ? 205 : 80 + y));
      photo->rgba.push_back(static_cast<uint8_t>(is_hill ? 140 : 170 - x));
      photo->rgba.push_back(255);
    }
  }
  return photo;
}

PicturesState StageOf(std::string_view view) {
  PicturesState state = OpenedPictures();
  state.photos[0].name = "A hill";
  state.photos[0].pixels = HillTable();
  AnswerAllOf(state, ApplyToPictures(state, "tab", view));
  return state;
}

}  // namespace

std::vector<GoldenScene> PicturesStages() {
  std::vector<GoldenScene> scenes;
  for (const std::string_view view : {"grid", "groups", "why", "units"}) {
    const Figure stage = PicturesPoster(StageOf(view), 842, 508);
    const std::string name = "stage_" + std::string(view);
    scenes.push_back({name + "_light", ThemeKind::kLight, stage});
    scenes.push_back({name + "_dark", ThemeKind::kDark, stage});
  }
  return scenes;
}

}  // namespace meander::testing
