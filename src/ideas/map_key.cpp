// See map_key.h.
#include "ideas/map_key.h"

#include <charconv>

#include "canvas/words.h"
#include "ideas/fill.h"
#include "ideas/state.h"

namespace meander {
namespace {

constexpr TopicFilter kEveryTopic = (1 << kTopicCount) - 1;

void ShowLook(IdeasState& state) { state.map.Show({state.topic_filter, state.tints_by_trust}); }

Effects TellFilter(IdeasState& state) {
  ShowLook(state);
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

Effects ChooseTint(IdeasState& state, std::string_view argument) {
  if (argument != "topics" && argument != "trust") return {};
  const bool by_trust = argument == "trust";
  if (by_trust == state.tints_by_trust) return {};
  state.tints_by_trust = by_trust;
  ShowLook(state);
  return {SetLinkEffect{false},
          SayEffect{std::string(by_trust ? words::kKeyByTrust : words::kKeyByTopic)}};
}

Effects ChooseLayout(IdeasState& state, std::string_view argument) {
  if (argument != "one-land" && argument != "islands") return {};
  const MapLayout layout = argument == "islands" ? MapLayout::kIslands : MapLayout::kOneLand;
  Effects effects = WantLayout(state, layout, false);
  effects.push_back(SetLinkEffect{false});
  return effects;
}

}  // namespace

bool IsWanted(const IdeasState& state, uint32_t item) {
  return IsTopicWanted(state.topic_filter, state.map.TopicOf(item));
}

uint32_t CountWanted(const IdeasState& state) {
  uint32_t count = 0;
  for (uint32_t item = 0; item < state.map.item_count(); ++item) count += IsWanted(state, item);
  return count;
}

SharedLook LookOf(const IdeasState& state) {
  return {state.topic_filter, state.tints_by_trust, state.shift.wanted};
}

Effects TakeLook(IdeasState& state, const SharedLook& look) {
  state.topic_filter = look.topics;
  state.tints_by_trust = look.by_trust;
  ShowLook(state);
  return WantLayout(state, look.layout, true);
}

Effects ApplyMapKey(IdeasState& state, std::string_view action, std::string_view argument) {
  if (action == "map-key") {
    state.shows_key = !state.shows_key;
    return {};
  }
  if (action == "map-layout") return ChooseLayout(state, argument);
  if (action == "map-tint") return ChooseTint(state, argument);
  if (action == "map-topic") return ToggleTopic(state, argument);
  if (action == "map-all") {
    if (state.topic_filter == 0) return {};
    state.topic_filter = 0;
    return TellFilter(state);
  }
  return {};
}

}  // namespace meander
