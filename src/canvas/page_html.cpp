// A Page as static HTML: what is there before any program has arrived, and for readers without
// scripts. The elements and attributes are those of web/host/page_renderer.mjs (docs/page.md).
#include <cstdio>

#include "canvas/markup.h"
#include "canvas/page.h"
#include "canvas/page_signs.h"

namespace meander {
namespace {

void Attribute(const char* name, std::string_view value, std::string& out) {
  if (value.empty()) return;
  out += ' ';
  out += name;
  out += "=\"";
  AppendEscaped(value, out);
  out += '"';
}

bool IsSafeAddress(std::string_view href) {
  return href.starts_with("https://") || href.starts_with("#") || href.starts_with("./");
}

std::string ElementOf(const PageNode& node) {
  switch (node.kind) {
    case PageKind::kGroup:
      if (node.role == "banner") return "header";
      if (node.role == "navigation") return "nav";
      if (node.role == "main") return "main";
      if (node.role == "complementary") return "aside";
      if (node.role == "article") return "article";
      return "div";
    case PageKind::kHeading: {
      const int level = node.level < 1 ? 1 : node.level > 6 ? 6 : node.level;
      return "h" + std::to_string(level);
    }
    case PageKind::kParagraph:
      return "p";
    case PageKind::kLink:
      return "a";
    case PageKind::kButton:
    case PageKind::kCanvasTwin:
      return "button";
    case PageKind::kField:
    case PageKind::kSlider:
      return "input";
    case PageKind::kTextArea:
      return "textarea";
    case PageKind::kFile:
      return "label";
    case PageKind::kList:
      return node.level == 1 ? "ol" : "ul";
    case PageKind::kItem:
      return "li";
    case PageKind::kTable:
      return "table";
    case PageKind::kRow:
    case PageKind::kGap:
      return "tr";
    case PageKind::kCell:
      return "td";
    case PageKind::kHeadCell:
      return "th";
    case PageKind::kImage:
      return "img";
    case PageKind::kText:
    case PageKind::kBar:
    case PageKind::kDot:
    case PageKind::kIcon:
    case PageKind::kArc:
    case PageKind::kProfile:
    case PageKind::kLadder:
    case PageKind::kTracks:
    case PageKind::kPair:
    case PageKind::kDrawn:
      return "span";
    default:
      return "div";
  }
}

// Classes that a kind brings along, before the node's own.
std::string ClassOf(const PageNode& node) {
  std::string own;
  const int whole = static_cast<int>(node.value);
  switch (node.kind) {
    case PageKind::kBar:
      own = "bar";
      break;
    case PageKind::kDot:
      own = "dot topic-" + std::to_string(whole);
      break;
    case PageKind::kIcon:
      own = "icon icon-" + node.detail;
      break;
    case PageKind::kArc:
      own = "arc arc-" + std::to_string(whole);
      break;
    case PageKind::kProfile:
      own = "profile";
      break;
    case PageKind::kLadder:
      own = "ladder-ties";
      break;
    case PageKind::kTracks:
      own = "tracks";
      break;
    case PageKind::kPair:
      own = "pair";
      break;
    case PageKind::kPuck:
      own = "puck";
      break;
    case PageKind::kScrub:
      own = "scrub";
      break;
    case PageKind::kSlide:
      own = "slide";
      break;
    case PageKind::kSlider:
      own = "slider";
      break;
    case PageKind::kDrawn:
      own = "drawn";
      break;
    case PageKind::kChart:
      own = "chart";
      break;
    case PageKind::kGap:
      own = "gap";
      break;
    default:
      break;
  }
  if (node.show == PageShow::kReaderOnly) own += own.empty() ? "reader-only" : " reader-only";
  if (!node.style.empty()) own += (own.empty() ? "" : " ") + node.style;
  return own;
}

void KindAttributes(const PageNode& node, std::string& out) {
  const int whole = static_cast<int>(node.value);
  switch (node.kind) {
    case PageKind::kGroup:
      if (ElementOf(node) == "div") Attribute("role", node.role, out);
      if (node.role == "main") out += " id=\"main\"";  // where the skip link leads
      break;
    case PageKind::kLink:
      Attribute("href", IsSafeAddress(node.href) ? node.href : "#", out);
      if (node.href.starts_with("https://")) out += " rel=\"noopener\"";
      break;
    case PageKind::kButton:
    case PageKind::kCanvasTwin:
      out += " type=\"button\"";
      break;
    case PageKind::kField:
      out += " type=\"text\"";
      Attribute("value", node.text, out);
      [[fallthrough]];
    case PageKind::kTextArea:
      out += " autocomplete=\"off\" spellcheck=\"false\"";
      Attribute("placeholder", node.detail, out);
      Attribute("data-input", node.on_input, out);
      Attribute("data-submit", node.on_submit, out);
      break;
    case PageKind::kFile:
      Attribute("data-input", node.on_input, out);
      break;
    case PageKind::kSlider: {
      char value[96];
      std::snprintf(value, sizeof(value),
                    " type=\"range\" min=\"0\" max=\"1\" step=\"%.8g\" value=\"%.8g\"",
                    1.0 / (node.level > 0 ? node.level : 20), static_cast<double>(node.value));
      out += value;
      Attribute("aria-valuetext", node.detail, out);
      Attribute("data-input", node.on_input, out);
      break;
    }
    case PageKind::kChoice:
      out += " role=\"group\"";
      break;
    case PageKind::kDialog:
      out += " role=\"dialog\" aria-modal=\"true\" tabindex=\"-1\"";
      break;
    case PageKind::kStatus:
      out += " role=\"status\" aria-live=\"polite\"";
      break;
    case PageKind::kImage:
      if (IsSafeAddress(node.href)) Attribute("src", node.href, out);
      break;
    case PageKind::kHeadCell:
      out += " scope=\"col\"";
      Attribute("aria-sort", node.detail, out);
      break;
    case PageKind::kTable:
      if (whole > 0) Attribute("aria-rowcount", std::to_string(whole), out);
      Attribute("data-rows", node.on_input, out);
      break;
    case PageKind::kRow:
      if (whole > 0) Attribute("aria-rowindex", std::to_string(whole), out);
      break;
    case PageKind::kGap:
      out += " aria-hidden=\"true\"";
      break;
    case PageKind::kPuck:
    case PageKind::kScrub:
      out += " role=\"img\"";  // nobody can move it yet
      break;
    case PageKind::kSlide:
      out += " aria-hidden=\"true\"";
      break;
    case PageKind::kText:
    case PageKind::kDrawn:
      if (!node.label.empty()) out += " role=\"img\"";
      break;
    case PageKind::kDot:
    case PageKind::kIcon:
    case PageKind::kArc:
    case PageKind::kProfile:
    case PageKind::kLadder:
    case PageKind::kTracks:
    case PageKind::kPair:
      out += node.label.empty() ? " aria-hidden=\"true\"" : " role=\"img\"";
      break;
    default:
      break;
  }
}

void Node(const PageNode& node, std::string& out) {
  if (node.show == PageShow::kHidden) return;
  const std::string element = ElementOf(node);
  out += '<' + element;
  Attribute("data-key", node.key, out);
  Attribute("class", ClassOf(node), out);
  KindAttributes(node, out);
  if (node.kind == PageKind::kImage) {
    out += " alt=\"";  // also when empty: a picture without an alt text is read out by its address
    AppendEscaped(node.label, out);
    out += '"';
  } else if (node.kind == PageKind::kChart) {
    // The canvas that will carry these words is not there yet; a still picture stands for it.
    out += " role=\"img\"";
    Attribute("aria-label", node.detail.empty() ? node.label : node.label + ". " + node.detail,
              out);
  } else {
    Attribute("aria-label", node.label, out);
  }
  if (node.current) out += " aria-current=\"true\"";
  if (node.pressed) out += " aria-pressed=\"true\"";
  if (node.disabled) out += " disabled";
  Attribute("data-press", node.on_press, out);
  Attribute("data-point", node.on_point, out);
  Attribute("data-escape", node.on_escape, out);
  Attribute("data-key-press", node.on_key, out);
  if (node.tab != TabStop::kAsUsual)
    out += node.tab == TabStop::kHere ? " tabindex=\"0\"" : " tabindex=\"-1\"";
  Attribute("data-argument", node.argument, out);
  out += '>';
  if (node.kind == PageKind::kField || node.kind == PageKind::kSlider ||
      node.kind == PageKind::kImage) {
    return;
  }
  const bool is_sign = AppendSign(node, out);
  if (!is_sign) AppendEscaped(node.text, out);
  for (const PageNode& child : node.children) Node(child, out);
  out += "</" + element + '>';
}

}  // namespace

std::string PageHtml(const Page& page) {
  std::string out;
  for (const PageNode& node : page.nodes) Node(node, out);
  return out;
}

}  // namespace meander
