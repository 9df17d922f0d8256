// See asking.h.
#include "sentences/asking.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/utf8.h"

namespace meander {
namespace {

constexpr size_t kMostViaBytes = 40;

// Any change but another way begins with the best one again.
void Changed(SentencesState& state) {
  state.ask.another = 0;
  state.is_example = false;
}

// Line breaks and tabs are spaces: a line is one.
std::string OneLine(std::string_view text, size_t most_bytes) {
  std::string out(Utf8Prefix(text, most_bytes));
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < 32 || c == 127) c = ' ';
  }
  return out;
}

SpaceMix MixOf(double meaning, double spelling, double sound) {
  meaning = std::max(meaning, 0.);
  spelling = std::max(spelling, 0.);
  sound = std::max(sound, 0.);
  const double sum = meaning + spelling + sound;
  if (!(sum > 0)) return {};
  SpaceMix mix;
  mix.spelling = static_cast<uint8_t>(std::lround(100 * spelling / sum));
  mix.sound = static_cast<uint8_t>(
      std::min(static_cast<int>(std::lround(100 * sound / sum)), 100 - mix.spelling));
  mix.meaning = static_cast<uint8_t>(100 - mix.spelling - mix.sound);
  return mix;
}

}  // namespace

std::optional<SpaceMix> MixFrom(std::string_view percents) {
  int values[3] = {0, 0, 0};
  const char* at = percents.data();
  const char* end = at + percents.size();
  for (int& value : values) {
    while (at < end && *at == ' ') ++at;
    const auto [next, failed] = std::from_chars(at, end, value);
    if (failed != std::errc() || value < 0 || value > 1000) return std::nullopt;
    at = next;
  }
  if (at != end || values[0] + values[1] + values[2] == 0) return std::nullopt;
  // The page's order is that of the triangle: meaning, sound, spelling.
  return MixOf(values[0], values[2], values[1]);
}

SpaceMix MovedBy(SpaceMix mix, std::string_view key) {
  const bool is_far = key.starts_with("Shift+");
  if (is_far) key.remove_prefix(6);
  const double step = is_far ? 10 : 2;
  const double meaning = mix.meaning, spelling = mix.spelling, sound = mix.sound;
  if (key == "m" || key == "M") return {100, 0, 0};
  if (key == "s" || key == "S") return {0, 0, 100};
  if (key == "l" || key == "L") return {0, 100, 0};
  if (key == "ArrowUp" || key == "ArrowDown") {
    const double wanted = std::clamp(meaning + (key == "ArrowUp" ? step : -step), 0., 100.);
    const double rest = spelling + sound;
    // From the very top the way down leads to the middle of the base.
    const double share = rest > 0 ? sound / rest : 0.5;
    return MixOf(wanted, (100 - wanted) * (1 - share), (100 - wanted) * share);
  }
  const double move = key == "ArrowRight" ? step : key == "ArrowLeft" ? -step : 0;
  const double moved = std::clamp(move, -spelling, sound);
  return MixOf(meaning, spelling + moved, sound - moved);
}

void SetEnd(SentencesState& state, bool last, std::string_view text) {
  std::string& end = last ? state.ask.b : state.ask.a;
  std::string wanted = OneLine(text, kMostLineBytes);
  if (end == wanted) return;
  end = std::move(wanted);
  state.ask.pins.clear();
  state.ask.vias.clear();
  state.ask.banned.clear();
  Changed(state);
}

void SetMix(SentencesState& state, SpaceMix mix) {
  if (mix == state.ask.mix) return;
  state.tail.insert(state.tail.begin(), state.ask.mix);
  if (state.tail.size() > kTailLength) state.tail.resize(kTailLength);
  state.ask.mix = mix;
  Changed(state);
}

void SetSteps(SentencesState& state, int steps) {
  state.ask.steps = static_cast<uint8_t>(std::clamp<int>(steps, kFewestStops, kMostStops));
  std::erase_if(state.ask.pins, [&](const LinePin& pin) { return pin.stop >= state.ask.steps; });
  Changed(state);
}

void SetScenic(SentencesState& state, int scenic) {
  state.ask.scenic = static_cast<uint8_t>(std::clamp(scenic, 0, 100));
  Changed(state);
}

void SetWithin(SentencesState& state, uint16_t shelf) {
  const bool is_shelf = shelf < state.shelves.shelves.size();
  state.ask.within_shelf = is_shelf ? shelf : kNoShelf;
  state.ask.stock = LineStock::kShelves;
  state.ask.pins.clear();
  state.ask.banned.clear();
  Changed(state);
}

void SwapEnds(SentencesState& state) {
  std::swap(state.ask.a, state.ask.b);
  for (LinePin& pin : state.ask.pins) {
    pin.stop = static_cast<uint8_t>(state.ask.steps - 1 - pin.stop);
  }
  std::ranges::sort(state.ask.pins, {}, &LinePin::stop);
  Changed(state);
}

void Pin(SentencesState& state, int stop, const LineName& line) {
  if (stop < 1 || stop > state.ask.steps) return;
  LineName name{line.item, OneLine(line.text, kMostLineBytes)};
  if (name.item == kNoLine && name.text.find_first_not_of(' ') == std::string::npos) return;
  const auto place = static_cast<uint8_t>(stop - 1);
  std::erase_if(state.ask.pins, [&](const LinePin& pin) { return pin.stop == place; });
  state.ask.pins.push_back({place, std::move(name)});
  std::ranges::sort(state.ask.pins, {}, &LinePin::stop);
  Changed(state);
}

void Unpin(SentencesState& state, int stop) {
  const size_t gone =
      std::erase_if(state.ask.pins, [&](const LinePin& pin) { return pin.stop + 1 == stop; });
  if (gone > 0) Changed(state);
}

void AddVia(SentencesState& state, std::string_view word, bool rhymes) {
  std::string via = OneLine(word, kMostViaBytes);
  via.erase(0, via.find_first_not_of(' '));
  via.erase(via.find_last_not_of(' ') + 1);
  if (via.empty() || state.ask.vias.size() >= kMostVias) return;
  if (rhymes) via = "rhyme:" + via;
  if (std::ranges::find(state.ask.vias, via) != state.ask.vias.end()) return;
  state.ask.vias.push_back(std::move(via));
  Changed(state);
}

void DropVia(SentencesState& state, std::string_view via) {
  if (std::erase(state.ask.vias, via) > 0) Changed(state);
}

void AnotherWay(SentencesState& state) {
  state.ask.another = static_cast<uint8_t>((state.ask.another + 1) % (kMostAnother + 1));
  state.is_example = false;
}

}  // namespace meander
