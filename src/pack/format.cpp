// See format.h. Layout of the head file, little-endian:
//   8 bytes magic · u32 version · u32 length of the whole file · u64 Hash64 of everything after it
//   · name, encoder id (texts) · u32 item count · sections · manifest (text).
#include "pack/format.h"

#include "base/hash.h"
#include "pack/section_versions.h"

namespace meander {
namespace {

constexpr size_t kFixedBytes = 24;  // magic, version, length, checksum
constexpr size_t kMaxHeadBytes = 4 << 20;

bool IsPlainFileName(std::string_view name) {
  if (name.empty() || name.size() > 120 || name.front() == '.') return false;
  for (const char c : name) {
    const bool is_plain =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    if (!is_plain) return false;
  }
  return true;
}

std::unexpected<Error> Damaged(const char* how) {
  return Fail(ErrorCode::kCorrupt, std::string("This pack is damaged: ") + how + ".");
}

std::unexpected<Error> TooNew() {
  return Fail(ErrorCode::kTooNew,
              "This pack was made by a newer Meander; please reload or update.");
}

void WriteSection(const SectionRef& section, ByteWriter& writer) {
  writer.PutText(section.name);
  writer.PutVarint(section.version);
  writer.Put(static_cast<uint8_t>(section.first_view));
  writer.PutVarint(section.chunks.size());
  for (const ChunkRef& chunk : section.chunks) {
    writer.PutText(chunk.file);
    writer.PutVarint(chunk.first_item);
    writer.PutVarint(chunk.item_count);
    writer.PutVarint(chunk.byte_count);
    writer.Put(chunk.hash);
  }
}

Result<SectionRef> ReadSection(ByteReader& reader, uint32_t item_count) {
  SectionRef section;
  section.name = reader.GetText();
  const uint64_t version = reader.GetVarint();
  section.first_view = reader.Get<uint8_t>() != 0;
  section.chunks.resize(reader.GetCount(12));
  uint64_t next_item = 0;
  size_t stream_chunks = 0;
  for (ChunkRef& chunk : section.chunks) {
    chunk.file = reader.GetText();
    const uint64_t first = reader.GetVarint(), count = reader.GetVarint();
    const uint64_t bytes = reader.GetVarint();
    chunk.hash = reader.Get<uint64_t>();
    if (!reader.ok()) return Damaged("its list of parts ends too early");
    if (!IsPlainFileName(chunk.file))
      return Damaged("a part has a name that is no plain file name");
    if (bytes > kMaxChunkBytes) return Damaged("a part is larger than a part may be");
    const bool is_stream = first == 0 && count == 0;
    if (is_stream) stream_chunks += 1;
    if (!is_stream && (first != next_item || count == 0 || count > item_count - next_item)) {
      return Damaged("its parts do not follow one another");
    }
    next_item += count;
    chunk.first_item = static_cast<uint32_t>(first);
    chunk.item_count = static_cast<uint32_t>(count);
    chunk.byte_count = static_cast<uint32_t>(bytes);
  }
  if (!reader.ok()) return Damaged("its list of parts ends too early");
  const bool is_stream = !section.chunks.empty() && stream_chunks == section.chunks.size();
  const bool is_tiled = stream_chunks == 0 && next_item == item_count;
  if (section.name.empty() || (!is_stream && !is_tiled)) return Damaged("a part is missing");
  const uint32_t known = KnownVersionOf(section.name);
  if (known != 0 && version > known) return TooNew();
  if (version == 0 || version > UINT32_MAX) return Damaged("a part has an impossible version");
  section.version = static_cast<uint32_t>(version);
  return section;
}

}  // namespace

const SectionRef* PackHead::Find(std::string_view section) const {
  for (const SectionRef& candidate : sections) {
    if (candidate.name == section) return &candidate;
  }
  return nullptr;
}

const ChunkRef* PackHead::FindChunk(std::string_view section, uint32_t item) const {
  const SectionRef* found = Find(section);
  if (found == nullptr) return nullptr;
  for (const ChunkRef& chunk : found->chunks) {
    if (item >= chunk.first_item && item - chunk.first_item < chunk.item_count) return &chunk;
  }
  return nullptr;
}

std::vector<uint8_t> WritePackHead(const PackHead& head) {
  ByteWriter body;
  body.PutText(head.name);
  body.PutText(head.encoder_id);
  body.Put(head.item_count);
  body.PutVarint(head.sections.size());
  for (const SectionRef& section : head.sections) WriteSection(section, body);
  body.PutText(head.manifest_json);
  ByteWriter file;
  file.PutBytes(AsBytes({kPackMagic, sizeof(kPackMagic)}));
  file.Put(head.version);
  file.Put(static_cast<uint32_t>(kFixedBytes + body.size()));
  file.Put(Hash64(body.bytes()));
  file.PutBytes(body.bytes());
  return file.Take();
}

Result<PackHead> ReadPackHead(ByteSpan file) {
  ByteReader reader(file);
  const std::string_view magic = AsText(reader.GetBytes(sizeof(kPackMagic)));
  if (magic != std::string_view(kPackMagic, sizeof(kPackMagic))) {
    return Fail(ErrorCode::kCorrupt, "This is not a Meander pack.");
  }
  PackHead head;
  head.version = reader.Get<uint32_t>();
  const uint32_t length = reader.Get<uint32_t>();
  const uint64_t checksum = reader.Get<uint64_t>();
  if (!reader.ok()) return Damaged("it ends too early");
  if (head.version < kOldestReadablePackVersion) {
    return Fail(ErrorCode::kTooOld,
                "This pack was made by an older Meander; please make it again.");
  }
  if (head.version > kPackVersion) {
    return TooNew();
  }
  if (length != file.size() || file.size() > kMaxHeadBytes) return Damaged("its length is wrong");
  if (Hash64(file.subspan(kFixedBytes)) != checksum) return Damaged("its checksum is wrong");
  head.name = reader.GetText();
  head.encoder_id = reader.GetText();
  head.item_count = reader.Get<uint32_t>();
  const size_t section_count = reader.GetCount(4);
  for (size_t i = 0; i < section_count; ++i) {
    TRY(SectionRef section, ReadSection(reader, head.item_count));
    if (head.Find(section.name) != nullptr) return Damaged("a part is there twice");
    head.sections.push_back(std::move(section));
  }
  head.manifest_json = reader.GetText();
  if (!reader.ok() || !reader.AtEnd()) return Damaged("its end is not where it should be");
  if (head.item_count == 0) return Damaged("it holds nothing");
  return head;
}

Result<void> VerifyChunk(const ChunkRef& chunk, ByteSpan file) {
  if (file.size() != chunk.byte_count) return Damaged("a part has the wrong length");
  if (Hash64(file) != chunk.hash) return Damaged("a part has the wrong checksum");
  return {};
}

}  // namespace meander
