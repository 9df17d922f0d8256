// See encode_many.h.
#include "net/encode_many.h"

#include <atomic>
#include <mutex>
#include <thread>

#include "net/encoder.h"

namespace meander {

Result<void> EncodeMany(const Weights& weights, std::span<const std::vector<int32_t>> texts,
                        int threads, std::span<float> rows,
                        const std::function<bool(double share)>& progress) {
  if (rows.size() != texts.size() * kWidth) {
    return Fail(ErrorCode::kInvalidInput, "There must be one row for every text.");
  }
  std::atomic<size_t> next = 0;
  std::atomic<bool> stop = false;
  std::mutex mutex;
  Result<void> outcome;
  const auto fail = [&](Error error) {
    const std::lock_guard lock(mutex);
    if (outcome.has_value()) outcome = std::unexpected(std::move(error));
    stop = true;
  };
  const auto work = [&](bool tells) {
    Encoder encoder(weights);
    for (size_t i = next++; i < texts.size() && !stop; i = next++) {
      const Result<void> done = encoder.Encode(texts[i], rows.subspan(i * kWidth, kWidth));
      if (!done) return fail(done.error());
      if (tells && progress &&
          !progress(static_cast<double>(i) / static_cast<double>(texts.size()))) {
        return fail({ErrorCode::kCancelled, "Stopped."});
      }
    }
  };
  std::vector<std::thread> helpers;
  for (int i = 1; i < threads; ++i) helpers.emplace_back(work, false);
  work(true);
  for (std::thread& helper : helpers) helper.join();
  return outcome;
}

}  // namespace meander
