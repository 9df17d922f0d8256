// Everything the Ideas room knows, and what each action does to it: Apply changes the state and
// returns what the world is asked for. Pure: time comes in, nothing is drawn or said here.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "canvas/room.h"
#include "ideas/compare.h"
#include "ideas/duet.h"
#include "ideas/journey.h"
#include "ideas/kept.h"
#include "ideas/link.h"
#include "ideas/list.h"
#include "ideas/map.h"
#include "ideas/map_key.h"
#include "ideas/map_shift.h"
#include "ideas/replay.h"
#include "ideas/text_trail.h"
#include "ideas/title_search.h"
#include "ideas/tour.h"
#include "ideas/walk.h"
#include "ideas/why.h"

namespace meander {

struct ArticlePane {
  uint32_t item = kNoItem;  // shown, or being fetched
  RequestId request = 0;    // 0: none under way
  std::optional<ArticleReply> reply;
  std::string error;
};

enum class SearchMode : uint8_t { kTitle, kMeaning };
struct Search {
  std::string text;
  SearchMode mode = SearchMode::kTitle;
  bool is_open = false;          // its list is shown
  std::vector<uint32_t> titles;  // answer by title, or the cheap stand-in for meaning
  RequestId request = 0;         // meaning under way
  bool may_fetch = false;        // the reader (or the page) agreed to fetch the weights
  bool asks_to_fetch = false;
  std::optional<MeaningReply> meaning;
  TextTrail trail;  // of the text so far, word by word
  ProgressReply progress;
  std::string error;
};

enum class Dialog : uint8_t { kNone, kHelp, kKept, kSecond, kListOrder, kCopy, kStored };
enum class Sheet : uint8_t { kPeek, kHalf, kFull };

struct IdeasState {
  PackHead head;
  IdeaMap map;
  TitleSearch titles;
  std::string pending_link;  // until the map is there to understand it
  std::string map_error;

  Journey journey;
  bool is_example = false;           // the prepared journey of a first visit
  std::optional<Journey> forgotten;  // for Undo
  double forgotten_at_s = 0;
  RequestId lengths_request = 0;
  std::vector<std::pair<uint32_t, uint32_t>> lengths_asked;  // hops lengths_request will tell

  ArticlePane pane;
  uint32_t pointed = kNoItem;  // by the pointer or the focus: a dot or a link
  bool pointed_by_link = false;
  uint32_t tapped = kNoItem;  // a dot tapped by a finger: its card is open
  uint32_t cursor = kNoItem;  // where the arrow keys are

  Kept kept;
  Replay replay;
  std::optional<Journey> other;  // somebody else's, laid over one's own
  Duet duet;
  std::optional<Journey> second;  // has come while there is one: over it, or instead?
  TourPlay tour;

  Search search;
  WalkBetween walk;
  Why why;
  TopicFilter topic_filter = 0;  // of chart and list alike
  bool tints_by_trust = false;
  MapShift shift;  // which of the map's two layouts
  bool shows_key = false;
  Dialog dialog = Dialog::kNone;
  Sheet sheet = Sheet::kHalf;
  bool shows_list = false;
  IdeaList list;
  bool cleared = false;  // what was stored, just now: Undo
  double cleared_at_s = 0;
  std::string to_copy;                    // where the clipboard was refused
  std::string notice;                     // a line the reader should see once
  std::optional<SharedView> shared_view;  // of the camera now, kept by the room

  double now_s = 0;
  double grow_from_s = -1;  // when the newest hop, or the whole line, began to be drawn
  bool grows_whole_line = false;
  bool asks_first = false;
  bool is_framed = false;  // in somebody's page
  // What its author, or the first view, shows there: where Play leads whoever went elsewhere.
  Journey given;
  bool is_given_example = false;
};

// --- arrivals ------------------------------------------------------------------------------------
Effects StartIdeas(IdeasState& state, const PackHead& head, std::string_view link_payload);
Effects TakeChunk(IdeasState& state, std::string_view section, const ChunkRef& chunk,
                  Result<ByteSpan> bytes);
Effects TakeReply(IdeasState& state, const Reply& reply);
Effects TakeLink(IdeasState& state, std::string_view payload);

// --- what the reader does ------------------------------------------------------------------------
// By the names of the Page's actions; unknown ones and bad arguments do nothing.
Effects Apply(IdeasState& state, std::string_view action, std::string_view argument);
Effects OpenArticle(IdeasState& state, uint32_t item);
Effects PointAt(IdeasState& state, uint32_t item, bool by_link);

// Whatever changes the journey or its current stop ends with this: requests for what that stop
// needs, its article and lengths not known yet; a replay is held to the line.
Effects AskForCurrent(IdeasState& state);
// Notices, forgotten journeys and the like run out; true while one is still to.
bool LetTimePass(IdeasState& state, double now_s);

// What the search, the buttons and the journey's card cover; and the walk's card instead.
inline constexpr Margins kBesideJourney{10, 66, 60, 178};
inline constexpr Margins kBesideWalk{10, 150, 60, 40};
inline constexpr Margins kBesideDuet{10, 60, 60, 96};
inline constexpr Margins kBesideTour{10, 66, 60, 20};

// The box of all its stops; the whole map for an empty one.
Rect BoundsOf(const IdeasState& state, const Journey& journey);

// Whether a true neighbour of the article that is open is near by spelling more than by meaning.
bool IsBySpelling(const IdeasState& state, uint32_t item);

// Closeness to the article that is open, when its neighbour list or links tell it.
std::optional<float> KnownCloseness(const IdeasState& state, uint32_t item);

}  // namespace meander
