// See lines_grams.h.
#include "make/lines_grams.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_set>

#include "make/algebra.h"
#include "make/lines_rules.h"

namespace meander {
namespace {

constexpr int kRounds = 24;

std::vector<float> IdfOf(const std::vector<std::vector<GramCount>>& lines) {
  std::vector<uint32_t> with(kGramBuckets);
  for (const auto& line : lines) {
    for (const GramCount& gram : line) with[gram.bucket] += 1;
  }
  std::vector<float> idf(kGramBuckets);
  for (uint32_t i = 0; i < kGramBuckets; ++i) {
    idf[i] = static_cast<float>(
        1 + std::log((1.0 + static_cast<double>(lines.size())) / (1.0 + with[i])));
  }
  return idf;
}

// What every pair of buckets has in common over all lines: the Gram matrix of the tf-idf rows.
std::vector<float> PairsOfBuckets(const std::vector<std::vector<GramCount>>& lines,
                                  const std::vector<float>& idf) {
  std::vector<float> pairs(size_t{kGramBuckets} * kGramBuckets);
  std::vector<float> weights;
  for (const auto& line : lines) {
    double squares = 0;
    weights.clear();
    for (const GramCount& gram : line) {
      weights.push_back(static_cast<float>(gram.count) * idf[gram.bucket]);
      squares += double{weights.back()} * weights.back();
    }
    if (squares <= 0) continue;
    const auto scale = static_cast<float>(1 / squares);
    for (size_t a = 0; a < line.size(); ++a) {
      float* row = pairs.data() + size_t{line[a].bucket} * kGramBuckets;
      const float weight = weights[a] * scale;
      for (size_t b = 0; b < line.size(); ++b) row[line[b].bucket] += weight * weights[b];
    }
  }
  return pairs;
}

// The first direction is what all lines share; docs/decisions.md says what leaving it out gains.
constexpr uint32_t kShared = 1;

// A row in eight bits: codes by its largest entry, scales by the table's largest.
GramTable TableOf(const EigenPairs& pairs, const std::vector<float>& idf) {
  GramTable table{kGramBuckets, kGramDim, {}, {}};
  std::vector<float> entries(size_t{kGramBuckets} * kGramDim), largest(kGramBuckets);
  float whole = 1e-12f;
  for (uint32_t bucket = 0; bucket < kGramBuckets; ++bucket) {
    for (uint32_t d = 0; d < kGramDim; ++d) {
      const float entry = pairs.vectors[size_t{d + kShared} * kGramBuckets + bucket] * idf[bucket];
      entries[size_t{bucket} * kGramDim + d] = entry;
      largest[bucket] = std::max(largest[bucket], std::abs(entry));
    }
    whole = std::max(whole, largest[bucket]);
  }
  for (uint32_t bucket = 0; bucket < kGramBuckets; ++bucket) {
    const auto scale = static_cast<uint16_t>(std::lround(largest[bucket] / whole * 65535));
    table.scales.push_back(scale);
    for (uint32_t d = 0; d < kGramDim; ++d) {
      const float entry = entries[size_t{bucket} * kGramDim + d];
      table.codes.push_back(static_cast<int8_t>(
          scale == 0 ? 0 : std::clamp(std::lround(entry / largest[bucket] * 127), -127l, 127l)));
    }
  }
  return table;
}

bool IsPlainWord(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(),
                                      [](char c) { return (c >= 'a' && c <= 'z') || c == '\''; });
}

std::string PhonesOf(std::string_view names) {
  std::string phones;
  for (size_t at = 0; at < names.size();) {
    const size_t end = std::min(names.find(' ', at), names.size());
    const uint8_t phone = PhoneNamed(names.substr(at, end - at));
    if (phone == 0) return "";
    phones += static_cast<char>(phone);
    at = end + 1;
  }
  return phones;
}

// The two texts of  "word": "PH AH1",  or  word: "PH AH1",  .
bool ReadEntry(std::string_view line, std::string& word, std::string_view& names) {
  const size_t begin = line.find_first_not_of(' ');
  const size_t colon = line.find(": \"");
  const size_t end = line.rfind('"');
  if (begin == line.npos || colon == line.npos || end < colon + 3) return false;
  std::string_view key = line.substr(begin, colon - begin);
  if (key.size() > 2 && key.front() == '"' && key.back() == '"')
    key = key.substr(1, key.size() - 2);
  word = key;
  names = line.substr(colon + 3, end - colon - 3);
  return IsPlainWord(word);
}

}  // namespace

Result<GramTable> TrainGramTable(const std::vector<std::vector<GramCount>>& lines, uint64_t seed,
                                 const std::function<bool(double)>& progress) {
  const std::vector<float> idf = IdfOf(lines);
  const EigenPairs pairs = LargestEigenPairs(PairsOfBuckets(lines, idf), kGramBuckets,
                                             kGramDim + kShared, seed, kRounds, progress);
  if (pairs.values.empty()) return Fail(ErrorCode::kCancelled, "Stopped.");
  return TableOf(pairs, idf);
}

Result<PhoneBook> ChoosePhones(std::string_view dictionary, const LineTable& lines,
                               std::span<const std::string> common) {
  std::unordered_set<std::string> wanted(common.begin(), common.end());
  for (uint32_t item = 0; item < lines.size(); ++item) {
    for (const std::string_view word : WordsOfLine(lines.At(item)))
      wanted.insert(SmallLetters(word));
  }
  std::map<std::string, std::string> chosen;
  for (size_t at = 0; at < dictionary.size();) {
    const size_t end = std::min(dictionary.find('\n', at), dictionary.size());
    std::string word;
    std::string_view names;
    if (ReadEntry(dictionary.substr(at, end - at), word, names) && wanted.contains(word)) {
      if (std::string phones = PhonesOf(names); !phones.empty()) {
        chosen.emplace(std::move(word), std::move(phones));
      }
    }
    at = end + 1;
  }
  PhoneBook book;
  for (const auto& [word, phones] : chosen) book.Add(word, phones);
  if (book.size() == 0) return Fail(ErrorCode::kCorrupt, "The dictionary of sounds holds no word.");
  return book;
}

std::unordered_set<std::string> WordsOfDictionary(std::string_view dictionary) {
  std::unordered_set<std::string> words;
  for (size_t at = 0; at < dictionary.size();) {
    const size_t end = std::min(dictionary.find('\n', at), dictionary.size());
    std::string word;
    std::string_view names;
    if (ReadEntry(dictionary.substr(at, end - at), word, names)) words.insert(std::move(word));
    at = end + 1;
  }
  return words;
}

}  // namespace meander
