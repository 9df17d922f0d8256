// Share and help.
#include "canvas/words.h"
#include "ideas/fill.h"
#include "ideas/page.h"
#include "ideas/page_parts.h"

namespace meander {

PageNode SharePart(const IdeasState& state, const View&) {
  PageNode dialog = DialogPart("share", words::kShareTitle);
  PageNode body = Group("body", "dialog-body");
  body.children.push_back(Heading(3, "link-title", "heading", words::kShareLink));
  body.children.push_back(Paragraph("link-text", "read", words::kShareLinkText));
  PageNode link = Group("link", "actions");
  PageNode copy = Button("copy", "button primary", words::kShareCopyLink, "copy-link");
  copy.focus = true;
  link.children.push_back(std::move(copy));
  body.children.push_back(std::move(link));
  body.children.push_back(Heading(3, "picture-title", "heading", words::kSharePicture));
  body.children.push_back(Paragraph("picture-text", "read", words::kSharePictureText));
  PageNode picture = Group("picture", "actions");
  picture.children.push_back(Button("png", "button", words::kSharePng, "save-png"));
  picture.children.push_back(Button("svg", "button", words::kShareSvg, "save-svg"));
  body.children.push_back(std::move(picture));
  body.children.push_back(Heading(3, "alt-title", "heading", words::kShareAlt));
  body.children.push_back(Paragraph("alt", "read alt", JourneySentence(state)));
  PageNode alt = Group("alt-actions", "actions");
  alt.children.push_back(Button("alt", "button", words::kShareCopyAlt, "copy-alt"));
  body.children.push_back(std::move(alt));
  body.children.push_back(Paragraph("nothing", "small", words::kShareNothing));
  dialog.children.push_back(std::move(body));
  return dialog;
}

PageNode HelpPart(const IdeasState& state) {
  PageNode dialog = DialogPart("help", words::kHelpTitle);
  PageNode body = Group("body", "dialog-body");
  body.children.push_back(Paragraph(
      "what", "read", Fill(words::kHelpWhat, {{"count", WithCommas(state.map.item_count())}})));
  body.children.push_back(Paragraph("trust", "read", words::kHelpTrust));
  body.children.push_back(Heading(3, "keys-title", "heading", words::kHelpKeys));
  PageNode keys = Node(PageKind::kList, "keys", "keys");
  for (const std::string_view row :
       {words::kHelpKeyArrows, words::kHelpKeyEnter, words::kHelpKeyBack, words::kHelpKeyZoom,
        words::kHelpKeyJourney, words::kHelpKeySearch, words::kHelpKeyWalk, words::kHelpKeyReplay,
        words::kHelpKeyList, words::kHelpKeyKey, words::kHelpKeyLeave}) {
    keys.children.push_back(Node(PageKind::kItem, row, {}, row));
  }
  body.children.push_back(std::move(keys));
  PageNode credit = Paragraph("credit", "small", {});
  PageNode link = Node(PageKind::kLink, "link", {}, words::kHelpCredits);
  link.href = "./credits.html";
  credit.children.push_back(std::move(link));
  body.children.push_back(std::move(credit));
  dialog.children.push_back(std::move(body));
  return dialog;
}

}  // namespace meander
