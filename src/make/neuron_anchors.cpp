// See neuron_anchors.h.
#include "make/neuron_anchors.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <queue>
#include <unordered_map>

#include "base/lower_case.h"
#include "make/lines_book.h"
#include "net/attribution/unit_text.h"
#include "net/encoder.h"

namespace meander {

std::vector<AnchorWord> ChooseAnchors(const KnownTexts& known, const KnownWindows& windows,
                                      const WordPiece& pieces, size_t most) {
  std::unordered_map<std::string, uint32_t> times;
  for (const KnownText& text : known.texts) {
    const Result<UnitText> units = UnitsOf(pieces, text.text, false, "A known text");
    if (!units) continue;
    for (const TextUnit& unit : units->units) {
      if (!unit.is_mark) ++times[LowerCase(unit.text)];
    }
  }
  std::map<std::string, std::vector<AnchorWord>> places;
  for (size_t w = 0; w < windows.windows.size(); ++w) {
    const Result<UnitText> units = UnitsOf(pieces, windows.windows[w].text, false, "A window");
    if (!units) continue;
    for (const TextUnit& unit : units->units) {
      if (unit.is_mark) continue;
      places[LowerCase(unit.text)].push_back(
          {static_cast<uint16_t>(w), static_cast<uint8_t>(unit.begin),
           static_cast<uint8_t>(unit.end), unit.first_piece, unit.piece_count()});
    }
  }
  // A word's next place is worth the less the more it has; ties in the order of words.
  struct Offer {
    double worth;
    const std::string* word;
    const std::vector<AnchorWord>* at;
    size_t given;
    bool operator<(const Offer& other) const {
      return worth != other.worth ? worth < other.worth : *word > *other.word;
    }
  };
  std::priority_queue<Offer> row;
  for (const auto& [word, at] : places) row.push({double(times[word]), &word, &at, 0});
  std::vector<AnchorWord> chosen;
  while (chosen.size() < most && !row.empty()) {
    Offer offer = row.top();
    row.pop();
    // Spread over its places, which are in the order of their sources.
    const size_t count = offer.at->size();
    size_t reversed = 0;  // 0, 1/2, 1/4, 3/4, 1/8 …
    for (size_t bit = 0, n = offer.given; n > 0; n >>= 1, ++bit) {
      reversed += (n & 1) * (size_t{1} << (20 - bit));
    }
    chosen.push_back((*offer.at)[std::min(count - 1, reversed * count >> 21)]);
    ++offer.given;
    offer.worth = times[*offer.word] / std::pow(double(offer.given + 1), 3);
    if (offer.given < count) row.push(offer);
  }
  const auto key = [](const AnchorWord& a) { return std::pair(a.window, a.begin); };
  std::ranges::sort(chosen, {}, key);
  const auto twice = std::ranges::unique(chosen, {}, key);
  chosen.erase(twice.begin(), twice.end());
  return chosen;
}

Result<std::vector<float>> AnchorStates(const std::vector<AnchorWord>& anchors,
                                        const KnownWindows& windows, const WordPiece& pieces,
                                        const Weights& weights,
                                        const std::function<bool(double share)>& progress) {
  constexpr size_t kDepths = kLayerCount + 1;
  std::vector<float> states(anchors.size() * kDepths * kWidth);
  Encoder encoder(weights);
  std::vector<float> unit(kWidth);
  for (size_t first = 0, past = 0; first < anchors.size(); first = past) {
    while (past < anchors.size() && anchors[past].window == anchors[first].window) ++past;
    if (progress && !progress(static_cast<double>(first) / static_cast<double>(anchors.size()))) {
      return Fail(ErrorCode::kCancelled, "Stopped.");
    }
    Taps taps;
    taps.hidden = [&](int depth, std::span<const float> hidden) {
      for (size_t a = first; a < past; ++a) {
        float* const mean = &states[(a * kDepths + static_cast<size_t>(depth)) * kWidth];
        const AnchorWord& word = anchors[a];
        for (uint32_t p = word.first_piece; p < word.first_piece + word.pieces; ++p) {
          for (size_t i = 0; i < kWidth; ++i) {
            mean[i] += hidden[p * kWidth + i] / static_cast<float>(word.pieces);
          }
        }
      }
    };
    const auto ids = pieces.Tokenize(windows.windows[anchors[first].window].text).ids;
    TRY_VOID(encoder.Encode(ids, unit, &taps));
  }
  return states;
}

Result<CodedAnchors> CodeAnchors(const std::vector<AnchorWord>& words,
                                 const std::vector<float>& states, int threads,
                                 const std::function<bool(double share)>& progress) {
  constexpr size_t kDepths = kLayerCount + 1;
  constexpr uint32_t kRecallSample = 300;
  CodedAnchors coded;
  Anchors& anchors = coded.anchors;
  std::vector<float> rows;  // [depths, words, kWidth], centred
  for (const AnchorWord& word : words) anchors.words.push_back({word.window, word.begin, word.end});
  for (size_t depth = 0; depth < kDepths; ++depth) {
    const auto state = [&](size_t word) {
      return std::span(states).subspan((word * kDepths + depth) * kWidth, kWidth);
    };
    std::vector<double> sums(kWidth);
    for (size_t word = 0; word < words.size(); ++word) {
      for (size_t i = 0; i < kWidth; ++i) sums[i] += state(word)[i];
    }
    std::vector<float>& mean = anchors.means.emplace_back();
    for (const double sum : sums) {
      mean.push_back(static_cast<float>(sum / static_cast<double>(words.size())));
    }
    for (size_t word = 0; word < words.size(); ++word) {
      const std::vector<double> values(state(word).begin(), state(word).end());
      const std::vector<float> row = CentredState(values, mean);
      rows.insert(rows.end(), row.begin(), row.end());
    }
  }
  CodeBookOptions options;
  options.parts = 16;
  options.training_rows = 10'000;
  options.rounds = 12;
  options.turn = false;
  TRY(anchors.book, TrainCodeBook(rows, kWidth, options, threads, progress));
  anchors.codes = CodesOfRows(anchors.book, rows, threads);
  for (size_t depth = 0; depth < kDepths; ++depth) {
    const auto rows_here =
        std::span(rows).subspan(depth * words.size() * kWidth, words.size() * kWidth);
    const auto codes_here =
        std::span(anchors.codes)
            .subspan(depth * words.size() * options.parts, words.size() * options.parts);
    coded.recall.push_back(
        CodeRecall(anchors.book, rows_here, codes_here, 1, kRecallSample, threads));
  }
  return coded;
}

}  // namespace meander
