// See own_text.h.
#include "sentences/own_text.h"

#include "canvas/words.h"

namespace meander {

Effects ReadOwnText(SentencesState& state, std::string_view text) {
  Effects effects;
  OwnText& own = state.own;
  if (own.request != 0) effects.push_back(CancelEngineEffect{own.request});
  own = {};
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
  state.ask.stock = LineStock::kBoth;
  state.ask.within_shelf = kNoShelf;
  for (Effect& effect : AskNow(state)) effects.push_back(std::move(effect));
  return effects;
}

Effects ForgetOwnText(SentencesState& state, std::string_view) {
  Effects effects;
  if (state.own.request != 0) effects.push_back(CancelEngineEffect{state.own.request});
  state.own = {};
  effects.push_back(AskEngineEffect{{NextRequestId(), OwnTextRequest{}}});
  std::erase_if(state.ask.pins, [](const LinePin& pin) {
    return pin.line.item >= kFirstOwnItem && pin.line.item != kNoLine;
  });
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
