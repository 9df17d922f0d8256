// Articles nearest in meaning to typed text.
#include "engine/answers.h"

namespace meander {

Answer AnswerMeaning(Desk& desk, const MeaningRequest& request, RequestId id) {
  // The articles' vectors and the reader come side by side.
  TRY(const VectorTable* table, desk.library.AllVectors(id));
  TRY(std::optional<Reading> reading, desk.reader.Read(request.text));
  if (table == nullptr || !reading) return std::nullopt;
  if (table->encoder_id != desk.reader.encoder_id()) {
    return Fail(ErrorCode::kMismatch, "This map was read by another reader than the one here.");
  }
  if (reading->vector.size() != table->dim) {
    return Fail(ErrorCode::kMismatch, "This map and its reader do not fit together.");
  }
  MeaningReply reply;
  reply.neighbors = Nearest(*table, reading->vector, request.count);
  reply.vector = std::move(reading->vector);
  reply.looks_english = reading->looks_english;
  reply.truncated = reading->truncated;
  return reply;
}

}  // namespace meander
