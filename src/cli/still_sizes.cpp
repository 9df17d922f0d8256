// See still_sizes.h.
#include "cli/still_sizes.h"

#include <algorithm>
#include <array>

namespace meander {
namespace {

// A figure in somebody's page, at sizes that columns give it; others show the one most like them
// (web/embed/poster.mjs). Wide ones also for screens of one device pixel, where twice as large
// pictures would be twice as heavy.
struct FrameSize {
  const char* name;
  float width_px, height_px, pixel_ratio;
};
constexpr std::array kFrames = {
    FrameSize{"embed-600x400", 600, 400, 1}, FrameSize{"embed-600x400-2x", 600, 400, 2},
    FrameSize{"embed-720x400", 720, 400, 1}, FrameSize{"embed-720x400-2x", 720, 400, 2},
    FrameSize{"embed-720x480", 720, 480, 1}, FrameSize{"embed-720x480-2x", 720, 480, 2},
    FrameSize{"embed-360x480", 360, 480, 2}, FrameSize{"embed-350x400", 350, 400, 2},
    FrameSize{"embed-390x260", 390, 260, 2},
};
// What a room's chart has of a frame: all of it, but for what lies over its foot, or what stands
// above and below it, or all that stands beside it.
struct InFrame {
  FigureFoot foot{0, 0}, edges{0, 0}, width{0, 0};
};
constexpr size_t kPages = 3;

// Design §6: what is left of each page for the chart; then of the frames.
constexpr std::array<NamedSize, kPages + kFrames.size()> SizesOf(
    const std::array<NamedSize, kPages>& pages, const InFrame& room) {
  std::array<NamedSize, kPages + kFrames.size()> sizes;
  std::ranges::copy(pages, sizes.begin());
  for (size_t i = 0; i < kFrames.size(); ++i) {
    const auto& [name, width_px, height_px, pixel_ratio] = kFrames[i];
    const float beside_px = room.width.At(width_px);
    StillSize size{width_px,
                   height_px,
                   beside_px > 0 ? beside_px : width_px,
                   height_px - room.edges.At(width_px),
                   pixel_ratio,
                   true,
                   room.foot.At(width_px)};
    size.has_zoom = false;
    sizes[kPages + i] = {name, size};
  }
  return sizes;
}

// 820: the upper 52 % below the shell.
constexpr auto kMapSizes = SizesOf({NamedSize{"1280x800", {1280, 800, 860, 744, 1, false}},
                                    NamedSize{"820x1180", {820, 1180, 820, 584, 1, false}},
                                    NamedSize{"390x844", {390, 844, 390, 380, 2, false, 30}}},
                                   {.foot = kMapFoot});
// The strip beside the lines, as high as they are (web/pages/sentences.css).
constexpr auto kStripSizes = SizesOf({NamedSize{"1280x800", {1280, 800, 274, 744, 1, false}},
                                      NamedSize{"820x1180", {820, 1180, 180, 855, 1, false}},
                                      NamedSize{"390x844", {390, 844, 78, 716, 2, false}}},
                                     {.width = {56, 40}});
// The stage, between the rail and the column of what is seen (web/pages/inside.css).
constexpr auto kStageSizes = SizesOf({NamedSize{"1280x800", {1280, 800, 842, 569, 1, false}},
                                      NamedSize{"820x1180", {820, 1180, 820, 463, 1, false}},
                                      NamedSize{"390x844", {390, 844, 390, 352, 2, false}}},
                                     {.edges = kStageEdges});
// The map with the steps below it; the last number is what they cover, of the five lanes of the
// first beat (web/pages/sounds*.css).
constexpr auto kBeatSizes = SizesOf({NamedSize{"1280x800", {1280, 800, 1280, 744, 1, false, 266}},
                                     NamedSize{"820x1180", {820, 1180, 820, 996, 1, false, 390}},
                                     NamedSize{"390x844", {390, 844, 390, 646, 2, false, 386}}},
                                    {.foot = kBeatFoot});
// The stage above the row of other pictures (web/pages/pictures.css).
constexpr auto kPhotoSizes = SizesOf({NamedSize{"1280x800", {1280, 800, 842, 508, 1, false}},
                                      NamedSize{"820x1180", {820, 1180, 820, 352, 1, false}},
                                      NamedSize{"390x844", {390, 844, 390, 790, 2, false}}},
                                     {.edges = kStageEdges});
// The stage above the row of what is done to a drawing (web/pages/drawings.css).
constexpr auto kSheetSizes = SizesOf({NamedSize{"1280x800", {1280, 800, 842, 506, 1, false}},
                                      NamedSize{"820x1180", {820, 1180, 820, 346, 1, false}},
                                      NamedSize{"390x844", {390, 844, 390, 868, 2, false}}},
                                     {.edges = kStageEdges});
constexpr std::array kStills = {
    // Asks for an article whose words are on the still page; its engine may start as it always has.
    Stills{"ideas", "wikipedia", kMapSizes, false, false, false},
    Stills{"sentences", "sentences", kStripSizes, true, true, true, false},
    Stills{"inside", "inside", kStageSizes, true, true, true, true, 16},
    Stills{"pictures", "pictures", kPhotoSizes, true, true, true, true, 40, kMapFoot, 7},
    Stills{"drawings", "drawings", kSheetSizes, true, true, true, true, 40, kMapFoot, 7},
    Stills{"sounds", "sounds", kBeatSizes, true, false, false, true, 40, kBeatFoot},
};

}  // namespace

Stills StillsOf(std::string_view room) {
  for (const Stills& stills : kStills) {
    if (stills.room == room) return stills;
  }
  return {room, room, kMapSizes};
}

bool IsEmbed(const NamedSize& size) { return std::string_view(size.name).starts_with("embed-"); }

StillSize FigureSize(const Stills& stills, float width_px, float height_px, float pixel_ratio) {
  for (const NamedSize& named : stills.sizes) {
    const StillSize& size = named.size;
    if (!IsEmbed(named) || size.page_width_px != width_px || size.page_height_px != height_px) {
      continue;
    }
    StillSize found = size;
    found.pixel_ratio = pixel_ratio;
    found.embedded = found.locked = true;
    return found;
  }
  // Another size leaves the same edges free as the listed one that is as narrow; a strip stays as
  // wide as it is there.
  StillSize size{
      width_px, height_px, width_px, height_px, pixel_ratio, true, stills.foot.At(width_px)};
  size.locked = true;
  for (const NamedSize& named : stills.sizes) {
    const StillSize& known = named.size;
    const bool is_as_narrow =
        (known.page_width_px < kFigureNarrow_px) == (width_px < kFigureNarrow_px);
    if (!IsEmbed(named) || !is_as_narrow) continue;
    size.chart_height_px = height_px - (known.page_height_px - known.chart_height_px);
    if (known.chart_width_px < known.page_width_px) size.chart_width_px = known.chart_width_px;
  }
  return size;
}

}  // namespace meander
