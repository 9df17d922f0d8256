// Why two texts are near: which sentence of each, and which words of those, bring them together.
// All of it by occlusion: a part is left out and the rest is read again.
//
// Sentences. With e the unit vector of a text and e\i that of the text without its sentence i, the
// pair (i, j) is chosen for which e_A\i · e_B\j is least: without those two the texts would be
// farthest apart. One reading a sentence does for all pairs. What is left, `without`, and what
// they bring, closeness − without, add up to the closeness by definition.
//
// Words, inside the two chosen sentences read by themselves, where a word has not been said again
// elsewhere. s is the sentence's vector, s\u that without its word u. A word brings
// (s_A − s_A\u) · s_B: what its absence takes away. A pair of words brings
// I_uv = (s_A − s_A\u) · (s_B − s_B\v), the second difference of s_A · s_B (pairwise occlusion).
// The I_uv need not add up to s_A · s_B: `sum_of_pairs` says to how much they do.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/error.h"
#include "net/encoder.h"
#include "text/parts.h"
#include "text/word_piece.h"

namespace meander {

struct WhyText {
  std::string text;         // a title, a full stop and a space, then the article
  uint32_t head_bytes = 0;  // of the title and its full stop
  TokenizedText tokens;
};
// As the map's vectors were made: "TITLE. TEXT", cut to what the encoder reads.
WhyText MakeWhyText(const WordPiece& pieces, const std::string& title, const std::string& article);

struct WhyWord {
  TextPart part;
  float brings = 0;  // closeness of the two sentences that goes when the word is left out
};
struct WhySide {
  std::vector<TextPart> sentences;
  size_t chosen = 0;
  std::vector<WhyWord> words;  // of the chosen sentence; empty until it is chosen
};
struct WhyPair {
  uint32_t a = 0, b = 0;  // words of the sides
  float brings = 0;
};

// Reads in slices: each Step is one pass of the encoder.
class WhyNear {
 public:
  // Both texts have at least one sentence (they have a title).
  WhyNear(const WordPiece& pieces, WhyText a, WhyText b);

  // One reading; true while there are more. An error of the encoder ends it.
  Result<bool> Step(Encoder& encoder);
  size_t readings_done() const { return done_; }
  size_t readings_in_all() const;  // an upper bound until the sentences are chosen

  // From here on sentences are told, and `closeness`, `without` …
  bool has_sentences() const { return stage_ >= Stage::kWords; }
  // … and everything.
  bool is_whole() const { return stage_ == Stage::kDone; }

  const WhyText& text(int side) const { return texts_[side]; }
  const WhySide& side(int side) const { return sides_[side]; }
  float closeness() const { return closeness_; }        // e_A · e_B
  float without() const { return without_; }            // e_A\i · e_B\j of the chosen two
  float alone() const { return alone_; }                // s_A · s_B
  float sum_of_pairs() const { return sum_of_pairs_; }  // Σ I_uv
  // e_A\i · e_B\j of any two sentences.
  float Without(size_t i, size_t j) const;
  // The word pairs that bring most, best first; all > 0.
  std::vector<WhyPair> StrongestWords(size_t count) const;

 private:
  enum class Stage : uint8_t { kSentences, kWords, kDone };
  struct Reading {
    int side = 0;
    std::vector<int32_t> ids;
  };
  using Vector = std::vector<float>;

  void PlanSentences(int side);
  void PlanWords(int side);
  void ChooseSentences();
  void WeighWords();

  const WordPiece& pieces_;
  WhyText texts_[2];
  WhySide sides_[2];
  Stage stage_ = Stage::kSentences;
  std::vector<Reading> plan_;  // of the stage at hand: for each side the whole, then without parts
  size_t at_ = 0;              // in plan_
  size_t done_ = 0;
  std::vector<Vector> read_[2];     // what the plan has brought so far
  std::vector<float> without_all_;  // by pair of sentences; rows are A's
  std::vector<float> word_pairs_;   // I_uv; rows are A's
  float closeness_ = 0, without_ = 0, alone_ = 0, sum_of_pairs_ = 0;
};

}  // namespace meander
