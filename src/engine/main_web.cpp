// The engine as a wasm module: plain functions around one Engine, and one out-queue of bytes that
// web/host/engine_runner.mjs reads after every slice of work.
#include "engine/answers.h"
#include "engine/engine.h"

namespace meander {
namespace {

// As in engine_runner.mjs.
enum class Out : uint8_t { kReply = 1, kWanted, kAbandoned };

Engine& TheEngine() {
  static Engine engine(MakeWing());
  return engine;
}

std::vector<uint8_t>& OutQueue() {
  static std::vector<uint8_t> queue;
  return queue;
}

void PutBlob(ByteWriter& out, ByteSpan bytes) {
  out.PutVarint(bytes.size());
  out.PutBytes(bytes);
}

}  // namespace
}  // namespace meander

extern "C" {

void engine_ask(const uint8_t* bytes, uint32_t length) {
  using namespace meander;
  // Bytes that are no request have no id an answer could carry; only our own page writes them.
  if (auto request = ReadRequest(ByteSpan(bytes, length))) TheEngine().Ask(std::move(*request));
}

void engine_cancel(uint32_t id) { meander::TheEngine().Cancel(id); }

// outcome 1: the bytes are the file; 0 and 2: a sentence about why not, 2 when there is none.
void engine_deliver(uint32_t file_id, uint32_t outcome, const uint8_t* bytes, uint32_t length) {
  using namespace meander;
  const ByteSpan span(bytes, length);
  if (outcome == 1) {
    TheEngine().Deliver(file_id, std::vector<uint8_t>(span.begin(), span.end()));
    return;
  }
  const ErrorCode code = outcome == 2 ? ErrorCode::kNotFound : ErrorCode::kUnavailable;
  TheEngine().Deliver(file_id, Fail(code, std::string(AsText(span))));
}

void engine_progress(uint32_t file_id, double bytes_done) {
  const bool is_count = bytes_done >= 0 && bytes_done < 0x1p53;
  meander::TheEngine().DeliverProgress(file_id, is_count ? static_cast<uint64_t>(bytes_done) : 0);
}

uint32_t engine_step() { return meander::TheEngine().Step() ? 1 : 0; }

// Fills the out-queue afresh; its length is engine_take_length(). Valid until the next take.
const uint8_t* engine_take() {
  using namespace meander;
  ByteWriter out;
  for (const Reply& reply : TheEngine().TakeReplies()) {
    out.Put(static_cast<uint8_t>(Out::kReply));
    PutBlob(out, WriteReply(reply));
  }
  for (const FileWanted& wanted : TheEngine().TakeWanted()) {
    out.Put(static_cast<uint8_t>(Out::kWanted));
    out.Put(wanted.file_id);
    out.PutText(wanted.url);
  }
  for (const uint32_t file_id : TheEngine().TakeAbandoned()) {
    out.Put(static_cast<uint8_t>(Out::kAbandoned));
    out.Put(file_id);
  }
  OutQueue() = out.Take();
  return OutQueue().data();
}

uint32_t engine_take_length() { return static_cast<uint32_t>(meander::OutQueue().size()); }

}  // extern "C"
