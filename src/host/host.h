// The outside world behind one interface with no platform type in it. host_web talks to the page's
// ES modules, host_native to GLFW and files, host_fake is a queue that tests fill. Everything that
// comes back comes as events, taken once a frame.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"

namespace meander {

// --- events --------------------------------------------------------------------------------------
struct FetchedEvent {
  uint32_t id;
  Result<std::vector<uint8_t>> bytes;
};
struct FetchProgressEvent {
  uint32_t id;
  uint64_t bytes_done, bytes_total;
};  // total 0: unknown
struct EngineReplyEvent {
  std::vector<uint8_t> bytes;
};  // engine/protocol.h
struct PageActionEvent {
  std::string action, argument;
};
struct LinkEvent {
  std::string fragment;         // without '#'
  bool from_elsewhere = false;  // not one of the page's own history entries
};
struct HostMessageEvent {
  std::string text;  // JSON, from the page that frames this one
};
enum class PointerPhase : uint8_t { kMove, kDown, kUp, kCancel, kLeave };
struct PointerEvent {
  PointerPhase phase;
  uint32_t pointer_id;
  bool is_touch;
  float x_px, y_px;  // CSS pixels in the chart
  double time_s;
};
struct WheelEvent {
  float x_px, y_px, delta_px;
  bool pinch;
};  // delta normalised to pixels, ±120
struct KeyEvent {
  std::string key;
  bool shift;
};  // only while the chart has focus
struct FocusEvent {
  bool focused;
  bool by_keyboard;
};
struct ResizeEvent {
  float chart_width_px, chart_height_px, page_width_px, page_height_px, pixel_ratio;
  float inset_left_px, inset_top_px, inset_right_px, inset_bottom_px;  // covered by DOM cards
};
struct SettingsEvent {
  bool dark, reduced_motion, embedded, can_store, metered;
  bool can_speak = false;
  bool can_send = false;  // the system has a way of its own to send a link
  // What the author of a frame chose (web/embed/options.mjs).
  bool locked = false;
  bool alone = false;       // it fills the screen: wheel and one finger are its own
  uint8_t frame_ui = 0;     // canvas/room.h's FrameUi
  uint32_t path_color = 0;  // 0xRRGGBB + 1 << 24; 0: the design's
  bool local = false;       // every file lies on this disk: nothing is fetched
  std::string figure_title{};
};
struct VisibilityEvent {
  bool visible;
};
struct ContextEvent {
  bool lost;
};
struct RecalledEvent {
  std::string key, value;
};  // local storage, at start
enum class AudioState : uint8_t {
  kStopped,
  kPlaying,
  kBlocked,    // the next press lets it go on by itself
  kHidden,     // the tab was hidden: it stopped
  kOutOfView,  // the chart was scrolled away: it stopped
  kUnavailable
};
// On every change that was not asked for, and every 25 ms while it plays.
struct AudioEvent {
  AudioState state = AudioState::kStopped;
  int64_t clock_frame = -1;  // leaves the mixer now; -1 while no block has come
  int64_t heard_frame = -1;  // is heard now, a device's delay later: for what is drawn
};
using HostEvent =
    std::variant<FetchedEvent, FetchProgressEvent, EngineReplyEvent, PageActionEvent, LinkEvent,
                 PointerEvent, WheelEvent, KeyEvent, FocusEvent, ResizeEvent, SettingsEvent,
                 VisibilityEvent, ContextEvent, RecalledEvent, HostMessageEvent, AudioEvent>;

class Host {
 public:
  virtual ~Host() = default;

  virtual double NowSeconds() = 0;                            // monotonic
  virtual void Fetch(uint32_t id, std::string_view url) = 0;  // relative to the page
  virtual void AskEngine(ByteSpan request) = 0;
  virtual void CancelEngine(uint32_t request_id) = 0;
  virtual void ShowPage(ByteSpan page) = 0;  // canvas/page.h's bytes
  virtual void SetLink(std::string_view fragment, bool new_entry) = 0;
  // A text that begins with '#' is a fragment: the page's own address goes before it.
  virtual void CopyText(std::string_view text) = 0;
  // By the system's own way, which asks the reader to whom. Only inside a click.
  virtual void Send(std::string_view title, std::string_view address) = 0;
  virtual void SaveFile(std::string_view name, std::string_view mime, ByteSpan bytes) = 0;
  virtual void Remember(std::string_view key, std::string_view value) = 0;
  virtual void Say(std::string_view text) = 0;  // polite live region
  // For the page's places of that name (PageKind::kDrawn): rows from the top, four bytes a pixel.
  virtual void ShowPicture(std::string_view name, uint32_t width, ByteSpan rgba) = 0;
  virtual void SetTheme(uint8_t choice) = 0;  // ThemeChoice
  virtual void SetCursor(bool pointing) = 0;
  // Places in the chart, in CSS pixels, where one finger is the chart's own in any page: x, y, x, …
  virtual void SetHandles(std::span<const float> places_px) = 0;
  // Reads lines aloud, one after the other; none: falls silent.
  virtual void Speak(const std::vector<std::string>& lines) = 0;
  // Sound: stereo frames at 44.1 kHz, counted from where playing began. Nothing is heard before a
  // press. PrepareAudio: any press from now on makes the loudspeaker ready, in silence.
  virtual void PrepareAudio() = 0;
  // Answers with an AudioEvent. Then come blocks, back to back; 250 ms ahead of clock_frame they
  // survive the longest frames a page has, if they are mixed on the tick (below) and not in frames.
  // The first is heard 40 ms after it was given.
  virtual void StartAudio() = 0;
  virtual void PlayBlock(int64_t start_frame, std::span<const float> left,
                         std::span<const float> right) = 0;
  virtual void StopAudio() = 0;  // silent within 10 ms
  // Called with every AudioEvent at the moment it comes, before it is in TakeEvents: frames may
  // stand still for longer than a beat can wait.
  virtual void OnAudioTick(std::function<void(const AudioEvent&)> mix) = 0;
  // One short sound by itself, mono: at most twelve a second, softer while a beat plays.
  virtual void PlayNow(std::span<const float> samples) = 0;
  virtual void TellReady() = 0;  // the live picture is complete
  virtual void Navigate(std::string_view href) = 0;
  virtual void TellParent(std::string_view json) = 0;  // the page that frames this one, if any
  virtual void RequestFrame() = 0;                     // one frame, soon
  virtual std::vector<HostEvent> TakeEvents() = 0;
};

}  // namespace meander
