// See gradient_search.h.
#include "engine/gradient_search.h"

#include <algorithm>
#include <cmath>

#include "engine/known_lines.h"
#include "space/line_path.h"
#include "text/manner.h"
#include "text/word_set.h"

namespace meander {
namespace {

constexpr size_t kShoreLines = 3000;
constexpr size_t kOthers = 3;
constexpr size_t kViaCandidates = 40;
constexpr int kUsualWay = 8;  // steps

// From one fixed line to the next.
struct Stretch {
  size_t from = 0, to = 0;  // in question.fixed
  int32_t ends_cosine = 0;
  double ends_angle = 0;
  CosinePairs cosines;  // of every allowed line to both ends
};

}  // namespace

class GradientSearch::Impl {
 public:
  Impl(const LineSpace& space, const SmallWords& small_words,
       std::function<std::string_view(uint32_t)> text_of, GradientQuestion question)
      : space_(space),
        text_of_(std::move(text_of)),
        question_(std::move(question)),
        allowed_(question_.ranges),
        known_(space, small_words, text_of_, question_.shares) {}

  bool Step();

  std::vector<uint32_t> sketch;
  std::vector<std::vector<uint32_t>> candidates;
  Result<FoundGradient> found = FoundGradient{};

 private:
  enum class Phase { kBegin, kScan, kSlots, kSketch, kSteps, kSolve, kShore, kDone };

  void Begin();
  void Scan(Stretch& stretch);
  void FillSlot(size_t slot);
  void Sketch();
  int32_t WidestOf(const Stretch& stretch);
  void FillSteps(size_t into);
  void Solve();
  void FindShore();

  const FixedLine* FixedAt(int stop) const;
  const Stretch& StretchInto(int stop) const;
  const KnownLine& At(int stop, uint32_t line);
  int32_t ProgressOf(const Stretch& stretch, int stop, uint32_t line) const;
  PathCandidate CandidateOf(uint32_t line, int32_t angle, int32_t nearest);
  uint32_t ViaBitsOf(uint32_t line) const;
  bool IsSaidByAnEnd(uint32_t line);

  const LineSpace& space_;
  std::function<std::string_view(uint32_t)> text_of_;
  GradientQuestion question_;
  Phase phase_ = Phase::kBegin;
  size_t next_ = 0;  // stretch, slot or step of the phase
  AllowedLines allowed_;
  bool ends_have_names_ = false;
  Manner manner_of_ends_;
  std::vector<KnownLine> fixed_;
  std::vector<Stretch> stretches_;
  KnownLines known_;
  PathProblem problem_;
};

bool GradientSearch::Impl::Step() {
  const auto slots = static_cast<size_t>(question_.steps);
  switch (phase_) {
    case Phase::kBegin:
      Begin();
      phase_ = Phase::kScan;
      break;
    case Phase::kScan:
      Scan(stretches_[next_]);
      if (++next_ == stretches_.size()) next_ = 0, phase_ = Phase::kSlots;
      break;
    case Phase::kSlots:
      FillSlot(next_);
      if (++next_ == slots) next_ = 0, phase_ = Phase::kSketch;
      break;
    case Phase::kSketch:
      Sketch();
      phase_ = Phase::kSteps;
      break;
    case Phase::kSteps:
      FillSteps(next_);
      if (++next_ > slots) next_ = 0, phase_ = Phase::kSolve;
      break;
    case Phase::kSolve:
      Solve();
      phase_ = found ? Phase::kShore : Phase::kDone;
      break;
    case Phase::kShore:
      FindShore();
      phase_ = Phase::kDone;
      break;
    case Phase::kDone:
      break;
  }
  return phase_ != Phase::kDone;
}

void GradientSearch::Impl::Begin() {
  for (const FixedLine& fixed : question_.fixed) {
    fixed_.push_back(known_.Know(space_.RowOf(fixed.query, question_.shares), fixed.text));
    ends_have_names_ |= HasName(fixed.text);
    manner_of_ends_ = EitherManner(manner_of_ends_, MannerOf(fixed.text));
  }
  for (size_t i = 0; i + 1 < question_.fixed.size(); ++i) {
    Stretch stretch{i, i + 1, CosineOf(fixed_[i].row, fixed_[i + 1].row), 0, {}};
    stretch.ends_angle = std::max(0.05, RadiansOf(ArcCosine(stretch.ends_cosine)));
    stretches_.push_back(std::move(stretch));
  }
  const auto slots = static_cast<size_t>(question_.steps);
  problem_.slots.resize(slots);
  problem_.steps.resize(slots + 1);
  problem_.all_vias = (1u << question_.vias.size()) - 1;
  problem_.are_twins = [this](uint32_t a, uint32_t b) {
    return AreTwins(known_.Of(a).words, known_.Of(b).words);
  };
  candidates.resize(slots);
}

void GradientSearch::Impl::Scan(Stretch& stretch) {
  for (const auto& [first, last] : allowed_.ranges()) {
    space_.CosinesToTwo(question_.fixed[stretch.from].query, question_.fixed[stretch.to].query,
                        question_.shares, first, last, stretch.cosines);
  }
}

const FixedLine* GradientSearch::Impl::FixedAt(int stop) const {
  const auto at = std::ranges::find(question_.fixed, stop, &FixedLine::stop);
  return at == question_.fixed.end() ? nullptr : &*at;
}

// The stretch whose way leads into this stop.
const Stretch& GradientSearch::Impl::StretchInto(int stop) const {
  return *std::ranges::find_if(
      stretches_, [&](const Stretch& stretch) { return question_.fixed[stretch.to].stop >= stop; });
}

// Whatever stands at the stop: what is given there, or else the line.
const KnownLine& GradientSearch::Impl::At(int stop, uint32_t line) {
  if (const FixedLine* fixed = FixedAt(stop)) {
    return fixed_[static_cast<size_t>(fixed - question_.fixed.data())];
  }
  return known_.Of(line);
}

uint32_t GradientSearch::Impl::ViaBitsOf(uint32_t line) const {
  uint32_t bits = 0;
  for (size_t i = 0; i < question_.vias.size(); ++i) {
    if (std::ranges::binary_search(question_.vias[i], line)) bits |= 1u << i;
  }
  return bits;
}

bool GradientSearch::Impl::IsSaidByAnEnd(uint32_t line) {
  const WordSet& words = known_.Of(line).words;
  return std::ranges::any_of(fixed_,
                             [&](const KnownLine& fixed) { return AreTwins(words, fixed.words); });
}

// `angle`: off the stop's point of the way; `nearest`: that of the nearest candidate.
PathCandidate GradientSearch::Impl::CandidateOf(uint32_t line, int32_t angle, int32_t nearest) {
  PathCandidate candidate{.line = line, .via_bits = ViaBitsOf(line)};
  candidate.cost = CostOfAngle(angle, question_.weights.off_way) +
                   CostOfFarther(angle - nearest, question_.weights.farther);
  if (!ends_have_names_ && HasName(text_of_(line))) {
    candidate.cost += static_cast<uint32_t>(question_.weights.name * kCosineOne / 16);
  }
  const int strange = StrangeManners(MannerOf(text_of_(line)), manner_of_ends_);
  candidate.cost += static_cast<uint32_t>(question_.weights.manner * strange * kCosineOne / 16);
  int echoed = 0;
  const LetterMarks& shown = known_.Of(line).letters;
  for (const auto& end : fixed_) echoed = std::max(echoed, SharedMarks(shown, end.letters));
  candidate.cost += CostOfEcho(echoed, question_.weights);
  return candidate;
}

void GradientSearch::Impl::FillSlot(size_t slot) {
  const int stop = static_cast<int>(slot);
  std::vector<PathCandidate>& candidates_here = problem_.slots[slot];
  if (const FixedLine* fixed = FixedAt(stop)) {
    PathCandidate pinned{fixed->line, 0, ViaBitsOf(fixed->line), true, false};
    // A pin that was typed has a number of its own, so that it is nobody's twin by mistake.
    if (fixed->line == kTypedLine) {
      pinned.line = kTypedLine - 1 - static_cast<uint32_t>(slot);
      known_.Put(pinned.line, At(stop, pinned.line));
    }
    candidates_here.push_back(pinned);
    candidates[slot].push_back(pinned.line);
    return;
  }
  const Stretch& stretch = StretchInto(stop);
  const int from = question_.fixed[stretch.from].stop, to = question_.fixed[stretch.to].stop;
  const PointOnWay point(stretch.ends_angle, static_cast<double>(stop - from) / (to - from));
  int32_t nearest = kHalfTurn;  // the first that is tried is the nearest
  const auto try_index = [&](uint32_t index) {
    const uint32_t line = allowed_.LineAt(index);
    if (std::ranges::binary_search(question_.banned, line) || IsSaidByAnEnd(line)) return;
    if (std::ranges::find(candidates_here, line, &PathCandidate::line) != candidates_here.end()) {
      return;
    }
    const int32_t angle = ArcCosine(point.CosineTo(stretch.cosines[index]));
    nearest = std::min(nearest, angle);
    candidates_here.push_back(CandidateOf(line, angle, nearest));
  };
  for (const uint32_t index : point.Nearest(stretch.cosines, size_t{2} * question_.weights.beam)) {
    if (candidates_here.size() < question_.weights.beam) try_index(index);
  }
  // Lines that a via asks for come in by their own merit: few of them are near the way.
  for (const std::vector<uint32_t>& via : question_.vias) {
    std::vector<uint32_t> asked;
    for (const uint32_t line : via) {
      if (const uint32_t index = allowed_.IndexOf(line); index < allowed_.size()) {
        asked.push_back(index);
      }
    }
    std::ranges::for_each(point.NearestAmong(stretch.cosines, asked, kViaCandidates), try_index);
  }
  for (const PathCandidate& candidate : candidates_here) candidates[slot].push_back(candidate.line);
}

void GradientSearch::Impl::Sketch() {
  for (const std::vector<uint32_t>& lines : candidates) {
    const auto is_free = [&](uint32_t line) {
      return std::ranges::find(sketch, line) == sketch.end();
    };
    const auto at = std::ranges::find_if(lines, is_free);
    sketch.push_back(at == lines.end() ? kTypedLine : *at);
  }
}

// cos to the stretch's end − cos to its begin, of whatever stands at the stop.
int32_t GradientSearch::Impl::ProgressOf(const Stretch& stretch, int stop, uint32_t line) const {
  if (stop == question_.fixed[stretch.from].stop) return stretch.ends_cosine - kCosineOne;
  if (stop == question_.fixed[stretch.to].stop) return kCosineOne - stretch.ends_cosine;
  const auto& [to_a, to_b] = stretch.cosines[allowed_.IndexOf(line)];
  return to_b - to_a;
}

// How wide a step of the stretch may be: a share of the sketch's widest.
int32_t GradientSearch::Impl::WidestOf(const Stretch& stretch) {
  int32_t widest = 0;
  const MixedRow* before = &fixed_[stretch.from].row;
  for (int stop = question_.fixed[stretch.from].stop + 1; stop <= question_.fixed[stretch.to].stop;
       ++stop) {
    const auto slot = static_cast<size_t>(stop);
    const uint32_t line = slot < sketch.size() ? sketch[slot] : kTypedLine;
    if (line == kTypedLine && FixedAt(stop) == nullptr) continue;
    const MixedRow& row = At(stop, line).row;
    widest = std::max(widest, ArcCosine(CosineOf(*before, row)));
    before = &row;
  }
  return widest * question_.weights.widest / 100;
}

void GradientSearch::Impl::FillSteps(size_t into) {
  const int stop = static_cast<int>(into), before = stop - 1;
  const Stretch& stretch = StretchInto(stop);
  const std::vector<uint32_t> one_end{kTypedLine};
  const std::vector<uint32_t>& from = into == 0 ? one_end : candidates[into - 1];
  const std::vector<uint32_t>& to = into == candidates.size() ? one_end : candidates[into];
  std::vector<const MixedRow*> rows;
  std::vector<const WordSet*> words;
  std::vector<const LetterMarks*> letters;
  std::vector<int32_t> progress;
  for (const uint32_t line : to) {
    rows.push_back(&At(stop, line).row);
    words.push_back(line == kTypedLine ? nullptr : &known_.Of(line).words);
    letters.push_back(&At(stop, line).letters);
    progress.push_back(ProgressOf(stretch, stop, line));
  }
  const int spelling = question_.shares.spelling;
  const int32_t widest = WidestOf(stretch);
  const int steps_of_stretch =
      question_.fixed[stretch.to].stop - question_.fixed[stretch.from].stop;
  const int32_t least_gain =
      question_.weights.least_gain * kUsualWay / std::max(4, steps_of_stretch);
  std::vector<uint32_t>& steps = problem_.steps[into];
  steps.reserve(from.size() * to.size());
  for (const uint32_t line : from) {
    const MixedRow& row = At(before, line).row;
    const WordSet* said = line == kTypedLine ? nullptr : &known_.Of(line).words;
    const LetterMarks& spelled = At(before, line).letters;
    const int32_t progress_before = ProgressOf(stretch, before, line);
    for (size_t j = 0; j < to.size(); ++j) {
      const bool is_repeat =
          said != nullptr && words[j] != nullptr && (line == to[j] || AreTwins(*said, *words[j]));
      if (is_repeat) {
        steps.push_back(kBarredStep);
        continue;
      }
      const int32_t angle = ArcCosine(CosineOf(row, *rows[j]));
      uint32_t cost = CostOfStep(angle, question_.weights.step) +
                      CostOfWidth(angle, widest, question_.weights) +
                      CostOfGain(progress[j] - progress_before, least_gain, question_.weights);
      if (spelling > 0) {
        cost += CostOfLetters(SharedMarks(spelled, *letters[j]), spelling, question_.weights);
      }
      steps.push_back(cost);
    }
  }
}

void GradientSearch::Impl::Solve() {
  for (const std::vector<PathCandidate>& slot : problem_.slots) {
    if (!slot.empty()) continue;
    found = Fail(ErrorCode::kNotFound,
                 "There are too few different lines here for a way of that many steps.");
    return;
  }
  const auto chosen = CheapestPath(problem_);
  if (!chosen) {
    found = Fail(ErrorCode::kNotFound,
                 question_.vias.empty()
                     ? "There are too few different lines here for a way of that many steps."
                     : "No way leads through all of these words.");
    return;
  }
  FoundGradient gradient;
  const MixedRow& row_a = fixed_.front().row;
  const MixedRow& row_b = fixed_.back().row;
  gradient.a_to_b = CosineOf(row_a, row_b);
  const MixedRow* row_before = &row_a;
  int32_t widest = -1;
  const auto note_step = [&](int32_t angle, size_t index) {
    if (angle > widest) widest = angle, gradient.weakest = static_cast<int>(index);
    return angle;
  };
  for (size_t slot = 0; slot < chosen->size(); ++slot) {
    FoundStop stop;
    const PathCandidate& candidate = problem_.slots[slot][(*chosen)[slot]];
    const FixedLine* fixed = FixedAt(static_cast<int>(slot));
    stop.line = fixed != nullptr ? fixed->line : candidate.line;
    const MixedRow& row = At(static_cast<int>(slot), candidate.line).row;
    stop.to_a = CosineOf(row, row_a);
    stop.to_b = CosineOf(row, row_b);
    stop.step = note_step(ArcCosine(CosineOf(*row_before, row)), slot);
    stop.others = OthersAt(problem_, *chosen, slot, kOthers);
    row_before = &row;
    gradient.stops.push_back(std::move(stop));
  }
  gradient.last_step = note_step(ArcCosine(CosineOf(*row_before, row_b)), chosen->size());
  found = std::move(gradient);
}

void GradientSearch::Impl::FindShore() {
  const size_t middle = found->stops.size() / 2;
  const Way way(found->a_to_b, At(static_cast<int>(middle), found->stops[middle].line).row,
                found->stops[middle].to_a, found->stops[middle].to_b);
  CosinePairs to_ends;
  if (stretches_.size() > 1) {
    for (const auto& [first, last] : allowed_.ranges()) {
      space_.CosinesToTwo(question_.fixed.front().query, question_.fixed.back().query,
                          question_.shares, first, last, to_ends);
    }
  }
  const CosinePairs& cosines = stretches_.size() > 1 ? to_ends : stretches_[0].cosines;
  for (const uint32_t index : way.NearestTo(cosines, kShoreLines)) {
    const MixedRow row = space_.RowOf(allowed_.LineAt(index), question_.shares);
    found->shore.push_back(way.PlaceOf(cosines[index].first, cosines[index].second, row));
  }
  for (size_t slot = 0; slot < found->stops.size(); ++slot) {
    FoundStop& stop = found->stops[slot];
    stop.place = way.PlaceOf(stop.to_a, stop.to_b, At(static_cast<int>(slot), stop.line).row);
  }
}

GradientSearch::GradientSearch(const LineSpace& space, const SmallWords& small_words,
                               std::function<std::string_view(uint32_t)> text_of,
                               GradientQuestion question)
    : impl_(std::make_unique<Impl>(space, small_words, std::move(text_of), std::move(question))) {}
GradientSearch::~GradientSearch() = default;
GradientSearch::GradientSearch(GradientSearch&&) noexcept = default;

bool GradientSearch::Step() { return impl_->Step(); }
const std::vector<uint32_t>& GradientSearch::sketch() const { return impl_->sketch; }
const Result<FoundGradient>& GradientSearch::found() const { return impl_->found; }
const std::vector<std::vector<uint32_t>>& GradientSearch::candidates() const {
  return impl_->candidates;
}

}  // namespace meander
