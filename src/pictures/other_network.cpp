// See other_network.h: the two files, and which network looks.
#include "pictures/other_network.h"

#include <charconv>
#include <cstdlib>

#include "base/utf8.h"
#include "canvas/fill.h"
#include "canvas/words.h"
#include "pictures/actions_view.h"
#include "pictures/state.h"
#include "pictures/wishes.h"

namespace meander {
namespace {

using Stage = OtherNetwork::Stage;
constexpr std::string_view kAbout = "onnx:about", kStop = "onnx:stop", kOpen = "onnx:open;",
                           kLook = "onnx:look;";
// What WebAssembly has room for beside what the network needs to look.
constexpr uint64_t kLargestModel_bytes = 256'000'000;

bool EndsWith(std::string_view name, std::string_view end) {
  if (name.size() < end.size()) return false;
  for (size_t i = 0; i < end.size(); ++i) {
    const char at = name[name.size() - end.size() + i];
    if ((at >= 'A' && at <= 'Z' ? static_cast<char>(at + 32) : at) != end[i]) return false;
  }
  return true;
}
bool IsModel(std::string_view name) { return EndsWith(name, ".onnx"); }

Effects RefuseNetwork(OtherNetwork& other, std::string sentence) {
  other.problem = std::move(sentence);
  return {SayEffect{other.problem}, ShowPageEffect{}};
}

// Where it stands without what was just tried: a network that was opened before is still there.
Stage StageBefore(const OtherNetwork& other) {
  if (other.number > 0 && !other.labels.empty()) return Stage::kReady;
  return other.model.address.empty() && other.card.address.empty() ? Stage::kNone : Stage::kHalf;
}

Effects OpenNetwork(OtherNetwork& other) {
  other.stage = Stage::kOpening;
  other.opening = std::string(kOpen) + other.model.address + ";" + other.card.address;
  return {FetchFileEffect{other.opening}, ShowPageEffect{}};
}

// The next line of `text`, which it is taken from.
std::string_view LineOf(std::string_view& text) {
  const size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}
template <class T>
bool TakeNumber(std::string_view& line, T& number) {
  const auto [end, failed] = std::from_chars(line.data(), line.data() + line.size(), number);
  if (failed != std::errc()) return false;
  line.remove_prefix(static_cast<size_t>(end - line.data()));
  if (line.starts_with(' ')) line.remove_prefix(1);
  return true;
}

// name, licence, source, "height width bilinear crop", labels: a line each.
bool ReadCard(std::string_view text, OtherNetwork& other) {
  OtherNetwork read;
  read.name = RepairUtf8(LineOf(text));
  read.licence = RepairUtf8(LineOf(text));
  read.source = RepairUtf8(LineOf(text));
  std::string_view line = LineOf(text);
  int bilinear = 0;
  if (!TakeNumber(line, read.height) || !TakeNumber(line, read.width) ||
      !TakeNumber(line, bilinear)) {
    return false;
  }
  const float crop = std::strtof(std::string(line).c_str(), nullptr);
  if (!(crop > 0)) return false;
  while (!text.empty()) read.labels.push_back(RepairUtf8(LineOf(text)));
  if (read.name.empty() || read.labels.size() < 2 || read.labels.size() >= kNoClass) return false;
  other.name = std::move(read.name);
  other.licence = std::move(read.licence);
  other.source = std::move(read.source);
  other.labels = std::move(read.labels);
  other.height = read.height;
  other.width = read.width;
  other.is_bilinear = bilinear != 0;
  // The room holds no more of a photo than our own network sees of it.
  other.crop = std::min(crop, kPictureCrop);
  return true;
}

// It looks from now on, by a view and a method that can be had of it.
Effects TurnOn(PicturesState& state, bool is_on) {
  OtherNetwork& other = state.other;
  Effects effects = StopOther(state);
  other.is_on = is_on;
  state.look.a = state.look.b = kNoClass;  // one's kinds are not the other's
  state.look.alone = false;
  state.pinned = state.hovered = {};
  state.look.only = state.look.hides = false;
  state.open_pick = -1;
  if (is_on) {
    state.is_playing = false;
    state.look.ghost = false;
    if (!IsFromOutside(state.look.method)) state.look.method = PictureMethod::kOcclusion;
    if (state.look.view != PictureView::kWhatIf) state.look.view = PictureView::kWhy;
  }
  Append(effects, LookedAgain(state, true));
  effects.push_back(SayEffect{Fill(words::kPicturesNetworkNow,
                                   {{"name", is_on ? other.name : std::string(kShippedNetwork)}})});
  effects.push_back(ShowPageEffect{});
  return effects;
}

Effects TakeOpened(PicturesState& state, Result<ByteSpan> bytes) {
  OtherNetwork& other = state.other;
  other.opening.clear();
  if (!bytes) {
    other.stage = StageBefore(other);
    return RefuseNetwork(other, NetworkFaultSentence(bytes.error().message, other));
  }
  OtherNetwork read;
  if (!ReadCard(AsText(*bytes), read)) {
    other.stage = StageBefore(other);
    return RefuseNetwork(other, NetworkFaultSentence("network-json", other));
  }
  Effects effects = StopOther(state);
  ForgetWhatOtherSaw(state);
  read.number = other.number + 1;
  read.stage = Stage::kReady;
  read.model = std::move(other.model);
  read.card = std::move(other.card);
  read.megabytes = std::move(other.megabytes);
  other = std::move(read);
  Append(effects, TurnOn(state, true));
  return effects;
}

Effects TakeAbout(PicturesState& state, Result<ByteSpan> bytes) {
  OtherNetwork& other = state.other;
  if (other.stage != Stage::kAsking) return {};
  if (!bytes) {
    other.stage = StageBefore(other);
    return RefuseNetwork(other, NetworkFaultSentence(bytes.error().message, other));
  }
  other.megabytes = RepairUtf8(AsText(*bytes).substr(0, 12));
  if (!state.is_careful || state.may_fetch) return OpenNetwork(other);
  other.stage = Stage::kHeld;
  return {ShowPageEffect{}};
}

Effects ForgetNetwork(PicturesState& state) {
  Effects effects = StopOther(state);
  const bool was_on = state.other.is_on;
  effects.push_back(FetchFileEffect{std::string(kStop)});
  if (was_on) Append(effects, TurnOn(state, false));
  const uint32_t number = state.other.number;
  state.other = {};
  state.other.number = number;
  effects.push_back(ShowPageEffect{});
  return effects;
}

}  // namespace

bool IsNetworkFile(std::string_view name) { return IsModel(name) || EndsWith(name, ".json"); }

Effects TakeNetworkFile(PicturesState& state, std::string_view address, uint64_t bytes,
                        std::string_view name) {
  OtherNetwork& other = state.other;
  other.problem.clear();
  const std::string shown(name);
  if (IsModel(name) && bytes > kLargestModel_bytes) {
    return RefuseNetwork(other, Fill(words::kPicturesNetworkLarge,
                                     {{"file", shown},
                                      {"megabytes", WithCommas(bytes / 1'000'000)},
                                      {"most", std::to_string(kLargestModel_bytes / 1'000'000)}}));
  }
  (IsModel(name) ? other.model : other.card) = {std::string(address), shown};
  if (other.model.address.empty() || other.card.address.empty()) {
    if (!other.is_ready()) other.stage = Stage::kHalf;
    return {SayEffect{std::string(other.card.address.empty() ? words::kPicturesNetworkNeedsJson
                                                             : words::kPicturesNetworkNeedsModel)},
            ShowPageEffect{}};
  }
  // What is still being opened is of a file before: its answer must not be taken for this one's.
  other.opening.clear();
  other.stage = Stage::kAsking;
  return {FetchFileEffect{std::string(kAbout)}, ShowPageEffect{}};
}

Effects ApplyOtherNetwork(PicturesState& state, std::string_view action,
                          std::string_view argument) {
  OtherNetwork& other = state.other;
  if (action == "network-forget") return ForgetNetwork(state);
  if (action == "network-fetch" && other.stage == Stage::kHeld) {
    state.may_fetch = true;
    return OpenNetwork(other);
  }
  if (action == "network-stop" && other.stage == Stage::kOpening) {
    other.opening.clear();
    other.stage = StageBefore(other);
    return {FetchFileEffect{std::string(kStop)}};
  }
  const bool wants_own = argument == "own";
  if (action != "network" || (wants_own && !other.is_ready()) || wants_own == other.is_on) {
    return {};
  }
  return TurnOn(state, wants_own);
}

Effects TakeNetworkAnswer(PicturesState& state, std::string_view address, Result<ByteSpan> bytes) {
  OtherNetwork& other = state.other;
  if (address == kAbout) return TakeAbout(state, std::move(bytes));
  if (address.starts_with(kOpen) && address == other.opening) {
    return TakeOpened(state, std::move(bytes));
  }
  if (address.starts_with(kLook) && address == other.looking) {
    return TakeLooks(state, std::move(bytes));
  }
  return {};
}

}  // namespace meander
