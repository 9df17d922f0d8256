// Answers that were worked out when the site was made, so that a first picture needs neither the
// engine nor the encoder: what the room asks in its first moments, and what the engine said then.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "engine/protocol.h"

namespace meander {

class PreparedAnswers {
 public:
  // An answer that is no final one, or an error, is not kept; the same question twice is kept once.
  void Add(const Request& request, const Reply& reply);
  // The answer to `request`, under its id; nullopt: nobody asked this then.
  std::optional<Reply> AnswerTo(const Request& request) const;
  bool empty() const { return pairs_.empty(); }

  // varint count, then for each the request's and the reply's bytes, both with id 1.
  std::vector<uint8_t> Write() const;
  // Damaged bytes: kCorrupt. A question is only compared, so what it holds does not matter.
  static Result<PreparedAnswers> Read(ByteSpan bytes);

 private:
  std::vector<std::pair<std::vector<uint8_t>, std::vector<uint8_t>>> pairs_;
};

}  // namespace meander
