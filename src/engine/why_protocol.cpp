// The bytes of why_messages.h.
#include "engine/protocol_codec.h"

namespace meander::wire {
namespace {

void PutSide(ByteWriter& out, const WhyReply::Side& side) {
  out.PutText(side.sentence);
  out.Put<uint8_t>(side.is_title);
  out.PutVarint(side.words.size());
  for (const WhyReply::Word& word : side.words) {
    out.PutVarint(word.begin);
    out.PutVarint(word.end);
    out.Put(word.brings);
  }
}

WhyReply::Side GetSide(ByteReader& in) {
  WhyReply::Side side;
  side.sentence = GetString(in);
  side.is_title = GetFlag(in);
  side.words.resize(in.GetCount(6));
  uint32_t end = 0;
  for (WhyReply::Word& word : side.words) {
    word.begin = GetItem(in);
    word.end = GetItem(in);
    word.brings = in.Get<float>();
    if (word.begin < end || word.end < word.begin || word.end > side.sentence.size()) in.MarkBad();
    end = word.end;
  }
  return side;
}

}  // namespace

void Put(ByteWriter& out, const WhyRequest& ask) {
  out.Put(static_cast<uint8_t>(RequestKind::kWhy));
  out.PutVarint(ask.a);
  out.PutVarint(ask.b);
  out.PutText(ask.title_a);
  out.PutText(ask.title_b);
}

WhyRequest GetWhyRequest(ByteReader& in) {
  WhyRequest ask;
  ask.a = GetItem(in);
  ask.b = GetItem(in);
  ask.title_a = GetString(in);
  ask.title_b = GetString(in);
  return ask;
}

void Put(ByteWriter& out, const WhyReply& reply) {
  out.Put(static_cast<uint8_t>(ReplyKind::kWhy));
  PutSide(out, reply.a);
  PutSide(out, reply.b);
  for (const float value : {reply.closeness, reply.without, reply.alone, reply.sum_of_pairs}) {
    out.Put(value);
  }
  out.PutVarint(reply.pairs.size());
  for (const WhyReply::Pair& pair : reply.pairs) {
    out.PutVarint(pair.a);
    out.PutVarint(pair.b);
    out.Put(pair.brings);
  }
  out.Put<uint8_t>(reply.by_spelling.has_value());
  out.Put(reply.by_spelling.value_or(0));
  out.Put<uint8_t>(reply.is_whole);
}

WhyReply GetWhyReply(ByteReader& in) {
  WhyReply reply;
  reply.a = GetSide(in);
  reply.b = GetSide(in);
  for (float* value : {&reply.closeness, &reply.without, &reply.alone, &reply.sum_of_pairs}) {
    *value = in.Get<float>();
  }
  reply.pairs.resize(in.GetCount(6));
  for (WhyReply::Pair& pair : reply.pairs) {
    pair.a = GetItem(in);
    pair.b = GetItem(in);
    pair.brings = in.Get<float>();
    if (pair.a >= reply.a.words.size() || pair.b >= reply.b.words.size()) in.MarkBad();
  }
  const bool is_by_spelling = GetFlag(in);
  const auto left = in.Get<float>();
  if (is_by_spelling) reply.by_spelling = left;
  reply.is_whole = GetFlag(in);
  return reply;
}

}  // namespace meander::wire
