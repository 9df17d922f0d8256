// Everything the room of sounds knows, and what each action does to it: Apply changes the state and
// returns what the world is asked for. Pure: time comes in, nothing is drawn, said or heard here.
//
// A sound is named by its item: below kFirstOwnSound one of the pack, from there on one of the
// reader's own, which lies on the same map (own_sound.h).
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "audio/pattern.h"
#include "audio/pattern_history.h"
#include "canvas/room.h"
#include "sounds/clip_shelf.h"
#include "sounds/own_sound.h"
#include "sounds/player.h"
#include "sounds/sound_map.h"
#include "sounds/why_near.h"

namespace meander {

// Rings have items of their own in the scene.
inline constexpr uint32_t kFirstRing = 0x00FF0000;

enum class SoundsDialog : uint8_t { kNone, kHelp, kCredits, kSave, kHow };

// What is found by its name, and what is shown at all.
struct SoundSearch {
  bool is_open = false;
  std::string text;
  std::vector<uint32_t> found;  // best first
  uint16_t regions = 0;         // bit t: topic t is wanted; 0: all are
  uint8_t licences = 0;         // bit l: Licence l is wanted; 0: all are
};

struct SoundsState {
  PackHead head;
  SoundMap map;
  ClipShelf shelf;
  uint64_t shelf_version = 0;  // of it, when it was looked at last
  Player player;
  std::string error;    // the sounds did not arrive
  std::string missing;  // why what was asked for later (credits, measures, vectors) is not here
  std::string pending_link;  // until the map is whole

  Pattern pattern;
  PatternHistory history;
  bool is_example = true;  // the beat a first visit begins with, as it came
  int preset = -1;         // which of the pack's beats this was, or −1
  std::string sliding;     // the slider that is being moved: until it rests it is one change
  double slid_s = 0;
  bool is_changing = false;  // a drag or a slider is under way: one change for Undo
  bool is_kept = false;      // and what was before it is kept already
  uint64_t shuffles = 0;     // how often: each gives others
  std::vector<std::vector<uint32_t>> in_rings;  // items that each track may play (audio/ring.h)

  int chosen = -1;                                // the track whose ring was last touched
  uint32_t hovered = kNoItem;                     // a sound under the pointer
  uint32_t pinned = kNoItem;                      // whose card is open
  uint32_t cursor = kNoItem;                      // moved by arrow keys
  int dragged = -1;                               // a ring that follows the finger
  Point2 drag_at;                                 // world
  uint32_t drag_over = kNoItem;                   // the sound it would stand on
  std::optional<std::pair<int, int>> grid_focus;  // track and step that the keyboard is on
  bool is_grid_walked = false;  // in the page, by arrows: its button takes the focus

  bool is_wanted = false;   // Play was pressed; it may still wait for samples or for the browser
  bool may_sound = false;   // a first press has been: sounds may be heard when pointed at
  bool is_blocked = false;  // the browser waits for a press of its own
  uint32_t waits_to_hear = kNoItem;                // to be heard as soon as its samples are here
  bool waits_to_copy = false;                      // the credit line, as soon as it is known
  std::optional<SavePictureEffect> waits_to_save;  // the picture, as soon as that is known
  std::string audio_note;                          // "Paused while out of view"
  std::vector<double> taps_s;
  int bars_saved = 0;  // to be written into the WAV; 0: once through
  bool with_tail = true;

  SoundSearch search;
  std::vector<OwnSound> own;
  OwnSoundWish own_wish;  // a file or the microphone under way
  WhyNear why;            // two sounds side by side

  SoundsDialog dialog = SoundsDialog::kNone;
  bool shows_list = false;
  bool shows_track = false;   // the card of the chosen track
  bool keep_is_open = false;  // the sheet, on phones
  int page_of_steps = 0;      // of the grid, where not all steps fit
  std::string notice;
  double notice_until_s = 0;
  bool is_careful = false;  // few bytes are wanted, or it is another's page
  double now_s = 0;
  double settle_from_s = -1;  // when the rings began to settle, on a first visit

  int track_count() const { return static_cast<int>(pattern.tracks.size()); }
};

// --- arrivals (state.cpp) ------------------------------------------------------------------------
Effects StartSounds(SoundsState& state, const PackHead& head, std::string_view link_payload);
Effects TakeChunk(SoundsState& state, std::string_view section, const ChunkRef& chunk,
                  Result<ByteSpan> bytes);
Effects TakeLink(SoundsState& state, std::string_view payload);
// What became of the loudspeaker, and its clock.
Effects TakeSoundNews(SoundsState& state, const SoundNews& news);
// What has become due by `now_s`; `more`: something is still to.
Effects LetTimePass(SoundsState& state, double now_s, bool& more);

// --- what the reader does (actions.cpp) ----------------------------------------------------------
// By the names of the Page's actions; unknown ones and bad arguments do nothing. A slider's share
// is "0…1". The actions:
//   the beat (actions.cpp): play (or pause) · step "T S" (toggles) · loud "T S L" · paint-begin ·
//   paint-end (one change for Undo) · tempo "N" · tempo-typed "N" · tempo-key "KEY" · tap ·
//   swing-share · chance-share (of the chosen ring, or of all) · bars "1|2" · shuffle · clear ·
//   undo · redo · next-beat · grid-key "KEY"
//   a ring (actions_track.h)
//   finding (actions_search.cpp): search "TEXT" · search-first · search-open · search-close ·
//   search-clear · filter-region "T" · filter-licence "L"
//   looking and taking along (actions_view.h): hear "ITEM" · hear-pointed "ITEM" · pin "ITEM" ·
//   unpin · go "ITEM" (flies there and pins) · ring "T" (chooses) · ring-close · grid-at "T S" ·
//   page "N" (of steps) · copy-link · copy-credits · save-wav · save-midi ·
//   save-bars "N" · save-tail "1|0" · list · help · credits · how · save · keep · keep-close ·
//   close · notice "TEXT" · dismiss
//   own-… (own_sound.h) · why-… (why_near.h)
Effects Apply(SoundsState& state, std::string_view action, std::string_view argument);
// The beat from now on; what was before is kept for Undo, of one drag only its beginning.
Effects ChangeBeat(SoundsState& state, const Pattern& changed);
// Heard at once where sound may be: a click on it, or a pointer over it after one.
Effects Audition(SoundsState& state, uint32_t item);
// A sentence to the reader that goes away by itself.
void Tell(SoundsState& state, std::string text);
// Every chunk of a section, which is asked for only now.
Effects FetchWhole(SoundsState& state, std::string_view section);
// Every sound that the beat may play, each once, in the pack's order.
std::set<uint32_t> SoundsInRings(const SoundsState& state);
// Fetches the samples of every sound that the beat may play.
Effects WantSamples(SoundsState& state);

// --- what is asked elsewhere (of_items.cpp) ------------------------------------------------------
// An item as an action's argument names it; kNoItem: there is no such sound.
uint32_t SoundIn(const SoundsState& state, std::string_view text);
// nullptr: not one of the reader's own.
const OwnSound* OwnOf(const SoundsState& state, uint32_t item);
std::string NameOf(const SoundsState& state, uint32_t item);
Point2 PlaceOf(const SoundsState& state, uint32_t item);
std::array<uint8_t, kStrokes> EnvelopeOf(const SoundsState& state, uint32_t item);
double LengthOf_s(const SoundsState& state, uint32_t item);
ClipShelf::Samples SamplesOf(const SoundsState& state, uint32_t item);
// kNoItem where the pack has not its sound.
uint32_t ItemOfTrack(const SoundsState& state, int track);
// The name of its sound; where the pack has it not, that in words.
std::string SoundOfTrack(const SoundsState& state, int track);
// "Kick"; where several have that role, "Kick 2".
std::string LabelOf(const SoundsState& state, int track);
// Wanted by the search's filters.
bool IsShown(const SoundsState& state, uint32_t item);
// The one that "put" fills: the chosen track, or the last.
int TrackToFill(const SoundsState& state);
std::string TitleOfBeat(const SoundsState& state);
// Whether what is pressed next is Pause: Play was pressed, and the browser lets it be heard.
bool OffersPause(const SoundsState& state);
// Samples that are still to come before everything in the beat can be heard.
int SamplesMissing(const SoundsState& state);

}  // namespace meander
