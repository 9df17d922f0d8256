// See share_mail.h.
#include "canvas/share_mail.h"

#include "canvas/colors.h"
#include "canvas/words.h"

namespace meander {
namespace {

constexpr std::string_view kSerif = "Vollkorn, Georgia, 'Times New Roman', serif";
constexpr std::string_view kSans = "Lato, 'Segoe UI', Helvetica, Arial, sans-serif";

// Letter programs read no style sheets: what a cell looks like stands on it.
std::string Cell(std::string_view style, std::string_view inside) {
  return "<tr><td style=\"" + std::string(style) + "\">" + std::string(inside) + "</td></tr>\n";
}

std::string Type(std::string_view face, int size_px, int line_px, Token token) {
  return "font-family:" + std::string(face) + ";font-size:" + std::to_string(size_px) +
         "px;line-height:" + std::to_string(line_px) + "px;color:" + HexOf(token) + ";";
}

std::string Meta(std::string_view kind, std::string_view name, std::string_view content) {
  if (content.empty()) return {};
  return "<meta " + std::string(kind) + "=\"" + std::string(name) + "\" content=\"" +
         EscapedHtml(content) + "\">\n";
}

}  // namespace

std::string MailHtml(const ShareFigure& figure) {
  const std::string title = EscapedHtml(TitleOf(figure));
  const std::string address = EscapedHtml(AddressOf(figure));
  const std::string_view action =
      figure.action.empty() ? words::kFigureLive : std::string_view(figure.action);
  const std::string link = "<a href=\"" + address + "\" style=\"color:" + HexOf(Token::kInk) + ";";
  std::string rows = Cell(
      "padding:28px 32px 6px;" + Type(kSerif, 30, 34, Token::kInk) + "font-weight:600;", title);
  rows +=
      Cell("padding:6px 32px 18px;" + Type(kSerif, 18, 26, Token::kInk2), EscapedHtml(figure.alt));
  if (!figure.poster.empty()) {
    // What it shows is said in the row above: the picture's text is where it leads.
    rows += Cell("padding:0;", link + "text-decoration:none;\"><img src=\"" +
                                   EscapedHtml(figure.poster) + "\" alt=\"" + EscapedHtml(action) +
                                   "\" width=\"600\" style=\"display:block;width:100%;"
                                   "max-width:600px;height:auto;border:0;\"></a>");
  }
  const std::string button =
      "<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"><tr>"
      "<td bgcolor=\"" +
      HexOf(Token::kInk) + "\" style=\"border-radius:24px;background:" + HexOf(Token::kInk) +
      ";\"><a href=\"" + address +
      "\" style=\"display:inline-block;padding:13px 26px;text-decoration:none;" +
      Type(kSans, 17, 22, Token::kPaper) + "font-weight:bold;\">" + EscapedHtml(action) +
      "</a></td></tr></table>";
  rows += Cell("padding:24px 32px 12px;", button);
  std::string small = EscapedHtml(words::kMailSmall);
  if (!figure.credits.empty()) small += "<br>" + EscapedHtml(figure.credits);
  rows += Cell("padding:6px 32px 28px;" + Type(kSans, 14, 20, Token::kInk3), small);
  return WithoutTemplates(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
      title +
      "</title>\n</head>\n<body style=\"margin:0;padding:0;background:" + HexOf(Token::kWater) +
      ";\">\n<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" "
      "border=\"0\">\n<tr><td align=\"center\" style=\"padding:16px 0;\">\n"
      "<table role=\"presentation\" width=\"600\" cellpadding=\"0\" cellspacing=\"0\" "
      "border=\"0\" style=\"width:100%;max-width:600px;background:" +
      HexOf(Token::kPaper) + ";\">\n" + rows +
      "</table>\n</td></tr>\n</table>\n</body>\n</html>\n");
}

std::string FigurePageHtml(const ShareFigure& figure, const FigurePage& page) {
  const std::string title = TitleOf(figure);
  std::string head = Meta("name", "description", figure.alt);
  head += Meta("property", "og:type", "article");
  head += Meta("property", "og:site_name", words::kAppName);
  head += Meta("property", "og:title", title);
  head += Meta("property", "og:description", figure.alt);
  head += Meta("property", "og:url", page.address);
  head += Meta("property", "og:image", page.picture);
  head += Meta("property", "og:image:width", "1200");
  head += Meta("property", "og:image:height", "630");
  head += Meta("property", "og:image:alt", figure.alt);
  head += Meta("name", "twitter:card", "summary_large_image");
  head += Meta("name", "twitter:title", title);
  head += Meta("name", "twitter:description", figure.alt);
  head += Meta("name", "twitter:image", page.picture);
  head += Meta("name", "twitter:image:alt", figure.alt);
  head += "<link rel=\"canonical\" href=\"" + EscapedHtml(page.address) + "\">\n";
  head += "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"" +
          EscapedHtml(page.oembed) + "\" title=\"" + EscapedHtml(title) + "\">\n";
  const std::string address = EscapedHtml(AddressOf(figure));
  std::string body = "<main>\n<h1>" + EscapedHtml(title) + "</h1>\n<p>" + EscapedHtml(figure.alt) +
                     "</p>\n<p><a href=\"" + address + "\"><img src=\"" +
                     EscapedHtml(page.picture) + "\" alt=\"" + EscapedHtml(figure.alt) +
                     "\" width=\"1200\" height=\"630\"></a></p>\n<p><a href=\"" + address + "\">" +
                     EscapedHtml(words::kFigureLive) + "</a></p>\n";
  if (!figure.credits.empty()) body += "<p>" + EscapedHtml(figure.credits) + "</p>\n";
  return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"color-scheme\" content=\"light dark\">\n<title>" +
         EscapedHtml(title) + " · " + std::string(words::kAppName) + "</title>\n" + head +
         "<link rel=\"stylesheet\" href=\"page.css\">\n</head>\n<body>\n" + body +
         "</main>\n</body>\n</html>\n";
}

std::string FigurePageCss() {
  const auto colors = [](ThemeKind theme) {
    return "background: " + HexOf(Token::kPaper, theme) + "; color: " + HexOf(Token::kInk, theme) +
           ";";
  };
  return "body { max-width: 760px; margin: 0 auto; padding: 32px 20px; font: 18px/27px " +
         std::string(kSerif) + "; " + colors(ThemeKind::kLight) +
         " }\nh1 { font-size: 34px; line-height: 40px; }\nimg { width: 100%; height: auto; }\n"
         "a { color: inherit; }\n@media (prefers-color-scheme: dark) { body { " +
         colors(ThemeKind::kDark) + " } }\n";
}

}  // namespace meander
