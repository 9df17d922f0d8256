// The views in words: what the column says, what is read aloud, the picture's alt text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "canvas/stage_parts.h"
#include "pictures/state.h"

namespace meander {

std::vector<Phrase> PictureSays(const PicturesState& state);
// The same as plain text: for the chart's description.
std::string SentenceOfPicture(const PicturesState& state);
std::string PointedInPicture(const PicturesState& state);  // empty: nothing is pointed at
// Of a flow: what passes by all groups, and what is left unexplained.
std::string FlowRestSays(const PicturesGroupAnswer& flow);
std::string TitleOfPictures(const PicturesState& state);
std::string AltOfPictures(const PicturesState& state);
// "Working it out…", what is coming, or nothing.
std::string PictureWaiting(const PicturesState& state);
// As its tab is called.
std::string_view PictureViewName(PictureView view);
// The name of a class that the network has seen, or "class 281".
std::string ClassName(const PicturesState& state, uint16_t number);
// How many classes the network that looks has, and what they are called; empty: not here.
int ClassCountOf(const PicturesState& state);
const std::vector<std::string>& ClassNamesOf(const PicturesState& state);
// "Channel 402"; of a class its name.
std::string UnitName(const PicturesState& state, int layer, uint16_t unit);
// Where on the picture a place is: "Upper left".
std::string PlaceInWords(int side, int place);
// The same of any spot, 0 … 1 each way.
std::string SpotName(float x, float y);
// What a group is called (group_names.h); empty where there is no such group.
std::string GroupName(const PicturesState& state, size_t group);
// The same of the earlier layer of a flow.
std::string SourceName(const PicturesState& state, size_t group);
std::string LayerName(int layer);   // "layer 11", "the end"
std::string LayerTitle(int layer);  // "Layer 11", "The end"
// Nothing here has a name that fits: even the likeliest is not likely.
bool IsSureOfNothing(const PicturesLookAnswer& seen);
// The asked pair, by name; b is empty where a stands alone.
struct ClassNames {
  std::string a, b;
};
ClassNames NamesAsked(const PicturesState& state);
// Of a method's answer: what f(a) − f(b) rises by, from nothing to this picture.
float TrueRise(const PicturesShareAnswer& shares);
float TrueRise(const PicturesGroupAnswer& groups);

}  // namespace meander
