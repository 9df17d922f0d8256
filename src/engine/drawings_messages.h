// What the room of drawings asks its engine, and the answers: the bytes inside RoomRequest and
// RoomReply. Plain data. A layer is an index into kDrawingLayers; a place of a grid is row · side +
// column, from the top left.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"
#include "pack/ink.h"

namespace meander {

// The stops on the way down, each a true cut whose numbers are not below 0
// (net/pennet/pen_layout.h). Grids finer than 28 are told as means over blocks of places. What
// stop, share, look … each mean is in docs/architecture.md, "Words of the house".
struct DrawingLayer {
  std::string_view label;   // on the rail
  std::string_view tensor;  // as the network names it
  uint16_t side;            // of the tensor
  uint16_t told_side;       // of the grids in answers
  uint16_t channels;
};
inline constexpr std::array<DrawingLayer, 7> kDrawingLayers = {{
    {"0", "stem", 112, 28, 32},
    {"1", "b0", 56, 28, 16},
    {"2", "b1", 28, 28, 24},
    {"3", "b2.dw", 28, 28, 72},
    {"4", "b8.exp", 14, 14, 192},
    {"5", "b8.dw", 14, 14, 192},
    {"6", "b14", 7, 7, 336},
}};
// The picture that the network is shown is so many pixels wide, and the drawing in its middle is
// made so many along its longer side (net/pennet/pen_drawing.h).
inline constexpr uint16_t kDrawnPictureSide = 224, kDrawnInkSide = 204;
inline constexpr uint8_t kDrawingEnd = 6, kDrawingDefaultLayer = 4;
inline constexpr uint16_t kDrawnSignCount = 411;
inline constexpr uint16_t kNoSign = 0xFFFF;
constexpr size_t ToldPlacesOfDrawing(size_t layer) {
  return size_t{kDrawingLayers[layer].told_side} * kDrawingLayers[layer].told_side;
}
// Whether groups can be found there: the two finest layers have too many places.
constexpr bool HasDrawingGroups(size_t layer) {
  return layer >= 2 && layer < kDrawingLayers.size();
}
inline constexpr uint8_t kMostDrawingGroups = 9;

// --- questions -----------------------------------------------------------------------------------
// Of every question, `ghost`: asked of the network itself where it is 0, else of its ghost, whose
// weights are shuffled by that seed (net/pennet/pen_ghost.h).

// The signs that it may be, and a grid of every layer.
struct DrawingsLookQuestion {
  Ink ink;
  uint32_t ghost = 0;
  bool operator==(const DrawingsLookQuestion&) const = default;
};
// Groups of neurons in a layer, and what each does for sign a, or for a rather than b.
struct DrawingsGroupQuestion {
  Ink ink;
  uint8_t layer = kDrawingDefaultLayer;  // not 0 or 1: too many places
  uint8_t groups = 4;                    // 2 … 9
  uint16_t a = 0, b = kNoSign;
  uint8_t steps = 16;  // of the integral: a power of two, 1 … 64
  uint8_t stability_seeds = 10;
  uint32_t ghost = 0;
  bool operator==(const DrawingsGroupQuestion&) const = default;
};
// What sign a, or how far it is ahead of b, loses without each stroke.
struct DrawingsStrokeQuestion {
  Ink ink;
  uint16_t a = 0, b = kNoSign;
  uint32_t ghost = 0;
  bool operator==(const DrawingsStrokeQuestion&) const = default;
};
using DrawingsQuestion =
    std::variant<DrawingsLookQuestion, DrawingsGroupQuestion, DrawingsStrokeQuestion>;

// --- answers -------------------------------------------------------------------------------------
struct DrawnSign {
  uint16_t index = 0;
  std::string sign, name;  // "∩", "inter"
  float share = 0;         // probability, 0 … 1; 0 where only the name is told
  float logit = 0;
};
// Every told place: how much fires, and its four strongest channels; to within a five-hundredth.
struct DrawingGrid {
  std::vector<float> strength;     // [told places]: √Σ a², of the mean over a block
  std::vector<uint16_t> channels;  // [told places, 4], strongest first
  std::vector<float> values;       // [told places, 4]
};
struct DrawingsLookAnswer {
  std::vector<DrawnSign> signs;  // eight, best first
  std::array<DrawingGrid, kDrawingLayers.size()> grids;
};
struct DrawingGroup {
  float mass = 0;                // its part of all that the groups make up
  std::vector<float> strengths;  // [told places], each of the layer's strongest
  float share = 0;               // of a - b, in logits, by the integral
  float without = 0;             // by how much a - b truly falls when it is taken out
  float stability = 0;           // part of other starts that find it again
};
// In rounds: groups, what each is worth, how often they are found again.
struct DrawingsGroupAnswer {
  std::vector<DrawingGroup> groups;  // by mass
  float relative_error = 0;          // |x - groups| / |x|
  float sum = 0, value = 0, value_at_zero = 0;
  uint16_t done = 0, in_all = 0;  // steps of the integral
};
struct StrokeLoss {
  uint8_t stroke = 0;
  float value = 0, loss = 0;  // without it, and by how much less that is
  float share = 0;            // probability of a, without it
  DrawnSign top;              // what it would be called then
};
// Of strokes that have not been left out yet there is none.
struct DrawingsStrokeAnswer {
  float value = 0, share = 0;  // with all of them; share: probability of a
  float empty_value = 0;       // of a sheet with nothing on it
  std::string empty_sign, empty_name;
  std::vector<StrokeLoss> losses;
  uint16_t done = 0, in_all = 0;
};
using DrawingsAnswer = std::variant<DrawingsLookAnswer, DrawingsGroupAnswer, DrawingsStrokeAnswer>;

std::vector<uint8_t> WriteDrawingsQuestion(const DrawingsQuestion& question);
Result<DrawingsQuestion> ReadDrawingsQuestion(ByteSpan bytes);
std::vector<uint8_t> WriteDrawingsAnswer(const DrawingsAnswer& answer);
Result<DrawingsAnswer> ReadDrawingsAnswer(ByteSpan bytes);

}  // namespace meander
