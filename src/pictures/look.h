// How one looks into a picture: which layer, cut how, for which class, by which method; and what is
// pointed at. What a link carries, apart from which picture it is.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/pictures_messages.h"

namespace meander {

// What each view asks beside a look at the picture, and with which words its column begins:
//   kGrid        one place; shares, where it weighs by them          "At layer 11, upper left …"
//   kGroups      groups with their shares; one place                 "Why not lynx? …"
//   kWhy         shares by the look's method, and the quick guess    "cat leads lynx by 3.33 …"
//   kWhatIf      shares by LIME, occlusion, integral; a race         "Take away first what …"
//   kDictionary  one place                                           "Upper left is 402 channels …"
//   kUnits       one channel or class on this picture                "Channel 402 fires hardest …"
// wishes.cpp has the questions, sentences.cpp the words, page_side.cpp the blocks below them. So
// "Why not lynx?" leads kGroups, and is a button in figures (page_figure.h); it asks for no other
// view. kWhy is the tab "Why this one".
enum class PictureView : uint8_t { kGrid, kGroups, kWhy, kWhatIf, kDictionary, kUnits };
inline constexpr int kPictureViews = 6;
inline constexpr std::string_view kPictureViewNames[kPictureViews] = {
    "grid", "groups", "why", "what-if", "dictionary", "units"};

// What a layer is cut into: one number, all of one place, all of one channel, or what fires
// together (Olah et al. 2018, "The Building Blocks of Interpretability").
enum class PictureSlice : uint8_t { kNeuron, kSpatial, kChannel, kGroup };
inline constexpr int kPictureSlices = 4;

inline constexpr uint8_t kClosest = 2;

struct PictureLook {
  PictureView view = PictureView::kGroups;
  uint8_t layer = kPictureDefaultLayer;
  PictureSlice slice = PictureSlice::kGroup;
  bool by_share = true;  // attribution; else activation
  // What is asked about: class a rather than b; kNoClass: the first, the second that it sees.
  uint16_t a = kNoClass, b = kNoClass;
  bool alone = false;  // a by itself
  PictureMethod method = PictureMethod::kIntegrated;
  uint8_t groups = 4;  // 2 … 10
  bool only = false;   // of the pinned group: the rest of the picture recedes
  bool hides = false;  // it is taken out of the layer
  // Groups: those of an earlier layer beside them, and what of each passes through these.
  bool flows = false;
  uint8_t from_layer = kPictureDefaultLayer - 1;  // where it is no earlier one: the one before
  uint8_t from_groups = 4;                        // 2 … 10
  uint8_t closer = 0;     // Grid: how often the part that is shown is halved, 0 … kClosest
  bool has_unit = false;  // Units: which one; else the strongest of the place
  uint8_t unit_layer = kPictureDefaultLayer;  // kPictureClasses: a class
  uint16_t unit = 0;
  bool ghost = false;
  uint32_t seed = 7;
  bool operator==(const PictureLook&) const = default;
};

inline constexpr uint8_t kFirstGroupLayer = 2;
static_assert(HasPictureGroups(kFirstGroupLayer) && !HasPictureGroups(kFirstGroupLayer - 1));
// Whose groups flow through the look's; nothing: no flow is asked for, or no earlier layer has any.
inline std::optional<uint8_t> FlowsFrom(const PictureLook& look) {
  if (!look.flows || look.view != PictureView::kGroups || look.layer <= kFirstGroupLayer) {
    return std::nullopt;
  }
  const auto before = static_cast<uint8_t>(look.layer - 1);
  return look.from_layer >= kFirstGroupLayer && look.from_layer < before ? look.from_layer : before;
}

struct PictureTarget {
  enum class Kind : uint8_t {
    kNone,
    kPlace,    // a: layer, b: place of its grid
    kGroup,    // b: its number
    kChannel,  // a: layer, b: channel
    kClass,    // b: its number
    kPhoto,    // b: an item of the pack
    kSegment,  // b: a superpixel
    kSlice,    // b: PictureSlice
    kFrame,    // b: a still of a growing picture, by its number; no mark is one, only an action
    kSource,   // b: a group of the earlier layer of a flow
  };
  Kind kind = Kind::kNone;
  uint8_t a = 0;
  uint16_t b = 0;
  bool operator==(const PictureTarget&) const = default;
};
// As a scene's item and back.
uint32_t ItemOf(const PictureTarget& target);
PictureTarget PictureTargetOf(uint32_t item);

}  // namespace meander
