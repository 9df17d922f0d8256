// See ink_pictures.h.
#include "drawings/ink_pictures.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "drawings/wishes.h"

namespace meander {
namespace {

constexpr int kSide = 72;  // twice as many as are seen of it
constexpr float kMargin = 9, kHalfWidth = 2.6f;
// A drawing that is hardly more than a dot is not made as large as one.
constexpr int kLeastExtent = kSheetSide / 6;

using Colour = std::array<uint8_t, 3>;
// A picture does not know on which paper it lies: these read on light and dark alike, and what
// stands back is half of that paper.
constexpr Colour kInk = {0x6C, 0x7A, 0x7E}, kOne = {0x14, 0x96, 0x8B};
constexpr float kBack = 0.5f;

// How much of each pixel a stroke covers.
using Cover = std::vector<float>;

struct InkFrame {
  float middle_x = 0, middle_y = 0, scale = 1;
  Point2 At(InkPoint point) const {
    return {kSide / 2.f + (static_cast<float>(point.x) - middle_x) * scale,
            kSide / 2.f + (static_cast<float>(point.y) - middle_y) * scale};
  }
};

InkFrame FrameOf(const Ink& ink) {
  const auto [least_x, least_y, most_x, most_y] = BoxOfInk(ink);
  const int longer = std::max({most_x - least_x, most_y - least_y, kLeastExtent});
  return {static_cast<float>(least_x + most_x) / 2, static_cast<float>(least_y + most_y) / 2,
          (kSide - 2 * kMargin) / static_cast<float>(longer)};
}

void AddLine(Cover& cover, Point2 from, Point2 to) {
  const auto pixel = [](float at) { return std::clamp(static_cast<int>(at), 0, kSide - 1); };
  const Point2 way = to - from;
  const float length2 = way.x * way.x + way.y * way.y;
  const float reach = kHalfWidth + 1;
  for (int y = pixel(std::min(from.y, to.y) - reach); y <= pixel(std::max(from.y, to.y) + reach);
       ++y) {
    for (int x = pixel(std::min(from.x, to.x) - reach); x <= pixel(std::max(from.x, to.x) + reach);
         ++x) {
      const Point2 at = Point2{static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f} - from;
      const float along =
          length2 > 0 ? std::clamp((at.x * way.x + at.y * way.y) / length2, 0.f, 1.f) : 0;
      const Point2 off = at - way * along;
      const float distance = std::sqrt(off.x * off.x + off.y * off.y);
      float& here = cover[static_cast<size_t>(y) * kSide + static_cast<size_t>(x)];
      here = std::max(here, std::clamp(kHalfWidth + 0.5f - distance, 0.f, 1.f));
    }
  }
}

void AddStroke(Cover& cover, const InkFrame& frame, const InkStroke& stroke) {
  for (size_t i = 0; i < stroke.size(); ++i) {
    AddLine(cover, frame.At(stroke[i == 0 ? 0 : i - 1]), frame.At(stroke[i]));
  }
}

// `over` lies on `under`.
ShowPictureEffect Picture(std::string name, const Cover& under, Colour under_colour,
                          const Cover& over, Colour over_colour) {
  ShowPictureEffect show{std::move(name), kSide, {}};
  show.rgba.reserve(size_t{4} * kSide * kSide);
  for (size_t i = 0; i < under.size(); ++i) {
    const float below = under[i] * (1 - over[i]), alpha = over[i] + below;
    for (size_t c = 0; c < 3; ++c) {
      const float mixed =
          alpha > 0 ? (over_colour[c] * over[i] + under_colour[c] * below) / alpha : 0;
      show.rgba.push_back(static_cast<uint8_t>(std::lround(mixed)));
    }
    show.rgba.push_back(static_cast<uint8_t>(std::lround(255 * alpha)));
  }
  return show;
}

}  // namespace

std::string ExamplePictureName(size_t example) { return "example-" + std::to_string(example); }
std::string StrokePictureName(size_t stroke) { return "stroke-" + std::to_string(stroke); }

PageNode InkPicturePart(std::string name, std::string_view label) {
  PageNode picture = Node(PageKind::kDrawn, "picture", "ink-picture");
  picture.detail = std::move(name);
  picture.label = label;
  return picture;
}

Effects ShowExamples(const std::vector<Ink>& examples) {
  Effects effects;
  const Cover none(size_t{kSide} * kSide, 0.f);
  for (size_t i = 0; i < examples.size(); ++i) {
    Cover all = none;
    const InkFrame frame = FrameOf(examples[i]);
    for (const InkStroke& stroke : examples[i]) AddStroke(all, frame, stroke);
    effects.push_back(Picture(ExamplePictureName(i), none, kInk, all, kInk));
  }
  return effects;
}

Effects ShowStrokes(DrawingsState& state) {
  if (state.pictured == state.ink || StrokesSeen(state) == nullptr) return {};
  state.pictured = state.ink;
  Effects effects;
  const InkFrame frame = FrameOf(state.ink);
  for (size_t one = 0; one < state.ink.size(); ++one) {
    Cover others(size_t{kSide} * kSide, 0.f), its = others;
    for (size_t i = 0; i < state.ink.size(); ++i) {
      AddStroke(i == one ? its : others, frame, state.ink[i]);
    }
    for (float& cover : others) cover *= kBack;
    effects.push_back(Picture(StrokePictureName(one), others, kInk, its, kOne));
  }
  return effects;
}

}  // namespace meander
