// Changes of what is wished between the two ends. Each leaves a valid GradientRequest behind,
// whatever it is given.
#pragma once

#include <string_view>

#include "sentences/state.h"

namespace meander {

// "58 30 12" or any three numbers: hundredths that sum to 100. nullopt for anything else.
std::optional<SpaceMix> MixFrom(std::string_view percents);
// As the puck's keys move it: two hundredths, ten with Shift; "m", "s", "l" are the corners.
SpaceMix MovedBy(SpaceMix mix, std::string_view key);

void SetEnd(SentencesState& state, bool last, std::string_view text);
void SetMix(SentencesState& state, SpaceMix mix);
void SetSteps(SentencesState& state, int steps);
void SetScenic(SentencesState& state, int scenic);
void SetWithin(SentencesState& state, uint16_t shelf);
void SwapEnds(SentencesState& state);
// `stop`, from 1, is this line; nothing about it: an item of none with no text.
void Pin(SentencesState& state, int stop, const LineName& line);
void Unpin(SentencesState& state, int stop);
void AddVia(SentencesState& state, std::string_view word, bool rhymes);
void DropVia(SentencesState& state, std::string_view via);
void AnotherWay(SentencesState& state);

}  // namespace meander
