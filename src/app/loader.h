// The files the app itself fetches: the pack's head, the chunks a room asks for, the four faces
// and, when somebody searches by meaning, the encoder's head. It numbers fetches, verifies chunks
// and says what arrived; what to do with it is the App's business.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/start_options.h"
#include "canvas/scene.h"
#include "host/host.h"
#include "pack/format.h"

namespace meander {

inline constexpr size_t kFaceCount = 4;  // of `enum class Face`

struct HeadArrived {
  Result<PackHead> head;
};
struct ChunkArrived {
  std::string section;
  ChunkRef chunk;
  Result<std::vector<uint8_t>> bytes;
};
struct FileArrived {
  std::string address;
  Result<std::vector<uint8_t>> bytes;
};
struct FacesArrived {};  // all four, or none will come
struct PreparedArrived {
  Result<std::vector<uint8_t>> bytes;
};
struct ModelHeadArrived {
  Result<std::vector<uint8_t>> bytes;
};
using Arrival = std::variant<HeadArrived, ChunkArrived, FileArrived, FacesArrived, PreparedArrived,
                             ModelHeadArrived>;

class Loader {
 public:
  Loader(Host& host, StartOptions options) : host_(host), options_(std::move(options)) {}

  const StartOptions& options() const { return options_; }
  void FetchHead();
  void FetchFaces();
  void FetchModelHead();
  // Relative to the page; what follows "pack:" in it, to the pack's folder.
  void FetchFile(const std::string& address);
  void FetchPrepared();
  // The chunk of `section` that holds `item` (of a byte stream: the chunk of that number); one
  // fetch for however many asks at a time. Once the head has arrived. An answer at once when the
  // pack has no such chunk.
  std::optional<Arrival> FetchChunk(const PackHead& head, const std::string& section,
                                    uint32_t item);

  // What an ended fetch means; nullopt while more of the same are due, or for an unknown id.
  std::optional<Arrival> Take(FetchedEvent event);

  ByteSpan head_bytes() const { return head_bytes_; }  // as they came, for the engine
  const std::array<std::vector<uint8_t>, kFaceCount>& faces() const { return faces_; }
  bool has_faces() const { return faces_left_ == 0 && !faces_failed_; }

 private:
  struct HeadFetch {};
  struct ModelHeadFetch {};
  struct FileFetch {
    std::string address;
  };
  struct PreparedFetch {};
  struct FaceFetch {
    size_t face;
  };
  struct ChunkFetch {
    std::string section;
    ChunkRef chunk;
  };
  using Purpose =
      std::variant<HeadFetch, ModelHeadFetch, FileFetch, PreparedFetch, FaceFetch, ChunkFetch>;

  void Fetch(Purpose purpose, const std::string& url);

  Host& host_;
  StartOptions options_;
  uint32_t last_id_ = 0;
  std::map<uint32_t, Purpose> under_way_;
  std::vector<uint8_t> head_bytes_;
  std::array<std::vector<uint8_t>, kFaceCount> faces_;
  size_t faces_left_ = kFaceCount;
  bool faces_failed_ = false;
};

}  // namespace meander
