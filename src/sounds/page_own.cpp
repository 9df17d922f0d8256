// A sound of the reader's own: where it is brought, and what is wrong with it.
#include "canvas/words.h"
#include "sounds/page_parts.h"

namespace meander {
namespace {

// Those there are: each leads to its place, and can be given up.
PageNode OwnListPart(const SoundsState& state) {
  PageNode list = Node(PageKind::kList, "list", "own-list");
  for (size_t i = 0; i < state.own.size(); ++i) {
    const std::string item = std::to_string(kFirstOwnSound + i);
    PageNode row = Node(PageKind::kItem, std::to_string(state.own[i].clip_id), "sound-row");
    row.children.push_back(Button("go", "preset-button", state.own[i].name, "go", item));
    PageNode forget = Button("forget", "text-button", words::kSoundsOwnForget, "own-forget", item);
    forget.label = std::string(words::kSoundsOwnForget) + ": " + state.own[i].name;
    row.children.push_back(std::move(forget));
    list.children.push_back(std::move(row));
  }
  return list;
}

}  // namespace

PageNode OwnSoundPart(const SoundsState& state) {
  const OwnSoundWish& wish = state.own_wish;
  PageNode part = Group("own", wish.is_open ? "own open" : "own", "group");
  part.label = words::kSoundsAddOwn;
  part.on_escape = "own-close";
  PageNode open = Button("open", "own-button", "", "own-open");
  open.label = words::kSoundsAddOwn;
  open.pressed = wish.is_open;
  open.children.push_back(Icon("add"));
  open.children.push_back(Node(PageKind::kText, "words", "wide-only", words::kSoundsAddOwn));
  part.children.push_back(std::move(open));
  if (!wish.is_open) return part;
  PageNode card = Group("card", "own-card");
  PageNode row = Group("row", "actions");
  PageNode file = Node(PageKind::kFile, "file", "button drop", words::kSoundsOwnFile);
  file.detail = "audio/*";
  file.role = "bytes";
  file.on_input = "own-file";
  row.children.push_back(std::move(file));
  PageNode record =
      Button("record", "button",
             wish.is_recording ? words::kSoundsOwnStop : words::kSoundsOwnRecord, "own-record");
  record.pressed = wish.is_recording;
  row.children.push_back(std::move(record));
  card.children.push_back(std::move(row));
  if (!wish.problem.empty()) {
    card.children.push_back(Paragraph("problem", "note", wish.problem));
  } else if (wish.is_recording) {
    card.children.push_back(Paragraph("listening", "small", words::kSoundsOwnListening));
  } else if (!wish.address.empty()) {
    card.children.push_back(Paragraph("reading", "small", words::kSoundsOwnReading));
  }
  card.children.push_back(Paragraph("stays", "small", words::kSoundsOwnHere));
  if (!state.own.empty()) card.children.push_back(OwnListPart(state));
  card.children.push_back(
      IconButton("close", "icon-button", "close", words::kDialogClose, "own-close"));
  part.children.push_back(std::move(card));
  return part;
}

}  // namespace meander
