// See host_web.h. The numbers are those of web/host/wire.mjs; every payload is flat little-endian
// bytes, and what the page sends is read as carefully as any file.
#include "host/host_web.h"

#include <utility>

extern "C" {
double host_now(void);
void host_send(uint32_t op, uint32_t id, const uint8_t* bytes, uint32_t length);
int host_make_context(void);
}

namespace meander {
namespace {

enum class Op : uint32_t {
  kFetch = 1,
  kAskEngine,
  kCancelEngine,
  kShowPage,
  kSetLink,
  kCopyText,
  kSaveFile,
  kRemember,
  kSay,
  kSetTheme,
  kSetCursor,
  kTellReady,
  kNavigate,
  kRequestFrame,
  kTellParent,
  kSpeak,
  kShowPicture,
  kPrepareAudio,
  kStartAudio,
  kStopAudio,
  kPlayBlock,
  kPlayNow,
  kSend,
  kSetHandles
};
enum class EventKind : uint32_t {
  kFetchProgress = 1,
  kEngineReply,
  kPageAction,
  kLink,
  kPointer,
  kWheel,
  kKey,
  kFocus,
  kResize,
  kSettings,
  kVisibility,
  kContext,
  kRecalled,
  kHostMessage,
  kAudio
};

std::vector<HostEvent>& Queue() {
  static std::vector<HostEvent> queue;
  return queue;
}

std::function<void(const AudioEvent&)>& AudioTick() {
  static std::function<void(const AudioEvent&)> mix;
  return mix;
}

void Tell(Op op, uint32_t id = 0, ByteSpan bytes = {}) {
  host_send(static_cast<uint32_t>(op), id, bytes.data(), static_cast<uint32_t>(bytes.size()));
}

ByteSpan BytesOf(std::span<const float> samples) {
  return {reinterpret_cast<const uint8_t*>(samples.data()), samples.size_bytes()};
}

class WebHost final : public Host {
 public:
  double NowSeconds() override { return host_now(); }
  void Fetch(uint32_t id, std::string_view url) override { Tell(Op::kFetch, id, AsBytes(url)); }
  void AskEngine(ByteSpan request) override { Tell(Op::kAskEngine, 0, request); }
  void CancelEngine(uint32_t request_id) override { Tell(Op::kCancelEngine, request_id); }
  void ShowPage(ByteSpan page) override { Tell(Op::kShowPage, 0, page); }
  void SetLink(std::string_view fragment, bool new_entry) override {
    Tell(Op::kSetLink, new_entry, AsBytes(fragment));
  }
  void CopyText(std::string_view text) override { Tell(Op::kCopyText, 0, AsBytes(text)); }
  void Send(std::string_view title, std::string_view address) override {
    ByteWriter out;
    out.PutText(title);
    out.PutText(address);
    Tell(Op::kSend, 0, out.bytes());
  }
  void SaveFile(std::string_view name, std::string_view mime, ByteSpan bytes) override {
    ByteWriter out;
    out.PutText(name);
    out.PutText(mime);
    out.PutBytes(bytes);
    Tell(Op::kSaveFile, 0, out.bytes());
  }
  void Remember(std::string_view key, std::string_view value) override {
    ByteWriter out;
    out.PutText(key);
    out.PutText(value);
    Tell(Op::kRemember, 0, out.bytes());
  }
  void Say(std::string_view text) override { Tell(Op::kSay, 0, AsBytes(text)); }
  void ShowPicture(std::string_view name, uint32_t width, ByteSpan rgba) override {
    ByteWriter out;
    out.PutText(name);
    out.PutBytes(rgba);
    Tell(Op::kShowPicture, width, out.bytes());
  }
  void SetTheme(uint8_t choice) override { Tell(Op::kSetTheme, choice); }
  void SetCursor(bool pointing) override { Tell(Op::kSetCursor, pointing); }
  void SetHandles(std::span<const float> places_px) override {
    Tell(Op::kSetHandles, 0, BytesOf(places_px));
  }
  void Speak(const std::vector<std::string>& lines) override {
    ByteWriter out;
    out.Put(static_cast<uint32_t>(lines.size()));
    for (const std::string& line : lines) out.PutText(line);
    Tell(Op::kSpeak, 0, out.bytes());
  }
  void PrepareAudio() override { Tell(Op::kPrepareAudio); }
  void StartAudio() override { Tell(Op::kStartAudio); }
  void PlayBlock(int64_t start_frame, std::span<const float> left,
                 std::span<const float> right) override {
    ByteWriter out;
    out.Put(static_cast<double>(start_frame));
    out.PutBytes(BytesOf(left));
    out.PutBytes(BytesOf(right));
    Tell(Op::kPlayBlock, 0, out.bytes());
  }
  void StopAudio() override { Tell(Op::kStopAudio); }
  void OnAudioTick(std::function<void(const AudioEvent&)> mix) override {
    AudioTick() = std::move(mix);
  }
  void PlayNow(std::span<const float> samples) override { Tell(Op::kPlayNow, 0, BytesOf(samples)); }
  void TellReady() override { Tell(Op::kTellReady); }
  void Navigate(std::string_view href) override { Tell(Op::kNavigate, 0, AsBytes(href)); }
  void TellParent(std::string_view json) override { Tell(Op::kTellParent, 0, AsBytes(json)); }
  void RequestFrame() override { Tell(Op::kRequestFrame); }
  std::vector<HostEvent> TakeEvents() override { return std::exchange(Queue(), {}); }
};

// JavaScript's only number; anything that is no byte count reads as 0.
uint64_t GetByteCount(ByteReader& in) {
  const double value = in.Get<double>();
  return value >= 0 && value < 0x1p53 ? static_cast<uint64_t>(value) : 0;
}

// -1 where there is none.
int64_t GetFrame(ByteReader& in) {
  const double value = in.Get<double>();
  return value >= -0x1p53 && value < 0x1p53 ? static_cast<int64_t>(value) : -1;
}

std::string GetString(ByteReader& in) { return std::string(in.GetText()); }

HostEvent ReadPointer(ByteReader& in) {
  PointerEvent event{};
  const uint8_t phase = in.Get<uint8_t>();
  if (phase > static_cast<uint8_t>(PointerPhase::kLeave)) in.MarkBad();
  event.phase = static_cast<PointerPhase>(phase);
  event.pointer_id = in.Get<uint32_t>();
  event.is_touch = in.Get<uint8_t>() != 0;
  event.x_px = in.Get<float>();
  event.y_px = in.Get<float>();
  event.time_s = in.Get<double>();
  return event;
}

HostEvent ReadResize(ByteReader& in) {
  ResizeEvent event{};
  for (float* field : {&event.chart_width_px, &event.chart_height_px, &event.page_width_px,
                       &event.page_height_px, &event.pixel_ratio, &event.inset_left_px,
                       &event.inset_top_px, &event.inset_right_px, &event.inset_bottom_px}) {
    *field = in.Get<float>();
  }
  return event;
}

HostEvent ReadEvent(EventKind kind, ByteReader& in) {
  const auto flag = [&] { return in.Get<uint8_t>() != 0; };
  switch (kind) {
    case EventKind::kFetchProgress: {
      FetchProgressEvent event{in.Get<uint32_t>(), 0, 0};
      event.bytes_done = GetByteCount(in);
      event.bytes_total = GetByteCount(in);
      return event;
    }
    case EventKind::kEngineReply: {
      const ByteSpan bytes = in.GetBytes(in.remaining());
      return EngineReplyEvent{{bytes.begin(), bytes.end()}};
    }
    case EventKind::kPageAction: {
      PageActionEvent event{GetString(in), {}};
      event.argument = GetString(in);
      return event;
    }
    case EventKind::kLink: {
      LinkEvent event{GetString(in), false};
      event.from_elsewhere = flag();
      return event;
    }
    case EventKind::kPointer:
      return ReadPointer(in);
    case EventKind::kWheel: {
      WheelEvent event{in.Get<float>(), 0, 0, false};
      event.y_px = in.Get<float>();
      event.delta_px = in.Get<float>();
      event.pinch = flag();
      return event;
    }
    case EventKind::kKey: {
      KeyEvent event{GetString(in), false};
      event.shift = flag();
      return event;
    }
    case EventKind::kFocus: {
      FocusEvent event{flag(), false};
      event.by_keyboard = flag();
      return event;
    }
    case EventKind::kResize:
      return ReadResize(in);
    case EventKind::kSettings: {
      SettingsEvent event{};
      for (bool* field :
           {&event.dark, &event.reduced_motion, &event.embedded, &event.can_store, &event.metered,
            &event.can_speak, &event.can_send, &event.locked, &event.alone}) {
        *field = flag();
      }
      event.frame_ui = in.Get<uint8_t>();
      event.path_color = in.Get<uint32_t>();
      event.figure_title = GetString(in);
      return event;
    }
    case EventKind::kVisibility:
      return VisibilityEvent{flag()};
    case EventKind::kContext:
      return ContextEvent{flag()};
    case EventKind::kRecalled: {
      RecalledEvent event{GetString(in), {}};
      event.value = GetString(in);
      return event;
    }
    case EventKind::kHostMessage:
      return HostMessageEvent{GetString(in)};
    case EventKind::kAudio: {
      AudioEvent event;
      const uint8_t state = in.Get<uint8_t>();
      if (state > static_cast<uint8_t>(AudioState::kUnavailable)) in.MarkBad();
      event.state = static_cast<AudioState>(state);
      event.clock_frame = GetFrame(in);
      event.heard_frame = GetFrame(in);
      return event;
    }
  }
  in.MarkBad();
  return VisibilityEvent{true};
}

}  // namespace

std::unique_ptr<Host> MakeWebHost() { return std::make_unique<WebHost>(); }
bool MakeWebContext() { return host_make_context() != 0; }

}  // namespace meander

extern "C" {

// A fetch has ended. outcome 1: the bytes are the file; 0 and 2: a sentence about why not, 2 when
// there is no such file.
void app_complete(uint32_t id, uint32_t outcome, const uint8_t* bytes, uint32_t length) {
  using namespace meander;
  const ByteSpan span(bytes, length);
  FetchedEvent event{id, {}};
  if (outcome == 1) {
    event.bytes = std::vector<uint8_t>(span.begin(), span.end());
  } else {
    const ErrorCode code = outcome == 2 ? ErrorCode::kNotFound : ErrorCode::kUnavailable;
    event.bytes = Fail(code, std::string(AsText(span)));
  }
  Queue().push_back(std::move(event));
}

void app_event(uint32_t kind, const uint8_t* bytes, uint32_t length) {
  using namespace meander;
  ByteReader in(ByteSpan(bytes, length));
  HostEvent event = ReadEvent(static_cast<EventKind>(kind), in);
  if (!in.ok()) return;
  const auto* audio = std::get_if<AudioEvent>(&event);
  if (audio != nullptr && AudioTick()) AudioTick()(*audio);
  Queue().push_back(std::move(event));
}

}  // extern "C"
