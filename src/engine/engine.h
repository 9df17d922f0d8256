// The engine: answers requests about packs, texts and vectors. It has no thread, clock or network
// of its own: whoever owns it (a web worker, a page without workers, the command line, a test)
// fetches the files it wants, hands them in, and lets it run in slices.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"
#include "engine/protocol.h"

namespace meander {

struct FileWanted {
  uint32_t file_id = 0;  // chosen by the engine
  std::string url;
};

class Wing;  // what the engine of one room knows besides; answers.h

class Engine {
 public:
  Engine();
  explicit Engine(std::unique_ptr<Wing> wing);
  ~Engine();

  void Ask(Request request);
  // The request is answered kCancelled (if it had no final answer yet); files only it wanted are
  // given up.
  void Cancel(RequestId id);

  // A wanted file has arrived, or could not be had. A wrong hash becomes an error of every request
  // that needs it, and the file is wanted afresh by the next request.
  void Deliver(uint32_t file_id, Result<std::vector<uint8_t>> bytes);
  // Bytes so far, for progress.
  void DeliverProgress(uint32_t file_id, uint64_t bytes_done);

  // Works for about one slice (a few milliseconds at most: one encode, one search); true while
  // there is more that can be done without new files.
  bool Step();

  std::vector<Reply> TakeReplies();
  std::vector<FileWanted> TakeWanted();
  std::vector<uint32_t> TakeAbandoned();  // file ids whose fetch may be stopped

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace meander
