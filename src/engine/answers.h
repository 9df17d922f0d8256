// What answering a request takes: the desk with the open pack and the reader, and one function a
// request, each in the file of its name. They are called again whenever a file they wait for came.
#pragma once

#include <map>
#include <memory>
#include <optional>

#include "engine/file_store.h"
#include "engine/gradient_job.h"
#include "engine/library.h"
#include "engine/line_store.h"
#include "engine/reader.h"
#include "net/why_near.h"

namespace meander {

struct Desk {
  FileStore files;
  Library library{files};
  Reader reader{files};
  LineStore lines{library};
  // Long answers on their way, and what they leave behind.
  std::map<RequestId, GradientJob> gradients;
  std::map<RequestId, OwnTextJob> own_texts;
  GradientMemory gradient_memory;
  std::map<RequestId, std::unique_ptr<WhyNear>> whys;

  // Set by an answer that has more to do at once: it is called again, after the others.
  bool again = false;
  std::vector<Reply> sketches;  // of the answer being given: told at once, none is final

  // As the encoder that gave the pack's lines their codes reads it; nullopt while either is coming.
  Result<std::optional<Reading>> ReadForLines(const std::string& text);
  // A text in the spaces of `shares`; nullopt while the reader is coming.
  Result<std::optional<LineQuery>> ReadLine(const std::string& text, SpaceShares shares,
                                            bool& looks_english);
};

// nullopt: files are still coming.
using Answer = Result<std::optional<ReplyBody>>;

Answer AnswerOpenPack(Desk& desk, const OpenPackRequest& request, RequestId id);
Answer AnswerOpenModel(Desk& desk, const OpenModelRequest& request, RequestId id);
Answer AnswerArticle(Desk& desk, const ArticleRequest& request, RequestId id);
Answer AnswerCosines(Desk& desk, const CosinesRequest& request, RequestId id);
Answer AnswerMeaning(Desk& desk, const MeaningRequest& request, RequestId id);
Answer AnswerWalk(Desk& desk, const WalkRequest& request, RequestId id);
Answer AnswerGradient(Desk& desk, const GradientRequest& request, RequestId id);
Answer AnswerCloud(Desk& desk, const CloudRequest& request, RequestId id);
Answer AnswerLinePlace(Desk& desk, const LinePlaceRequest& request, RequestId id);
Answer AnswerLineSounds(Desk& desk, const LineSoundsRequest& request, RequestId id);
Answer AnswerLinePair(Desk& desk, const LinePairRequest& request, RequestId id);
Answer AnswerOwnText(Desk& desk, const OwnTextRequest& request, RequestId id);
Answer AnswerWhy(Desk& desk, const WhyRequest& request, RequestId id);
// How far that answer has come.
ProgressReply WhyProgress(const Desk& desk, RequestId id);

// What the engine of one room answers besides: a room whose questions need much code has an engine
// of its own, so that the others do not carry it.
class Wing {
 public:
  virtual ~Wing() = default;
  // As the functions above: one piece of work a call, desk.again when there is more.
  virtual Answer AnswerRoom(Desk& desk, const RoomRequest& request, RequestId id) = 0;
  virtual void CountReadings(RequestId id, ProgressReply& progress) const = 0;
  virtual void Forget(RequestId id) = 0;  // answered or cancelled
};
// Defined once in every program with an engine, by the wing_*.cpp that it links: its room's wing,
// those of all rooms, or none.
std::unique_ptr<Wing> MakeWing();

}  // namespace meander
