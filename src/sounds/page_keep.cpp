// The right column: the link and the files, then other sounds for the rings.
#include <algorithm>

#include "canvas/fill.h"
#include "canvas/words.h"
#include "sounds/page_parts.h"

namespace meander {

PageNode KeepPart(const SoundsState& state, const View& view) {
  PageNode part = Group("keep", state.keep_is_open ? "keep open" : "keep", "complementary");
  part.label = words::kSoundsKeepTitle;
  part.on_escape = "keep-close";
  part.children.push_back(Heading(2, "title", "heading", words::kSoundsKeepTitle));
  PageNode link = Group("link", "keep-link");
  link.children.push_back(Node(PageKind::kText, "words", {}, words::kSoundsWholeLink));
  PageNode copy = Button("copy", "keep-copy", words::kSoundsCopy, "copy-link");
  copy.label = words::kSoundsCopyLabel;
  copy.focus = IsPhone(view) && state.keep_is_open;  // the sheet has just come up
  link.children.push_back(std::move(copy));
  part.children.push_back(std::move(link));
  const bool has_own = std::ranges::any_of(state.pattern.tracks, [&](const Track& track) {
    return std::ranges::find(state.own, track.clip_id, &OwnSound::clip_id) != state.own.end();
  });
  if (has_own) part.children.push_back(Paragraph("stays", "small", words::kSoundsOwnStays));
  PageNode files = Group("files", "actions");
  files.children.push_back(Button("wav", "button", words::kSoundsWav, "save"));
  files.children.push_back(Button("midi", "button", words::kSoundsMidi, "save-midi"));
  files.children.push_back(Button("picture", "button", words::kSoundsPicture, "save-png"));
  part.children.push_back(std::move(files));
  PageNode other = Group("other", "keep-other");
  other.children.push_back(Heading(2, "title", "heading", words::kSoundsShuffle));
  // The column has room for one of the two.
  if (!has_own) other.children.push_back(Paragraph("note", "small", words::kSoundsShuffleNote));
  PageNode row = Group("row", "actions");
  row.children.push_back(Button("shuffle", "button primary", words::kSoundsShuffle, "shuffle"));
  PageNode clear = Button("clear", "button plain", words::kSoundsClear, "clear");
  clear.disabled = IsEmpty(state.pattern);
  row.children.push_back(std::move(clear));
  other.children.push_back(std::move(row));
  PageNode small = Group("small", "keep-small");
  small.children.push_back(Button("next", "text-button", words::kSoundsNextBeat, "next-beat"));
  const auto step = [&](std::string_view key, std::string_view words, bool can) {
    PageNode button = Button(key, "text-button", words, key);
    button.disabled = !can;
    small.children.push_back(std::move(button));
  };
  step("undo", words::kSoundsUndo, state.history.can_undo());
  step("redo", words::kSoundsRedo, state.history.can_redo());
  other.children.push_back(std::move(small));
  part.children.push_back(std::move(other));
  return part;
}

PageNode DockPart(const SoundsState& state) {
  PageNode dock = Group("dock", "dock", "group");
  dock.label = words::kSoundsTransport;
  const bool plays = OffersPause(state);
  const std::string note = PlayNote(state);
  dock.children.push_back(IconButton("play", "play-button large", plays ? "pause" : "play",
                                     plays ? words::kSoundsPause : words::kSoundsPlay, "play"));
  PageNode tempo = Button("tempo", "dock-tempo", "", "tap");
  tempo.label = std::to_string(state.pattern.tempo_bpm) + " " + std::string(words::kSoundsBpm) +
                ". " + std::string(words::kSoundsTap);
  tempo.children.push_back(
      Node(PageKind::kText, "number", "tempo-number", std::to_string(state.pattern.tempo_bpm)));
  tempo.children.push_back(
      Node(PageKind::kText, "unit", "small", note.empty() ? std::string(words::kSoundsBpm) : note));
  dock.children.push_back(std::move(tempo));
  dock.children.push_back(Button("shuffle", "button", words::kSoundsShuffle, "shuffle"));
  PageNode keep = Button("keep", "button primary", words::kSoundsKeep, "keep");
  keep.label = words::kSoundsKeepLabel;
  dock.children.push_back(std::move(keep));
  return dock;
}

}  // namespace meander
