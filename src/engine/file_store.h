// Which files the engine waits for, who waits for them, and the bytes that came. It verifies every
// file by length and hash and fetches nothing itself.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/error.h"
#include "engine/engine.h"
#include "pack/format.h"

namespace meander {

// Asks that are nobody's request: the encoder's weights, which stream on by themselves.
inline constexpr RequestId kNobody = 0;

class FileStore {
 public:
  // The verified bytes of `url`, or nullptr while they are coming; the first call makes the file
  // wanted. kUnavailable or kCorrupt once its delivery for `who` has failed; asked for again by
  // another request (or after Release) it is wanted afresh. Pointers last until the next call.
  Result<const std::vector<uint8_t>*> Get(const std::string& url, const ChunkRef& promised,
                                          RequestId who);
  // `who` has been answered: what only it wanted is given up, its failures are forgotten.
  void Release(RequestId who);
  // The bytes have been decoded and are kept elsewhere.
  void Drop(const std::string& url);

  // Both answer with the requests that are touched; none for a file nobody waits for any more.
  std::vector<RequestId> Deliver(uint32_t file_id, Result<std::vector<uint8_t>> bytes);
  std::vector<RequestId> DeliverProgress(uint32_t file_id, uint64_t bytes_done);

  // Bytes of the files `who` has asked for, those already used included: done and in all.
  void CountBytes(RequestId who, uint64_t& done, uint64_t& total) const;
  size_t waiting_count(RequestId who) const;

  std::vector<FileWanted> TakeWanted() { return std::exchange(wanted_, {}); }
  std::vector<uint32_t> TakeAbandoned() { return std::exchange(abandoned_, {}); }

 private:
  struct File {
    uint32_t id = 0;
    ChunkRef promised;
    bool is_here = false;
    uint64_t bytes_done = 0;
    std::vector<uint8_t> bytes;
    std::set<RequestId> users;
  };
  using Files = std::map<std::string, File>;

  Files::iterator FindById(uint32_t file_id);

  Files files_;  // by url
  std::map<RequestId, Error> failures_;
  std::map<RequestId, uint64_t> credits_;  // bytes of files that were dropped after use
  std::vector<FileWanted> wanted_;
  std::vector<uint32_t> abandoned_;
  uint32_t last_id_ = 0;
};

}  // namespace meander
