// What reads drawings behind plain functions, for the page; natively a program that asks the same
// functions and writes what they answer.
//   pen_parity MODEL DRAWINGS.f64   for each drawing its picture, every tensor, gradients and what
//   each stroke does
// A drawing is numbers: how many strokes, how many points each, then x and y of every point.
#include <cstdint>
#include <cstdio>
#include <memory>
#include <vector>

#include "net/pennet/stroke_parts.h"

namespace meander {
namespace {

struct OpenedHere {
  std::vector<uint8_t> bytes;
  std::unique_ptr<PenWeights> weights;
  std::unique_ptr<PenPanels> panels;
  std::unique_ptr<PenReading> reading;
  std::vector<PenStroke> strokes;
};
OpenedHere pen;
std::vector<float> answer;
std::vector<double> parts;

bool OpenHere(ByteSpan bytes) {
  pen.bytes.assign(bytes.begin(), bytes.end());
  const auto weights = PenWeights::Open(pen.bytes);
  if (!weights) return false;
  pen.weights = std::make_unique<PenWeights>(*weights);
  pen.panels = std::make_unique<PenPanels>(*pen.weights);
  pen.reading = std::make_unique<PenReading>(*pen.panels);
  return true;
}

// Where the next drawing begins.
const double* Take(const double* numbers) {
  const auto count = static_cast<size_t>(*numbers++);
  const double* point = numbers + count;
  pen.strokes.assign(count, {});
  for (size_t i = 0; i < count; ++i) {
    for (auto left = static_cast<size_t>(numbers[i]); left > 0; --left, point += 2) {
      pen.strokes[i].push_back({point[0], point[1]});
    }
  }
  return point;
}

void PutParts(const StrokeParts& found) {
  parts = {found.value, found.share, found.empty_value, double(found.empty_top)};
  for (const auto* list : {&found.single, &found.pairs}) {
    for (const StrokePart& part : *list) {
      parts.insert(parts.end(), {part.value, part.loss, part.share, double(part.top)});
    }
  }
}

}  // namespace
}  // namespace meander

extern "C" {
int pen_open(const uint8_t* bytes, uint32_t count) { return meander::OpenHere({bytes, count}); }
// Looks at it; its picture.
const float* pen_draw(const double* numbers) {
  using namespace meander;
  Take(numbers);
  answer = DrawStrokes(pen.strokes, FrameOfStrokes(pen.strokes));
  pen.reading->Look(answer);
  return answer.data();
}
void pen_look(const float* picture) {
  meander::pen.reading->Look({picture, meander::kPenPictureSize});
}
const float* pen_tensor(int tensor) { return meander::pen.reading->tensor(tensor).data(); }
uint32_t pen_tensor_size(int tensor) {
  return static_cast<uint32_t>(meander::pen.reading->tensor(tensor).size());
}
const float* pen_gradient(int a, int b, int tensor) {
  using namespace meander;
  answer = pen.reading->Gradient(kSignLogits, SignSeed(a, b), tensor);
  return answer.data();
}
// Of the drawing that was drawn last: value, share, an empty sheet's value and first sign, then
// value, loss, share and first sign without each stroke and each pair.
const double* pen_parts(int a, int b) {
  using namespace meander;
  PutParts(FindStrokeParts(*pen.reading, pen.strokes, a, b));
  return parts.data();
}
uint32_t pen_parts_size() { return static_cast<uint32_t>(meander::parts.size()); }
}

#ifndef __wasm__
#include <cstring>

#include "base/files.h"
#include "make/pen_model.h"

namespace meander {
namespace {

void Put(const float* values, size_t count) { std::fwrite(values, sizeof(float), count, stdout); }

void Say(const double* numbers) {
  Put(pen_draw(numbers), kPenPictureSize);
  for (int tensor = 1; tensor <= kSignLogits; ++tensor) {
    Put(pen_tensor(tensor), pen_tensor_size(tensor));
  }
  const std::vector<int> top = TopClasses(pen.reading->logits(), 2);
  for (int tensor = 0; tensor < kSignLogits; ++tensor) {
    Put(pen_gradient(top[0], top[1], tensor), pen_tensor_size(tensor));
  }
  const double* const found = pen_parts(top[0], top[1]);
  std::fwrite(found, sizeof(double), pen_parts_size(), stdout);
}

}  // namespace
}  // namespace meander

int main(int argc, char** argv) {
  using namespace meander;
  if (argc != 3) return 2;
  const auto model = OpenPen(argv[1]);
  if (!model || !OpenHere(model->bytes)) return 1;
  const auto file = ReadFile(argv[2]);
  if (!file || file->size() % sizeof(double) != 0) return 1;
  std::vector<double> numbers(file->size() / sizeof(double));
  std::memcpy(numbers.data(), file->data(), file->size());
  for (const double* at = numbers.data(); at < numbers.data() + numbers.size();) {
    Say(at);
    at = Take(at);
  }
  return 0;
}
#endif
