// Share: escaping for where a text goes (share_text.h).
#include <cstdio>

#include "canvas/markup.h"
#include "canvas/share_text.h"

namespace meander {
std::string OneLine(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (static_cast<uint8_t>(c) < 0x20 || c == 0x7f) c = ' ';
  }
  return out;
}

std::string EscapedHtml(std::string_view text) {
  std::string out;
  AppendEscaped(OneLine(text), out);
  return out;
}

std::string WithoutTemplates(std::string_view html) {
  constexpr std::string_view kSpecial = "{}|[]";
  std::string out;
  for (size_t i = 0; i < html.size(); ++i) {
    const bool is_doubled = html.substr(i, 2) == "%%" || (i > 0 && html.substr(i - 1, 2) == "%%");
    if (is_doubled || kSpecial.find(html[i]) != kSpecial.npos) {
      out += "&#" + std::to_string(static_cast<int>(html[i])) + ";";
    } else {
      out += html[i];
    }
  }
  return out;
}

std::string EscapedMarkdown(std::string_view text) {
  constexpr std::string_view kSpecial = "\\`*_{}[]<>()#+-!|~&$";
  std::string out;
  for (const char c : OneLine(text)) {
    if (kSpecial.find(c) != kSpecial.npos) out += '\\';
    out += c;
  }
  return out;
}

std::string QuotedJson(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<uint8_t>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (byte < 0x20 || c == 0x7f || c == '<') {
      // '<' too: such JSON may stand in a page.
      char code[8];
      std::snprintf(code, sizeof(code), "\\u%04x", byte);
      out += code;
    } else {
      out += c;
    }
  }
  return out + "\"";
}

}  // namespace meander
