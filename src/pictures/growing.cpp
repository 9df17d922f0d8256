// See growing.h.
#include "pictures/growing.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <utility>

#include "canvas/fill.h"
#include "canvas/stage_parts.h"
#include "canvas/whole_number.h"
#include "canvas/words.h"
#include "pictures/wishes.h"

namespace meander {
namespace {

// Each step shakes the picture, and what it fires goes up and down by that: a few are told as one.
constexpr size_t kValuesTold = 4, kValuesKept = 2 * kValuesTold;

bool IsOf(const WatchedForm& form, const ShownUnit& unit) {
  return form.has_begun && form.layer == unit.layer && form.channel == unit.channel;
}

std::shared_ptr<const PictureTable> TableOf(const PicturesGrowAnswer& answer) {
  auto table = std::make_shared<PictureTable>();
  table->version = NextPictureVersion();
  table->width = table->height = answer.side;
  table->rgba.reserve(answer.rgb.size() / 3 * 4);
  for (size_t at = 0; at + 2 < answer.rgb.size(); at += 3) {
    table->rgba.insert(table->rgba.end(),
                       {answer.rgb[at], answer.rgb[at + 1], answer.rgb[at + 2], 255});
  }
  return table;
}

float MeanOf(std::span<const float> values) {
  return std::accumulate(values.begin(), values.end(), 0.f) /
         static_cast<float>(std::max<size_t>(values.size(), 1));
}
float FiresNow(const WatchedForm& form) {
  const size_t count = std::min(form.values.size(), kValuesTold);
  return MeanOf(std::span(form.values).last(count));
}

Effects AskForForm(PicturesState& state) {
  WatchedForm& form = state.form;
  PicturesGrowQuestion question;
  question.layer = form.layer;
  question.channel = form.channel;
  question.seed = form.seed;
  question.steps = kFormSteps;
  question.side = kFormSide_px;
  question.from = form.step;
  form.problem.clear();
  form.needs_consent = false;
  form.progress = {};
  form.request = NextRequestId();
  return {AskEngineEffect{
      {form.request, RoomRequest{WritePicturesQuestion(std::move(question)), WingKind::kPictures}},
      state.is_careful && !state.may_fetch}};
}

Effects PauseForm(PicturesState& state) {
  state.form.progress = {};
  return {CancelEngineEffect{std::exchange(state.form.request, 0)}};
}

Effects TakeFormAnswer(PicturesState& state, const RoomReply& reply) {
  WatchedForm& form = state.form;
  const Result<PicturesAnswer> answer = ReadPicturesAnswer(reply.answer);
  const auto* grown = answer ? std::get_if<PicturesGrowAnswer>(&*answer) : nullptr;
  if (grown == nullptr || grown->steps != kFormSteps || grown->side == 0) {
    form.problem = words::kErrorAnswer;
    Effects effects = PauseForm(state);
    effects.push_back(SayEffect{form.problem});
    effects.push_back(ShowPageEffect{});
    return effects;
  }
  Effects effects;
  form.progress = {};
  if (form.pixels == nullptr || grown->step > form.step) {
    form.step = grown->step;
    form.pixels = TableOf(*grown);
    // The noise has not been looked at yet: it fires nothing that is known.
    if (form.step > 0) form.values.push_back(grown->value);
    if (form.values.size() > kValuesKept) form.values.erase(form.values.begin());
    const auto at = std::ranges::find(kFormStills, form.step);
    if (at != kFormStills.end()) {
      const auto number = static_cast<size_t>(at - kFormStills.begin());
      form.stills[number] = {FiresNow(form), form.pixels};
      effects.push_back(ShowPictureEffect{"still-" + std::to_string(number), form.pixels->width,
                                          form.pixels->rgba});
    }
  }
  if (reply.is_whole) {
    form.request = 0;
    effects.push_back(
        SayEffect{Fill(words::kPicturesGrowSaidDone, {{"steps", std::to_string(kFormSteps)},
                                                      {"value", Plainly(FiresNow(form), 1)}})});
  }
  effects.push_back(ShowPageEffect{});
  return effects;
}

}  // namespace

const WatchedForm* FormSeen(const PicturesState& state) {
  const std::optional<ShownUnit> unit = UnitOf(state);
  const bool is_seen = state.look.view == PictureView::kUnits && unit && IsOf(state.form, *unit);
  return is_seen ? &state.form : nullptr;
}

std::shared_ptr<const PictureTable> FormShown(const PicturesState& state) {
  const WatchedForm* form = FormSeen(state);
  if (form == nullptr) return nullptr;
  if (form->looked_at >= 0) return form->stills[static_cast<size_t>(form->looked_at)].pixels;
  if (!state.is_calm) return form->pixels;
  std::shared_ptr<const PictureTable> last;
  for (const FormStill& still : form->stills) {
    if (still.pixels != nullptr) last = still.pixels;
  }
  return last;
}

bool CanGrow(const PicturesState& state) {
  return state.look.view == PictureView::kUnits && !state.look.ghost && UnitOf(state).has_value();
}

Effects GrowForm(PicturesState& state) {
  if (!CanGrow(state)) return {};
  const ShownUnit unit = *UnitOf(state);
  WatchedForm& form = state.form;
  if (form.request != 0 && IsOf(form, unit)) {
    Effects effects = PauseForm(state);
    effects.push_back(
        SayEffect{Fill(words::kPicturesGrowSaidPaused, {{"step", std::to_string(form.step)},
                                                        {"steps", std::to_string(kFormSteps)}})});
    return effects;
  }
  Effects effects;
  const bool is_another = IsOf(form, unit) && form.is_whole();
  if (is_another || !IsOf(form, unit)) {
    if (form.request != 0) Append(effects, PauseForm(state));
    const uint32_t seed = is_another ? form.seed + 1 : WatchedForm{}.seed;
    form = {};
    form.has_begun = true;
    form.layer = unit.layer;
    form.channel = unit.channel;
    form.seed = seed;
  }
  form.looked_at = -1;
  // Where it was the strongest of a place, pointing elsewhere must not take it away.
  if (!state.look.has_unit) {
    state.look.has_unit = true;
    state.look.unit_layer = unit.layer;
    state.look.unit = unit.channel;
    effects.push_back(SetLinkEffect{false});
  }
  Append(effects, AskForForm(state));
  return effects;
}

Effects LookAtStill(PicturesState& state, std::string_view argument) {
  if (FormSeen(state) == nullptr) return {};
  WatchedForm& form = state.form;
  const int wanted = NumberIn(argument);
  const bool is_one = wanted >= 0 && wanted < static_cast<int>(form.stills.size()) &&
                      wanted != form.looked_at &&
                      form.stills[static_cast<size_t>(wanted)].pixels != nullptr;
  form.looked_at = is_one ? wanted : -1;
  if (!is_one) return {};
  return {SayEffect{StillInWords(form, static_cast<size_t>(wanted))}};
}

Effects StepStill(PicturesState& state, int by) {
  const WatchedForm* form = FormSeen(state);
  if (form == nullptr) return {};
  const auto here = [&](int still) {
    return still >= 0 && still < static_cast<int>(form->stills.size()) &&
           form->stills[static_cast<size_t>(still)].pixels != nullptr;
  };
  int from = form->looked_at;
  // What has grown so far lies behind the last of them.
  if (from < 0) {
    if (by > 0) return {};
    from = 0;
    while (here(from)) ++from;
  }
  const int next = from + by;
  if (here(next)) return LookAtStill(state, std::to_string(next));
  return by > 0 ? LookAtStill(state, "") : Effects{};
}

Effects RestFormUnlessSeen(PicturesState& state) {
  if (state.form.request == 0 || (FormSeen(state) != nullptr && CanGrow(state))) return {};
  return PauseForm(state);
}

std::optional<Effects> TakeFormReply(PicturesState& state, const Reply& reply) {
  WatchedForm& form = state.form;
  if (form.request == 0 || reply.id != form.request) return std::nullopt;
  if (const auto* progress = std::get_if<ProgressReply>(&reply.body)) {
    // Every step is told as progress too; its picture says more.
    if (progress->bytes_total <= progress->bytes_done) return Effects{};
    form.progress = *progress;
    return Effects{ShowPageEffect{}};
  }
  if (const auto* room = std::get_if<RoomReply>(&reply.body)) return TakeFormAnswer(state, *room);
  const auto* error = std::get_if<Error>(&reply.body);
  if (error == nullptr) return Effects{};
  form.request = 0;
  form.progress = {};
  form.needs_consent = error->code == ErrorCode::kNeedsConsent;
  if (form.needs_consent) return Effects{ShowPageEffect{}};
  form.problem = error->message;
  return Effects{SayEffect{form.problem}, ShowPageEffect{}};
}

std::string StillInWords(const WatchedForm& form, size_t still) {
  const std::string step = std::to_string(kFormStills[still]);
  if (form.stills[still].pixels == nullptr) {
    return Fill(words::kPicturesGrowStillNone, {{"step", step}});
  }
  if (still == 0) return std::string(words::kPicturesGrowNoise);
  return Fill(words::kPicturesGrowStill,
              {{"step", step}, {"value", Plainly(form.stills[still].value, 1)}});
}

std::string FormFires(const WatchedForm& form) {
  if (form.values.empty()) return {};
  const float now = FiresNow(form);
  const std::string value = Plainly(now, 1);
  if (form.request == 0 || form.values.size() < kValuesKept) {
    return Fill(words::kPicturesGrowFires, {{"value", value}});
  }
  const float before = MeanOf(std::span(form.values).first(kValuesTold));
  // What rounds to the same is no news.
  const float least = 0.01f * std::max(std::fabs(now), 0.1f);
  const std::string_view words = now > before + least   ? words::kPicturesGrowRising
                                 : now < before - least ? words::kPicturesGrowFalling
                                                        : words::kPicturesGrowSteady;
  return Fill(words, {{"value", value}});
}

}  // namespace meander
