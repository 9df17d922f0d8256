// The parts of the Inside page one file makes for another.
#pragma once

#include "canvas/page_parts.h"
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

// Ten dots, those of the seeds that found it again filled.
PageNode SeedDotsPart(int count);

// One of the four pick-lists of the sentence above the stage.
struct PickRow {
  std::string key;    // "method0:lime"
  std::string label;  // in the list
  bool is_current = false;
  std::string refused{};  // why it cannot be chosen with the others
};
struct PickList {
  std::string before;  // the plain words before it: "Show"
  std::string label;   // the pick itself, short
  std::string name;    // for who cannot see it
  std::vector<PickRow> rows;
};
std::vector<PickList> PicksOf(const InsideState& state);

// "3 1 5", as "point" and "pin" read it.
std::string TargetText(const InsideTarget& target);

}  // namespace meander
