// See manner.h.
#include "text/manner.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "text/word_set.h"

namespace meander {
namespace {

constexpr std::string_view kOldWords[] = {
    "behold",    "betwixt",  "didst",   "dost",   "doth",    "ere",   "e'er",
    "hadst",     "hast",     "hath",    "hence",  "hither",  "is't",  "lest",
    "lo",        "methinks", "nay",     "ne'er",  "o'er",    "on't",  "prithee",
    "shalt",     "sirrah",   "thee",    "thence", "thereof", "thine", "thither",
    "thou",      "thy",      "thyself", "unto",   "verily",  "wert",  "whence",
    "wherefore", "whereof",  "whither", "wilt",   "ye",      "yea"};
// Where the apostrophe comes first it is none of the word's letters.
constexpr std::string_view kTis[] = {"'tis", "'twas", "'twere", "'twill", "'twould"};

// Small ASCII letters, straight apostrophes.
std::string PlainLine(std::string_view line) {
  std::string plain;
  for (size_t at = 0; at < line.size(); ++at) {
    if (line.substr(at).starts_with("\u2019") || line.substr(at).starts_with("\u2018")) {
      plain += '\'';
      at += 2;
    } else {
      const char c = line[at];
      plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  return plain;
}

bool IsOldWord(std::string_view word) {
  // "I'd" and "they'd" are of today, "kill'd" is not.
  const bool is_clipped = word.size() > 5 && word.ends_with("'d") && word != "they'd" &&
                          word != "there'd" && word != "what'd";
  return is_clipped || std::ranges::find(kOldWords, word) != std::end(kOldWords);
}

}  // namespace

Manner MannerOf(std::string_view line) {
  const std::string plain = PlainLine(line);
  Manner manner;
  manner.asks = plain.find('?') != plain.npos;
  manner.cries = plain.find('!') != plain.npos;
  manner.is_old = std::ranges::any_of(WordsOf(plain), IsOldWord) ||
                  std::ranges::any_of(
                      kTis, [&](std::string_view tis) { return plain.find(tis) != plain.npos; });
  return manner;
}

Manner EitherManner(const Manner& a, const Manner& b) {
  return {a.asks || b.asks, a.cries || b.cries, a.is_old || b.is_old};
}

int StrangeManners(const Manner& line, const Manner& ends) {
  return (line.asks && !ends.asks) + (line.cries && !ends.cries) + (line.is_old && !ends.is_old);
}

}  // namespace meander
