// A network of the reader's own: an ONNX file, and a JSON that names its classes and says how a
// picture becomes its input (docs/format.md). Both stay in the page, which runs it with ONNX
// Runtime (web/host/own_network.mjs, on wishes that begin with "onnx:"); what it is to look at, and
// what follows, the engine works out. It answers with logits and nothing else, so only ways that
// need no more are there for it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "canvas/room.h"
#include "engine/pictures_messages.h"

namespace meander {

struct PicturesState;

inline constexpr std::string_view kShippedNetwork = "EfficientNet-Lite0";

struct OtherNetwork {
  enum class Stage : uint8_t {
    kNone,
    kHalf,     // one of the two files is here
    kAsking,   // both are; the page is asked how much ONNX Runtime weighs
    kHeld,     // and the reader is, whether it may be fetched
    kOpening,  // it is fetched, and the two are opened
    kReady,
  };
  struct File {
    std::string address, name;  // "brought:3"; empty: not here
  };
  Stage stage = Stage::kNone;
  File model, card;
  std::string megabytes;  // of ONNX Runtime, as the page tells them
  std::string opening;    // the wish under way
  std::string problem;    // one sentence

  // What the card says.
  std::string name, licence, source;
  std::vector<std::string> labels;
  uint16_t width = 0, height = 0;
  bool is_bilinear = false;
  float crop = kPictureCrop;
  uint32_t number = 0;  // of those opened; what is known of an earlier one is not of this
  bool is_on = false;   // it is the one that looks

  // What it is given of the photo that is looked at, and says of all of it.
  uint32_t fitted_photo = 0;
  std::vector<uint8_t> fitted;
  std::vector<float> whole;
  // What it saw for each question: one that was left is gone on with.
  struct Run {
    PicturesQuestion question;
    std::vector<float> values;
  };
  std::vector<Run> runs;
  RequestId request = 0;  // what the engine works out
  std::string looking;    // the wish under way
  uint32_t looks = 0;
  double look_from_s = 0;
  uint8_t at_once = 1;  // pictures a wish: as many as take well under a second

  bool is_ready() const { return stage == Stage::kReady; }
};

// By their ends: ".onnx", ".json".
bool IsNetworkFile(std::string_view name);
Effects TakeNetworkFile(PicturesState& state, std::string_view address, uint64_t bytes,
                        std::string_view name);
// "network": "own" or "shipped" looks from now on. "network-fetch", "network-stop",
// "network-forget".
Effects ApplyOtherNetwork(PicturesState& state, std::string_view action, std::string_view argument);
// The page's answers, files whose address begins with "onnx:".
Effects TakeNetworkAnswer(PicturesState& state, std::string_view address, Result<ByteSpan> bytes);

// --- looking (other_looks.cpp) -------------------------------------------------------------------
// Whether the question is about such a network: not for the engine.
bool IsOfOther(const PicturesQuestion& question);
// One of the ways that need no more than what it answers.
bool IsFromOutside(PictureMethod method);
// Why the view cannot be had of it; empty: it can.
std::string NoSuchViewOfOther(const PicturesState& state);
// Goes on with `state.asked`.
Effects AskOther(PicturesState& state);
Effects StopOther(PicturesState& state);
// nullopt: not an answer to what was asked here.
std::optional<Effects> TakeOtherReply(PicturesState& state, const Reply& reply);
Effects TakeLooks(PicturesState& state, Result<ByteSpan> bytes);
// Of another photo, or none.
void ForgetWhatOtherSaw(PicturesState& state);

// The page's codes as sentences (network_faults.cpp).
std::string NetworkFaultSentence(std::string_view code, const OtherNetwork& other);

}  // namespace meander
