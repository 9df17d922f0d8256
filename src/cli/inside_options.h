// What the verbs that look inside the encoder share: their options, the reader (or its ghost), and
// numbers as JSON.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/json_reader.h"
#include "cli/cli.h"
#include "make/open_model.h"
#include "net/attribution/word_vectors.h"
#include "net/ghost.h"

namespace meander {

// "--name value" pairs, flags and plain words; every option at most once.
struct GivenOptions {
  std::vector<std::string> words;
  std::map<std::string, std::string> values;  // flags have an empty one
  bool Has(const std::string& name) const { return values.contains(name); }
  // The value, or `otherwise`.
  std::string Text(const std::string& name, const std::string& otherwise) const;
  Result<int> Number(const std::string& name, int lowest, int highest, int otherwise) const;
};
// `verb` for the sentence about what is not understood. What follows "--" is words only.
Result<GivenOptions> ReadOptions(std::span<const std::string> arguments, const char* verb,
                                 std::span<const char* const> with_value,
                                 std::span<const char* const> flags);

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

// Eight digits that say all a float knows.
double Short(double value);
Json UnitTexts(const UnitText& text);
Json PieceIds(const UnitText& text);  // one list of ids a unit

}  // namespace meander
