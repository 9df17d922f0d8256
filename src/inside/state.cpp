// See state.h: arrivals, and what is asked when.
#include "inside/state.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "canvas/notice_time.h"
#include "canvas/words.h"
#include "inside/link.h"
#include "inside/wishes.h"

namespace meander {
namespace {

constexpr double kHop_s = 0.42;  // from layer to layer while it plays

constexpr InsidePreset kPresets[] = {
    {words::kInsidePresetBall, "The puppy chased a ball across the yard",
     "A small dog ran after its toy outside", "The kitten slept on the sofa all day"},
    {words::kInsidePresetNot, "The doctor did not find anything wrong.",
     "The doctor found something wrong.", "The patient was in perfect health."},
    {words::kInsidePresetBites, "The man bit the dog.", "The dog bit the man.",
     "A person attacked an animal."},
    {words::kInsidePresetBank, "She sat on the bank of the river.", "He put the money in the bank.",
     "They rested beside the stream."},
    {words::kInsidePresetMaybe, "Maybe I will come tomorrow.", "Yes, I am coming tomorrow.",
     "No, I am not coming tomorrow."},
};

InsideLink ExampleLink() {
  const InsidePreset& first = kPresets[0];
  return {
      .a = std::string(first.a), .b = std::string(first.b), .look = {}, .c = std::string(first.c)};
}

InsideKnown& EntryFor(InsideState& state, const std::vector<uint8_t>& question) {
  const auto at = std::ranges::find(state.known, question, &InsideKnown::question);
  if (at != state.known.end()) return *at;
  state.known.push_back({question, std::nullopt, {}, false, -1});
  return state.known.back();
}

// A matrix of another shape than its words would be read past its end.
bool IsSound(const InsideAnswer& answer) {
  if (const auto* pair = std::get_if<InsidePairAnswer>(&answer)) {
    return pair->matrix.size() == pair->a.size() * pair->b.size() && !pair->a.empty();
  }
  if (const auto* words = std::get_if<InsideWordAnswer>(&answer)) {
    return words->weights.size() == words->units.size();
  }
  if (const auto* grid = std::get_if<InsideGridAnswer>(&answer)) {
    return grid->norms.size() == (kLastLayer + 1) * grid->units.size() &&
           grid->closeness.size() == grid->norms.size() &&
           (grid->labels.empty() || grid->labels.size() == grid->norms.size());
  }
  if (const auto* groups = std::get_if<InsideGroupAnswer>(&answer)) {
    const size_t count = groups->neurons.size(), from = groups->from_neurons.size();
    const size_t units = groups->a.size() + groups->b.size();
    return groups->strengths.size() == count * units &&
           groups->from_strengths.size() == from * units &&
           (groups->flow.empty() || groups->flow.size() == count * from) &&
           (groups->without.empty() || groups->without.size() == count) &&
           (groups->effects.empty() || groups->effects.size() == count) &&
           (groups->stability.empty() || groups->stability.size() == count);
  }
  if (const auto* dictionary = std::get_if<InsideDictionaryAnswer>(&answer)) {
    return !dictionary->units.empty();
  }
  if (const auto* influence = std::get_if<InsideInfluenceAnswer>(&answer)) {
    const size_t units = influence->units.size();
    return influence->shares.size() == (kLastLayer + 1) * units &&
           std::ranges::all_of(influence->strands, [&](const auto& strand) {
             return strand.layer < kLastLayer && strand.from < units && strand.to < units;
           });
  }
  return true;
}

Effects TakeRoomReply(InsideState& state, const RoomReply& reply) {
  InsideKnown& known = EntryFor(state, state.asked);
  Result<InsideAnswer> answer = ReadInsideAnswer(reply.answer);
  // Answers are listed in the order of their questions.
  const Result<InsideQuestion> asked = ReadInsideQuestion(state.asked);
  if (!answer || !asked || answer->index() != asked->index() || !IsSound(*answer)) {
    known.problem = words::kErrorAnswer;
  } else {
    known.answer = std::move(*answer);
    known.is_whole = reply.is_whole;
    known.took_s = state.now_s - state.asked_s;
  }
  if (!reply.is_whole && known.problem.empty()) return {};
  state.request = 0;
  state.progress = {};
  return AskNext(state);
}

}  // namespace

std::span<const InsidePreset> InsidePresets() { return kPresets; }

uint32_t ItemOf(const InsideTarget& target) {
  return static_cast<uint32_t>(target.kind) << 24 | uint32_t{target.a} << 12 | target.b;
}
InsideTarget TargetOf(uint32_t item) {
  const uint32_t kind = item >> 24;
  if (item == kNoItem || kind > static_cast<uint32_t>(InsideTarget::Kind::kNeuron)) return {};
  return {static_cast<InsideTarget::Kind>(kind), static_cast<uint16_t>(item >> 12 & 0xFFF),
          static_cast<uint16_t>(item & 0xFFF)};
}

Effects StartInside(InsideState& state, const PackHead& head, std::string_view link_payload) {
  state.head = head;
  LookAsLinked(state, ExampleLink());
  if (!link_payload.empty()) return TakeLink(state, link_payload);
  return AskNext(state);
}

Effects TakeReply(InsideState& state, const Reply& reply) {
  if (reply.id == state.check.request && reply.id != 0) return TakeCheckReply(state, reply);
  if (reply.id != state.request || state.request == 0) return {};
  if (const auto* progress = std::get_if<ProgressReply>(&reply.body)) {
    state.progress = *progress;
  } else if (const auto* room = std::get_if<RoomReply>(&reply.body)) {
    return TakeRoomReply(state, *room);
  } else if (const auto* error = std::get_if<Error>(&reply.body)) {
    state.request = 0;
    state.progress = {};
    if (error->code == ErrorCode::kNeedsConsent) {
      state.not_here = state.asked;
      Effects effects = AskNext(state);
      effects.push_back(ShowPageEffect{});
      return effects;
    }
    EntryFor(state, state.asked).problem = error->message;
    Effects effects{SayEffect{error->message}};
    Append(effects, AskNext(state));
    return effects;
  }
  return {};
}

Effects TakeMap(InsideState& state, const ChunkRef& chunk, Result<ByteSpan> bytes) {
  const SectionRef* section = state.head.Find(kIdeaMapSection);
  if (section == nullptr || !bytes || state.map) return {};
  state.map_parts.resize(section->chunks.size());
  std::vector<uint8_t> joined;
  bool is_whole = true;
  for (size_t i = 0; i < section->chunks.size(); ++i) {
    std::vector<uint8_t>& part = state.map_parts[i];
    if (section->chunks[i].file == chunk.file) part.assign(bytes->begin(), bytes->end());
    is_whole &= !part.empty();
    joined.insert(joined.end(), part.begin(), part.end());
  }
  if (!is_whole) return {};
  state.map_parts.clear();
  Result<IdeaPlaces> places = ReadIdeaPlaces(joined);
  if (!places) return {};
  state.map = std::move(*places);
  return {ShowPageEffect{}};
}

Effects TakeLink(InsideState& state, std::string_view payload) {
  // No state at all: what a first visit sees.
  Result<InsideLink> link = payload.empty() ? ExampleLink() : ReadInsideLink(payload);
  if (!link) {
    state.notice = link.error().message;
    state.notice_until_s = kNoticeUnseen_s;
    Effects effects = AskNext(state);
    effects.push_back(SayEffect{state.notice});
    return effects;
  }
  LookAsLinked(state, std::move(*link));
  state.hovered = {};
  state.is_playing = false;
  // The example's bridge, whatever of it is pinned and however deep: its answers came with the
  // site.
  InsideLook look = state.look;
  look.layer = InsideLook{}.layer;
  const InsidePreset& first = kPresets[0];
  state.is_example = state.a == first.a && state.b == first.b && state.c == first.c &&
                     state.edited.empty() && look == InsideLook{};
  return AskNext(state);
}

Effects LetTimePass(InsideState& state, double now_s, bool& more) {
  state.now_s = now_s;
  Effects effects;
  if (state.due_s >= 0 && now_s >= state.due_s) {
    state.due_s = -1;
    Append(effects, AskNext(state));
    effects.push_back(ShowPageEffect{});
  }
  if (!state.notice.empty() && NoticeIsOver(state.notice_until_s, now_s)) {
    state.notice.clear();
    effects.push_back(ShowPageEffect{});
  }
  more = state.due_s >= 0 || !state.notice.empty();
  return effects;
}

bool AdvanceDepth(InsideState& state, bool reduced_motion) {
  if (!state.is_playing) {
    state.depth = state.look.layer;
    return false;
  }
  const double hops = (state.now_s - state.play_from_s) / kHop_s;
  const float wanted = state.play_from + static_cast<float>(hops);
  state.depth = std::min(reduced_motion ? std::floor(wanted) : wanted, state.play_to);
  // A layer that has not come yet is waited for.
  const int next = std::min(static_cast<int>(std::ceil(state.depth)), kLastLayer);
  if (AnswerTo<InsidePairAnswer>(state, PairWish(state, next, state.look.ghost)) == nullptr &&
      state.look.view == InsideView::kBridge) {
    const InsideKnown* known = KnownOf(state, PairWish(state, next, state.look.ghost));
    const bool is_hopeless = known != nullptr && !known->problem.empty();
    state.depth = std::min(state.depth, static_cast<float>(std::max(next - 1, 0)));
    state.play_from = state.depth;
    state.play_from_s = state.now_s;
    if (!is_hopeless) {
      state.look.layer = static_cast<uint8_t>(std::lround(state.depth));
      return false;  // the answer's arrival goes on
    }
    state.play_to = state.depth;
  }
  state.look.layer = static_cast<uint8_t>(std::lround(state.depth));
  if (state.depth >= state.play_to) state.is_playing = false;
  return state.is_playing;
}

}  // namespace meander
