// See other_network.h: how one question is answered by a network that only the page can ask. The
// engine makes its input of the photo, the page has it looked at; then the engine says which
// covered pictures come next, the page what was seen, until there are none left.
#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>

#include "canvas/fill.h"
#include "canvas/link.h"
#include "canvas/words.h"
#include "pictures/other_network.h"
#include "pictures/photos.h"
#include "pictures/state.h"
#include "pictures/wishes.h"

namespace meander {
namespace {

constexpr size_t kClassesOfLook = 10, kMostRuns = 12;
// A wish to look takes about as long: what is shown goes on, and Stop is heard.
constexpr double kWish_s = 0.4;
constexpr double kMostAtOnce = 8;
// One that is left while it looks longer than this is stopped rather than waited for.
constexpr double kPatience_s = 2;

ClassPair PairOf(const PicturesQuestion& question) {
  if (const auto* share = std::get_if<PicturesShareQuestion>(&question))
    return {share->a, share->b};
  if (const auto* race = std::get_if<PicturesRaceQuestion>(&question)) return {race->a, race->b};
  return {};
}

// ln Σ e^logit over all but `left_out`.
double LogSum(std::span<const float> logits, size_t left_out) {
  double most = -INFINITY, sum = 0;
  for (size_t i = 0; i < logits.size(); ++i) {
    if (i != left_out) most = std::max(most, double{logits[i]});
  }
  for (size_t i = 0; i < logits.size(); ++i) {
    if (i != left_out) sum += std::exp(double{logits[i]} - most);
  }
  return most + std::log(sum);
}

// What a question asks of one look: a less b, or a; in a race the logit of a's share.
float ValueFor(const PicturesQuestion& question, std::span<const float> logits) {
  const ClassPair pair = PairOf(question);
  if (pair.a >= logits.size()) return 0;
  const float a = logits[pair.a];
  if (pair.b < logits.size()) return a - logits[pair.b];
  if (!std::holds_alternative<PicturesRaceQuestion>(question)) return a;
  return static_cast<float>(double{a} - LogSum(logits, pair.a));
}

OtherNetwork::Run& RunFor(OtherNetwork& other, const PicturesQuestion& question) {
  const auto at = std::ranges::find(other.runs, question, &OtherNetwork::Run::question);
  if (at != other.runs.end()) return *at;
  if (other.runs.size() >= kMostRuns) other.runs.erase(other.runs.begin());
  other.runs.push_back({question, {ValueFor(question, other.whole)}});
  return other.runs.back();
}

std::vector<float> ValuesOf(const OtherNetwork& other, const PicturesQuestion& question) {
  const auto at = std::ranges::find(other.runs, question, &OtherNetwork::Run::question);
  return at == other.runs.end() ? std::vector<float>() : at->values;
}

Effects AskEngine(OtherNetwork& other, PicturesQuestion question) {
  other.request = NextRequestId();
  return {AskEngineEffect{
      {other.request, RoomRequest{WritePicturesQuestion(question), WingKind::kPictures}}, false}};
}

PictureRef PictureFor(const PicturesState& state) {
  PictureRef ref = RefOf(state, false);
  ref.network = 0;
  if (state.is_own()) ref.rgb = state.own.rgb;
  return ref;
}

Effects AskToFit(PicturesState& state) {
  const std::shared_ptr<const PictureTable> pixels = PhotoShown(state);
  if (pixels == nullptr) {
    state.request = 0;  // its coming asks again
    return {};
  }
  PicturesFitQuestion question;
  question.picture = PictureFor(state);
  question.width = static_cast<uint16_t>(pixels->width);
  question.height = static_cast<uint16_t>(pixels->height);
  question.rgba = pixels->rgba;
  question.to_width = state.other.width;
  question.to_height = state.other.height;
  question.is_bilinear = state.other.is_bilinear;
  question.crop = state.other.crop;
  return AskEngine(state.other, std::move(question));
}

Effects AskToCover(PicturesState& state) {
  OtherNetwork& other = state.other;
  PicturesCoverQuestion question;
  question.picture = PictureFor(state);
  question.width = other.width;
  question.height = other.height;
  question.rgb = other.fitted;
  question.crop = other.crop;
  question.want = other.at_once;
  question.values = RunFor(other, state.asked).values;
  if (std::holds_alternative<PicturesRaceQuestion>(state.asked)) {
    question.cover = PictureCover::kRace;
    question.occlusion = ValuesOf(other, ShareWish(state, PictureMethod::kOcclusion));
    question.lime = ValuesOf(other, ShareWish(state, PictureMethod::kLime));
  } else if (const auto* share = std::get_if<PicturesShareQuestion>(&state.asked)) {
    const bool is_lime = share->method == PictureMethod::kLime;
    question.cover = is_lime ? PictureCover::kLime : PictureCover::kOcclusion;
  }
  return AskEngine(other, std::move(question));
}

Effects AskToLook(PicturesState& state, std::span<const uint8_t> pictures, size_t count) {
  OtherNetwork& other = state.other;
  other.look_from_s = state.now_s;
  other.looking = "onnx:look;" + std::to_string(++other.looks) + ";" + std::to_string(count) + ";" +
                  EncodeBase64Url(AsText(pictures));
  return {FetchFileEffect{other.looking}};
}

// The question is answered, or will not be; what is wanted next.
Effects EndOf(PicturesState& state) {
  state.request = 0;
  state.progress = {};
  Effects effects = AskPictures(state);
  effects.push_back(ShowPageEffect{});
  return effects;
}
Effects FailOther(PicturesState& state, std::string_view sentence) {
  PictureEntry(state, state.asked).problem = sentence;
  Effects effects{SayEffect{std::string(sentence)}};
  Append(effects, EndOf(state));
  return effects;
}

// What a look says; its layers are not known, so their grids are empty ground.
PicturesLookAnswer LookOf(const OtherNetwork& other) {
  PicturesLookAnswer look;
  std::vector<uint16_t> order(other.whole.size());
  std::iota(order.begin(), order.end(), uint16_t{0});
  const size_t told = std::min(order.size(), kClassesOfLook);
  std::ranges::partial_sort(
      order, order.begin() + static_cast<ptrdiff_t>(told), [&](uint16_t a, uint16_t b) {
        return other.whole[a] != other.whole[b] ? other.whole[a] > other.whole[b] : a < b;
      });
  const double all = LogSum(other.whole, other.whole.size());
  for (size_t i = 0; i < told; ++i) {
    const float logit = other.whole[order[i]];
    look.classes.push_back({order[i], other.labels[order[i]],
                            static_cast<float>(std::exp(double{logit} - all)), logit});
  }
  for (size_t layer = 0; layer < kPictureLayers.size(); ++layer) {
    const size_t places = size_t{kPictureLayers[layer].told_side} * kPictureLayers[layer].told_side;
    look.grids[layer] = {std::vector<float>(places), std::vector<uint16_t>(4 * places),
                         std::vector<float>(4 * places)};
  }
  return look;
}

Effects TakeCover(PicturesState& state, PicturesCoverAnswer cover) {
  OtherNetwork& other = state.other;
  const size_t bytes = size_t{3} * other.width * other.height;
  if (cover.rgb.size() != cover.pictures * bytes) return FailOther(state, words::kErrorAnswer);
  PictureKnown& known = PictureEntry(state, state.asked);
  const bool is_race = std::holds_alternative<PicturesRaceQuestion>(state.asked);
  state.progress.readings_done = is_race ? cover.race.done : cover.share.done;
  state.progress.readings_in_all = is_race ? cover.race.in_all : cover.share.in_all;
  const bool says_something = is_race ? !cover.race.races.empty() : cover.share.side > 0;
  if (says_something) {
    if (is_race) {
      known.answer = std::move(cover.race);
    } else {
      known.answer = std::move(cover.share);
    }
  }
  if (cover.pictures > 0) {
    Effects effects = AskToLook(state, cover.rgb, cover.pictures);
    effects.push_back(ShowPageEffect{});
    return effects;
  }
  known.is_whole = true;
  known.took_s = state.now_s - state.asked_s;
  return EndOf(state);
}

}  // namespace

bool IsOfOther(const PicturesQuestion& question) {
  return std::visit(
      [](const auto& asked) {
        if constexpr (requires { asked.picture; }) return asked.picture.network != 0;
        return false;
      },
      question);
}

bool IsFromOutside(PictureMethod method) {
  return method == PictureMethod::kOcclusion || method == PictureMethod::kLime;
}

std::string NoSuchViewOfOther(const PicturesState& state) {
  const PictureView view = state.look.view;
  if (!state.other.is_on || view == PictureView::kWhatIf) return {};
  if (view != PictureView::kWhy) {
    return Fill(words::kPicturesNetworkNoLayers, {{"name", state.other.name}});
  }
  if (IsFromOutside(state.look.method)) return {};
  return Fill(words::kPicturesNetworkNoGradients, {{"name", state.other.name}});
}

Effects AskOther(PicturesState& state) {
  OtherNetwork& other = state.other;
  if (other.fitted.empty() || other.fitted_photo != state.photo) {
    ForgetWhatOtherSaw(state);
    return AskToFit(state);
  }
  if (other.whole.empty()) return AskToLook(state, other.fitted, 1);
  if (!std::holds_alternative<PicturesLookQuestion>(state.asked)) return AskToCover(state);
  PictureKnown& known = PictureEntry(state, state.asked);
  known.answer = LookOf(other);
  known.is_whole = true;
  known.took_s = state.now_s - state.asked_s;
  return EndOf(state);
}

Effects StopOther(PicturesState& state) {
  OtherNetwork& other = state.other;
  Effects effects;
  if (other.request != 0) effects.push_back(CancelEngineEffect{std::exchange(other.request, 0)});
  if (!std::exchange(other.looking, {}).empty() && state.now_s - other.look_from_s > kPatience_s) {
    effects.push_back(FetchFileEffect{"onnx:stop"});
  }
  return effects;
}

std::optional<Effects> TakeOtherReply(PicturesState& state, const Reply& reply) {
  OtherNetwork& other = state.other;
  if (reply.id == 0 || reply.id != other.request) return std::nullopt;
  if (const auto* error = std::get_if<Error>(&reply.body)) {
    other.request = 0;
    return FailOther(state, error->message);
  }
  const auto* room = std::get_if<RoomReply>(&reply.body);
  if (room == nullptr || !room->is_whole) return Effects{};
  other.request = 0;
  Result<PicturesAnswer> answer = ReadPicturesAnswer(room->answer);
  if (!answer) return FailOther(state, words::kErrorAnswer);
  if (auto* fit = std::get_if<PicturesFitAnswer>(&*answer)) {
    if (fit->rgb.size() != size_t{3} * other.width * other.height) {
      return FailOther(state, words::kErrorAnswer);
    }
    other.fitted = std::move(fit->rgb);
    other.fitted_photo = state.photo;
    return AskOther(state);
  }
  auto* cover = std::get_if<PicturesCoverAnswer>(&*answer);
  if (cover == nullptr) return FailOther(state, words::kErrorAnswer);
  return TakeCover(state, std::move(*cover));
}

Effects TakeLooks(PicturesState& state, Result<ByteSpan> bytes) {
  OtherNetwork& other = state.other;
  other.looking.clear();
  if (!bytes) return FailOther(state, NetworkFaultSentence(bytes.error().message, other));
  const size_t classes = other.labels.size(), each = classes * sizeof(float);
  const size_t count = bytes->size() / each;
  std::vector<float> logits(classes * count);
  if (count == 0 || bytes->size() != count * each) return FailOther(state, words::kErrorAnswer);
  std::memcpy(logits.data(), bytes->data(), bytes->size());
  if (!std::ranges::all_of(logits, [](float logit) { return std::isfinite(logit); })) {
    return FailOther(state, NetworkFaultSentence("network-nan", other));
  }
  const double took = std::max(state.now_s - other.look_from_s, 1e-3) / static_cast<double>(count);
  other.at_once = static_cast<uint8_t>(std::clamp(kWish_s / took, 1., kMostAtOnce));
  if (other.whole.empty()) {
    other.whole = std::move(logits);
  } else {
    OtherNetwork::Run& run = RunFor(other, state.asked);
    for (size_t i = 0; i < count; ++i) {
      run.values.push_back(ValueFor(state.asked, std::span(logits).subspan(i * classes, classes)));
    }
  }
  return AskOther(state);
}

void ForgetWhatOtherSaw(PicturesState& state) {
  state.other.fitted.clear();
  state.other.whole.clear();
  state.other.runs.clear();
}

}  // namespace meander
