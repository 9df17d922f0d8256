// Small builders of PageNodes that every room uses, and the parts that all rooms share: the river
// of rooms in the shell, an empty dialog.
#pragma once

#include <string>
#include <string_view>

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

// An empty dialog with its head; pressing beside it, or Escape, is "close".
PageNode DialogPart(std::string_view key, std::string_view title);
// The way to the explorers that exist, as stops on a little river; `current` is Room::Name().
PageNode RoomNavPart(std::string_view current);

bool IsPhone(const View& view);
// As small as a figure in somebody's article (web/pages/phone.css draws the line there as well):
// words and a chart, nothing to type.
bool IsFigure(const View& view);

}  // namespace meander
