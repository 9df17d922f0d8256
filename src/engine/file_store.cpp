// See file_store.h.
#include "engine/file_store.h"

#include <algorithm>

namespace meander {

Result<const std::vector<uint8_t>*> FileStore::Get(const std::string& url, const ChunkRef& promised,
                                                   RequestId who) {
  if (const auto failed = failures_.find(who); failed != failures_.end()) {
    return std::unexpected(failed->second);
  }
  const auto [at, is_new] = files_.try_emplace(url);
  File& file = at->second;
  if (is_new) {
    file.id = ++last_id_;
    file.promised = promised;
    wanted_.push_back({file.id, url});
  }
  file.users.insert(who);
  return file.is_here ? &file.bytes : nullptr;
}

void FileStore::Release(RequestId who) {
  failures_.erase(who);
  credits_.erase(who);
  for (auto at = files_.begin(); at != files_.end();) {
    File& file = at->second;
    if (file.users.erase(who) == 0 || !file.users.empty()) {
      ++at;
      continue;
    }
    if (!file.is_here) {
      // Wanted and given up before anyone has heard of it: then nobody needs to stop it either.
      const auto unheard = std::find_if(wanted_.begin(), wanted_.end(),
                                        [&](const FileWanted& w) { return w.file_id == file.id; });
      if (unheard != wanted_.end()) {
        wanted_.erase(unheard);
      } else {
        abandoned_.push_back(file.id);
      }
    }
    at = files_.erase(at);
  }
}

void FileStore::Drop(const std::string& url) {
  const auto at = files_.find(url);
  if (at == files_.end()) return;
  for (const RequestId who : at->second.users) credits_[who] += at->second.promised.byte_count;
  files_.erase(at);
}

FileStore::Files::iterator FileStore::FindById(uint32_t file_id) {
  return std::find_if(files_.begin(), files_.end(), [&](const auto& entry) {
    return entry.second.id == file_id && !entry.second.is_here;
  });
}

std::vector<RequestId> FileStore::Deliver(uint32_t file_id, Result<std::vector<uint8_t>> bytes) {
  const auto at = FindById(file_id);
  if (at == files_.end()) return {};
  File& file = at->second;
  std::vector<RequestId> users(file.users.begin(), file.users.end());
  if (bytes) {
    if (const auto checked = VerifyChunk(file.promised, *bytes); !checked) {
      bytes = std::unexpected(checked.error());
    }
  }
  if (bytes) {
    file.bytes = std::move(*bytes);
    file.bytes_done = file.bytes.size();
    file.is_here = true;
  } else {
    for (const RequestId who : users) failures_.emplace(who, bytes.error());
    files_.erase(at);
  }
  return users;
}

std::vector<RequestId> FileStore::DeliverProgress(uint32_t file_id, uint64_t bytes_done) {
  const auto at = FindById(file_id);
  if (at == files_.end()) return {};
  at->second.bytes_done = std::min<uint64_t>(bytes_done, at->second.promised.byte_count);
  return {at->second.users.begin(), at->second.users.end()};
}

void FileStore::CountBytes(RequestId who, uint64_t& done, uint64_t& total) const {
  if (const auto at = credits_.find(who); at != credits_.end()) {
    done += at->second;
    total += at->second;
  }
  for (const auto& [url, file] : files_) {
    if (!file.users.contains(who)) continue;
    done += file.bytes_done;
    total += file.promised.byte_count;
  }
}

size_t FileStore::waiting_count(RequestId who) const {
  return static_cast<size_t>(std::count_if(files_.begin(), files_.end(), [&](const auto& entry) {
    return !entry.second.is_here && entry.second.users.contains(who);
  }));
}

}  // namespace meander
