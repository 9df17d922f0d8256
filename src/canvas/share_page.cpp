// The Share dialog as a page (share_dialog.h): tabs with their weights, the picture as it will
// look, the author's choices, what is pasted.
#include "canvas/fill.h"
#include "canvas/page_parts.h"
#include "canvas/share_dialog.h"
#include "canvas/words.h"

namespace meander {
namespace {

constexpr size_t kLongLink = 250, kHeavyLetter = 300'000;

std::string Weight(uint64_t bytes) {
  return bytes == 0 ? std::string(words::kShareMeasuring) : WeightText(bytes);
}

uint64_t LengthOf(const ShareDialog& share, ShareText which) { return TextOf(share, which).size(); }

// What a tab weighs: the text and the pictures that would go along; of Markdown and a frame the
// text.
std::string WeightOf(const ShareDialog& share, ShareTab tab) {
  const bool needs_poster = share.can_draw && share.poster_bytes == 0;
  const bool needs_letter = share.can_draw && share.letter_bytes == 0;
  switch (tab) {
    case ShareTab::kLink:
      return Fill(words::kShareLetters, {{"count", WithCommas(LengthOf(share, ShareText::kLink))}});
    case ShareTab::kEmbed:
      if (share.wants_frame) return Weight(LengthOf(share, ShareText::kCode));
      return needs_poster ? Weight(0)
                          : Weight(share.poster_bytes + LengthOf(share, ShareText::kCode));
    case ShareTab::kLetter:
      return needs_letter ? Weight(0)
                          : Weight(share.letter_bytes + LengthOf(share, ShareText::kLetter));
    case ShareTab::kMarkdown:
      return Weight(LengthOf(share, ShareText::kMarkdown));
    case ShareTab::kPicture:
      return std::string(words::kShareFormats);
  }
  return {};
}

PageNode TabsPart(const ShareDialog& share) {
  struct Tab {
    std::string_view key, name;
  };
  constexpr Tab kTabs[kShareTabs] = {{"link", words::kShareLink},
                                     {"embed", words::kShareEmbed},
                                     {"letter", words::kShareLetter},
                                     {"markdown", words::kShareMarkdown},
                                     {"picture", words::kSharePicture}};
  PageNode tabs = Node(PageKind::kChoice, "tabs", "share-tabs sideways");
  tabs.label = words::kShareTabs;
  tabs.on_key = "share-tab-key";
  for (int i = 0; i < kShareTabs; ++i) {
    const auto tab = static_cast<ShareTab>(i);
    PageNode button = Button(kTabs[i].key, "share-tab", {}, "share-tab", kTabs[i].key);
    button.children.push_back(Node(PageKind::kText, "name", "share-tab-name", kTabs[i].name));
    button.children.push_back(Node(PageKind::kText, "weight", "number", WeightOf(share, tab)));
    button.pressed = tab == share.tab;
    button.focus = button.pressed;
    button.tab = button.pressed ? TabStop::kHere : TabStop::kByArrows;
    tabs.children.push_back(std::move(button));
  }
  return tabs;
}

// A row of choices: its name, and one of several.
struct Option {
  std::string_view key, name;
  bool is_chosen;
};
PageNode ChoicePart(std::string_view key, std::string_view name, std::string_view action,
                    std::initializer_list<Option> options) {
  PageNode row = Group(key, "share-row");
  row.children.push_back(Node(PageKind::kText, "name", "share-row-name", name));
  PageNode choice = Node(PageKind::kChoice, "choice", "segmented");
  choice.label = name;
  for (const Option& option : options) {
    PageNode button = Button(option.key, "segment", option.name, action, option.key);
    button.pressed = option.is_chosen;
    choice.children.push_back(std::move(button));
  }
  row.children.push_back(std::move(choice));
  return row;
}

void AddChoices(const ShareDialog& share, PageNode& column) {
  const ShareChoices& now = share.choices;
  column.children.push_back(
      ChoicePart("theme", words::kShareTheme, "share-theme",
                 {{"auto", words::kShareThemeAuto, now.theme == ShareTheme::kAuto},
                  {"light", words::kShareThemeLight, now.theme == ShareTheme::kLight},
                  {"dark", words::kShareThemeDark, now.theme == ShareTheme::kDark}}));
  PageNode path = Group("path", "share-row");
  path.children.push_back(Node(PageKind::kText, "name", "share-row-name", words::kSharePath));
  PageNode field = Node(PageKind::kField, "accent", "field share-accent", share.accent_typed);
  field.label = words::kSharePathField;
  field.detail = words::kSharePathOwn;
  field.on_input = "share-accent";
  path.children.push_back(std::move(field));
  column.children.push_back(std::move(path));
  if (const std::string_view problem = AccentProblem(share); !problem.empty()) {
    column.children.push_back(Paragraph("path-problem", "note share-problem", problem));
  }
  column.children.push_back(
      ChoicePart("start", words::kShareStarts, "share-start",
                 {{"click", words::kShareStartClick, now.start == ShareStart::kClick},
                  {"near", words::kShareStartNear, now.start == ShareStart::kNear},
                  {"still", words::kShareStartStill, now.start == ShareStart::kStill}}));
  column.children.push_back(
      ChoicePart("shape", words::kShareShape, "share-shape",
                 {{"wide", words::kShareShapeWide, now.shape == ShareShape::kWide},
                  {"film", words::kShareShapeFilm, now.shape == ShareShape::kFilm},
                  {"square", words::kShareShapeSquare, now.shape == ShareShape::kSquare},
                  {"column", words::kShareShapeColumn, now.shape == ShareShape::kColumn}}));
  column.children.push_back(ChoicePart(
      "lock", words::kShareMoves, "share-lock",
      {{"off", words::kShareMovesFree, !now.lock}, {"on", words::kShareMovesNot, now.lock}}));
}

void AddAlt(const ShareDialog& share, PageNode& column) {
  PageNode head = Group("alt-head", "share-head");
  head.children.push_back(Heading(3, "alt-title", "heading", words::kShareAlt));
  if (share.alt) {
    head.children.push_back(
        Button("alt-again", "button plain", words::kShareAltAgain, "share-alt-again"));
  } else {
    head.children.push_back(Node(PageKind::kText, "alt-written", "note", words::kShareAltWritten));
  }
  column.children.push_back(std::move(head));
  const std::string alt = TextOf(share, ShareText::kAlt);
  PageNode field = Node(PageKind::kTextArea, "alt", "share-alt", alt);
  field.label = words::kShareAlt;
  field.on_input = "share-alt";
  column.children.push_back(std::move(field));
  if (alt.empty()) {
    column.children.push_back(Paragraph("alt-empty", "note", words::kShareAltEmpty));
  }
}

// What is copied, shown as it is, and its button.
void AddPaste(const ShareDialog& share, std::string_view key, std::string_view label,
              ShareText which, PageNode& column) {
  PageNode field = Node(PageKind::kTextArea, key, "paste share-paste", TextOf(share, which));
  field.label = label;
  field.on_input = "share-keep";
  column.children.push_back(std::move(field));
}

PageNode CopyButton(std::string_view which, std::string_view text, bool is_first = true) {
  return Button("copy-" + std::string(which), is_first ? "button primary" : "button", text,
                "share-copy", which);
}

void AddLink(const ShareDialog& share, std::vector<PageNode> beside, PageNode& column) {
  column.children.push_back(Paragraph("link-text", "read", words::kShareLinkText));
  AddPaste(share, "address", words::kShareLinkAddress, ShareText::kLink, column);
  PageNode actions = Group("link-actions", "actions");
  if (share.can_send) {
    actions.children.push_back(Button("send", "button primary", words::kShareSend, "share-send"));
  }
  // The page's own address as it stands, where the link is still that.
  PageNode copy = CopyButton("link", words::kShareCopyLink, !share.can_send);
  if (!share.is_short) {
    copy.on_press = "copy-link";
    copy.argument.clear();
  }
  actions.children.push_back(std::move(copy));
  for (PageNode& node : beside) actions.children.push_back(std::move(node));
  column.children.push_back(std::move(actions));
  const uint64_t letters = LengthOf(share, ShareText::kLink);
  if (letters > kLongLink) {
    column.children.push_back(
        Paragraph("long", "note", Fill(words::kShareLinkLong, {{"count", WithCommas(letters)}})));
    if (!share.shorter_fragment.empty()) {
      column.children.push_back(
          Button("shorten", "button plain", words::kShareShorten, "share-shorten"));
    }
  }
  column.children.push_back(Heading(3, "plain-title", "heading", words::kShareLinkPlain));
  AddPaste(share, "plain", words::kShareLinkPlain, ShareText::kPlain, column);
  PageNode plain = Group("plain-actions", "actions");
  plain.children.push_back(CopyButton("plain", words::kShareCopy, false));
  column.children.push_back(std::move(plain));
  column.children.push_back(Paragraph("cards", "small", words::kShareLinkCards));
}

void AddEmbed(const ShareDialog& share, PageNode& column) {
  AddChoices(share, column);
  AddAlt(share, column);
  PageNode head = Group("paste-head", "share-head");
  head.children.push_back(Heading(3, "paste-title", "heading", words::kSharePaste));
  PageNode kind = Node(PageKind::kChoice, "kind", "segmented");
  kind.label = words::kSharePaste;
  for (const bool is_frame : {false, true}) {
    const std::string_view key = is_frame ? "frame" : "component";
    PageNode button = Button(key, "segment", is_frame ? words::kShareFrame : words::kShareComponent,
                             "share-paste", key);
    button.pressed = share.wants_frame == is_frame;
    kind.children.push_back(std::move(button));
  }
  head.children.push_back(std::move(kind));
  column.children.push_back(std::move(head));
  AddPaste(share, "code", words::kSharePaste, ShareText::kCode, column);
  PageNode actions = Group("embed-actions", "actions");
  actions.children.push_back(CopyButton("code", words::kShareCopy));
  const bool has_poster = share.can_draw && !share.wants_frame;
  if (has_poster) {
    actions.children.push_back(
        Button("save-poster", "button", words::kSharePosterSave, "share-save", "poster"));
    if (HasDarkPoster(share)) {
      actions.children.push_back(
          Button("save-dark", "button", words::kSharePosterSaveDark, "share-save", "poster-dark"));
    }
  }
  if (share.can_draw) {
    actions.children.push_back(
        Button("save-folder", "button plain", words::kShareFolder, "share-save", "folder"));
  }
  column.children.push_back(std::move(actions));
  if (has_poster) {
    std::string names = PosterName(share);
    if (HasDarkPoster(share)) names += ", " + DarkPosterName(share);
    column.children.push_back(
        Paragraph("beside", "note", Fill(words::kSharePosterNote, {{"name", names}})));
  }
  column.children.push_back(Paragraph("no-code", "small", words::kShareNoCode));
}

void AddLetter(const ShareDialog& share, PageNode& column) {
  column.children.push_back(Paragraph("what", "read", words::kShareLetterText));
  if (share.can_draw) {
    PageNode saves = Group("saves", "actions");
    saves.children.push_back(
        Button("save-letter", "button primary", words::kShareLetterSave, "share-save", "letter"));
    saves.children.push_back(
        Button("save-moving", "button", words::kShareLetterMoving, "share-save", "moving"));
    column.children.push_back(std::move(saves));
    column.children.push_back(Paragraph("moving", "small", words::kShareMovingNote));
    if (share.letter_bytes > kHeavyLetter) {
      column.children.push_back(Paragraph("heavy", "note", words::kShareLetterHeavy));
    }
  }
  AddAlt(share, column);
  AddPaste(share, "letter-code", words::kShareLetterCopy, ShareText::kLetter, column);
  PageNode actions = Group("letter-actions", "actions");
  actions.children.push_back(CopyButton("letter", words::kShareLetterCopy));
  actions.children.push_back(CopyButton("alt", words::kShareCopyAlt, false));
  column.children.push_back(std::move(actions));
  if (share.can_draw) {
    column.children.push_back(
        Paragraph("where", "note", Fill(words::kShareLetterNote, {{"name", LetterName(share)}})));
  }
}

void AddMarkdown(const ShareDialog& share, PageNode& column) {
  column.children.push_back(Paragraph("what", "read", words::kShareMarkdownText));
  AddPaste(share, "markdown", words::kShareMarkdown, ShareText::kMarkdown, column);
  PageNode actions = Group("markdown-actions", "actions");
  actions.children.push_back(CopyButton("markdown", words::kShareCopy));
  if (share.can_draw) {
    actions.children.push_back(
        Button("save-letter", "button", words::kSharePosterSave, "share-save", "letter"));
  }
  column.children.push_back(std::move(actions));
  AddAlt(share, column);
}

void AddPicture(const ShareDialog& share, PageNode& column) {
  if (!share.wants_tall) {
    column.children.push_back(Paragraph("what", "read", words::kSharePictureWhat));
  }
  column.children.push_back(ChoicePart(
      "picture-shape", words::kShareShape, "share-picture",
      {{"wide", "1200 × 630", !share.wants_tall}, {"tall", "1080 × 1350", share.wants_tall}}));
  PageNode saves = Group("picture", "actions");
  if (share.can_draw) {
    saves.children.push_back(Button("png", "button primary", words::kSharePng, "save-png"));
  }
  saves.children.push_back(Button("svg", "button", words::kShareSvg, "save-svg"));
  column.children.push_back(std::move(saves));
  column.children.push_back(Paragraph("json-what", "read", words::kShareJsonText));
  AddPaste(share, "json", words::kShareJsonText, ShareText::kJson, column);
  PageNode actions = Group("json-actions", "actions");
  actions.children.push_back(CopyButton("json", words::kShareJson));
  column.children.push_back(std::move(actions));
  AddAlt(share, column);
}

// What happened to the last copy: said, or the text to be copied by hand.
void AddNews(const ShareDialog& share, PageNode& column) {
  if (share.was_copied) {
    column.children.push_back(Paragraph("copied", "note share-copied", words::kShareCopied));
  }
  if (share.refused.empty()) return;
  column.children.push_back(Paragraph("refused", "note share-copied", words::kClipboardRefused));
  PageNode field = Node(PageKind::kTextArea, "by-hand", "paste share-paste", share.refused);
  field.label = words::kClipboardRefused;
  field.on_input = "share-keep";
  field.focus = true;
  column.children.push_back(std::move(field));
}

PageNode FactPart(std::string_view key, std::string_view what, std::string_view value) {
  PageNode row = Group(key, "share-fact");
  row.children.push_back(Node(PageKind::kText, "what", {}, what));
  row.children.push_back(Node(PageKind::kText, "value", "share-value", value));
  return row;
}

PageNode PreviewPart(const ShareDialog& share) {
  PageNode pane = Group("preview", "share-preview");
  const bool is_letter = ShowsLetter(share);
  const ShareSize size = SizeOf(share.choices.shape);
  if (share.can_draw) {
    PageNode drawn = Node(PageKind::kDrawn, "drawn", is_letter ? "as-letter" : "as-figure");
    if (share.tab == ShareTab::kPicture && share.wants_tall) drawn.style = "as-letter as-tall";
    drawn.detail = "share";
    drawn.label = words::kSharePreview;
    pane.children.push_back(std::move(drawn));
    std::string caption(words::kShareSizeLetter);
    if (share.tab == ShareTab::kPicture) {
      caption = words::kShareSizePicture;
    } else if (!is_letter) {
      caption = Fill(words::kShareSizeTrue, {{"width", std::to_string(size.width_px)},
                                             {"height", std::to_string(size.height_px)}});
    }
    // A tall one stands there as high as it can be seen at once.
    const bool is_tall = share.tab == ShareTab::kPicture && share.wants_tall;
    if (!is_tall) pane.children.push_back(Paragraph("size", "small", caption));
  }
  PageNode facts = Group("facts", "share-facts");
  if (share.tab == ShareTab::kEmbed) {
    if (share.wants_frame) {
      // It cannot know where its author will put the picture. A first view has one of its own.
      if (!share.figure.fragment.empty()) {
        facts.children.push_back(Paragraph("before", "small", words::kShareBeforeFrame));
      }
    } else if (share.can_draw) {
      facts.children.push_back(FactPart("before", words::kShareBefore, Weight(share.poster_bytes)));
    }
    if (share.click_bytes != 0) {
      facts.children.push_back(
          FactPart("after", words::kShareAfter, WeightText(share.click_bytes)));
    }
    facts.children.push_back(
        FactPart("pasted", words::kSharePasted, WeightText(LengthOf(share, ShareText::kCode))));
  }
  facts.children.push_back(FactPart("readers", words::kShareReaders, words::kShareReadersNothing));
  pane.children.push_back(std::move(facts));
  return pane;
}

}  // namespace

PageNode ShareDialogPart(const ShareDialog& share, std::vector<PageNode> beside_link) {
  PageNode dialog = DialogPart("share", words::kShareTitle);
  dialog.style += " share";
  dialog.children.push_back(TabsPart(share));
  PageNode body = Group("body", "dialog-body share-body");
  body.children.push_back(PreviewPart(share));
  PageNode column = Group("column", "share-column");
  switch (share.tab) {
    case ShareTab::kLink:
      AddLink(share, std::move(beside_link), column);
      break;
    case ShareTab::kEmbed:
      AddEmbed(share, column);
      break;
    case ShareTab::kLetter:
      AddLetter(share, column);
      break;
    case ShareTab::kMarkdown:
      AddMarkdown(share, column);
      break;
    case ShareTab::kPicture:
      AddPicture(share, column);
      break;
  }
  AddNews(share, column);
  body.children.push_back(std::move(column));
  dialog.children.push_back(std::move(body));
  return dialog;
}

}  // namespace meander
