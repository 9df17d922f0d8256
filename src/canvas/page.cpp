// The flat form of a Page; see page.h. One node: kind, flags, level, value, texts, children.
// Empty texts are told by a bit each, since most are.
#include <array>

#include "canvas/page.h"

namespace meander {
namespace {

constexpr uint8_t kPageFormat = 3;
constexpr int kMaxDepth = 32;
constexpr size_t kMaxNodes = 100000;
constexpr uint8_t kLastKind = static_cast<uint8_t>(PageKind::kDrawn);

// The order of the texts on the wire.
template <class Node>
auto TextsOf(Node& node) {
  return std::array{&node.key,       &node.style,     &node.text,     &node.label,
                    &node.detail,    &node.href,      &node.role,     &node.on_press,
                    &node.on_input,  &node.on_submit, &node.on_point, &node.argument,
                    &node.on_escape, &node.on_key};
}

void WriteNode(const PageNode& node, ByteWriter& writer) {
  writer.Put(static_cast<uint8_t>(node.kind));
  const auto flag = [](bool set, int bit) { return static_cast<uint8_t>(set ? 1 << bit : 0); };
  writer.Put(static_cast<uint8_t>(static_cast<uint8_t>(node.show) | flag(node.current, 2) |
                                  flag(node.pressed, 3) | flag(node.disabled, 4) |
                                  flag(node.focus, 5) | static_cast<uint8_t>(node.tab) << 6));
  writer.Put(node.level);
  writer.Put(node.value);
  uint16_t present = 0;
  const auto texts = TextsOf(node);
  for (size_t i = 0; i < texts.size(); ++i) {
    if (!texts[i]->empty()) present |= static_cast<uint16_t>(1u << i);
  }
  writer.Put(present);
  for (const std::string* text : texts) {
    if (!text->empty()) writer.PutText(*text);
  }
  writer.PutVarint(node.children.size());
  for (const PageNode& child : node.children) WriteNode(child, writer);
}

bool ReadNode(ByteReader& reader, int depth, size_t& count, PageNode& node) {
  if (depth > kMaxDepth || ++count > kMaxNodes) return false;
  const uint8_t kind = reader.Get<uint8_t>();
  const uint8_t flags = reader.Get<uint8_t>();
  if (kind > kLastKind || (flags & 3) == 3 || flags >> 6 == 3) return false;
  node.kind = static_cast<PageKind>(kind);
  node.show = static_cast<PageShow>(flags & 3);
  node.current = (flags & 4) != 0;
  node.pressed = (flags & 8) != 0;
  node.disabled = (flags & 16) != 0;
  node.focus = (flags & 32) != 0;
  node.tab = static_cast<TabStop>(flags >> 6);
  node.level = reader.Get<uint8_t>();
  node.value = reader.Get<float>();
  const uint16_t present = reader.Get<uint16_t>();
  const auto texts = TextsOf(node);
  for (size_t i = 0; i < texts.size(); ++i) {
    if ((present >> i & 1) != 0) *texts[i] = reader.GetText();
  }
  const size_t children = reader.GetCount(10);
  if (!reader.ok()) return false;
  for (size_t i = 0; i < children; ++i) {
    if (!ReadNode(reader, depth + 1, count, node.children.emplace_back())) return false;
  }
  return true;
}

}  // namespace

std::vector<uint8_t> WritePage(const Page& page) {
  ByteWriter writer;
  writer.Put(kPageFormat);
  writer.PutText(page.title);
  writer.PutVarint(page.nodes.size());
  for (const PageNode& node : page.nodes) WriteNode(node, writer);
  return writer.Take();
}

Result<Page> ReadPage(ByteSpan bytes) {
  ByteReader reader(bytes);
  Page page;
  const bool is_known = reader.Get<uint8_t>() == kPageFormat;
  page.title = reader.GetText();
  const size_t nodes = reader.GetCount(10);
  bool is_whole = is_known && reader.ok();
  size_t count = 0;
  for (size_t i = 0; is_whole && i < nodes; ++i) {
    is_whole = ReadNode(reader, 1, count, page.nodes.emplace_back());
  }
  if (!is_whole || !reader.ok() || !reader.AtEnd()) {
    return Fail(ErrorCode::kCorrupt, "The page's content arrived damaged.");
  }
  return page;
}

}  // namespace meander
