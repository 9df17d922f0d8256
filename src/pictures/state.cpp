// See state.h: arrivals, and what becomes due as time passes. What is asked when is in wishes.cpp.
#include "pictures/state.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "canvas/notice_time.h"
#include "canvas/words.h"
#include "pack/sections.h"
#include "pictures/growing.h"
#include "pictures/link.h"
#include "pictures/photos.h"
#include "pictures/wishes.h"

namespace meander {
namespace {

constexpr double kHop_s = 0.7;  // from stop to stop while it plays: a grid is to be looked at

using Kind = PictureTarget::Kind;

// Whether an answer, sound by itself, is of the layer that was asked about: it would else be read
// past its end. `asked` is of its kind.
bool FitsLayer(const PicturesAnswer& answer, const PicturesQuestion& asked) {
  const auto are_of = [](const std::vector<PictureChannel>& channels, uint8_t layer) {
    return std::ranges::all_of(channels, [layer](const PictureChannel& channel) {
      return channel.channel < kPictureLayers[layer].channels;
    });
  };
  if (const auto* look = std::get_if<PicturesLookAnswer>(&answer)) return !look->classes.empty();
  if (const auto* cell = std::get_if<PicturesCellAnswer>(&answer)) {
    return are_of(cell->channels, std::get<PicturesCellQuestion>(asked).layer);
  }
  if (const auto* shares = std::get_if<PicturesShareAnswer>(&answer)) {
    return are_of(shares->channels, std::get<PicturesShareQuestion>(asked).layer);
  }
  if (const auto* groups = std::get_if<PicturesGroupAnswer>(&answer)) {
    const auto& question = std::get<PicturesGroupQuestion>(asked);
    const auto fits = [&](uint8_t layer) {
      const size_t places =
          size_t{kPictureLayers[layer].told_side} * kPictureLayers[layer].told_side;
      return [&are_of, layer, places](const PictureGroup& group) {
        return group.strengths.size() == places && are_of(group.channels, layer);
      };
    };
    return std::ranges::all_of(groups->groups, fits(question.layer)) &&
           (groups->from.empty() || (question.layer_from < kPictureLayers.size() &&
                                     std::ranges::all_of(groups->from, fits(question.layer_from))));
  }
  return true;
}

Effects TakeRoomReply(PicturesState& state, const RoomReply& reply) {
  PictureKnown& known = PictureEntry(state, state.asked);
  Result<PicturesAnswer> answer = ReadPicturesAnswer(reply.answer);
  // Answers are listed in the order of their questions.
  if (!answer || answer->index() != state.asked.index() || !FitsLayer(*answer, state.asked)) {
    known.problem = words::kErrorAnswer;
  } else {
    known.answer = std::move(*answer);
    known.is_whole = reply.is_whole;
    known.took_s = state.now_s - state.asked_s;
  }
  if (!reply.is_whole && known.problem.empty()) return {ShowPageEffect{}};
  state.request = 0;
  state.progress = {};
  Effects effects = AskPictures(state);
  effects.push_back(ShowPageEffect{});
  return effects;
}

}  // namespace

uint32_t ItemOf(const PictureTarget& target) {
  return static_cast<uint32_t>(target.kind) << 24 | uint32_t{target.a} << 16 | target.b;
}
PictureTarget PictureTargetOf(uint32_t item) {
  const uint32_t kind = item >> 24;
  if (item == kNoItem || kind > static_cast<uint32_t>(Kind::kSource)) return {};
  return {static_cast<Kind>(kind), static_cast<uint8_t>(item >> 16 & 0xFF),
          static_cast<uint16_t>(item & 0xFFFF)};
}

Effects StartPictures(PicturesState& state, const PackHead& head, std::string_view link_payload) {
  state.head = head;
  state.photos.resize(head.item_count);
  Effects effects;
  for (const char* section : {"titles", "credits", "photo_facts"}) {
    if (head.Find(section) != nullptr) effects.push_back(FetchEffect{section, 0});
  }
  Append(effects, link_payload.empty() ? Effects{} : TakePicturesLink(state, link_payload));
  Append(effects, FetchPhotos(state));
  Append(effects, AskPictures(state));
  return effects;
}

Effects TakePicturesReply(PicturesState& state, const Reply& reply) {
  if (std::optional<Effects> other = TakeOtherReply(state, reply)) return std::move(*other);
  if (reply.id != 0 && reply.id == state.own.request) return TakeOwnPhotoReply(state, reply);
  if (std::optional<Effects> form = TakeFormReply(state, reply)) return *std::move(form);
  if (reply.id != state.request || state.request == 0) return {};
  if (const auto* progress = std::get_if<ProgressReply>(&reply.body)) {
    state.progress = *progress;
    // What is still on its way is no time that the question took.
    if (progress->bytes_total > progress->bytes_done) state.asked_s = state.now_s;
    return {ShowPageEffect{}};
  }
  if (const auto* room = std::get_if<RoomReply>(&reply.body)) return TakeRoomReply(state, *room);
  if (const auto* error = std::get_if<Error>(&reply.body)) {
    state.request = 0;
    state.progress = {};
    Effects effects;
    if (error->code == ErrorCode::kNeedsConsent) {
      state.not_here = state.asked;
    } else {
      PictureEntry(state, state.asked).problem = error->message;
      effects.push_back(SayEffect{error->message});
    }
    Append(effects, AskPictures(state));
    effects.push_back(ShowPageEffect{});
    return effects;
  }
  return {};
}

void ShowPictureNotice(PicturesState& state, std::string_view sentence) {
  state.notice = sentence;
  state.notice_until_s = kNoticeUnseen_s;
}

Effects TakePicturesLink(PicturesState& state, std::string_view payload) {
  // No state at all: what a first visit sees.
  Result<PicturesLink> link =
      payload.empty() ? PicturesLink{.look = ExampleLook()} : ReadPicturesLink(payload);
  if (!link) {
    ShowPictureNotice(state, link.error().message);
    Effects effects = AskPictures(state);
    effects.push_back(SayEffect{state.notice});
    return effects;
  }
  // A link knows the shipped network alone; the other stays a press away.
  Effects before = StopOther(state);
  state.other.is_on = false;
  state.look = link->look;
  state.pinned = link->pinned;
  state.hovered = {};
  state.trail.clear();
  state.depth = state.look.layer;
  state.is_playing = false;
  state.photo = link->photo;
  if (state.is_own() && state.own.rgb.empty()) {
    state.photo = 0;
    ShowPictureNotice(state, words::kPicturesOwnElsewhere);
  } else if (!state.is_own() && state.photo >= state.photos.size()) {
    state.photo = 0;
  }
  Effects effects = std::move(before);
  Append(effects, FetchPhotos(state));
  Append(effects, AskPictures(state));
  return effects;
}

Effects LetPicturesPass(PicturesState& state, double now_s, bool& more) {
  state.now_s = now_s;
  Effects effects;
  if (!state.notice.empty() && NoticeIsOver(state.notice_until_s, now_s)) {
    state.notice.clear();
    effects.push_back(ShowPageEffect{});
  }
  more = !state.notice.empty();
  return effects;
}

bool AdvancePictureDepth(PicturesState& state, bool reduced_motion) {
  if (!state.is_playing) {
    state.depth = state.look.layer;
    return false;
  }
  const auto hops = static_cast<float>((state.now_s - state.play_from_s) / kHop_s);
  const float wanted = state.play_from + hops;
  state.depth = std::min(reduced_motion ? std::floor(wanted) : wanted, float{kPictureEnd});
  state.look.layer = static_cast<uint8_t>(std::lround(state.depth));
  if (state.depth >= kPictureEnd) state.is_playing = false;
  return state.is_playing;
}

}  // namespace meander
