// See pictures_wing.h. What the pack knows already is said at once; else the network and the
// picture are waited for, a reading is lent, and then it is one piece of a job a slice.
#include "engine/pictures_wing.h"

#include <map>
#include <utility>

#include "engine/pictures_jobs.h"
#include "engine/pictures_outside.h"
#include "pack/photo_sections.h"

namespace meander {
namespace {

class PicturesWing : public Wing {
 public:
  Answer AnswerRoom(Desk& desk, const RoomRequest& request, RequestId id) override {
    if (request.wing != WingKind::kPictures) {
      return Fail(ErrorCode::kUnavailable, "That question belongs to another room.");
    }
    Entry& entry = entries_[id];
    if (entry.job == nullptr) {
      TRY(const std::optional<RoomReply> said, Begin(desk, request, id, entry));
      if (said) return *said;
      if (entry.job == nullptr) return std::nullopt;
    }
    const int rounds = entry.job->rounds();
    TRY(const bool more, entry.job->Step());
    if (!more) return RoomReply{WritePicturesAnswer(entry.job->answer()), true};
    if (entry.job->rounds() > rounds) {
      desk.sketches.push_back({0, RoomReply{WritePicturesAnswer(entry.job->answer()), false}});
    }
    desk.again = true;
    return std::nullopt;
  }

  void CountReadings(RequestId id, ProgressReply& progress) const override {
    const auto at = entries_.find(id);
    if (at == entries_.end() || at->second.job == nullptr) return;
    progress.readings_done = static_cast<uint32_t>(at->second.job->pieces_done());
    progress.readings_in_all = static_cast<uint32_t>(at->second.job->pieces_in_all());
  }

  void Forget(RequestId id) override {
    const auto at = entries_.find(id);
    if (at == entries_.end()) return;
    Rest(at->second);
    entries_.erase(at);
  }

 private:
  struct Entry {
    std::optional<PicturesQuestion> question;
    std::unique_ptr<PicturesJob> job;
    bool knows_nothing = false;  // the pack has no answer to it
  };

  // A form whose growing was broken off, until another is begun: to go on from there costs nothing.
  struct RestingForm {
    PicturesGrowQuestion question;  // `from` is of no matter
    std::shared_ptr<const PicturesNetwork> network;
    std::unique_ptr<PicturesJob> job;
  };

  void Rest(Entry& entry) {
    if (entry.job == nullptr || entry.job->pieces_done() == 0) return;
    const auto* grow = std::get_if<PicturesGrowQuestion>(&*entry.question);
    if (grow == nullptr || entry.job->pieces_done() >= entry.job->pieces_in_all()) return;
    resting_ = {*grow, sights_.network(), std::move(entry.job)};
    resting_.question.from = 0;
  }

  // The form it asks to go on with, or a new one: either gives the same pictures.
  Result<std::unique_ptr<PicturesJob>> GrowingJob(PicturesGrowQuestion question) {
    RestingForm resting = std::exchange(resting_, {});
    const uint16_t from = std::exchange(question.from, uint16_t{0});
    if (from > 0 && resting.job != nullptr && resting.network == sights_.network() &&
        resting.question == question) {
      return std::move(resting.job);
    }
    question.from = from;
    return MakeGrowJob(sights_.network(), question);
  }

  // An answer that needs no job, or the job; neither: something is still to come.
  Result<std::optional<RoomReply>> Begin(Desk& desk, const RoomRequest& request, RequestId id,
                                         Entry& entry) {
    if (!entry.question) {
      TRY(entry.question, ReadPicturesQuestion(request.question));
    }
    if (const auto* photo = std::get_if<PicturesTakeQuestion>(&*entry.question)) {
      TRY(const PicturesAnswer taken, TakePhoto(*photo));
      return RoomReply{WritePicturesAnswer(taken), true};
    }
    if (!desk.library.is_open()) return Fail(ErrorCode::kNotFound, "No pack is open yet.");
    if (const auto* grow = std::get_if<PicturesGrowQuestion>(&*entry.question)) {
      TRY(const bool is_ready, sights_.Prepare(desk.library, id));
      if (is_ready) {
        TRY(entry.job, GrowingJob(*grow));
      }
      return std::nullopt;
    }
    if (const PictureRef* picture = PictureForOthers(*entry.question)) {
      TRY(const std::optional<SeenPicture> seen, sights_.Find(*picture, desk.library, id));
      if (!seen) return std::nullopt;
      TRY(const PicturesAnswer told, AnswerForOthers(*entry.question, seen->rgb));
      return RoomReply{WritePicturesAnswer(told), true};
    }
    return BeginLooking(desk, id, entry);
  }

  Result<std::optional<RoomReply>> BeginLooking(Desk& desk, RequestId id, Entry& entry) {
    const PictureRef* const picture = PictureOf(*entry.question);
    if (picture == nullptr) {
      return Fail(ErrorCode::kUnavailable, "This engine cannot answer that question.");
    }
    if (!entry.knows_nothing && MayBeKnown(desk, *entry.question, *picture)) {
      const auto bytes = desk.library.ChunkBytes(kAnswersSection, picture->photo, id);
      if (bytes && !*bytes) return std::nullopt;
      if (bytes) {
        TRY(const std::vector<KnownAnswer> answers, ReadKnownAnswers(**bytes));
        const std::vector<uint8_t> asked = WithoutSeed(*entry.question);
        for (const KnownAnswer& known : answers) {
          if (known.question == asked) return RoomReply{known.answer, true};
        }
      } else {
        desk.files.Release(id);  // a file that does not come is no reason not to look
      }
    }
    entry.knows_nothing = true;
    // Both are asked for before either is waited for.
    TRY(const std::optional<SeenPicture> seen, sights_.Find(*picture, desk.library, id));
    TRY(const bool is_ready, sights_.Prepare(desk.library, id));
    if (!seen || !is_ready) return std::nullopt;
    TRY(std::unique_ptr<LentReading> lent, sights_.Lend(*seen));
    if (lent == nullptr) {
      desk.again = true;  // another job has to end first, and does not wait for anything
      return std::nullopt;
    }
    TRY(entry.job, MakePicturesJob(std::move(lent), sights_.classes(), *entry.question));
    return std::nullopt;
  }

  static const PictureRef* PictureOf(const PicturesQuestion& question) {
    return std::visit(
        [](const auto& body) -> const PictureRef* {
          if constexpr (requires { body.picture; }) return &body.picture;
          return nullptr;
        },
        question);
  }

  // As the pack's questions are: the seed is the ghost's, and they ask no ghost.
  static std::vector<uint8_t> WithoutSeed(PicturesQuestion question) {
    std::visit(
        [](auto& body) {
          if constexpr (requires { body.picture; }) body.picture.seed = PictureRef{}.seed;
        },
        question);
    return WritePicturesQuestion(question);
  }

  // First questions about the pack's photos; others are not looked for in files that would have to
  // come.
  static bool MayBeKnown(const Desk& desk, const PicturesQuestion& question,
                         const PictureRef& picture) {
    return picture.photo != PictureRef::kOwn && !picture.ghost &&
           (std::holds_alternative<PicturesLookQuestion>(question) ||
            std::holds_alternative<PicturesGroupQuestion>(question)) &&
           desk.library.head().Find(kAnswersSection) != nullptr;
  }

  PicturesSights sights_;
  std::map<RequestId, Entry> entries_;
  RestingForm resting_;
};

}  // namespace

std::unique_ptr<Wing> MakePicturesWing() { return std::make_unique<PicturesWing>(); }

}  // namespace meander
