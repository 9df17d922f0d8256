// See own_text.h.
#include "sentences/own_text.h"

#include "canvas/words.h"

namespace meander {
namespace {

// Their numbers mean other lines as soon as another text is read.
void LetOwnLinesGo(SentencesState& state) {
  const auto is_own = [](uint32_t item) { return item >= kFirstOwnItem && item != kNoLine; };
  std::erase_if(state.ask.pins, [&](const LinePin& pin) { return is_own(pin.line.item); });
  std::erase_if(state.ask.banned, is_own);
}

}  // namespace

Effects ReadOwnText(SentencesState& state, std::string_view text) {
  Effects effects;
  OwnText& own = state.own;
  if (own.request != 0) effects.push_back(CancelEngineEffect{std::exchange(own.request, 0)});
  // What was read before stays until the first line of another text is.
  own.progress = {};
  own.error.clear();
  state.dialog = SentencesDialog::kOwnText;
  if (text.empty()) own.error = words::kOwnEmpty;
  if (text.size() > kMostOwnBytes) own.error = words::kOwnTooLarge;
  if (!own.error.empty()) {
    effects.push_back(SayEffect{own.error});
    return effects;
  }
  // Putting a text in is asking for it to be read.
  state.may_fetch = true;
  own.request = NextRequestId();
  effects.push_back(AskEngineEffect{
      {own.request, OwnTextRequest{std::vector<uint8_t>(text.begin(), text.end())}}});
  return effects;
}

Effects CancelOwnText(SentencesState& state, std::string_view) {
  OwnText& own = state.own;
  if (own.request == 0) return {};
  Effects effects = {CancelEngineEffect{std::exchange(own.request, 0)}};
  if (own.lines == 0) return effects;
  for (Effect& effect : SearchOwnText(state)) effects.push_back(std::move(effect));
  return effects;
}

Effects SearchOwnText(SentencesState& state) {
  // Whoever wished for nothing but lines of their own still does.
  if (state.own.lines == 0) state.ask.stock = LineStock::kShelves;
  if (state.own.lines > 0 && state.ask.stock == LineStock::kShelves) {
    state.ask.stock = LineStock::kBoth;
  }
  state.ask.within_shelf = kNoShelf;
  LetOwnLinesGo(state);
  state.ask.another = 0;
  state.lines_are_others = true;
  return AskNow(state);
}

Effects ForgetOwnText(SentencesState& state, std::string_view) {
  Effects effects;
  if (state.own.request != 0) effects.push_back(CancelEngineEffect{state.own.request});
  state.own = {};
  effects.push_back(AskEngineEffect{{NextRequestId(), OwnTextRequest{}}});
  LetOwnLinesGo(state);
  state.ask.stock = LineStock::kShelves;
  state.ask.another = 0;
  for (Effect& effect : AskNow(state)) effects.push_back(std::move(effect));
  return effects;
}

Effects ChooseStock(SentencesState& state, std::string_view stock) {
  if (state.own.lines == 0) return {};
  state.ask.stock = stock == "own"    ? LineStock::kOwn
                    : stock == "both" ? LineStock::kBoth
                                      : LineStock::kShelves;
  state.ask.another = 0;
  return AskNow(state);
}

}  // namespace meander
