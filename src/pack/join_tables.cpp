// See join_tables.h.
#include "pack/join_tables.h"

#include <utility>

namespace meander {

Result<void> Append(NeighborLists part, NeighborLists& lists) {
  if (!lists.flat.empty() && part.per_item != lists.per_item) {
    return Fail(ErrorCode::kCorrupt, "This pack is damaged: its neighbour lists differ in length.");
  }
  lists.per_item = part.per_item;
  lists.flat.insert(lists.flat.end(), part.flat.begin(), part.flat.end());
  return {};
}

Result<void> Append(VectorTable part, VectorTable& table) {
  if (table.dim != 0 && part.dim != table.dim) {
    return Fail(ErrorCode::kCorrupt, "This pack is damaged: its vectors differ in length.");
  }
  table.encoder_id = std::move(part.encoder_id);
  table.dim = part.dim;
  table.count += part.count;
  table.codes.insert(table.codes.end(), part.codes.begin(), part.codes.end());
  table.scales.insert(table.scales.end(), part.scales.begin(), part.scales.end());
  return {};
}

}  // namespace meander
