// One article: its words, links and true neighbours.
#include "engine/answers.h"

namespace meander {

Answer AnswerArticle(Desk& desk, const ArticleRequest& request, RequestId id) {
  ArticleReply reply{request.item, {}, {}, {}};
  // All files are asked for before any is waited for.
  TRY(const Article* article, desk.library.ArticleOf(request.item, id));
  if (article != nullptr) reply.article = *article;  // the next call may move it
  const bool has_article = article != nullptr;
  uint32_t index = 0;
  TRY(const NeighborLists* lists, desk.library.NeighborsOf(request.item, id, index));
  const bool has_neighbors = lists != nullptr;
  if (has_neighbors) {
    const auto neighbors = lists->Of(index);
    reply.neighbors.assign(neighbors.begin(), neighbors.end());
  }
  // A mark less is no reason not to read.
  const auto spelling = desk.library.SpellingOf(id);
  if (!has_article || !has_neighbors || (spelling && *spelling == nullptr)) return std::nullopt;
  for (const Neighbor& neighbor : reply.neighbors) {
    if (!spelling) break;
    if (const auto left = SpellingLeft(**spelling, request.item, neighbor.item)) {
      reply.by_spelling.push_back({neighbor.item, *left});
    }
  }
  return reply;
}

}  // namespace meander
