// The blocks of the column beside the stage, and small parts that they share with one another and
// with the list twin. They stand in page_side*.cpp, page_flow.cpp and page_network.cpp.
#pragma once

#include "pictures/page_parts.h"

namespace meander {

// "Why cat, not lynx?", in four views: in Groups a row a group; in Grid (by shares), Why and What
// if what the shares add up to.
PageNode PictureWhyPart(const PicturesState& state);
// How many groups, and whether an earlier layer's flow in.
PageNode PictureGroupCountPart(const PicturesState& state);
// The pinned group's effect on each kind; what an earlier layer's groups bring (FlowSeen has it).
PageNode PictureEffectsPart(const PicturesState& state);
PageNode PictureSourcesPart(const PicturesState& state);
// The same for the list twin: every strand, what goes past, what there is in all.
PageNode FlowTable(const PicturesState& state);
// What can be done with the pinned group, or the first.
void AddChosenGroup(const PicturesState& state, PageNode& block);
// What a place is made of.
PageNode PicturePlacePart(const PicturesState& state);
PageNode PictureEntriesPart(const PicturesState& state);
PageNode PictureMadeFromPart(const PicturesState& state);
PageNode PictureFeedsPart(const PicturesState& state);
// Which channels speak for it, and the quick guess beside the truth.
PageNode PictureChannelsPart(const PicturesState& state);
PageNode PictureQuickPart(const PicturesState& state);
// Ways of weighing, by how soon they find what matters.
PageNode PictureRacePart(const PicturesState& state);
PageNode PicturePiecesPart(const PicturesState& state);
// A unit's card: the way back, where it fires, what it speaks for, its neighbours, its address.
std::vector<PageNode> PictureCardParts(const PicturesState& state);
// How sure it is of a kind: "33 %", "< 1 %".
std::string SureText(float share);
// As the action "unit" reads it.
std::string UnitArgument(int layer, uint16_t unit);
// A channel and how much; pressing it opens its card.
PageNode ChannelRow(int layer, const PictureChannel& channel, float value, float most,
                    const std::string& number);

// What another network sees, and ours beside it.
PageNode BothThinkPart(const PicturesState& state);

}  // namespace meander
