// The sections of a pack of drawings: an item is a drawing that is shown as an example. Names are
// "titles" (sections.h), the network's numbers "pen" (net/pennet/pen_layout.h). Readers check
// everything and answer kCorrupt rather than trust a checksum.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"
#include "pack/ink.h"

namespace meander {

// "signs", a stream: a line each, the sign, a space, its name; as many as the network knows. With
// the network they are named as Typst names them ("inter"), in a pack as a person says it
// ("intersection": data/drawings/sign_names.txt).
struct PenSign {
  std::string sign;  // "∩"
  std::string name;
};
Result<std::vector<PenSign>> ReadSigns(std::string_view text);

// "examples", a stream: ink, one drawing after the other.
inline constexpr std::string_view kExamplesSection = "examples";
std::vector<uint8_t> WriteExamples(std::span<const Ink> drawings);
Result<std::vector<Ink>> ReadExamples(ByteSpan bytes, uint32_t item_count);

// "pieces", a stream, may be absent: of each layer that the page shows (engine/drawings_messages.h)
// and each of its channels what it fires most for, the mean of the examples' strongest pieces: a
// picture of kPieceSide rows, half a byte a place, the left one of two in the lower half; 15: all
// of them have ink there. A channel that no example makes fire is all zeros.
inline constexpr std::string_view kPiecesSection = "pieces";
inline constexpr size_t kPieceSide = 12, kPiecePlaces = kPieceSide * kPieceSide,
                        kPieceBytes = kPiecePlaces / 2;
Result<void> CheckPieces(ByteSpan bytes, size_t channels);
// 0 … 15.
inline int InkOfPiece(ByteSpan piece, size_t place) {
  return place % 2 == 0 ? piece[place / 2] & 15 : piece[place / 2] >> 4;
}

}  // namespace meander
