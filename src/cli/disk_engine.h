// The engine with its files on this disk: what the page asks a worker, the command line asks here.
#pragma once

#include <filesystem>

#include "engine/engine.h"

namespace meander {

class DiskEngine {
 public:
  // Opens the pack and, where it is there, the model.
  static Result<DiskEngine> Open(const std::filesystem::path& pack,
                                 const std::filesystem::path& model);
  // The final answer; what comes before it is dropped.
  Result<ReplyBody> Ask(RequestBody body);

 private:
  DiskEngine() : engine_(std::make_unique<Engine>()) {}
  std::unique_ptr<Engine> engine_;
  RequestId last_id_ = 0;
};

}  // namespace meander
