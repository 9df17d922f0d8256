// See drawings_wing.h. The network is waited for, then a question is one piece of a job a slice.
#include "engine/drawings_wing.h"

#include <algorithm>
#include <map>
#include <utility>

#include "engine/drawings_jobs.h"
#include "engine/library.h"
#include "net/pennet/pen_ghost.h"

namespace meander {
namespace {

// 8 MB each: what a job that has ended leaves for the next.
constexpr size_t kMostIdle = 2;

class DrawingsWing : public Wing {
 public:
  Answer AnswerRoom(Desk& desk, const RoomRequest& request, RequestId id) override {
    if (request.wing != WingKind::kDrawings) {
      return Fail(ErrorCode::kUnavailable, "That question belongs to another room.");
    }
    std::unique_ptr<DrawingsJob>& job = jobs_[id];
    if (job == nullptr) {
      TRY(const DrawingsQuestion question, ReadDrawingsQuestion(request.question));
      if (!desk.library.is_open()) return Fail(ErrorCode::kNotFound, "No pack is open yet.");
      TRY(const bool is_ready, Prepare(desk.library, id));
      if (!is_ready) return std::nullopt;
      TRY(std::unique_ptr<PenSight> sight, SightFor(question));
      job = MakeDrawingsJob(std::move(sight), question);
    }
    const int rounds = job->rounds();
    if (!job->Step()) return RoomReply{WriteDrawingsAnswer(job->answer()), true};
    if (job->rounds() > rounds) {
      desk.sketches.push_back({0, RoomReply{WriteDrawingsAnswer(job->answer()), false}});
    }
    desk.again = true;
    return std::nullopt;
  }

  void CountReadings(RequestId id, ProgressReply& progress) const override {
    const auto at = jobs_.find(id);
    if (at == jobs_.end() || at->second == nullptr) return;
    progress.readings_done = static_cast<uint32_t>(at->second->pieces_done());
    progress.readings_in_all = static_cast<uint32_t>(at->second->pieces_in_all());
  }

  void Forget(RequestId id) override {
    const auto at = jobs_.find(id);
    if (at == jobs_.end()) return;
    if (at->second != nullptr) {
      idle_.push_back(at->second->GiveBack());
      if (idle_.size() > kMostIdle) idle_.erase(idle_.begin());  // the oldest
    }
    jobs_.erase(at);
  }

 private:
  // True when the network is here; another pack than the last one begins anew.
  Result<bool> Prepare(Library& library, RequestId who) {
    if (library.base_url() != base_url_) {
      base_url_ = library.base_url();
      network_ = ghost_ = nullptr;
      signs_.clear();
      bytes_.clear();
      idle_.clear();
    }
    if (network_ != nullptr) return true;
    // Both are asked for before either is waited for; what has come is not kept by the library.
    if (signs_.empty()) {
      TRY(const auto signs, library.Joined("signs", who));
      if (signs) {
        TRY(signs_, ReadSigns(AsText(*signs)));
      }
    }
    if (bytes_.empty()) {
      TRY(auto bytes, library.Joined("pen", who));
      if (bytes) bytes_ = std::move(*bytes);
    }
    if (signs_.empty() || bytes_.empty()) return false;
    TRY(network_, Open(std::exchange(signs_, {}), std::exchange(bytes_, {})));
    return true;
  }

  static Result<std::shared_ptr<const PenNetwork>> Open(std::vector<PenSign> signs,
                                                        std::vector<uint8_t> bytes) {
    auto made = std::make_shared<PenNetwork>();
    made->signs = std::move(signs);
    made->bytes = std::move(bytes);
    TRY(const PenWeights weights, PenWeights::Open(made->bytes));
    made->weights = std::make_unique<PenWeights>(weights);
    made->panels = std::make_unique<PenPanels>(*made->weights);
    return made;
  }

  // The network itself, or its ghost: one of them is kept, and those that are lent.
  Result<std::shared_ptr<const PenNetwork>> NetworkFor(uint32_t ghost) {
    if (ghost == 0) return network_;
    if (ghost_ != nullptr && ghost_seed_ == ghost) return ghost_;
    std::vector<uint8_t> bytes = network_->bytes;
    MakePenGhost(bytes, ghost);
    TRY(ghost_, Open(network_->signs, std::move(bytes)));
    ghost_seed_ = ghost;
    return ghost_;
  }

  // One that stands at the same drawing already, or any, or a new one.
  Result<std::unique_ptr<PenSight>> SightFor(const DrawingsQuestion& question) {
    const uint32_t ghost = std::visit([](const auto& asked) { return asked.ghost; }, question);
    TRY(const std::shared_ptr<const PenNetwork> network, NetworkFor(ghost));
    // Both are asked by turns where the ghost is on: neither's sights are thrown away for the
    // other.
    std::erase_if(idle_, [&](const auto& sight) {
      return sight->network != network_ && sight->network != ghost_;
    });
    const auto of_it = [&](const auto& sight) { return sight->network == network; };
    const Ink& ink =
        std::visit([](const auto& asked) -> const Ink& { return asked.ink; }, question);
    auto at = std::ranges::find_if(
        idle_, [&](const auto& sight) { return of_it(sight) && sight->ink == ink; });
    if (at == idle_.end()) at = std::ranges::find_if(idle_, of_it);
    if (at == idle_.end()) return std::make_unique<PenSight>(network);
    std::unique_ptr<PenSight> sight = std::move(*at);
    idle_.erase(at);
    return sight;
  }

  std::string base_url_;
  std::vector<PenSign> signs_;  // until the network is whole
  std::vector<uint8_t> bytes_;
  std::shared_ptr<const PenNetwork> network_, ghost_;
  uint32_t ghost_seed_ = 0;
  std::vector<std::unique_ptr<PenSight>> idle_;
  std::map<RequestId, std::unique_ptr<DrawingsJob>> jobs_;
};

}  // namespace

std::unique_ptr<Wing> MakeDrawingsWing() { return std::make_unique<DrawingsWing>(); }

}  // namespace meander
