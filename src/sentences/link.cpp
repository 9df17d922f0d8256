// See link.h. Version byte · corpus id · both ends · spelling, sound · steps · scenic · the book's
// id or nothing · how many better ways are passed over · pins (stop, item + 1 or 0, words) · words
// on the way · lines barred · the current stop.
#include "sentences/link.h"

#include <algorithm>

#include "base/bytes.h"
#include "base/hash.h"
#include "canvas/words.h"

namespace meander {
namespace {

constexpr uint8_t kSentencesLinkVersion = 1;

std::unexpected<Error> NotWhole() {
  return Fail(ErrorCode::kCorrupt, std::string(words::kErrorLink));
}

bool IsText(std::string_view text, size_t most_bytes) {
  return text.size() <= most_bytes && std::ranges::none_of(text, [](char c) {
           return static_cast<unsigned char>(c) < 32 || c == 127;
         });
}

}  // namespace

uint32_t CorpusIdOf(const PackHead& head) {
  ByteWriter about;
  about.PutText(head.name);
  about.Put(head.item_count);
  if (const SectionRef* lines = head.Find(kLinesSection)) {
    for (const ChunkRef& chunk : lines->chunks) about.Put(chunk.hash);
  }
  return static_cast<uint32_t>(Hash64(about.bytes()));
}

std::string WriteSentencesLink(const SentencesLink& link, const PackHead& head,
                               const Shelves& shelves) {
  const GradientRequest& ask = link.ask;
  ByteWriter out;
  out.Put(kSentencesLinkVersion);
  out.Put(CorpusIdOf(head));
  out.PutText(ask.a);
  out.PutText(ask.b);
  out.Put(ask.mix.spelling);
  out.Put(ask.mix.sound);
  out.Put(ask.steps);
  out.Put(ask.scenic);
  const bool is_within = ask.within_shelf < shelves.shelves.size();
  out.PutText(is_within ? shelves.shelves[ask.within_shelf].id : "");
  out.Put(ask.another);
  out.PutVarint(ask.pins.size());
  for (const LinePin& pin : ask.pins) {
    const bool is_item = pin.line.item < kFirstOwnItem;
    out.Put(pin.stop);
    out.PutVarint(is_item ? uint64_t{pin.line.item} + 1 : 0);
    out.PutText(pin.line.text);
  }
  out.PutVarint(ask.vias.size());
  for (const std::string& via : ask.vias) out.PutText(via);
  const auto is_line = [](uint32_t item) { return item < kFirstOwnItem; };
  out.PutVarint(static_cast<uint64_t>(std::ranges::count_if(ask.banned, is_line)));
  for (const uint32_t item : ask.banned) {
    if (is_line(item)) out.PutVarint(item);
  }
  out.Put(static_cast<uint8_t>(std::clamp(link.current, 0, kMostStops + 1)));
  return std::string(AsText(out.bytes()));
}

Result<SentencesLink> ReadSentencesLink(std::string_view payload, const PackHead& head,
                                        const Shelves& shelves) {
  ByteReader in(AsBytes(payload));
  const uint8_t version = in.Get<uint8_t>();
  if (in.ok() && version > kSentencesLinkVersion) {
    return Fail(ErrorCode::kTooNew, std::string(words::kErrorLinkNew));
  }
  SentencesLink link;
  GradientRequest& ask = link.ask;
  link.is_other_corpus = in.Get<uint32_t>() != CorpusIdOf(head);
  ask.a = in.GetText();
  ask.b = in.GetText();
  ask.mix.spelling = in.Get<uint8_t>();
  ask.mix.sound = in.Get<uint8_t>();
  ask.steps = in.Get<uint8_t>();
  ask.scenic = in.Get<uint8_t>();
  const std::string_view book = in.GetText();
  ask.another = in.Get<uint8_t>();
  const bool is_sound = version == kSentencesLinkVersion && in.ok() &&
                        IsText(ask.a, kMostLineBytes) && IsText(ask.b, kMostLineBytes) &&
                        ask.mix.spelling + ask.mix.sound <= 100 && ask.steps >= kFewestStops &&
                        ask.steps <= kMostStops && ask.scenic <= 100 && ask.another <= kMostAnother;
  if (!is_sound) return NotWhole();
  ask.mix.meaning = static_cast<uint8_t>(100 - ask.mix.spelling - ask.mix.sound);
  for (size_t shelf = 0; shelf < shelves.shelves.size(); ++shelf) {
    if (shelves.shelves[shelf].id == book) ask.within_shelf = static_cast<uint16_t>(shelf);
  }
  const size_t pins = in.GetCount(3);
  if (pins > kMostPins) return NotWhole();
  for (size_t i = 0; i < pins; ++i) {
    LinePin pin;
    pin.stop = in.Get<uint8_t>();
    const uint64_t item = in.GetVarint();
    pin.line.text = in.GetText();
    const bool fits = in.ok() && pin.stop < ask.steps && IsText(pin.line.text, kMostLineBytes) &&
                      !pin.line.text.empty() && item <= head.item_count + uint64_t{kFirstOwnItem} &&
                      (ask.pins.empty() || ask.pins.back().stop < pin.stop);
    if (!fits) return NotWhole();
    if (item > 0 && item <= head.item_count && !link.is_other_corpus) {
      pin.line.item = static_cast<uint32_t>(item - 1);
    }
    ask.pins.push_back(std::move(pin));
  }
  const size_t vias = in.GetCount(1);
  if (vias > kMostVias) return NotWhole();
  for (size_t i = 0; i < vias; ++i) {
    ask.vias.emplace_back(in.GetText());
    if (!in.ok() || ask.vias.back().empty() || !IsText(ask.vias.back(), 100)) return NotWhole();
  }
  const size_t banned = in.GetCount(1);
  if (banned > kMostBanned) return NotWhole();
  for (size_t i = 0; i < banned; ++i) {
    const uint64_t item = in.GetVarint();
    if (item < head.item_count && !link.is_other_corpus) {
      ask.banned.push_back(static_cast<uint32_t>(item));
    }
  }
  link.current = in.Get<uint8_t>();
  if (!in.ok() || !in.AtEnd()) return NotWhole();
  return link;
}

}  // namespace meander
