// What the verbs that look inside the encoder share: the reader (or its ghost), and its texts as
// JSON.
#pragma once

#include <memory>
#include <optional>

#include "base/json_reader.h"
#include "cli/given_options.h"
#include "make/open_model.h"
#include "net/attribution/word_vectors.h"
#include "net/ghost.h"

namespace meander {

// The encoder, or with `ghost` its twin of that seed.
class OpenedInsight {
 public:
  static Result<std::unique_ptr<OpenedInsight>> Open(bool ghost, uint64_t seed);
  const WordPiece& pieces() const { return model_.pieces; }
  const Weights& weights() const { return ghost_ ? ghost_->weights : model_.weights; }
  Insight insight() { return {weights(), *encoder_}; }

 private:
  explicit OpenedInsight(OpenedModel model) : model_(std::move(model)) {}
  OpenedModel model_;
  std::optional<Ghost> ghost_;
  std::optional<Encoder> encoder_;
};

Json UnitTexts(const UnitText& text);
Json PieceIds(const UnitText& text);  // one list of ids a unit

}  // namespace meander
