// What the neurons' contexts are taken from: the first sentences of a finished pack's articles and,
// where there is a pack of lines, a sample of those. Each is read by itself, as a reader's own
// sentence is.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/error.h"

namespace meander {

struct KnownText {
  bool is_line = false;
  uint32_t id = 0;    // StableId of the article's title, or of the line
  std::string title;  // the article's, or the shelf's
  std::string text;   // one sentence
};
struct KnownTexts {
  std::vector<KnownText> texts;
  uint32_t articles = 0, lines = 0;
  std::vector<std::string> manifests;  // of the packs they are from
};
struct KnownTextOptions {
  std::filesystem::path articles, lines;  // folders of packs; lines may be missing
  uint32_t sentences_an_article = 3, most_lines = 0;
};
// The same texts in the same order every time. kNotFound with the command that makes the pack of
// articles.
Result<KnownTexts> ReadKnownTexts(const KnownTextOptions& options);

}  // namespace meander
