// The clicked sound in words: the twin of its card, and on a phone the card itself.
#include "canvas/fill.h"
#include "canvas/words.h"
#include "sounds/page_parts.h"
#include "sounds/sound_facts.h"

namespace meander {
namespace {

constexpr size_t kTrueNeighbors = 5;

}  // namespace

PageNode SoundPart(const SoundsState& state, const View& view) {
  const uint32_t item = state.pinned;
  PageNode card = Group("sound", "sound-card", "group");
  // Beside the map the card is drawn (panel/sound_card.h).
  if (!IsPhone(view)) card.show = PageShow::kReaderOnly;
  card.label = NameOf(state, item);
  card.on_escape = "unpin";
  PageNode head = Group("head", "card-head");
  head.children.push_back(Heading(2, "name", "track-name", NameOf(state, item)));
  head.children.push_back(
      IconButton("close", "icon-button", "close", words::kDialogClose, "unpin"));
  card.children.push_back(std::move(head));
  card.children.push_back(Paragraph("facts", "small", FactsOfSound(state, item)));
  card.children.push_back(Paragraph("trust", "small", TrustOfSound(state, item)));
  PageNode row = Group("row", "actions");
  const std::string number = std::to_string(item);
  row.children.push_back(Button(
      "put", "button", Fill(words::kSoundsPutIn, {{"track", LabelOf(state, TrackToFill(state))}}),
      "put", number));
  row.children.push_back(Button("hear", "button", words::kSoundsHear, "hear", number));
  row.children.push_back(Button("why", "button", words::kSoundsWhy, "why-open", number));
  if (item >= kFirstOwnSound) {
    row.children.push_back(
        Button("forget", "button", words::kSoundsOwnForget, "own-forget", number));
  }
  card.children.push_back(std::move(row));
  const std::vector<uint32_t> near = TrueNeighborsOf(state, item, kTrueNeighbors);
  if (near.empty()) return card;
  PageNode like = Group("like", "like-this", "group");
  like.label = words::kSoundsLikeThis;
  like.children.push_back(Heading(3, "title", "small", words::kSoundsLikeThis));
  // By their rank: whoever goes from sound to sound stays on the same button.
  for (size_t rank = 0; rank < near.size(); ++rank) {
    PageNode go = Button("near" + std::to_string(rank), "preset-button", NameOf(state, near[rank]),
                         "go", std::to_string(near[rank]));
    go.on_point = "hear-pointed";
    like.children.push_back(std::move(go));
  }
  card.children.push_back(std::move(like));
  return card;
}

}  // namespace meander
