// What the room that looks into pictures asks its engine, and the answers: the bytes inside
// RoomRequest and RoomReply. Plain data. A layer is an index into kPictureLayers; a place of a grid
// is row · side + column, from the top left.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"

namespace meander {

inline constexpr uint16_t kPictureLookSide = 224;  // pixels: what the network is given
inline constexpr size_t kPictureLookBytes = size_t{224} * 224 * 3;
inline constexpr float kPictureCrop = 0.875f;  // of a photo's shorter side is seen

// The stops on the way down, each a true cut whose numbers are 0 … 6 (net/convnet/convnet_layout.h
// and docs/decisions.md). Grids finer than 28 are told as means over blocks of places. What stop,
// share, look, seed … each mean is in docs/architecture.md, "Words of the house".
struct PictureLayer {
  std::string_view label;   // on the rail
  std::string_view tensor;  // as the command line names it
  uint16_t side;            // of the tensor
  uint16_t told_side;       // of the grids in answers
  uint16_t channels;
};
inline constexpr std::array<PictureLayer, 7> kPictureLayers = {{
    {"1", "b1.exp", 112, 28, 96},
    {"3", "b3.exp", 56, 28, 144},
    {"5", "b5.exp", 28, 28, 240},
    {"8", "b8.exp", 14, 14, 480},
    {"11", "b11.exp", 14, 14, 672},
    {"15", "b15.exp", 7, 7, 1152},
    {"end", "head", 7, 7, 1280},
}};
inline constexpr uint8_t kPictureEnd = 6, kPictureDefaultLayer = 4;
// Where a layer may be the classes behind the last one.
inline constexpr uint8_t kPictureClasses = kPictureEnd + 1;
inline constexpr uint16_t kPictureClassCount = 1000;
// Whether a layer (or kPictureClasses) has that channel (class).
constexpr bool IsPictureUnit(size_t layer, size_t unit) {
  if (layer == kPictureClasses) return unit < kPictureClassCount;
  return layer < kPictureLayers.size() && unit < kPictureLayers[layer].channels;
}
// Whether groups can be found there: the two finest layers have too many places.
constexpr bool HasPictureGroups(size_t layer) {
  return layer >= 2 && layer < kPictureLayers.size();
}
inline constexpr uint16_t kNoClass = 0xFFFF;
// What a first visit asks of the first photo, a cat: why not this one, a lynx?
inline constexpr uint16_t kPictureExampleRival = 287;

// Which picture, and by which network.
struct PictureRef {
  uint32_t photo = 0;        // an item of the pack; kOwn: `rgb`
  std::vector<uint8_t> rgb;  // kPictureLookBytes, as PicturesTakeAnswer gave them
  bool ghost = false;        // the network with its weights shuffled by `seed`
  uint32_t seed = 1;
  // Of the room alone, and never sent: by which of the reader's own networks, which no engine
  // knows.
  uint32_t network = 0;
  static constexpr uint32_t kOwn = 0xFFFFFFFF;
  bool operator==(const PictureRef&) const = default;
};

// --- questions -----------------------------------------------------------------------------------
// What the network would be given of a photo of the reader's own: four bytes a pixel, as a browser
// decodes it. At most 4096 × 4096.
struct PicturesTakeQuestion {
  uint16_t width = 0, height = 0;
  std::vector<uint8_t> rgba;
  bool operator==(const PicturesTakeQuestion&) const = default;
};
// The classes, and a grid of every layer.
struct PicturesLookQuestion {
  PictureRef picture;
  bool operator==(const PicturesLookQuestion&) const = default;
};
// One place by itself: its strongest channels, the bare numbers, what it was made from and what it
// feeds.
struct PicturesCellQuestion {
  PictureRef picture;
  uint8_t layer = kPictureDefaultLayer;
  uint16_t place = 0;  // of the told grid
  uint8_t count = 8;   // channels, 1 … 32
  bool operator==(const PicturesCellQuestion&) const = default;
};
enum class PictureMethod : uint8_t {
  kIntegrated,  // of the layer, a step at a time
  kGradient,    // gradient × activation, of the layer; exact at the end
  kOcclusion,   // of the picture: a grey square slid over it
  kLime,        // of the picture: superpixels
  kActivation,  // where much fires, whatever it is for
};
// What speaks for class a (rather than b), in logits. Integrated, occlusion and LIME answers come
// in rounds.
struct PicturesShareQuestion {
  PictureRef picture;
  uint8_t layer = kPictureDefaultLayer;  // of no matter to the methods of the picture
  uint16_t a = 0, b = kNoClass;
  PictureMethod method = PictureMethod::kIntegrated;
  uint8_t steps = 32;      // integrated: a power of two, 1 … 64
  uint16_t samples = 200;  // LIME: 20 … 1000
  uint8_t segments = 50;   // LIME: 10 … 120
  bool operator==(const PicturesShareQuestion&) const = default;
};
// Groups of neurons in a layer, and what each does for a rather than b; with shares in rounds.
struct PicturesGroupQuestion {
  PictureRef picture;
  uint8_t layer = kPictureDefaultLayer;  // not 0 or 1: too many places
  uint8_t groups = 4;                    // 2 … 10
  uint16_t a = 0, b = kNoClass;
  uint8_t steps = 32;
  uint8_t stability_seeds = 0;  // 0 … 20
  // Of an earlier layer, to see what flows from its groups through these; kNoLayer: none.
  uint8_t layer_from = kNoLayer;
  uint8_t groups_from = 4;
  static constexpr uint8_t kNoLayer = 255;
  bool operator==(const PicturesGroupQuestion&) const = default;
};
// One channel (or class, with layer = kPictureClasses) on this picture: where it fires.
struct PicturesUnitQuestion {
  PictureRef picture;
  uint8_t layer = kPictureDefaultLayer;
  uint16_t channel = 0;
  bool operator==(const PicturesUnitQuestion&) const = default;
};
// Takes places out of the picture, those that a method calls heaviest first, and by chance.
struct PicturesRaceQuestion {
  PictureRef picture;
  uint8_t layer = kPictureDefaultLayer;
  uint16_t a = 0, b = kNoClass;
  std::vector<PictureMethod> methods;  // 1 … 5
  bool operator==(const PicturesRaceQuestion&) const = default;
};
// Grows a picture that makes one unit fire, from noise. Told every few steps, the noise itself
// first.
struct PicturesGrowQuestion {
  uint8_t layer = kPictureDefaultLayer;  // kPictureClasses: a class
  uint16_t channel = 0;
  int8_t sign = 1;  // -1: its opposite
  uint32_t seed = 1;
  uint16_t steps = 128;  // 1 … 1024
  uint8_t side = 112;    // pixels, a multiple of 16, 32 … 224
  uint16_t from = 0;     // goes on from there: what came up to this step is not told again
  bool operator==(const PicturesGrowQuestion&) const = default;
};
// What another network is given of a picture, one that only the page can ask: the same square, at
// its own size. At once.
struct PicturesFitQuestion {
  PictureRef picture;
  uint16_t width = 0, height = 0;  // of `rgba`: the square as finely as it is here
  std::vector<uint8_t> rgba;
  uint16_t to_width = 0, to_height = 0;  // 16 … 1024
  bool is_bilinear = false;              // else bicubic
  float crop = kPictureCrop;             // of the photo's shorter side, at most what is seen of it
  bool operator==(const PicturesFitQuestion&) const = default;
};
// Which covered pictures that network is to look at next, and what follows from those it has looked
// at. Nothing is kept between: who asks says what was seen so far.
enum class PictureCover : uint8_t { kOcclusion, kLime, kRace };
struct PicturesCoverQuestion {
  PictureRef picture;
  uint16_t width = 0, height = 0;
  std::vector<uint8_t> rgb;  // [height, width, 3], as PicturesFitAnswer gave it
  float crop = kPictureCrop;
  PictureCover cover = PictureCover::kOcclusion;
  // One a look, that at the whole picture first: of a less b, as logits; for a race the logit of
  // what is raced for.
  std::vector<float> values;
  std::vector<float> occlusion, lime;  // for a race: all that these two saw, each its own map
  uint8_t want = 1;                    // pictures, 1 … 16
  bool operator==(const PicturesCoverQuestion&) const = default;
};
using PicturesQuestion =
    std::variant<PicturesTakeQuestion, PicturesLookQuestion, PicturesCellQuestion,
                 PicturesShareQuestion, PicturesGroupQuestion, PicturesUnitQuestion,
                 PicturesRaceQuestion, PicturesGrowQuestion, PicturesFitQuestion,
                 PicturesCoverQuestion>;

// --- answers -------------------------------------------------------------------------------------
struct PicturesTakeAnswer {
  std::vector<uint8_t> rgb;  // kPictureLookBytes
  // The square that was taken, in the photo's pixels.
  uint16_t left = 0, top = 0, side = 0;
};
struct PictureClass {
  uint16_t index = 0;
  std::string name;
  float share = 0;  // probability, 0 … 1
  float logit = 0;
};
// Every told place: how much fires, and its four strongest channels; to within a five-hundredth.
struct PictureGrid {
  std::vector<float> strength;     // [told places]: √Σ a², of the mean over a block
  std::vector<uint16_t> channels;  // [told places, 4], strongest first
  std::vector<float> values;       // [told places, 4]
};
struct PicturesLookAnswer {
  std::vector<PictureClass> classes;  // ten, best first
  std::array<PictureGrid, kPictureLayers.size()> grids;
};
struct PictureChannel {
  uint16_t channel = 0;
  float value = 0;      // in the cell; of a share answer in logits; of a group its weight
  float strongest = 0;  // anywhere on this picture
};
struct PicturesCellAnswer {
  std::vector<PictureChannel> channels;  // strongest first
  uint16_t more = 0;                     // others above 0
  float none_above = 0;                  // the strongest of those
  float share_shown = 0;                 // part of all that is above 0 in the cell, 0 … 1
  std::vector<float> numbers;            // the cell itself
  // For every layer before: the part of the cell's strength that each told place there accounts
  // for (gradient × activation, signed); for every layer after: by how much each told place's
  // strength falls, as a part of it, when the cell is put to 0; itself: empty.
  std::array<std::vector<float>, kPictureLayers.size()> other;
};
// `value` is the logit of a, or that less the logit of b, with every method. The rest by method:
//
//   method               places                   channels     sum       value_at_zero    gap
//   kIntegrated,         logits for a rather      16 greatest  of all    with the layer   yes
//   kGradient            than b                   by size      shares    all zeros
//   kOcclusion           mean loss, in logits,    none         0         0                no
//                        of the squares over it
//   kLime                weights of superpixels   none         of all    the fit's, with  the fit's
//                        spread evenly over them               weights   all covered
//   kActivation          strength: √Σ a², for     16 strongest 0         0                no
//                        no class                 anywhere
//
// Where there is one, gap = value - value_at_zero - sum: what the shares leave unexplained. Of
// LIME it says how far the fit is off at the whole picture.
struct PicturesShareAnswer {
  uint8_t side = 0;
  std::vector<float> places;  // [side²]
  std::vector<PictureChannel> channels;
  float sum = 0, value = 0, value_at_zero = 0;
  uint16_t done = 0, in_all = 0;  // steps, squares, samples; 1 of 1 for what comes at once
  // LIME alone.
  float r2 = 0;
  std::vector<uint8_t> segments;  // [224 · 224]: which superpixel
  std::vector<float> weights;     // one a superpixel
};
struct PictureGroup {
  float mass = 0;                        // its part of all that the groups make up
  std::vector<float> strengths;          // [told places], each of the layer's strongest
  std::vector<PictureChannel> channels;  // eight, value = weight
  // Of a - b, in logits; doubt: its standard error over the steps so far.
  float share = 0, doubt = 0;
  float without = 0;                 // by how much a - b truly falls when the group is taken out
  std::vector<float> class_effects;  // the same for each class of PicturesLookAnswer, in order
  float stability = 0;               // part of other starts that find it again; with seeds
};
struct PicturesGroupAnswer {
  std::vector<PictureGroup> groups;  // by mass
  float relative_error = 0;          // |x - groups| / |x|
  float sum = 0, value = 0, value_at_zero = 0;
  uint16_t done = 0, in_all = 0;
  std::vector<PictureGroup> from;  // with layer_from
  std::vector<float> flow;         // [from, groups], in logits: parts of `share` of the former
  // What no earlier group holds. Of the flow too the gap is what is left: value -
  // flow_value_at_zero - flow_no_group - the earlier groups' shares.
  float flow_no_group = 0, flow_value_at_zero = 0;
  uint16_t flow_done = 0, flow_in_all = 0;
};
struct PicturesUnitAnswer {
  uint8_t side = 0;
  std::vector<float> values;  // [side²]
  float strongest = 0;
};
// Races are run in the probability of a; with b, in that of a where only the two are asked for
// (RaceValue in net/convnet/place_race.h).
struct PictureRace {
  PictureMethod method = PictureMethod::kIntegrated;
  std::vector<float> deletion, insertion;  // that, at fractions 0, .1 … 1
  float deletion_area = 0, insertion_area = 0;
};
struct PicturesRaceAnswer {
  std::vector<PictureRace> races;
  // The same over random orders: the mean, and where the middle 80 % lie.
  std::vector<float> chance, chance_low, chance_high;
  float chance_area = 0;
  uint16_t done = 0, in_all = 0;
};
struct PicturesGrowAnswer {
  uint16_t step = 0, steps = 0;
  float value = 0;  // the unit's pre-activation now
  uint8_t side = 0;
  std::vector<uint8_t> rgb;  // [side, side, 3]
};
struct PicturesFitAnswer {
  std::vector<uint8_t> rgb;  // [to_height, to_width, 3]
};
struct PicturesCoverAnswer {
  std::vector<uint8_t> rgb;  // [pictures, height, width, 3]; none: all has been looked at
  uint8_t pictures = 0;
  PicturesShareAnswer share;  // of occlusion and LIME
  PicturesRaceAnswer race;
};
using PicturesAnswer =
    std::variant<PicturesTakeAnswer, PicturesLookAnswer, PicturesCellAnswer, PicturesShareAnswer,
                 PicturesGroupAnswer, PicturesUnitAnswer, PicturesRaceAnswer, PicturesGrowAnswer,
                 PicturesFitAnswer, PicturesCoverAnswer>;

std::vector<uint8_t> WritePicturesQuestion(const PicturesQuestion& question);
Result<PicturesQuestion> ReadPicturesQuestion(ByteSpan bytes);
std::vector<uint8_t> WritePicturesAnswer(const PicturesAnswer& answer);
Result<PicturesAnswer> ReadPicturesAnswer(ByteSpan bytes);

}  // namespace meander
