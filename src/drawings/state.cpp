// See state.h: arrivals, and what becomes due as time passes. What is asked when is in wishes.cpp.
#include "drawings/state.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "canvas/notice_time.h"
#include "canvas/words.h"
#include "drawings/ink_pictures.h"
#include "drawings/link.h"
#include "drawings/wishes.h"
#include "pack/pen_sections.h"
#include "pack/sections.h"

namespace meander {
namespace {

constexpr double kDrawingHop_s = 0.7;

DrawingKnown& KnownFor(DrawingsState& state, const DrawingsQuestion& question) {
  const auto at = std::ranges::find(state.known, question, &DrawingKnown::question);
  if (at != state.known.end()) return *at;
  state.known.push_back({question, std::nullopt, {}, false, -1});
  return state.known.back();
}

// Whether an answer, sound by itself, is about what was asked: it would else be read past its end.
bool FitsQuestion(const DrawingsAnswer& answer, const DrawingsQuestion& asked) {
  if (const auto* groups = std::get_if<DrawingsGroupAnswer>(&answer)) {
    const auto& question = std::get<DrawingsGroupQuestion>(asked);
    return groups->groups.size() <= question.groups &&
           std::ranges::all_of(groups->groups, [&](const DrawingGroup& group) {
             return group.strengths.size() == ToldPlacesOfDrawing(question.layer);
           });
  }
  if (const auto* strokes = std::get_if<DrawingsStrokeAnswer>(&answer)) {
    const size_t count = std::get<DrawingsStrokeQuestion>(asked).ink.size();
    return std::ranges::all_of(strokes->losses,
                               [&](const StrokeLoss& loss) { return loss.stroke < count; });
  }
  return true;
}

Effects TakeRoomAnswer(DrawingsState& state, const RoomReply& reply) {
  Result<DrawingsAnswer> answer = ReadDrawingsAnswer(reply.answer);
  // Answers are listed in the order of their questions.
  const bool is_well =
      answer && answer->index() == state.asked.index() && FitsQuestion(*answer, state.asked);
  const auto* look = is_well ? std::get_if<DrawingsLookAnswer>(&*answer) : nullptr;
  // The ghost is shown what it says itself, not what it is compared with.
  const auto* looked = std::get_if<DrawingsLookQuestion>(&state.asked);
  if (look != nullptr && (looked->ghost != 0) == state.look.ghost) state.latest = *look;
  if (!reply.is_whole && is_well) {
    DrawingKnown& known = KnownFor(state, state.asked);
    known.answer = std::move(*answer);
    Effects effects = ShowStrokes(state);
    effects.push_back(ShowPageEffect{});
    return effects;
  }
  // One of a stroke under the pen is of no more use once it is shown.
  if (look == nullptr || !state.is_drawing()) {
    DrawingKnown& known = KnownFor(state, state.asked);
    known.is_whole = is_well;
    known.took_s = state.now_s - state.asked_s;
    if (is_well) known.answer = std::move(*answer);
    if (!is_well) known.problem = words::kErrorAnswer;
  }
  state.request = 0;
  state.progress = {};
  Effects effects = AskDrawings(state);
  effects.push_back(ShowPageEffect{});
  return effects;
}

size_t AllChannels() {
  size_t channels = 0;
  for (const DrawingLayer& layer : kDrawingLayers) channels += layer.channels;
  return channels;
}

Effects TakeExamples(DrawingsState& state, const Result<ByteSpan>& bytes) {
  Result<std::vector<Ink>> read = std::unexpected(Error{});
  if (bytes) read = ReadExamples(*bytes, state.head.item_count);
  state.examples_lost = !read;
  if (read) state.examples = std::move(*read);
  if (!state.has_begun) {
    // Without them the sheet is simply empty.
    state.has_begun = true;
    if (!state.examples.empty()) {
      state.ink = state.examples[0];
      state.example = 0;
    }
  }
  Effects effects = ShowExamples(state.examples);
  Append(effects, AskDrawings(state));
  return effects;
}

}  // namespace

void ShowDrawingNotice(DrawingsState& state, std::string_view sentence) {
  state.notice = sentence;
  state.notice_until_s = kNoticeUnseen_s;
}

Effects PutInkOnSheet(DrawingsState& state, Ink ink, int example) {
  if (ink == state.ink && example == state.example) return {};
  state.undo.Keep(std::exchange(state.ink, std::move(ink)));
  state.example = example;
  state.has_begun = true;
  state.live.clear();
  state.pinned = state.hovered = {};
  Effects effects = AskDrawings(state);
  effects.push_back(SetLinkEffect{false});
  effects.push_back(ShowPageEffect{});
  return effects;
}

Effects StartDrawings(DrawingsState& state, const PackHead& head, std::string_view link_payload) {
  state.head = head;
  Effects effects;
  for (const std::string_view section :
       {std::string_view("titles"), kExamplesSection, kPiecesSection}) {
    if (head.Find(section) != nullptr) effects.push_back(FetchEffect{std::string(section), 0});
  }
  if (!link_payload.empty()) Append(effects, TakeDrawingsLink(state, link_payload));
  return effects;
}

Effects TakeDrawingsChunk(DrawingsState& state, std::string_view section, const ChunkRef& chunk,
                          Result<ByteSpan> bytes) {
  if (section == kExamplesSection) return TakeExamples(state, bytes);
  if (!bytes) return {};  // names and pieces: the rest is whole without them
  if (section == "titles") {
    Result<std::vector<std::string>> titles = ReadTitles(*bytes, chunk.item_count);
    if (titles) state.titles = std::move(*titles);
    return {};
  }
  if (section == kPiecesSection && CheckPieces(*bytes, AllChannels())) {
    state.pieces.assign(bytes->begin(), bytes->end());
  }
  return {};
}

Effects TakeDrawingsReply(DrawingsState& state, const Reply& reply) {
  if (reply.id != state.request || state.request == 0) return {};
  if (const auto* progress = std::get_if<ProgressReply>(&reply.body)) {
    state.progress = *progress;
    return {ShowPageEffect{}};
  }
  if (const auto* room = std::get_if<RoomReply>(&reply.body)) return TakeRoomAnswer(state, *room);
  if (const auto* error = std::get_if<Error>(&reply.body)) {
    state.request = 0;
    state.progress = {};
    Effects effects;
    if (error->code == ErrorCode::kNeedsConsent) {
      state.not_here = state.asked;
    } else {
      KnownFor(state, state.asked).problem = error->message;
      effects.push_back(SayEffect{error->message});
    }
    Append(effects, AskDrawings(state));
    effects.push_back(ShowPageEffect{});
    return effects;
  }
  return {};
}

Effects TakeDrawingsLink(DrawingsState& state, std::string_view payload) {
  Result<DrawingsLink> link = DrawingsLink{};
  if (!payload.empty()) {
    link = ReadDrawingsLink(payload);
  } else if (!state.examples.empty()) {
    link->ink = state.examples[0];
  }
  if (!link) {
    ShowDrawingNotice(state, link.error().message);
    Effects effects = AskDrawings(state);
    effects.push_back(SayEffect{state.notice});
    return effects;
  }
  if (payload.empty() && state.examples.empty()) return {};  // the first one is still to come
  state.live.clear();
  state.is_playing = false;
  if (state.has_begun && link->ink != state.ink) state.undo.Keep(state.ink);
  state.ink = std::move(link->ink);
  const auto at = std::ranges::find(state.examples, state.ink);
  state.example = at == state.examples.end() ? -1 : static_cast<int>(at - state.examples.begin());
  state.has_begun = true;
  if (link->look.ghost != state.look.ghost) state.latest.reset();
  state.look = link->look;
  state.pinned = link->pinned;
  state.hovered = {};
  state.depth = state.look.layer;
  return AskDrawings(state);
}

Effects LetDrawingsPass(DrawingsState& state, double now_s, bool& more) {
  state.now_s = now_s;
  Effects effects;
  if (!state.notice.empty() && NoticeIsOver(state.notice_until_s, now_s)) {
    state.notice.clear();
    effects.push_back(ShowPageEffect{});
  }
  if (state.is_drawing() && state.request == 0) Append(effects, AskDrawings(state));
  more = !state.notice.empty() || state.is_drawing();
  return effects;
}

bool AdvanceDrawingDepth(DrawingsState& state, bool reduced_motion) {
  if (!state.is_playing) {
    state.depth = state.look.layer;
    return false;
  }
  const auto hops = static_cast<float>((state.now_s - state.play_from_s) / kDrawingHop_s);
  const float wanted = state.play_from + hops;
  state.depth = std::min(reduced_motion ? std::floor(wanted) : wanted, float{kDrawingEnd});
  state.look.layer = static_cast<uint8_t>(std::lround(state.depth));
  if (state.depth >= kDrawingEnd) state.is_playing = false;
  return state.is_playing;
}

}  // namespace meander
