// A raised card over the chart: a Dear ImGui window that our layout places and nobody moves.
#pragma once

#include <string_view>

#include "space/point.h"

struct ImDrawList;

namespace meander {

// Lives while its content is drawn:  { Card card("journey", box); DrawText(card.list(), …); }
class Card {
 public:
  enum class Ground { kRaised, kNone };  // kNone: only a place for hit areas
  Card(std::string_view id, const Rect& in_px, float radius_px = 14,
       Ground ground = Ground::kRaised, float opacity = 1);
  ~Card();
  Card(const Card&) = delete;
  Card& operator=(const Card&) = delete;

  ImDrawList* list() const { return list_; }
  const Rect& box_px() const { return in_px_; }

 private:
  Rect in_px_;
  ImDrawList* list_ = nullptr;
};

}  // namespace meander
