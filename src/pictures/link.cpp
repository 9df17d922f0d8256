// See link.h. Version byte · photo (its item and one; 0: the reader's own) · view · layer · slice ·
// method · groups · flags · both classes · the unit, if one is chosen · the earlier layer and how
// many of its groups, if they flow · how close, if closer (either makes it version 2; all other
// links are of version 1) · seed · what is pinned (kind, and two numbers where it is anything).
#include "pictures/link.h"

#include "base/bytes.h"
#include "canvas/words.h"

namespace meander {
namespace {

constexpr uint8_t kPicturesLinkVersion = 2;
enum Flag : uint8_t {
  kByShare = 1,
  kAlone = 2,
  kOnly = 4,
  kHides = 8,
  kHasUnit = 16,
  kGhost = 32,
  kFlows = 64,
  kCloser = 128
};
constexpr uint32_t kMostPhotos = 100000;

bool IsClass(uint16_t number) { return number < kPictureClassCount || number == kNoClass; }

bool IsPinned(const PictureTarget& target) {
  using Kind = PictureTarget::Kind;
  switch (target.kind) {
    case Kind::kNone:
      return target.a == 0 && target.b == 0;
    case Kind::kPlace:
      return target.a < kPictureLayers.size() &&
             target.b < kPictureLayers[target.a].told_side * kPictureLayers[target.a].told_side;
    case Kind::kGroup:
    case Kind::kSource:
      return target.a == 0 && target.b < 10;
    case Kind::kChannel:
      return target.a <= kPictureEnd && IsPictureUnit(target.a, target.b);
    case Kind::kSegment:
      return target.a == 0 && target.b < 256;
    case Kind::kClass:
    case Kind::kPhoto:
    case Kind::kSlice:
    case Kind::kFrame:
      return false;  // pressed, never pinned
  }
  return false;
}

}  // namespace

std::string WritePicturesLink(const PicturesLink& link) {
  const PictureLook& look = link.look;
  ByteWriter out;
  out.Put(static_cast<uint8_t>(look.flows || look.closer > 0 ? kPicturesLinkVersion
                                                             : kPicturesLinkVersion - 1));
  out.PutVarint(link.photo == PictureRef::kOwn ? 0 : uint64_t{link.photo} + 1);
  out.Put(static_cast<uint8_t>(look.view));
  out.Put(look.layer);
  out.Put(static_cast<uint8_t>(look.slice));
  out.Put(static_cast<uint8_t>(look.method));
  out.Put(look.groups);
  out.Put(static_cast<uint8_t>((look.by_share ? kByShare : 0) | (look.alone ? kAlone : 0) |
                               (look.only ? kOnly : 0) | (look.hides ? kHides : 0) |
                               (look.has_unit ? kHasUnit : 0) | (look.ghost ? kGhost : 0) |
                               (look.flows ? kFlows : 0) | (look.closer > 0 ? kCloser : 0)));
  out.Put(look.a);
  out.Put(look.b);
  if (look.has_unit) {
    out.Put(look.unit_layer);
    out.Put(look.unit);
  }
  if (look.flows) {
    out.Put(look.from_layer);
    out.Put(look.from_groups);
  }
  if (look.closer > 0) out.Put(look.closer);
  out.PutVarint(look.seed);
  out.Put(static_cast<uint8_t>(link.pinned.kind));
  if (link.pinned.kind != PictureTarget::Kind::kNone) {
    out.Put(link.pinned.a);
    out.Put(link.pinned.b);
  }
  return std::string(AsText(out.bytes()));
}

Result<PicturesLink> ReadPicturesLink(std::string_view payload) {
  ByteReader in(AsBytes(payload));
  if (in.Get<uint8_t>() > kPicturesLinkVersion && in.ok()) {
    return Fail(ErrorCode::kTooNew, std::string(words::kErrorLinkNew));
  }
  PicturesLink link;
  PictureLook& look = link.look;
  const uint64_t photo = in.GetVarint();
  link.photo = photo == 0 ? PictureRef::kOwn : static_cast<uint32_t>(photo - 1);
  const auto view = in.Get<uint8_t>();
  look.layer = in.Get<uint8_t>();
  const auto slice = in.Get<uint8_t>(), method = in.Get<uint8_t>();
  look.groups = in.Get<uint8_t>();
  const auto flags = in.Get<uint8_t>();
  look.a = in.Get<uint16_t>();
  look.b = in.Get<uint16_t>();
  look.has_unit = (flags & kHasUnit) != 0;
  if (look.has_unit) {
    look.unit_layer = in.Get<uint8_t>();
    look.unit = in.Get<uint16_t>();
  }
  look.flows = (flags & kFlows) != 0;
  if (look.flows) {
    look.from_layer = in.Get<uint8_t>();
    look.from_groups = in.Get<uint8_t>();
  }
  const bool is_closer = (flags & kCloser) != 0;
  if (is_closer) look.closer = in.Get<uint8_t>();
  const uint64_t seed = in.GetVarint();
  const auto kind = in.Get<uint8_t>();
  if (kind != 0) {
    link.pinned.a = in.Get<uint8_t>();
    link.pinned.b = in.Get<uint16_t>();
  }
  const bool is_sound =
      in.ok() && in.AtEnd() && payload[0] >= 1 && photo <= kMostPhotos && view < kPictureViews &&
      look.layer <= kPictureEnd && slice < kPictureSlices &&
      method <= static_cast<uint8_t>(PictureMethod::kActivation) && look.groups >= 2 &&
      look.groups <= 10 && HasPictureGroups(look.from_layer) && look.from_groups >= 2 &&
      look.from_groups <= 10 && (look.closer > 0) == is_closer && look.closer <= kClosest &&
      IsClass(look.a) && IsClass(look.b) && IsPictureUnit(look.unit_layer, look.unit) &&
      seed <= 0xFFFFFFFFu && kind <= static_cast<uint8_t>(PictureTarget::Kind::kSource);
  if (!is_sound) return Fail(ErrorCode::kCorrupt, std::string(words::kErrorLink));
  link.pinned.kind = static_cast<PictureTarget::Kind>(kind);
  if (!IsPinned(link.pinned)) return Fail(ErrorCode::kCorrupt, std::string(words::kErrorLink));
  look.view = static_cast<PictureView>(view);
  look.slice = static_cast<PictureSlice>(slice);
  look.method = static_cast<PictureMethod>(method);
  look.by_share = (flags & kByShare) != 0;
  look.alone = (flags & kAlone) != 0;
  look.only = (flags & kOnly) != 0;
  look.hides = (flags & kHides) != 0;
  look.ghost = (flags & kGhost) != 0;
  look.seed = static_cast<uint32_t>(seed);
  return link;
}

}  // namespace meander
