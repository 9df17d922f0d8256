// What an author pastes: whole, and harmless whatever the titles hold.
#include "canvas/share_text.h"

#include <gtest/gtest.h>

#include "canvas/share_mail.h"

namespace meander {
namespace {

ShareFigure Walk() {
  return {"ideas",
          "ideas.AQEB-_x",
          "From Coffee to Black hole",
          "A path of 7 stops.",
          "https://x.org/meander/",
          "https://x.org/meander/figures/m1/poster-light.webp",
          "Wikipedia, CC BY-SA 4.0"};
}

// Whatever a title can do wrong in HTML, Markdown, JSON, addresses.
ShareFigure Hostile() {
  ShareFigure figure = Walk();
  figure.title = "\"><script>alert(1)</script> ](javascript:x) `code` \\ \n# & 'quote' -->";
  figure.alt = "' onload=\"x\" </table></body> ![x](y) *b* _c_ <img src=x>\r\n\x01";
  figure.credits = "<b>&\"";
  return figure;
}

size_t CountOf(const std::string& text, const std::string& part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

TEST(ShareText, AddressesAreThoseOfTheContract) {
  const ShareFigure figure = Walk();
  EXPECT_EQ(AddressOf(figure), "https://x.org/meander/ideas.html#ideas.AQEB-_x");
  ShareChoices choices;
  EXPECT_EQ(FrameAddressOf(figure, choices),
            "https://x.org/meander/embed.html?room=ideas"
            "&poster=https://x.org/meander/figures/m1/poster-light.webp"
            "&title=From%20Coffee%20to%20Black%20hole#ideas.AQEB-_x");
  choices = {ShareTheme::kDark, ShareStart::kNear, ShareShape::kColumn, true, "#FF79B4"};
  ShareFigure bare = figure;
  bare.poster = "beside.png";  // nothing there on the frame's own ground
  EXPECT_EQ(
      FrameAddressOf(bare, choices),
      "https://x.org/meander/embed.html?room=ideas&theme=dark&start=near&lock=1&accent=%23FF79B4"
      "&title=From%20Coffee%20to%20Black%20hole#ideas.AQEB-_x");
  bare.fragment.clear();
  EXPECT_EQ(AddressOf(bare), "https://x.org/meander/ideas.html");
  EXPECT_EQ(BaseOfPage("https://x.org/meander/ideas.html"), "https://x.org/meander/");
  EXPECT_EQ(BaseOfPage("file:///home/x/ideas.html"), "");
}

TEST(ShareText, TheComponentSaysEveryChoice) {
  ShareChoices choices{ShareTheme::kLight, ShareStart::kStill, ShareShape::kFilm, true, "#0B6E75"};
  EXPECT_EQ(ComponentText(Walk(), choices),
            "<script type=\"module\" src=\"https://x.org/meander/element.js\"></script>\n"
            "<meander-figure room=\"ideas\" state=\"ideas.AQEB-_x\" "
            "poster=\"https://x.org/meander/figures/m1/poster-light.webp\" "
            "title=\"From Coffee to Black hole\" theme=\"light\" start=\"still\" ratio=\"16/9\" "
            "accent=\"#0B6E75\" lock>\n"
            "  <a href=\"https://x.org/meander/ideas.html#ideas.AQEB-_x\">"
            "<img src=\"https://x.org/meander/figures/m1/poster-light.webp\" "
            "alt=\"A path of 7 stops.\" width=\"640\" height=\"360\" "
            "style=\"max-width:100%;height:auto\"></a>\n"
            "</meander-figure>\n");
}

TEST(ShareText, WhereTheThemeIsTheReadersBothPicturesAreNamed) {
  ShareFigure figure = Walk();
  figure.poster_dark = "https://x.org/meander/figures/m1/poster-dark.webp";
  const std::string component = ComponentText(figure, {});
  EXPECT_NE(component.find(" poster=\"https://x.org/meander/figures/m1/poster-light.webp\" "
                           "poster-dark=\"https://x.org/meander/figures/m1/poster-dark.webp\" "),
            component.npos)
      << component;
  EXPECT_NE(component.find("<picture><source media=\"(prefers-color-scheme: dark)\" "
                           "srcset=\"https://x.org/meander/figures/m1/poster-dark.webp\">"
                           "<img src=\"https://x.org/meander/figures/m1/poster-light.webp\" "),
            component.npos)
      << component;
  EXPECT_NE(FrameAddressOf(figure, {})
                .find("poster-light.webp&poster-dark=https://x.org/meander/"
                      "figures/m1/poster-dark.webp&title="),
            std::string::npos);
  EXPECT_EQ(component.find("ratio"), component.npos) << "a phone's column is given more height";
  EXPECT_EQ(LetterText(figure).find("dark"), std::string::npos) << "letters are light";
  // In an image's `srcset` an address ends at a space.
  figure.poster_dark = "at night \"x\".png";
  EXPECT_NE(ComponentText(figure, {}).find("srcset=\"at%20night%20%22x%22.png\""),
            std::string::npos);
}

TEST(ShareText, AFrameIsSandboxedAndHasTheSizeOfItsShape) {
  ShareChoices choices;
  choices.shape = ShareShape::kColumn;
  const std::string frame = FrameText(Walk(), choices);
  EXPECT_NE(frame.find("width=\"360\" height=\"480\""), frame.npos);
  EXPECT_NE(frame.find("sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\""),
            frame.npos);
  EXPECT_NE(frame.find("?room=ideas&amp;poster="), frame.npos) << frame;
  EXPECT_NE(frame.find("max-width:100%"), frame.npos) << "a phone's column is narrower";
}

TEST(ShareText, NoTitleGetsOutOfItsPlace) {
  const ShareFigure figure = Hostile();
  const ShareChoices choices;
  for (const std::string& text :
       {ComponentText(figure, choices), FrameText(figure, choices), LetterText(figure),
        MailHtml(figure),
        FigurePageHtml(figure, {"https://x.org/p", "https://x.org/o", "https://x.org/l.png"})}) {
    EXPECT_EQ(text.find("alert(1)</script>"), text.npos) << text;
    EXPECT_EQ(text.find("<img src=x"), text.npos) << text;
    EXPECT_EQ(text.find("\" onload"), text.npos) << text;
    EXPECT_EQ(text.find("onload=\""), text.npos) << text;
    EXPECT_EQ(text.find('\x01'), text.npos);
  }
  EXPECT_EQ(CountOf(ComponentText(figure, choices), "<script"), 1u);
  EXPECT_EQ(CountOf(MailHtml(figure), "</body>"), 1u);
  const std::string markdown = MarkdownText(figure);
  EXPECT_EQ(CountOf(markdown, "\n"), 3u) << markdown;
  EXPECT_NE(markdown.find("\\]\\(javascript"), markdown.npos) << markdown;
  EXPECT_NE(markdown.find("\\<script\\>"), markdown.npos) << markdown;
  EXPECT_EQ(CountOf(PlainText(figure), "\n"), 3u);
}

TEST(ShareText, DataIsSoundWhateverItHolds) {
  for (const std::string& json :
       {FigureJson(Hostile(), {}), OembedJson(Hostile(), {}, "https://x.org/\"l.png"),
        QuotedJson("\"\\\n\t\x7f<é")}) {
    // Every quote within a text is escaped: outside of texts only JSON's own signs are left.
    bool is_within = false;
    std::string outside;
    for (size_t i = 0; i < json.size(); ++i) {
      if (is_within && json[i] == '\\') {
        ++i;
      } else if (json[i] == '"') {
        is_within = !is_within;
      } else if (is_within) {
        EXPECT_GE(static_cast<uint8_t>(json[i]), 0x20) << json;
      } else {
        outside += json[i];
      }
    }
    EXPECT_FALSE(is_within) << json;
    EXPECT_EQ(outside.find_first_not_of("{}:, \n0123456789truefals"), outside.npos) << outside;
    EXPECT_EQ(json.find('<'), json.npos);
  }
}

TEST(ShareText, ALetterHasNoScriptAndIsLight) {
  ShareFigure figure = Hostile();
  figure.alt.append(2000, 'x');
  const std::string mail = MailHtml(figure);
  EXPECT_LT(mail.size(), 100'000u);
  EXPECT_EQ(mail.find("<script"), mail.npos);
  EXPECT_EQ(mail.find("<style"), mail.npos);
  EXPECT_EQ(mail.find("<link"), mail.npos);
  EXPECT_NE(mail.find("width=\"600\""), mail.npos);
  EXPECT_EQ(CountOf(mail, "<table"), CountOf(mail, "</table>"));
  EXPECT_EQ(CountOf(mail, "<td"), CountOf(mail, "</td>"));
  EXPECT_EQ(CountOf(mail, "<img"), 1u);
  EXPECT_EQ(CountOf(mail, std::string(2000, 'x')), 1u) << "what it shows is said once";
  EXPECT_EQ(mail.find("alt=\"\""), mail.npos) << "and its link has a name";
}

TEST(ShareText, WhatANewslettersProgramWouldFillInIsOnlySeen) {
  ShareFigure figure = Walk();
  figure.title = "{{first_name}} *|FNAME|* [[x]] %%x%% 5 % {% raw %}";
  figure.alt = figure.title;
  for (const std::string& text : {LetterText(figure), MailHtml(figure)}) {
    for (const char* sign : {"{", "}", "|", "[", "]", "%%"}) {
      EXPECT_EQ(text.find(sign), text.npos) << sign << " in " << text;
    }
    EXPECT_NE(text.find("&#123;&#123;first_name&#125;&#125;"), text.npos);
    EXPECT_NE(text.find("5 % "), text.npos) << "a percent is one";
  }
  figure.title = "$x^2$";
  EXPECT_NE(MarkdownText(figure).find("\\$x^2\\$"), std::string::npos) << MarkdownText(figure);
}

TEST(ShareText, ALettersButtonSaysWhatItsRoomDoes) {
  ShareFigure figure = Walk();
  EXPECT_NE(MailHtml(figure).find(">Open it live</a>"), std::string::npos);
  figure.action = "Press <Play>";
  EXPECT_NE(MailHtml(figure).find(">Press &lt;Play&gt;</a>"), std::string::npos)
      << MailHtml(figure);
}

TEST(ShareText, OembedFramesThePosterAndShowsThePicture) {
  const std::string json = OembedJson(Walk(), {}, "https://x.org/f/letter.png");
  EXPECT_NE(json.find("poster=https://x.org/meander/figures/m1/poster-light.webp"), json.npos);
  EXPECT_NE(json.find("\"thumbnail_url\": \"https://x.org/f/letter.png\""), json.npos) << json;
  EXPECT_EQ(OembedJson(Walk(), {}, "").find("thumbnail"), std::string::npos);
}

TEST(ShareText, APageHasBothKindsOfCardAndTellsOfItsData) {
  const std::string page = FigurePageHtml(
      Walk(),
      {"https://x.org/f/page.html", "https://x.org/f/oembed.json", "https://x.org/f/l.png"});
  for (const char* wanted :
       {"<meta property=\"og:image\" content=\"https://x.org/f/l.png\">",
        "<meta property=\"og:url\" content=\"https://x.org/f/page.html\">",
        "<meta name=\"twitter:card\" content=\"summary_large_image\">",
        "type=\"application/json+oembed\" href=\"https://x.org/f/oembed.json\"",
        "<meta property=\"og:title\" content=\"From Coffee to Black hole\">"}) {
    EXPECT_NE(page.find(wanted), page.npos) << wanted;
  }
  EXPECT_EQ(page.find("<script"), page.npos);
  EXPECT_EQ(page.find("style=\""), page.npos);
}

TEST(ShareText, WeightsAreRoundedAsPeopleSayThem) {
  EXPECT_EQ(WeightText(612), "0.6 kB");
  EXPECT_EQ(WeightText(9949), "9.9 kB");
  EXPECT_EQ(WeightText(9950), "10 kB");
  EXPECT_EQ(WeightText(238'400), "238 kB");
  EXPECT_EQ(WeightText(1'149'000), "1.1 MB");
}

TEST(ShareText, ColoursLostOnTheMapAreNotTaken) {
  EXPECT_TRUE(IsColor("#b3125F"));
  for (const char* no : {"", "b3125f", "#b3125", "#b3125fa", "#b3125g", "red", "#\xC3\xA9xxxx"}) {
    EXPECT_FALSE(IsColor(no)) << no;
  }
  EXPECT_EQ(ColorNumber("#b3125F"), 0x1B3125Fu);
  EXPECT_EQ(ColorNumber("#000000"), 0x1000000u);
  EXPECT_EQ(ColorNumber("red"), 0u);
  EXPECT_NEAR(ContrastOf("#000000", "#FFFFFF"), 21, 1e-3);
  EXPECT_NEAR(ContrastOf("#777777", "#FFFFFF"), 4.478f, 1e-2);  // WebAIM's contrast checker
  EXPECT_EQ(FaintOnWater("#FFD0E0", ShareTheme::kLight), Faint::kOnLight);
  EXPECT_EQ(FaintOnWater("#B3125F", ShareTheme::kLight), Faint::kNo);
  EXPECT_EQ(FaintOnWater("#16222A", ShareTheme::kLight), Faint::kNo);
  EXPECT_EQ(FaintOnWater("#16222A", ShareTheme::kAuto), Faint::kNo);
  EXPECT_EQ(FaintOnWater("#16222A", ShareTheme::kDark), Faint::kOnDark);
  EXPECT_EQ(FaintOnWater("#FF79B4", ShareTheme::kDark), Faint::kNo);
}

}  // namespace
}  // namespace meander
