// Which network looks: ours, or one of the reader's own; what each of them says of the photo, and
// what is wrong with a file that was brought.
#include <algorithm>

#include "canvas/fill.h"
#include "canvas/words.h"
#include "pictures/page_parts.h"
#include "pictures/page_side.h"
#include "pictures/sentences.h"
#include "pictures/wishes.h"

namespace meander {
namespace {

using Stage = OtherNetwork::Stage;
constexpr size_t kClassesBeside = 5;

std::string SaysNow(const OtherNetwork& other) {
  if (!other.problem.empty()) return other.problem;
  switch (other.stage) {
    case Stage::kHalf:
      return Fill(other.card.address.empty() ? words::kPicturesNetworkNeedsJson
                                             : words::kPicturesNetworkNeedsModel,
                  {{"file", other.model.name}, {"json", other.card.name}});
    case Stage::kAsking:
    case Stage::kOpening:
      return Fill(words::kPicturesNetworkOpening, {{"file", other.model.name}});
    case Stage::kHeld:
      return Fill(words::kPicturesNetworkFetch, {{"megabytes", other.megabytes}});
    case Stage::kReady: {
      std::string whose = other.licence;
      if (!other.source.empty()) whose += (whose.empty() ? "" : ", ") + other.source;
      if (!whose.empty()) whose += ". ";
      return whose + std::string(words::kPicturesNetworkStays);
    }
    case Stage::kNone:
      break;
  }
  return {};
}

void AddClasses(const PicturesLookAnswer& seen, std::string_view key, bool can_ask,
                uint16_t current, PageNode& block) {
  for (size_t i = 0; i < std::min(seen.classes.size(), kClassesBeside); ++i) {
    const PictureClass& known = seen.classes[i];
    const bool is_less = known.share < 0.005f;
    PageNode row = BarRow(
        std::string(key) + "-" + std::to_string(i), known.name, known.share, 1,
        is_less ? Fill(words::kTrustPercent, {{"value", std::string(words::kPicturesThinksLess)}})
                : PercentText(known.share),
        can_ask ? PictureTargetText({PictureTarget::Kind::kClass, 0, known.index}) : std::string(),
        can_ask && known.index == current);
    if (can_ask) row.label = Fill(words::kPicturesClassOpen, {{"name", known.name}});
    row.style = "bar-row share-row";
    block.children.push_back(std::move(row));
  }
}

}  // namespace

PageNode NetworkTakePart() {
  return OwnFilePart("network", "text-button bring-network", words::kPicturesNetworkTake,
                     ".onnx,.json");
}

PageNode NetworkPart(const PicturesState& state) {
  const OtherNetwork& other = state.other;
  PageNode part = Group("network", "network-line", "group");
  part.label = words::kPicturesNetworkSeenBy;
  if (other.stage == Stage::kNone && other.problem.empty()) {
    part.show = PageShow::kHidden;
    return part;
  }
  if (other.is_ready()) {
    part.children.push_back(Node(PageKind::kText, "by", "small", words::kPicturesNetworkSeenBy));
    PageNode choice = Node(PageKind::kChoice, "which", "segmented");
    choice.label = words::kPicturesNetworkSeenBy;
    PageNode shipped = Button("shipped", "segment", kShippedNetwork, "network", "shipped");
    shipped.pressed = !other.is_on;
    PageNode own = Button("own", "segment", other.name, "network", "own");
    own.pressed = other.is_on;
    choice.children = {std::move(shipped), std::move(own)};
    part.children.push_back(std::move(choice));
  }
  part.children.push_back(Node(PageKind::kText, "says",
                               other.problem.empty() ? "small" : "small problem", SaysNow(other)));
  if (other.stage == Stage::kHeld) {
    part.children.push_back(
        Button("fetch", "text-button", words::kInsideFetchYes, "network-fetch"));
  }
  if (other.stage == Stage::kOpening) {
    part.children.push_back(Button("stop", "text-button", words::kInsideStop, "network-stop"));
  } else {
    part.children.push_back(
        Button("forget", "text-button", words::kPicturesNetworkForget, "network-forget"));
  }
  return part;
}

PageNode BothThinkPart(const PicturesState& state) {
  PageNode block =
      BlockPart("both", Fill(words::kPicturesNetworkSays, {{"name", state.other.name}}),
                words::kPicturesThinksHint);
  const std::optional<ClassPair> pair = ClassesAsked(state);
  if (const PicturesLookAnswer* seen = LookSeen(state)) {
    AddClasses(*seen, "theirs", true, pair ? pair->a : kNoClass, block);
  } else {
    block.children.push_back(Paragraph("wait", "small", PictureWaiting(state)));
  }
  const auto* shipped = PictureAnswerTo<PicturesLookAnswer>(state, ShippedLookWish(state));
  if (shipped == nullptr) return block;
  block.children.push_back(
      Heading(3, "beside", "heading of-shipped",
              Fill(words::kPicturesNetworkSays, {{"name", std::string(kShippedNetwork)}})));
  AddClasses(*shipped, "ours", false, kNoClass, block);
  return block;
}

}  // namespace meander
