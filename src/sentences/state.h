// Everything the Sentences room knows, and what each action does to it: Apply changes the state and
// returns what the world is asked for. Pure: time comes in, nothing is drawn or said here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "canvas/room.h"
#include "pack/line_sections.h"

namespace meander {

// The two ends of a first visit; their gradient is worked out when the site is made.
inline constexpr std::string_view kExampleFirst = "I went looking for adventure.";
inline constexpr std::string_view kExampleLast = "I never returned.";
inline constexpr size_t kTailLength = 4;  // places the puck was at before
inline constexpr double kTypingRest_s = 0.25;

// What is shown between the ends: first a sketch of nearest lines, then the route.
struct Shown {
  GradientRequest asked;  // what it answers
  GradientReply reply;
  bool is_sketch = false;
  bool is_free = false;  // the best way of all: holding a stop of it changes nothing
  std::vector<std::vector<WordSound>> sounds;  // of all lines with both ends, once they have come
};

// The way that is being read: 0 is the first end, stops.size() + 1 the last.
struct Reading {
  float at = 0;
  bool is_held = false;  // by a hand, now
  bool is_playing = false;
  double begun_s = 0;  // when `at` was 'begun_at'
  float begun_at = 0;
};

// The lines around one, for choosing another.
struct Cloud {
  int stop = -1;  // −1: none is open
  RequestId request = 0;
  std::vector<CloudLine> lines;
};

// What stands around a line in its book.
struct ReadOn {
  uint32_t item = kNoLine;
  RequestId request = 0;
  std::optional<LinePlaceReply> reply;
  std::string error;
};

// The reader's own text.
struct OwnText {
  bool is_open = false;  // where it is put in
  RequestId request = 0;
  OwnTextProgressReply progress;
  uint32_t lines = 0;  // that can be stops now
  uint32_t skipped = 0;
  std::string error;
};

// The corpus' own map, for "Where it ran".
struct CorpusMap {
  bool is_open = false;
  std::vector<uint16_t> codes;  // while they come
  uint32_t items_taken = 0;
  std::shared_ptr<const PointTable> points;
};

enum class SentencesDialog : uint8_t { kNone, kHelp, kReadOn, kOwnText };

struct SentencesState {
  PackHead head;
  Shelves shelves;
  bool has_shelves = false;
  std::string error;  // the shelves did not arrive
  std::string pending_link;

  GradientRequest ask;  // what the reader wishes, ends and all
  bool is_example = true;
  std::vector<SpaceMix> tail;  // of the puck, the newest first
  std::optional<Shown> shown;
  RequestId request = 0;  // a gradient under way
  GradientRequest asked;  // what it asks
  // The same question has another answer: other lines of the reader's own have been read since.
  bool lines_are_others = false;
  double due_s = -1;       // when the wish is asked: a while after the last letter
  std::string problem;     // no route, the same ends, …
  ProgressReply progress;  // of the reader (the encoder)
  RequestId sounds_request = 0;
  RequestId pair_request = 0;
  uint64_t pair_seed = 0;

  Reading reading;
  int hovered = -1;    // a stop under the pointer
  int rewording = -1;  // a stop whose words are being typed
  std::string reworded;
  double reword_due_s = -1;
  int dragged = -1;  // a stop pulled sideways
  float drag_px = 0;
  Cloud cloud;
  ReadOn read_on;
  OwnText own;
  CorpusMap map;
  bool shows_books = false;
  bool shows_presets = false;  // all of them
  std::string via;             // being typed
  bool via_rhymes = false;

  SentencesDialog dialog = SentencesDialog::kNone;
  bool shows_controls = false;  // the sheet, on phones
  bool shows_list = false;
  std::string notice;
  double notice_until_s = 0;

  bool can_speak = false;  // this browser reads aloud
  bool is_speaking = false;
  bool is_careful = false;  // few bytes are wanted: ask before fetching the reader
  bool may_fetch = false;   // the reader of the page agreed to that
  bool asks_to_fetch = false;
  double now_s = 0;
  double grow_from_s = -1;           // when the river began to be drawn
  std::vector<float> measured_y_px;  // of each stop, ends included, from the page; may be empty

  int stop_count() const { return shown ? static_cast<int>(shown->reply.stops.size()) : 0; }
  // The stop that is read now: 0 the first end … stop_count() + 1 the last.
  int current() const { return static_cast<int>(reading.at + 0.5f); }
};

// --- arrivals ------------------------------------------------------------------------------------
Effects StartSentences(SentencesState& state, const PackHead& head, std::string_view link_payload);
Effects TakeChunk(SentencesState& state, std::string_view section, const ChunkRef& chunk,
                  Result<ByteSpan> bytes);
Effects TakeReply(SentencesState& state, const Reply& reply);
Effects TakeLink(SentencesState& state, std::string_view payload);

// --- what the reader does ------------------------------------------------------------------------
// By the names of the Page's actions; unknown ones and bad arguments do nothing.
Effects Apply(SentencesState& state, std::string_view action, std::string_view argument);
// Asks for what is wished, at once or as soon as that is possible.
Effects AskNow(SentencesState& state);
// The same a while later; another change meanwhile begins the while anew.
void AskSoon(SentencesState& state);
// What has become due by `now_s`; `more`: something is still to.
Effects LetTimePass(SentencesState& state, double now_s, bool& more);
// Moves a reading that plays; true while it moves.
bool AdvanceReading(SentencesState& state, bool reduced_motion);
// To stop `at`, ends included, as by the knob; fractions lie between two lines.
Effects GoTo(SentencesState& state, float at);

// --- what is asked elsewhere ---------------------------------------------------------------------
// The line at `stop`, ends included; an empty text where nothing has come yet.
LineChoice LineAt(const SentencesState& state, int stop);
// "Herman Melville, Moby-Dick, 1851"; `is_short`: without the work.
std::string SourceOf(const SentencesState& state, const LineChoice& line, bool is_short = false);
const LinePin* PinAt(const SentencesState& state, int stop);  // ends included; nullptr: free
// The three spaces by how much they count.
enum class Space : uint8_t { kMeaning, kSpelling, kSound };
Space LeadingSpace(const SpaceMix& mix);

}  // namespace meander
