// The app's line to the engine. A room just asks; this opens the pack before the first question and
// the encoder before the first that needs it, and holds questions back until that is possible.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/prepared.h"
#include "engine/protocol.h"
#include "host/host.h"

namespace meander {

class EngineLine {
 public:
  // `fetch_model_head` is called when the encoder's head is needed, again after a failure.
  EngineLine(Host& host, std::function<void()> fetch_model_head)
      : host_(host), fetch_model_head_(std::move(fetch_model_head)) {}

  // Before any question: which pack they are about.
  void SetPack(std::string base_url, ByteSpan head);
  // `only_if_here`: what is not prepared is answered by kNeedsConsent.
  void Ask(const Request& request, bool only_if_here = false);
  // Before prepared answers have come, or will not: questions wait for them.
  void AwaitPrepared() { awaits_prepared_ = true; }
  void TakePrepared(PreparedAnswers answers);
  // Answers that needed no engine, since the last call.
  std::vector<Reply> TakeAnswered() { return std::exchange(answered_, {}); }
  void Cancel(RequestId id);
  // Answers for questions that can no longer be asked (empty when all went well).
  std::vector<Reply> TakeModelHead(const std::string& base_url, Result<std::vector<uint8_t>> head);
  // False for answers about opening, which nobody but this asked for.
  bool IsForRoom(const Reply& reply);
  // The engine cannot be had: what waits for it, and whatever is asked from now on, is answered by
  // `sentence`.
  void TakeFault(const std::string& sentence);

 private:
  enum class ModelState { kClosed, kFetching, kOpen };

  void Open();
  void Send(const Request& request);

  Host& host_;
  std::function<void()> fetch_model_head_;
  OpenPackRequest pack_;
  bool pack_is_open_ = false;
  ModelState model_ = ModelState::kClosed;
  std::vector<Request> held_;  // waiting for the encoder's head
  bool awaits_prepared_ = false;
  struct Early {
    Request request;
    bool only_if_here;
  };
  std::vector<Early> early_;  // asked while prepared answers were on their way
  PreparedAnswers prepared_;
  std::vector<Reply> answered_;
  std::vector<RequestId> own_requests_;
  std::vector<RequestId> asked_;  // for the room, and not answered to the end
  std::optional<Error> fault_;
};

}  // namespace meander
