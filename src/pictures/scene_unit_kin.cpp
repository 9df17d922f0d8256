// What is known of a unit beside its own picture: what silences it, what feeds it from the layer
// before, and which others of its layer are fed alike.
#include <algorithm>
#include <string>

#include "canvas/stage_parts.h"
#include "canvas/words.h"
#include "pictures/icons.h"
#include "pictures/scene.h"

namespace meander {
namespace {

constexpr float kIcon_px = 44, kLine_px = 20;

// Icons side by side with a number under each, as many as fit; pressing one opens its card.
void DrawLinks(PictureBrush& brush, const Rect& box, std::string_view title, int layer,
               std::span<const IconLink> links, bool is_signed) {
  if (links.empty() || layer < 0) return;
  brush.Heading({{box.low.x, box.low.y + kLine_px}, box.high}, title, {});
  const auto most = static_cast<size_t>((box.width() + 10) / (kIcon_px + 10));
  for (size_t i = 0; i < std::min(links.size(), most); ++i) {
    const Point2 low{box.low.x + static_cast<float>(i) * (kIcon_px + 10), box.low.y + kLine_px};
    brush.Unit(BoxAt(low, kIcon_px), layer, links[i].to);
    brush.Label({low.x + kIcon_px / 2, low.y + kIcon_px + 10},
                is_signed ? Signed(links[i].value) : Plainly(links[i].value), Face::kUi, 11,
                {Token::kInk2, 1});
  }
}

}  // namespace

float DrawUnitKin(PictureBrush& brush, const Rect& box, int layer, uint16_t channel) {
  const IconUnit* facts = FactsOfUnit(brush.state, layer, channel);
  if (facts == nullptr) return box.low.y;
  constexpr float kRow_px = kLine_px + kIcon_px + 22;
  float y = box.low.y;
  const auto row = [&](std::string_view title, int of_layer, std::span<const IconLink> links,
                       bool is_signed) {
    if (links.empty() || of_layer < 0 || y + kRow_px > box.high.y) return;
    DrawLinks(brush, {{box.low.x, y}, {box.high.x, y + kRow_px}}, title, of_layer, links,
              is_signed);
    y += kRow_px;
  };
  row(words::kPicturesStageAlike, layer, facts->alike, false);
  row(words::kPicturesStageFedBy, LayerThatFeeds(brush.state, layer), facts->fed, true);
  return y;
}

bool DrawOpposite(PictureBrush& brush, const Rect& box, int layer, uint16_t channel) {
  const IconUnit* facts = FactsOfUnit(brush.state, layer, channel);
  const std::optional<UnitIcon> icon =
      facts == nullptr ? std::nullopt : TileOf(brush.state, layer, facts->opposite);
  if (!icon) return false;
  PictureMark& mark = brush.Picture(icon->sheet, box);
  mark.part = icon->part;
  mark.radius_px = 10;
  brush.Heading(box, words::kPicturesStageOpposite, {});
  return true;
}

}  // namespace meander
