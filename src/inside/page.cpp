// See page.h.
#include "inside/page.h"

#include "canvas/words.h"
#include "inside/page_parts.h"

namespace meander {
namespace {

PageNode ShellPart(const View& view) {
  PageNode shell = Group("shell", "shell", "banner");
  PageNode skip = Node(PageKind::kLink, "skip", "skip", words::kInsideSkip);
  skip.href = "#main";
  PageNode mark = Group("mark", "mark");
  mark.children.push_back(Icon("mark"));
  mark.children.push_back(Node(PageKind::kText, "name", "name", words::kAppName));
  PageNode tools = Group("tools", "tools");
  tools.children.push_back(
      IconButton("theme", "icon-button", "theme", words::kShellTheme, "theme"));
  tools.children.push_back(IconButton("help", "icon-button", "help", words::kShellHelp, "help"));
  PageNode share = Button("share", "button primary", {}, "share");
  share.label = IsPhone(view) ? words::kShellShare : std::string_view();
  share.children.push_back(Icon("share"));
  share.children.push_back(Node(PageKind::kText, "text", "wide-only", words::kShellShare));
  tools.children.push_back(std::move(share));
  shell.children = {std::move(skip), std::move(mark), RoomNavPart("inside"), std::move(tools)};
  return shell;
}

PageNode NoticePart(const InsideState& state) {
  PageNode toast = Group("toast", state.notice.empty() ? "" : "toast");
  if (state.notice.empty()) return toast;
  toast.children.push_back(Node(PageKind::kText, "text", {}, state.notice));
  toast.children.push_back(Button("dismiss", "button plain", words::kNoticeDismiss, "dismiss"));
  return toast;
}

}  // namespace

Page InsidePage(const InsideState& state, const View& view) {
  Page page;
  page.title = TitleOfInside(state) + " · " + std::string(words::kAppName);
  page.nodes.push_back(ShellPart(view));
  PageNode room = Group("room", state.look.ghost ? "room inside ghostly" : "room inside", "main");
  room.children = {RailPart(state), StagePart(state, view), SidePart(state, view),
                   TrustPart(state)};
  page.nodes.push_back(std::move(room));
  page.nodes.push_back(NoticePart(state));
  switch (state.dialog) {
    case InsideDialog::kNone:
      break;
    case InsideDialog::kShare:
      page.nodes.push_back(InsideSharePart(state));
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
