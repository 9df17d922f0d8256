// A map from address to bytes that serves an Engine, and a small made-up pack to put on it.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/hash.h"
#include "base/rng.h"
#include "engine/engine.h"
#include "pack/format.h"
#include "pack/sections.h"

namespace meander {

class FakeServer {
 public:
  std::map<std::string, std::vector<uint8_t>> files;
  std::vector<std::string> asked;  // every address, in order
  std::vector<uint32_t> abandoned;
  std::vector<FileWanted> unanswered;  // wanted, but not yet served

  // Takes the engine's wishes without serving them.
  void Collect(Engine& engine) {
    for (FileWanted& wanted : engine.TakeWanted()) {
      asked.push_back(wanted.url);
      unanswered.push_back(std::move(wanted));
    }
    for (const uint32_t id : engine.TakeAbandoned()) {
      abandoned.push_back(id);
      std::erase_if(unanswered, [&](const FileWanted& wanted) { return wanted.file_id == id; });
    }
  }
  void ServeOne(Engine& engine, size_t index = 0) {
    const FileWanted wanted = unanswered[index];
    unanswered.erase(unanswered.begin() + static_cast<ptrdiff_t>(index));
    const auto at = files.find(wanted.url);
    if (at == files.end()) {
      engine.Deliver(wanted.file_id, Fail(ErrorCode::kNotFound, "There is no " + wanted.url + "."));
    } else {
      engine.Deliver(wanted.file_id, at->second);
    }
  }
  // Serves and steps until nothing is left to do; all replies.
  std::vector<Reply> Run(Engine& engine) {
    std::vector<Reply> replies;
    for (;;) {
      while (engine.Step()) {
      }
      Collect(engine);
      for (Reply& reply : engine.TakeReplies()) replies.push_back(std::move(reply));
      if (unanswered.empty()) return replies;
      ServeOne(engine);
    }
  }
};

// The final answer to `id` among replies; nullptr when there is none.
inline const ReplyBody* AnswerTo(const std::vector<Reply>& replies, RequestId id) {
  const auto at = std::find_if(replies.begin(), replies.end(), [&](const Reply& reply) {
    return reply.id == id && reply.IsFinal();
  });
  return at == replies.end() ? nullptr : &at->body;
}

inline constexpr uint32_t kTinyItems = 40;
inline constexpr uint32_t kTinyDim = 8;
inline constexpr char kTinyBase[] = "https://x/pack/";

struct TinyPack {
  PackHead head;
  std::vector<uint8_t> head_bytes;
  VectorTable vectors;
  std::map<std::string, std::vector<uint8_t>> files;  // by full address

  OpenPackRequest OpenRequest() const { return {kTinyBase, head_bytes}; }
  std::string UrlOf(const char* section, size_t chunk) const {
    return kTinyBase + head.Find(section)->chunks[chunk].file;
  }
};

inline void AddChunk(TinyPack& pack, SectionRef& section, uint32_t first, uint32_t count,
                     std::vector<uint8_t> bytes) {
  ChunkRef chunk;
  chunk.first_item = first;
  chunk.item_count = count;
  chunk.byte_count = static_cast<uint32_t>(bytes.size());
  chunk.hash = Hash64(bytes);
  chunk.file =
      section.name + "-" + std::to_string(section.chunks.size()) + "-" + HexOf(chunk.hash) + ".bin";
  pack.files[kTinyBase + chunk.file] = std::move(bytes);
  section.chunks.push_back(chunk);
}

// 40 items: texts in chunks of 10, three neighbours each in chunks of 20, vectors in chunks of 15.
inline TinyPack MakeTinyPack() {
  TinyPack pack;
  pack.head.name = "tiny";
  pack.head.encoder_id = "made-up";
  pack.head.item_count = kTinyItems;

  Rng rng(11);
  std::vector<float> rows(kTinyItems * kTinyDim);
  for (uint32_t item = 0; item < kTinyItems; ++item) {
    float squares = 0;
    for (uint32_t d = 0; d < kTinyDim; ++d) {
      const float value = rng.Unit() * 2 - 1;
      rows[item * kTinyDim + d] = value;
      squares += value * value;
    }
    for (uint32_t d = 0; d < kTinyDim; ++d) rows[item * kTinyDim + d] /= std::sqrt(squares);
  }
  pack.vectors = QuantizeRows("made-up", kTinyDim, rows);

  SectionRef texts{"texts", 1, false, {}};
  for (uint32_t first = 0; first < kTinyItems; first += 10) {
    std::vector<Article> articles;
    for (uint32_t item = first; item < first + 10; ++item) {
      articles.push_back({"About " + std::to_string(item),
                          "Article " + std::to_string(item) + ".",
                          "https://x/" + std::to_string(item),
                          {{0, 7, (item + 1) % 40, .5f}}});
    }
    AddChunk(pack, texts, first, 10, WriteTexts(articles));
  }
  SectionRef neighbors{"neighbors", 1, false, {}};
  for (uint32_t first = 0; first < kTinyItems; first += 20) {
    NeighborLists lists;
    lists.per_item = 3;
    for (uint32_t item = first; item < first + 20; ++item) {
      const auto nearest = NearestToRow(pack.vectors, item, 3);
      lists.flat.insert(lists.flat.end(), nearest.begin(), nearest.end());
    }
    AddChunk(pack, neighbors, first, 20, WriteNeighbors(lists));
  }
  SectionRef vectors{"vectors", 1, false, {}};
  for (uint32_t first = 0; first < kTinyItems; first += 15) {
    const uint32_t count = std::min(15u, kTinyItems - first);
    AddChunk(pack, vectors, first, count, WriteVectors(pack.vectors, first, count));
  }
  pack.head.sections = {texts, neighbors, vectors};
  pack.head_bytes = WritePackHead(pack.head);
  return pack;
}

}  // namespace meander
