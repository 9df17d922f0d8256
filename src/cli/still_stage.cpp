// See still_stage.h.
#include "cli/still_stage.h"

#include <utility>

#include "app/rooms.h"
#include "base/files.h"
#include "canvas/picture_wish.h"
#include "cli/picture_answer.h"

namespace meander {
namespace {

constexpr int kMostTurns = 20000;  // of fetching, answering and drawing
constexpr int kTurnsOfLight = 4;   // nothing is fetched or asked for it

}  // namespace

Result<std::unique_ptr<StillStage>> StillStage::Open(const StillSize& size, bool dark,
                                                     const StartOptions& options,
                                                     const PreparedAnswers& known) {
  const auto device = [&](float px) { return static_cast<int>(px * size.pixel_ratio + .5f); };
  TRY(OffscreenFrame frame,
      OffscreenFrame::Create(device(size.chart_width_px), device(size.chart_height_px)));
  std::unique_ptr<Room> room = MakeRoom(options.room);
  if (!room) return Fail(ErrorCode::kInvalidInput, "There is no room \"" + options.room + "\".");
  return std::unique_ptr<StillStage>(
      new StillStage(size, dark, options, std::move(room), std::move(frame), known));
}

StillStage::StillStage(const StillSize& size, bool dark, const StartOptions& options,
                       std::unique_ptr<Room> room, OffscreenFrame frame,
                       const PreparedAnswers& known)
    // Still: what would move has arrived.
    : settings_{dark, true, size.embedded, true, false},
      frame_(std::move(frame)),
      known_(known),
      app_(host_, std::move(room), options, true) {
  app_.SetFramebuffer(frame_.framebuffer());
  if (!size.has_zoom) app_.LeaveOutZoom();
  settings_.local = true;
  settings_.path_color = size.path_color;
  settings_.locked = size.locked;
  // As embed.html says it, whatever the size.
  if (size.embedded) settings_.frame_ui = static_cast<uint8_t>(FrameUi::kFigure);
  host_.queue.push_back(settings_);
  host_.queue.push_back(ResizeEvent{size.chart_width_px, size.chart_height_px, size.page_width_px,
                                    size.page_height_px, size.pixel_ratio, 0, 0, 0,
                                    size.covered_below_px});
  app_.Start();
}

bool StillStage::Turn() {
  const bool has_answers = Serve();
  if (host_.queue.empty() && host_.frame_requests == 0 && !has_answers) return false;
  host_.frame_requests = 0;
  host_.now_s += 1. / 60;
  app_.Frame();
  return true;
}

Result<void> StillStage::RunUntilComplete() {
  for (int turn = 0; turn < kMostTurns && !app_.is_complete(); ++turn) {
    if (!Turn()) break;
  }
  if (app_.is_complete()) return {};
  return Fail(ErrorCode::kCorrupt,
              failure_.empty() ? "The first picture never became complete." : failure_);
}

void StillStage::RunUntilIdle(int most_turns) {
  for (int turn = 0; turn < most_turns; ++turn) {
    if (!Turn()) break;
  }
}

void StillStage::BecomeDark() {
  settings_.dark = true;
  host_.queue.push_back(settings_);
  RunUntilIdle(kTurnsOfLight);
}

void StillStage::Act(const std::string& action, const std::string& argument) {
  host_.queue.push_back(PageActionEvent{action, argument});
}

Result<Page> StillStage::LastPage() const {
  if (host_.pages.empty()) return Fail(ErrorCode::kCorrupt, "The room showed no page.");
  return ReadPage(host_.pages.back());
}

Picture StillStage::ReadPicture() const {
  return {frame_.width(), frame_.height(), frame_.ReadPixels()};
}

bool StillStage::Serve() {
  for (const auto& [id, url] : std::exchange(host_.fetches, {})) {
    const bool is_camera = url.starts_with("camera:");
    const auto picture = ReadPictureWish(url);
    auto bytes = picture || is_camera ? AnswerPictureWish(url) : ReadFile(url);
    if (!bytes) failure_ = bytes.error().message;
    const std::string_view file = picture ? picture->address : std::string_view(url);
    // A file, and not what has the bytes in it or is a reader's own.
    if (!is_camera && !file.starts_with("bytes;")) files_.emplace_back(file);
    host_.queue.push_back(FetchedEvent{id, std::move(bytes)});
  }
  for (const auto& request : std::exchange(host_.engine_requests, {})) {
    auto asked = ReadRequest(request);
    if (asked) asked_.push_back(*asked);
    // What another size was told is not worked out again.
    const std::optional<Reply> reply = asked ? known_.AnswerTo(*asked) : std::nullopt;
    if (!reply) {
      engine_.Ask(request);
      continue;
    }
    std::vector<uint8_t> bytes = WriteReply(*reply);
    Note(bytes);
    host_.queue.push_back(EngineReplyEvent{std::move(bytes)});
  }
  for (const uint32_t id : std::exchange(host_.engine_cancels, {})) engine_.Cancel(id);
  bool more = false;
  for (auto& reply : engine_.Work(more)) {
    Note(reply);
    host_.queue.push_back(EngineReplyEvent{std::move(reply)});
  }
  return more;
}

// Questions about opening are the App's own: their answers are of no use without an engine.
void StillStage::Note(ByteSpan bytes) {
  const Result<Reply> reply = ReadReply(bytes);
  if (!reply || std::holds_alternative<OpenedReply>(reply->body)) return;
  for (const Request& request : asked_) {
    if (request.id == reply->id) prepared_.Add(request, *reply);
  }
}

}  // namespace meander
