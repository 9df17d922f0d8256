// Help, how what is shown was worked out, and the list of all kinds.
#include <algorithm>

#include "canvas/fill.h"
#include "canvas/words.h"
#include "pictures/methods.h"
#include "pictures/page_parts.h"
#include "pictures/sentences.h"
#include "pictures/wishes.h"

namespace meander {
namespace {

constexpr size_t kKindsListed = 60;

PageNode HelpOfPictures() {
  PageNode dialog = DialogPart("help", words::kHelpTitle);
  PageNode body = Group("body", "dialog-body");
  body.children.push_back(Paragraph("what", "read", words::kPicturesHelpWhat));
  body.children.push_back(Paragraph("read", "read", words::kPicturesHelpRead));
  body.children.push_back(Paragraph("trust", "read", words::kPicturesHelpTrust));
  body.children.push_back(Heading(3, "keys-title", "heading", words::kInsideHelpKeys));
  body.children.push_back(
      KeysPart({words::kPicturesKeyPlaces, words::kPicturesKeyLayers, words::kPicturesKeySlices,
                words::kPicturesKeyGroups, words::kPicturesKeyFlow, words::kPicturesKeyPhotos,
                words::kPicturesKeyGrow, words::kPicturesKeyPin, words::kPicturesKeyGhost,
                words::kHelpKeyLeave}));
  body.children.push_back(CreditsPart());
  dialog.children.push_back(std::move(body));
  return dialog;
}

std::string_view HowOf(PictureMethod method) {
  switch (method) {
    case PictureMethod::kIntegrated:
      return words::kPicturesHowIntegrated;
    case PictureMethod::kGradient:
      return words::kPicturesHowGradient;
    case PictureMethod::kOcclusion:
      return words::kPicturesHowOcclusion;
    case PictureMethod::kLime:
      return words::kPicturesHowLime;
    case PictureMethod::kActivation:
      return words::kPicturesHowActivation;
  }
  return {};
}

PageNode HowItWasWorkedOut(const PicturesState& state) {
  PageNode dialog = DialogPart("trust", words::kTrustHow);
  PageNode body = Group("body", "dialog-body");
  body.children.push_back(Paragraph(
      "net", "read",
      state.other.is_on
          ? Fill(words::kPicturesNetworkHow, {{"name", state.other.name},
                                              {"width", std::to_string(state.other.width)},
                                              {"height", std::to_string(state.other.height)}})
          : std::string(words::kPicturesHowNet)));
  body.children.push_back(Paragraph("place", "read", words::kPicturesHowPlace));
  const auto entry = [&](std::string_view name, std::string_view how) {
    body.children.push_back(Heading(3, "t-" + std::string(name), "heading", UpperFirst(name)));
    body.children.push_back(Paragraph("p-" + std::string(name), "read", how));
  };
  const auto method = [&](PictureMethod which) { entry(PictureMethodName(which), HowOf(which)); };
  switch (state.look.view) {
    case PictureView::kGroups:
      entry(words::kTabGroups, words::kPicturesHowGroups);
      body.children.push_back(Paragraph("names", "read", words::kPicturesHowNames));
      if (FlowsFrom(state.look)) {
        entry(words::kPicturesFlowTitle, words::kPicturesHowFlow);
      } else {
        method(PictureMethod::kIntegrated);
      }
      break;
    case PictureView::kGrid:
      if (state.look.by_share) method(state.look.method);
      entry(words::kTabDictionary, words::kPicturesHowCell);
      break;
    case PictureView::kWhy:
      method(state.look.method);
      if (state.look.method != PictureMethod::kGradient && !state.other.is_on) {
        method(PictureMethod::kGradient);
      }
      break;
    case PictureView::kWhatIf:
      for (int i = 0; i < kPictureMethods; ++i) {
        const auto which = static_cast<PictureMethod>(i);
        if (!state.other.is_on || IsFromOutside(which)) method(which);
      }
      entry(words::kInsideRace, words::kPicturesHowRace);
      break;
    case PictureView::kDictionary:
      entry(words::kTabDictionary, words::kPicturesHowCell);
      break;
    case PictureView::kUnits:
      entry(words::kPicturesGrowTitle, words::kPicturesHowGrow);
      break;
  }
  if (!state.other.is_on) entry(words::kSideGhost, words::kPicturesHowGhost);
  dialog.children.push_back(std::move(body));
  return dialog;
}

bool HasText(std::string_view name, std::string_view wanted) {
  const auto same = [](char a, char b) {
    const auto low = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return low(a) == low(b);
  };
  return std::ranges::search(name, wanted, same).begin() != name.end() || wanted.empty();
}

PageNode KindsDialog(const PicturesState& state) {
  const bool is_b = state.picks_b;
  PageNode dialog = DialogPart("kinds", is_b ? words::kPicturesClassesB : words::kPicturesClassesA);
  const std::vector<std::string>& names = ClassNamesOf(state);
  PageNode body = Group("body", "dialog-body");
  PageNode field = Node(PageKind::kField, "search", "kinds-search", state.class_search);
  field.label = words::kPicturesClassesSearch;
  field.detail = words::kPicturesClassesSearch;
  field.on_input = "search-class";
  field.focus = true;
  body.children.push_back(std::move(field));
  const std::optional<ClassPair> pair = ClassesAsked(state);
  const uint16_t current = !pair ? kNoClass : is_b ? pair->b : pair->a;
  PageNode list = Node(PageKind::kList, "list", "kinds-list");
  const auto add = [&](const std::string& argument, std::string_view name, bool is_current) {
    PageNode item = Node(PageKind::kItem, "kind-" + argument, {});
    PageNode row = Button("go", "kind-row", name, "class", argument);
    row.pressed = is_current;
    item.children.push_back(std::move(row));
    list.children.push_back(std::move(item));
  };
  if (is_b && state.class_search.empty()) {
    add("none", words::kPicturesClassesAlone, pair && pair->b == kNoClass);
  }
  size_t found = 0;
  // What the network itself thinks of comes first; then all there is, in its own order.
  std::vector<uint16_t> told;
  if (const PicturesLookAnswer* seen = LookSeen(state)) {
    for (const PictureClass& known : seen->classes) told.push_back(known.index);
  }
  const size_t likely = told.size();
  for (size_t i = 0; i < names.size(); ++i) {
    const auto number = static_cast<uint16_t>(i);
    const auto end = told.begin() + static_cast<ptrdiff_t>(likely);
    if (std::find(told.begin(), end, number) == end) told.push_back(number);
  }
  for (const uint16_t number : told) {
    const std::string name = ClassName(state, number);
    if (!HasText(name, state.class_search)) continue;
    if (found++ < kKindsListed) add(std::to_string(number), name, number == current);
  }
  std::string count = Fill(words::kPicturesClassesSome, {{"count", WithCommas(found)}});
  if (found == 0) count = std::string(words::kPicturesClassesNone);
  if (names.empty()) {
    count = std::string(state.lost_classes ? words::kPicturesClassesLost
                                           : words::kPicturesClassesReading);
  } else if (found > kKindsListed) {
    count = Fill(words::kPicturesClassesFirst,
                 {{"count", WithCommas(found)}, {"first", std::to_string(kKindsListed)}});
  }
  body.children.push_back(Paragraph("count", "small", count));
  body.children.push_back(std::move(list));
  dialog.children.push_back(std::move(body));
  return dialog;
}

}  // namespace

PageNode PicturesDialogPart(const PicturesState& state) {
  switch (state.dialog) {
    case PictureDialog::kTrust:
      return HowItWasWorkedOut(state);
    case PictureDialog::kClasses:
      return KindsDialog(state);
    case PictureDialog::kHelp:
    case PictureDialog::kNone:
      break;
  }
  return HelpOfPictures();
}

}  // namespace meander
