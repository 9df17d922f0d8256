// See figure_bar.h.
#include "canvas/figure_bar.h"

#include <algorithm>
#include <cstdio>

#include "canvas/figure_foot.h"
#include "canvas/fill.h"
#include "canvas/page_parts.h"
#include "canvas/words.h"

namespace meander {
namespace {

// As web/pages/figure.css draws it.
constexpr float kEdge_px = 10, kBar_px = 54, kTwoRows_px = 92;

}  // namespace

PageNode FigureOpenPart(std::string_view room) {
  PageNode open = Node(PageKind::kLink, "open", "button open-button", words::kBarOpen);
  open.href = "./" + std::string(room) + ".html";
  return open;
}

Rect FigureBarBox(const View& view) {
  const float width = view.viewport.width_px, height = view.viewport.height_px;
  const bool has_two_rows = width < kFigureNarrow_px;
  return {{kEdge_px, height - kEdge_px - (has_two_rows ? kTwoRows_px : kBar_px)},
          {width - kEdge_px, height - kEdge_px}};
}

PageNode FigureBarPart(const View& view, FigureSays says) {
  if (!view.figure_title.empty()) says.title = view.figure_title;
  PageNode bar =
      Group("bar", says.middle.empty() ? "figure-bar" : "figure-bar with-middle", "group");
  bar.label = Fill(words::kFigureLabel, {{"title", says.title}});
  if (!says.play_action.empty()) {
    const std::string_view play = says.play_label.empty() ? words::kFigurePlay : says.play_label;
    bar.children.push_back(IconButton("play", "play-button", says.is_playing ? "pause" : "play",
                                      says.is_playing ? words::kReplayPause : play,
                                      says.play_action));
  }
  PageNode words = Group("words", "figure-words");
  words.children.push_back(Heading(1, "title", "figure-title", says.title));
  words.children.push_back(Paragraph("fact", "figure-fact", says.fact));
  bar.children.push_back(std::move(words));
  if (!says.hops.empty()) {
    PageNode profile = Node(PageKind::kProfile, "profile", "hops");
    for (const float hop : says.hops) {
      char text[16];
      std::snprintf(text, sizeof(text), "%.2f", static_cast<double>(std::clamp(hop, 0.f, 1.f)));
      profile.detail += (profile.detail.empty() ? "" : " ") + std::string(text);
    }
    profile.value = static_cast<float>(says.here);
    bar.children.push_back(std::move(profile));
  }
  for (PageNode& part : says.middle) bar.children.push_back(std::move(part));
  bar.children.push_back(FigureOpenPart(says.room));
  return bar;
}

}  // namespace meander
