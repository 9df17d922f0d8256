// See actions_view.h.
#include "pictures/actions_view.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"
#include "canvas/whole_number.h"
#include "pictures/photos.h"
#include "pictures/wishes.h"

namespace meander {
namespace {

using Kind = PictureTarget::Kind;

Effects OpenPick(PicturesState& state, std::string_view argument) {
  const int pick = NumberIn(argument);
  state.open_pick = pick == state.open_pick || pick < 0 || pick > 3 ? -1 : pick;
  return {};
}
Effects ClosePick(PicturesState& state, std::string_view) {
  state.open_pick = -1;
  return {};
}
// Which of the two classes is chosen from the list: "a" or "b"; anything else closes it.
Effects PickClass(PicturesState& state, std::string_view which) {
  state.dialog = which == "a" || which == "b" ? PictureDialog::kClasses : PictureDialog::kNone;
  state.picks_b = which == "b";
  state.class_search.clear();
  state.open_pick = -1;
  return state.dialog == PictureDialog::kClasses && !state.other.is_on ? FetchClasses(state)
                                                                       : Effects{};
}
Effects SearchClass(PicturesState& state, std::string_view text) {
  state.class_search = Utf8Prefix(RepairUtf8(text), 100);
  return {};
}

Effects Point(PicturesState& state, std::string_view argument) {
  state.hovered = PictureTargetIn(argument);
  return {};
}
Effects ShowAll(PicturesState& state, std::string_view) {
  state.pinned = state.hovered = {};
  state.look.only = state.look.hides = false;
  return LookedAgain(state);
}

Effects Zoom(PicturesState& state, int by) {
  const int wanted = std::clamp(state.look.closer + by, 0, int{kClosest});
  if (wanted == state.look.closer || state.look.view != PictureView::kGrid) return {};
  state.look.closer = static_cast<uint8_t>(wanted);
  return LookedAgain(state);
}
Effects Closer(PicturesState& state, std::string_view) { return Zoom(state, 1); }
Effects Further(PicturesState& state, std::string_view) { return Zoom(state, -1); }

Effects Open(PicturesState& state, PictureDialog dialog) {
  state.dialog = dialog;
  state.open_pick = -1;
  return {};
}
Effects Help(PicturesState& state, std::string_view) { return Open(state, PictureDialog::kHelp); }
Effects Trust(PicturesState& state, std::string_view) { return Open(state, PictureDialog::kTrust); }
Effects Close(PicturesState& state, std::string_view) { return Open(state, PictureDialog::kNone); }
Effects List(PicturesState& state, std::string_view) {
  state.shows_list = !state.shows_list;
  return {};
}
Effects Numbers(PicturesState& state, std::string_view) {
  state.shows_numbers = !state.shows_numbers;
  return {};
}
Effects Dismiss(PicturesState& state, std::string_view) {
  state.notice.clear();
  return {};
}
// What the program has to say: a link that is none, a pack that is too new.
Effects Notice(PicturesState& state, std::string_view sentence) {
  ShowPictureNotice(state, sentence);
  return {};
}
Effects CopyLink(PicturesState&, std::string_view) { return {CopyLinkEffect{}}; }

struct ViewAction {
  std::string_view name;
  Effects (*apply)(PicturesState&, std::string_view);
};
constexpr ViewAction kViewActions[] = {
    {"pick", OpenPick},
    {"pick-close", ClosePick},
    {"pick-class", PickClass},
    {"search-class", SearchClass},
    {"point", Point},
    {"show-all", ShowAll},
    {"closer", Closer},
    {"further", Further},
    {"help", Help},
    {"trust", Trust},
    {"close", Close},
    {"list", List},
    {"dismiss", Dismiss},
    {"notice", Notice},
    {"copy-link", CopyLink},
    {"numbers", Numbers},
};

}  // namespace

// After another look at the same picture: what is asked for now, and the link.
Effects LookedAgain(PicturesState& state, bool new_entry) {
  state.came_by_playing = false;
  Effects effects = AskPictures(state);
  effects.push_back(SetLinkEffect{new_entry});
  return effects;
}

// "1 4 97": kind, and its numbers.
PictureTarget PictureTargetIn(std::string_view text) {
  const std::optional<std::array<int, 3>> read = ThreeNumbersIn(text);
  if (!read) return {};
  const std::array<int, 3>& numbers = *read;
  if (numbers[0] > static_cast<int>(Kind::kSource) || numbers[1] > 255) return {};
  return {static_cast<Kind>(numbers[0]), static_cast<uint8_t>(numbers[1]),
          static_cast<uint16_t>(numbers[2])};
}

std::optional<Effects> ApplyToPictureView(PicturesState& state, std::string_view action,
                                          std::string_view argument) {
  for (const ViewAction& listed : kViewActions) {
    if (listed.name == action) return listed.apply(state, argument);
  }
  return std::nullopt;
}

}  // namespace meander
