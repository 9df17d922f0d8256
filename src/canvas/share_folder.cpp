// See share_folder.h.
#include "canvas/share_folder.h"

#include "canvas/share_mail.h"

namespace meander {

std::vector<HandOverText> HandOverTexts(const ShareFigure& figure, const ShareFigure& lettered,
                                        const ShareChoices& choices) {
  return {{"component.html", ComponentText(figure, choices)},
          {"iframe.html", FrameText(figure, choices)},
          {"link.txt", AddressOf(figure) + "\n"},
          {"text.txt", PlainText(figure)},
          {"alt.txt", figure.alt + "\n"},
          {"markdown.md", MarkdownText(lettered)},
          {"letter.html", LetterText(lettered)},
          {"mail.html", MailHtml(lettered)},
          {"figure.json", FigureJson(figure, choices)}};
}

}  // namespace meander
