// One article: its words, links and true neighbours.
#include "engine/answers.h"

namespace meander {

Answer AnswerArticle(Desk& desk, const ArticleRequest& request, RequestId id) {
  ArticleReply reply{request.item, {}, {}};
  // Both files are asked for before either is waited for.
  TRY(const Article* article, desk.library.ArticleOf(request.item, id));
  if (article != nullptr) reply.article = *article;  // the next call may move it
  const bool has_article = article != nullptr;
  uint32_t index = 0;
  TRY(const NeighborLists* lists, desk.library.NeighborsOf(request.item, id, index));
  if (!has_article || lists == nullptr) return std::nullopt;
  const auto neighbors = lists->Of(index);
  reply.neighbors.assign(neighbors.begin(), neighbors.end());
  return reply;
}

}  // namespace meander
