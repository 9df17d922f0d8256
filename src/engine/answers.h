// What answering a request takes: the desk with the open pack and the reader, and one function a
// request, each in the file of its name. They are called again whenever a file they wait for came.
#pragma once

#include <optional>

#include "engine/file_store.h"
#include "engine/library.h"
#include "engine/reader.h"

namespace meander {

struct Desk {
  FileStore files;
  Library library{files};
  Reader reader{files};
};

// nullopt: files are still coming.
using Answer = Result<std::optional<ReplyBody>>;

Answer AnswerOpenPack(Desk& desk, const OpenPackRequest& request, RequestId id);
Answer AnswerOpenModel(Desk& desk, const OpenModelRequest& request, RequestId id);
Answer AnswerArticle(Desk& desk, const ArticleRequest& request, RequestId id);
Answer AnswerCosines(Desk& desk, const CosinesRequest& request, RequestId id);
Answer AnswerMeaning(Desk& desk, const MeaningRequest& request, RequestId id);
Answer AnswerWalk(Desk& desk, const WalkRequest& request, RequestId id);

}  // namespace meander
