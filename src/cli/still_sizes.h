// How large each room's chart is in the pages that still pictures are made for, and what else a
// still picture knows of one room or another.
#pragma once

#include <span>
#include <string_view>

#include "canvas/figure_foot.h"
#include "cli/still_stage.h"

namespace meander {

struct NamedSize {
  const char* name;
  StillSize size;
};

struct Stills {
  std::string_view room;
  std::string_view pack;  // a recipe's name
  std::span<const NamedSize> sizes;
  // Off: on a small page the chart is cut from the picture for phones.
  bool show_embeds = true;
  // Off: the first picture's answers are of no use, or there need be none.
  bool keep_prepared = true, must_prepare = false;
  // Off: the chart is a strip beside words; alone it is no picture of the state.
  bool chart_is_figure = true;
  // How long it may go on asking once its first picture is whole: Inside would look ahead for
  // minutes.
  int turns_for_the_rest = 400;
  FigureFoot foot = kMapFoot;
  // Layers that Play goes along, each with answers of its own; 0: Play goes along stops.
  int layers = 0;
};
// A room that is not listed has the sizes of a map.
Stills StillsOf(std::string_view room);

bool IsEmbed(const NamedSize& size);
// Of a figure in somebody's page, whatever its size, for a picture of it.
StillSize FigureSize(const Stills& stills, float width_px, float height_px, float pixel_ratio);

}  // namespace meander
