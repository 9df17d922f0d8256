// See pen_drawing.h. Each stroke is one shape with an edge of its own: the rectangles of its
// segments and the corners between them, on every line merged where they overlap.
#include "net/pennet/pen_drawing.h"

#include <algorithm>
#include <cmath>

namespace meander {
namespace {

constexpr double kHalfWidth = 4, kMiterLimit = 10, kMargin = 20;  // pixels; the limit as a canvas'
constexpr int kLines = 8;                                         // a pixel
constexpr int kAllLines = kPenSide * kLines;

struct Span {
  int line = 0;
  double from = 0, to = 0;
};

PenPoint operator+(PenPoint a, PenPoint b) { return {a.x + b.x, a.y + b.y}; }
PenPoint operator-(PenPoint a, PenPoint b) { return {a.x - b.x, a.y - b.y}; }
PenPoint operator*(PenPoint a, double by) { return {a.x * by, a.y * by}; }
double Along(PenPoint a, PenPoint b) { return a.x * b.x + a.y * b.y; }
double Across(PenPoint a, PenPoint b) { return a.x * b.y - a.y * b.x; }

// The lines of a shape without hollows, corners in their order.
void AddConvex(std::span<const PenPoint> corners, std::vector<Span>& spans) {
  const auto [top, bottom] = std::ranges::minmax(corners, {}, &PenPoint::y);
  const int first = std::max(0, static_cast<int>(std::ceil(top.y * kLines - 0.5)));
  const int last = std::min(kAllLines - 1, static_cast<int>(std::floor(bottom.y * kLines - 0.5)));
  for (int line = first; line <= last; ++line) {
    const double y = (line + 0.5) / kLines;
    Span span{line, 2.0 * kPenSide, -1.0 * kPenSide};
    for (size_t i = 0; i < corners.size(); ++i) {
      const PenPoint a = corners[i], b = corners[(i + 1) % corners.size()];
      if (a.y == b.y || y < std::min(a.y, b.y) || y > std::max(a.y, b.y)) continue;
      const double x = a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y));
      span.from = std::min(span.from, x);
      span.to = std::max(span.to, x);
    }
    span.from = std::max(span.from, 0.0);
    span.to = std::min(span.to, double{kPenSide});
    if (span.from < span.to) spans.push_back(span);
  }
}

void AddDot(PenPoint at, std::vector<Span>& spans) {
  for (int line = 0; line < kAllLines; ++line) {
    const double down = (line + 0.5) / kLines - at.y;
    const double square = kHalfWidth * kHalfWidth - down * down;
    if (square <= 0) continue;
    const double half = std::sqrt(square);
    const double from = std::max(at.x - half, 0.0), to = std::min(at.x + half, double{kPenSide});
    if (from < to) spans.push_back({line, from, to});
  }
}

// What a segment arriving along `before` and one leaving along `after` leave open at `at`.
void AddCorner(PenPoint at, PenPoint before, PenPoint after, std::vector<Span>& spans) {
  const double turn = Across(before, after);
  // Without a turn nothing is open, and of a stroke that goes straight back there is no outside.
  if (turn == 0) return;
  const double side = turn > 0 ? kHalfWidth : -kHalfWidth;
  const PenPoint first = PenPoint{before.y, -before.x} * side;
  const PenPoint second = PenPoint{after.y, -after.x} * side;
  const double together = 1 + Along(before, after);  // 2 cos² of half the turn
  if (together * kMiterLimit * kMiterLimit >= 2) {
    const PenPoint tip = (first + second) * (1 / together);
    AddConvex(std::vector<PenPoint>{at, at + first, at + tip, at + second}, spans);
  } else {
    AddConvex(std::vector<PenPoint>{at, at + first, at + second}, spans);
  }
}

std::vector<Span> SpansOf(const PenStroke& stroke, const PenFrame& frame) {
  std::vector<PenPoint> path;
  for (const PenPoint point : stroke) {
    const auto pixel = [&](double value, double centre) {
      return std::floor((value - centre) * frame.scale + kPenSide / 2.0 + 0.5);
    };
    const PenPoint at = {pixel(point.x, frame.centre_x), pixel(point.y, frame.centre_y)};
    if (path.empty() || at.x != path.back().x || at.y != path.back().y) path.push_back(at);
  }
  std::vector<Span> spans;
  if (path.size() == 1) AddDot(path[0], spans);
  PenPoint before;
  for (size_t i = 0; i + 1 < path.size(); ++i) {
    const PenPoint way = path[i + 1] - path[i];
    const PenPoint along = way * (1 / std::sqrt(Along(way, way)));
    const PenPoint across = PenPoint{along.y, -along.x} * kHalfWidth;
    AddConvex(std::vector<PenPoint>{path[i] + across, path[i + 1] + across, path[i + 1] - across,
                                    path[i] - across},
              spans);
    if (i > 0) AddCorner(path[i], before, along, spans);
    before = along;
  }
  std::ranges::sort(spans, [](const Span& a, const Span& b) {
    return a.line != b.line ? a.line < b.line : a.from < b.from;
  });
  return spans;
}

// How much of each pixel is covered, added to `cover`.
void Cover(const Span& span, std::vector<double>& cover) {
  double* const row = &cover[size_t(span.line / kLines) * kPenSide];
  const int last = std::min(static_cast<int>(span.to), kPenSide - 1);
  for (int x = static_cast<int>(span.from); x <= last; ++x) {
    const double from = std::max(span.from, double(x)), to = std::min(span.to, double(x + 1));
    row[x] += (to - from) / kLines;
  }
}

}  // namespace

Result<void> CheckStrokes(std::span<const PenStroke> strokes) {
  if (strokes.size() > kMostStrokes) {
    return Fail(ErrorCode::kInvalidInput, "A drawing has at most 64 strokes.");
  }
  size_t points = 0;
  for (const PenStroke& stroke : strokes) {
    points += stroke.size();
    for (const PenPoint point : stroke) {
      if (!(std::fabs(point.x) <= kFarthestPenPoint && std::fabs(point.y) <= kFarthestPenPoint)) {
        return Fail(ErrorCode::kInvalidInput, "A point of the drawing lies too far away.");
      }
    }
  }
  if (points > kMostPenPoints) {
    return Fail(ErrorCode::kInvalidInput, "A drawing has at most 20,000 points.");
  }
  if (points == 0) return Fail(ErrorCode::kInvalidInput, "There is nothing drawn.");
  return {};
}

PenFrame FrameOfStrokes(std::span<const PenStroke> strokes) {
  PenPoint least{INFINITY, INFINITY}, most{-INFINITY, -INFINITY};
  for (const PenStroke& stroke : strokes) {
    for (const PenPoint point : stroke) {
      least = {std::min(least.x, point.x), std::min(least.y, point.y)};
      most = {std::max(most.x, point.x), std::max(most.y, point.y)};
    }
  }
  if (!(least.x <= most.x)) return {};
  const double width = std::max(most.x - least.x, most.y - least.y);
  return {(least.x + most.x) / 2, (least.y + most.y) / 2,
          width > 1e-6 ? (kPenSide - kMargin) / width : 1};
}

std::vector<float> DrawStrokes(std::span<const PenStroke> strokes, const PenFrame& frame,
                               const std::vector<bool>& left_out) {
  std::vector<double> bytes(kPenPictureSize);
  for (size_t i = 0; i < strokes.size(); ++i) {
    if (!left_out.empty() && left_out[i]) continue;
    const std::vector<Span> spans = SpansOf(strokes[i], frame);
    std::vector<double> cover(kPenPictureSize);
    for (size_t first = 0; first < spans.size();) {
      Span span = spans[first++];
      while (first < spans.size() && spans[first].line == span.line &&
             spans[first].from <= span.to) {
        span.to = std::max(span.to, spans[first++].to);
      }
      Cover(span, cover);
    }
    // White over what is there, in 255 shades after every stroke, as a canvas keeps it.
    for (size_t p = 0; p < kPenPictureSize; ++p) {
      if (cover[p] > 0) {
        bytes[p] = std::floor(bytes[p] + (255 - bytes[p]) * std::min(cover[p], 1.0) + 0.5);
      }
    }
  }
  std::vector<float> picture(kPenPictureSize);
  for (size_t p = 0; p < kPenPictureSize; ++p) picture[p] = static_cast<float>(bytes[p]) / 255.f;
  return picture;
}

}  // namespace meander
