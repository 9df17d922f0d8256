// All rooms' wings in one engine, for programs that are every room's: the command line and the
// window. A page's engine has its own room's wing alone.
#include "engine/answers.h"
#include "engine/drawings_wing.h"
#include "engine/inside_wing.h"
#include "engine/pictures_wing.h"

namespace meander {
namespace {

class EveryWing : public Wing {
 public:
  Answer AnswerRoom(Desk& desk, const RoomRequest& request, RequestId id) override {
    return WingOf(request.wing).AnswerRoom(desk, request, id);
  }
  // Each knows its own requests only.
  void CountReadings(RequestId id, ProgressReply& progress) const override {
    inside_->CountReadings(id, progress);
    pictures_->CountReadings(id, progress);
    drawings_->CountReadings(id, progress);
  }
  void Forget(RequestId id) override {
    inside_->Forget(id);
    pictures_->Forget(id);
    drawings_->Forget(id);
  }

 private:
  Wing& WingOf(WingKind kind) const {
    if (kind == WingKind::kPictures) return *pictures_;
    if (kind == WingKind::kDrawings) return *drawings_;
    return *inside_;
  }

  const std::unique_ptr<Wing> inside_ = MakeInsideWing(), pictures_ = MakePicturesWing(),
                              drawings_ = MakeDrawingsWing();
};

}  // namespace

std::unique_ptr<Wing> MakeWing() { return std::make_unique<EveryWing>(); }

}  // namespace meander
