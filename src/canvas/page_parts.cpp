// See page_parts.h.
#include "canvas/page_parts.h"

#include "canvas/words.h"

namespace meander {

PageNode Node(PageKind kind, std::string_view key, std::string_view style, std::string_view text) {
  PageNode node;
  node.kind = kind;
  node.key = key;
  node.style = style;
  node.text = text;
  return node;
}

PageNode Group(std::string_view key, std::string_view style, std::string_view role) {
  PageNode node = Node(PageKind::kGroup, key, style);
  node.role = role;
  return node;
}

PageNode Heading(int level, std::string_view key, std::string_view style, std::string_view text) {
  PageNode node = Node(PageKind::kHeading, key, style, text);
  node.level = static_cast<uint8_t>(level);
  return node;
}

PageNode Paragraph(std::string_view key, std::string_view style, std::string_view text) {
  return Node(PageKind::kParagraph, key, style, text);
}

PageNode Button(std::string_view key, std::string_view style, std::string_view text,
                std::string_view on_press, std::string_view argument) {
  PageNode node = Node(PageKind::kButton, key, style, text);
  node.on_press = on_press;
  node.argument = argument;
  return node;
}

PageNode IconButton(std::string_view key, std::string_view style, std::string_view icon,
                    std::string_view label, std::string_view on_press) {
  PageNode node = Button(key, style, {}, on_press);
  node.label = label;
  node.children.push_back(Icon(icon));
  return node;
}

PageNode Icon(std::string_view name) {
  PageNode node = Node(PageKind::kIcon, "icon", {});
  node.detail = name;
  return node;
}

PageNode DialogPart(std::string_view key, std::string_view title) {
  PageNode dialog = Node(PageKind::kDialog, key, "dialog");
  dialog.label = title;
  dialog.on_press = "close";  // Escape and a press beside it
  PageNode head = Group("head", "dialog-head");
  head.children.push_back(Heading(2, "title", "dialog-title", title));
  head.children.push_back(
      IconButton("close", "icon-button", "close", words::kDialogClose, "close"));
  dialog.children.push_back(std::move(head));
  return dialog;
}

PageNode RoomShellPart(const View& view, ShellSays says) {
  PageNode shell = Group("shell", "shell", "banner");
  PageNode skip = Node(PageKind::kLink, "skip", "skip", says.skip);
  skip.href = "#main";
  PageNode mark = Group("mark", "mark");
  mark.children.push_back(Icon("mark"));
  mark.children.push_back(Node(PageKind::kText, "name", "name", words::kAppName));
  PageNode tools = Group("tools", "tools");
  tools.children = std::move(says.before);
  tools.children.push_back(
      IconButton("theme", "icon-button", "theme", words::kShellTheme, "theme"));
  tools.children.push_back(IconButton("help", "icon-button", "help", words::kShellHelp, "help"));
  if (says.has_share) {
    PageNode share = Button("share", "button primary", {}, "share");
    share.label = IsPhone(view) ? words::kShellShare : std::string_view();
    share.children.push_back(Icon("share"));
    share.children.push_back(Node(PageKind::kText, "text", "wide-only", words::kShellShare));
    tools.children.push_back(std::move(share));
  }
  shell.children = {std::move(skip), std::move(mark), RoomNavPart(says.room), std::move(tools)};
  return shell;
}

PageNode NoticePart(std::string_view notice) {
  PageNode toast = Group("toast", notice.empty() ? "" : "toast");
  if (notice.empty()) return toast;
  toast.children.push_back(Node(PageKind::kText, "text", {}, notice));
  toast.children.push_back(Button("dismiss", "button plain", words::kNoticeDismiss, "dismiss"));
  return toast;
}

PageNode KeysPart(std::initializer_list<std::string_view> rows) {
  PageNode keys = Node(PageKind::kList, "keys", "keys");
  for (const std::string_view row : rows) {
    keys.children.push_back(Node(PageKind::kItem, row, {}, row));
  }
  return keys;
}

PageNode CreditsPart() {
  PageNode credit = Paragraph("credit", "small", {});
  PageNode link = Node(PageKind::kLink, "link", {}, words::kHelpCredits);
  link.href = "./credits.html";
  credit.children.push_back(std::move(link));
  return credit;
}

PageNode TablePart(std::string_view key, std::string_view label,
                   std::initializer_list<std::string_view> names) {
  PageNode table = Node(PageKind::kTable, key, "list-table");
  table.label = label;
  PageNode head = Node(PageKind::kRow, "head", "list-row");
  for (const std::string_view name : names) {
    head.children.push_back(Node(PageKind::kHeadCell, name, {}, name));
  }
  table.children.push_back(std::move(head));
  return table;
}

void AddTableRow(PageNode& table, std::string_view key, std::initializer_list<std::string> cells) {
  PageNode row = Node(PageKind::kRow, key, "list-row");
  int column = 0;
  for (const std::string& cell : cells) {
    row.children.push_back(Node(PageKind::kCell, "c" + std::to_string(column++), {}, cell));
  }
  table.children.push_back(std::move(row));
}

PageNode RoomNavPart(std::string_view current) {
  struct Stop {
    std::string_view room, name, href;
  };
  constexpr Stop kStops[] = {{"sentences", words::kShellSentences, "./sentences.html"},
                             {"ideas", words::kShellIdeas, "./ideas.html"},
                             {"inside", words::kShellInside, "./inside.html"},
                             {"sounds", words::kShellSounds, "./sounds.html"}};
  PageNode nav = Group("rooms", "rooms", "navigation");
  nav.label = words::kShellRooms;
  for (const Stop& stop : kStops) {
    PageNode link = Node(PageKind::kLink, stop.room, "room-stop", stop.name);
    link.href = stop.href;
    link.current = stop.room == current;
    nav.children.push_back(std::move(link));
  }
  return nav;
}

bool IsFigure(const View& view) {
  if (view.frame_ui != FrameUi::kBySize) return view.frame_ui == FrameUi::kFigure;
  return view.embedded && view.page_width_px > 0 && view.page_width_px <= 700 &&
         view.page_height_px <= 520;
}

bool IsPhone(const View& view) { return view.page_width_px > 0 && view.page_width_px <= 640; }

}  // namespace meander
