// What if a piece of the photo were not there: pieces left out by lot, a grey square slid over it,
// and the race between the ways of calling places heavy.
#include <algorithm>
#include <array>
#include <cmath>

#include "canvas/fill.h"
#include "canvas/stage_parts.h"
#include "canvas/text_metrics.h"
#include "canvas/words.h"
#include "pictures/photos.h"
#include "pictures/scene.h"
#include "pictures/sentences.h"
#include "pictures/wishes.h"

namespace meander {
namespace {

constexpr int kBlocks = 56;  // a side: pieces are drawn in blocks of four of their pixels

// Which piece each block is of, by its middle.
std::vector<uint8_t> BlocksOf(const std::vector<uint8_t>& segments) {
  constexpr int kStep = kPictureLookSide / kBlocks;
  std::vector<uint8_t> blocks(size_t{kBlocks} * kBlocks);
  for (int row = 0; row < kBlocks; ++row) {
    for (int column = 0; column < kBlocks; ++column) {
      blocks[static_cast<size_t>(row * kBlocks + column)] = segments[static_cast<size_t>(
          (row * kStep + kStep / 2) * kPictureLookSide + column * kStep + kStep / 2)];
    }
  }
  return blocks;
}

// Lines between pieces, each as long as it runs straight.
void DrawSeams(PictureBrush& brush, const Rect& box, const std::vector<uint8_t>& blocks) {
  const float step = box.width() / kBlocks;
  const auto at = [&](int row, int column) {
    return blocks[static_cast<size_t>(row * kBlocks + column)];
  };
  const Paint ink{Token::kPaper, 0.75f};
  for (int line = 1; line < kBlocks; ++line) {
    for (const bool is_upright : {false, true}) {
      int from = -1;
      for (int along = 0; along <= kBlocks; ++along) {
        const bool is_seam =
            along < kBlocks && (is_upright ? at(along, line - 1) != at(along, line)
                                           : at(line - 1, along) != at(line, along));
        if (is_seam && from < 0) from = along;
        if (is_seam || from < 0) continue;
        const float a = step * static_cast<float>(from), b = step * static_cast<float>(along),
                    c = step * static_cast<float>(line);
        brush.Line(box.low + (is_upright ? Point2{c, a} : Point2{a, c}),
                   box.low + (is_upright ? Point2{c, b} : Point2{b, c}), 1, ink);
        from = -1;
      }
    }
  }
}

void DrawPieces(PictureBrush& brush, const Rect& box, const PicturesShareAnswer& lime) {
  const std::vector<uint8_t> blocks = BlocksOf(lime.segments);
  const float step = box.width() / kBlocks, most = GreatestOf(lime.weights);
  for (int row = 0; row < kBlocks; ++row) {
    for (int column = 0; column < kBlocks;) {
      const uint8_t piece = blocks[static_cast<size_t>(row * kBlocks + column)];
      int end = column;
      while (end < kBlocks && blocks[static_cast<size_t>(row * kBlocks + end)] == piece) ++end;
      const float weight = lime.weights[piece], share = std::fabs(weight) / most;
      const Point2 low{step * static_cast<float>(column), step * static_cast<float>(row)},
          high{step * static_cast<float>(end), step * static_cast<float>(row + 1)};
      CellMark& cell = brush.Box({box.low + low, box.low + high},
                                 brush.SignPaint(weight, share < 0.05f ? 0 : 0.72f * share),
                                 weight < 0 && share > 0.15f);
      cell.item = ItemOf({PictureTarget::Kind::kSegment, 0, piece});
      column = end;
    }
  }
  DrawSeams(brush, box, blocks);
}

}  // namespace

void DrawPictureWhatIf(PictureBrush& brush, Rect area) {
  const PicturesState& state = brush.state;
  const auto* lime =
      PictureAnswerTo<PicturesShareAnswer>(state, ShareWish(state, PictureMethod::kLime));
  const auto* square =
      PictureAnswerTo<PicturesShareAnswer>(state, ShareWish(state, PictureMethod::kOcclusion));
  const bool has_pieces = lime != nullptr && !lime->segments.empty() && !lime->weights.empty();
  const auto draw_pieces = [&](const Rect& box) {
    brush.Heading(box,
                  box.width() < TextWidth(Face::kUiBold, 13, words::kPicturesStagePieces)
                      ? words::kPicturesStageShortLime
                      : words::kPicturesStagePieces,
                  has_pieces ? Fill(words::kPicturesStageFit, {{"fit", Decimals(lime->r2, 2)}})
                             : std::string());
    brush.Photo(box, has_pieces ? 0.1f : 1, has_pieces ? 0.8f : 1);
    if (has_pieces) DrawPieces(brush, box, *lime);
  };
  const auto draw_map = [&](const Rect& box, const PicturesShareAnswer* shares,
                            std::string_view name) {
    brush.Heading(box, name, {});
    const bool has_map = shares != nullptr && shares->side > 0;
    brush.Photo(box, has_map ? 0.1f : 1, has_map ? 0.8f : 1);
    if (has_map) brush.SignedTint(box, shares->side, shares->places);
  };
  constexpr float kHead = 24;
  const bool is_low = !brush.frame.is_narrow() && area.height() < 340;
  if (is_low) {
    // A small figure: the pieces and the race.
    const PhotoAndRest split = BesidePhoto(area, brush.frame, area.width() * 0.44f);
    draw_pieces(split.photo);
    DrawPictureRace(brush, split.rest);
    return;
  }
  // The three maps above, the race under them.
  const bool is_narrow = brush.frame.is_narrow();
  const float gap = is_narrow ? 10.f : 24.f;
  const float side = std::min((area.width() - 2 * gap) / 3,
                              is_narrow ? area.height() * 0.44f : (area.height() - kHead) * 0.62f);
  const Rect pieces = BoxAt(area.low + Point2{0, kHead}, side),
             map = BoxAt({pieces.high.x + gap, pieces.low.y}, side),
             slope = BoxAt({map.high.x + gap, pieces.low.y}, side);
  draw_pieces(pieces);
  const bool is_small = side < TextWidth(Face::kUiBold, 13, words::kPicturesStageSquare);
  draw_map(map, square,
           is_small ? words::kPicturesStageShortOcclusion : words::kPicturesStageSquare);
  draw_map(
      slope,
      PictureAnswerTo<PicturesShareAnswer>(state, ShareWish(state, PictureMethod::kIntegrated)),
      is_small ? std::string(words::kPicturesStageShortIntegrated)
               : Fill(words::kPicturesStageSlope, {{"layer", LayerName(state.look.layer)}}));
  // Where the photos leave room at their right, the race stands there, as high as the stage.
  if (area.high.x - slope.high.x > 320) {
    DrawPictureRace(brush, {{slope.high.x + 36, area.low.y}, {area.high.x, area.high.y}});
    return;
  }
  DrawPictureRace(brush, {{area.low.x, pieces.high.y + 22}, area.high});
}

}  // namespace meander
