// The number sections of an idea map; see sections.h. Texts are in text_sections.cpp.
#include "pack/sections.h"

#include <algorithm>

#include "base/hash.h"
#include "pack/cosine_code.h"
#include "pack/damaged.h"

namespace meander {
namespace {

Result<std::vector<uint8_t>> ReadByteColumn(ByteSpan chunk, uint32_t item_count, uint8_t largest) {
  if (chunk.size() != item_count) return DamagedSection("a column has the wrong length");
  for (const uint8_t value : chunk) {
    if (value > largest) return DamagedSection("a number is out of range");
  }
  return std::vector<uint8_t>(chunk.begin(), chunk.end());
}

constexpr int kMeasureSteps = 10000;

}  // namespace

std::vector<uint8_t> WritePositions(const Positions& positions) {
  ByteWriter writer;
  for (const uint16_t code : positions.codes) writer.Put(code);
  return writer.Take();
}

Result<Positions> ReadPositions(ByteSpan chunk, uint32_t item_count) {
  if (chunk.size() != uint64_t{item_count} * 4)
    return DamagedSection("the places have the wrong length");
  Positions positions;
  positions.codes.resize(size_t{item_count} * 2);
  if (!chunk.empty()) std::memcpy(positions.codes.data(), chunk.data(), chunk.size());
  return positions;
}

Result<Topics> ReadTopics(ByteSpan chunk, uint32_t item_count, uint32_t topic_count) {
  if (chunk.size() != item_count) return DamagedSection("the topics have the wrong length");
  for (const uint8_t code : chunk) {
    if ((code & 0x3f) >= topic_count || (code & 0x40) != 0) {
      return DamagedSection("a topic does not exist");
    }
  }
  return Topics{{chunk.begin(), chunk.end()}};
}

Result<std::vector<uint8_t>> ReadTrust(ByteSpan chunk, uint32_t item_count) {
  return ReadByteColumn(chunk, item_count, 10);
}

Result<std::vector<uint8_t>> ReadImportance(ByteSpan chunk, uint32_t item_count) {
  return ReadByteColumn(chunk, item_count, 255);
}

std::vector<uint8_t> WriteExample(std::span<const Neighbor> stops) {
  ByteWriter writer;
  writer.PutVarint(stops.size());
  for (const Neighbor& stop : stops) {
    writer.Put(stop.item);
    writer.Put(CodeOfCosine(stop.cosine));
  }
  return writer.Take();
}

Result<std::vector<Neighbor>> ReadExample(ByteSpan chunk, uint32_t item_count) {
  ByteReader reader(chunk);
  const uint64_t count = reader.GetVarint();
  if (!reader.ok() || count == 0 || count > kMaxExampleStops || reader.remaining() != count * 5) {
    return DamagedSection("the prepared journey has the wrong length");
  }
  std::vector<Neighbor> stops(static_cast<size_t>(count));
  for (Neighbor& stop : stops) {
    stop.item = reader.Get<uint32_t>();
    stop.cosine = CosineOfCode(reader.Get<uint8_t>());
    if (stop.item >= item_count) return DamagedSection("a stop does not exist");
  }
  return stops;
}

Result<std::vector<uint8_t>> ReadLinkCounts(ByteSpan chunk, uint32_t item_count) {
  return ReadByteColumn(chunk, item_count, 255);
}

std::vector<uint8_t> WriteMeasures(const MapMeasures& measures) {
  ByteWriter writer;
  for (const float share :
       {measures.knn_recall_10, measures.knn_recall_50, measures.trustworthiness,
        measures.topic_accuracy_2d, measures.topic_accuracy_full}) {
    writer.Put(static_cast<uint16_t>(std::clamp(share, 0.f, 1.f) * kMeasureSteps + 0.5f));
  }
  return writer.Take();
}

Result<MapMeasures> ReadMeasures(ByteSpan chunk) {
  ByteReader reader(chunk);
  MapMeasures measures;
  for (float* share : {&measures.knn_recall_10, &measures.knn_recall_50, &measures.trustworthiness,
                       &measures.topic_accuracy_2d, &measures.topic_accuracy_full}) {
    const uint16_t code = reader.Get<uint16_t>();
    if (code > kMeasureSteps) return DamagedSection("a number is out of range");
    *share = static_cast<float>(code) / kMeasureSteps;
  }
  if (!reader.ok() || !reader.AtEnd()) return DamagedSection("its measures have the wrong length");
  return measures;
}

std::vector<uint8_t> WriteNeighbors(const NeighborLists& lists) {
  ByteWriter writer;
  writer.Put(static_cast<uint32_t>(lists.per_item));
  for (const Neighbor& neighbor : lists.flat) writer.Put(neighbor.item);
  for (const Neighbor& neighbor : lists.flat) writer.Put(CodeOfCosine(neighbor.cosine));
  return writer.Take();
}

Result<NeighborLists> ReadNeighbors(ByteSpan chunk, uint32_t item_count, uint32_t pack_item_count) {
  ByteReader reader(chunk);
  NeighborLists lists;
  lists.per_item = reader.Get<uint32_t>();
  const uint64_t total = uint64_t{item_count} * lists.per_item;
  // Compared before it is multiplied: a hostile product of the two counts times 5 may wrap.
  if (!reader.ok() || total == 0 || total > reader.remaining() || total * 5 != reader.remaining()) {
    return DamagedSection("the neighbour lists have the wrong length");
  }
  lists.flat.resize(static_cast<size_t>(total));
  for (Neighbor& neighbor : lists.flat) {
    neighbor.item = reader.Get<uint32_t>();
    if (neighbor.item >= pack_item_count) return DamagedSection("a neighbour does not exist");
  }
  for (Neighbor& neighbor : lists.flat) neighbor.cosine = CosineOfCode(reader.Get<uint8_t>());
  return lists;
}

std::vector<uint8_t> WriteVectors(const VectorTable& table, uint32_t first, uint32_t count) {
  ByteWriter writer;
  writer.Put(table.dim);
  for (uint32_t i = first; i < first + count; ++i) writer.Put(table.scales[i]);
  const auto* codes = reinterpret_cast<const uint8_t*>(table.codes.data());
  writer.PutBytes({codes + size_t{first} * table.dim, size_t{count} * table.dim});
  return writer.Take();
}

Result<VectorTable> ReadVectors(ByteSpan chunk, uint32_t item_count, std::string encoder_id) {
  ByteReader reader(chunk);
  VectorTable table;
  table.encoder_id = std::move(encoder_id);
  table.count = item_count;
  table.dim = reader.Get<uint32_t>();
  if (!reader.ok() || table.dim == 0 || table.dim > 2064 ||
      uint64_t{item_count} * (table.dim + 4) != reader.remaining()) {
    return DamagedSection("the vectors have the wrong length");
  }
  table.scales.resize(item_count);
  for (float& scale : table.scales) {
    scale = reader.Get<float>();
    if (!(scale >= 0 && scale <= 1)) return DamagedSection("a vector has an impossible length");
  }
  const ByteSpan codes = reader.GetBytes(size_t{item_count} * table.dim);
  table.codes.assign(reinterpret_cast<const int8_t*>(codes.data()),
                     reinterpret_cast<const int8_t*>(codes.data()) + codes.size());
  return table;
}

uint32_t StableId(std::string_view title) { return static_cast<uint32_t>(Hash64(AsBytes(title))); }

}  // namespace meander
