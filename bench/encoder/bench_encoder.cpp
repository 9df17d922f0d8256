// Tokenizer and encoder behind plain functions, for bench/encoder.bench.mjs: the very libraries
// that engine.wasm is linked from.
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "net/encoder.h"
#include "text/word_piece.h"

namespace {

struct Reader {
  std::unique_ptr<meander::Weights> weights;
  std::unique_ptr<meander::WordPiece> pieces;
  std::unique_ptr<meander::Encoder> encoder;
  std::vector<int32_t> ids = std::vector<int32_t>(meander::kMaxTokens);
  std::vector<float> vector = std::vector<float>(meander::kWidth);
};
Reader reader;

}  // namespace

extern "C" {

// `layers` stays where it is, 16-byte aligned. 1: ready for words.
int bench_open(const uint8_t* layers, uint32_t layer_bytes, const char* vocabulary,
               uint32_t vocabulary_bytes) {
  auto weights = meander::Weights::Open({layers, layer_bytes});
  auto pieces = meander::WordPiece::Open(std::string(vocabulary, vocabulary_bytes));
  if (!weights || !pieces) return 0;
  reader.weights = std::make_unique<meander::Weights>(std::move(*weights));
  reader.pieces = std::make_unique<meander::WordPiece>(std::move(*pieces));
  reader.encoder = std::make_unique<meander::Encoder>(*reader.weights);
  return 1;
}

int bench_words(const uint8_t* rows, uint32_t bytes) {
  return reader.weights->PutWordRows(0, {rows, bytes}).has_value();
}

// Writes the text's ids to bench_ids(); how many.
uint32_t bench_tokenize(const char* text, uint32_t bytes) {
  const meander::TokenizedText tokens = reader.pieces->Tokenize({text, bytes});
  std::copy(tokens.ids.begin(), tokens.ids.end(), reader.ids.begin());
  return static_cast<uint32_t>(tokens.ids.size());
}

// Reads `count` of bench_ids() into bench_vector(). 1: done.
int bench_encode(uint32_t count) {
  return reader.encoder->Encode(std::span(reader.ids).first(count), reader.vector).has_value();
}

int32_t* bench_ids() { return reader.ids.data(); }
const float* bench_vector() { return reader.vector.data(); }
}
