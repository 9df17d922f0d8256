// Whole documents for one figure: a letter's HTML as letter programs want it, and a page that says
// who it is to whoever pastes its address (OpenGraph, Twitter cards, oEmbed).
#pragma once

#include <string>

#include "canvas/share_text.h"

namespace meander {

// A table 600 px wide, colours and sizes on the elements, no script, no style sheet, no picture
// but `figure.poster`: what every letter program shows alike. Far under the 100 kB at which some
// cut.
std::string MailHtml(const ShareFigure& figure);

// Where a figure's page and what belongs to it lie; whole addresses, because what reads the cards
// knows nothing else.
struct FigurePage {
  std::string address;  // of the page itself
  std::string oembed;   // of its oembed.json
  std::string picture;  // 1200 × 630
};
// Shows the picture with its words and opens the live figure; holds the cards in its head.
std::string FigurePageHtml(const ShareFigure& figure, const FigurePage& page);
// Its style sheet, page.css beside it.
std::string FigurePageCss();

}  // namespace meander
