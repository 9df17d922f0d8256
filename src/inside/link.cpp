// See link.h. Version byte · both sentences · what the first might be nearer to · the first as it
// might be · view · layer · how pairs are weighed · four methods · which of them leads · the way of
// "Why this one" · groups · flags · the neuron whose card is open, if one is (version 2) · seed ·
// what is pinned (kind, and two numbers where it is anything).
#include "inside/link.h"

#include <algorithm>
#include <utility>

#include "base/bytes.h"
#include "base/utf8.h"
#include "canvas/words.h"

namespace meander {
namespace {

// A link is written in the oldest version that can say it, which older builds read.
constexpr uint8_t kInsideLinkVersion = 2;
constexpr uint8_t kLastMethod = static_cast<uint8_t>(InsideWordMethod::kRollout);
enum Flag : uint8_t {
  kOfSecond = 1,
  kUnusual = 2,
  kByPiece = 4,
  kGhost = 8,
  kHides = 16,  // from version 2 on, as the next
  kHasCard = 32
};
constexpr uint8_t kKnownFlags[] = {0, 15, 63};  // by version

bool IsText(std::string_view text) {
  return text.size() <= kMostTextBytes &&
         std::ranges::none_of(
             text, [](char c) { return static_cast<unsigned char>(c) < 32 || c == 127; }) &&
         RepairUtf8(text) == text;
}

}  // namespace

InsideLink InsideLinkOf(const InsideState& state) {
  return {state.a, state.b, state.look, state.pinned, state.c, state.edited};
}

void LookAsLinked(InsideState& state, InsideLink link) {
  state.a = std::move(link.a);
  state.b = std::move(link.b);
  state.c = std::move(link.c);
  state.edited = std::move(link.edited);
  state.look = link.look;
  state.pinned = link.pinned;
  state.depth = state.look.layer;
}

std::string WriteInsideLink(const InsideLink& link) {
  const InsideLook& look = link.look;
  const bool has_card = look.card_layer > 0;
  ByteWriter out;
  out.Put<uint8_t>(look.hides || has_card ? 2 : 1);
  out.PutText(link.a);
  out.PutText(link.b);
  out.PutText(link.c);
  out.PutText(link.edited);
  out.Put(static_cast<uint8_t>(look.view));
  out.Put(look.layer);
  out.Put(static_cast<uint8_t>(look.pair_way));
  for (const InsideWordMethod method : look.methods) out.Put(static_cast<uint8_t>(method));
  out.Put(look.leader);
  out.Put(static_cast<uint8_t>(look.why_method));
  out.Put(look.groups);
  out.Put(static_cast<uint8_t>((look.of_second ? kOfSecond : 0) |
                               (look.cell_size == CellSize::kUnusual ? kUnusual : 0) |
                               (look.by_piece ? kByPiece : 0) | (look.ghost ? kGhost : 0) |
                               (look.hides ? kHides : 0) | (has_card ? kHasCard : 0)));
  if (has_card) {
    out.Put(look.card_layer);
    out.Put(look.card_channel);
  }
  out.PutVarint(look.seed);
  out.Put(static_cast<uint8_t>(link.pinned.kind));
  if (link.pinned.kind != InsideTarget::Kind::kNone) {
    out.PutVarint(link.pinned.a);
    out.PutVarint(link.pinned.b);
  }
  return std::string(AsText(out.bytes()));
}

Result<InsideLink> ReadInsideLink(std::string_view payload) {
  ByteReader in(AsBytes(payload));
  const uint8_t version = in.Get<uint8_t>();
  if (in.ok() && version > kInsideLinkVersion) {
    return Fail(ErrorCode::kTooNew, std::string(words::kErrorLinkNew));
  }
  InsideLink link;
  InsideLook& look = link.look;
  link.a = in.GetText();
  link.b = in.GetText();
  link.c = in.GetText();
  link.edited = in.GetText();
  const auto view = in.Get<uint8_t>();
  look.layer = in.Get<uint8_t>();
  const auto way = in.Get<uint8_t>();
  uint8_t greatest = 0;
  for (InsideWordMethod& method : look.methods) {
    const auto number = in.Get<uint8_t>();
    greatest = std::max(greatest, number);
    method = static_cast<InsideWordMethod>(number);
  }
  look.leader = in.Get<uint8_t>();
  const auto why = in.Get<uint8_t>();
  greatest = std::max(greatest, why);
  look.why_method = static_cast<InsideWordMethod>(why);
  look.groups = in.Get<uint8_t>();
  const auto flags = in.Get<uint8_t>();
  if ((flags & kHasCard) != 0) {
    look.card_layer = in.Get<uint8_t>();
    look.card_channel = in.Get<uint16_t>();
  }
  const bool has_card = look.card_layer > 0;
  const uint64_t seed = in.GetVarint();
  const auto kind = in.Get<uint8_t>();
  uint64_t a = 0, b = 0;
  if (kind != 0) {
    a = in.GetVarint();
    b = in.GetVarint();
  }
  const bool is_sound =
      in.ok() && in.AtEnd() && version >= 1 && IsText(link.a) && IsText(link.b) && IsText(link.c) &&
      IsText(link.edited) && view < kInsideViews && look.layer <= kLastLayer &&
      way <= static_cast<uint8_t>(PairWay::kFairShares) && greatest <= kLastMethod &&
      look.leader < look.methods.size() && look.groups >= 2 && look.groups <= 12 &&
      (flags & ~kKnownFlags[std::min(version, kInsideLinkVersion)]) == 0 &&
      has_card == ((flags & kHasCard) != 0) && look.card_layer <= kLastLayer &&
      look.card_channel < 1536 && seed <= 0xFFFFFFFFu &&
      kind <= static_cast<uint8_t>(InsideTarget::Kind::kStrike) && a < 4096 && b < 4096;
  if (!is_sound) return Fail(ErrorCode::kCorrupt, std::string(words::kErrorLink));
  look.view = static_cast<InsideView>(view);
  look.pair_way = static_cast<PairWay>(way);
  look.of_second = (flags & kOfSecond) != 0;
  look.cell_size = (flags & kUnusual) != 0 ? CellSize::kUnusual : CellSize::kNorm;
  look.by_piece = (flags & kByPiece) != 0;
  look.ghost = (flags & kGhost) != 0;
  look.hides = (flags & kHides) != 0;
  look.seed = static_cast<uint32_t>(seed);
  link.pinned = {static_cast<InsideTarget::Kind>(kind), static_cast<uint16_t>(a),
                 static_cast<uint16_t>(b)};
  return link;
}

}  // namespace meander
