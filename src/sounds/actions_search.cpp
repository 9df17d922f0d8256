// Finding a sound by its name, and showing only some of the map.
#include "canvas/colors.h"
#include "canvas/whole_number.h"
#include "sounds/actions_view.h"
#include "sounds/search.h"

namespace meander {
namespace {

constexpr size_t kLongest = 100;

Effects Type(SoundsState& state, std::string_view text) {
  state.search.text = text.substr(0, kLongest);
  state.search.is_open = true;
  state.search.found = FindSounds(state, state.search.text);
  return {};
}
Effects GoToFirst(SoundsState& state, std::string_view) {
  if (state.search.found.empty()) return {};
  return Apply(state, "go", std::to_string(state.search.found[0]));
}
Effects Open(SoundsState& state, std::string_view) {
  state.search.is_open = true;
  return {};
}
Effects Close(SoundsState& state, std::string_view) {
  state.search.is_open = false;
  state.search.text.clear();
  state.search.found.clear();
  return {};
}
// As it was at first: the whole map again.
Effects Clear(SoundsState& state, std::string_view) {
  state.search = {};
  return {};
}
Effects FilterRegion(SoundsState& state, std::string_view argument) {
  const int topic = NumberIn(argument);
  if (topic < 0 || topic >= static_cast<int>(kTopicCount)) return {};
  state.search.regions ^= static_cast<uint16_t>(1 << topic);
  state.search.found = FindSounds(state, state.search.text);
  return {};
}
Effects FilterLicence(SoundsState& state, std::string_view argument) {
  const int licence = NumberIn(argument);
  if (licence < 0 || licence >= kLicenceCount) return {};
  state.search.licences ^= static_cast<uint8_t>(1 << licence);
  state.search.found = FindSounds(state, state.search.text);
  return {};
}

using Action = Effects (*)(SoundsState&, std::string_view);
constexpr std::pair<std::string_view, Action> kActions[] = {
    {"search", Type},
    {"search-first", GoToFirst},
    {"search-open", Open},
    {"search-close", Close},
    {"search-clear", Clear},
    {"filter-region", FilterRegion},
    {"filter-licence", FilterLicence},
};

}  // namespace

Effects ApplyToSearch(SoundsState& state, std::string_view action, std::string_view argument) {
  for (const auto& [name, run] : kActions) {
    if (name == action) return run(state, argument);
  }
  return {};
}

}  // namespace meander
