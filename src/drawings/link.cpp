// See link.h. Version byte · from 2 on flags · layer · groups · the sign it is asked against · what
// is pinned (kind, and two numbers where it is anything) · the strokes (pack/ink.h).
#include "drawings/link.h"

#include "base/bytes.h"
#include "canvas/words.h"

namespace meander {
namespace {

// Version 1 knows no flags; it is still written where there are none, for those who have links of
// it.
constexpr uint8_t kDrawingsLinkVersion = 2;
constexpr uint8_t kShowsGhost = 1;

bool MayBePinned(const DrawingTarget& target, const Ink& ink) {
  using Kind = DrawingTarget::Kind;
  switch (target.kind) {
    case Kind::kNone:
      return target.a == 0 && target.b == 0;
    case Kind::kPlace:
      return target.a < kDrawingLayers.size() && target.b < ToldPlacesOfDrawing(target.a);
    case Kind::kGroup:
      return target.a == 0 && target.b < kMostDrawingGroups;
    case Kind::kStroke:
      return target.a == 0 && target.b < ink.size();
  }
  return false;
}

}  // namespace

std::string WriteDrawingsLink(const DrawingsLink& link) {
  ByteWriter out;
  const uint8_t flags = link.look.ghost ? kShowsGhost : 0;
  out.Put(flags == 0 ? uint8_t{1} : kDrawingsLinkVersion);
  if (flags != 0) out.Put(flags);
  out.Put(link.look.layer);
  out.Put(link.look.groups);
  out.Put(link.look.b);
  out.Put(static_cast<uint8_t>(link.pinned.kind));
  if (link.pinned.kind != DrawingTarget::Kind::kNone) {
    out.Put(link.pinned.a);
    out.Put(link.pinned.b);
  }
  PutInk(out, link.ink);
  return std::string(AsText(out.bytes()));
}

Result<DrawingsLink> ReadDrawingsLink(std::string_view payload) {
  ByteReader in(AsBytes(payload));
  const auto version = in.Get<uint8_t>();
  if (version > kDrawingsLinkVersion && in.ok()) {
    return Fail(ErrorCode::kTooNew, std::string(words::kErrorLinkNew));
  }
  DrawingsLink link;
  const uint8_t flags = version >= 2 ? in.Get<uint8_t>() : uint8_t{0};
  // What there is no flag for, and a version that none asks for, nobody has written.
  if (version == 0 || flags > kShowsGhost || (version == 2 && flags == 0)) in.MarkBad();
  link.look.ghost = flags == kShowsGhost;
  link.look.layer = in.Get<uint8_t>();
  link.look.groups = in.Get<uint8_t>();
  link.look.b = in.Get<uint16_t>();
  const auto kind = in.Get<uint8_t>();
  if (kind > static_cast<uint8_t>(DrawingTarget::Kind::kStroke)) in.MarkBad();
  link.pinned.kind = in.ok() ? static_cast<DrawingTarget::Kind>(kind) : DrawingTarget::Kind::kNone;
  if (link.pinned.kind != DrawingTarget::Kind::kNone) {
    link.pinned.a = in.Get<uint8_t>();
    link.pinned.b = in.Get<uint16_t>();
  }
  link.ink = GetInk(in);
  const bool is_sound = in.ok() && in.AtEnd() && link.look.layer <= kDrawingEnd &&
                        link.look.groups >= 2 && link.look.groups <= kMostDrawingGroups &&
                        (link.look.b < kDrawnSignCount || link.look.b == kNoSign) &&
                        MayBePinned(link.pinned, link.ink);
  if (!is_sound) return Fail(ErrorCode::kCorrupt, std::string(words::kErrorLink));
  return link;
}

}  // namespace meander
