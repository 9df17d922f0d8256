// The encoder's real weights of the set-up, on a FakeServer.
#pragma once

#include <cstdlib>
#include <map>
#include <string>
#include <vector>

#include "base/files.h"
#include "pack/format.h"

namespace meander {

inline std::string ModelFolder() {
  const char* cache = std::getenv("MEANDER_CACHE");
  const char* home = std::getenv("HOME");
  return cache != nullptr ? std::string(cache) + "/model"
                          : std::string(home != nullptr ? home : "") + "/.cache/meander/model";
}

inline constexpr char kModelBase[] = "https://x/model/";

// Puts every file of the model at its address; the head's bytes. `order`: the addresses in the
// head's order.
inline Result<std::vector<uint8_t>> ServeModel(std::map<std::string, std::vector<uint8_t>>& files,
                                               std::vector<std::string>* order = nullptr) {
  TRY(std::vector<uint8_t> head, ReadFile(ModelFolder() + "/model.meander"));
  TRY(const PackHead model, ReadPackHead(head));
  for (const SectionRef& section : model.sections) {
    for (const ChunkRef& chunk : section.chunks) {
      TRY(files[kModelBase + chunk.file], ReadFile(ModelFolder() + "/" + chunk.file));
      if (order != nullptr) order->push_back(kModelBase + chunk.file);
    }
  }
  return head;
}

}  // namespace meander
