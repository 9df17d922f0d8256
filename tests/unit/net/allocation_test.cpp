// Once an encoder has been made, reading a text asks for no memory: every new of this program is
// counted.
#include <gtest/gtest.h>

#include <cstdlib>
#include <new>

#include "net/encoder.h"

namespace {
size_t news = 0;
}  // namespace

// g++ 12 pairs the new that it knows with the delete that it has inlined.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"

void* operator new(size_t size) {
  ++news;
  if (void* const memory = std::malloc(size)) return memory;
  std::abort();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, size_t) noexcept { std::free(memory); }

namespace meander {
namespace {

TEST(Encoder, AsksForNoMemoryOnceItIsWarm) {
  std::vector<uint8_t> layers(kModelLayout.byte_count + 16);
  const size_t shift = (16 - reinterpret_cast<uintptr_t>(layers.data()) % 16) % 16;
  auto weights = Weights::Open(std::span(layers).subspan(shift, kModelLayout.byte_count));
  ASSERT_TRUE(weights.has_value());
  const std::vector<uint8_t> rows(4000 * kWordRowBytes, 1);
  ASSERT_TRUE(weights->PutWordRows(0, rows).has_value());
  Encoder encoder(*weights);
  std::vector<float> vector(kWidth);
  // Short ones and those long enough for the other kernel, in any order.
  const std::vector<std::vector<int32_t>> texts = {
      std::vector<int32_t>(2, 1996), std::vector<int32_t>(kMaxTokens, 1996),
      std::vector<int32_t>(kRowsForSeven, 1996), std::vector<int32_t>(7, 1996)};
  ASSERT_GT(news, 0u);
  const size_t before = news;
  bool all_read = true;
  for (const auto& ids : texts) all_read &= encoder.Encode(ids, vector).has_value();
  EXPECT_EQ(news, before);
  EXPECT_TRUE(all_read);
}

}  // namespace
}  // namespace meander
