// The views in words: what the side column says, what is read aloud, the picture's alt text.
#pragma once

#include <string>
#include <vector>

#include "inside/numbers.h"

namespace meander {

std::vector<Phrase> SideSentence(const InsideState& state);
// The same as plain text, with what it is of: for the chart's description.
std::string SentenceOfView(const InsideState& state);
std::string PointedSentence(const InsideState& state);  // empty: nothing is pointed at
// What verifying against another program has shown; empty: nothing yet.
std::string CheckSentence(const InsideState& state);
// What is left of the likeness without the group that is hidden; empty: none is.
std::string HiddenSentence(const InsideState& state);
std::string RaceSentence(const InsideState& state);
// How the forecast did: empty where nothing has been changed or it has not been read yet.
std::string WhatIfSentence(const InsideState& state);
// "Made from ball 58 %, chased 21 %. It feeds mostly itself: 61 %."
std::string InfluenceSentence(const InsideState& state);
std::string TitleOfInside(const InsideState& state);
std::string AltText(const InsideState& state);

// What the trust strip tells of the view that is shown.
struct TrustFigures {
  float explained = -1;  // a share; −1: does not apply
  float gap = 0;
  bool has_gap = false;
  float r2 = -1;
  float left_out = -1;  // of the groups, a share
  float cut_off = -1;   // what non-negativity cut off, a share
  float shown = -1;     // of a cell's strength, by the neurons that are named
  int seeds = -1;       // of ten
  bool has_seed = false;
  double took_s = -1;
  std::string method;
};
TrustFigures TrustOf(const InsideState& state);

}  // namespace meander
