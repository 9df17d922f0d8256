// The list twin: the ideas in view as rows that can be sorted, narrowed down, walked with the arrow
// keys, opened and copied. Part of state.h's Apply; page_list.cpp shows it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "canvas/room.h"
#include "ideas/map_key.h"

namespace meander {

struct IdeasState;

enum class ListColumn : uint8_t { kTitle, kClose, kLinks, kKept, kTopic };
// What a narrow page shows of it; a wide one has the rows always, and beside them the journey
// unless an article was opened.
enum class ListTab : uint8_t { kRows, kJourney, kArticle };
enum class ListFocus : uint8_t { kNone, kRow, kFind, kToggle };

inline constexpr float kUnknownCloseness = -2;
inline constexpr size_t kMostToFind = 200;  // bytes of what is typed into "Find in this list"
inline constexpr uint32_t kRowsAbove = 30, kRowsBelow = 90;  // of the first in view: in the Page
inline constexpr uint32_t kRowsOnPaper = 400;

// All that decides which rows there are and in which order.
struct ListQuestion {
  std::optional<Rect> within;  // world; nullopt: the whole map
  ListColumn sort = ListColumn::kClose;
  bool is_reversed = false;
  std::string find;  // folded
  TopicFilter topics = 0;
  uint64_t places = 0;  // the map's places_version
  uint32_t knows = 0;   // grows with what is known of closeness and links
  friend bool operator==(const ListQuestion&, const ListQuestion&) = default;
};

struct IdeaList {
  ListColumn sort = ListColumn::kClose;
  bool is_reversed = false;
  std::string find;  // as typed
  ListTab tab = ListTab::kRows;
  bool shows_topics = false;   // the topics to choose from
  bool was_asked_for = false;  // not only there because nothing can be drawn
  bool may_fetch = false;      // few bytes are wanted, but the reader asked for these

  std::optional<Rect> seen;    // world; what the chart shows now, kept by the room
  std::optional<Rect> frozen;  // as it was when the list was opened

  uint32_t close_to = kNoItem;   // what `closeness` is about: the article that is open
  std::vector<float> closeness;  // one an item, or kUnknownCloseness
  bool knows_near = false, knows_all = false, asked_links = false;
  RequestId request = 0;       // for all of it
  uint32_t asked = kNoItem;    // about which article
  uint32_t refused = kNoItem;  // the engine could not tell about this one

  std::optional<ListQuestion> arranged;  // what `rows` answers
  std::vector<uint32_t> rows;
  size_t in_view = 0;  // before topics and words narrow them down
  uint32_t knows = 0;
  std::vector<uint32_t> title_rank;  // of each item, A to Z

  uint32_t top = 0;           // the first row in view
  uint32_t cursor = kNoItem;  // the row that the keyboard is on
  ListFocus focus = ListFocus::kNone;
  uint32_t find_asked = 0;  // how often "/" was pressed
};

// Brings the rows up to date; cheap where nothing has changed.
void ArrangeList(IdeasState& state);
// The same, and asks for what the rows have no answer to yet: the end of whatever happened.
Effects TendList(IdeasState& state);
// Opens it, frozen to what is in view now, or closes it.
Effects ToggleList(IdeasState& state);
// True when the reply was the list's.
bool TakeListReply(IdeasState& state, const Reply& reply);

// What the list is about: sorted by what, once columns without content are passed over.
ListColumn SortedBy(const IdeasState& state);
bool HasCloseness(const IdeasState& state);
// Place among the rows; the first where the cursor is on none of them. rows must not be empty.
size_t CursorPlace(const IdeasState& state);

// The rows as text, one a line: between tabs for a spreadsheet's cells, or as CSV (RFC 4180).
std::string ListAsTabs(const IdeasState& state);
std::string ListAsCsv(const IdeasState& state);
// The journey as an indented outline.
std::string JourneyOutline(const IdeasState& state);

// Names of actions begin with "list-".
Effects ApplyList(IdeasState& state, std::string_view action, std::string_view argument);

}  // namespace meander
