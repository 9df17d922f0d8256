// See engine_line.h.
#include "app/engine_line.h"

#include <algorithm>
#include <utility>

#include "canvas/room.h"

namespace meander {

namespace {

// Whether somebody's own words have to be read for it.
bool NeedsReader(const Request& request) {
  if (const auto* gradient = std::get_if<GradientRequest>(&request.body)) {
    return gradient->mix.meaning > 0;
  }
  if (const auto* cloud = std::get_if<CloudRequest>(&request.body)) return cloud->mix.meaning > 0;
  return std::holds_alternative<MeaningRequest>(request.body) ||
         std::holds_alternative<OwnTextRequest>(request.body);
}

}  // namespace

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
  for (const Request& request : std::exchange(early_, {})) Ask(request);
}

void EngineLine::Ask(const Request& request) {
  if (awaits_prepared_) {
    early_.push_back(request);
    return;
  }
  if (auto reply = prepared_.AnswerTo(request)) {
    answered_.push_back(std::move(*reply));
    return;
  }
  Open();
  if (!NeedsReader(request) || model_ == ModelState::kOpen) {
    Send(request);
    return;
  }
  held_.push_back(request);
  if (std::exchange(model_, ModelState::kFetching) == ModelState::kClosed) fetch_model_head_();
}

void EngineLine::Cancel(RequestId id) {
  const auto is_it = [&](const Request& held) { return held.id == id; };
  const size_t dropped =
      std::erase_if(held_, is_it) + std::erase_if(early_, is_it) +
      std::erase_if(answered_, [&](const Reply& reply) { return reply.id == id; });
  if (dropped == 0) host_.CancelEngine(id);
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
  for (const Request& request : held) Send(request);
  return failed;
}

bool EngineLine::IsForRoom(const Reply& reply) const {
  return std::ranges::find(own_requests_, reply.id) == own_requests_.end();
}

}  // namespace meander
