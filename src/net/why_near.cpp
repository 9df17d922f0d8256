// See why_near.h.
#include "net/why_near.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "base/sort.h"

namespace meander {
namespace {

float Dot(std::span<const float> a, std::span<const float> b) {
  // In double and in one order: the same sum everywhere.
  double sum = 0;
  for (size_t i = 0; i < a.size(); ++i) sum += static_cast<double>(a[i]) * b[i];
  return static_cast<float>(sum);
}

std::vector<float> Minus(std::vector<float> a, std::span<const float> b) {
  for (size_t i = 0; i < a.size(); ++i) a[i] -= b[i];
  return a;
}

// A sentence by itself: its own pieces between the two marks; `left_out` is one of its words, or
// empty.
std::vector<int32_t> IdsOf(const TokenizedText& tokens, const TextPart& sentence,
                           const TextPart& left_out) {
  std::vector<int32_t> ids = {tokens.ids.front()};
  for (uint32_t piece = sentence.first_piece; piece < sentence.one_past_pieces; ++piece) {
    const bool is_out = piece >= left_out.first_piece && piece < left_out.one_past_pieces;
    if (!is_out) ids.push_back(tokens.ids[piece]);
  }
  ids.push_back(tokens.ids.back());
  return ids;
}

}  // namespace

WhyText MakeWhyText(const WordPiece& pieces, const std::string& title, const std::string& article) {
  WhyText made;
  made.text = title + ". " + article;
  made.head_bytes = static_cast<uint32_t>(title.size()) + 1;
  made.tokens = pieces.Tokenize(made.text);
  return made;
}

WhyNear::WhyNear(const WordPiece& pieces, WhyText a, WhyText b)
    : pieces_(pieces), texts_{std::move(a), std::move(b)} {
  for (int side = 0; side < 2; ++side) PlanSentences(side);
}

void WhyNear::PlanSentences(int side) {
  const TokenizedText& tokens = texts_[side].tokens;
  sides_[side].sentences = SentencesOf(texts_[side].text, tokens, texts_[side].head_bytes);
  plan_.push_back({side, tokens.ids});
  for (const TextPart& sentence : sides_[side].sentences) {
    plan_.push_back({side, IdsWithout(tokens, sentence)});
  }
}

void WhyNear::PlanWords(int side) {
  const TokenizedText& tokens = texts_[side].tokens;
  const TextPart& sentence = sides_[side].sentences[sides_[side].chosen];
  plan_.push_back({side, IdsOf(tokens, sentence, {})});
  for (const TextPart& word : WordsOf(pieces_, tokens, sentence)) {
    sides_[side].words.push_back({word, 0});
    plan_.push_back({side, IdsOf(tokens, sentence, word)});
  }
}

size_t WhyNear::readings_in_all() const {
  size_t count = done_ + plan_.size() - at_;
  if (stage_ != Stage::kSentences) return count;
  for (const WhySide& side : sides_) {
    uint32_t longest = 0;
    for (const TextPart& sentence : side.sentences) {
      longest = std::max(longest, sentence.piece_count());
    }
    count += 1 + longest;
  }
  return count;
}

float WhyNear::Without(size_t i, size_t j) const {
  return without_all_[i * sides_[1].sentences.size() + j];
}

void WhyNear::ChooseSentences() {
  WhySide& a = sides_[0];
  WhySide& b = sides_[1];
  closeness_ = Dot(read_[0][0], read_[1][0]);
  without_ = 2;
  for (size_t i = 0; i < a.sentences.size(); ++i) {
    for (size_t j = 0; j < b.sentences.size(); ++j) {
      without_all_.push_back(Dot(read_[0][i + 1], read_[1][j + 1]));
      if (without_all_.back() >= without_) continue;
      without_ = without_all_.back();
      a.chosen = i;
      b.chosen = j;
    }
  }
}

void WhyNear::WeighWords() {
  const Vector& whole_a = read_[0][0];
  const Vector& whole_b = read_[1][0];
  alone_ = Dot(whole_a, whole_b);
  std::vector<WhyWord>& a = sides_[0].words;
  std::vector<WhyWord>& b = sides_[1].words;
  for (size_t v = 0; v < b.size(); ++v) {
    b[v].brings = Dot(Minus(whole_b, read_[1][v + 1]), whole_a);
  }
  double sum = 0;
  for (size_t u = 0; u < a.size(); ++u) {
    const Vector from_a = Minus(whole_a, read_[0][u + 1]);
    a[u].brings = Dot(from_a, whole_b);
    for (size_t v = 0; v < b.size(); ++v) {
      word_pairs_.push_back(Dot(from_a, Minus(whole_b, read_[1][v + 1])));
      sum += word_pairs_.back();
    }
  }
  sum_of_pairs_ = static_cast<float>(sum);
}

Result<bool> WhyNear::Step(Encoder& encoder) {
  if (stage_ == Stage::kDone) return false;
  const Reading& reading = plan_[at_];
  Vector vector(kWidth);
  TRY_VOID(encoder.Encode(reading.ids, vector));
  read_[reading.side].push_back(std::move(vector));
  ++at_;
  ++done_;
  if (at_ < plan_.size()) return true;
  plan_.clear();
  at_ = 0;
  if (stage_ == Stage::kSentences) {
    ChooseSentences();
    for (int side = 0; side < 2; ++side) {
      read_[side].clear();
      PlanWords(side);
    }
    stage_ = Stage::kWords;
    return true;
  }
  WeighWords();
  stage_ = Stage::kDone;
  return false;
}

std::vector<WhyPair> WhyNear::StrongestWords(size_t count) const {
  std::vector<WhyPair> pairs;
  const size_t columns = sides_[1].words.size();
  for (size_t at = 0; at < word_pairs_.size(); ++at) {
    if (word_pairs_[at] <= 0) continue;
    pairs.push_back({static_cast<uint32_t>(at / columns), static_cast<uint32_t>(at % columns),
                     word_pairs_[at]});
  }
  // Positive floats are ordered as their bits are.
  StableSortByKey(std::span(pairs),
                  [](const WhyPair& pair) { return ~std::bit_cast<uint32_t>(pair.brings); });
  if (pairs.size() > count) pairs.resize(count);
  return pairs;
}

}  // namespace meander
