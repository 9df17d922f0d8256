// What an explorer is to the app: a state that takes actions and gives back effects, a Scene, a
// Page and a link. A room needs nothing but its five kinds of file (panel/ only where it draws
// cards of its own); tests/fifth_room proves it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"
#include "canvas/camera.h"
#include "canvas/figure.h"
#include "canvas/page.h"
#include "canvas/scene.h"
#include "engine/protocol.h"
#include "pack/format.h"

namespace meander {

// --- what a room may ask of the world; the app carries it out -----------------------------------
// A question to the engine; request.id from NextRequestId.
struct AskEngineEffect {
  Request request;
  // Answered by what came with the site, or by kNeedsConsent; nothing is fetched for it.
  bool only_if_here = false;
};
struct CancelEngineEffect {
  RequestId id;
};
// A pack chunk: the one that holds `item`, or that number of a byte stream; answered by OnChunk.
struct FetchEffect {
  std::string section;
  uint32_t item = 0;
};
// LinkPayload() has changed; new_entry: Back returns here.
struct SetLinkEffect {
  bool new_entry = false;
};
struct CopyTextEffect {
  std::string text;
};
// The page's address with LinkPayload() in it.
struct CopyLinkEffect {};
struct SaveFileEffect {
  std::string name, mime;
  std::vector<uint8_t> bytes;
};
// The app draws BuildFigure(). A letter's picture has few colours and is small; a photo keeps all.
struct SavePictureEffect {
  bool svg = false;
  bool palette = true;
};
// A file beside the page, answered by OnFile; the room has made sure of the address. "pack:" in it
// stands for the pack's folder (app/loader.cpp). What begins otherwise is no file but a wish, told
// apart in web/host/host.mjs, and carried out there by
//   "picture:", "camera:"                   own_picture.mjs (canvas/picture_wish.h)
//   "brought:", "decoded:", "microphone:"   own_sound.mjs (sounds/own_sound.h)
//   "onnx:"                                 own_network.mjs in the room of pictures
//                                           (pictures/other_network.h), else onnx.mjs
//                                           (inside/check.h)
// In posters and letters the tool decodes pictures (cli/picture_answer.h); elsewhere, as in the
// window, a wish is answered by an error.
struct FetchFileEffect {
  std::string address;
};
// JSON for the page that frames this one, where one does; for nobody else.
struct TellHostEffect {
  std::string text;
};
// Local storage, which may be refused.
struct RememberEffect {
  std::string key, value;
};
struct SayEffect {
  std::string text;  // in the polite live region
};
// Room at the chart's edges that controls take, on charts large enough to have them beside the map.
struct Margins {
  float left_px = 0, top_px = 0, right_px = 0, bottom_px = 0;
};
struct FlyToEffect {
  Rect bounds_in_world;
  bool only_if_needed = false;
  Margins keep_clear = {};
  bool comes_back = false;  // ReturnCameraEffect follows; so it does on those only_if_needed
};
// Back to before the last flight that comes back.
struct ReturnCameraEffect {};
// Nothing is asked for but that the page is built anew: what a hover, a tick or time has changed.
// Any other effect makes the page due as well, and so does every event but a hover, a wheel's and
// a tick of sound (app/app_effects.cpp, app/app_events.cpp).
struct ShowPageEffect {};
// A picture for its place in the page (PageKind::kDrawn of that name): four bytes a pixel.
struct ShowPictureEffect {
  std::string name;
  uint32_t width = 0;
  std::vector<uint8_t> rgba;
};
// Reads lines aloud one after the other, by the browser's own voice; no lines: stops. Told as the
// action "speaking" with a line's number, and with "" once it is over. Only after a press.
struct SpeakEffect {
  std::vector<std::string> lines;
};
struct NavigateEffect {
  std::string href;
};
// From now on any press makes the loudspeaker ready, in silence.
struct PrepareSoundEffect {};
// Answered by OnSound; from then on MixSound is asked for what comes next.
struct StartSoundEffect {};
struct StopSoundEffect {};  // silent within 10 ms
// One short sound by itself, mono at 44.1 kHz: at most twelve a second are heard.
struct PlayNowEffect {
  std::vector<float> samples;
};
using Effect =
    std::variant<AskEngineEffect, CancelEngineEffect, FetchEffect, SetLinkEffect, CopyTextEffect,
                 CopyLinkEffect, SaveFileEffect, SavePictureEffect, RememberEffect, SayEffect,
                 FlyToEffect, ReturnCameraEffect, ShowPageEffect, SpeakEffect, NavigateEffect,
                 FetchFileEffect, TellHostEffect, PrepareSoundEffect, StartSoundEffect,
                 StopSoundEffect, PlayNowEffect, ShowPictureEffect>;
using Effects = std::vector<Effect>;
inline void Append(Effects& effects, Effects more) {
  for (Effect& effect : more) effects.push_back(std::move(effect));
}

// Drag and drop only where the camera is fixed or the room takes the drag (TakesDrag); `item` is
// then what the finger went down on, or nothing when the drop is taken back.
enum class PointerKind : uint8_t { kHover, kTap, kDoubleTap, kLongPress, kDrag, kDrop };
enum class ThemeChoice : uint8_t { kAuto, kLight, kDark };

// What became of sound that was started.
enum class SoundState : uint8_t {
  kStopped,
  kPlaying,
  kBlocked,    // the browser lets nothing be heard before the next press
  kHidden,     // the page was hidden, or the chart scrolled away: what has been mixed rings out
  kOutOfView,  // and nothing more is asked for
  kUnavailable
};
struct SoundNews {
  SoundState state = SoundState::kStopped;
  int64_t clock_frame = -1;  // leaves the mixer now, at 44.1 kHz since it began; -1: not yet
  int64_t heard_frame = -1;  // is heard now
};
struct SoundBlock {
  int64_t start_frame = 0;
  std::vector<float> left, right;  // as long
};

// How a room is laid out in somebody's page: as a figure where it is small, or always, or never.
enum class FrameUi : uint8_t { kBySize, kFigure, kWhole };

// What every BuildScene and BuildPage may depend on beside the room's own state.
struct View {
  Viewport viewport;        // of the chart
  float page_width_px = 0;  // of the whole page
  float page_height_px = 0;
  Camera camera;
  Camera fit;  // of the whole map in this viewport
  ThemeKind theme = ThemeKind::kLight;
  bool theme_is_chosen = false;  // and kept, where the page may
  bool reduced_motion = false;
  bool embedded = false;  // in somebody's page: cooperative gestures, megabytes are asked for first
  bool can_store = true;
  bool asks_first = false;  // before megabytes are fetched: few are wanted, or it is another's page
  bool can_speak = false;   // the browser has a voice of its own
  bool can_draw = true;     // false: no WebGL2, the list twin stands in
  bool on_paper = false;    // being printed: everything at once, nothing to scroll
  double now_s = 0;
  FrameUi frame_ui = FrameUi::kBySize;
  bool is_locked = false;      // the picture stays as its author left it
  std::string figure_title{};  // its author's; empty: the room's own
};

class Room {
 public:
  virtual ~Room() = default;

  virtual std::string_view Name() const = 0;  // "ideas"
  // Before Start, and whenever what the reader's system asks for has changed.
  virtual void OnSettings(const View&) {}
  // First call after that: the head of the room's pack; `link_payload` is what the page's fragment
  // held (empty: none; already checked for version and checksum).
  virtual Effects Start(const PackHead& head, std::string_view link_payload) = 0;
  virtual Effects OnChunk(std::string_view section, const ChunkRef& chunk,
                          Result<ByteSpan> bytes) = 0;
  virtual Effects OnReply(const Reply& reply) = 0;
  // From the Page, or a key (see docs/add-a-room.md): "open" "123".
  virtual Effects OnAction(std::string_view action, std::string_view argument) = 0;
  virtual Effects OnPointer(PointerKind kind, std::optional<uint32_t> item, Point2 at_px) = 0;
  // A key while the chart has the focus ("ArrowLeft", "Enter", "n", …); nullopt: not for this room.
  virtual std::optional<Effects> OnKey(std::string_view key, bool shift) = 0;
  virtual Effects OnLink(std::string_view link_payload) = 0;  // the fragment changed (Back, paste)
  // The same for one the page has not had before: typed or pasted into the address.
  virtual Effects OnLinkFromElsewhere(std::string_view payload) { return OnLink(payload); }
  virtual Effects OnFile(std::string_view, Result<ByteSpan>) { return {}; }  // of FetchFileEffect
  // What the framing page says, as JSON: as hostile as anything.
  virtual Effects OnHostMessage(std::string_view) { return {}; }

  // What became of StartSoundEffect, and every 25 ms while it plays.
  virtual Effects OnSound(const SoundNews&) { return {}; }
  // The same at the very moment it is known, between frames: what is to be heard next, block after
  // block; 250 ms ahead of the clock it survives the longest frames a page has.
  virtual std::vector<SoundBlock> MixSound(const SoundNews&) { return {}; }

  virtual bool IsComplete() const = 0;  // everything the first complete picture needs is there
  virtual Rect Bounds() const = 0;      // of the whole map, world
  // A picture that is as it stands, not a map: the wheel and a finger moving up or down are the
  // page's, a finger moving sideways drags. The camera then shows world [-1, 1] from top to bottom.
  virtual bool HasFixedCamera() const { return false; }
  // A handle: on a map, too, it is dragged, and in somebody's page one finger is enough. Of fixed
  // pictures only cells are looked at for that, of maps only discs (App::TellHandles): what else
  // takes drags has to have one of those in its place.
  virtual bool TakesDrag(uint32_t /*item*/) const { return false; }
  virtual Scene BuildScene(const View& view) const = 0;
  virtual Page BuildPage(const View& view) const = 0;
  virtual Figure BuildFigure(float width_px, float height_px) const = 0;  // the letter's picture
  // The same on its way: 0 at its beginning, 1 as it is. For pictures that move; a room whose
  // picture has no way shows it as it is.
  virtual Figure BuildFigureAt(float, float width_px, float height_px) const {
    return BuildFigure(width_px, height_px);
  }
  // What a figure in somebody's page shows before anybody clicks.
  virtual Figure BuildPoster(float width_px, float height_px) const {
    return BuildFigure(width_px, height_px);
  }
  // The reader saves that picture: as PNG, or as SVG. Overridden where a palette's colours are too
  // few for it, or where something of it is still to come.
  virtual Effects SavePicture(bool svg) { return {SavePictureEffect{svg}}; }
  // What else can be taken along, beside the link in the Share dialog: buttons of the room's own.
  virtual std::vector<PageNode> BesideLink() const { return {}; }
  virtual std::string LinkPayload() const = 0;  // canvas/link wraps it: version, room, checksum
  // What copies, pictures and Share carry, where that is more than the page's own address has to.
  virtual std::string SharedPayload() const { return LinkPayload(); }
  // The same without what a letter can spare; empty: there is nothing to leave out.
  virtual std::string ShorterPayload() const { return {}; }
  // Moves animations to view.now_s; true while something still moves.
  virtual bool Advance(const View& view) = 0;
  // What has become due by `now_s`, also where nothing can be drawn; `more`: something is still to.
  virtual Effects TakeDue([[maybe_unused]] double now_s, bool& more) {
    more = false;
    return {};
  }
  // Draws the room's cards with Dear ImGui (its panel/ folder); what they ask for is returned.
  virtual Effects DrawPanel(const View& view) = 0;
};

// Every explorer defines one of these in its room.cpp; app/rooms.cpp lists them by name.
using RoomFactory = std::unique_ptr<Room> (*)();

// Ids are unique in a session, whoever asks: the rooms and the app.
RequestId NextRequestId();

}  // namespace meander
