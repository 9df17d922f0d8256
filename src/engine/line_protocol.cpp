// See line_questions.h and line_answers.h. Fields in the order of the structs; every count and
// range is checked.
#include "engine/protocol_codec.h"

namespace meander::wire {
namespace {

void Kind(ByteWriter& out, RequestKind kind) { out.Put(static_cast<uint8_t>(kind)); }
void Kind(ByteWriter& out, ReplyKind kind) { out.Put(static_cast<uint8_t>(kind)); }

// A byte in [least, most].
uint8_t GetByte(ByteReader& in, uint8_t least, uint8_t most) {
  const uint8_t value = in.Get<uint8_t>();
  if (value < least || value > most) in.MarkBad();
  return value;
}

std::string GetTyped(ByteReader& in) {
  const std::string_view text = in.GetText();
  if (text.size() > kMostLineBytes) in.MarkBad();
  return std::string(text);
}

size_t GetFew(ByteReader& in, size_t most, size_t least_bytes_each) {
  const size_t count = in.GetCount(least_bytes_each);
  if (count > most) in.MarkBad();
  return in.ok() ? count : 0;
}

void PutMix(ByteWriter& out, SpaceMix mix) {
  out.Put(mix.meaning);
  out.Put(mix.spelling);
  out.Put(mix.sound);
}
SpaceMix GetMix(ByteReader& in) {
  SpaceMix mix{in.Get<uint8_t>(), in.Get<uint8_t>(), in.Get<uint8_t>()};
  if (mix.meaning + mix.spelling + mix.sound != 100) in.MarkBad();
  return mix;
}

void PutName(ByteWriter& out, const LineName& name) {
  out.PutVarint(name.item);
  out.PutText(name.text);
}
LineName GetName(ByteReader& in) {
  LineName name;
  name.item = GetItem(in);
  name.text = GetTyped(in);
  return name;
}

void PutChoice(ByteWriter& out, const LineChoice& line) {
  out.PutVarint(line.item);
  out.Put(line.shelf);
  out.PutText(line.text);
}
LineChoice GetChoice(ByteReader& in) {
  LineChoice line;
  line.item = GetItem(in);
  line.shelf = in.Get<uint16_t>();
  line.text = GetString(in);
  return line;
}
void PutChoices(ByteWriter& out, const std::vector<LineChoice>& lines) {
  out.PutVarint(lines.size());
  for (const LineChoice& line : lines) PutChoice(out, line);
}
std::vector<LineChoice> GetChoices(ByteReader& in) {
  std::vector<LineChoice> lines(in.GetCount(4));
  for (LineChoice& line : lines) line = GetChoice(in);
  return lines;
}

void PutPlace(ByteWriter& out, WayPlace place) {
  out.Put(place.progress);
  out.Put(place.departure);
}
WayPlace GetPlace(ByteReader& in) { return {in.Get<uint8_t>(), in.Get<int8_t>()}; }

// A byte range inside a text of `size` bytes.
void CheckRange(ByteReader& in, uint32_t begin, uint32_t end, size_t size) {
  if (begin > end || end > size) in.MarkBad();
}

GradientRequest GetGradientRequest(ByteReader& in) {
  GradientRequest ask;
  ask.a = GetTyped(in);
  ask.b = GetTyped(in);
  ask.mix = GetMix(in);
  ask.steps = GetByte(in, kFewestStops, kMostStops);
  ask.scenic = GetByte(in, 0, 100);
  ask.within_shelf = in.Get<uint16_t>();
  ask.stock = static_cast<LineStock>(GetByte(in, 0, static_cast<uint8_t>(LineStock::kBoth)));
  ask.pins.resize(GetFew(in, kMostPins, 3));
  int last_stop = -1;
  for (LinePin& pin : ask.pins) {
    pin.stop = GetByte(in, 0, static_cast<uint8_t>(ask.steps - 1));
    pin.line = GetName(in);
    if (pin.stop <= last_stop) in.MarkBad();
    last_stop = pin.stop;
  }
  ask.vias.resize(GetFew(in, kMostVias, 1));
  for (std::string& via : ask.vias) via = GetTyped(in);
  ask.banned = GetItems(in);
  if (ask.banned.size() > kMostBanned) in.MarkBad();
  ask.another = GetByte(in, 0, kMostAnother);
  return ask;
}

CloudRequest GetCloudRequest(ByteReader& in) {
  CloudRequest ask;
  ask.line = GetName(in);
  ask.a = GetTyped(in);
  ask.b = GetTyped(in);
  ask.mix = GetMix(in);
  ask.within_shelf = in.Get<uint16_t>();
  ask.stock = static_cast<LineStock>(GetByte(in, 0, static_cast<uint8_t>(LineStock::kBoth)));
  ask.count = GetByte(in, 1, static_cast<uint8_t>(kMostCloud));
  return ask;
}

LineSoundsRequest GetSoundsRequest(ByteReader& in) {
  LineSoundsRequest ask;
  ask.texts.resize(GetFew(in, kMostStops + 2, 1));
  for (std::string& text : ask.texts) text = GetTyped(in);
  return ask;
}

GradientReply GetGradientReply(ByteReader& in) {
  GradientReply reply;
  reply.stops.resize(GetFew(in, kMostStops, 19));
  for (GradientStop& stop : reply.stops) {
    stop.line = GetChoice(in);
    stop.to_a = in.Get<float>();
    stop.to_b = in.Get<float>();
    stop.step = in.Get<float>();
    stop.place = GetPlace(in);
    stop.others = GetChoices(in);
  }
  reply.last_step = in.Get<float>();
  reply.a_to_b = in.Get<float>();
  reply.weakest = GetByte(in, 0, static_cast<uint8_t>(reply.stops.size()));
  reply.shore.resize(in.GetCount(2));
  for (WayPlace& place : reply.shore) place = GetPlace(in);
  reply.looks_english = GetFlag(in);
  return reply;
}

CloudReply GetCloudReply(ByteReader& in) {
  CloudReply reply;
  reply.lines.resize(GetFew(in, kMostCloud, 10));
  for (CloudLine& line : reply.lines) {
    line.line = GetChoice(in);
    line.cosine = in.Get<float>();
    line.place = GetPlace(in);
  }
  return reply;
}

LinePlaceReply GetPlaceReply(ByteReader& in) {
  LinePlaceReply reply;
  reply.line = GetChoice(in);
  reply.place = GetString(in);
  reply.passage = GetString(in);
  reply.begin = GetItem(in);
  reply.end = GetItem(in);
  CheckRange(in, reply.begin, reply.end, reply.passage.size());
  return reply;
}

LineSoundsReply GetSoundsReply(ByteReader& in) {
  LineSoundsReply reply;
  reply.lines.resize(GetFew(in, kMostStops + 2, 1));
  for (std::vector<WordSound>& words : reply.lines) {
    words.resize(in.GetCount(4));
    for (WordSound& word : words) {
      word.begin = GetItem(in);
      word.end = GetItem(in);
      CheckRange(in, word.begin, word.end, kMostLineBytes);
      word.phones = GetString(in);
      word.rhyme = GetItem(in);
    }
  }
  return reply;
}

}  // namespace

void Put(ByteWriter& out, const GradientRequest& ask) {
  Kind(out, RequestKind::kGradient);
  out.PutText(ask.a);
  out.PutText(ask.b);
  PutMix(out, ask.mix);
  out.Put(ask.steps);
  out.Put(ask.scenic);
  out.Put(ask.within_shelf);
  out.Put(static_cast<uint8_t>(ask.stock));
  out.PutVarint(ask.pins.size());
  for (const LinePin& pin : ask.pins) {
    out.Put(pin.stop);
    PutName(out, pin.line);
  }
  out.PutVarint(ask.vias.size());
  for (const std::string& via : ask.vias) out.PutText(via);
  PutItems(out, ask.banned);
  out.Put(ask.another);
}

void Put(ByteWriter& out, const CloudRequest& ask) {
  Kind(out, RequestKind::kCloud);
  PutName(out, ask.line);
  out.PutText(ask.a);
  out.PutText(ask.b);
  PutMix(out, ask.mix);
  out.Put(ask.within_shelf);
  out.Put(static_cast<uint8_t>(ask.stock));
  out.Put(ask.count);
}

void Put(ByteWriter& out, const LinePlaceRequest& ask) {
  Kind(out, RequestKind::kLinePlace);
  out.PutVarint(ask.item);
}

void Put(ByteWriter& out, const LineSoundsRequest& ask) {
  Kind(out, RequestKind::kLineSounds);
  out.PutVarint(ask.texts.size());
  for (const std::string& text : ask.texts) out.PutText(text);
}

void Put(ByteWriter& out, const LinePairRequest& ask) {
  Kind(out, RequestKind::kLinePair);
  out.Put(ask.seed);
  out.Put(ask.within_shelf);
}

void Put(ByteWriter& out, const OwnTextRequest& ask) {
  Kind(out, RequestKind::kOwnText);
  PutBlob(out, ask.bytes);
}

void Put(ByteWriter& out, const GradientSketchReply& reply) {
  Kind(out, ReplyKind::kGradientSketch);
  PutChoices(out, reply.stops);
}

void Put(ByteWriter& out, const GradientReply& reply) {
  Kind(out, ReplyKind::kGradient);
  out.PutVarint(reply.stops.size());
  for (const GradientStop& stop : reply.stops) {
    PutChoice(out, stop.line);
    out.Put(stop.to_a);
    out.Put(stop.to_b);
    out.Put(stop.step);
    PutPlace(out, stop.place);
    PutChoices(out, stop.others);
  }
  out.Put(reply.last_step);
  out.Put(reply.a_to_b);
  out.Put(reply.weakest);
  out.PutVarint(reply.shore.size());
  for (const WayPlace& place : reply.shore) PutPlace(out, place);
  out.Put<uint8_t>(reply.looks_english);
}

void Put(ByteWriter& out, const CloudReply& reply) {
  Kind(out, ReplyKind::kCloud);
  out.PutVarint(reply.lines.size());
  for (const CloudLine& line : reply.lines) {
    PutChoice(out, line.line);
    out.Put(line.cosine);
    PutPlace(out, line.place);
  }
}

void Put(ByteWriter& out, const LinePlaceReply& reply) {
  Kind(out, ReplyKind::kLinePlace);
  PutChoice(out, reply.line);
  out.PutText(reply.place);
  out.PutText(reply.passage);
  out.PutVarint(reply.begin);
  out.PutVarint(reply.end);
}

void Put(ByteWriter& out, const LineSoundsReply& reply) {
  Kind(out, ReplyKind::kLineSounds);
  out.PutVarint(reply.lines.size());
  for (const std::vector<WordSound>& words : reply.lines) {
    out.PutVarint(words.size());
    for (const WordSound& word : words) {
      out.PutVarint(word.begin);
      out.PutVarint(word.end);
      out.PutText(word.phones);
      out.PutVarint(word.rhyme);
    }
  }
}

void Put(ByteWriter& out, const LinePairReply& reply) {
  Kind(out, ReplyKind::kLinePair);
  PutChoice(out, reply.a);
  PutChoice(out, reply.b);
}

void Put(ByteWriter& out, const OwnTextProgressReply& reply) {
  Kind(out, ReplyKind::kOwnTextProgress);
  out.PutVarint(reply.lines_done);
  out.PutVarint(reply.lines_total);
}

void Put(ByteWriter& out, const OwnTextReply& reply) {
  Kind(out, ReplyKind::kOwnText);
  out.PutVarint(reply.lines);
  out.PutVarint(reply.skipped);
  out.Put<uint8_t>(reply.was_latin_1);
}

RequestBody GetLineRequest(RequestKind kind, ByteReader& in) {
  switch (kind) {
    case RequestKind::kGradient:
      return GetGradientRequest(in);
    case RequestKind::kCloud:
      return GetCloudRequest(in);
    case RequestKind::kLinePlace:
      return LinePlaceRequest{GetItem(in)};
    case RequestKind::kLineSounds:
      return GetSoundsRequest(in);
    case RequestKind::kLinePair: {
      LinePairRequest ask;
      ask.seed = in.Get<uint64_t>();
      ask.within_shelf = in.Get<uint16_t>();
      return ask;
    }
    case RequestKind::kOwnText: {
      OwnTextRequest ask{GetBlob(in)};
      return ask;
    }
    default:
      in.MarkBad();
      return ArticleRequest{};
  }
}

ReplyBody GetLineReply(ReplyKind kind, ByteReader& in) {
  switch (kind) {
    case ReplyKind::kGradientSketch: {
      GradientSketchReply reply{GetChoices(in)};
      if (reply.stops.size() > kMostStops) in.MarkBad();
      return reply;
    }
    case ReplyKind::kGradient:
      return GetGradientReply(in);
    case ReplyKind::kCloud:
      return GetCloudReply(in);
    case ReplyKind::kLinePlace:
      return GetPlaceReply(in);
    case ReplyKind::kLineSounds:
      return GetSoundsReply(in);
    case ReplyKind::kLinePair: {
      LinePairReply reply;
      reply.a = GetChoice(in);
      reply.b = GetChoice(in);
      return reply;
    }
    case ReplyKind::kOwnTextProgress: {
      OwnTextProgressReply reply{GetItem(in), GetItem(in)};
      if (reply.lines_done > reply.lines_total) in.MarkBad();
      return reply;
    }
    case ReplyKind::kOwnText:
      return OwnTextReply{GetItem(in), GetItem(in), GetFlag(in)};
    default:
      in.MarkBad();
      return OpenedReply{};
  }
}

}  // namespace meander::wire
