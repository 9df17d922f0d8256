// The pill that says, once a visit, how the chart is moved here, after the page has kept a wheel or
// a finger that was meant for the map.
#pragma once

namespace meander {

class HintPill {
 public:
  // `by_finger`: which of the two sentences. Only the first call of a visit shows anything.
  void Show(bool by_finger, double now_s);
  // Inside a Dear ImGui frame; true while it is to be seen.
  bool Draw(double now_s);

 private:
  bool was_shown_ = false;
  bool by_finger_ = false;
  double shown_until_s_ = 0;
};

}  // namespace meander
