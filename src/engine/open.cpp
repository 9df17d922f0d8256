// Opening a pack and a model: both only check their head files, nothing is fetched yet.
#include "engine/answers.h"

namespace meander {

Answer AnswerOpenPack(Desk& desk, const OpenPackRequest& request, RequestId) {
  TRY(PackHead head, ReadPackHead(request.head));
  TRY_VOID(desk.library.Open(request.base_url, std::move(head)));
  desk.lines.Reset();
  desk.gradients.clear();
  desk.own_texts.clear();
  desk.gradient_memory = {};
  return OpenedReply{};
}

Answer AnswerOpenModel(Desk& desk, const OpenModelRequest& request, RequestId) {
  TRY_VOID(desk.reader.Open(request.base_url, request.head));
  return OpenedReply{};
}

}  // namespace meander
