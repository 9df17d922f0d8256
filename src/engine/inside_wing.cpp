// See inside_wing.h. The reader first, then one piece of a job a slice.
#include "engine/inside_wing.h"

#include <map>
#include <utility>

#include "engine/inside_jobs.h"
#include "net/ghost.h"

namespace meander {
namespace {

class InsideWing : public Wing {
 public:
  Answer AnswerRoom(Desk& desk, const RoomRequest& request, RequestId id) override {
    if (request.wing != WingKind::kInside) {
      return Fail(ErrorCode::kUnavailable, "That question belongs to another room.");
    }
    if (!desk.reader.is_open()) return Fail(ErrorCode::kNotFound, "No reader has been opened yet.");
    Entry& entry = jobs_[id];
    std::unique_ptr<InsideJob>& job = entry.job;
    if (entry.is_done) return WithContexts(desk, entry, id);
    if (job == nullptr) {
      TRY(const InsideQuestion question, ReadInsideQuestion(request.question));
      for (const std::string& text : TextsOf(question)) {
        TRY(const bool can_read, desk.reader.CanRead(text));
        if (!can_read) return std::nullopt;
      }
      TRY(const Insight insight, InsightFor(desk.reader, question));
      TRY(job, MakeInsideJob(insight, desk.reader.pieces(), question));
    }
    const int rounds = job->rounds();
    TRY(const bool more, job->Step());
    if (!more) {
      entry.is_done = true;
      return WithContexts(desk, entry, id);
    }
    if (job->rounds() > rounds) {
      desk.sketches.push_back({0, RoomReply{WriteInsideAnswer(job->answer()), false}});
    }
    desk.again = true;
    return std::nullopt;
  }

  void CountReadings(RequestId id, ProgressReply& progress) const override {
    const auto at = jobs_.find(id);
    if (at == jobs_.end() || at->second.job == nullptr) return;
    progress.readings_done = static_cast<uint32_t>(at->second.job->pieces_done());
    progress.readings_in_all = static_cast<uint32_t>(at->second.job->pieces_in_all());
  }

  void Forget(RequestId id) override { jobs_.erase(id); }

 private:
  struct Entry {
    std::unique_ptr<InsideJob> job;
    bool is_done = false;  // but for the pack's contexts, which may still be coming
    bool has_told = false;
  };
  struct Twin {
    Ghost ghost;
    std::unique_ptr<Encoder> encoder;
  };

  // A finished job's answer. Whoever waits for contexts has all the rest meanwhile, and where there
  // are none the rest is the answer.
  Answer WithContexts(Desk& desk, Entry& entry, RequestId id) {
    InsideAnswer answer = entry.job->answer();
    const bool wants_map = entry.job->wants_places();
    if (wants_map || entry.job->wants_contexts()) {
      const Result<bool> is_here =
          wants_map ? ideas_.Prepare(desk.library, id) : known_.Prepare(desk.library, id);
      if (is_here && !*is_here) {
        if (!std::exchange(entry.has_told, true)) {
          desk.sketches.push_back({0, RoomReply{WriteInsideAnswer(answer), false}});
        }
        return std::nullopt;
      }
      if (is_here && wants_map) entry.job->PutPlaces(ideas_, answer);
      if (is_here && !wants_map) entry.job->PutContexts(known_, answer);
    }
    return RoomReply{WriteInsideAnswer(answer), true};
  }

  // All that must be readable.
  static std::vector<std::string> TextsOf(const InsideQuestion& question) {
    if (const auto* pair = std::get_if<InsidePairQuestion>(&question)) return {pair->a, pair->b};
    if (const auto* words = std::get_if<InsideWordQuestion>(&question)) {
      return {words->text, words->target, words->versus};
    }
    if (const auto* grid = std::get_if<InsideGridQuestion>(&question)) return {grid->text};
    if (const auto* groups = std::get_if<InsideGroupQuestion>(&question)) {
      return {groups->a, groups->b};
    }
    if (const auto* cell = std::get_if<InsideDictionaryQuestion>(&question)) return {cell->text};
    if (const auto* cell = std::get_if<InsideInfluenceQuestion>(&question)) return {cell->text};
    if (std::holds_alternative<InsideNeuronQuestion>(question)) return {""};
    if (const auto* check = std::get_if<InsideCheckQuestion>(&question)) return {check->text};
    const auto& edit = std::get<InsideEditQuestion>(question);
    return {edit.before, edit.after, edit.target};
  }

  Result<Insight> InsightFor(Reader& reader, const InsideQuestion& question) {
    const InsideReading reading = std::visit(
        [](const auto& body) {
          if constexpr (requires { body.reading; }) return body.reading;
          return InsideReading();
        },
        question);
    if (!reading.ghost) return Insight{reader.weights(), reader.encoder()};
    auto& twin = twins_[reading.seed];
    if (twin == nullptr) {
      // One ghost at a time is kept, and those that jobs still read with.
      if (jobs_.size() <= 1) {
        std::erase_if(twins_, [&](const auto& entry) { return entry.first != reading.seed; });
      }
      TRY(Ghost ghost, MakeGhost(reader.weights(), reading.seed));
      auto made = std::make_unique<Twin>(Twin{std::move(ghost), nullptr});
      made->encoder = std::make_unique<Encoder>(made->ghost.weights);
      twins_[reading.seed] = std::move(made);
    }
    Twin& found = *twins_[reading.seed];
    return Insight{found.ghost.weights, *found.encoder};
  }

  KnownContexts known_;
  KnownIdeas ideas_;
  std::map<uint32_t, std::unique_ptr<Twin>> twins_;  // by seed; outlive the jobs
  std::map<RequestId, Entry> jobs_;
};

}  // namespace

std::unique_ptr<Wing> MakeInsideWing() { return std::make_unique<InsideWing>(); }

}  // namespace meander
