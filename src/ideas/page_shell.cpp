// The shell: the mark and the few buttons that work everywhere.
#include "canvas/words.h"
#include "ideas/page_parts.h"

namespace meander {

PageNode ShellPart(const IdeasState& state, const View& view) {
  PageNode shell = Group("shell", "shell", "banner");
  PageNode skip = Node(PageKind::kLink, "skip", "skip", words::kShellSkip);
  skip.href = "#main";
  PageNode mark = Group("mark", "mark");
  mark.children.push_back(Icon("mark"));
  mark.children.push_back(Node(PageKind::kText, "name", "name", words::kAppName));
  PageNode tools = Group("tools", "tools");
  tools.children.push_back(
      IconButton("search", "icon-button phone-only", "search", words::kSearchOpen, "search-open"));
  tools.children.push_back(
      IconButton("theme", "icon-button", "theme", words::kShellTheme, "theme"));
  tools.children.push_back(IconButton("help", "icon-button", "help", words::kShellHelp, "help"));
  PageNode share = Button("share", "button primary", {}, "share");
  share.label = IsPhone(view) ? words::kShellShare : std::string_view();
  share.children.push_back(Icon("share"));
  share.children.push_back(Node(PageKind::kText, "text", "wide-only", words::kShellShare));
  if (!state.journey.is_empty()) tools.children.push_back(std::move(share));
  shell.children = {std::move(skip), std::move(mark), RoomNavPart("ideas"), std::move(tools)};
  return shell;
}

}  // namespace meander
