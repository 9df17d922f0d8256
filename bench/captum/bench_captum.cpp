// Our side of captum.bench.mjs, one thread:
//   bench_captum inside MODEL TEXT TARGET IDS    the closeness of two texts, shared out among the
//                                                pieces of the first; IDS is written: what was read
//   bench_captum pictures MODEL CROP.rgb CLASS   one class, shared out over a layer's tensor
// For a line "WORK" on stdin that work is done and "SECONDS SECONDS" printed: by the clock, and of
// the thread's own time. "WORK FILE" also writes what was found there, as doubles. WORK is
// "forward", "gradient" (gradient x input), or the number of steps of integrated gradients.
#include <time.h>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <iostream>

#include "base/files.h"
#include "base/json_reader.h"
#include "make/convnet_model.h"
#include "make/open_model.h"
#include "net/attribution/word_weights.h"
#include "net/convnet/picture_attribution.h"
#include "net/convnet/picture_input.h"
#include "net/derivative/recording.h"

namespace meander {
namespace {

using Values = std::vector<double>;
using Work = std::function<Result<Values>(const std::string& name)>;
constexpr const char* kLayer = "b11.exp";  // 14 x 14 places, 672 channels

double Seconds(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

Result<void> Answer(const Work& work) {
  for (std::string line; std::getline(std::cin, line);) {
    const size_t space = line.find(' ');
    const std::string name = line.substr(0, space);
    const double begun = Seconds(CLOCK_MONOTONIC), own = Seconds(CLOCK_THREAD_CPUTIME_ID);
    TRY(const Values found, work(name));
    const double spent = Seconds(CLOCK_MONOTONIC) - begun,
                 own_spent = Seconds(CLOCK_THREAD_CPUTIME_ID) - own;
    if (space != std::string::npos) {
      TRY_VOID(WriteFile(
          line.substr(space + 1),
          ByteSpan(reinterpret_cast<const uint8_t*>(found.data()), found.size() * sizeof(double))));
    }
    std::printf("%.9f %.9f\n", spent, own_spent);
    std::fflush(stdout);
  }
  return {};
}

Result<void> Inside(char** given) {
  TRY(const OpenedModel model, OpenModel(given[0]));
  TRY(const UnitText text, UnitsOf(model.pieces, given[1], true, "The text"));
  TRY(const UnitText target_text, UnitsOf(model.pieces, given[2], true, "The target"));
  const std::vector<int32_t> masked =
      IdsKeeping(text, std::vector<bool>(text.units.size()), Hide::kMask);
  const std::string ids =
      WriteJson({{"text", text.ids}, {"masked", masked}, {"target", target_text.ids}});
  TRY_VOID(WriteFile(given[3], AsBytes(ids)));
  Encoder encoder(model.weights), exact(model.weights, Arithmetic::kFloat);
  TRY(const std::vector<double> target, ReadUnit(exact, target_text.ids));
  return Answer([&](const std::string& name) -> Result<Values> {
    if (name == "forward") return ReadUnit(exact, text.ids);
    WeightOptions options;
    options.method = name == "gradient" ? WordMethod::kGradient : WordMethod::kIntegrated;
    options.steps = std::atoi(name.c_str());
    const auto job = MakeWeightJob({model.weights, encoder}, text, target, options);
    for (bool more = true; more;) {
      TRY(more, job->Step());
    }
    return job->result().weights;
  });
}

Result<void> Pictures(char** given) {
  TRY(const OpenedConvnet network, OpenConvnet(given[0]));
  TRY(const std::vector<uint8_t> crop, ReadFile(given[1]));
  if (crop.size() != kPictureSize) return Fail(ErrorCode::kInvalidInput, "That is no crop.");
  const std::vector<float> picture = PictureOf(crop), seed = ClassSeed(std::atoi(given[2]));
  const int tensor = TensorNamed(kLayer);
  ConvnetReading reading(*network.panels);
  return Answer([&](const std::string& name) -> Result<Values> {
    reading.Look(picture);
    if (name == "forward") return Values(reading.logits().begin(), reading.logits().end());
    if (name == "gradient") {
      // Without the value at zero, which GradientShares tells as well and Captum does not.
      const std::vector<float> gradient = reading.Gradient(kLogits, seed, tensor);
      Values shares(gradient.begin(), gradient.end());
      for (size_t i = 0; i < shares.size(); ++i) shares[i] *= double{reading.tensor(tensor)[i]};
      return shares;
    }
    IntegratedShares integral(reading, tensor, seed, std::atoi(name.c_str()));
    while (integral.Step()) {
    }
    const PictureShares found = integral.Now();
    return Values(found.shares.begin(), found.shares.end());
  });
}

}  // namespace
}  // namespace meander

int main(int count, char** given) {
  using namespace meander;
  const std::string what = count > 1 ? given[1] : "";
  Result<void> done = Fail(ErrorCode::kInvalidInput, "inside or pictures, and with what?");
  if (what == "inside" && count == 6) done = Inside(given + 2);
  if (what == "pictures" && count == 5) done = Pictures(given + 2);
  if (done) return 0;
  std::fprintf(stderr, "%s\n", done.error().message.c_str());
  return 1;
}
