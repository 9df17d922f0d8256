// See page_signs.h.
#include "canvas/page_signs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace meander {
namespace {

void Bar(float value, std::string& out) {
  const float share = value < 0 ? 0 : value > 1 ? 1 : value;
  char text[160];
  std::snprintf(
      text, sizeof(text),
      "<svg viewBox=\"0 0 100 3\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
      "<path class=\"track\" d=\"M0 1.5H100\"/><path class=\"fill\" d=\"M0 1.5H%d\"/></svg>",
      static_cast<int>(share * 100 + 0.5f));
  out += text;
}

// Link weather: an arc 8, 13 or 18 px wide.
void Arc(float value, std::string& out) {
  constexpr float kWidths_px[] = {8, 13, 18};
  const float width = kWidths_px[value < 0.5f ? 0 : value < 1.5f ? 1 : 2];
  const float height = 2 + width * 0.38f;
  char text[200];
  std::snprintf(text, sizeof(text),
                "<svg viewBox=\"0 0 %g %g\" aria-hidden=\"true\" width=\"%g\" height=\"%g\">"
                "<path d=\"M1 %gQ%g %g %g %g\"/></svg>",
                width + 2, height + 2, width + 2, height + 2, height + 1, width / 2 + 1,
                1 - height * 0.9f, width + 1, height + 1);
  out += text;
}

// printf for strings that are known to be short.
template <class... Values>
void Append(std::string& out, const char* format, Values... values) {
  char text[256];
  std::snprintf(text, sizeof(text), format, values...);
  out += text;
}

void Pair(const PageNode& node, std::string& out) {
  const auto length = [](double share) { return std::round(std::clamp(share, 0., 1.) * 58); };
  const double left = length(static_cast<double>(node.value));
  const double right = length(std::atof(node.detail.c_str()));
  out +=
      "<svg viewBox=\"0 0 124 14\" width=\"124\" height=\"14\" aria-hidden=\"true\">"
      "<path class=\"middle\" d=\"M62 0V14\"/>";
  Append(out, "<rect class=\"like-first\" x=\"%g\" y=\"4\" width=\"%g\" height=\"6\"/>", 60 - left,
         left);
  Append(out,
         "<rect class=\"like-last\" x=\"64.75\" y=\"4.75\" width=\"%g\" height=\"4.5\" "
         "rx=\"1\"/></svg>",
         std::max(right - 1.5, 0.5));
}

// Where a mix of three lies in the triangle of the sign.
std::array<double, 2> PlaceOfMix(const char* percents, const char** end) {
  char* after = nullptr;
  const double top = std::strtod(percents, &after);
  const double left = std::strtod(after, &after);
  const double right = std::strtod(after, &after);
  *end = after;
  const double sum = std::max(top + left + right, 1.);
  return {(130 * top + 21 * left + 239 * right) / sum, (10 * top + 186 * left + 186 * right) / sum};
}

void Puck(const PageNode& node, std::string& out) {
  const char* at = node.detail.c_str();
  const auto [x, y] = PlaceOfMix(at, &at);
  out +=
      "<svg viewBox=\"0 0 260 200\" aria-hidden=\"true\">"
      "<path class=\"face\" d=\"M130 10L21 186H239Z\"/><path class=\"grid\" "
      "d=\"M102.8 54H157.2M75.5 98H184.5M48.3 142H211.7M75.5 186L48.3 142M130 186L75.5 98M184.5 "
      "186L102.8 54M184.5 186L211.7 142M130 186L184.5 98M75.5 186L157.2 54\"/>";
  Append(out, "<path class=\"pull\" d=\"M130 10L%.1f %.1fL21 186M%.1f %.1fL239 186\"/>", x, y, x,
         y);
  out +=
      "<circle class=\"corner\" cx=\"130\" cy=\"10\" r=\"4\"/><circle class=\"corner\" cx=\"21\" "
      "cy=\"186\" r=\"4\"/><circle class=\"corner\" cx=\"239\" cy=\"186\" r=\"4\"/>";
  Append(out, "<circle class=\"soft\" cx=\"%.1f\" cy=\"%.1f\" r=\"18\"/>", x, y);
  Append(out, "<circle class=\"knob\" cx=\"%.1f\" cy=\"%.1f\" r=\"10\"/></svg>", x, y);
}

void Scrub(const PageNode& node, std::string& out) {
  const int hops = std::max<int>(node.level, 1);
  const double share = std::clamp(static_cast<double>(node.value) / hops, 0., 1.) * 100;
  out +=
      "<svg width=\"100%\" height=\"24\" aria-hidden=\"true\"><line class=\"way\" x1=\"0\" "
      "x2=\"100%\" y1=\"12\" y2=\"12\"/>";
  Append(out, "<line class=\"walked\" x1=\"0\" x2=\"%.2f%%\" y1=\"12\" y2=\"12\"/>", share);
  for (int stop = 1; stop < hops; ++stop) {
    Append(out, "<circle class=\"stop\" cx=\"%.2f%%\" cy=\"12\" r=\"3\"/>", 100. * stop / hops);
  }
  out +=
      "<circle class=\"start\" cx=\"0\" cy=\"12\" r=\"4.5\"/><circle class=\"end\" "
      "cx=\"100%\" cy=\"12\" r=\"4.5\"/>";
  Append(out, "<circle class=\"knob\" cx=\"%.2f%%\" cy=\"12\" r=\"9.5\"/></svg>", share);
}

// A hop an arc, as wide and as high as it is far; the longest is shaded, the stop where one is
// full.
void Hops(const PageNode& node, std::string& out) {
  constexpr size_t kMost = 24;
  constexpr double kWidth = 116, kBase = 22;
  std::vector<double> hops;
  const char* at = node.detail.c_str();
  for (char* end = nullptr; hops.size() < kMost; at = end) {
    const double hop = std::strtod(at, &end);
    if (end == at) break;
    hops.push_back(std::clamp(hop, 0., 1.));
  }
  double sum = 0;
  for (const double hop : hops) sum += 0.35 + hop;
  const auto longest = std::ranges::max_element(hops);
  out += "<svg viewBox=\"0 0 128 30\" width=\"128\" height=\"30\" aria-hidden=\"true\">";
  std::string stops;
  double x = 6;
  const auto stop = [&](size_t index) {
    const bool is_here = static_cast<double>(index) == static_cast<double>(node.value);
    Append(stops, "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%s\"/>",
           is_here ? "here" : "stop", x, kBase, is_here ? "4.5" : "2.6");
  };
  for (size_t i = 0; i < hops.size(); ++i) {
    stop(i);
    const double next = x + kWidth * (0.35 + hops[i]) / sum;
    const bool is_longest = hops.size() > 1 && hops.begin() + static_cast<long>(i) == longest;
    Append(out, "<path class=\"%s\" d=\"M%.1f %.1fQ%.1f %.1f %.1f %.1f\"/>",
           is_longest ? "line longest" : "line", x, kBase, (x + next) / 2, kBase - 6 - 26 * hops[i],
           next, kBase);
    x = next;
  }
  stop(hops.size());
  out += stops + "</svg>";
}

}  // namespace

bool AppendSign(const PageNode& node, std::string& out) {
  switch (node.kind) {
    case PageKind::kBar:
      Bar(node.value, out);
      return true;
    case PageKind::kArc:
      Arc(node.value, out);
      return true;
    case PageKind::kPair:
      Pair(node, out);
      return true;
    case PageKind::kPuck:
      Puck(node, out);
      return true;
    case PageKind::kScrub:
      Scrub(node, out);
      return true;
    case PageKind::kProfile:
      if (node.style != "hops") return false;
      Hops(node, out);
      return true;
    case PageKind::kSlide:
      return true;
    default:
      return false;
  }
}

}  // namespace meander
