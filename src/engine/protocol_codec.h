// The parts that protocol.cpp, line_protocol.cpp and why_protocol.cpp share: fields that both kinds
// of messages have, and what one file needs of the other.
#pragma once

#include <string>
#include <vector>

#include "engine/protocol.h"

namespace meander::wire {

// Never renumber: a page and a worker of different ages must notice, not misread, each other.
enum class RequestKind : uint8_t {
  kOpenPack = 1,
  kOpenModel,
  kArticle,
  kCosines,
  kMeaning,
  kWalk,
  kGradient,
  kCloud,
  kLinePlace,
  kLineSounds,
  kLinePair,
  kOwnText,
  kWhy,
  kRoom
};
enum class ReplyKind : uint8_t {
  kError = 1,
  kProgress,
  kOpened,
  kArticle,
  kCosines,
  kMeaning,
  kWalk,
  kGradientSketch,
  kGradient,
  kCloud,
  kLinePlace,
  kLineSounds,
  kLinePair,
  kOwnTextProgress,
  kOwnText,
  kWhy,
  kRoom
};

void PutBlob(ByteWriter& out, ByteSpan bytes);
std::vector<uint8_t> GetBlob(ByteReader& in);
std::string GetString(ByteReader& in);
uint32_t GetItem(ByteReader& in);  // a varint of at most 32 bits
bool GetFlag(ByteReader& in);
void PutItems(ByteWriter& out, const std::vector<uint32_t>& items);
std::vector<uint32_t> GetItems(ByteReader& in);

// Kind byte and fields of the messages in line_questions.h and line_answers.h.
void Put(ByteWriter& out, const GradientRequest& ask);
void Put(ByteWriter& out, const CloudRequest& ask);
void Put(ByteWriter& out, const LinePlaceRequest& ask);
void Put(ByteWriter& out, const LineSoundsRequest& ask);
void Put(ByteWriter& out, const LinePairRequest& ask);
void Put(ByteWriter& out, const OwnTextRequest& ask);
void Put(ByteWriter& out, const GradientSketchReply& reply);
void Put(ByteWriter& out, const GradientReply& reply);
void Put(ByteWriter& out, const CloudReply& reply);
void Put(ByteWriter& out, const LinePlaceReply& reply);
void Put(ByteWriter& out, const LineSoundsReply& reply);
void Put(ByteWriter& out, const LinePairReply& reply);
void Put(ByteWriter& out, const OwnTextProgressReply& reply);
void Put(ByteWriter& out, const OwnTextReply& reply);

// Those of why_messages.h.
void Put(ByteWriter& out, const WhyRequest& ask);
void Put(ByteWriter& out, const WhyReply& reply);
WhyRequest GetWhyRequest(ByteReader& in);
WhyReply GetWhyReply(ByteReader& in);

// The fields after a kind byte of the lines' messages; other kinds mark `in` as bad.
RequestBody GetLineRequest(RequestKind kind, ByteReader& in);
ReplyBody GetLineReply(ReplyKind kind, ByteReader& in);

}  // namespace meander::wire
