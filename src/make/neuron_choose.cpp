// See neuron_choose.h.
#include "make/neuron_choose.h"

#include <algorithm>
#include <map>
#include <queue>
#include <unordered_map>

#include "base/hash.h"
#include "base/lower_case.h"
#include "net/attribution/unit_text.h"

namespace meander {
namespace {

// A text of more words is cut into windows: each shows its own words and a few around them.
constexpr size_t kWordsWhole = 15, kOwnWords = 6, kWordsAround = 4;
constexpr size_t kNamedBy = 48;          // the strongest firings that give a neuron its name
constexpr double kSameWordCounts = 0.6;  // how much a firing counts on a word that is there already

struct Candidate {
  uint32_t window = 0;          // of those considered
  uint64_t word = 0;            // hash of the word that fires, small letters
  uint32_t begin = 0, end = 0;  // of the text
  float share = 0;              // of the neuron's strongest
};
struct Considered {
  uint32_t text = 0;
  uint32_t begin = 0, end = 0;                         // bytes of the text
  std::vector<std::pair<uint32_t, uint32_t>> firings;  // neuron, its candidate
};

// The windows of one text, made once somebody fires in it.
class Windows {
 public:
  Windows(const KnownTexts& known, const WordPiece& pieces) : known_(known), pieces_(pieces) {}

  // False: the text cannot be shown (cut off when it was read, or the window is too long).
  bool Find(const Firing& firing, Candidate& found) {
    const UnitText* const text = TextOf(firing.text);
    if (text == nullptr) return false;
    size_t at = 0;  // the unit that holds the piece; the first one is a mark
    while (at < text->units.size() && firing.piece >= text->units[at].one_past_pieces) ++at;
    if (at == 0 || at + 1 >= text->units.size()) return false;
    const TextUnit& unit = text->units[at];
    const size_t words = text->word_count(), word = at - 1;
    size_t first = 0, past = words;
    if (words > kWordsWhole) {
      const size_t own = std::min(word / kOwnWords, (words - 1) / kOwnWords) * kOwnWords;
      first = own > kWordsAround ? own - kWordsAround : 0;
      past = std::min(own + kOwnWords + kWordsAround, words);
    }
    const uint32_t begin = text->units[first + 1].begin, end = text->units[past].end;
    if (end - begin > kMaxWindowBytes || end - begin > 255) return false;
    const auto [entry, is_new] = index_.try_emplace({firing.text, begin}, considered.size());
    if (is_new) considered.push_back({firing.text, begin, end, {}});
    found.window = static_cast<uint32_t>(entry->second);
    found.begin = unit.begin;
    found.end = unit.end;
    found.word = Hash64(AsBytes(LowerCase(unit.text)));
    return true;
  }

  std::vector<Considered> considered;

 private:
  const UnitText* TextOf(uint32_t index) {
    auto [at, is_new] = texts_.try_emplace(index);
    if (is_new) {
      Result<UnitText> units = UnitsOf(pieces_, known_.texts[index].text, false, "A known text");
      if (units) at->second = std::move(*units);
    }
    return at->second.units.empty() ? nullptr : &at->second;
  }

  const KnownTexts& known_;
  const WordPiece& pieces_;
  std::unordered_map<uint32_t, UnitText> texts_;
  std::map<std::pair<uint32_t, uint32_t>, size_t> index_;
};

// Up to three of `candidates` (strongest first) whose window `is_open`, other words first.
template <class IsOpen>
std::vector<uint32_t> BestOf(const std::vector<Candidate>& candidates, IsOpen is_open) {
  std::vector<uint32_t> best;
  while (best.size() < kContextsKept) {
    double most = 0;
    uint32_t chosen = 0;
    for (uint32_t i = 0; i < candidates.size(); ++i) {
      const Candidate& one = candidates[i];
      if (one.share <= most || !is_open(one.window)) continue;
      double counts = one.share;
      bool is_used = false;
      for (const uint32_t other : best) {
        is_used |= candidates[other].window == one.window;
        if (candidates[other].word == one.word) counts *= kSameWordCounts;
      }
      if (is_used || counts <= most) continue;
      most = counts;
      chosen = i;
    }
    if (most == 0) break;
    best.push_back(chosen);
  }
  return best;
}

// The greedy cover: the window that adds most to the neurons' three strongest, again and
// again. A gain all but always shrinks as others are taken, so a window that is still the best when
// its gain is counted anew is the best of all.
class Cover {
 public:
  Cover(const std::vector<std::vector<Candidate>>& candidates,
        const std::vector<Considered>& windows)
      : candidates_(candidates), windows_(windows), taken_(candidates.size()) {
    is_open.resize(windows.size());
  }

  void Run(size_t most_windows) {
    std::priority_queue<std::pair<double, int64_t>> row;
    for (size_t w = 0; w < windows_.size(); ++w) row.emplace(GainOf(w), -static_cast<int64_t>(w));
    for (size_t opened = 0; opened < most_windows && !row.empty();) {
      const auto [gain, negative] = row.top();
      row.pop();
      const auto window = static_cast<size_t>(-negative);
      const double now = GainOf(window);
      if (now <= 0) continue;
      if (!row.empty() && now < row.top().first) {
        row.emplace(now, negative);
        continue;
      }
      Open(window);
      ++opened;
    }
  }

  std::vector<bool> is_open;

 private:
  static double Counts(const Candidate& one) { return double{one.share} * one.share; }
  // The one of a full list that a stronger one would push out.
  uint32_t* Weakest(uint32_t neuron) {
    std::vector<uint32_t>& taken = taken_[neuron];
    if (taken.size() < kContextsKept) return nullptr;
    return &*std::ranges::min_element(taken, {},
                                      [&](uint32_t i) { return Counts(candidates_[neuron][i]); });
  }
  // What one candidate adds to its neuron.
  double Adds(uint32_t neuron, const Candidate& one) {
    const uint32_t* const weakest = Weakest(neuron);
    double counts = Counts(one);
    for (const uint32_t& other : taken_[neuron]) {
      if (candidates_[neuron][other].window == one.window) return 0;
      if (&other == weakest) continue;
      if (candidates_[neuron][other].word == one.word) counts *= kSameWordCounts * kSameWordCounts;
    }
    return weakest == nullptr ? counts : counts - Counts(candidates_[neuron][*weakest]);
  }
  double GainOf(size_t window) {
    double gain = 0;
    for (const auto& [neuron, candidate] : windows_[window].firings) {
      gain += std::max(Adds(neuron, candidates_[neuron][candidate]), 0.0);
    }
    return gain;
  }
  void Open(size_t window) {
    is_open[window] = true;
    for (const auto& [neuron, candidate] : windows_[window].firings) {
      if (Adds(neuron, candidates_[neuron][candidate]) <= 0) continue;
      if (uint32_t* const weakest = Weakest(neuron)) {
        *weakest = candidate;
      } else {
        taken_[neuron].push_back(candidate);
      }
    }
  }

  const std::vector<std::vector<Candidate>>& candidates_;
  const std::vector<Considered>& windows_;
  std::vector<std::vector<uint32_t>> taken_;
};

// The pieces that fire it most among its strongest firings.
void Name(const std::vector<Firing>& firings, const KnownTexts& known, const WordPiece& pieces,
          NeuronRecord& record) {
  std::map<int32_t, std::pair<double, int>> weights;
  const size_t count = std::min(firings.size(), kNamedBy);
  for (size_t i = 0; i < count; ++i) {
    const auto ids = pieces.Tokenize(known.texts[firings[i].text].text).ids;
    auto& [weight, times] = weights[ids[firings[i].piece]];
    weight += firings[i].value;
    ++times;
  }
  std::vector<std::pair<double, int32_t>> order;
  for (const auto& [id, entry] : weights) order.emplace_back(-entry.first, id);
  std::ranges::sort(order);
  int fits = 0;
  for (size_t i = 0; i < std::min(order.size(), kNameWords); ++i) {
    record.name[i] = static_cast<uint16_t>(order[i].second);
    fits += weights[order[i].second].second;
  }
  record.name_fits = count > 0 ? static_cast<float>(fits) / static_cast<float>(count) : 0;
}

}  // namespace

Result<ChosenContexts> ChooseContexts(const KnownTexts& known, const Survey& survey,
                                      const WordPiece& pieces, size_t most_windows,
                                      const std::function<bool(double share)>& progress) {
  Windows windows(known, pieces);
  std::vector<std::vector<Candidate>> candidates(kNeuronCount);
  ChosenContexts chosen;
  chosen.records.resize(kNeuronCount);
  for (size_t neuron = 0; neuron < kNeuronCount; ++neuron) {
    if (neuron % kInnerWidth == 0 && progress &&
        !progress(static_cast<double>(neuron) / kNeuronCount)) {
      return Fail(ErrorCode::kCancelled, "Stopped.");
    }
    const std::vector<Firing>& firings = survey.strongest[neuron];
    if (firings.empty()) continue;
    NeuronRecord& record = chosen.records[neuron];
    record.strongest = firings.front().value;
    record.fires_on = static_cast<float>(survey.fired[neuron]) /
                      static_cast<float>(std::max<uint64_t>(survey.pieces, 1));
    if (record.strongest <= kFiresAbove) continue;  // nothing to show
    Name(firings, known, pieces, record);
    for (const Firing& firing : firings) {
      Candidate candidate;
      if (!windows.Find(firing, candidate)) continue;
      candidate.share = firing.value / record.strongest;
      windows.considered[candidate.window].firings.emplace_back(
          static_cast<uint32_t>(neuron), static_cast<uint32_t>(candidates[neuron].size()));
      candidates[neuron].push_back(candidate);
    }
  }
  Cover cover(candidates, windows.considered);
  cover.Run(most_windows);

  // Windows in the order of their texts, which is that of their sources.
  std::vector<uint32_t> order;
  for (uint32_t w = 0; w < windows.considered.size(); ++w) {
    if (cover.is_open[w]) order.push_back(w);
  }
  std::ranges::sort(order, {}, [&](uint32_t w) {
    return std::pair(windows.considered[w].text, windows.considered[w].begin);
  });
  std::vector<uint16_t> place(windows.considered.size(), kNothing);
  for (const uint32_t w : order) {
    const Considered& from = windows.considered[w];
    const KnownText& text = known.texts[from.text];
    auto& sources = chosen.windows.sources;
    if (sources.empty() || sources.back().title != text.title ||
        sources.back().is_shelf != text.is_line) {
      sources.push_back({text.is_line, text.title});
    }
    place[w] = static_cast<uint16_t>(chosen.windows.windows.size());
    chosen.windows.windows.push_back({static_cast<uint32_t>(sources.size() - 1), text.id,
                                      text.text.substr(from.begin, from.end - from.begin)});
  }
  double kept = 0, best = 0;
  for (size_t neuron = 0; neuron < kNeuronCount; ++neuron) {
    const auto ours = BestOf(candidates[neuron], [&](uint32_t w) { return cover.is_open[w]; });
    const auto theirs = BestOf(candidates[neuron], [](uint32_t) { return true; });
    for (size_t i = 0; i < ours.size(); ++i) {
      const Candidate& one = candidates[neuron][ours[i]];
      const uint32_t begin = windows.considered[one.window].begin;
      chosen.records[neuron].contexts[i] = {place[one.window],
                                            static_cast<uint8_t>(one.begin - begin),
                                            static_cast<uint8_t>(one.end - begin), one.share};
      kept += one.share;
      best += candidates[neuron][theirs[i]].share;
    }
    std::ranges::stable_sort(chosen.records[neuron].contexts, std::ranges::greater{},
                             &NeuronRecord::Context::share);
    chosen.with_three += ours.size() == kContextsKept ? 1 : 0;
  }
  chosen.strength_kept = best > 0 ? kept / best : 0;
  return chosen;
}

}  // namespace meander
