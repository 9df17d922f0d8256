// Everything the Inside room knows, and what each action does to it: Apply changes the state and
// returns what the world is asked for. Pure: time comes in, nothing is drawn or said here. What is
// shown follows from two texts and how one looks at them; wishes.h says which answers that takes.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "canvas/room.h"
#include "engine/inside_messages.h"
#include "inside/check.h"
#include "pack/idea_sections.h"

namespace meander {

enum class InsideView : uint8_t {
  kBridge,
  kWords,
  kGrid,
  kGroups,
  kWhy,
  kWhatIf,
  kDictionary,
  kInfluence
};
inline constexpr int kInsideViews = 8;
inline constexpr std::string_view kViewNames[kInsideViews] = {
    "bridge", "words", "grid", "groups", "why", "what-if", "dictionary", "influence"};
inline constexpr int kLastLayer = 6;  // layers 0 … 6: the words on their own … the sentence
inline constexpr size_t kMostTextBytes = 1000;
inline constexpr double kTypingRest_s = 0.3;

// How pairs of words are weighed. kBest: exact shares at the last layer, gradients summed below it.
enum class PairWay : uint8_t { kBest, kLeavingOut, kFairShares };
enum class CellSize : uint8_t { kNorm, kUnusual };  // what the area of a grid's dot tells

// How one looks.
struct InsideLook {
  InsideView view = InsideView::kBridge;
  uint8_t layer = 4;
  PairWay pair_way = PairWay::kBest;
  std::array<InsideWordMethod, 4> methods = {InsideWordMethod::kOcclusion, InsideWordMethod::kLime,
                                             InsideWordMethod::kShapley,
                                             InsideWordMethod::kGradient};
  uint8_t leader = 0;      // which of them orders the race
  bool of_second = false;  // Words: the second sentence's words
  uint8_t groups = 4;      // 2 … 12
  CellSize cell_size = CellSize::kNorm;
  bool by_piece = false;
  // Why this one, What if.
  InsideWordMethod why_method = InsideWordMethod::kShapley;
  bool hides = false;  // Groups: the pinned one is taken out of both sentences
  // Dictionary: the neuron whose card is open; layer 0: none.
  uint8_t card_layer = 0;
  uint16_t card_channel = 0;
  bool ghost = false;
  uint32_t seed = 7;
  bool operator==(const InsideLook&) const = default;
};

// What is pointed at: a word, a pair of words, a cell, a group.
struct InsideTarget {
  enum class Kind : uint8_t {
    kNone,
    kFirst,
    kSecond,
    kPair,
    kCellFirst,
    kCellSecond,
    kGroup,
    kStrike,  // a word of the first sentence that a press strikes out, or brings back
    kMap,     // where the sentence lies now on the map of ideas; a press goes there
    kNeuron,  // a: its channel, b: its layer; a press opens its card
  };
  Kind kind = Kind::kNone;
  uint16_t a = 0;  // the unit of the first sentence (or the only one)
  uint16_t b = 0;  // the unit of the second, or a layer
  bool operator==(const InsideTarget&) const = default;
};
// As a scene's item and back.
uint32_t ItemOf(const InsideTarget& target);
InsideTarget TargetOf(uint32_t item);

// An answer that has come, or what stood in its way.
struct InsideKnown {
  std::vector<uint8_t> question;
  std::optional<InsideAnswer> answer;
  std::string problem;
  bool is_whole = false;
  double took_s = -1;  // −1: it was there before
};

enum class InsideDialog : uint8_t { kNone, kHelp, kTrust };

struct InsideState {
  PackHead head;
  std::string a, b;
  std::string c;           // what `a` might have been nearer to: for "Why this one"
  std::string edited;      // `a` as it might be, for "What if"; empty: as it is
  bool is_example = true;  // nothing has been changed yet
  InsideLook look;
  InsideTarget hovered, pinned;
  std::vector<InsideKnown> known;
  // The places of the map of ideas, fetched when a view first shows them.
  std::optional<IdeaPlaces> map;
  std::vector<std::vector<uint8_t>> map_parts;
  bool map_asked = false;

  InsideCheck check;

  RequestId request = 0;  // one question at a time is under way
  std::vector<uint8_t> asked;
  double asked_s = 0;
  ProgressReply progress;
  double due_s = -1;  // when typed texts are asked about

  // Depth in layers as it is drawn; the look's layer but while it moves.
  float depth = 4;
  bool is_playing = false;
  double play_from_s = 0;
  float play_from = 0, play_to = 0;
  float race = 2;  // words struck so far, in the race

  int open_pick = -1;  // which of the four lists is open
  InsideDialog dialog = InsideDialog::kNone;
  bool shows_list = false;
  // Of what takes the encoder's megabytes: whether they are asked for before they are fetched (in
  // somebody's page, on a metered line), whether the reader has said yes, and whether the question
  // stands in the page now, because what is wanted most did not come with the site.
  bool is_careful = false, may_fetch = false, asks_to_fetch = false;
  std::vector<uint8_t> not_here;  // what that was
  std::string notice;
  double notice_until_s = 0;
  double now_s = 0;
  bool is_narrow = false;  // a phone: words run down

  InsideTarget pointed() const {
    return hovered.kind != InsideTarget::Kind::kNone ? hovered : pinned;
  }
};

// Whether the view speaks of three sentences.
inline bool ShowsThird(const InsideState& state) {
  return state.look.view == InsideView::kWhy || state.look.view == InsideView::kWhatIf;
}

// Whether it shows where things lie on the map of ideas.
inline bool ShowsMap(const InsideState& state) {
  return ShowsThird(state) || state.look.view == InsideView::kGrid;
}

// Whether it speaks of one cell: a word at a layer.
inline bool ShowsCell(const InsideState& state) {
  return state.look.view == InsideView::kDictionary || state.look.view == InsideView::kInfluence;
}

// Pairs of sentences to begin with, the first being the example.
struct InsidePreset {
  std::string_view name, a, b, c;
};
std::span<const InsidePreset> InsidePresets();

Effects StartInside(InsideState& state, const PackHead& head, std::string_view link_payload);
Effects TakeReply(InsideState& state, const Reply& reply);
// A part of the map of ideas; without it, it is left out.
Effects TakeMap(InsideState& state, const ChunkRef& chunk, Result<ByteSpan> bytes);
Effects TakeLink(InsideState& state, std::string_view payload);
// By the names of the Page's actions; unknown ones and bad arguments do nothing.
Effects Apply(InsideState& state, std::string_view action, std::string_view argument);
// What has become due by `now_s`; `more`: something is still to.
Effects LetTimePass(InsideState& state, double now_s, bool& more);
// Moves a depth that plays; true while it moves.
bool AdvanceDepth(InsideState& state, bool reduced_motion);

}  // namespace meander
