// See check.h.
#include "inside/check.h"

#include <cstring>

#include "base/utf8.h"
#include "inside/sentences.h"
#include "inside/state.h"

namespace meander {
namespace {

using Stage = InsideCheck::Stage;
constexpr std::string_view kAbout = "onnx:about", kStop = "onnx:stop", kRun = "onnx:run;";
// What the encoder's file calls its hidden states, by layer.
constexpr std::string_view kStates =
    "layer_norm,layer_norm_2,layer_norm_4,layer_norm_6,layer_norm_8,layer_norm_10,"
    "last_hidden_state";
constexpr size_t kMostFloats = size_t{7} * 128 * 384;

Effects Ask(InsideCheck& check, InsideCheckQuestion question) {
  check.request = NextRequestId();
  return {AskEngineEffect{
      {check.request, RoomRequest{WriteInsideQuestion(InsideQuestion(std::move(question)))}}}};
}

Effects Failed(InsideCheck& check, std::string problem) {
  check.stage = Stage::kFailed;
  check.request = 0;
  check.problem = std::move(problem);
  return {SayEffect{check.problem}};
}

}  // namespace

Effects AskAboutCheck(InsideState& state) {
  if (state.check.stage != Stage::kUnknown) return {};
  return {FetchFileEffect{std::string(kAbout)}};
}

Effects StartCheck(InsideState& state) {
  InsideCheck& check = state.check;
  if (check.is_under_way() || check.stage == Stage::kAbsent) return {};
  check.stage = Stage::kTokens;
  check.text = state.a;
  check.done_mb.clear();
  check.problem.clear();
  check.answer = {};
  return Ask(check, {check.text, {}});
}

Effects StopCheck(InsideState& state) {
  InsideCheck& check = state.check;
  if (!check.is_under_way()) return {};
  Effects effects;
  if (check.request != 0) effects.push_back(CancelEngineEffect{std::exchange(check.request, 0)});
  if (check.stage == Stage::kRunning) effects.push_back(FetchFileEffect{std::string(kStop)});
  check.stage = Stage::kReady;
  return effects;
}

Effects TakeCheckReply(InsideState& state, const Reply& reply) {
  InsideCheck& check = state.check;
  if (const auto* error = std::get_if<Error>(&reply.body)) return Failed(check, error->message);
  const auto* room = std::get_if<RoomReply>(&reply.body);
  if (room == nullptr || !room->is_whole) return {};
  Result<InsideAnswer> answer = ReadInsideAnswer(room->answer);
  if (!answer) return Failed(check, answer.error().message);
  auto* told = std::get_if<InsideCheckAnswer>(&*answer);
  check.request = 0;
  if (told == nullptr) return {};
  if (check.stage == Stage::kTokens) {
    check.stage = Stage::kRunning;
    std::string wish = std::string(kRun) + std::string(kStates) + ";";
    for (const int32_t id : told->ids) {
      if (wish.back() != ';') wish += ',';
      wish += std::to_string(id);
    }
    return {FetchFileEffect{std::move(wish)}};
  }
  check.stage = Stage::kDone;
  check.answer = std::move(*told);
  return {SayEffect{CheckSentence(state)}};
}

Effects TakeCheckFile(InsideState& state, std::string_view address, Result<ByteSpan> bytes) {
  InsideCheck& check = state.check;
  if (address == kAbout) {
    check.stage = bytes ? Stage::kReady : Stage::kAbsent;
    if (bytes) check.size_mb = RepairUtf8(AsText(*bytes).substr(0, 12));
    return {ShowPageEffect{}};
  }
  if (!address.starts_with(kRun) || check.stage != Stage::kRunning) return {};
  if (!bytes) return Failed(check, bytes.error().message);
  InsideCheckQuestion question{check.text, {}};
  question.states.resize(std::min(bytes->size() / sizeof(float), kMostFloats));
  std::memcpy(question.states.data(), bytes->data(), question.states.size() * sizeof(float));
  check.stage = Stage::kComparing;
  return Ask(check, std::move(question));
}

}  // namespace meander
