// See drawings_jobs.h: what a sign loses without each stroke, one look a piece.
#include "engine/drawings_jobs.h"
#include "net/pennet/stroke_parts.h"

namespace meander {
namespace {

class DrawingStrokeJob : public DrawingsJob {
 public:
  DrawingStrokeJob(std::unique_ptr<PenSight> sight, const DrawingsStrokeQuestion& question)
      : sight_(std::move(sight)),
        strokes_(PenStrokesOf(question.ink)),
        occlusion_(sight_->reading, strokes_, question.a,
                   question.b == kNoSign ? -1 : int{question.b}) {}

  size_t pieces_in_all() const override { return strokes_.size(); }
  int rounds() const override { return static_cast<int>(pieces_done()); }

  DrawingsAnswer answer() const override {
    const StrokeParts& parts = occlusion_.parts();
    DrawingsStrokeAnswer answer;
    answer.value = static_cast<float>(parts.value);
    answer.share = static_cast<float>(parts.share);
    answer.empty_value = static_cast<float>(parts.empty_value);
    const PenSign& empty = sight_->network->signs[static_cast<size_t>(parts.empty_top)];
    answer.empty_sign = empty.sign;
    answer.empty_name = empty.name;
    for (const StrokePart& part : parts.single) {
      answer.losses.push_back({static_cast<uint8_t>(part.stroke), static_cast<float>(part.value),
                               static_cast<float>(part.loss), static_cast<float>(part.share),
                               SignTold(*sight_->network, part.top, 0, 0)});
    }
    answer.done = static_cast<uint16_t>(parts.single.size());
    answer.in_all = static_cast<uint16_t>(strokes_.size());
    return answer;
  }

  // It stands at a drawing without a stroke: two at a time are never asked for.
  std::unique_ptr<PenSight> GiveBack() override {
    sight_->ink.clear();
    return std::move(sight_);
  }

 protected:
  bool Work() override { return occlusion_.Step() && pieces_done() < strokes_.size(); }

 private:
  std::unique_ptr<PenSight> sight_;
  const std::vector<PenStroke> strokes_;
  StrokeOcclusion occlusion_;
};

}  // namespace

std::unique_ptr<DrawingsJob> MakeDrawingStrokeJob(std::unique_ptr<PenSight> sight,
                                                  const DrawingsStrokeQuestion& question) {
  return std::make_unique<DrawingStrokeJob>(std::move(sight), question);
}

}  // namespace meander
