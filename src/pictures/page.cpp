// See page.h.
#include "pictures/page.h"

#include "canvas/words.h"
#include "pictures/page_parts.h"
#include "pictures/sentences.h"

namespace meander {

Page PicturesPage(const PicturesState& state, const View& view) {
  Page page;
  page.title = TitleOfPictures(state) + " · " + std::string(words::kAppName);
  const bool is_figure = IsFigure(view) && view.can_draw && !state.shows_list;
  if (!is_figure) page.nodes.push_back(RoomShellPart(view, {"inside", words::kPicturesSkip}));
  PageNode room = Group(
      "room", state.look.ghost ? "room inside pictures ghostly" : "room inside pictures", "main");
  if (is_figure) {
    room.style += " figure";
    room.children = {PicturesStagePart(state, view), PicturesFigureBar(state, view)};
  } else {
    PageNode rail = PicturesRailPart(state);
    // Of another network the layers are not known.
    if (state.other.is_on) rail.style += " asleep";
    room.children = {std::move(rail), PicturesStagePart(state, view), PicturesSidePart(state, view),
                     PicturesTrustPart(state)};
  }
  page.nodes.push_back(std::move(room));
  page.nodes.push_back(NoticePart(state.notice));
  if (state.dialog != PictureDialog::kNone) page.nodes.push_back(PicturesDialogPart(state));
  page.nodes.push_back(Node(PageKind::kStatus, "status", {}));
  return page;
}

std::string PictureTargetText(const PictureTarget& target) {
  return std::to_string(static_cast<int>(target.kind)) + " " + std::to_string(target.a) + " " +
         std::to_string(target.b);
}

}  // namespace meander
