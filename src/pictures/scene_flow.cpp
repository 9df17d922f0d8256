// Groups of two layers as a flow: from an earlier layer's, through those that are looked at, to the
// names that they speak for. Bands are as wide as what passes; what speaks against is hatched.
// Beside it the photo twice: the land of either layer's groups, lit with the bands.
#include <algorithm>
#include <cmath>

#include "canvas/fill.h"
#include "canvas/stage_parts.h"
#include "canvas/text_metrics.h"
#include "canvas/words.h"
#include "pictures/flow_plan.h"
#include "pictures/icons.h"
#include "pictures/scene.h"
#include "pictures/sentences.h"
#include "pictures/wishes.h"

namespace meander {
namespace {

using Kind = PictureTarget::Kind;

constexpr float kStrandGap_px = 1.5f;

uint32_t ItemOfGroup(bool is_earlier, size_t index) {
  return ItemOf({is_earlier ? Kind::kSource : Kind::kGroup, 0, static_cast<uint16_t>(index)});
}

// A band from node to node, with an ink edge where it is lit by itself.
void DrawBand(PictureBrush& brush, const FlowPlan& plan, int layer, float from_across,
              float to_across, float width, float value, float light, uint32_t item) {
  if (width < 0.4f) return;
  const Point2 from = plan.At(plan.along[layer] + kNode_px, from_across),
               to = plan.At(plan.along[layer + 1], to_across);
  if (light >= kLit && width > 3) {
    brush.Ribbon(from, to, width + 1.6f, {Token::kInk, kLit}, !plan.is_down, false);
    // Between hatching the paper is to be seen, not the edge's ink.
    if (value < 0) {
      brush.Ribbon(from, to, width - kStrandGap_px, {Token::kPaper, 1}, !plan.is_down, false);
    }
  }
  // Hatching is thin: it is drawn more strongly.
  const float opacity = value < 0 ? std::min(light * 1.4f, 1.f) : light;
  brush
      .Ribbon(from, to, std::max(width - kStrandGap_px, 0.7f), brush.SignPaint(value, opacity),
              !plan.is_down, value < 0)
      .item = item;
}

void DrawBands(PictureBrush& brush, const PicturesGroupAnswer& flow, const FlowPlan& plan,
               const FlowLight& light) {
  std::vector<float> out = plan.from_start, in = plan.to_start;
  // Faint ones first, so that what is lit lies over them.
  for (const bool draws_lit : {false, true}) {
    out = plan.from_start;
    in = plan.to_start;
    for (size_t f = 0; f < flow.from.size(); ++f) {
      for (size_t t = 0; t < flow.groups.size(); ++t) {
        const float value = StrandOf(flow, f, t), width = std::fabs(value) * plan.scale;
        const float how = light.OfStrand(f, t);
        if ((how >= kLit) == draws_lit) {
          DrawBand(brush, plan, 0, out[f] + width / 2, in[t] + width / 2, width, value, how,
                   ItemOfGroup(true, f));
        }
        out[f] += width;
        in[t] += width;
      }
    }
  }
  float plus = plan.plus_start, minus = plan.minus_start;
  for (size_t t = 0; t < flow.groups.size(); ++t) {
    const float value = flow.groups[t].share, width = std::fabs(value) * plan.scale;
    float& end = value < 0 ? minus : plus;
    DrawBand(brush, plan, 1, plan.to_start[t] + plan.to_size[t] / 2, end + width / 2, width, value,
             light.OfShare(t), ItemOfGroup(false, t));
    end += width;
  }
}

void DrawNodes(PictureBrush& brush, const FlowPlan& plan, const FlowLight& light) {
  const auto clarity = [&](bool is_earlier, size_t index) {
    if (light.IsHidden(is_earlier, index)) return 0.2f;
    return 0.35f + 0.65f * light.OfLand(is_earlier, index);
  };
  for (size_t f = 0; f < plan.from_start.size(); ++f) {
    brush.Box(plan.Node(0, plan.from_start[f], plan.from_size[f]), {Token::kInk2, clarity(true, f)})
        .item = ItemOfGroup(true, f);
  }
  for (size_t t = 0; t < plan.to_start.size(); ++t) {
    brush
        .Box(plan.Node(1, plan.to_start[t], plan.to_size[t]),
             brush.GroupPaint(t, clarity(false, t)))
        .item = ItemOfGroup(false, t);
  }
  if (plan.plus > 0) {
    brush.Box(plan.Node(2, plan.plus_start, plan.plus * plan.scale), brush.SignPaint(1, 1));
  }
  if (plan.minus > 0) {
    brush.Box(plan.Node(2, plan.minus_start, plan.minus * plan.scale), brush.SignPaint(-1, 1),
              true);
  }
}

// The strongest channels of a group by what they are grown to, as many as are here.
void DrawChannelIcons(PictureBrush& brush, Point2 at, bool is_left_of, int layer,
                      const PictureGroup& group, float side) {
  int shown = 0;
  for (const PictureChannel& channel : group.channels) {
    if (shown == 3 || !IconOf(brush.state, layer, channel.channel)) continue;
    const float x = is_left_of ? at.x - (side + 3) * static_cast<float>(shown + 1) + 3
                               : at.x + (side + 3) * static_cast<float>(shown);
    brush.Icon(BoxAt({x, at.y - side / 2}, side), layer, channel.channel, 1, 3);
    ++shown;
  }
}

void DrawNamesBeside(PictureBrush& brush, const PicturesGroupAnswer& flow, const FlowPlan& plan,
                     const FlowLight& light) {
  const PicturesState& state = brush.state;
  const float room = plan.high - plan.low;
  const auto label_group = [&](bool is_earlier, size_t index, const PictureGroup& group,
                               float middle, float slot) {
    const bool is_faint = light.chosen() && light.OfLand(is_earlier, index) < 0.5f;
    const Paint ink{is_faint ? Token::kInk3 : Token::kInk, 1};
    const std::string name = is_earlier ? SourceName(state, index) : GroupName(state, index);
    const LabelPlace place = is_earlier ? LabelPlace::kLeft : LabelPlace::kRight;
    const float x = is_earlier ? plan.along[0] - 10 : plan.along[1] + kNode_px + 10;
    const float wide = is_earlier ? x - plan.area.low.x : plan.along[2] - x - 12;
    const bool has_icons = slot >= 76, has_value = slot >= 34;
    const float y = middle - (has_icons ? 20.f : has_value ? 8.f : 0.f);
    LabelMark& label = brush.Label({x, y}, FitText(Face::kRegionItalic, 14.5f, name, wide),
                                   Face::kRegionItalic, 14.5f, ink, place);
    const float halo_px = is_earlier ? 0.f : 3.4f;
    label.halo_px = halo_px;
    label.item = ItemOfGroup(is_earlier, index);
    if (!has_value) return;
    // The next label may move the one before.
    LabelMark& value = brush.Label({x, y + 17}, Signed(group.share), Face::kUiBold, 12, ink, place);
    value.halo_px = halo_px;
    if (has_icons) {
      DrawChannelIcons(brush, {x, y + 41}, is_earlier,
                       is_earlier ? *FlowsFrom(state.look) : state.look.layer, group, 24);
    }
  };
  for (size_t f = 0; f < flow.from.size(); ++f) {
    label_group(true, f, flow.from[f], plan.from_start[f] + plan.from_size[f] / 2,
                room / static_cast<float>(flow.from.size()));
  }
  for (size_t t = 0; t < flow.groups.size(); ++t) {
    label_group(false, t, flow.groups[t], plan.to_start[t] + plan.to_size[t] / 2,
                room / static_cast<float>(flow.groups.size()));
  }
}

// Down a narrow stage only the path that is spoken of has names: there is no room for more.
void DrawNamesOnPath(PictureBrush& brush, const PicturesGroupAnswer& flow, const FlowPlan& plan,
                     const FlowLight& light) {
  const std::optional<ChosenGroup>& chosen = light.chosen();
  const int index = chosen ? static_cast<int>(chosen->index) : -1;
  const Strand path = StrongestStrand(flow, chosen && chosen->is_earlier ? index : -1,
                                      chosen && !chosen->is_earlier ? index : -1);
  const auto put = [&](bool is_earlier, size_t group, float middle, float y, float share) {
    const std::string name =
        is_earlier ? SourceName(brush.state, group) : GroupName(brush.state, group);
    const std::string text = name + "  " + Signed(share);
    const float half = TextWidth(Face::kRegionItalic, 14, text) / 2;
    const float x = std::clamp(middle, plan.area.low.x + half,
                               std::max(plan.area.high.x - half, plan.area.low.x + half));
    LabelMark& label =
        brush.Label({x, y}, text, Face::kRegionItalic, 14, {Token::kInk, 1}, LabelPlace::kCentered);
    label.halo_px = 3.4f;
    label.item = ItemOfGroup(is_earlier, group);
  };
  put(true, path.from, plan.from_start[path.from] + plan.from_size[path.from] / 2,
      plan.along[0] - 13, flow.from[path.from].share);
  put(false, path.to, plan.to_start[path.to] + plan.to_size[path.to] / 2,
      plan.along[1] + kNode_px + 13, flow.groups[path.to].share);
}

// What the bands end in: the name that is asked about, and the other, or what speaks against it.
void DrawKinds(PictureBrush& brush, const FlowPlan& plan) {
  const ClassNames names = NamesAsked(brush.state);
  const auto put = [&](const std::string& name, float value, float start, Token token) {
    if (std::fabs(value) < 0.005f) return;
    const float middle = start + std::fabs(value) * plan.scale / 2;
    const float across = plan.along[2] + kNode_px + (plan.is_down ? 14.f : 8.f);
    if (plan.is_down) {
      const std::string text = FitText(Face::kUiBold, 12.5f, name, plan.area.width() * 0.46f);
      const float half =
          std::max(TextWidth(Face::kUiBold, 12.5f, text), TextWidth(Face::kUi, 12, "+0.00")) / 2;
      const float x = std::clamp(middle, plan.area.low.x + half,
                                 std::max(plan.area.high.x - half, plan.area.low.x + half));
      brush.Label({x, across}, text, Face::kUiBold, 12.5f, {token, 1});
      brush.Label({x, across + 16}, Signed(value), Face::kUi, 12, {Token::kInk, 1});
      return;
    }
    const float wide = plan.area.high.x - across;
    const int lines =
        brush.Paragraph({across, middle - 14}, name, Face::kUiBold, 12.5f, 15, wide, {token, 1});
    brush.Label({across, middle - 12 + 15 * static_cast<float>(lines)}, Signed(value), Face::kUi,
                12.5f, {Token::kInk, 1}, LabelPlace::kRight);
  };
  put(names.a, plan.plus, plan.plus_start, Token::kInk);
  put(names.b.empty() ? std::string(words::kPicturesFlowAgainst) : names.b, -plan.minus,
      plan.minus_start, Token::kMinus);
}

void DrawFlowTitles(PictureBrush& brush, const PicturesGroupAnswer& flow, const FlowPlan& plan,
                    const FlowLight& light) {
  const PicturesState& state = brush.state;
  const auto title = [](int layer, size_t count) {
    return Fill(words::kPicturesFlowColumn,
                {{"layer", LayerTitle(layer)}, {"count", CountInWords(count)}});
  };
  const std::string from = title(*FlowsFrom(state.look), flow.from.size()),
                    to = title(state.look.layer, flow.groups.size());
  const Rect& area = plan.area;
  const Paint ink{Token::kInk, 1};
  if (plan.is_down) {
    brush.Label({area.low.x, area.low.y + 8}, FitText(Face::kUiBold, 13, from, area.width()),
                Face::kUiBold, 13, ink, LabelPlace::kRight);
    brush
        .Label({area.low.x, plan.along[1] - 12}, FitText(Face::kUiBold, 13, to, area.width()),
               Face::kUiBold, 13, ink, LabelPlace::kRight)
        .halo_px = 3.4f;
  } else {
    const float y = area.low.y + 10, middle = plan.along[1] - 10;
    brush.Label({area.low.x, y}, FitText(Face::kUiBold, 13, from, middle - area.low.x - 12),
                Face::kUiBold, 13, ink, LabelPlace::kRight);
    const std::string kinds(NamesAsked(state).b.empty() ? words::kPicturesFlowKind
                                                        : words::kPicturesFlowKinds);
    const float right = TextWidth(Face::kUiBold, 13, kinds);
    brush.Label({middle, y}, FitText(Face::kUiBold, 13, to, area.high.x - right - 14 - middle),
                Face::kUiBold, 13, ink, LabelPlace::kRight);
    brush.Label({area.high.x, y}, kinds, Face::kUiBold, 13, ink, LabelPlace::kLeft);
  }
  std::string rest = FlowRestSays(flow);
  if (const std::optional<ChosenGroup> hidden = light.hidden()) {
    rest = Fill(
        words::kPicturesFlowWithout,
        {{"after", Plainly(flow.value - hidden->group->without)}, {"before", Plainly(flow.value)}});
  }
  brush.Label({area.high.x, area.high.y - 8}, FitText(Face::kUi, 12, rest, area.width()), Face::kUi,
              12, {Token::kInk2, 1}, LabelPlace::kLeft);
}

// The photo with the land of one layer's groups; its places can be pointed at.
void DrawFlowPhoto(PictureBrush& brush, const Rect& photo, int layer, bool is_earlier,
                   const std::vector<PictureGroup>& groups, const FlowLight& light) {
  const PicturesState& state = brush.state;
  const int side = kPictureLayers[static_cast<size_t>(layer)].told_side;
  brush.Heading(photo, LayerTitle(layer), words::kPicturesStageWhere);
  GroupsOnPhoto told{&groups, side, is_earlier, {}, -1};
  for (size_t g = 0; g < groups.size(); ++g) told.clarity.push_back(light.OfLand(is_earlier, g));
  const std::optional<ChosenGroup> pinned = ChosenGroupOf(state, state.pinned);
  if (pinned && pinned->is_earlier == is_earlier) told.cut = static_cast<int>(pinned->index);
  DrawLand(brush, photo, told);
  brush.PlaceItems(photo, static_cast<uint8_t>(layer));
  if (state.pointed().kind == Kind::kPlace) {
    brush.PlaceFrame(PlaceBox(photo, side, PlaceShown(state, layer)));
  }
}

}  // namespace

void DrawPictureFlow(PictureBrush& brush, Rect area) {
  const PicturesGroupAnswer& flow = *FlowSeen(brush.state);
  const FlowLight light(brush.state, flow);
  constexpr float kHead = 24, kBetween = 14;
  const bool is_down = brush.frame.is_narrow();
  // Two photos: above one another at the left, side by side over a flow that goes down.
  const float side =
      std::max(is_down ? std::min((area.width() - 12) / 2, area.height() * 0.33f)
                       : std::min((area.height() - 2 * kHead - kBetween) / 2, area.width() * 0.32f),
               30.f);
  const Rect first = BoxAt({area.low.x, area.low.y + kHead}, side);
  const Rect second = is_down ? BoxAt({area.high.x - side, first.low.y}, side)
                              : BoxAt({area.low.x, first.high.y + kBetween + kHead}, side);
  DrawFlowPhoto(brush, first, *FlowsFrom(brush.state.look), true, flow.from, light);
  DrawFlowPhoto(brush, second, brush.state.look.layer, false, flow.groups, light);
  Rect rest{{first.high.x + 30, area.low.y}, area.high};
  if (is_down) rest = {{area.low.x, first.high.y + 14}, area.high};
  if (rest.width() < 200 || rest.height() < 170) return;
  const FlowPlan plan = FlowPlanOf(flow, rest, is_down);
  DrawBands(brush, flow, plan, light);
  DrawNodes(brush, plan, light);
  if (is_down) {
    DrawNamesOnPath(brush, flow, plan, light);
  } else {
    DrawNamesBeside(brush, flow, plan, light);
  }
  DrawKinds(brush, plan);
  DrawFlowTitles(brush, flow, plan, light);
}

}  // namespace meander
