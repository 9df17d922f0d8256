// "Verify against ONNX Runtime": another program reads the first sentence from the file that the
// encoder was made from, and every number of every layer is compared. Nothing of it is fetched
// before it is asked for.
#pragma once

#include <string>
#include <string_view>

#include "canvas/room.h"
#include "engine/inside_messages.h"

namespace meander {

struct InsideState;

struct InsideCheck {
  enum class Stage : uint8_t {
    kUnknown,    // whether this site brought that program along
    kAbsent,     // it did not
    kReady,      // it may be asked for
    kTokens,     // the engine says which pieces the text is
    kRunning,    // the other program fetches its files and reads
    kComparing,  // the engine compares
    kDone,
    kFailed,
  };
  Stage stage = Stage::kUnknown;
  std::string size_mb, done_mb;  // as the page tells them
  std::string text;              // what is read, or was
  RequestId request = 0;
  InsideCheckAnswer answer;
  std::string problem;

  bool is_under_way() const {
    return stage == Stage::kTokens || stage == Stage::kRunning || stage == Stage::kComparing;
  }
};

// When its place is first shown: asks the page whether the program is there.
Effects AskAboutCheck(InsideState& state);
Effects StartCheck(InsideState& state);
Effects StopCheck(InsideState& state);
Effects TakeCheckReply(InsideState& state, const Reply& reply);
// The page's answers, as files whose address begins with "onnx:".
Effects TakeCheckFile(InsideState& state, std::string_view address, Result<ByteSpan> bytes);

}  // namespace meander
