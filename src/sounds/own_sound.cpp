// See own_sound.h.
#include "sounds/own_sound.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "audio/decode.h"
#include "audio/trim.h"
#include "base/utf8.h"
#include "canvas/brought_file.h"
#include "canvas/whole_number.h"
#include "canvas/words.h"
#include "pack/join_tables.h"
#include "pack/place_sound.h"
#include "sounds/beat.h"
#include "sounds/state.h"

namespace meander {
namespace {

constexpr size_t kLongestName = 40;
constexpr int kMostTries = 1000;
constexpr size_t kFewestSamples = kSampleRate_hz / 200;  // 5 ms: less is a click at most
constexpr std::string_view kStopMicrophone = "microphone:stop";

Effects Problem(SoundsState& state, std::string_view sentence) {
  OwnSoundWish& wish = state.own_wish;
  wish.problem = sentence;
  wish.address.clear();
  wish.clip.reset();
  wish.is_recording = false;
  return {SayEffect{wish.problem}, ShowPageEffect{}};
}

// What placing needs came damaged: who wishes it again asks for it again.
Effects AskSpaceAgain(SoundsState& state, std::string_view sentence) {
  state.own_wish.space_is_asked = false;
  state.own_wish.parts.clear();
  state.own_wish.vectors = {};
  state.missing = sentence;
  return Problem(state, sentence);
}

// The name of a file without its ending, or how many own sounds there are.
std::string NameFrom(const SoundsState& state, std::string_view file) {
  file = file.substr(0, std::min(file.rfind('.'), file.size()));
  std::string name(Utf8Prefix(file, kLongestName));
  if (!name.empty()) return name;
  return std::string(words::kSoundsOwnName) + " " + std::to_string(state.own.size() + 1);
}

// Unlike that of any sound there is.
uint32_t NewClipId(const SoundsState& state, const std::string& name) {
  for (int number = 0; number < kMostTries; ++number) {
    const uint32_t id = ClipId("own", name + " " + std::to_string(number));
    const bool is_own = std::ranges::find(state.own, id, &OwnSound::clip_id) != state.own.end();
    if (!is_own && state.map.ItemOf(id) == kNoItem) return id;
  }
  return 0;
}

// The clip that waits is placed, once what that needs is here.
Effects PlaceIfPossible(SoundsState& state) {
  OwnSoundWish& wish = state.own_wish;
  if (!wish.clip || !HasSpace(state)) return {};
  const PlacedSound placed =
      PlaceSound(*wish.clip, *wish.model, wish.vectors, state.map.positions());
  if (!placed.place) return Problem(state, words::kSoundsOwnNowhere);
  OwnSound own;
  own.name = wish.name;
  own.clip_id = NewClipId(state, own.name);
  own.shape = ShapeOf(*wish.clip);
  own.envelope = EnvelopeOf(*wish.clip);
  own.clip = std::exchange(wish.clip, nullptr);
  own.place = *placed.place;
  own.trust = placed.trust;
  own.nearest = placed.nearest;
  wish.address.clear();
  wish.problem.clear();
  wish.is_open = false;
  state.own.push_back(std::move(own));
  const auto item = kFirstOwnSound + static_cast<uint32_t>(state.own.size() - 1);
  Effects effects = Apply(state, "go", std::to_string(item));
  if (state.chosen >= 0) {
    std::ranges::move(Apply(state, "put", std::to_string(item)), std::back_inserter(effects));
  }
  effects.push_back(ShowPageEffect{});
  return effects;
}

Effects Heard(SoundsState& state, const Clip& decoded) {
  if (decoded.samples.size() < kFewestSamples) return Problem(state, words::kSoundsOwnSilent);
  const Clip trimmed = Trimmed(decoded);
  const bool is_silent = std::ranges::all_of(trimmed.samples, [](float one) { return one == 0; });
  if (trimmed.samples.empty() || is_silent) return Problem(state, words::kSoundsOwnSilent);
  state.own_wish.clip = std::make_shared<const Clip>(trimmed);
  Effects effects = FetchSpace(state);
  std::ranges::move(PlaceIfPossible(state), std::back_inserter(effects));
  return effects;
}

Effects Begin(SoundsState& state, std::string address, std::string name) {
  OwnSoundWish& wish = state.own_wish;
  if (state.own.size() >= kMostOwnSounds) return Problem(state, words::kSoundsOwnMany);
  Effects effects;
  if (std::exchange(wish.is_recording, false)) {
    effects.push_back(FetchFileEffect{std::string(kStopMicrophone)});
  }
  wish.problem.clear();
  wish.clip.reset();
  wish.was_decoded = false;
  wish.address = std::move(address);
  wish.name = std::move(name);
  wish.is_open = true;
  effects.push_back(FetchFileEffect{wish.address});
  return effects;
}

// The card is gone, and with it the microphone that it shows.
Effects CloseCard(SoundsState& state) {
  OwnSoundWish& wish = state.own_wish;
  wish.is_open = false;
  if (!wish.is_recording) return {};
  return {FetchFileEffect{std::string(kStopMicrophone)}};
}

Effects TakeChosen(SoundsState& state, std::string_view argument) {
  const std::optional<BroughtFile> file = ReadBroughtFile(argument);
  if (!file) {
    return Problem(state, words::kSoundsOwnNotSound);  // dropped text
  }
  state.own_wish.is_open = true;
  if (file->bytes > kLargestSoundFile_bytes) return Problem(state, words::kSoundsOwnLarge);
  state.own_wish.bytes = file->bytes;
  return Begin(state, std::string(file->address), NameFrom(state, file->name));
}

// Told behind the file that was taken.
Effects TellLeftOut(SoundsState& state, std::string_view argument) {
  std::string sentence = OthersLeftOutSentence(argument);
  if (sentence.empty()) return {};
  Tell(state, std::move(sentence));
  return {SayEffect{state.notice}, ShowPageEffect{}};
}

// Where it was played its nearest sound of the pack stands in for it.
Effects Forget(SoundsState& state, std::string_view argument) {
  const int number = NumberIn(argument);
  if (number < 0) return {};
  const uint32_t index = static_cast<uint32_t>(number) - kFirstOwnSound;
  if (index >= state.own.size()) return {};
  const OwnSound gone = std::move(state.own[index]);
  state.own.erase(state.own.begin() + index);
  state.pinned = state.cursor = state.hovered = kNoItem;
  Effects effects = ApplyWhy(state, "why-close", "");
  const uint32_t nearest = NearestOf(gone);
  if (nearest < state.map.count()) {
    const uint32_t in_its_stead = state.map.ClipOf(nearest).id;
    // No change for Undo, nor does any bring back what is not there any more.
    state.history.ReplaceClip(gone.clip_id, in_its_stead);
    ReplaceClip(state.pattern, gone.clip_id, in_its_stead);
    effects.push_back(SetLinkEffect{false});
  }
  SetBeat(state, state.pattern);  // items behind it have other numbers now
  std::ranges::move(WantSamples(state), std::back_inserter(effects));
  return effects;
}

}  // namespace

Effects FetchSpace(SoundsState& state) {
  OwnSoundWish& wish = state.own_wish;
  if (std::exchange(wish.space_is_asked, true)) return {};
  Effects effects = FetchWhole(state, "vectors");
  std::ranges::move(FetchWhole(state, kFeatureModelSection), std::back_inserter(effects));
  return effects;
}

bool HasSpace(const SoundsState& state) {
  const OwnSoundWish& wish = state.own_wish;
  return wish.model && wish.vectors.dim > 0 &&
         wish.vectors.codes.size() == size_t{state.map.count()} * wish.vectors.dim;
}

uint32_t NearestOf(const OwnSound& sound) {
  return sound.nearest.empty() ? kNoItem : sound.nearest[0].item;
}

Effects ApplyOwn(SoundsState& state, std::string_view action, std::string_view argument) {
  OwnSoundWish& wish = state.own_wish;
  if (action == "own-open") {
    if (wish.is_open) return CloseCard(state);
    wish.is_open = true;
    wish.problem.clear();
    return {};
  }
  if (action == "own-close") return CloseCard(state);
  if (action == "own-file") return TakeChosen(state, argument);
  if (action == "own-left-out") return TellLeftOut(state, argument);
  if (action == "own-record") {
    if (wish.is_recording) return {FetchFileEffect{std::string(kStopMicrophone)}};
    Effects effects =
        Begin(state, "microphone:" + std::to_string(++wish.recordings), NameFrom(state, ""));
    wish.is_recording = wish.problem.empty();
    return effects;
  }
  if (action == "own-forget") return Forget(state, argument);
  return {};
}

Effects TakeOwnFile(SoundsState& state, std::string_view address, Result<ByteSpan> bytes) {
  OwnSoundWish& wish = state.own_wish;
  if (wish.address.empty() || address != wish.address) return {};  // of an earlier wish
  const bool is_recorded = std::exchange(wish.is_recording, false);
  if (!bytes) {
    return Problem(state, is_recorded        ? words::kSoundsOwnNoMicrophone
                          : wish.was_decoded ? words::kSoundsOwnNotSound
                                             : words::kSoundsOwnGone);
  }
  const Result<Clip> decoded = DecodeSound(*bytes);
  if (decoded) return Heard(state, *decoded);
  if (decoded.error().code == ErrorCode::kNotFound) {
    return Problem(state, words::kSoundsOwnSilent);
  }
  // The browser may know more kinds of files than we do.
  if (!is_recorded && !std::exchange(wish.was_decoded, true)) {
    if (wish.bytes > kLargestForBrowser_bytes) return Problem(state, words::kSoundsOwnLong);
    wish.address = "decoded:" + wish.address.substr(wish.address.find(':') + 1);
    return {FetchFileEffect{wish.address}};
  }
  return Problem(state, words::kSoundsOwnNotSound);
}

Effects TakeOwnChunk(SoundsState& state, std::string_view section, const ChunkRef& chunk,
                     ByteSpan bytes) {
  OwnSoundWish& wish = state.own_wish;
  if (section == kFeatureModelSection) {
    Result<FeatureModel> model = ReadFeatureModel(bytes);
    if (!model) return AskSpaceAgain(state, model.error().message);
    wish.model = std::move(*model);
  } else {
    Result<VectorTable> part = ReadVectors(bytes, chunk.item_count, state.head.encoder_id);
    if (!part) return AskSpaceAgain(state, part.error().message);
    wish.parts[chunk.first_item] = std::move(*part);
    uint32_t items = 0;
    for (const auto& [first, table] : wish.parts) {
      items += static_cast<uint32_t>(table.codes.size() / std::max<size_t>(table.dim, 1));
    }
    if (items == state.map.count()) {
      wish.vectors = {};
      for (auto& [first, table] : std::exchange(wish.parts, {})) {
        if (Result<void> joined = Append(std::move(table), wish.vectors); !joined) {
          return AskSpaceAgain(state, joined.error().message);
        }
      }
    }
  }
  return PlaceIfPossible(state);
}

}  // namespace meander
