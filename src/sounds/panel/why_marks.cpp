// See why_marks.h.
#include "sounds/panel/why_marks.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "canvas/fill.h"
#include "canvas/text_metrics.h"
#include "canvas/theme.h"
#include "canvas/words.h"
#include "sounds/panel/waveform.h"
#include "sounds/sound_facts.h"

namespace meander {
namespace {

constexpr float kQuiet = 0.3f;  // of what is not pointed at
constexpr int kBridged = 4;     // hundredths: less is not drawn as a bridge
constexpr float kLongestBar_px = 38;
constexpr int kStrokesUnder = 72;

class Drawer {
 public:
  Drawer(const SoundsState& state, const WhyPlaces& places) : state_(state), places_(places) {}
  WhyMarks Take() { return std::move(marks_); }

  void Draw() {
    Title();
    for (size_t side = 0; side < 2; ++side) {
      Head(side);
      Picture(side);
      const Rect wave = places_.WaveBox(side);
      if (wave.height() > 0 && state_.why.items[side] != kNoItem) {
        AddWaveform(state_, state_.why.items[side], wave, kStrokesUnder, {Token::kInk2, 1},
                    marks_.figure);
      }
    }
    Axis();
    for (const WhyPart& part : state_.why.parts) {
      if (part.is_band() && std::abs(part.hundredths) >= kBridged) Bridge(part);
    }
    places_.is_stacked ? SumRows() : SumColumns();
    Playhead();
  }

 private:
  void Text(Point2 at, std::string_view text, TextStyle style, Paint paint, float width,
            float align = 0) {
    const std::string shown = FitText(style.face, style.size_px, text, width);
    const float slack = width - TextWidth(style.face, style.size_px, shown);
    marks_.figure.texts.push_back(
        {{at.x + std::max(0.f, slack) * align, at.y}, shown, style.face, style.size_px, paint});
  }
  void Box(const Rect& in_px, Paint paint, float radius = 0) {
    marks_.figure.rects.push_back({in_px, radius, paint});
  }
  void Rule(Point2 from, Point2 to, Paint paint, float width) {
    marks_.figure.lines.push_back({from, (from + to) * 0.5f, to, width, paint});
  }
  float StrengthOf(const WhyPart& part) const {
    const int pointed = state_.why.part;
    if (pointed < 0) return 1;
    return state_.why.parts[static_cast<size_t>(pointed)].kind == part.kind ? 1 : kQuiet;
  }

  void Title() {
    const Rect& card = places_.card_px;
    const TextStyle style{Face::kWordMedium, 17.5f};
    const std::string question(words::kSoundsWhy);
    const float x = card.low.x + 20, y = card.low.y + 30;
    Text({x, y}, question, {Face::kRegionItalic, 17.5f}, {Token::kInk, 1}, 200);
    const float begin = x + TextWidth(Face::kRegionItalic, 17.5f, question) + 8;
    const float end = places_.is_stacked ? card.high.x - 48 : card.high.x - 148;
    const std::string sentence = WhySentence(state_);
    if (!places_.is_stacked) {
      Text({begin, y}, sentence, style, {Token::kInk, 1}, end - begin);
      return;
    }
    float line_y = y + 20;
    for (const std::string& line :
         BrokenLines(Face::kWordMedium, 14.5f, sentence, card.width() - 40)) {
      Text({x, line_y}, line, {Face::kWordMedium, 14.5f}, {Token::kInk, 1}, card.width() - 40);
      line_y += 18;
    }
  }

  void Head(size_t side) {
    const uint32_t item = state_.why.items[side];
    if (item == kNoItem) return;  // still to be found
    const Rect& head = places_.heads_px[side];
    const float y = (head.low.y + head.high.y) / 2 + 5.5f, x = head.low.x + 39;
    const std::string name = FitText(kCardTitleText.face, kCardTitleText.size_px,
                                     NameOf(state_, item), head.width() - 39);
    Text({x, y}, name, kCardTitleText, {Token::kInk, 1}, head.width() - 39);
    const float after = x + TextWidth(kCardTitleText.face, kCardTitleText.size_px, name) + 9;
    if (after + 60 > head.high.x) return;
    const std::string licence = item >= state_.map.count()
                                    ? std::string(words::kSoundsOwnLicence)
                                    : std::string(NameOf(state_.map.ClipOf(item).licence));
    const std::string facts =
        Fill(words::kSoundsWhyFacts,
             {{"seconds", TwoDecimals(static_cast<float>(LengthOf_s(state_, item)))},
              {"licence", licence}});
    Text({after, y}, facts, kSmallText, {Token::kInk2, 1}, head.high.x - after);
  }

  // Places of one shade that lie beside each other are one rectangle.
  void Picture(size_t side) {
    const Rect& box = places_.pictures_px[side];
    Box(box, {Token::kLand1, 1}, 6);
    const WhyShades& shades = state_.why.shades[side];
    if (shades.empty()) {
      Text({box.low.x + 12, box.low.y + 20}, words::kSoundsFetching, kSmallText, {Token::kInk2, 1},
           box.width() - 24);
      return;
    }
    const int pointed = state_.why.part;
    const WhyPart* band = pointed < 0 ? nullptr : &state_.why.parts[static_cast<size_t>(pointed)];
    for (int row = 0; row < kWhyRows; ++row) {
      const float high = box.high.y - box.height() * static_cast<float>(row) / kWhyRows;
      const float low = box.high.y - box.height() * static_cast<float>(row + 1) / kWhyRows;
      const float share = (static_cast<float>(row) + 0.5f) / kWhyRows;
      const bool is_quiet =
          band != nullptr && band->is_band() &&
          (share < HeightOfPitch(band->low_hz()) || share > HeightOfPitch(band->high_hz()));
      int column = 0;
      while (column < kWhyColumns) {
        const uint8_t shade = shades[static_cast<size_t>(row * kWhyColumns + column)];
        int end = column + 1;
        while (end < kWhyColumns && shades[static_cast<size_t>(row * kWhyColumns + end)] == shade) {
          ++end;
        }
        if (shade > 0) {
          const auto x = [&](int at) {
            return box.low.x + box.width() * static_cast<float>(at) / kWhyColumns;
          };
          const float strength = static_cast<float>(shade) / kWhyShades;
          Box({{x(column), low}, {x(end), high}},
              {Token::kInk, 0.9f * std::pow(strength, 1.4f) * (is_quiet ? kQuiet : 1)});
        }
        column = end;
      }
    }
  }

  void Axis() {
    const bool is_small = places_.is_stacked;
    for (size_t side = 0; side < (is_small ? 2u : 1u); ++side) {
      const Rect& box = places_.pictures_px[side];
      for (const int hz : {125, 500, 2000, 8000}) {
        const float y = box.high.y - box.height() * HeightOfPitch(static_cast<float>(hz));
        Rule({box.low.x - 6, y}, {box.low.x - 1, y}, {Token::kEdge, 1}, 1);
        const float size = is_small ? 10.5f : 12.f;
        Text({places_.card_px.low.x + 4, y + 4}, WithCommas(static_cast<uint64_t>(hz)),
             {Face::kUi, size}, {Token::kInk2, 1}, box.low.x - 13 - places_.card_px.low.x, 1);
      }
    }
    if (is_small) return;
    const Rect& box = places_.pictures_px[0];
    float y = box.high.y + 10;
    for (const std::string& line : BrokenLines(Face::kUi, 12, words::kSoundsWhyTimes, 60)) {
      Text({places_.card_px.low.x + 4, y}, line, kSmallText, {Token::kInk2, 1},
           box.low.x - 13 - places_.card_px.low.x, 1);
      y += 14;
    }
  }

  // Two rules across what both share, and a solid bridge with its name; what is different is
  // outlined where there is more of it.
  void Bridge(const WhyPart& part) {
    const float strength = StrengthOf(part);
    const bool is_shared = part.hundredths > 0;
    const Token token = is_shared ? Token::kPlus : Token::kMinus;
    const size_t more = part.left >= part.right ? 0 : 1;
    for (size_t side = 0; side < 2; ++side) {
      if (!is_shared && side != more) continue;
      const Rect band = places_.BandBox(part, side);
      if (is_shared) Box(band, {token, 0.1f * strength});
      Rule(band.low, {band.high.x, band.low.y}, {token, strength}, 1.6f);
      Rule({band.low.x, band.high.y}, band.high, {token, strength}, 1.6f);
      if (is_shared) continue;
      Rule(band.low, {band.low.x, band.high.y}, {token, strength}, 1.6f);
      Rule({band.high.x, band.low.y}, band.high, {token, strength}, 1.6f);
    }
    const Rect band = places_.BandBox(part, places_.is_stacked && !is_shared ? more : 0);
    Rect bridge{{places_.bridges_px.low.x, band.low.y}, {places_.bridges_px.high.x, band.high.y}};
    Paint letters{Token::kRaised, 1};
    if (is_shared && strength == 1 && !IsAbsence(part)) {
      Box(bridge, {token, 0.85f});
    } else if (is_shared) {
      Box(bridge, {token, 0.2f});
      letters = {token, std::max(strength, 0.75f)};
    } else {
      letters = {token, strength};
      Rect stub = bridge;
      (more == 0 ? stub.high.x : stub.low.x) =
          more == 0 || places_.is_stacked ? stub.low.x + 14 : stub.high.x - 14;
      if (places_.is_stacked) stub = {{bridge.low.x, stub.low.y}, {bridge.low.x + 8, stub.high.y}};
      marks_.hatched.push_back(stub);
      (more == 0 || places_.is_stacked ? bridge.low.x : bridge.high.x) =
          more == 0 || places_.is_stacked ? stub.high.x : stub.low.x;
    }
    Label(part, bridge, letters);
  }

  void Label(const WhyPart& part, const Rect& in_px, Paint paint) {
    const std::string amount = AmountInWords(part.hundredths);
    const float middle = (in_px.low.y + in_px.high.y) / 2, width = in_px.width() - 6;
    const float x = in_px.low.x + 3;
    if (in_px.height() >= 30) {
      const std::string name = LabelOfWhy(part);
      const float size = TextWidth(Face::kUiBold, 12, name) <= width ? 12.f : 10.5f;
      Text({x, middle - 3}, name, {Face::kUiBold, size}, paint, width, 0.5f);
      Text({x, middle + 12}, amount, {Face::kUi, 12}, paint, width, 0.5f);
    } else if (in_px.height() >= 11) {
      const float size = in_px.height() < 15 ? 10.f : 11.f;
      const std::string whole = LabelOfWhy(part) + " " + amount;
      const bool has_room = TextWidth(Face::kUi, size, whole) <= width;
      Text({x, middle + size * 0.36f},
           has_room ? whole : std::string(NameOfWhy(part)) + " " + amount, {Face::kUi, size}, paint,
           width, 0.5f);
    }
  }

  void Bar(const WhyPart& part, Point2 zero, float longest) {
    const float length = static_cast<float>(std::abs(part.hundredths)) * longest / Largest();
    const float strength = StrengthOf(part);
    if (part.hundredths >= 0) {
      Box({zero - Point2{0, 4.5f}, zero + Point2{length, 4.5f}}, {Token::kPlus, strength});
    } else {
      marks_.hatched.push_back({zero - Point2{length, 4.5f}, zero + Point2{0, 4.5f}});
    }
    Rule(zero - Point2{0, 9}, zero + Point2{0, 9}, {Token::kEdge, 1}, 1);
  }
  float Largest() const {
    int largest = 1;
    for (const WhyPart& part : state_.why.parts) {
      largest = std::max(largest, std::abs(part.hundredths));
    }
    return static_cast<float>(largest);
  }

  void SumColumns() {
    const Rect& card = places_.card_px;
    Rule({card.low.x + 20, places_.sums_px}, {card.high.x - 20, places_.sums_px}, {Token::kRule, 1},
         1);
    const std::vector<WhyPart>& parts = state_.why.parts;
    std::vector<float> widths;
    float all = 0;
    for (const WhyPart& part : parts) {
      widths.push_back(std::max(TextWidth(Face::kUi, 12.5f, NameOfWhy(part)), kLongestBar_px + 42));
      all += widths.back();
    }
    const float gaps = static_cast<float>(std::max<size_t>(parts.size(), 2) - 1);
    const float gap = std::clamp((card.width() - 40 - 118 - all) / gaps, 2.f, 26.f);
    float x = card.low.x + 20;
    for (size_t i = 0; i < parts.size(); ++i) {
      const float strength = StrengthOf(parts[i]);
      Text({x, places_.sums_px + 22}, NameOfWhy(parts[i]), {Face::kUi, 12.5f},
           {Token::kInk, std::max(strength, 0.5f)}, widths[i] + gap);
      const float zero = parts[i].hundredths >= 0 ? x : x + kLongestBar_px;
      Bar(parts[i], {zero, places_.sums_px + 37}, kLongestBar_px);
      const float length = parts[i].hundredths < 0 ? kLongestBar_px
                                                   : static_cast<float>(parts[i].hundredths) *
                                                         kLongestBar_px / Largest();
      Text({x + length + 6, places_.sums_px + 41}, AmountInWords(parts[i].hundredths), kSmallText,
           {Token::kInk2, std::max(strength, 0.5f)}, 42);
      x += widths[i] + gap;
    }
    Text({card.low.x + 20, places_.sums_px + 70}, WhySum(state_), kSmallText, {Token::kInk2, 1},
         card.width() - 170);
  }

  void SumRows() {
    const Rect& card = places_.card_px;
    const float left = card.low.x + 20, number_x = card.high.x - 56;
    const float zero = left + 190, longest = number_x - zero - 8;
    float y = places_.sums_px + 8;
    for (const WhyPart& part : state_.why.parts) {
      Text({left, y + 4}, LabelOfWhy(part), {Face::kUi, 12.5f}, {Token::kInk, 1}, 150);
      Bar(part, {zero, y}, part.hundredths < 0 ? std::min(longest, 34.f) : longest);
      Text({number_x, y + 4}, AmountInWords(part.hundredths), kSmallText, {Token::kInk2, 1}, 42, 1);
      y += kWhyRow_px;
    }
    for (const std::string& line : BrokenLines(Face::kUi, 12, WhySum(state_), card.width() - 40)) {
      Text({left, y + 8}, line, kSmallText, {Token::kInk2, 1}, card.width() - 40);
      y += 16;
    }
  }

  void Playhead() {
    const auto playhead = WhyPlayhead(state_);
    if (!playhead) return;
    const Rect& box = places_.pictures_px[static_cast<size_t>(playhead->first)];
    const float x = box.low.x + box.width() * playhead->second;
    const Rect wave = places_.WaveBox(static_cast<size_t>(playhead->first));
    const float y = wave.height() > 0 ? (wave.low.y + wave.high.y) / 2 : box.high.y + 8;
    Rule({x, box.low.y}, {x, y}, {Token::kAccent, 1}, 2);
    marks_.figure.dots.push_back({{x, y}, 5, {Token::kAccent, 1}, {}, 0});
  }

  const SoundsState& state_;
  const WhyPlaces& places_;
  WhyMarks marks_;
};

}  // namespace

WhyMarks MarksOfWhy(const SoundsState& state, const WhyPlaces& places, float pixel_ratio) {
  Drawer drawer(state, places);
  drawer.Draw();
  WhyMarks marks = drawer.Take();
  marks.figure.pixel_ratio = pixel_ratio;
  return marks;
}

}  // namespace meander
