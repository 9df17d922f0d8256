// App: what happened outside, taken in and passed on.
#include <algorithm>
#include <utility>

#include "app/app.h"
#include "app/notices.h"
#include "base/overloaded.h"
#include "canvas/colors.h"
#include "canvas/link.h"
#include "canvas/words.h"

namespace meander {
namespace {

// A press and its release are given to controls in different frames, or they would see neither.
bool EndsBatch(const HostEvent& event) {
  const auto* pointer = std::get_if<PointerEvent>(&event);
  return pointer != nullptr &&
         (pointer->phase == PointerPhase::kDown || pointer->phase == PointerPhase::kUp);
}

SoundNews NewsOf(const AudioEvent& event) {
  return {static_cast<SoundState>(event.state), event.clock_frame, event.heard_frame};
}

}  // namespace

void App::GiveSound(const AudioEvent& event) {
  if (!head_) return;
  for (const SoundBlock& block : room_->MixSound(NewsOf(event))) {
    host_.PlayBlock(block.start_frame, block.left, block.right);
  }
}

void App::TakeEvents() {
  for (HostEvent& event : host_.TakeEvents()) events_.push_back(std::move(event));
  chart_events_.clear();
  // A room dates by its own clock what is done to it; where nothing moved, that one may have stood
  // still for minutes.
  if (head_ && !events_.empty()) {
    bool more = false;  // it is asked again behind them
    Run(room_->TakeDue(view_.now_s, more));
  }
  while (!events_.empty()) {
    HostEvent event = std::move(events_.front());
    events_.pop_front();
    const bool ends_batch = EndsBatch(event);
    Handle(std::move(event));
    if (ends_batch) break;
  }
  if (!events_.empty()) host_.RequestFrame();
}

void App::Handle(HostEvent event) {
  // Pointers move things on the chart; the page changes only when the room says something changed.
  const bool is_pointer =
      std::holds_alternative<PointerEvent>(event) || std::holds_alternative<WheelEvent>(event);
  const auto* sound = std::get_if<AudioEvent>(&event);
  const bool is_tick = sound != nullptr && sound->state == AudioState::kPlaying;
  if (!is_pointer && !is_tick) page_is_due_ = true;
  std::visit(Overloaded{
                 [&](FetchedEvent& fetched) {
                   if (auto arrival = loader_.Take(std::move(fetched)))
                     HandleArrival(std::move(*arrival));
                 },
                 [&](FetchProgressEvent&) {},
                 [&](EngineReplyEvent& reply) { HandleReply(reply.bytes); },
                 [&](PageActionEvent& action) { HandleAction(action.action, action.argument); },
                 [&](LinkEvent& link) { HandleLink(link); },
                 [&](HostMessageEvent& message) {
                   if (head_) Run(room_->OnHostMessage(message.text));
                 },
                 [&](PointerEvent& pointer) {
                   pointer_.at_px = {pointer.x_px, pointer.y_px};
                   pointer_.touch = pointer.is_touch;
                   if (pointer.phase == PointerPhase::kDown) pointer_.down = true;
                   const bool ended =
                       pointer.phase == PointerPhase::kUp || pointer.phase == PointerPhase::kCancel;
                   if (ended) pointer_.down = false;
                   // A finger that is gone points at nothing.
                   pointer_.inside =
                       pointer.phase != PointerPhase::kLeave &&
                       !(ended && pointer.is_touch && pointer.phase == PointerPhase::kCancel);
                   chart_events_.push_back(pointer);
                 },
                 [&](WheelEvent& wheel) { chart_events_.push_back(wheel); },
                 [&](KeyEvent& key) { HandleKey(key); },
                 [&](FocusEvent&) {},
                 [&](ResizeEvent& resize) { HandleResize(resize); },
                 [&](SettingsEvent& settings) {
                   settings_ = settings;
                   view_.reduced_motion = settings.reduced_motion;
                   view_.embedded = settings.embedded;
                   view_.can_store = settings.can_store;
                   view_.asks_first = (settings.metered || settings.embedded) && !settings.local;
                   view_.can_speak = settings.can_speak;
                   view_.is_locked = settings.locked;
                   view_.frame_ui = static_cast<FrameUi>(std::min<uint8_t>(settings.frame_ui, 2));
                   view_.figure_title = settings.figure_title;
                   SetPathColor(settings.path_color);
                   room_->OnSettings(view_);
                 },
                 [&](VisibilityEvent&) {},
                 [&](AudioEvent& heard) {
                   if (head_) Run(room_->OnSound(NewsOf(heard)));
                 },
                 [&](ContextEvent& context) { HandleContext(context.lost); },
                 [&](RecalledEvent& recalled) {
                   if (recalled.key == "theme" && recalled.value.size() == 1) {
                     const int choice = std::clamp(recalled.value[0] - '0', 0, 2);
                     SetTheme(static_cast<ThemeChoice>(choice), false);
                   } else {
                     recalled_.push_back(std::move(recalled));
                   }
                 },
             },
             event);
}

void App::HandleArrival(Arrival arrival) {
  std::visit(
      Overloaded{[&](HeadArrived& head) { HandleHead(std::move(head.head)); },
                 [&](ChunkArrived& chunk) {
                   Result<ByteSpan> bytes = chunk.bytes ? Result<ByteSpan>(ByteSpan(*chunk.bytes))
                                                        : std::unexpected(chunk.bytes.error());
                   Run(room_->OnChunk(chunk.section, chunk.chunk, std::move(bytes)));
                 },
                 [&](FileArrived& file) {
                   Result<ByteSpan> bytes = file.bytes ? Result<ByteSpan>(ByteSpan(*file.bytes))
                                                       : std::unexpected(file.bytes.error());
                   Run(room_->OnFile(file.address, std::move(bytes)));
                 },
                 [&](FacesArrived&) { CreateRenderer(); },
                 [&](PreparedArrived& prepared) {
                   // Without them the engine answers; only later.
                   Result<PreparedAnswers> answers = prepared.bytes
                                                         ? PreparedAnswers::Read(*prepared.bytes)
                                                         : std::unexpected(prepared.bytes.error());
                   engine_.TakePrepared(answers ? std::move(*answers) : PreparedAnswers{});
                 },
                 [&](ModelHeadArrived& model) {
                   const std::string folder = FolderOf(loader_.options().model_url);
                   for (const Reply& failed :
                        engine_.TakeModelHead(folder, std::move(model.bytes))) {
                     Run(room_->OnReply(failed));
                   }
                 }},
      arrival);
}

void App::HandleHead(Result<PackHead> head) {
  if (!head) {
    head_error_ = head.error();
    return;
  }
  head_error_.reset();
  head_ = std::move(*head);
  engine_.SetPack(FolderOf(loader_.options().pack_url), loader_.head_bytes());
  std::string payload;
  const std::string& fragment = loader_.options().fragment;
  const Result<DecodedLink> link = DecodeLink(fragment);
  if (link && link->room == room_->Name()) payload = link->payload;
  Run(room_->Start(*head_, payload));
  for (RecalledEvent& kept : std::exchange(recalled_, {})) {
    Run(room_->OnAction("recalled " + kept.key, kept.value));
  }
  const std::string& tour = loader_.options().tour;
  if (!tour.empty()) Run(room_->OnAction("tour-ask", tour));
  if (!link && link.error().code != ErrorCode::kNotFound) Notice(link.error().message);
}

void App::HandleReply(ByteSpan bytes) {
  const Result<Reply> reply = ReadReply(bytes);
  // Bytes that are no reply belong to no request; the worker is ours, so this is a stale page.
  if (!reply) {
    host_.Say(reply.error().message);
    return;
  }
  if (engine_.IsForRoom(*reply)) Run(room_->OnReply(*reply));
}

void App::TakeAnswered() {
  // A room may ask again because of an answer.
  for (int round = 0; round < 8; ++round) {
    const std::vector<Reply> replies = engine_.TakeAnswered();
    if (replies.empty()) return;
    for (const Reply& reply : replies) Run(room_->OnReply(reply));
    page_is_due_ = true;
  }
  host_.RequestFrame();
}

void App::HandleAction(const std::string& action, const std::string& argument) {
  if (action == "theme") {
    const bool was_dark = view_.theme == ThemeKind::kDark;
    SetTheme(was_dark ? ThemeChoice::kLight : ThemeChoice::kDark, true);
    return;
  }
  // What is stored is cleared and brought back as a whole: the choice of light or dark is ours, the
  // rest is the room's.
  if (action == "stored-clear") {
    cleared_theme_ = std::exchange(theme_choice_, ThemeChoice::kAuto);
    SetTheme(ThemeChoice::kAuto, false);
    host_.Remember("theme", "");
  } else if (action == "stored-undo" && cleared_theme_ != ThemeChoice::kAuto) {
    SetTheme(std::exchange(cleared_theme_, ThemeChoice::kAuto), true);
  }
  if (action == kRetryAction && !head_) {
    head_error_.reset();
    loader_.FetchHead();
    return;
  }
  // The host's own news.
  if (action == "paper") {
    on_paper_ = view_.on_paper = argument == "on";
    return;
  }
  if (head_ && HandleShare(action, argument)) return;
  // Of Share, and of buttons that a room may have beside it.
  if (head_ && (action == "save-png" || action == "save-svg")) {
    Run(room_->SavePicture(action == "save-svg"));
    return;
  }
  if (action == "copied") return Notice(words::kShareCopied);
  if (action == "copy-refused") Notice(words::kClipboardRefused);  // the room shows the text itself
  if (action == "engine-fault") {
    engine_.TakeFault(argument);
    TakeAnswered();
    return;
  }
  if (head_ && !HandleCameraAction(action)) Run(room_->OnAction(action, argument));
}

void App::HandleLink(const LinkEvent& event) {
  if (!head_) return;
  const Result<DecodedLink> link = DecodeLink(event.fragment);
  if (!link && link.error().code != ErrorCode::kNotFound) return Notice(link.error().message);
  // What was said of the one before is over.
  Run(room_->OnAction("dismiss", ""));
  if (link && link->room == room_->Name()) {
    Run(event.from_elsewhere ? room_->OnLinkFromElsewhere(link->payload)
                             : room_->OnLink(link->payload));
  } else {
    Run(room_->OnLink(""));
  }
}

void App::Notice(std::string_view text) { notices_.emplace_back(text); }

void App::TellNotices() {
  // A room that is still empty has nowhere to show one.
  if (notices_.empty() || !room_->IsComplete()) return;
  for (const std::string& text : std::exchange(notices_, {})) Run(room_->OnAction("notice", text));
}

void App::HandleContext(bool lost) {
  context_lost_ = lost;
  if (lost) {
    host_.Say(words::kErrorContext);
    return;
  }
  if (!renderer_) return;
  // A driver that gives the context back and then refuses the shaders is as good as none.
  if (!renderer_->RestoreContext()) renderer_.reset();
}

}  // namespace meander
