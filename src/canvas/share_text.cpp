// See share_text.h.
#include "canvas/share_text.h"

#include <cstdio>

#include "canvas/words.h"

namespace meander {
namespace {

constexpr std::string_view kRatios[] = {"3/2", "16/9", "1/1", "3/4"};

std::string_view NameOf(ShareTheme theme) { return kShareThemes[static_cast<size_t>(theme)]; }
std::string_view NameOf(ShareStart start) { return kShareStarts[static_cast<size_t>(start)]; }

std::string Attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + EscapedHtml(value) + "\"";
}

std::string Size(const char* name, int pixels) {
  return " " + std::string(name) + "=\"" + std::to_string(pixels) + "\"";
}

}  // namespace

std::string Percented(std::string_view text) {
  constexpr std::string_view kPlain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~/:";
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (kPlain.find(c) != kPlain.npos) {
      out += c;
      continue;
    }
    const auto byte = static_cast<uint8_t>(c);
    out += '%';
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

namespace {

// An address in Markdown or plain text ends at a space or a bracket.
std::string Unbroken(std::string_view address) {
  std::string out;
  for (const char c : address) {
    if (c == ' ' || c == '(' || c == ')' || c == '<' || c == '>' || c == '"' || c == '\\' ||
        static_cast<uint8_t>(c) < 0x20) {
      out += Percented(std::string_view(&c, 1));
    } else {
      out += c;
    }
  }
  return out;
}

std::string PictureTag(const ShareFigure& figure, ShareSize size) {
  return "<img" + Attribute("src", figure.poster) + Attribute("alt", figure.alt) +
         Size("width", size.width_px) + Size("height", size.height_px) +
         // In a column narrower than it, also where no style sheet of the page says so.
         " style=\"max-width:100%;height:auto\">";
}

// In a link: what readers without scripts, and letters, have of the figure.
std::string Linked(const ShareFigure& figure, const std::string& picture) {
  return "<a" + Attribute("href", AddressOf(figure)) + ">" +
         (figure.poster.empty() ? EscapedHtml(TitleOf(figure)) : picture) + "</a>";
}

// The picture of the reader's own light, in a page that has both.
std::string EitherPicture(const ShareFigure& figure, ShareSize size) {
  const std::string picture = PictureTag(figure, size);
  if (figure.poster_dark.empty()) return picture;
  return "<picture><source media=\"(prefers-color-scheme: dark)\"" +
         Attribute("srcset", Unbroken(figure.poster_dark)) + ">" + picture + "</picture>";
}

bool IsWhole(std::string_view address) {
  return address.starts_with("https://") || address.starts_with("http://");
}

std::string Field(const char* name, std::string_view value) {
  return "  \"" + std::string(name) + "\": " + QuotedJson(value);
}

}  // namespace

std::string TitleOf(const ShareFigure& figure) {
  return figure.title.empty() ? std::string(words::kAppName) : figure.title;
}

ShareSize SizeOf(ShareShape shape) {
  switch (shape) {
    case ShareShape::kFilm:
      return {640, 360};
    case ShareShape::kSquare:
      return {480, 480};
    case ShareShape::kColumn:
      return {360, 480};
    case ShareShape::kWide:
      break;
  }
  return {600, 400};
}

std::string BaseOfPage(std::string_view page_address) {
  if (!page_address.starts_with("https://") && !page_address.starts_with("http://")) return {};
  return std::string(page_address.substr(0, page_address.rfind('/') + 1));
}

std::string AddressOf(const ShareFigure& figure) {
  std::string address = figure.base + figure.room + ".html";
  if (!figure.fragment.empty()) address += "#" + figure.fragment;
  return address;
}

std::string FrameAddressOf(const ShareFigure& figure, const ShareChoices& choices) {
  std::string address = figure.base + "embed.html?room=" + Percented(figure.room);
  if (choices.theme != ShareTheme::kAuto) address += "&theme=" + std::string(NameOf(choices.theme));
  if (choices.start != ShareStart::kClick) {
    address += "&start=" + std::string(NameOf(choices.start));
  }
  if (choices.lock) address += "&lock=1";
  if (!choices.accent.empty()) address += "&accent=" + Percented(choices.accent);
  // The frame is on the site's own ground, not the author's: only a whole address leads anywhere.
  if (IsWhole(figure.poster)) address += "&poster=" + Percented(figure.poster);
  if (IsWhole(figure.poster_dark)) address += "&poster-dark=" + Percented(figure.poster_dark);
  address += "&title=" + Percented(TitleOf(figure));
  if (!figure.fragment.empty()) address += "#" + figure.fragment;
  return address;
}

std::string ComponentText(const ShareFigure& figure, const ShareChoices& choices) {
  std::string out = "<script type=\"module\"" + Attribute("src", figure.base + "element.js") +
                    "></script>\n<meander-figure" + Attribute("room", figure.room);
  if (!figure.fragment.empty()) out += Attribute("state", figure.fragment);
  if (!figure.poster.empty()) out += Attribute("poster", figure.poster);
  if (!figure.poster_dark.empty()) out += Attribute("poster-dark", figure.poster_dark);
  out += Attribute("title", TitleOf(figure)) + Attribute("theme", NameOf(choices.theme));
  out += Attribute("start", NameOf(choices.start));
  // Without one it is as wide in an article, and as high as it needs to be in a phone's column.
  if (choices.shape != ShareShape::kWide) {
    out += Attribute("ratio", kRatios[static_cast<size_t>(choices.shape)]);
  }
  if (!choices.accent.empty()) out += Attribute("accent", choices.accent);
  if (choices.lock) out += " lock";
  return out + ">\n  " + Linked(figure, EitherPicture(figure, SizeOf(choices.shape))) +
         "\n</meander-figure>\n";
}

std::string FrameText(const ShareFigure& figure, const ShareChoices& choices) {
  const ShareSize size = SizeOf(choices.shape);
  return "<iframe" + Attribute("src", FrameAddressOf(figure, choices)) +
         Attribute("title", TitleOf(figure)) + Size("width", size.width_px) +
         Size("height", size.height_px) +
         " loading=\"lazy\" sandbox=\"allow-scripts allow-popups "
         "allow-popups-to-escape-sandbox\" frameborder=\"0\" "
         // No wider than a phone's column; and where light and dark of page and figure differ, a
         // browser paints the frame's corners, which are not ours to leave clear.
         "style=\"border:0;max-width:100%;border-radius:12px\"></iframe>\n";
}

std::string MarkdownText(const ShareFigure& figure) {
  const std::string address = Unbroken(AddressOf(figure));
  const std::string title = EscapedMarkdown(TitleOf(figure));
  std::string out;
  if (!figure.poster.empty()) {
    out = "[![" + EscapedMarkdown(figure.alt) + "](" + Unbroken(figure.poster) + ")](" + address +
          ")\n\n";
  }
  return out + "[" + title + "](" + address + ")\n";
}

std::string PlainText(const ShareFigure& figure) {
  std::string out = OneLine(TitleOf(figure)) + "\n";
  if (!figure.alt.empty()) out += OneLine(figure.alt) + "\n";
  return out + Unbroken(AddressOf(figure)) + "\n";
}

std::string LetterText(const ShareFigure& figure) {
  std::string out = "<p>" + Linked(figure, PictureTag(figure, {600, 315})) + "</p>\n";
  return WithoutTemplates(out + "<p><a" + Attribute("href", AddressOf(figure)) + ">" +
                          EscapedHtml(TitleOf(figure)) + "</a></p>\n");
}

std::string FigureJson(const ShareFigure& figure, const ShareChoices& choices) {
  const ShareSize size = SizeOf(choices.shape);
  std::string out =
      "{\n" + Field("room", figure.room) + ",\n" + Field("state", figure.fragment) + ",\n" +
      Field("title", TitleOf(figure)) + ",\n" + Field("alt", figure.alt) + ",\n" +
      Field("link", AddressOf(figure)) + ",\n" + Field("frame", FrameAddressOf(figure, choices)) +
      ",\n" + Field("poster", figure.poster) + ",\n" + Field("poster_dark", figure.poster_dark) +
      ",\n" + Field("theme", NameOf(choices.theme)) + ",\n" +
      Field("start", NameOf(choices.start)) + ",\n" + Field("accent", choices.accent) + ",\n" +
      Field("credits", figure.credits) + ",\n";
  out += "  \"lock\": " + std::string(choices.lock ? "true" : "false") + ",\n";
  return out + "  \"width\": " + std::to_string(size.width_px) +
         ",\n  \"height\": " + std::to_string(size.height_px) + "\n}\n";
}

std::string OembedJson(const ShareFigure& figure, const ShareChoices& choices,
                       std::string_view picture) {
  const ShareSize size = SizeOf(choices.shape);
  std::string frame = FrameText(figure, choices);
  while (frame.ends_with('\n')) frame.pop_back();
  std::string out = "{\n" + Field("version", "1.0") + ",\n" + Field("type", "rich") + ",\n" +
                    Field("title", TitleOf(figure)) + ",\n" +
                    Field("provider_name", words::kAppName) + ",\n" +
                    Field("provider_url", figure.base) + ",\n" + Field("html", frame) + ",\n";
  if (!picture.empty()) {
    out += Field("thumbnail_url", picture) +
           ",\n  \"thumbnail_width\": 1200,\n  \"thumbnail_height\": 630,\n";
  }
  return out + "  \"width\": " + std::to_string(size.width_px) +
         ",\n  \"height\": " + std::to_string(size.height_px) + "\n}\n";
}

std::string WeightText(uint64_t bytes) {
  char text[32];
  const auto kilo = static_cast<double>(bytes) / 1000;
  if (kilo < 9.95) {
    std::snprintf(text, sizeof(text), "%.1f kB", kilo);
  } else if (kilo < 999.5) {
    std::snprintf(text, sizeof(text), "%.0f kB", kilo);
  } else {
    std::snprintf(text, sizeof(text), "%.1f MB", kilo / 1000);
  }
  return text;
}

}  // namespace meander
