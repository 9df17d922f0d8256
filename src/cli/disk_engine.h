// The engine with its files on this disk: what the page asks a worker, the command line asks here.
#pragma once

#include <filesystem>

#include "engine/answers.h"
#include "engine/engine.h"

namespace meander {

class DiskEngine {
 public:
  // Opens the pack and, where it is there, the model. `wing`: of the room that is asked for.
  static Result<DiskEngine> Open(const std::filesystem::path& pack,
                                 const std::filesystem::path& model,
                                 std::unique_ptr<Wing> wing = nullptr);
  // The final answer; what comes before it is dropped.
  Result<ReplyBody> Ask(RequestBody body);

 private:
  explicit DiskEngine(std::unique_ptr<Wing> wing)
      : engine_(std::make_unique<Engine>(std::move(wing))) {}
  std::unique_ptr<Engine> engine_;
  RequestId last_id_ = 0;
};

}  // namespace meander
