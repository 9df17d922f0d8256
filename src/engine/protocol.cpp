// See protocol.h. One kind byte, then the fields in the order of the struct; counts are varints
// that are checked against the bytes that are left before anything is allocated.
#include "base/overloaded.h"
#include "engine/protocol_codec.h"

namespace meander {
namespace wire {

void PutBlob(ByteWriter& out, ByteSpan bytes) {
  out.PutVarint(bytes.size());
  out.PutBytes(bytes);
}

std::vector<uint8_t> GetBlob(ByteReader& in) {
  const size_t count = in.GetCount(1);
  const ByteSpan bytes = in.GetBytes(count);
  return {bytes.begin(), bytes.end()};
}

std::string GetString(ByteReader& in) { return std::string(in.GetText()); }

uint32_t GetItem(ByteReader& in) {
  const uint64_t value = in.GetVarint();
  if (value > 0xFFFFFFFFu) in.MarkBad();
  return static_cast<uint32_t>(value);
}

bool GetFlag(ByteReader& in) {
  const uint8_t value = in.Get<uint8_t>();
  if (value > 1) in.MarkBad();
  return value == 1;
}

void PutItems(ByteWriter& out, const std::vector<uint32_t>& items) {
  out.PutVarint(items.size());
  for (const uint32_t item : items) out.PutVarint(item);
}

std::vector<uint32_t> GetItems(ByteReader& in) {
  std::vector<uint32_t> items(in.GetCount(1));
  for (uint32_t& item : items) item = GetItem(in);
  return items;
}

}  // namespace wire

namespace {

using wire::GetBlob;
using wire::GetFlag;
using wire::GetItem;
using wire::GetItems;
using wire::GetString;
using wire::PutBlob;
using wire::PutItems;
using wire::ReplyKind;
using wire::RequestKind;

constexpr uint32_t kMostNeighborsAsked = 1000;

void PutNeighbors(ByteWriter& out, const std::vector<Neighbor>& neighbors) {
  out.PutVarint(neighbors.size());
  for (const Neighbor& neighbor : neighbors) {
    out.PutVarint(neighbor.item);
    out.Put(neighbor.cosine);
  }
}

std::vector<Neighbor> GetNeighbors(ByteReader& in) {
  std::vector<Neighbor> neighbors(in.GetCount(5));
  for (Neighbor& neighbor : neighbors) {
    neighbor.item = GetItem(in);
    neighbor.cosine = in.Get<float>();
  }
  return neighbors;
}

void PutFloats(ByteWriter& out, const std::vector<float>& values) {
  out.PutVarint(values.size());
  for (const float value : values) out.Put(value);
}

std::vector<float> GetFloats(ByteReader& in) {
  std::vector<float> values(in.GetCount(4));
  for (float& value : values) value = in.Get<float>();
  return values;
}

void PutArticle(ByteWriter& out, const Article& article) {
  out.PutText(article.description);
  out.PutText(article.text);
  out.PutText(article.address);
  out.PutVarint(article.links.size());
  for (const TextLink& link : article.links) {
    out.PutVarint(link.begin);
    out.PutVarint(link.end);
    out.PutVarint(link.target);
    out.Put(link.cosine);
  }
}

Article GetArticle(ByteReader& in) {
  Article article;
  article.description = GetString(in);
  article.text = GetString(in);
  article.address = GetString(in);
  article.links.resize(in.GetCount(7));
  uint32_t end = 0;
  for (TextLink& link : article.links) {
    link.begin = GetItem(in);
    link.end = GetItem(in);
    link.target = GetItem(in);
    link.cosine = in.Get<float>();
    if (link.begin < end || link.end <= link.begin || link.end > article.text.size()) in.MarkBad();
    end = link.end;
  }
  return article;
}

WalkRequest GetWalkRequest(ByteReader& in) {
  WalkRequest ask;
  ask.question.from = GetItem(in);
  ask.question.to = GetItem(in);
  ask.question.via = GetItems(in);
  ask.question.avoid = GetItems(in);
  ask.question.scenic = in.Get<float>();
  ask.by_links = GetFlag(in);
  return ask;
}

Walk GetWalk(ByteReader& in) {
  Walk walk;
  walk.items = GetItems(in);
  walk.closenesses = GetBlob(in);
  walk.weakest = static_cast<int>(GetItem(in));
  walk.fewest_steps = static_cast<int>(GetItem(in));
  walk.most_steps = static_cast<int>(GetItem(in));
  const size_t steps = walk.closenesses.size();
  if (steps == 0 || walk.items.size() != steps + 1 || walk.weakest < 0 ||
      static_cast<size_t>(walk.weakest) >= steps || walk.fewest_steps < 1 ||
      walk.most_steps < walk.fewest_steps) {
    in.MarkBad();
  }
  return walk;
}

RequestBody GetRequestBody(ByteReader& in) {
  const auto kind = static_cast<RequestKind>(in.Get<uint8_t>());
  switch (kind) {
    case RequestKind::kOpenPack: {
      OpenPackRequest open;
      open.base_url = GetString(in);
      open.head = GetBlob(in);
      return open;
    }
    case RequestKind::kOpenModel: {
      OpenModelRequest open;
      open.base_url = GetString(in);
      open.head = GetBlob(in);
      return open;
    }
    case RequestKind::kArticle:
      return ArticleRequest{GetItem(in)};
    case RequestKind::kCosines: {
      CosinesRequest ask;
      ask.pairs.resize(in.GetCount(2));
      for (auto& [a, b] : ask.pairs) {
        a = GetItem(in);
        b = GetItem(in);
      }
      return ask;
    }
    case RequestKind::kMeaning: {
      MeaningRequest ask;
      ask.text = GetString(in);
      ask.count = GetItem(in);
      if (ask.count > kMostNeighborsAsked) in.MarkBad();
      return ask;
    }
    case RequestKind::kWalk:
      return GetWalkRequest(in);
    case RequestKind::kWhy:
      return wire::GetWhyRequest(in);
    case RequestKind::kRoom: {
      RoomRequest ask{GetBlob(in)};
      const uint8_t wing = in.Get<uint8_t>();
      if (wing > static_cast<uint8_t>(WingKind::kDrawings)) in.MarkBad();
      ask.wing = static_cast<WingKind>(wing);
      return ask;
    }
    default:
      return wire::GetLineRequest(kind, in);
  }
}

ReplyBody GetReplyBody(ByteReader& in) {
  const auto kind = static_cast<ReplyKind>(in.Get<uint8_t>());
  switch (kind) {
    case ReplyKind::kError: {
      const uint8_t code = in.Get<uint8_t>();
      if (code > static_cast<uint8_t>(ErrorCode::kMismatch)) in.MarkBad();
      return Error{static_cast<ErrorCode>(code), GetString(in)};
    }
    case ReplyKind::kProgress: {
      ProgressReply progress;
      progress.bytes_done = in.GetVarint();
      progress.bytes_total = in.GetVarint();
      progress.waiting_for = GetString(in);
      progress.readings_done = GetItem(in);
      progress.readings_in_all = GetItem(in);
      return progress;
    }
    case ReplyKind::kOpened:
      return OpenedReply{};
    case ReplyKind::kArticle: {
      ArticleReply reply;
      reply.item = GetItem(in);
      reply.article = GetArticle(in);
      reply.neighbors = GetNeighbors(in);
      reply.by_spelling = GetNeighbors(in);
      return reply;
    }
    case ReplyKind::kCosines:
      return CosinesReply{GetFloats(in)};
    case ReplyKind::kMeaning: {
      MeaningReply reply;
      reply.neighbors = GetNeighbors(in);
      reply.vector = GetFloats(in);
      reply.looks_english = GetFlag(in);
      reply.truncated = GetFlag(in);
      return reply;
    }
    case ReplyKind::kWalk:
      return WalkReply{GetWalk(in)};
    case ReplyKind::kWhy:
      return wire::GetWhyReply(in);
    case ReplyKind::kRoom: {
      RoomReply reply;
      reply.answer = GetBlob(in);
      reply.is_whole = GetFlag(in);
      return reply;
    }
    default:
      return wire::GetLineReply(kind, in);
  }
}

void PutReplyBody(ByteWriter& out, const ReplyBody& body) {
  const auto kind = [&](ReplyKind value) { out.Put(static_cast<uint8_t>(value)); };
  std::visit(Overloaded{[&](const Error& error) {
                          kind(ReplyKind::kError);
                          out.Put(static_cast<uint8_t>(error.code));
                          out.PutText(error.message);
                        },
                        [&](const ProgressReply& progress) {
                          kind(ReplyKind::kProgress);
                          out.PutVarint(progress.bytes_done);
                          out.PutVarint(progress.bytes_total);
                          out.PutText(progress.waiting_for);
                          out.PutVarint(progress.readings_done);
                          out.PutVarint(progress.readings_in_all);
                        },
                        [&](const OpenedReply&) { kind(ReplyKind::kOpened); },
                        [&](const ArticleReply& reply) {
                          kind(ReplyKind::kArticle);
                          out.PutVarint(reply.item);
                          PutArticle(out, reply.article);
                          PutNeighbors(out, reply.neighbors);
                          PutNeighbors(out, reply.by_spelling);
                        },
                        [&](const CosinesReply& reply) {
                          kind(ReplyKind::kCosines);
                          PutFloats(out, reply.cosines);
                        },
                        [&](const MeaningReply& reply) {
                          kind(ReplyKind::kMeaning);
                          PutNeighbors(out, reply.neighbors);
                          PutFloats(out, reply.vector);
                          out.Put<uint8_t>(reply.looks_english);
                          out.Put<uint8_t>(reply.truncated);
                        },
                        [&](const WalkReply& reply) {
                          kind(ReplyKind::kWalk);
                          PutItems(out, reply.walk.items);
                          PutBlob(out, reply.walk.closenesses);
                          out.PutVarint(static_cast<uint32_t>(reply.walk.weakest));
                          out.PutVarint(static_cast<uint32_t>(reply.walk.fewest_steps));
                          out.PutVarint(static_cast<uint32_t>(reply.walk.most_steps));
                        },
                        [&](const RoomReply& reply) {
                          kind(ReplyKind::kRoom);
                          PutBlob(out, reply.answer);
                          out.Put<uint8_t>(reply.is_whole);
                        },
                        [&](const auto& reply) { wire::Put(out, reply); }},
             body);
}

// Both directions end alike: everything read, nothing left over, an id that is not 0.
Result<void> CheckWhole(const ByteReader& in, RequestId id) {
  if (in.ok() && in.AtEnd() && id != 0) return {};
  return Fail(ErrorCode::kCorrupt, "The page and its engine do not understand each other; reload.");
}

}  // namespace

std::vector<uint8_t> WriteRequest(const Request& request) {
  ByteWriter out;
  out.Put(request.id);
  const auto kind = [&](RequestKind value) { out.Put(static_cast<uint8_t>(value)); };
  std::visit(Overloaded{[&](const OpenPackRequest& open) {
                          kind(RequestKind::kOpenPack);
                          out.PutText(open.base_url);
                          PutBlob(out, open.head);
                        },
                        [&](const OpenModelRequest& open) {
                          kind(RequestKind::kOpenModel);
                          out.PutText(open.base_url);
                          PutBlob(out, open.head);
                        },
                        [&](const ArticleRequest& ask) {
                          kind(RequestKind::kArticle);
                          out.PutVarint(ask.item);
                        },
                        [&](const CosinesRequest& ask) {
                          kind(RequestKind::kCosines);
                          out.PutVarint(ask.pairs.size());
                          for (const auto& [a, b] : ask.pairs) {
                            out.PutVarint(a);
                            out.PutVarint(b);
                          }
                        },
                        [&](const MeaningRequest& ask) {
                          kind(RequestKind::kMeaning);
                          out.PutText(ask.text);
                          out.PutVarint(ask.count);
                        },
                        [&](const WalkRequest& ask) {
                          kind(RequestKind::kWalk);
                          out.PutVarint(ask.question.from);
                          out.PutVarint(ask.question.to);
                          PutItems(out, ask.question.via);
                          PutItems(out, ask.question.avoid);
                          out.Put(ask.question.scenic);
                          out.Put<uint8_t>(ask.by_links);
                        },
                        [&](const RoomRequest& ask) {
                          kind(RequestKind::kRoom);
                          PutBlob(out, ask.question);
                          out.Put(static_cast<uint8_t>(ask.wing));
                        },
                        [&](const auto& ask) { wire::Put(out, ask); }},
             request.body);
  return out.Take();
}

Result<Request> ReadRequest(ByteSpan bytes) {
  ByteReader in(bytes);
  const auto id = in.Get<uint32_t>();
  Request request{id, GetRequestBody(in)};
  TRY_VOID(CheckWhole(in, request.id));
  return request;
}

std::vector<uint8_t> WriteReply(const Reply& reply) {
  ByteWriter out;
  out.Put(reply.id);
  PutReplyBody(out, reply.body);
  return out.Take();
}

Result<Reply> ReadReply(ByteSpan bytes) {
  ByteReader in(bytes);
  const auto id = in.Get<uint32_t>();
  Reply reply{id, GetReplyBody(in)};
  TRY_VOID(CheckWhole(in, reply.id));
  return reply;
}

}  // namespace meander
