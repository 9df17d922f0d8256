// A Page as plain text, one block a line: for the native window, the command line and tests.
#include "canvas/page.h"

namespace meander {
namespace {

bool IsInline(PageKind kind) {
  switch (kind) {
    case PageKind::kText:
    case PageKind::kLink:
    case PageKind::kBar:
    case PageKind::kDot:
    case PageKind::kIcon:
    case PageKind::kArc:
    case PageKind::kProfile:
    case PageKind::kLadder:
    case PageKind::kTracks:
    case PageKind::kPair:
      return true;
    default:
      return false;
  }
}

void EndLine(std::string& out) {
  while (!out.empty() && out.back() == ' ') out.pop_back();
  if (!out.empty() && out.back() != '\n') out += '\n';
}

void Write(const PageNode& node, int depth, std::string& out) {
  if (node.show == PageShow::kHidden) return;
  const bool is_inline = IsInline(node.kind);
  if (!is_inline && node.kind != PageKind::kCell) EndLine(out);
  if (node.kind == PageKind::kItem) out.append(static_cast<size_t>(depth) * 2, ' ') += "- ";
  if (node.kind == PageKind::kHeading) out += "# ";
  const std::string& words = node.text.empty() && node.children.empty() ? node.label : node.text;
  if (node.kind == PageKind::kFile) {
    out += "[" + node.text + " …]";
  } else if (node.kind == PageKind::kButton || node.kind == PageKind::kCanvasTwin) {
    out += "[" + (node.text.empty() ? node.label : node.text);
  } else if (node.kind == PageKind::kField) {
    out += "(" + (node.text.empty() ? node.detail : node.text) + ")";
  } else if (node.kind == PageKind::kSlide) {
    return;
  } else if (node.kind == PageKind::kPuck) {
    out += node.label + ": " + node.text;
  } else if (node.kind == PageKind::kSlider || node.kind == PageKind::kScrub) {
    out += node.label + ": " + node.detail;
  } else {
    out += words;
  }
  const bool is_list = node.kind == PageKind::kList;
  for (const PageNode& child : node.children) Write(child, depth + (is_list ? 1 : 0), out);
  if (node.kind == PageKind::kButton || node.kind == PageKind::kCanvasTwin) out += "]";
  if (node.kind == PageKind::kCell || node.kind == PageKind::kHeadCell) out += "  ";
  if (!is_inline && node.kind != PageKind::kCell) EndLine(out);
}

}  // namespace

std::string PageText(const Page& page) {
  std::string out;
  for (const PageNode& node : page.nodes) Write(node, 0, out);
  return out;
}

}  // namespace meander
