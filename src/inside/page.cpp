// See page.h.
#include "inside/page.h"

#include "canvas/words.h"
#include "inside/page_parts.h"

namespace meander {
Page InsidePage(const InsideState& state, const View& view) {
  Page page;
  page.title = TitleOfInside(state) + " · " + std::string(words::kAppName);
  const bool is_figure = IsFigure(view) && view.can_draw && !state.shows_list;
  if (!is_figure) page.nodes.push_back(RoomShellPart(view, {"inside", words::kInsideSkip}));
  PageNode room = Group("room", state.look.ghost ? "room inside ghostly" : "room inside", "main");
  if (is_figure) {
    room.style += " figure";
    room.children = {StagePart(state, view), InsideFigureBar(state, view)};
  } else {
    room.children = {RailPart(state), StagePart(state, view), SidePart(state, view),
                     TrustPart(state)};
  }
  page.nodes.push_back(std::move(room));
  page.nodes.push_back(NoticePart(state.notice));
  switch (state.dialog) {
    case InsideDialog::kNone:
      break;
    case InsideDialog::kHelp:
      page.nodes.push_back(InsideHelpPart(state));
      break;
    case InsideDialog::kTrust:
      page.nodes.push_back(InsideTrustPart(state));
      break;
  }
  page.nodes.push_back(Node(PageKind::kStatus, "status", {}));
  return page;
}

}  // namespace meander
