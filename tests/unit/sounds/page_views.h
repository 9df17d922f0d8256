// What the tests of the room's page look at: two sizes of it, and what is found in it.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "small_sounds.h"
#include "sounds/page.h"

namespace meander {

inline View WideView() {
  View view;
  view.viewport = {1280, 744, 1};
  view.viewport.inset_bottom_px = 266;
  view.page_width_px = 1280;
  view.page_height_px = 800;
  view.can_draw = true;
  return view;
}
inline View PhoneView() {
  View view = WideView();
  view.viewport.width_px = view.page_width_px = 390;
  view.page_height_px = 844;
  return view;
}

inline void Visit(const PageNode& node, const std::function<void(const PageNode&)>& visit) {
  if (node.show == PageShow::kHidden) return;
  visit(node);
  for (const PageNode& child : node.children) Visit(child, visit);
}
inline std::vector<PageNode> All(const Page& page,
                                 const std::function<bool(const PageNode&)>& wanted) {
  std::vector<PageNode> found;
  for (const PageNode& node : page.nodes) {
    Visit(node, [&](const PageNode& one) {
      if (wanted(one)) found.push_back(one);
    });
  }
  return found;
}
inline std::vector<PageNode> WithAction(const Page& page, std::string_view action,
                                        std::string_view argument = {}) {
  return All(page, [&](const PageNode& node) {
    return node.on_press == action && (argument.empty() || node.argument == argument);
  });
}
inline bool Says(const Page& page, std::string_view words) {
  return PageText(page).find(words) != std::string::npos;
}

}  // namespace meander
