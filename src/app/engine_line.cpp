// See engine_line.h.
#include "app/engine_line.h"

#include <algorithm>
#include <utility>

#include "canvas/room.h"

namespace meander {

void EngineLine::SetPack(std::string base_url, ByteSpan head) {
  pack_ = {std::move(base_url), {head.begin(), head.end()}};
  pack_is_open_ = false;
}

void EngineLine::Send(const Request& request) { host_.AskEngine(WriteRequest(request)); }

void EngineLine::Open() {
  if (std::exchange(pack_is_open_, true)) return;
  own_requests_.push_back(NextRequestId());
  Send({own_requests_.back(), std::move(pack_)});
}

void EngineLine::TakePrepared(PreparedAnswers answers) {
  prepared_ = std::move(answers);
  awaits_prepared_ = false;
  for (const Early& early : std::exchange(early_, {})) Ask(early.request, early.only_if_here);
}

void EngineLine::Ask(const Request& request, bool only_if_here) {
  if (awaits_prepared_) {
    early_.push_back({request, only_if_here});
    return;
  }
  if (auto reply = prepared_.AnswerTo(request)) {
    answered_.push_back(std::move(*reply));
    return;
  }
  if (only_if_here) {
    answered_.push_back({request.id, Error{ErrorCode::kNeedsConsent, {}}});
    return;
  }
  if (fault_) {
    answered_.push_back({request.id, *fault_});
    return;
  }
  Open();
  if (!NeedsReader(request.body) || model_ == ModelState::kOpen) {
    asked_.push_back(request.id);
    Send(request);
    return;
  }
  held_.push_back(request);
  if (std::exchange(model_, ModelState::kFetching) == ModelState::kClosed) fetch_model_head_();
}

void EngineLine::Cancel(RequestId id) {
  const auto is_it = [&](const Request& held) { return held.id == id; };
  const size_t dropped =
      std::erase_if(held_, is_it) +
      std::erase_if(early_, [&](const Early& early) { return early.request.id == id; }) +
      std::erase_if(answered_, [&](const Reply& reply) { return reply.id == id; });
  if (dropped == 0) host_.CancelEngine(id);
  std::erase(asked_, id);
}

std::vector<Reply> EngineLine::TakeModelHead(const std::string& base_url,
                                             Result<std::vector<uint8_t>> head) {
  std::vector<Reply> failed;
  const std::vector<Request> held = std::exchange(held_, {});
  if (!head) {
    model_ = ModelState::kClosed;
    for (const Request& request : held) failed.push_back({request.id, head.error()});
    return failed;
  }
  model_ = ModelState::kOpen;
  own_requests_.push_back(NextRequestId());
  Send({own_requests_.back(), OpenModelRequest{base_url, std::move(*head)}});
  for (const Request& request : held) {
    asked_.push_back(request.id);
    Send(request);
  }
  return failed;
}

void EngineLine::TakeFault(const std::string& sentence) {
  fault_ = Error{ErrorCode::kUnavailable, sentence};
  for (const RequestId id : std::exchange(asked_, {})) answered_.push_back({id, *fault_});
  for (const Request& request : std::exchange(held_, {})) {
    answered_.push_back({request.id, *fault_});
  }
}

bool EngineLine::IsForRoom(const Reply& reply) {
  if (reply.IsFinal()) std::erase(asked_, reply.id);
  return std::ranges::find(own_requests_, reply.id) == own_requests_.end();
}

}  // namespace meander
