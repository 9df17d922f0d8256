// See icon_atlas.h. Shares, cosines and values are kept in 16 bits of their range, so that four
// thousand units stay below a megabyte.
#include "pack/icon_atlas.h"

#include <algorithm>
#include <cmath>

#include "pack/damaged.h"

namespace meander {
namespace {

constexpr uint32_t kMark = 0x5441494D;  // "MIAT"
constexpr size_t kMostCrops = 4, kMostLinks = 10, kMostLayers = 16, kMostName = 40;
constexpr size_t kLeastUnitBytes = 40, kMostChannels = 4096, kMostPlaces = 112 * 112;

// Sixteen bits: the upper half of the float, rounded to the nearest; about three digits.
void PutShort(ByteWriter& out, float value) {
  const uint32_t bits = std::bit_cast<uint32_t>(value);
  out.Put(static_cast<uint16_t>((bits + 0x7FFF + (bits >> 16 & 1)) >> 16));
}
float GetShort(ByteReader& in) {
  const float value = std::bit_cast<float>(uint32_t{in.Get<uint16_t>()} << 16);
  if (!std::isfinite(value)) in.MarkBad();
  return value;
}

void PutCrops(ByteWriter& out, const std::vector<IconCrop>& crops) {
  out.Put(static_cast<uint8_t>(crops.size()));
  for (const IconCrop& crop : crops) {
    out.Put(crop.photo);
    out.Put(crop.place);
    PutShort(out, crop.value);
  }
}
std::vector<IconCrop> GetCrops(ByteReader& in, size_t photos, size_t places) {
  std::vector<IconCrop> crops(std::min<size_t>(in.Get<uint8_t>(), kMostCrops + 1));
  if (crops.size() > kMostCrops) in.MarkBad();
  for (IconCrop& crop : crops) {
    crop.photo = in.Get<uint8_t>();
    crop.place = in.Get<uint16_t>();
    crop.value = GetShort(in);
    if (crop.photo >= photos || crop.place >= places) in.MarkBad();
  }
  return crops;
}

void PutLinks(ByteWriter& out, const std::vector<IconLink>& links) {
  out.Put(static_cast<uint8_t>(links.size()));
  for (const IconLink& link : links) {
    out.Put(link.to);
    PutShort(out, link.value);
  }
}
std::vector<IconLink> GetLinks(ByteReader& in) {
  std::vector<IconLink> links(std::min<size_t>(in.Get<uint8_t>(), kMostLinks + 1));
  if (links.size() > kMostLinks) in.MarkBad();
  for (IconLink& link : links) {
    link.to = in.Get<uint16_t>();
    link.value = GetShort(in);
    if (link.to >= kMostChannels) in.MarkBad();
  }
  return links;
}

void PutUnit(ByteWriter& out, const IconUnit& unit) {
  out.Put(unit.channel);
  out.Put(unit.icon);
  out.Put(unit.opposite);
  for (const uint16_t form : unit.forms) out.Put(form);
  PutShort(out, unit.on_icon);
  PutShort(out, unit.most_on_icon);
  out.Put(unit.share_below);
  for (const uint32_t count : unit.waking) out.PutVarint(count);
  PutShort(out, unit.strongest);
  PutCrops(out, unit.crops);
  PutCrops(out, unit.shown);
  PutLinks(out, unit.alike);
  PutLinks(out, unit.fed);
  PutLinks(out, unit.speaks);
}

IconUnit GetUnit(ByteReader& in, const IconLayer& layer, size_t photos) {
  IconUnit unit;
  const auto tile = [&] {
    const uint16_t at = in.Get<uint16_t>();
    if (at != kNoTile && at >= layer.tiles) in.MarkBad();
    return at;
  };
  unit.channel = in.Get<uint16_t>();
  unit.icon = tile();
  unit.opposite = tile();
  for (uint16_t& form : unit.forms) form = tile();
  unit.on_icon = GetShort(in);
  unit.most_on_icon = GetShort(in);
  unit.share_below = in.Get<float>();
  if (!(unit.share_below >= 0 && unit.share_below <= 1)) in.MarkBad();
  uint64_t pieces = 0;
  for (uint32_t& count : unit.waking) {
    const uint64_t here = in.GetVarint();
    if (here > layer.pieces) in.MarkBad();
    count = static_cast<uint32_t>(here);
    pieces += count;
  }
  if (pieces != layer.pieces || unit.channel >= kMostChannels) in.MarkBad();
  unit.strongest = GetShort(in);
  const size_t places = size_t{layer.side} * layer.side;
  unit.crops = GetCrops(in, photos, places);
  unit.shown = GetCrops(in, photos, places);
  unit.alike = GetLinks(in);
  unit.fed = GetLinks(in);
  unit.speaks = GetLinks(in);
  return unit;
}

}  // namespace

std::vector<uint8_t> WriteIconAtlas(const IconAtlas& atlas) {
  ByteWriter out;
  out.Put(kMark);
  out.Put(kIconAtlasVersion);
  out.Put(atlas.weights);
  out.PutVarint(atlas.photos.size());
  for (const std::string& photo : atlas.photos) out.PutText(photo);
  out.PutVarint(atlas.layers.size());
  for (const IconLayer& layer : atlas.layers) {
    out.PutText(layer.tensor);
    out.PutText(layer.fed_by);
    out.Put(layer.side);
    out.Put(layer.tiles);
    out.Put(layer.pieces);
    out.PutVarint(layer.units.size());
    for (const IconUnit& unit : layer.units) PutUnit(out, unit);
  }
  return out.Take();
}

Result<IconAtlas> ReadIconAtlas(ByteSpan bytes) {
  ByteReader in(bytes);
  IconAtlas atlas;
  const auto name = [&] {
    const std::string_view text = in.GetText();
    if (text.size() > kMostName) in.MarkBad();
    return std::string(text.substr(0, kMostName));
  };
  if (in.Get<uint32_t>() != kMark) in.MarkBad();
  if (in.Get<uint16_t>() != kIconAtlasVersion) in.MarkBad();
  atlas.weights = in.Get<uint64_t>();
  atlas.photos.resize(in.GetCount(1));
  if (atlas.photos.size() > 255) in.MarkBad();
  for (std::string& photo : atlas.photos) photo = name();
  const size_t layers = in.GetCount(11);
  if (layers > kMostLayers) in.MarkBad();
  for (size_t i = 0; i < layers && in.ok(); ++i) {
    IconLayer& layer = atlas.layers.emplace_back();
    layer.tensor = name();
    layer.fed_by = name();
    layer.side = in.Get<uint16_t>();
    layer.tiles = in.Get<uint16_t>();
    layer.pieces = in.Get<uint32_t>();
    if (size_t{layer.side} * layer.side > kMostPlaces) in.MarkBad();
    const size_t units = in.GetCount(kLeastUnitBytes);
    for (size_t k = 0; k < units && in.ok(); ++k) {
      layer.units.push_back(GetUnit(in, layer, atlas.photos.size()));
      // By channel, each once.
      if (k > 0 && layer.units[k - 1].channel >= layer.units[k].channel) in.MarkBad();
    }
  }
  if (!in.ok() || !in.AtEnd()) return DamagedSection("its atlas of icons is not what it says");
  return atlas;
}

}  // namespace meander
