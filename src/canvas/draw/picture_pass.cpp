// Textures with mipmaps, premultiplied.
#include "canvas/draw/picture_pass.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace meander {
namespace {

constexpr int kFramesKept = 120;

// Straight colours would let what is clear shine through at edges; opaque ones are as they are.
std::vector<uint8_t> Premultiplied(const std::vector<uint8_t>& rgba) {
  std::vector<uint8_t> out;
  for (size_t at = 0; at < rgba.size(); at += 4) {
    const unsigned alpha = rgba[at + 3];
    if (alpha == 255) continue;
    if (out.empty()) out = rgba;
    for (size_t c = 0; c < 3; ++c) {
      out[at + c] = static_cast<uint8_t>((rgba[at + c] * alpha + 127) / 255);
    }
  }
  return out;
}

}  // namespace

bool IsWhole(const PictureTable& table) {
  return table.width > 0 && table.height > 0 &&
         table.rgba.size() == size_t{4} * table.width * table.height;
}

ImTextureID PicturePass::Use(const std::shared_ptr<const PictureTable>& table) {
  if (table == nullptr || !IsWhole(*table)) return ImTextureID_Invalid;
  if (greatest_side_ == 0) glGetIntegerv(GL_MAX_TEXTURE_SIZE, &greatest_side_);
  if (std::max(table->width, table->height) > static_cast<uint32_t>(greatest_side_)) {
    return ImTextureID_Invalid;
  }
  const ImTextureID name = kPictureTexture | table->version;
  Entry& entry = entries_[name];
  entry.frames_unused = 0;
  if (entry.texture == nullptr) entry.table = table;
  return name;
}

size_t PicturePass::Send(Entry& entry) {
  const PictureTable& table = *entry.table;
  const std::vector<uint8_t> premultiplied = Premultiplied(table.rgba);
  entry.texture = std::make_unique<GlTexture>();
  entry.texture->Allocate(GL_RGBA8, static_cast<int>(table.width), static_cast<int>(table.height),
                          GL_RGBA, GL_UNSIGNED_BYTE,
                          premultiplied.empty() ? table.rgba.data() : premultiplied.data());
  glGenerateMipmap(GL_TEXTURE_2D);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
  const size_t sent = table.rgba.size();
  entry.table = nullptr;
  return sent;
}

size_t PicturePass::Bind(ImTextureID name) {
  const auto found = entries_.find(name);
  if (found == entries_.end()) return 0;
  if (found->second.texture == nullptr) return Send(found->second);
  found->second.texture->Bind(0);
  return 0;
}

void PicturePass::EndFrame() {
  for (auto entry = entries_.begin(); entry != entries_.end();) {
    entry = ++entry->second.frames_unused > kFramesKept ? entries_.erase(entry) : std::next(entry);
  }
}

}  // namespace meander
