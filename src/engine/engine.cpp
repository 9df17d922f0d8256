// See engine.h. Requests wait in the order they were asked; one is tried again only when something
// it waits for has changed, so Step() never spins.
#include "engine/engine.h"

#include <algorithm>
#include <list>

#include "engine/answers.h"

namespace meander {
namespace {

struct Pending {
  Request request;
  bool is_touched = true;  // worth trying again
  bool progress_is_due = false;
  ProgressReply told;  // the last progress told
};

// What the encoder has to read for an answer; nullopt: nothing.
std::optional<std::string> TextToRead(const RequestBody& body) {
  if (const auto* meaning = std::get_if<MeaningRequest>(&body)) return meaning->text;
  if (const auto* gradient = std::get_if<GradientRequest>(&body)) {
    if (gradient->mix.meaning == 0) return std::nullopt;
    return gradient->a + " " + gradient->b;
  }
  if (const auto* cloud = std::get_if<CloudRequest>(&body)) {
    if (cloud->mix.meaning == 0) return std::nullopt;
    return cloud->line.text;
  }
  if (std::holds_alternative<OwnTextRequest>(body)) return "";
  if (std::holds_alternative<WhyRequest>(body)) return "";
  if (std::holds_alternative<RoomRequest>(body) && NeedsReader(body)) return "";
  return std::nullopt;
}

}  // namespace

class Engine::Impl {
 public:
  explicit Impl(std::unique_ptr<Wing> wing) : wing_(std::move(wing)) {}
  void Ask(Request request);
  void Cancel(RequestId id);
  void Touch(const std::vector<RequestId>& users, bool try_again);
  bool Step();
  std::vector<Reply> TakeReplies();

  Desk desk;

 private:
  Answer Try(const Pending& pending);
  void Finish(RequestId id, ReplyBody body);
  std::list<Pending>::iterator Find(RequestId id);

  const std::unique_ptr<Wing> wing_;
  std::list<Pending> pending_;
  std::vector<Reply> replies_;
};

void Engine::Impl::Ask(Request request) {
  if (request.id == kNobody || Find(request.id) != pending_.end()) {
    replies_.push_back(
        {request.id, Error{ErrorCode::kInvalidInput, "A request needs a number of its own."}});
    return;
  }
  // Another question is another try.
  if (TextToRead(request.body)) desk.reader.TryAgain();
  pending_.push_back({std::move(request), true, false, {}});
}

std::list<Pending>::iterator Engine::Impl::Find(RequestId id) {
  return std::find_if(pending_.begin(), pending_.end(),
                      [&](const Pending& pending) { return pending.request.id == id; });
}

void Engine::Impl::Finish(RequestId id, ReplyBody body) {
  pending_.erase(Find(id));
  desk.files.Release(id);
  desk.gradients.erase(id);
  desk.own_texts.erase(id);
  desk.whys.erase(id);
  if (wing_) wing_->Forget(id);
  replies_.push_back({id, std::move(body)});
}

void Engine::Impl::Cancel(RequestId id) {
  if (Find(id) == pending_.end()) return;
  Finish(id, Error{ErrorCode::kCancelled, "Stopped."});
}

void Engine::Impl::Touch(const std::vector<RequestId>& users, bool try_again) {
  const auto has = [&](RequestId who) { return std::ranges::find(users, who) != users.end(); };
  const bool all_readers = has(kNobody);
  for (Pending& pending : pending_) {
    const bool reads = all_readers && TextToRead(pending.request.body);
    if (!reads && !has(pending.request.id)) continue;
    pending.progress_is_due = true;
    pending.is_touched |= try_again;
  }
}

Answer Engine::Impl::Try(const Pending& pending) {
  const RequestId id = pending.request.id;
  return std::visit(
      [&](const auto& body) -> Answer {
        using Body = std::decay_t<decltype(body)>;
        if constexpr (std::is_same_v<Body, OpenPackRequest>) return AnswerOpenPack(desk, body, id);
        if constexpr (std::is_same_v<Body, OpenModelRequest>) {
          return AnswerOpenModel(desk, body, id);
        }
        if constexpr (std::is_same_v<Body, ArticleRequest>) return AnswerArticle(desk, body, id);
        if constexpr (std::is_same_v<Body, CosinesRequest>) return AnswerCosines(desk, body, id);
        if constexpr (std::is_same_v<Body, MeaningRequest>) return AnswerMeaning(desk, body, id);
        if constexpr (std::is_same_v<Body, WalkRequest>) return AnswerWalk(desk, body, id);
        if constexpr (std::is_same_v<Body, GradientRequest>) return AnswerGradient(desk, body, id);
        if constexpr (std::is_same_v<Body, CloudRequest>) return AnswerCloud(desk, body, id);
        if constexpr (std::is_same_v<Body, LinePlaceRequest>) {
          return AnswerLinePlace(desk, body, id);
        }
        if constexpr (std::is_same_v<Body, LineSoundsRequest>) {
          return AnswerLineSounds(desk, body, id);
        }
        if constexpr (std::is_same_v<Body, LinePairRequest>) return AnswerLinePair(desk, body, id);
        if constexpr (std::is_same_v<Body, OwnTextRequest>) return AnswerOwnText(desk, body, id);
        if constexpr (std::is_same_v<Body, WhyRequest>) return AnswerWhy(desk, body, id);
        if constexpr (std::is_same_v<Body, RoomRequest>) {
          if (wing_) return wing_->AnswerRoom(desk, body, id);
          return Fail(ErrorCode::kUnavailable, "That question belongs to another room.");
        }
      },
      pending.request.body);
}

bool Engine::Impl::Step() {
  if (desk.reader.Step()) return true;
  const auto is_touched = [](const Pending& pending) { return pending.is_touched; };
  const auto next = std::find_if(pending_.begin(), pending_.end(), is_touched);
  if (next == pending_.end()) return false;
  next->is_touched = false;
  const RequestId id = next->request.id;
  desk.again = false;
  Answer answer = Try(*next);
  for (Reply& sketch : desk.sketches) {
    sketch.id = id;
    replies_.push_back(std::move(sketch));
  }
  desk.sketches.clear();
  if (!answer) {
    Finish(id, answer.error());
  } else if (answer->has_value()) {
    Finish(id, std::move(**answer));
  } else if (desk.again) {
    // To the end of the row: whoever asked something small meanwhile does not wait.
    next->is_touched = next->progress_is_due = true;
    pending_.splice(pending_.end(), pending_, next);
  }
  // A text that has just been asked about may have set the reader going.
  return desk.reader.Step() || std::any_of(pending_.begin(), pending_.end(), is_touched);
}

std::vector<Reply> Engine::Impl::TakeReplies() {
  for (Pending& pending : pending_) {
    if (!std::exchange(pending.progress_is_due, false)) continue;
    ProgressReply progress;
    if (std::holds_alternative<WhyRequest>(pending.request.body)) {
      progress = WhyProgress(desk, pending.request.id);
    } else if (const auto text = TextToRead(pending.request.body)) {
      progress = desk.reader.ProgressFor(*text);
    }
    if (wing_) wing_->CountReadings(pending.request.id, progress);
    desk.files.CountBytes(pending.request.id, progress.bytes_done, progress.bytes_total);
    const bool is_news = progress.bytes_done != pending.told.bytes_done ||
                         progress.waiting_for != pending.told.waiting_for ||
                         progress.readings_done != pending.told.readings_done;
    if (!is_news) continue;
    pending.told = progress;
    replies_.push_back({pending.request.id, std::move(progress)});
  }
  return std::exchange(replies_, {});
}

Engine::Engine() : Engine(nullptr) {}
Engine::Engine(std::unique_ptr<Wing> wing) : impl_(std::make_unique<Impl>(std::move(wing))) {}
Engine::~Engine() = default;

void Engine::Ask(Request request) { impl_->Ask(std::move(request)); }
void Engine::Cancel(RequestId id) { impl_->Cancel(id); }

void Engine::Deliver(uint32_t file_id, Result<std::vector<uint8_t>> bytes) {
  impl_->Touch(impl_->desk.files.Deliver(file_id, std::move(bytes)), true);
}

void Engine::DeliverProgress(uint32_t file_id, uint64_t bytes_done) {
  impl_->Touch(impl_->desk.files.DeliverProgress(file_id, bytes_done), false);
}

bool Engine::Step() { return impl_->Step(); }
std::vector<Reply> Engine::TakeReplies() { return impl_->TakeReplies(); }
std::vector<FileWanted> Engine::TakeWanted() { return impl_->desk.files.TakeWanted(); }
std::vector<uint32_t> Engine::TakeAbandoned() { return impl_->desk.files.TakeAbandoned(); }

}  // namespace meander
