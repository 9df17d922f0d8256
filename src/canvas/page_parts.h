// Small builders of PageNodes that every room uses, and the parts that all rooms share: the shell
// with its river of rooms, an empty dialog, a notice.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "canvas/page.h"
#include "canvas/room.h"

namespace meander {

PageNode Node(PageKind kind, std::string_view key, std::string_view style,
              std::string_view text = {});
PageNode Group(std::string_view key, std::string_view style, std::string_view role = {});
PageNode Heading(int level, std::string_view key, std::string_view style, std::string_view text);
PageNode Paragraph(std::string_view key, std::string_view style, std::string_view text);
PageNode Button(std::string_view key, std::string_view style, std::string_view text,
                std::string_view on_press, std::string_view argument = {});
// A button that is only a sign; `label` says what it does.
PageNode IconButton(std::string_view key, std::string_view style, std::string_view icon,
                    std::string_view label, std::string_view on_press);
PageNode Icon(std::string_view name);

// The shell of a room: the way past it, the mark, the rooms, then the tools: `before` those that
// every room has; Share where there is something to.
struct ShellSays {
  std::string_view room, skip;
  bool has_share = true;
  std::vector<PageNode> before = {};
};
PageNode RoomShellPart(const View& view, ShellSays says);
// What has to be said over everything, with a way to close it ("dismiss"); nothing where it is
// empty.
PageNode NoticePart(std::string_view notice);
// An empty dialog with its head; pressing beside it, or Escape, is "close".
PageNode DialogPart(std::string_view key, std::string_view title);
// What keys do, a row each; and the way to everybody's names.
PageNode KeysPart(std::initializer_list<std::string_view> rows);
PageNode CreditsPart();
// A table of a list twin: its heads, then rows.
PageNode TablePart(std::string_view key, std::string_view label,
                   std::initializer_list<std::string_view> names);
void AddTableRow(PageNode& table, std::string_view key, std::initializer_list<std::string> cells);
// The way to the explorers that exist, as stops on a little river; `current` is Room::Name().
PageNode RoomNavPart(std::string_view current);

bool IsPhone(const View& view);
// A figure in somebody's article: words and a chart, nothing to type. Unless the frame says so, one
// that is small enough (web/pages/phone.css draws the line there as well).
bool IsFigure(const View& view);

}  // namespace meander
