// See gradient_panel.h.
#include "cli/gradient_panel.h"

#include <algorithm>
#include <set>

#include "text/word_set.h"

namespace meander {
namespace {

constexpr int kNearRepeat = 60;  // hundredths of shared words
constexpr size_t kFewestWords = 3, kMostWords = 16;

double Cosine(const MixedRow& a, const MixedRow& b) {
  return static_cast<double>(CosineOf(a, b)) / kCosineOne;
}

double Tau(const std::vector<double>& values) {
  int agreeing = 0, pairs = 0;
  for (size_t j = 1; j < values.size(); ++j) {
    for (size_t i = 0; i < j; ++i) {
      ++pairs;
      agreeing += values[j] > values[i] ? 1 : values[j] < values[i] ? -1 : 0;
    }
  }
  return pairs == 0 ? 1 : static_cast<double>(agreeing) / pairs;
}

std::vector<uint32_t> WordsInOrder(const std::string& text) {
  std::vector<uint32_t> words;
  for (const std::string_view word : WordsOf(text)) words.push_back(NumberOfWord(word));
  return words;
}

// As the pack's makers count them: "look-out" is one.
size_t WordCount(const std::string& text) {
  size_t count = 0;
  const char* end = nullptr;
  for (const std::string_view word : WordsOf(text)) {
    const bool goes_on = end != nullptr && word.data() == end + 1 && *end == '-';
    count += !goes_on;
    end = word.data() + word.size();
  }
  return count;
}

}  // namespace

GradientScores Measure(const MeasuredGradient& gradient) {
  GradientScores scores;
  const size_t last = gradient.texts.size() - 1;
  const auto between = static_cast<double>(last - 1);
  const MixedRow& a = gradient.rows.front();
  const MixedRow& b = gradient.rows.back();
  const double whole = RadiansOf(ArcCosine(CosineOf(a, b)));
  std::set<std::vector<uint32_t>> said;
  std::vector<WordSet> sets{WordSetOf(gradient.texts.front())};
  std::vector<double> progress;
  double steps = 0;
  for (size_t i = 1; i <= last; ++i) {
    const double step = RadiansOf(ArcCosine(CosineOf(gradient.rows[i - 1], gradient.rows[i])));
    steps += step;
    scores.largest_step = std::max(scores.largest_step, step);
    if (i == last) break;
    const std::vector<uint32_t> words = WordsInOrder(gradient.texts[i]);
    said.insert(words);
    for (const std::string* end : {&gradient.texts.front(), &gradient.texts.back()}) {
      scores.ends_repeated += words == WordsInOrder(*end);
    }
    const size_t count = WordCount(gradient.texts[i]);
    scores.beyond_length += count < kFewestWords || count > kMostWords;
    const WordSet set = WordSetOf(gradient.texts[i]);
    scores.near_repeat += std::ranges::any_of(
        sets, [&](const WordSet& earlier) { return SharedWords(earlier, set) > kNearRepeat; });
    sets.push_back(set);
    const double to_a = Cosine(gradient.rows[i], a), to_b = Cosine(gradient.rows[i], b);
    progress.push_back(to_b - to_a);
    const double share = static_cast<double>(i) / static_cast<double>(last);
    const double sine = std::max(0.02, SineOf(whole));
    scores.on_path +=
        (SineOf((1 - share) * whole) * to_a + SineOf(share * whole) * to_b) / sine / between;
  }
  scores.distinct = static_cast<double>(said.size()) / between;
  scores.near_repeat /= between;
  scores.order = Tau(progress);
  scores.max_to_mean = scores.largest_step / (steps / static_cast<double>(last));
  return scores;
}

GradientScores MeanOf(const std::vector<GradientScores>& all) {
  GradientScores mean;
  constexpr double GradientScores::* kMeans[] = {
      &GradientScores::distinct,    &GradientScores::near_repeat,  &GradientScores::order,
      &GradientScores::max_to_mean, &GradientScores::largest_step, &GradientScores::on_path};
  for (const GradientScores& scores : all) {
    for (const auto score : kMeans) mean.*score += scores.*score;
    mean.ends_repeated += scores.ends_repeated;
    mean.beyond_length += scores.beyond_length;
  }
  for (const auto score : kMeans)
    mean.*score /= static_cast<double>(std::max<size_t>(1, all.size()));
  return mean;
}

}  // namespace meander
