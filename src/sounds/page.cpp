// See page.h.
#include "sounds/page.h"

#include "canvas/fill.h"
#include "canvas/words.h"
#include "sounds/page_parts.h"

namespace meander {
namespace {

PageNode ChartPart(const SoundsState& state) {
  PageNode chart = Node(PageKind::kChart, "chart", "sounds-chart");
  chart.label = Fill(words::kSoundsChartLabel, {{"count", WithCommas(state.map.count())}});
  chart.detail = Fill(words::kSoundsChartDetail,
                      {{"title", TitleOfBeat(state)},
                       {"tracks", TracksInWords(state)},
                       {"state", std::string(state.player.is_on() ? words::kSoundsPlaying
                                                                  : words::kSoundsSilent)}});
  return chart;
}

void AddDialog(const SoundsState& state, Page& page) {
  switch (state.dialog) {
    case SoundsDialog::kNone:
      return;
    case SoundsDialog::kHelp:
      page.nodes.push_back(SoundsHelpPart(state));
      return;
    case SoundsDialog::kCredits:
      page.nodes.push_back(SoundsCreditsPart(state));
      return;
    case SoundsDialog::kSave:
      page.nodes.push_back(SoundsSavePart(state));
      return;
    case SoundsDialog::kHow:
      page.nodes.push_back(SoundsHowPart(state));
      return;
  }
}

PageNode RoomPart(const SoundsState& state, const View& view) {
  const bool is_list = state.shows_list || !view.can_draw;
  std::string style = "room sounds";
  if (IsFigure(view)) style += " figure";
  if (is_list) style += " as-list";
  if (state.why.is_open) style += " comparing";
  const int lanes = state.track_count();
  if (lanes > 4) style += lanes > 6 ? " many-lanes" : " more-lanes";
  PageNode room = Group("room", style, "main");
  if (IsFigure(view)) {
    // Play, and with it silence, is the first thing that Tab finds.
    room.children.push_back(SoundsFigurePart(state, view));
    room.children.push_back(ChartPart(state));
    return room;
  }
  room.children.push_back(IsPhone(view) ? DockPart(state) : TransportPart(state));
  PageNode stage = Group("stage", "sounds-stage");
  stage.children.push_back(ChartPart(state));
  if (!is_list && state.why.is_open) {
    // Its card lies where they are otherwise.
    stage.children.push_back(WhyNearPart(state));
    stage.children.push_back(GridTwinPart(state, false));
  } else if (!is_list) {
    stage.children.push_back(SoundSearchPart(state));
    stage.children.push_back(OwnSoundPart(state));
    const bool shows_track = state.shows_track && state.chosen >= 0;
    const bool shows_sound = state.pinned != kNoItem;
    // On a phone there is room for one card, elsewhere the ring's lies where the foot would.
    if (shows_track && !(shows_sound && IsPhone(view))) {
      stage.children.push_back(TrackPart(state, view));
    } else if (!IsPhone(view) && !state.search.is_open) {
      stage.children.push_back(MapFootPart(state));
    }
    if (shows_sound) stage.children.push_back(SoundPart(state, view));
    stage.children.push_back(GridTwinPart(state, false));
  }
  room.children.push_back(std::move(stage));
  if (!is_list) room.children.push_back(PaperPart(state));
  if (is_list) room.children.push_back(SoundsListPart(state, view));
  PageNode keep = KeepPart(state, view);
  if (IsPhone(view)) {
    keep.children.push_back(TransportPart(state));
    keep.children.push_back(WaysPart(is_list));
    keep.children.push_back(Button("close", "button", words::kDialogClose, "keep"));
  }
  room.children.push_back(std::move(keep));
  return room;
}

}  // namespace

std::string TracksInWords(const SoundsState& state) {
  std::string words;
  for (int track = 0; track < state.track_count(); ++track) {
    if (!words.empty()) words += ", ";
    words += LabelOf(state, track) + " (" + SoundOfTrack(state, track) + ")";
  }
  return words;
}

Page SoundsPage(const SoundsState& state, const View& view) {
  Page page;
  page.title = std::string(words::kShellSounds) + " · " + std::string(words::kAppName);
  if (!state.map.is_complete()) {
    if (state.error.empty()) return page;
    page.nodes.push_back(Group("shell", "shell", "banner"));
    page.nodes.push_back(Paragraph("note", "note empty", state.error));
    return page;
  }
  page.title = TitleOfBeat(state) + " · " + std::string(words::kAppName);
  if (!IsFigure(view)) {
    ShellSays says{"sounds", words::kSoundsSkip};
    // On a phone the map has no room for the field while nobody searches.
    if (IsPhone(view)) {
      says.before.push_back(
          IconButton("search", "icon-button", "search", words::kSoundsSearchLabel, "search-open"));
    }
    page.nodes.push_back(RoomShellPart(view, std::move(says)));
  }
  page.nodes.push_back(RoomPart(state, view));
  page.nodes.push_back(NoticePart(state.notice));
  AddDialog(state, page);
  page.nodes.push_back(Node(PageKind::kStatus, "status", {}));
  return page;
}

}  // namespace meander
