// See map_key.h.
#include "ideas/map_key.h"

#include <charconv>

#include "canvas/words.h"
#include "ideas/fill.h"
#include "ideas/state.h"

namespace meander {
namespace {

constexpr TopicFilter kEveryTopic = (1 << kTopicCount) - 1;

Effects TellFilter(const IdeasState& state) {
  const std::string count = WithCommas(CountWanted(state));
  return {SetLinkEffect{false},
          SayEffect{state.topic_filter == 0 ? std::string(words::kKeyAllShown)
                                            : Fill(words::kKeySomeShown, {{"count", count}})}};
}

Effects ToggleTopic(IdeasState& state, std::string_view argument) {
  int topic = -1;
  const char* end = argument.data() + argument.size();
  const auto [at, error] = std::from_chars(argument.data(), end, topic);
  if (error != std::errc() || at != end || topic < 0 || topic >= kTopicCount) return {};
  state.topic_filter ^= static_cast<TopicFilter>(1 << topic);
  // All of them is as good as none asked for.
  if (state.topic_filter == kEveryTopic) state.topic_filter = 0;
  return TellFilter(state);
}

}  // namespace

bool IsTopicWanted(TopicFilter filter, int topic) {
  return filter == 0 || ((filter >> topic) & 1) != 0;
}

bool IsWanted(const IdeasState& state, uint32_t item) {
  return IsTopicWanted(state.topic_filter, state.map.TopicOf(item));
}

uint32_t CountWanted(const IdeasState& state) {
  uint32_t count = 0;
  for (uint32_t item = 0; item < state.map.item_count(); ++item) count += IsWanted(state, item);
  return count;
}

Effects ApplyMapKey(IdeasState& state, std::string_view action, std::string_view argument) {
  if (action == "map-topic") return ToggleTopic(state, argument);
  if (action == "map-all") {
    if (state.topic_filter == 0) return {};
    state.topic_filter = 0;
    return TellFilter(state);
  }
  return {};
}

}  // namespace meander
