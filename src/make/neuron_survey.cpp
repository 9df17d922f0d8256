// See neuron_survey.h.
#include "make/neuron_survey.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

#include "base/bytes.h"
#include "net/encoder.h"

namespace meander {
namespace {

Survey EmptySurvey() {
  return {std::vector<std::vector<Firing>>(kNeuronCount), std::vector<uint32_t>(kNeuronCount), 0};
}

// One thread's part: each neuron's strongest as a heap with the weakest on top.
class Surveyor {
 public:
  explicit Surveyor(const Weights& weights) : encoder_(weights), survey_(EmptySurvey()) {
    taps_.inner = [this](int layer, std::span<const float> activations) {
      Note(size_t(layer) * kInnerWidth, activations);
    };
  }

  Result<void> Read(std::span<const int32_t> ids, uint32_t text) {
    text_ = text;
    survey_.pieces += ids.size() - 2;
    return encoder_.Encode(ids, unit_, &taps_);
  }
  Survey Take() { return std::move(survey_); }

 private:
  void Note(size_t first_neuron, std::span<const float> activations) {
    const size_t tokens = activations.size() / kInnerWidth;
    std::ranges::fill(best_, -1.f);
    uint32_t* const fired = &survey_.fired[first_neuron];
    for (size_t piece = 1; piece + 1 < tokens; ++piece) {
      const float* const row = &activations[piece * kInnerWidth];
      for (size_t i = 0; i < kInnerWidth; ++i) {
        best_[i] = std::max(best_[i], row[i]);
        fired[i] += row[i] > kFiresAbove ? 1 : 0;
      }
    }
    for (size_t i = 0; i < kInnerWidth; ++i) {
      std::vector<Firing>& kept = survey_.strongest[first_neuron + i];
      if (kept.size() == kFiringsKept && best_[i] < kept.front().value) continue;
      if (best_[i] <= 0) continue;
      uint32_t piece = 1;
      while (activations[piece * kInnerWidth + i] != best_[i]) ++piece;
      const Firing firing{best_[i], text_, piece};
      if (kept.size() == kFiringsKept) {
        if (!(firing < kept.front())) continue;
        std::pop_heap(kept.begin(), kept.end());
        kept.back() = firing;
      } else {
        kept.push_back(firing);
      }
      std::push_heap(kept.begin(), kept.end());
    }
  }

  Encoder encoder_;
  Taps taps_;
  uint32_t text_ = 0;
  float unit_[kWidth];
  float best_[kInnerWidth];
  Survey survey_;
};

}  // namespace

void Merge(Survey more, size_t most, Survey& all) {
  for (size_t neuron = 0; neuron < kNeuronCount; ++neuron) {
    std::vector<Firing>& to = all.strongest[neuron];
    const std::vector<Firing>& from = more.strongest[neuron];
    to.insert(to.end(), from.begin(), from.end());
    std::sort(to.begin(), to.end());
    if (to.size() > most) to.resize(most);
    all.fired[neuron] += more.fired[neuron];
  }
  all.pieces += more.pieces;
}

Result<Survey> SurveyTexts(const Weights& weights, std::span<const std::vector<int32_t>> texts,
                           uint32_t first_text, int threads,
                           const std::function<bool(double share)>& progress) {
  std::atomic<size_t> next = 0;
  std::atomic<bool> stop = false;
  std::mutex mutex;
  Result<void> outcome;
  Survey all = EmptySurvey();
  const auto fail = [&](Error error) {
    const std::lock_guard lock(mutex);
    if (outcome.has_value()) outcome = std::unexpected(std::move(error));
    stop = true;
  };
  const auto work = [&](bool tells) {
    Surveyor surveyor(weights);
    for (size_t i = next++; i < texts.size() && !stop; i = next++) {
      const Result<void> read = surveyor.Read(texts[i], first_text + static_cast<uint32_t>(i));
      if (!read) return fail(read.error());
      if (tells && progress &&
          !progress(static_cast<double>(i) / static_cast<double>(texts.size()))) {
        return fail({ErrorCode::kCancelled, "Stopped."});
      }
    }
    // The strongest of all are the strongest of the parts' strongest, whoever read what.
    const std::lock_guard lock(mutex);
    Merge(surveyor.Take(), kFiringsKept, all);
  };
  std::vector<std::thread> helpers;
  for (int i = 1; i < threads; ++i) helpers.emplace_back(work, false);
  work(true);
  for (std::thread& helper : helpers) helper.join();
  TRY_VOID(std::move(outcome));
  return all;
}

std::vector<uint8_t> WriteSurveyStep(const Survey& survey) {
  ByteWriter out;
  out.Put(survey.pieces);
  for (size_t neuron = 0; neuron < kNeuronCount; ++neuron) {
    out.PutVarint(survey.fired[neuron]);
    out.PutVarint(survey.strongest[neuron].size());
    for (const Firing& firing : survey.strongest[neuron]) {
      out.Put(firing.value);
      out.PutVarint(firing.text);
      out.PutVarint(firing.piece);
    }
  }
  return out.Take();
}

Result<Survey> ReadSurveyStep(const std::vector<uint8_t>& bytes) {
  ByteReader in(bytes);
  Survey survey = EmptySurvey();
  survey.pieces = in.Get<uint64_t>();
  for (size_t neuron = 0; neuron < kNeuronCount; ++neuron) {
    survey.fired[neuron] = static_cast<uint32_t>(in.GetVarint());
    survey.strongest[neuron].resize(in.GetCount(6));
    for (Firing& firing : survey.strongest[neuron]) {
      firing.value = in.Get<float>();
      firing.text = static_cast<uint32_t>(in.GetVarint());
      firing.piece = static_cast<uint32_t>(in.GetVarint());
    }
  }
  if (in.ok() && in.AtEnd()) return survey;
  return Fail(ErrorCode::kCorrupt,
              "The kept firings do not fit the neurons; remove the cache's steps folder.");
}

}  // namespace meander
