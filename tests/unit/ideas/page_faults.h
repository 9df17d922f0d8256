// What must hold of any Page, whatever it says; see page.h.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "canvas/page.h"

namespace meander {

// Every node, parents before children.
inline void Collect(const std::vector<PageNode>& nodes, std::vector<const PageNode*>& into) {
  for (const PageNode& node : nodes) {
    into.push_back(&node);
    Collect(node.children, into);
  }
}
inline std::vector<const PageNode*> NodesOf(const Page& page) {
  std::vector<const PageNode*> nodes;
  Collect(page.nodes, nodes);
  return nodes;
}

// What a screen reader calls it.
inline std::string NameOf(const PageNode& node) {
  std::string name = node.label.empty() ? node.text : node.label;
  if (!name.empty()) return name;
  for (const PageNode& child : node.children) name += NameOf(child);
  return name;
}

inline std::string FaultOf(const PageNode& node) {
  const bool is_pressed = node.kind == PageKind::kButton || node.kind == PageKind::kCanvasTwin;
  const bool is_typed = node.kind == PageKind::kField || node.kind == PageKind::kTextArea ||
                        node.kind == PageKind::kSlider || node.kind == PageKind::kFile;
  if (is_pressed && node.on_press.empty()) return "a button that does nothing";
  if (is_typed && node.on_input.empty()) return "a field nobody listens to";
  if (node.kind == PageKind::kLink && node.on_press.empty() && node.href.empty()) {
    return "a link to nowhere";
  }
  if ((is_pressed || is_typed || node.kind == PageKind::kLink || node.kind == PageKind::kChoice ||
       node.kind == PageKind::kDialog || node.kind == PageKind::kChart) &&
      NameOf(node).empty()) {
    return "something without a name";
  }
  if (!node.href.empty() && !node.href.starts_with("https://") && !node.href.starts_with("#") &&
      !node.href.starts_with("./")) {
    return "a strange address";
  }
  if (node.kind == PageKind::kHeading && (node.level < 1 || node.level > 6)) return "a level";
  if (node.kind == PageKind::kBar && !(node.value >= -1 && node.value <= 1)) return "a bar's share";
  if (node.kind == PageKind::kSlider && !(node.value >= 0 && node.value <= 1)) return "a slider";
  for (const std::string* text : {&node.text, &node.label, &node.detail}) {
    if (RepairUtf8(*text) != *text) return "broken text";
  }
  return {};
}

// Keys that two siblings share.
inline std::string FaultOfKeys(const std::vector<PageNode>& nodes) {
  std::set<std::string> keys;
  for (const PageNode& node : nodes) {
    if (node.key.empty()) return "a node without a key";
    if (!keys.insert(node.key).second) return "two children called " + node.key;
    const std::string below = FaultOfKeys(node.children);
    if (!below.empty()) return node.key + "/" + below;
  }
  return {};
}

// Empty when all holds; else the first thing that does not.
inline std::string FaultOf(const Page& page) {
  if (page.title.empty()) return "no title";
  const std::string keys = FaultOfKeys(page.nodes);
  if (!keys.empty()) return keys;
  int level = 1, first_headings = 0;
  for (const PageNode* node : NodesOf(page)) {
    const std::string fault = FaultOf(*node);
    if (!fault.empty()) return node->key + " is " + fault;
    if (node->kind != PageKind::kHeading) continue;
    if (node->level > level + 1) return "the heading " + node->text + " skips a level";
    level = node->level;
    first_headings += level == 1;
  }
  if (first_headings > 1) return "two headings of level 1";
  const std::vector<uint8_t> bytes = WritePage(page);
  const Result<Page> read = ReadPage(bytes);
  if (!read || WritePage(*read) != bytes) return "it does not cross to the page alike";
  return {};
}

}  // namespace meander
