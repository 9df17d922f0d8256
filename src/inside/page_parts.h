// The parts of the Inside page one file makes for another.
#pragma once

#include "canvas/page_parts.h"
#include "canvas/stage_parts.h"
#include "inside/sentences.h"

namespace meander {

PageNode RailPart(const InsideState& state);                     // depth: seven stops and play
PageNode StagePart(const InsideState& state, const View& view);  // tabs, picks, texts, chart
PageNode SidePart(const InsideState& state, const View& view);
PageNode TrustPart(const InsideState& state);
PageNode InsideFigureBar(const InsideState& state, const View& view);
PageNode InsideListPart(const InsideState& state);  // the views as tables
PageNode InsideHelpPart(const InsideState& state);
PageNode InsideTrustPart(const InsideState& state);

std::vector<PickList> PicksOf(const InsideState& state);

// "3 1 5", as "point" and "pin" read it.
std::string TargetText(const InsideTarget& target);

}  // namespace meander
