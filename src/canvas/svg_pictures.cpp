// Pictures and the areas on them as SVG. Of every table the parts that are shown travel once, side
// by side in one PNG, however often each is shown.
#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "canvas/png.h"
#include "canvas/svg_parts.h"

namespace meander {
namespace {

constexpr int kSheetWidth = 1024;  // of the PNG, as long as no part is wider

// In pixels of the table.
struct PixelBox {
  int left = 0, top = 0, right = 0, bottom = 0;
  int width() const { return right - left; }
  int height() const { return bottom - top; }
  friend auto operator<=>(const PixelBox&, const PixelBox&) = default;
};

// The parts of one table that a scene shows, and where each lies in the PNG.
struct Sheet {
  const PictureTable* table = nullptr;
  std::map<PixelBox, Point2> places;
};
using Sheets = std::map<uint64_t, Sheet>;

bool IsShown(const PictureMark& mark) {
  const PictureTable* table = mark.table.get();
  return table != nullptr && table->width > 0 && table->height > 0 &&
         table->rgba.size() == size_t{4} * table->width * table->height && mark.opacity > 0 &&
         mark.part.width() > 0 && mark.part.height() > 0 && mark.in_world.width() > 0 &&
         mark.in_world.height() > 0;
}

PixelBox BoxOf(const PictureMark& mark) {
  const auto pixel = [](float share, uint32_t side, bool up) {
    const double at = std::clamp(static_cast<double>(share), 0., 1.) * side;
    // What is meant to be a whole pixel is one.
    return static_cast<int>(up ? std::ceil(at - 0.01) : std::floor(at + 0.01));
  };
  const Rect& part = mark.part;
  const uint32_t width = mark.table->width, height = mark.table->height;
  PixelBox box{pixel(part.low.x, width, false), pixel(part.low.y, height, false),
               pixel(part.high.x, width, true), pixel(part.high.y, height, true)};
  box.left = std::min(box.left, static_cast<int>(width) - 1);
  box.top = std::min(box.top, static_cast<int>(height) - 1);
  box.right = std::max(box.right, box.left + 1);
  box.bottom = std::max(box.bottom, box.top + 1);
  return box;
}

// Shelf after shelf, and the parts' pixels with it.
Picture Packed(Sheet& sheet) {
  Picture picture{kSheetWidth, 0, {}};
  for (const auto& [box, place] : sheet.places) {
    picture.width = std::max(picture.width, box.width());
  }
  int x = 0, shelf = 0, right = 0;
  for (auto& [box, place] : sheet.places) {
    if (x + box.width() > picture.width) {
      x = 0;
      shelf = picture.height;
    }
    place = {static_cast<float>(x), static_cast<float>(shelf)};
    x += box.width();
    right = std::max(right, x);
    picture.height = std::max(picture.height, shelf + box.height());
  }
  picture.width = right;
  picture.rgba.resize(size_t{4} * picture.width * picture.height);
  const PictureTable& table = *sheet.table;
  for (const auto& [box, place] : sheet.places) {
    for (int row = 0; row < box.height(); ++row) {
      const size_t from = 4 * (size_t{table.width} * (box.top + row) + box.left);
      const size_t to = 4 * (static_cast<size_t>(picture.width) *
                                 (static_cast<size_t>(place.y) + static_cast<size_t>(row)) +
                             static_cast<size_t>(place.x));
      std::copy_n(table.rgba.data() + from, 4 * static_cast<size_t>(box.width()),
                  picture.rgba.data() + to);
    }
  }
  return picture;
}

int Hundredths(float share) {
  return static_cast<int>(std::lround(std::clamp(share, 0.f, 1.f) * 100));
}

void PutDefinitions(std::span<const PictureMark> marks, Sheets& sheets, SvgText& out) {
  out.Raw("<defs>\n");
  for (auto& [version, sheet] : sheets) {
    const Picture packed = Packed(sheet);
    bool is_opaque = true;
    for (size_t at = 3; at < packed.rgba.size(); at += 4) is_opaque &= packed.rgba[at] == 255;
    PngOptions options;
    options.keep_alpha = !is_opaque;
    out.Raw("<image id=\"meander-picture-").Raw(std::to_string(version)).Raw("\"");
    out.Attribute("width", static_cast<float>(packed.width))
        .Attribute("height", static_cast<float>(packed.height));
    out.Raw(" href=\"data:image/png;base64,").Base64(WritePng(packed, options)).Raw("\"/>\n");
  }
  std::vector<int> greys;
  for (const PictureMark& mark : marks) {
    if (IsShown(mark) && mark.saturation < 1) greys.push_back(Hundredths(mark.saturation));
  }
  std::ranges::sort(greys);
  greys.erase(std::ranges::unique(greys).begin(), greys.end());
  for (const int grey : greys) {
    out.Raw("<filter id=\"meander-grey-").Raw(std::to_string(grey));
    out.Raw("\" color-interpolation-filters=\"sRGB\"><feColorMatrix type=\"saturate\"");
    out.Attribute("values", static_cast<float>(grey) / 100).Raw("/></filter>\n");
  }
  out.Raw("</defs>\n");
}

void PutPicture(const PictureMark& mark, size_t number, const Sheets& sheets, const SvgChart& chart,
                SvgText& out) {
  const Point2 low = chart.Place(mark.in_world.low), high = chart.Place(mark.in_world.high);
  const float width = high.x - low.x, height = low.y - high.y;
  const float radius = std::min({mark.radius_px, width / 2, height / 2});
  const std::string clip = "meander-round-" + std::to_string(number);
  const auto frame = [&] {
    out.Attribute("x", low.x).Attribute("y", high.y);
    out.Attribute("width", width).Attribute("height", height);
  };
  if (radius > 0) {
    out.Raw("<clipPath").Attribute("id", clip).Raw("><rect");
    frame();
    out.Attribute("rx", radius).Raw("/></clipPath>\n");
  }
  const PixelBox box = BoxOf(mark);
  const Point2 place = sheets.at(mark.table->version).places.at(box);
  out.Raw("<g");
  if (radius > 0) out.Attribute("clip-path", "url(#" + clip + ")");
  if (mark.opacity < 1) out.Attribute("opacity", mark.opacity);
  if (mark.saturation < 1) {
    out.Attribute("filter",
                  "url(#meander-grey-" + std::to_string(Hundredths(mark.saturation)) + ")");
  }
  out.Raw("><svg preserveAspectRatio=\"none\"");
  frame();
  out.Raw(" viewBox=\"").Point(place).Raw(" ").Number(static_cast<float>(box.width())).Raw(" ");
  out.Number(static_cast<float>(box.height())).Raw("\"><use href=\"#meander-picture-");
  out.Raw(std::to_string(mark.table->version)).Raw("\"/></svg></g>\n");
}

void PutOutline(const AreaMark& area, const SvgChart& chart, SvgText& out) {
  out.Raw(" d=\"");
  const auto put = [&](const std::vector<Point2>& loop) {
    if (loop.size() < 3) return;
    out.Raw("M").Point(chart.Place(loop[0]));
    for (size_t i = 1; i < loop.size(); ++i) out.Raw("L").Point(chart.Place(loop[i]));
    out.Raw("Z");
  };
  put(area.outline);
  for (const auto& hole : area.holes) put(hole);
  out.Raw("\"/>\n");
}

}  // namespace

void WriteSvgPictures(std::span<const PictureMark> marks, const SvgChart& chart, SvgText& out) {
  Sheets sheets;
  for (const PictureMark& mark : marks) {
    if (!IsShown(mark)) continue;
    Sheet& sheet = sheets[mark.table->version];
    sheet.table = mark.table.get();
    sheet.places.try_emplace(BoxOf(mark));
  }
  if (sheets.empty()) return;
  PutDefinitions(marks, sheets, out);
  for (size_t i = 0; i < marks.size(); ++i) {
    if (IsShown(marks[i])) PutPicture(marks[i], i, sheets, chart, out);
  }
}

void WriteSvgAreas(std::span<const AreaMark> areas, const SvgChart& chart, SvgText& out) {
  for (const AreaMark& area : areas) {
    if (area.outline.size() < 3) continue;
    if (area.fill.opacity > 0) {
      out.Raw("<path fill-rule=\"evenodd\" style=\"mix-blend-mode:multiply\"");
      PutOutline(area, chart, out.Color("fill", area.fill));
    }
    if (!(area.coast_px > 0)) continue;
    const auto around = [&](float width, PackedColor color) {
      out.Raw("<path fill=\"none\" stroke-linejoin=\"round\"").Attribute("stroke-width", width);
      PutOutline(area, chart, out.Color("stroke", color));
    };
    if (area.casing_px > 0) {
      around(area.coast_px + area.casing_px, SvgCasing(out.theme(), area.coast.opacity));
    }
    around(area.coast_px, ColorOf(area.coast, out.theme()));
  }
}

}  // namespace meander
