// See postcard.h. Type of the design's §15: nothing under 16 px at 1200 wide, but for the address,
// which nobody reads at half its size.
#include "canvas/postcard.h"

#include <algorithm>
#include <string_view>

#include "canvas/text_metrics.h"

namespace meander {
namespace {

constexpr float kSide_px = 52, kTop_px = 30, kLine_px = 25, kAddressLine_px = 21, kBottom_px = 16;
constexpr float kText_px = 17, kAddress_px = 15;
constexpr size_t kMostTitleLines = 3, kMostAddressLines = 4;

// Broken after any character: an address has no spaces. What does not fit ends in "…": the whole
// one is a link in the SVG and stands among the PNG's words.
std::vector<std::string> BreakAddress(std::string_view address, float size_px, float width_px) {
  std::vector<std::string> lines;
  while (!address.empty()) {
    size_t length = address.size();
    while (length > 1 && TextWidth(Face::kUi, size_px, address.substr(0, length)) > width_px) {
      --length;
    }
    if (lines.size() + 1 == kMostAddressLines && length < address.size()) {
      lines.push_back(std::string(address.substr(0, length - 1)) + "…");
      break;
    }
    lines.emplace_back(address.substr(0, length));
    address.remove_prefix(length);
  }
  return lines;
}

// Titles with dots between them, never broken within one.
std::vector<std::string> SetTitles(const std::vector<std::string>& titles, float size_px,
                                   float width_px) {
  std::vector<std::string> lines;
  for (size_t i = 0; i < titles.size(); ++i) {
    const std::string title = std::to_string(i + 1) + " " + titles[i];
    const std::string longer = lines.empty() ? title : lines.back() + "   ·   " + title;
    if (lines.empty() || TextWidth(Face::kUiBold, size_px, longer) > width_px) {
      if (lines.size() == kMostTitleLines) {
        lines.back() = FitText(Face::kUiBold, size_px, longer + " …", width_px);
        return lines;
      }
      lines.push_back(FitText(Face::kUiBold, size_px, title, width_px));
    } else {
      lines.back() = longer;
    }
  }
  return lines;
}

}  // namespace

std::string AddressWith(const std::string& page_address, const std::string& fragment) {
  const bool is_one = page_address.starts_with("https://") || page_address.starts_with("http://");
  if (!is_one) return {};
  return fragment.empty() ? page_address : page_address + "#" + fragment;
}

void AddFoot(Figure& figure) {
  const float unit = figure.width_px / 1200;
  const float left = kSide_px * unit, width = figure.width_px - 2 * left;
  const auto titles = SetTitles(figure.titles, kText_px * unit, width);
  const auto address = BreakAddress(figure.address, kAddress_px * unit, width);
  if (titles.empty() && address.empty() && figure.credits.empty()) return;
  const float top = figure.height_px;
  float y = top + kTop_px * unit;
  const auto put = [&](const std::string& text, Face face, float size_px, Token token,
                       float line_px) {
    figure.texts.push_back({{left, y}, text, face, size_px * unit, {token, 1}});
    y += line_px * unit;
  };
  for (const std::string& line : titles) {
    put(line, Face::kUiBold, kText_px, Token::kInk, kLine_px);
  }
  if (!figure.credits.empty()) {
    put(FitText(Face::kUi, kText_px * unit, figure.credits, width), Face::kUi, kText_px,
        Token::kInk2, kLine_px);
  }
  for (const std::string& line : address) {
    put(line, Face::kUi, kAddress_px, Token::kInk2, kAddressLine_px);
    figure.texts.back().href = figure.address;
  }
  figure.height_px = y + (kBottom_px - kAddressLine_px / 2) * unit;
  // Under everything that has been set so far.
  figure.rects.insert(
      figure.rects.begin(),
      {RectMark{{{0, top}, {figure.width_px, figure.height_px}}, 0, {Token::kPaper, 1}},
       RectMark{{{0, top}, {figure.width_px, top + unit}}, 0, {Token::kRule, 1}}});
}

}  // namespace meander
