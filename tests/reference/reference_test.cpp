// Tokenizer and encoder against tables made once by the original tools (make_reference.py says
// how).
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>

#include "../source_dir.h"
#include "base/files.h"
#include "base/json_reader.h"
#include "net/encoder.h"
#include "reference_model.h"
#include "text/language.h"

namespace meander {
namespace {

const std::filesystem::path kFolder = std::filesystem::path(kSourceDir) / "tests/reference";

std::vector<std::string> Lines(const char* file) {
  std::vector<std::string> lines;
  const std::string text = *ReadTextFile(kFolder / file);
  for (size_t at = 0; at < text.size();) {
    const size_t end = text.find('\n', at);
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

TEST(Tokenizer, GivesTheReferencesIdsAndRanges) {
  size_t compared = 0;
  for (const std::string& line : Lines("tokenizer.jsonl")) {
    const Json entry = *ParseJson(line, "The table");
    const std::string text = *JsonText(entry, "text");
    const TokenizedText tokens = Model().pieces.Tokenize(text);
    EXPECT_EQ(tokens.ids, entry["ids"].get<std::vector<int32_t>>()) << line;
    for (size_t i = 0; i < tokens.ranges.size() && i < entry["ranges"].size(); ++i) {
      EXPECT_EQ(tokens.ranges[i].begin, entry["ranges"][i][0].get<uint32_t>()) << line;
      EXPECT_EQ(tokens.ranges[i].end, entry["ranges"][i][1].get<uint32_t>()) << line;
    }
    ++compared;
  }
  EXPECT_EQ(compared, 304u);
}

TEST(Tokenizer, TakesIllFormedTextAsReplacementCharacters) {
  // U+FFFD is dropped by the reference's cleaning.
  EXPECT_EQ(Model().pieces.Tokenize("ab\xFF\xC3").ids, Model().pieces.Tokenize("ab").ids);
  EXPECT_EQ(Model().pieces.Tokenize("\xE4\xB8").ids, (std::vector<int32_t>{101, 102}));
}

struct Encoded {
  std::vector<std::vector<float>> ours, theirs;
};

Encoded EncodeAll(Arithmetic arithmetic, size_t limit) {
  Encoded result;
  const std::vector<std::string> texts = Lines("encoder_texts.txt");
  const std::vector<uint8_t> codes = *ReadFile(kFolder / "encoder_vectors.bin");
  EXPECT_EQ(texts.size(), 200u);
  EXPECT_EQ(codes.size(), texts.size() * kWidth * 2);
  Encoder encoder(Model().weights, arithmetic);
  for (size_t i = 0; i < std::min(limit, texts.size()); ++i) {
    std::vector<float> ours(kWidth), theirs(kWidth);
    EXPECT_TRUE(encoder.Encode(Model().pieces.Tokenize(texts[i]).ids, ours).has_value());
    for (size_t j = 0; j < kWidth; ++j) {
      int16_t code;
      std::memcpy(&code, &codes[(i * kWidth + j) * 2], 2);
      theirs[j] = static_cast<float>(code) / 32767;
    }
    result.ours.push_back(std::move(ours));
    result.theirs.push_back(std::move(theirs));
  }
  return result;
}

double Cosine(const std::vector<float>& a, const std::vector<float>& b) {
  double dot = 0, aa = 0, bb = 0;
  for (size_t i = 0; i < a.size(); ++i) {
    dot += double{a[i]} * b[i];
    aa += double{a[i]} * a[i];
    bb += double{b[i]} * b[i];
  }
  return dot / std::sqrt(aa * bb);
}

TEST(Encoder, AgreesWithOnnxRuntimeOn200Texts) {
  const Encoded encoded = EncodeAll(Arithmetic::kInteger, 200);
  double worst = 1, worst_pair = 0;
  for (size_t i = 0; i < encoded.ours.size(); ++i) {
    worst = std::min(worst, Cosine(encoded.ours[i], encoded.theirs[i]));
    for (size_t j = 0; j < i; ++j) {
      worst_pair = std::max(worst_pair, std::fabs(Cosine(encoded.ours[i], encoded.ours[j]) -
                                                  Cosine(encoded.theirs[i], encoded.theirs[j])));
    }
  }
  EXPECT_GE(worst, 0.9999);
  EXPECT_LE(worst_pair, 0.002);
  RecordProperty("worst_cosine", std::to_string(worst));
  RecordProperty("worst_pair_difference", std::to_string(worst_pair));
}

TEST(Encoder, FloatPathAgreesCloserStill) {
  const Encoded encoded = EncodeAll(Arithmetic::kFloat, 4);
  for (size_t i = 0; i < encoded.ours.size(); ++i) {
    EXPECT_GE(Cosine(encoded.ours[i], encoded.theirs[i]), 0.999999);
  }
}

TEST(Encoder, TellsEveryInnerStateAndTheLastOnePoolsToTheVector) {
  Encoder encoder(Model().weights);
  const std::vector<int32_t> ids = Model().pieces.Tokenize("The cat sat on the mat.").ids;
  std::vector<int> depths, layers, inner_layers;
  std::vector<float> last, vector(kWidth);
  Taps taps;
  taps.hidden = [&](int depth, std::span<const float> hidden) {
    depths.push_back(depth);
    EXPECT_EQ(hidden.size(), ids.size() * kWidth);
    last.assign(hidden.begin(), hidden.end());
  };
  taps.attention = [&](int layer, std::span<const float> shares) {
    layers.push_back(layer);
    ASSERT_EQ(shares.size(), kHeadCount * ids.size() * ids.size());
    for (size_t row = 0; row < kHeadCount * ids.size(); ++row) {
      float sum = 0;
      for (size_t i = 0; i < ids.size(); ++i) sum += shares[row * ids.size() + i];
      EXPECT_NEAR(sum, 1, 1e-5);
    }
  };
  taps.inner = [&](int layer, std::span<const float> activations) {
    inner_layers.push_back(layer);
    EXPECT_EQ(activations.size(), ids.size() * kInnerWidth);
  };
  ASSERT_TRUE(encoder.Encode(ids, vector, &taps).has_value());
  EXPECT_EQ(depths, (std::vector<int>{0, 1, 2, 3, 4, 5, 6}));
  EXPECT_EQ(layers, (std::vector<int>{0, 1, 2, 3, 4, 5}));
  EXPECT_EQ(inner_layers, layers);
  std::vector<float> mean(kWidth);
  for (size_t i = 0; i < last.size(); ++i) mean[i % kWidth] += last[i];
  EXPECT_NEAR(Cosine(mean, vector), 1, 1e-6);
}

TEST(Encoder, RefusesWhatIsNoText) {
  Encoder encoder(Model().weights);
  std::vector<float> vector(kWidth);
  EXPECT_FALSE(encoder.Encode({}, vector).has_value());
  EXPECT_FALSE(encoder.Encode(std::vector<int32_t>(129, 101), vector).has_value());
  EXPECT_FALSE(encoder.Encode(std::vector<int32_t>{101, 30522, 102}, vector).has_value());
  EXPECT_FALSE(encoder.Encode(std::vector<int32_t>{101, -1, 102}, vector).has_value());
}

TEST(Language, TellsEnglishFromOthers) {
  const WordPiece& pieces = Model().pieces;
  for (const char* text : {"coffee", "the way there is the picture", "a drink that keeps you awake",
                           "naïve café", "Schrödinger", "E = mc2", "😀 happy"}) {
    EXPECT_TRUE(LooksEnglish(pieces, text)) << text;
  }
  for (const char* text :
       {"Der Weg ist das Ziel und nicht die Ankunft", "où est la bibliothèque de la ville",
        "Москва столица России", "日本の歴史", "el perro que come en la casa", "تاريخ العالم"}) {
    EXPECT_FALSE(LooksEnglish(pieces, text)) << text;
  }
}

}  // namespace
}  // namespace meander
