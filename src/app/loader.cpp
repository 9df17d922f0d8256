// See loader.h.
#include "app/loader.h"

#include <algorithm>

#include "base/overloaded.h"

namespace meander {
void Loader::Fetch(Purpose purpose, const std::string& url) {
  under_way_.emplace(++last_id_, std::move(purpose));
  host_.Fetch(last_id_, url);
}

void Loader::FetchHead() { Fetch(HeadFetch{}, options_.pack_url); }
void Loader::FetchModelHead() { Fetch(ModelHeadFetch{}, options_.model_url); }

void Loader::FetchFile(const std::string& address) {
  // "pack:" in it is the pack's folder, which rooms do not know.
  constexpr std::string_view kInPack = "pack:";
  std::string url = address;
  if (const size_t at = url.find(kInPack); at != url.npos) {
    url.replace(at, kInPack.size(), FolderOf(options_.pack_url));
  }
  Fetch(FileFetch{address}, url);
}
void Loader::FetchPrepared() { Fetch(PreparedFetch{}, options_.prepared_url); }

void Loader::FetchFaces() {
  for (size_t face = 0; face < std::min(kFaceCount, options_.font_urls.size()); ++face) {
    Fetch(FaceFetch{face}, options_.font_urls[face]);
  }
}

std::optional<Arrival> Loader::FetchChunk(const PackHead& head, const std::string& section,
                                          uint32_t item) {
  const ChunkRef* chunk = head.FindChunk(section, item);
  const SectionRef* stream = head.Find(section);
  // A section that is not made of items is told apart by its chunks' numbers.
  if (chunk == nullptr && stream != nullptr && item < stream->chunks.size() &&
      stream->chunks[item].item_count == 0) {
    chunk = &stream->chunks[item];
  }
  if (chunk == nullptr) {
    return ChunkArrived{
        section, {}, Fail(ErrorCode::kNotFound, "This map has no " + section + ".")};
  }
  const bool is_under_way = std::ranges::any_of(under_way_, [&](const auto& entry) {
    const auto* fetch = std::get_if<ChunkFetch>(&entry.second);
    return fetch != nullptr && fetch->section == section && fetch->chunk.file == chunk->file;
  });
  if (!is_under_way) {
    Fetch(ChunkFetch{section, *chunk}, FolderOf(options_.pack_url) + chunk->file);
  }
  return std::nullopt;
}

std::optional<Arrival> Loader::Take(FetchedEvent event) {
  const auto at = under_way_.find(event.id);
  if (at == under_way_.end()) return std::nullopt;
  const Purpose purpose = std::move(at->second);
  under_way_.erase(at);
  return std::visit(
      Overloaded{[&](const HeadFetch&) -> std::optional<Arrival> {
                   if (!event.bytes) return HeadArrived{std::unexpected(event.bytes.error())};
                   head_bytes_ = std::move(*event.bytes);
                   return HeadArrived{ReadPackHead(head_bytes_)};
                 },
                 [&](const ModelHeadFetch&) -> std::optional<Arrival> {
                   return ModelHeadArrived{std::move(event.bytes)};
                 },
                 [&](const FileFetch& fetch) -> std::optional<Arrival> {
                   return FileArrived{fetch.address, std::move(event.bytes)};
                 },
                 [&](const PreparedFetch&) -> std::optional<Arrival> {
                   return PreparedArrived{std::move(event.bytes)};
                 },
                 [&](const FaceFetch& fetch) -> std::optional<Arrival> {
                   if (event.bytes) {
                     faces_[fetch.face] = std::move(*event.bytes);
                   } else {
                     faces_failed_ = true;
                   }
                   if (--faces_left_ > 0) return std::nullopt;
                   return FacesArrived{};
                 },
                 [&](const ChunkFetch& fetch) -> std::optional<Arrival> {
                   ChunkArrived arrived{fetch.section, fetch.chunk, std::move(event.bytes)};
                   if (arrived.bytes) {
                     const Result<void> whole = VerifyChunk(fetch.chunk, *arrived.bytes);
                     if (!whole) arrived.bytes = std::unexpected(whole.error());
                   }
                   return arrived;
                 }},
      purpose);
}

}  // namespace meander
