// The engine in this very process, its files read from disk: for the native window, the poster and
// tests of the whole program. In a page the engine is a module of its own.
#pragma once

#include <memory>
#include <vector>

#include "base/bytes.h"
#include "engine/engine.h"

namespace meander {

class InProcessEngine {
 public:
  InProcessEngine();
  // Bytes that are no request are ignored, as by the worker.
  void Ask(ByteSpan request);
  void Cancel(uint32_t request_id) { engine_.Cancel(request_id); }
  // One slice: a step, and one wanted file read. Answers that are ready, as bytes. `more`: there is
  // work left.
  std::vector<std::vector<uint8_t>> Work(bool& more);

 private:
  Engine engine_;  // with every wing: whichever room asks
  std::vector<FileWanted> wanted_;
};

}  // namespace meander
