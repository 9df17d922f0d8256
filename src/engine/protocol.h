// What the page and the engine say to each other, as plain data with a byte encoding. A target of
// its own: all of the engine that every app_ROOM.wasm links, beside its own room's messages.
// Answers are small and finished; progress and errors are answers too; a cancelled request is
// answered once with kCancelled.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"
#include "engine/line_answers.h"
#include "engine/line_questions.h"
#include "engine/why_messages.h"
#include "pack/sections.h"
#include "space/vector_table.h"
#include "space/walk.h"

namespace meander {

using RequestId = uint32_t;  // chosen by the page, never 0, never reused within a session

// --- requests ------------------------------------------------------------------------------------
// Which pack the later requests are about: the head file's bytes and the folder its chunks lie in.
struct OpenPackRequest {
  std::string base_url;  // absolute, ends in '/'
  std::vector<uint8_t> head;
};
// Where the encoder's weights lie. Nothing is fetched before the first request that needs them.
struct OpenModelRequest {
  std::string base_url;
  std::vector<uint8_t> head;  // the model's head file: lists its section files
};
struct ArticleRequest {
  uint32_t item = 0;
};
// True closeness of pairs of items, for hop lengths.
struct CosinesRequest {
  std::vector<std::pair<uint32_t, uint32_t>> pairs;
};
// Articles nearest in meaning to typed text. Progress tells how much of the reader (the model) has
// arrived and which word is still coming.
struct MeaningRequest {
  std::string text;
  uint32_t count = 10;
};
// The way between two articles (space/walk.h), by true neighbours or by links in the text.
// kNotFound: there is none.
struct WalkRequest {
  WalkQuestion question;
  bool by_links = false;
};
// A question that only the engine of one room knows (Wing in answers.h); its bytes are that room's
// own, such as inside_messages.h. Another engine answers kUnavailable.
enum class WingKind : uint8_t { kInside, kPictures, kDrawings };
struct RoomRequest {
  std::vector<uint8_t> question;
  WingKind wing = WingKind::kInside;
};
using RequestBody =
    std::variant<OpenPackRequest, OpenModelRequest, ArticleRequest, CosinesRequest, MeaningRequest,
                 WalkRequest, GradientRequest, CloudRequest, LinePlaceRequest, LineSoundsRequest,
                 LinePairRequest, OwnTextRequest, WhyRequest, RoomRequest>;
// Whether the encoder's weights are needed to answer it.
inline bool NeedsReader(const RequestBody& body) {
  if (const auto* gradient = std::get_if<GradientRequest>(&body)) return gradient->mix.meaning > 0;
  if (const auto* cloud = std::get_if<CloudRequest>(&body)) return cloud->mix.meaning > 0;
  // Photos and drawings are looked at by networks of their own, which their packs bring.
  if (const auto* room = std::get_if<RoomRequest>(&body)) return room->wing == WingKind::kInside;
  return std::holds_alternative<MeaningRequest>(body) ||
         std::holds_alternative<OwnTextRequest>(body) || std::holds_alternative<WhyRequest>(body);
}
struct Request {
  RequestId id = 0;
  RequestBody body;
};

// --- answers -------------------------------------------------------------------------------------
struct OpenedReply {};
struct ArticleReply {
  uint32_t item = 0;
  Article article;
  std::vector<Neighbor> neighbors;  // ten or more, best first
  // Those of them that are near by spelling rather than by meaning; their cosine is what is left of
  // the closeness without the words that begin alike.
  std::vector<Neighbor> by_spelling{};
};
struct CosinesReply {
  std::vector<float> cosines;  // in the order asked
};
struct MeaningReply {
  std::vector<Neighbor> neighbors;
  std::vector<float> vector;  // the text's own unit vector
  bool looks_english = true;
  bool truncated = false;  // only its first 128 pieces were read
};
struct WalkReply {
  Walk walk;
};
struct ProgressReply {
  uint64_t bytes_done = 0;
  uint64_t bytes_total = 0;
  std::string waiting_for;  // a word still coming, or empty
  uint32_t readings_done = 0;
  uint32_t readings_in_all = 0;  // 0 until reading has begun
};
struct RoomReply {
  std::vector<uint8_t> answer;
  bool is_whole = true;  // false: a better one follows
};
using ReplyBody = std::variant<Error, ProgressReply, OpenedReply, ArticleReply, CosinesReply,
                               MeaningReply, WalkReply, GradientSketchReply, GradientReply,
                               CloudReply, LinePlaceReply, LineSoundsReply, LinePairReply,
                               OwnTextProgressReply, OwnTextReply, WhyReply, RoomReply>;
struct Reply {
  RequestId id = 0;
  ReplyBody body;
  bool IsFinal() const {
    const auto* why = std::get_if<WhyReply>(&body);
    const auto* room = std::get_if<RoomReply>(&body);
    return (why == nullptr || why->is_whole) && (room == nullptr || room->is_whole) &&
           !std::holds_alternative<ProgressReply>(body) &&
           !std::holds_alternative<GradientSketchReply>(body) &&
           !std::holds_alternative<OwnTextProgressReply>(body);
  }
};

std::vector<uint8_t> WriteRequest(const Request& request);
Result<Request> ReadRequest(ByteSpan bytes);
std::vector<uint8_t> WriteReply(const Reply& reply);
Result<Reply> ReadReply(ByteSpan bytes);

}  // namespace meander
