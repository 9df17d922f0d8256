// Tokenizer and encoder behind four plain functions, for the page; natively a program that reads
// the model's folder and a file of texts and writes the same replies.
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "net/encoder.h"
#include "text/word_piece.h"

namespace meander {
namespace {

struct Reader {
  std::vector<uint8_t> layers;
  std::unique_ptr<Weights> weights;
  std::unique_ptr<WordPiece> pieces;
};
Reader reader;
std::vector<uint8_t> reply;

// One reply a text: number of ids, ids, then two vectors (integer and float arithmetic).
void Read(std::string_view text) {
  ByteWriter writer;
  const TokenizedText tokens = reader.pieces->Tokenize(text);
  writer.Put(static_cast<uint32_t>(tokens.ids.size()));
  for (const int32_t id : tokens.ids) writer.Put(id);
  for (const Arithmetic arithmetic : {Arithmetic::kInteger, Arithmetic::kFloat}) {
    std::vector<float> vector(kWidth);
    if (!Encoder(*reader.weights, arithmetic).Encode(tokens.ids, vector))
      vector.assign(kWidth, 0.f);
    for (const float value : vector) writer.Put(value);
  }
  reply = writer.Take();
}

bool Open(ByteSpan layers, std::string_view vocabulary) {
  reader.layers.assign(layers.begin(), layers.end());
  auto weights = Weights::Open(reader.layers);
  auto pieces = WordPiece::Open(std::string(vocabulary));
  if (!weights || !pieces) return false;
  reader.weights = std::make_unique<Weights>(std::move(*weights));
  reader.pieces = std::make_unique<WordPiece>(std::move(*pieces));
  return true;
}

}  // namespace
}  // namespace meander

extern "C" {
int parity_open(const uint8_t* layers, uint32_t layer_bytes, const char* vocabulary,
                uint32_t vocabulary_bytes) {
  return meander::Open({layers, layer_bytes}, {vocabulary, vocabulary_bytes});
}
int parity_words(const uint8_t* rows, uint32_t bytes) {
  return meander::reader.weights->PutWordRows(0, {rows, bytes}).has_value();
}
uint32_t parity_read(const char* text, uint32_t bytes) {
  meander::Read({text, bytes});
  return static_cast<uint32_t>(meander::reply.size());
}
const uint8_t* parity_reply() { return meander::reply.data(); }
}

#ifndef __wasm__
#include "base/files.h"
#include "pack/format.h"

// parity_native MODEL_FOLDER TEXTS: texts end in '\n'; replies go to stdout.
int main(int argc, char** argv) {
  using namespace meander;
  if (argc != 3) return 2;
  const std::filesystem::path folder = argv[1];
  const auto head = ReadPackHead(*ReadFile(folder / "model.meander"));
  if (!head) return 1;
  const auto joined = [&](const char* name) {
    std::vector<uint8_t> all;
    for (const ChunkRef& chunk : head->Find(name)->chunks) {
      const std::vector<uint8_t> bytes = *ReadFile(folder / chunk.file);
      all.insert(all.end(), bytes.begin(), bytes.end());
    }
    return all;
  };
  const std::vector<uint8_t> layers = joined("layers"), words = joined("words"),
                             vocabulary = joined("vocabulary");
  if (!Open(layers, AsText(vocabulary)) || !reader.weights->PutWordRows(0, words)) return 1;
  const std::string texts = *ReadTextFile(argv[2]);
  for (size_t at = 0; at < texts.size();) {
    const size_t end = texts.find('\n', at);
    Read(std::string_view(texts).substr(at, end - at));
    std::fwrite(reply.data(), 1, reply.size(), stdout);
    at = end + 1;
  }
  return 0;
}
#endif
