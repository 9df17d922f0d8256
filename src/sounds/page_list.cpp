// Everything as a list: rings, steps, settings, then every sound by region. What prints, and what
// stands in where nothing can be drawn.
#include "canvas/fill.h"
#include "canvas/words.h"
#include "sounds/page_parts.h"
#include "sounds/sound_facts.h"

namespace meander {
namespace {

constexpr size_t kLikeThis = 5;

// True neighbours as what else the ring may stand on: heard when pointed at, put in when pressed.
PageNode LikePart(const SoundsState& state, int track, uint32_t item) {
  PageNode like = Group("like", "like-this", "group");
  like.label = words::kSoundsLike;
  like.children.push_back(Node(PageKind::kText, "title", "small", words::kSoundsLikeThis));
  for (const uint32_t other : TrueNeighborsOf(state, item, kLikeThis)) {
    PageNode put = Button(std::to_string(other), "preset-button", NameOf(state, other), "put-in",
                          std::to_string(track) + " " + std::to_string(other));
    put.on_point = "hear-pointed";
    put.label = Fill(words::kSoundsPutIn, {{"track", LabelOf(state, track)}}) + ": " + put.text;
    like.children.push_back(std::move(put));
  }
  if (like.children.size() == 1) like.show = PageShow::kHidden;  // they are still to come
  return like;
}

PageNode RingRow(const SoundsState& state, int track) {
  const uint32_t item = ItemOfTrack(state, track);
  PageNode row = Node(PageKind::kItem, "t" + std::to_string(track), "ring-row");
  PageNode choose =
      Button("choose", "ring-button", LabelOf(state, track), "ring", std::to_string(track));
  choose.pressed = state.chosen == track;
  row.children.push_back(std::move(choose));
  row.children.push_back(Node(PageKind::kText, "sound", "ring-sound", SoundOfTrack(state, track)));
  row.children.push_back(Node(PageKind::kText, "where", "small", RegionNameOf(state, item)));
  PageNode switches = Group("switches", "switches");
  const auto flip = [&](std::string_view key, std::string_view words, bool is_on) {
    PageNode button = Button(key, "switch", words, key, std::to_string(track));
    button.pressed = is_on;
    button.label = std::string(words) + ", " + LabelOf(state, track);
    switches.children.push_back(std::move(button));
  };
  const Track& one = state.pattern.tracks[static_cast<size_t>(track)];
  flip("mute", words::kSoundsMute, one.mute);
  flip("solo", words::kSoundsSolo, one.solo);
  flip("lock", words::kSoundsLock, one.locked);
  row.children.push_back(std::move(switches));
  if (item != kNoItem) row.children.push_back(LikePart(state, track, item));
  return row;
}

void AddRegion(const SoundsState& state, const Region& region, PageNode& into) {
  PageNode part = Group("r" + std::to_string(region.topic), "list-region");
  part.children.push_back(Heading(3, "title", "heading", region.name));
  PageNode list = Node(PageKind::kList, "sounds", "sound-list");
  for (uint32_t item = 0; item < state.map.count(); ++item) {
    if (state.map.TopicOf(item) != region.topic || !IsShown(state, item)) continue;
    const std::string number = std::to_string(item);
    PageNode row = Node(PageKind::kItem, number, "sound-row");
    row.children.push_back(Button("hear", "preset-button", NameOf(state, item), "hear", number));
    PageNode put = Button(
        "put", "text-button",
        Fill(words::kSoundsPutIn, {{"track", LabelOf(state, TrackToFill(state))}}), "put", number);
    put.label = NameOf(state, item) + ": " + put.text;
    row.children.push_back(std::move(put));
    list.children.push_back(std::move(row));
  }
  part.children.push_back(std::move(list));
  into.children.push_back(std::move(part));
}

}  // namespace

PageNode SoundsListPart(const SoundsState& state, const View& view) {
  PageNode list = Group("list", "sounds-list", "region");
  list.label = words::kSoundsAsList;
  list.children.push_back(Heading(1, "title", "display", TitleOfBeat(state)));
  if (!view.can_draw) {
    list.children.push_back(Paragraph("no-map", "note", words::kErrorNoWebgl));
  }
  PageNode ways = Group("ways", "actions");
  if (view.can_draw) {
    // The map, whose key may have brought the list, has left the page, and the keyboard with it.
    PageNode back = Button("back", "button", words::kSoundsBackToMap, "list");
    back.focus = true;
    ways.children.push_back(std::move(back));
  }
  ways.children.push_back(Button("credits", "button", words::kSoundsWhose, "credits"));
  ways.children.push_back(Button("how", "button", words::kSoundsHowTitle, "how"));
  list.children.push_back(std::move(ways));
  list.children.push_back(Heading(2, "rings-title", "heading", words::kSoundsRings));
  PageNode rings = Node(PageKind::kList, "rings", "ring-list");
  for (int track = 0; track < state.track_count(); ++track) {
    rings.children.push_back(RingRow(state, track));
  }
  list.children.push_back(std::move(rings));
  if (state.shows_track && state.chosen >= 0) list.children.push_back(TrackPart(state, view));
  list.children.push_back(Heading(2, "steps-title", "heading", words::kSoundsGrid));
  list.children.push_back(GridTwinPart(state, true));
  uint32_t shown = 0;
  for (uint32_t item = 0; item < state.map.count(); ++item) shown += IsShown(state, item);
  list.children.push_back(Paragraph(
      "note", "note",
      shown == state.map.count()
          ? Fill(words::kSoundsListNote, {{"count", WithCommas(shown)}})
          : Fill(words::kSoundsListSome,
                 {{"shown", WithCommas(shown)}, {"count", WithCommas(state.map.count())}})));
  for (const Region& region : state.map.regions()) {
    if (region.level == 0) AddRegion(state, region, list);
  }
  return list;
}

}  // namespace meander
