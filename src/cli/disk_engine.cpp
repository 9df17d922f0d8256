// See disk_engine.h. Addresses of files are their paths.
#include "cli/disk_engine.h"

#include "base/files.h"
#include "cli/head_file.h"

namespace meander {

Result<DiskEngine> DiskEngine::Open(const std::filesystem::path& pack,
                                    const std::filesystem::path& model,
                                    std::unique_ptr<Wing> wing) {
  DiskEngine disk(std::move(wing));
  TRY(HeadOnDisk head, ReadHeadOnDisk(pack, kPackHead));
  TRY([[maybe_unused]] const ReplyBody opened,
      disk.Ask(OpenPackRequest{head.folder, std::move(head.bytes)}));
  // Without a model there is still spelling and sound.
  if (Result<HeadOnDisk> reader = ReadHeadOnDisk(model, kModelHead)) {
    TRY([[maybe_unused]] const ReplyBody read,
        disk.Ask(OpenModelRequest{reader->folder, std::move(reader->bytes)}));
  }
  return disk;
}

Result<ReplyBody> DiskEngine::Ask(RequestBody body) {
  const RequestId id = ++last_id_;
  engine_->Ask({id, std::move(body)});
  for (;;) {
    while (engine_->Step()) {
    }
    for (Reply& reply : engine_->TakeReplies()) {
      if (reply.id != id || !reply.IsFinal()) continue;
      if (const auto* error = std::get_if<Error>(&reply.body)) return std::unexpected(*error);
      return std::move(reply.body);
    }
    const std::vector<FileWanted> wanted = engine_->TakeWanted();
    if (wanted.empty()) {
      return Fail(ErrorCode::kUnavailable, "The engine waits for something that never comes.");
    }
    for (const FileWanted& file : wanted) engine_->Deliver(file.file_id, ReadFile(file.url));
  }
}

}  // namespace meander
