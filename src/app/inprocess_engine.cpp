// See inprocess_engine.h.
#include "app/inprocess_engine.h"

#include <algorithm>

#include "base/files.h"
#include "engine/answers.h"

namespace meander {

InProcessEngine::InProcessEngine() : engine_(MakeWing()) {}

void InProcessEngine::Ask(ByteSpan bytes) {
  if (auto request = ReadRequest(bytes)) engine_.Ask(std::move(*request));
}

std::vector<std::vector<uint8_t>> InProcessEngine::Work(bool& more) {
  const bool can_step = engine_.Step();
  for (FileWanted& wanted : engine_.TakeWanted()) wanted_.push_back(std::move(wanted));
  for (const uint32_t id : engine_.TakeAbandoned()) {
    std::erase_if(wanted_, [&](const FileWanted& wanted) { return wanted.file_id == id; });
  }
  const bool delivers = !wanted_.empty();
  if (delivers) {
    const FileWanted first = wanted_.front();
    wanted_.erase(wanted_.begin());
    engine_.Deliver(first.file_id, ReadFile(first.url));
  }
  std::vector<std::vector<uint8_t>> replies;
  for (const Reply& reply : engine_.TakeReplies()) replies.push_back(WriteReply(reply));
  more = can_step || delivers || !replies.empty();
  return replies;
}

}  // namespace meander
