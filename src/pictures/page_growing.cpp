// Under the chart of Units: one form, watched while it grows.
#include "canvas/fill.h"
#include "canvas/words.h"
#include "pictures/growing.h"
#include "pictures/page_parts.h"

namespace meander {
namespace {

PageNode StillPart(const WatchedForm& form, size_t still) {
  const std::string number = std::to_string(still);
  const bool is_here = form.stills[still].pixels != nullptr;
  PageNode part = Button("still-" + number, "form-still", {}, "grow-still", number);
  part.label = StillInWords(form, still);
  part.pressed = form.looked_at == static_cast<int>(still);
  part.disabled = !is_here;
  PageNode picture = Node(is_here ? PageKind::kDrawn : PageKind::kGroup,
                          is_here ? "picture" : "room", "form-frame");
  if (is_here) {
    picture.detail = part.key;
    picture.label = part.label;
  }
  part.children.push_back(std::move(picture));
  part.children.push_back(
      Node(PageKind::kText, "step", "small", std::to_string(kFormStills[still])));
  return part;
}

// What the button does now.
std::string_view NextOf(const WatchedForm& form) {
  if (form.request != 0) return words::kPicturesGrowPause;
  if (form.is_whole()) return words::kPicturesGrowAgain;
  return form.step > 0 ? words::kPicturesGrowOn : words::kPicturesGrowStart;
}

std::string HowFar(const PicturesState& state, const WatchedForm& form) {
  const std::string step = std::to_string(form.step), steps = std::to_string(kFormSteps);
  if (!CanGrow(state)) return std::string(words::kPicturesGrowGhost);
  if (!form.problem.empty()) {
    return Fill(words::kPicturesGrowLost, {{"step", step}, {"problem", form.problem}});
  }
  if (form.progress.bytes_total > form.progress.bytes_done) {
    return Fill(words::kPicturesComing, {{"done", Megabytes(form.progress.bytes_done)},
                                         {"total", Megabytes(form.progress.bytes_total)}});
  }
  if (!form.has_begun) return Fill(words::kPicturesGrowReady, {{"steps", steps}});
  return Fill(words::kPicturesGrowStep, {{"step", step}, {"steps", steps}});
}

}  // namespace

PageNode PictureGrowingPart(const PicturesState& state) {
  const WatchedForm* seen = FormSeen(state);
  const WatchedForm form = seen != nullptr ? *seen : WatchedForm{};
  PageNode part = Group("growing", "growing", "group");
  part.label =
      std::string(words::kPicturesGrowTitle).append(", ").append(words::kPicturesGrowWhere);
  PageNode head = Group("head", "choice-head");
  head.children.push_back(Heading(2, "title", "heading", words::kPicturesGrowTitle));
  PageNode way = Group("way", "growing-way");
  way.children.push_back(
      Node(PageKind::kText, "step", form.step > 0 ? "growing-step" : "small", HowFar(state, form)));
  way.children.push_back(Node(PageKind::kText, "fires", "small", FormFires(form)));
  head.children.push_back(std::move(way));
  part.children.push_back(std::move(head));
  PageNode bar = Node(PageKind::kBar, "bar", "growing-bar");
  bar.value = static_cast<float>(form.step) / kFormSteps;
  part.children.push_back(std::move(bar));
  PageNode row = Group("row", "growing-row");
  PageNode play =
      IconButton("grow", "play-button", form.request != 0 ? "pause" : "play", NextOf(form), "grow");
  play.disabled = !CanGrow(state);
  row.children.push_back(std::move(play));
  PageNode stills = Group("stills", "form-stills", "group");
  stills.label = words::kPicturesGrowStills;
  for (size_t still = 0; still < form.stills.size(); ++still) {
    stills.children.push_back(StillPart(form, still));
  }
  row.children.push_back(std::move(stills));
  part.children.push_back(std::move(row));
  return part;
}

}  // namespace meander
