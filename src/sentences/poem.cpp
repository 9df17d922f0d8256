// See poem.h.
#include "sentences/poem.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "canvas/fill.h"
#include "canvas/words.h"

namespace meander {
namespace {

constexpr size_t kTitleEndBytes = 60;

std::string Shortened(std::string_view text) {
  if (text.size() <= kTitleEndBytes) return std::string(text);
  std::string_view start = Utf8Prefix(text, kTitleEndBytes);
  start = start.substr(0, start.rfind(' '));
  return std::string(start) + " …";
}

// Works that lines are from, each once, in order of appearance.
std::vector<std::string> SourcesOf(const SentencesState& state) {
  std::vector<std::string> sources;
  for (int stop = 1; stop <= state.stop_count(); ++stop) {
    const LineChoice line = LineAt(state, stop);
    if (line.shelf == kNoShelf) continue;
    const std::string source = SourceOf(state, line);
    if (std::ranges::find(sources, source) == sources.end()) sources.push_back(source);
  }
  return sources;
}

}  // namespace

std::string PoemOf(const SentencesState& state) {
  std::string poem;
  for (int stop = 0; stop <= state.stop_count() + 1; ++stop) {
    poem += LineAt(state, stop).text + "\n";
  }
  const std::string credit = CreditOf(state);
  if (!credit.empty()) poem += "\n" + credit + "\n";
  return poem;
}

std::string CreditOf(const SentencesState& state) {
  std::string sources;
  for (const std::string& source : SourcesOf(state)) {
    sources += (sources.empty() ? "" : "; ") + source;
  }
  return sources.empty() ? sources : Fill(words::kPoemSources, {{"sources", sources}});
}

std::string TitleOfWay(const SentencesState& state) {
  return Fill(words::kSentencesTitle,
              {{"from", Shortened(state.ask.a)}, {"to", Shortened(state.ask.b)}});
}

std::string SentenceOf(const SentencesState& state) {
  if (!state.shown) return std::string(words::kSentencesEmpty);
  std::string authors;
  for (const std::string& source : SourcesOf(state)) {
    authors += (authors.empty() ? "" : "; ") + source;
  }
  return Fill(words::kSentencesAlt, {{"count", std::to_string(state.stop_count())},
                                     {"from", state.ask.a},
                                     {"to", state.ask.b},
                                     {"sources", authors}});
}

}  // namespace meander
