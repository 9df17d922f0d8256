// See prepared.h.
#include "app/prepared.h"

namespace meander {
namespace {

std::vector<uint8_t> Nameless(Request request) {
  request.id = 1;  // any but 0, which no question has
  return WriteRequest(request);
}

}  // namespace

void PreparedAnswers::Add(const Request& request, const Reply& reply) {
  if (!reply.IsFinal() || std::holds_alternative<Error>(reply.body) || AnswerTo(request)) return;
  Reply nameless = reply;
  nameless.id = 1;
  pairs_.emplace_back(Nameless(request), WriteReply(nameless));
}

std::optional<Reply> PreparedAnswers::AnswerTo(const Request& request) const {
  if (pairs_.empty()) return std::nullopt;
  const std::vector<uint8_t> asked = Nameless(request);
  for (const auto& [question, answer] : pairs_) {
    if (question != asked) continue;
    Result<Reply> reply = ReadReply(answer);
    if (!reply) return std::nullopt;
    reply->id = request.id;
    return std::move(*reply);
  }
  return std::nullopt;
}

std::vector<uint8_t> PreparedAnswers::Write() const {
  ByteWriter out;
  out.PutVarint(pairs_.size());
  for (const auto& [question, answer] : pairs_) {
    out.PutVarint(question.size());
    out.PutBytes(question);
    out.PutVarint(answer.size());
    out.PutBytes(answer);
  }
  return out.Take();
}

Result<PreparedAnswers> PreparedAnswers::Read(ByteSpan bytes) {
  ByteReader in(bytes);
  PreparedAnswers answers;
  const size_t count = in.GetCount(2);
  for (size_t i = 0; in.ok() && i < count; ++i) {
    const ByteSpan question = in.GetBytes(in.GetCount(1));
    const ByteSpan answer = in.GetBytes(in.GetCount(1));
    answers.pairs_.emplace_back(std::vector<uint8_t>(question.begin(), question.end()),
                                std::vector<uint8_t>(answer.begin(), answer.end()));
  }
  if (!in.ok() || !in.AtEnd()) {
    return Fail(ErrorCode::kCorrupt, "The prepared answers are damaged.");
  }
  return answers;
}

}  // namespace meander
