// True closeness of pairs of articles: the hops of a journey.
#include <vector>

#include "engine/answers.h"

namespace meander {

Answer AnswerCosines(Desk& desk, const CosinesRequest& request, RequestId id) {
  std::vector<uint32_t> items;
  for (const auto& [a, b] : request.pairs) {
    items.push_back(a);
    items.push_back(b);
  }
  CosinesReply reply;
  if (items.empty()) return reply;
  TRY(const VectorTable* table, desk.library.VectorsOf(items, id));
  if (table == nullptr) return std::nullopt;
  for (const auto& [a, b] : request.pairs) reply.cosines.push_back(CosineOfRows(*table, a, b));
  return reply;
}

}  // namespace meander
