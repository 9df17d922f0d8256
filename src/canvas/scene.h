// What to draw, as plain data: no GL, no ImGui, no browser. A room builds a Scene from its state;
// canvas/draw paints it, canvas/svg writes it, Pick() finds what lies under a finger. Colours are
// design tokens, so one Scene serves light and dark.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "canvas/camera.h"
#include "canvas/tokens.h"
#include "space/point.h"

namespace meander {

inline constexpr uint32_t kNoItem = 0xFFFFFFFF;

struct Paint {
  Token token = Token::kInk;
  float opacity = 1;
};

// What the hues of dots index: the eleven topics, or good, fair, poor; plain dots are grey,
// whatever their hue, and leave the land as it is.
enum class Palette : uint8_t { kTopics, kTrust, kPlain };

inline constexpr uint8_t kVisitedFlag = 1;  // a magenta ring
inline constexpr uint8_t kDimmedFlag = 2;   // recedes; the land there has no tint

// The dots of a map, shared and uploaded once per `version`. hue = index into the palette.
struct PointTable {
  uint64_t version = 0;
  Palette palette = Palette::kTopics;
  std::vector<uint16_t> codes;  // x0 y0 x1 y1 …, as in pack/sections.h Positions
  std::vector<uint8_t> hues;    // one an item
  std::vector<uint8_t> flags;   // one an item or empty

  bool IsDimmed(size_t item) const {
    return item < flags.size() && (flags[item] & kDimmedFlag) != 0;
  }
};

struct PointLayer {
  std::shared_ptr<const PointTable> table;  // null: no dots
  // While dots go over to other places: as many dots, where they go, and how far they have come.
  // Nobody picks a moving dot.
  std::shared_ptr<const PointTable> towards;  // null: they rest
  float share = 0;
  bool draw_land = true;  // density land, contours, tint under the dots
  bool draw_dots = true;  // false: something else marks their places, and they can still be picked
  float radius_px = 0;    // 0: by count and zoom, as in the design
};

// A quadratic curve from `from` to `to`; a straight line when control is their middle.
struct StrokeMark {
  Point2 from, control, to;  // world
  float width_from_px = 2, width_to_px = 2;
  Paint paint;
  float casing_px = 0;                 // extra width of the light casing under it; 0: none
  float dash_px = 0, gap_px = 0;       // 0: solid; dash 0 with gap > 0: round dots
  float drawn_from = 0, drawn_to = 1;  // part of the curve that is drawn (a line that grows)
  bool chevron = false;                // a direction mark at 53 %, skipped under 46 px
  uint32_t item = kNoItem;             // what a pick on it means
};

enum class DiscKind : uint8_t {
  kStop,      // numbered disc: raised fill, accent ring
  kCurrent,   // accent fill, soft ring around it
  kSmall,     // end of a side trip, a thinned-out stop
  kRing,      // hollow ring: end of a walk, link target, true neighbour
  kSelected,  // a dot singled out: raised disc with ink ring
  kDot,       // filled: where a way begins
  kPulse,     // a ring that widens and fades, `phase` 0..1
  kHandle,  // a thick ring to be dragged; inside raised, or softly accented where its paint is the
            // accent
};
struct DiscMark {
  Point2 at;  // world
  DiscKind kind = DiscKind::kStop;
  float radius_px = 8;
  Paint paint{Token::kAccent, 1};
  std::string numeral;  // "7", or "1 · 2 · 3" drawn as a capsule
  float phase = 0;
  uint32_t item = kNoItem;
  bool is_dotted = false;  // a ring of dots, nothing inside it covered
};

enum class Face : uint8_t {
  kUi,            // Lato 400
  kUiBold,        // Lato 700
  kRegionItalic,  // Vollkorn SemiBold Italic
  kWordMedium,    // Vollkorn Medium
};
enum class LabelPlace : uint8_t { kCentered, kAbove, kBelow, kLeft, kRight };

// A name on the chart. Names of the static plan carry their scale interval and never flicker;
// a stop's or tooltip's name has [0, ∞) and wins over all of them.
struct LabelMark {
  Point2 at;  // world: the anchor
  std::string text;
  Face face = Face::kUi;
  float size_px = 12;
  Paint paint;
  LabelPlace place = LabelPlace::kCentered;
  float distance_px = 0;  // from anchor to text for the four sides
  float aside_px = 0;     // more of it left and right: beside a capsule
  float halo_px = 2.5f;   // land-coloured, 94 %
  float scale_from = 0;   // relative scale k at which it appears …
  float scale_to = 1e9f;  // … and up to which it stays
  float fade = 1;         // 0..1, moved by Advance
  uint32_t item = kNoItem;
};

// A photo or a sheet of icons: rows from the top, four bytes a pixel, sent to the GPU once per
// `version`, which is never used for two tables. A sheet's icons stay apart when they are drawn
// small where their sides are powers of two and their places multiples of these.
struct PictureTable {
  uint64_t version = 0;
  uint32_t width = 0, height = 0;
  std::vector<uint8_t> rgba;
};
uint64_t NextPictureVersion();

// A part of one, upright in the rectangle. Under all other marks, in their order, so that icons
// blend: with opacities w0/w0, w1/(w0 + w1), … each counts by its weight.
struct PictureMark {
  std::shared_ptr<const PictureTable> table;
  Rect in_world;
  Rect part = {{0, 0}, {1, 1}};  // of the table's width and height, y down
  float opacity = 1;
  float saturation = 1;  // 0: grey
  float radius_px = 0;   // of its corners
  uint32_t item = kNoItem;
};

// A closed shape laid over a picture, as land is drawn over a map: filled, with a coast. The fill
// is multiplied with what lies under it, so that a photo stays a photo. See canvas/contours.h.
struct AreaMark {
  std::vector<Point2> outline;  // world; simple, either way round
  Paint fill;
  Paint coast;
  float coast_px = 0;   // 0: none
  float casing_px = 0;  // extra width of the light casing under the coast
  uint32_t item = kNoItem;
  std::vector<std::vector<Point2>> holes = {};  // what is not of it, in it
};

// A filled square of an activation grid or heat table (Inside).
struct CellMark {
  Rect in_world;
  Paint paint;
  bool hatched = false;
  uint32_t item = kNoItem;
};

// A sound as its own loudness: upright strokes, centred on its place.
struct EnvelopeMark {
  Point2 at;                          // world
  std::array<uint8_t, 5> loudness{};  // over its length; 255: as high as it can be
  Paint paint;
  float width_px = 9, height_px = 14;  // of all five
  float stroke_px = 1.35f;
};

// A band between two places whose width is a quantity (Inside's bridge).
struct RibbonMark {
  Point2 from, to;        // world; leaves and arrives vertically
  bool sideways = false;  // leaves and arrives horizontally
  float width_px = 4;
  Paint paint;
  bool hatched = false;
  uint32_t item = kNoItem;
};

struct Scene {
  PointLayer points;
  std::vector<PictureMark> pictures;
  std::vector<AreaMark> areas;
  std::vector<CellMark> cells;
  std::vector<RibbonMark> ribbons;
  std::vector<EnvelopeMark> envelopes;  // on the land, as dots are
  std::vector<StrokeMark> strokes;      // in drawing order
  std::vector<DiscMark> discs;
  std::vector<EnvelopeMark> on_discs;
  std::vector<LabelMark> labels;  // highest priority first
};

// The item under `at_px`: discs, then names, then strokes, then the topmost ribbon, then the
// topmost cell, area and picture, then the nearest dot within `reach_px` (8 for a mouse, 22 for a
// finger), dimmed ones only where no other is. Ties go to the smaller item.
std::optional<uint32_t> Pick(const Scene& scene, const Camera& camera, const Viewport& viewport,
                             Point2 at_px, float reach_px);

}  // namespace meander
