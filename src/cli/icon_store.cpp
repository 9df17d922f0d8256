// See icon_store.h.
#include "cli/icon_store.h"

#include "base/bytes.h"
#include "base/hash.h"

namespace meander {
namespace {

constexpr std::string_view kMark = "meander icon 1\n\n";  // sixteen bytes

std::unexpected<Error> NoIcon() { return Fail(ErrorCode::kCorrupt, "That file holds no icon."); }

}  // namespace

int IconSide(int tensor) { return tensor < TensorNamed("b11.exp") ? 64 : 96; }

std::string IconName::Text() const {
  std::string text = unit.tensor == kLogits ? "class" : LayerOf(unit.tensor - 1).name;
  text += "-" + std::to_string(unit.channel);
  if (unit.sign < 0) text += "-opposite";
  if (variant > 0) text += "-" + std::to_string(variant + 1);
  return text;
}

uint64_t SeedOfIcon(uint64_t seed, const IconName& name) {
  return Hash64(AsBytes(name.Text()), seed);
}

std::vector<uint8_t> WriteIcon(const StoredIcon& icon) {
  ByteWriter out;
  out.PutBytes(AsBytes(kMark));
  out.Put(static_cast<uint8_t>(icon.growth.unit.tensor));
  out.Put(static_cast<uint16_t>(icon.growth.unit.channel));
  out.Put(static_cast<int8_t>(icon.growth.unit.sign));
  out.Put(icon.growth.seed);
  out.Put(static_cast<uint16_t>(icon.growth.side));
  out.Put(static_cast<uint16_t>(icon.steps));
  out.Put(icon.value);
  out.PutBytes(icon.pixels);
  return out.Take();
}

Result<StoredIcon> ReadIcon(ByteSpan bytes) {
  ByteReader in(bytes);
  if (AsText(in.GetBytes(kMark.size())) != kMark) return NoIcon();
  StoredIcon icon;
  icon.growth.unit.tensor = in.Get<uint8_t>();
  icon.growth.unit.channel = in.Get<uint16_t>();
  icon.growth.unit.sign = in.Get<int8_t>();
  icon.growth.seed = in.Get<uint64_t>();
  icon.growth.side = in.Get<uint16_t>();
  icon.steps = in.Get<uint16_t>();
  icon.value = in.Get<float>();
  if (!in.ok() || !IsGrowth(icon.growth)) return NoIcon();
  const ByteSpan pixels = in.GetBytes(size_t(icon.growth.side) * size_t(icon.growth.side) * 3);
  if (!in.ok() || !in.AtEnd()) return NoIcon();
  icon.pixels.assign(pixels.begin(), pixels.end());
  return icon;
}

std::filesystem::path IconFile(const std::filesystem::path& folder, const IconName& name) {
  return folder / (name.Text() + ".icon");
}

}  // namespace meander
