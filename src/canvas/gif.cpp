// GIF89a (CompuServe, 1990), with the LZW of its appendix F.
#include "canvas/gif.h"

#include <algorithm>
#include <string_view>

#include "canvas/png.h"

namespace meander {
namespace {

constexpr int kClearCode = 256, kEndCode = 257, kCodes = 4096;
constexpr uint8_t kNothing = 255;  // "as it was": the palette's last place
constexpr size_t kColors = 255;

void Put16(int value, std::vector<uint8_t>& out) {
  out.push_back(static_cast<uint8_t>(value & 255));
  out.push_back(static_cast<uint8_t>(value >> 8 & 255));
}

// Codes of nine to twelve bits, lowest first, in blocks of at most 255 bytes.
class CodeWriter {
 public:
  explicit CodeWriter(std::vector<uint8_t>& out) : out_(out) {}
  void Put(int code, int bits) {
    held_ |= static_cast<uint32_t>(code) << count_;
    for (count_ += bits; count_ >= 8; count_ -= 8, held_ >>= 8) PutByte(held_ & 255);
  }
  void End() {
    if (count_ > 0) PutByte(held_ & 255);
    Flush();
    out_.push_back(0);
  }

 private:
  void PutByte(uint32_t byte) {
    block_.push_back(static_cast<uint8_t>(byte));
    if (block_.size() == 255) Flush();
  }
  void Flush() {
    if (block_.empty()) return;
    out_.push_back(static_cast<uint8_t>(block_.size()));
    out_.insert(out_.end(), block_.begin(), block_.end());
    block_.clear();
  }

  std::vector<uint8_t>& out_;
  std::vector<uint8_t> block_;
  uint32_t held_ = 0;
  int count_ = 0;
};

// `next[code * 256 + index]`: the code of that string and one index more; 0: not known yet.
void PutLzw(std::span<const uint8_t> indices, std::vector<uint8_t>& out) {
  out.push_back(8);
  CodeWriter writer(out);
  std::vector<uint16_t> next(size_t{kCodes} * 256);
  int known = kEndCode + 1, bits = 9;
  writer.Put(kClearCode, bits);
  int at = indices.empty() ? kEndCode : indices[0];
  for (size_t i = 1; i < indices.size(); ++i) {
    uint16_t& longer = next[static_cast<size_t>(at) * 256 + indices[i]];
    if (longer != 0) {
      at = longer;
      continue;
    }
    writer.Put(at, bits);
    longer = static_cast<uint16_t>(known++);
    if (known > kCodes - 1) {
      writer.Put(kClearCode, bits);
      std::ranges::fill(next, uint16_t{0});
      known = kEndCode + 1;
      bits = 9;
    } else if (known > 1 << bits) {
      ++bits;
    }
    at = indices[i];
  }
  if (at != kEndCode) writer.Put(at, bits);
  // The reader has learned one more string meanwhile, and may count in wider codes by now.
  if (known == 1 << bits && bits < 12) ++bits;
  writer.Put(kEndCode, bits);
  writer.End();
}

// All pictures below one another, so that they share their colours.
Picture Stacked(std::span<const Picture> pictures) {
  Picture all{pictures[0].width, 0, {}};
  for (const Picture& picture : pictures) {
    all.height += picture.height;
    all.rgba.insert(all.rgba.end(), picture.rgba.begin(), picture.rgba.end());
  }
  return all;
}

uint32_t Difference(uint32_t a, uint32_t b) {
  uint32_t sum = 0;
  for (const int shift : {0, 8, 16}) {
    const int d = static_cast<int>(a >> shift & 255) - static_cast<int>(b >> shift & 255);
    sum += static_cast<uint32_t>(d * d);
  }
  return sum;
}

// The last place of the palette is needed: the colour that fewest pixels have gives way.
void KeepLastFree(PalettePicture& all) {
  if (all.colors.size() <= kColors) return;
  std::vector<size_t> counts(all.colors.size());
  for (const uint8_t index : all.indices) ++counts[index];
  const auto rare = static_cast<size_t>(std::ranges::min_element(counts) - counts.begin());
  size_t stand_in = rare == 0 ? 1 : 0;
  for (size_t other = 0; other < all.colors.size(); ++other) {
    if (other != rare && Difference(all.colors[other], all.colors[rare]) <
                             Difference(all.colors[stand_in], all.colors[rare])) {
      stand_in = other;
    }
  }
  const size_t last = all.colors.size() - 1;
  all.colors[rare] = all.colors[last];
  all.colors.pop_back();
  if (stand_in == last) stand_in = rare;
  for (uint8_t& index : all.indices) {
    if (index == rare) {
      index = static_cast<uint8_t>(stand_in);
    } else if (index == last) {
      index = static_cast<uint8_t>(rare);
    }
  }
}

struct Box {
  int left, top, right, bottom;
};

// What differs between two pictures; one pixel where nothing does.
Box Changed(std::span<const uint8_t> was, std::span<const uint8_t> is, int width, int height) {
  Box box{width, height, -1, -1};
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const auto i = static_cast<size_t>(y) * static_cast<size_t>(width) + static_cast<size_t>(x);
      if (was[i] == is[i]) continue;
      box = {std::min(box.left, x), std::min(box.top, y), std::max(box.right, x),
             std::max(box.bottom, y)};
    }
  }
  return box.right < 0 ? Box{0, 0, 0, 0} : box;
}

void PutPicture(std::span<const uint8_t> was, std::span<const uint8_t> is, int width, int height,
                int delay_cs, std::vector<uint8_t>& out) {
  const Box box = was.empty() ? Box{0, 0, width - 1, height - 1} : Changed(was, is, width, height);
  // Graphic control: leave in place, `kNothing` is transparent.
  out.insert(out.end(), {0x21, 0xF9, 4, static_cast<uint8_t>(was.empty() ? 4 : 5)});
  Put16(delay_cs, out);
  out.insert(out.end(), {kNothing, 0, 0x2C});
  Put16(box.left, out);
  Put16(box.top, out);
  Put16(box.right - box.left + 1, out);
  Put16(box.bottom - box.top + 1, out);
  out.push_back(0);
  std::vector<uint8_t> indices;
  for (int y = box.top; y <= box.bottom; ++y) {
    for (int x = box.left; x <= box.right; ++x) {
      const auto i = static_cast<size_t>(y) * static_cast<size_t>(width) + static_cast<size_t>(x);
      indices.push_back(!was.empty() && was[i] == is[i] ? kNothing : is[i]);
    }
  }
  PutLzw(indices, out);
}

}  // namespace

std::vector<uint8_t> WriteGif(std::span<const Picture> pictures, std::span<const int> delays_cs) {
  if (pictures.empty() || delays_cs.size() != pictures.size()) return {};
  const int width = pictures[0].width, height = pictures[0].height;
  const auto size = static_cast<size_t>(width) * static_cast<size_t>(height);
  if (width < 1 || height < 1 || width > 65535 || height > 65535) return {};
  for (const Picture& picture : pictures) {
    if (picture.width != width || picture.height != height || picture.rgba.size() != 4 * size) {
      return {};
    }
  }
  PalettePicture all = ReduceColors(Stacked(pictures));
  KeepLastFree(all);
  std::vector<uint8_t> out;
  constexpr std::string_view kHead = "GIF89a", kRound = "NETSCAPE2.0";
  for (const char c : kHead) out.push_back(static_cast<uint8_t>(c));
  Put16(width, out);
  Put16(height, out);
  out.insert(out.end(), {0xF7, 0, 0});  // 256 colours, of eight bits a channel
  for (size_t i = 0; i < 256; ++i) {
    const uint32_t color = i < all.colors.size() ? all.colors[i] : 0;
    for (const int shift : {0, 8, 16}) out.push_back(static_cast<uint8_t>(color >> shift));
  }
  out.insert(out.end(), {0x21, 0xFF, 11});
  for (const char c : kRound) out.push_back(static_cast<uint8_t>(c));
  out.insert(out.end(), {3, 1, 0, 0, 0});  // for ever
  const std::span<const uint8_t> indices(all.indices);
  for (size_t i = 0; i < pictures.size(); ++i) {
    const auto was = i == 0 ? std::span<const uint8_t>() : indices.subspan((i - 1) * size, size);
    PutPicture(was, indices.subspan(i * size, size), width, height, delays_cs[i], out);
  }
  out.push_back(0x3B);
  return out;
}

}  // namespace meander
