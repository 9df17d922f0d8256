// See presets_section.h.
#include "pack/presets_section.h"

#include "audio/beat_code.h"
#include "pack/damaged.h"
#include "pack/well_formed.h"

namespace meander {
namespace {

constexpr size_t kLongestName_bytes = 200;

}  // namespace

std::vector<uint8_t> WritePresets(std::span<const Preset> presets) {
  ByteWriter out;
  out.PutVarint(presets.size());
  for (const Preset& preset : presets) {
    out.PutText(preset.name);
    out.PutText(WriteBeat(preset.pattern));
  }
  return out.Take();
}

Result<std::vector<Preset>> ReadPresetsSection(ByteSpan bytes) {
  ByteReader in(bytes);
  const size_t count = in.GetCount(2);
  if (count > kMostPresets) return DamagedSection("it has more beats than there may be");
  std::vector<Preset> presets;
  for (size_t i = 0; i < count && in.ok(); ++i) {
    const std::string_view name = in.GetText(), code = in.GetText();
    const Result<Pattern> pattern = ReadBeat(code);
    if (!in.ok() || !pattern || name.empty() || name.size() > kLongestName_bytes ||
        !IsWellFormed(name)) {
      return DamagedSection("one of its beats cannot be read");
    }
    presets.push_back({std::string(name), *pattern});
  }
  if (!in.ok() || !in.AtEnd()) return DamagedSection("its beats cannot be read");
  return presets;
}

}  // namespace meander
