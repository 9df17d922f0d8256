// The room of pictures as a figure: the drawing, and below it depth as a river of stops. See
// page_figure.h for what stands over it.
#include "pictures/page_figure.h"

#include <utility>

#include "canvas/figure_bar.h"
#include "canvas/fill.h"
#include "canvas/words.h"
#include "pictures/flow.h"
#include "pictures/page_parts.h"
#include "pictures/sentences.h"
#include "pictures/wishes.h"

namespace meander {

namespace {

// The group that is pointed at, or that leads at the place that is: what it says, and its doubt.
std::string PointedGroupSays(const PicturesState& state, const std::string& sure) {
  const PicturesGroupAnswer* groups = GroupsSeen(state);
  if (state.look.view != PictureView::kGroups || groups == nullptr) return sure;
  const PictureTarget target = state.pointed();
  int group = -1;
  if (target.kind == PictureTarget::Kind::kGroup) group = target.b;
  if (target.kind == PictureTarget::Kind::kPlace && target.a == state.look.layer) {
    group = LeadingGroupAt(groups->groups, target.b);
  }
  if (group < 0 || static_cast<size_t>(group) >= groups->groups.size()) return sure;
  const auto at = static_cast<size_t>(group);
  return Fill(words::kPicturesFigureGroup, {{"sure", sure},
                                            {"name", GroupName(state, at)},
                                            {"value", Signed(groups->groups[at].share)},
                                            {"doubt", Plainly(groups->groups[at].doubt)}});
}

}  // namespace

PageNode PicturesFigureOwnPart() {
  return OwnFilePart("file", "text-button bring-photo", words::kPicturesFigureOwn, "image/*");
}

PageNode PicturesFigureAskPart(const PicturesState& state) {
  const ClassNames names = NamesAsked(state);
  return Button("b", "text-button figure-ask",
                names.b.empty() ? std::string(words::kPicturesAddClass)
                                : Fill(words::kPicturesFigureWhyNot, {{"name", names.b}}),
                "pick-class", "b");
}

PageNode PicturesFigureBar(const PicturesState& state, const View& view) {
  FigureSays says;
  says.room = "pictures";
  says.title = TitleOfPictures(state);
  if (const PicturesLookAnswer* seen = LookSeen(state);
      seen != nullptr && !IsSureOfNothing(*seen)) {
    says.fact = PointedGroupSays(
        state, Fill(words::kPicturesFigureSure, {{"share", PercentText(seen->classes[0].share)}}));
  }
  // A photo that could not be read is said where its name would stand.
  if (!state.own.problem.empty()) says.fact = state.own.problem;
  says.play_action = "play";
  says.is_playing = state.is_playing;
  says.middle.push_back(RailStopsPart(PicturesRailPart(state)));
  return FigureBarPart(view, std::move(says));
}

}  // namespace meander
