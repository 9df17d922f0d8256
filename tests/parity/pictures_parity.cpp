// The network that looks at pictures behind plain functions, for the page; natively a program that
// asks the same functions and writes what they answer.
//   pictures_parity MODEL PICTURE.rgb…   for each picture every tensor, gradients and shares, as
//   floats
#include <cstdint>
#include <cstdio>
#include <memory>
#include <vector>

#include "net/convnet/grown_picture.h"
#include "net/convnet/picture_attribution.h"
#include "net/convnet/picture_input.h"

namespace meander {
namespace {

struct Opened {
  std::vector<uint8_t> bytes;
  std::unique_ptr<ConvnetWeights> weights;
  std::unique_ptr<ConvnetPanels> panels;
  std::unique_ptr<ConvnetReading> reading;
};
Opened opened;
std::vector<float> answer;

bool Open(ByteSpan bytes) {
  opened.bytes.assign(bytes.begin(), bytes.end());
  const auto weights = ConvnetWeights::Open(opened.bytes);
  if (!weights) return false;
  opened.weights = std::make_unique<ConvnetWeights>(*weights);
  opened.panels = std::make_unique<ConvnetPanels>(*opened.weights);
  opened.reading = std::make_unique<ConvnetReading>(*opened.panels);
  return true;
}

}  // namespace
}  // namespace meander

extern "C" {
int pictures_open(const uint8_t* bytes, uint32_t count) { return meander::Open({bytes, count}); }
// [224, 224, 3] floats.
void pictures_look(const float* picture) {
  meander::opened.reading->Look({picture, meander::kPictureSize});
}
const float* pictures_tensor(int tensor) { return meander::opened.reading->tensor(tensor).data(); }
uint32_t pictures_tensor_size(int tensor) {
  return static_cast<uint32_t>(meander::opened.reading->tensor(tensor).size());
}
const float* pictures_gradient(int a, int b, int tensor) {
  using namespace meander;
  answer = opened.reading->Gradient(kLogits, ClassSeed(a, b), tensor);
  return answer.data();
}
const float* pictures_integrated(int a, int b, int tensor, int steps) {
  using namespace meander;
  IntegratedShares integral(*opened.reading, tensor, ClassSeed(a, b), steps);
  while (integral.Step()) {
  }
  answer = integral.Now().shares;
  return answer.data();
}
// A photo of three bytes a pixel, its middle; [224, 224, 3] floats.
const float* pictures_shrink(const uint8_t* pixels, int width, int height) {
  using namespace meander;
  const size_t size = size_t(width) * size_t(height) * 3;
  answer.clear();
  const auto small = ShrinkPhoto({width, height, 3, {pixels, size}}, MiddleSquare(width, height));
  if (small) answer = PictureOf(*small);
  return answer.data();
}
// A picture grown for a unit: [side, side, 3] of 0 … 255, then the unit's value.
const float* pictures_grow(int tensor, int channel, int side, int steps) {
  using namespace meander;
  answer.clear();
  auto grown = GrownPicture::Begin(*opened.panels, {{tensor, channel, 1}, 7, side});
  if (!grown) return answer.data();
  while (grown->steps() < steps) grown->Step();
  const std::vector<uint8_t> pixels = grown->Picture();
  answer.assign(pixels.begin(), pixels.end());
  answer.push_back(static_cast<float>(grown->value()));
  return answer.data();
}
}

#ifndef __wasm__
#include "base/files.h"
#include "make/convnet_model.h"

namespace meander {
namespace {

void Write(const float* values, size_t count) { std::fwrite(values, sizeof(float), count, stdout); }

void Say(const std::vector<uint8_t>& pixels) {
  pictures_look(PictureOf(pixels).data());
  for (int tensor = 1; tensor <= kLogits; ++tensor) {
    Write(pictures_tensor(tensor), pictures_tensor_size(tensor));
  }
  const std::vector<int> top = TopClasses(opened.reading->logits(), 2);
  for (const char* name :
       {"image", "b1.exp", "b3.exp", "b5.exp", "b8.exp", "b9.dw", "b11.exp", "b15.exp", "head"}) {
    const int tensor = TensorNamed(name);
    Write(pictures_gradient(top[0], top[1], tensor), pictures_tensor_size(tensor));
  }
  const int b15 = TensorNamed("b15.exp");
  Write(pictures_integrated(top[0], -1, b15, 4), pictures_tensor_size(b15));
}

}  // namespace
}  // namespace meander

int main(int argc, char** argv) {
  using namespace meander;
  if (argc < 3) return 2;
  const auto model = OpenConvnet(argv[1]);
  if (!model || !Open(model->bytes)) return 1;
  for (int i = 2; i < argc; ++i) {
    const auto pixels = ReadFile(argv[i]);
    if (!pixels || pixels->size() != kPictureSize) return 1;
    Say(*pixels);
    // The photo as if it were one to be made smaller: 200 by 224 of it and a bit.
    const float* const small = pictures_shrink(pixels->data(), 200, 230);
    Write(small, kPictureSize);
  }
  for (const char* name : {"b3.exp", "b11.exp", "logits"}) {
    Write(pictures_grow(TensorNamed(name), 9, 48, 6), size_t{48} * 48 * 3 + 1);
  }
  return 0;
}
#endif
