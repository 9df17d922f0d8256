// See line_words.h.
#include "engine/line_words.h"

#include <algorithm>

namespace meander {
namespace {

template <class Test>
std::vector<uint32_t> LinesThat(const std::vector<std::pair<uint32_t, uint32_t>>& ranges,
                                Test passes) {
  std::vector<uint32_t> lines;
  for (const auto& [first, last] : ranges) {
    for (uint32_t line = first; line < last; ++line) {
      if (passes(line)) lines.push_back(line);
    }
  }
  return lines;
}

}  // namespace

Result<std::vector<uint32_t>> LinesWith(const LineStore& store, std::string_view via,
                                        const std::vector<std::pair<uint32_t, uint32_t>>& ranges) {
  const bool is_rhyme = via.starts_with(kRhymePrefix);
  if (is_rhyme) via.remove_prefix(kRhymePrefix.size());
  const std::vector<std::string_view> words = WordsOf(via);
  if (words.empty())
    return Fail(ErrorCode::kInvalidInput, "Name a word for the way to lead through.");
  if (is_rhyme) {
    const std::vector<SpokenWord> spoken = Speak(store.phones(), words.back());
    const std::string rhyme = spoken.empty() ? "" : RhymeOf(spoken.back().phones);
    const uint32_t itself = NumberOfWord(words.back());
    return LinesThat(ranges, [&](uint32_t line) {
      const std::vector<std::string_view> said = WordsOf(store.TextOf(line));
      if (rhyme.empty() || said.empty() || NumberOfWord(said.back()) == itself) return false;
      const std::vector<SpokenWord> last = Speak(store.phones(), said.back());
      return !last.empty() && RhymeOf(last.back().phones) == rhyme;
    });
  }
  std::vector<std::pair<uint32_t, uint32_t>> wanted;  // the word, and the word with an s
  for (const std::string_view word : words) {
    wanted.emplace_back(NumberOfWord(word), NumberOfWord(std::string(word) + "s"));
  }
  return LinesThat(ranges, [&](uint32_t line) {
    std::vector<uint32_t> said;
    for (const std::string_view word : WordsOf(store.TextOf(line)))
      said.push_back(NumberOfWord(word));
    return std::ranges::all_of(wanted, [&](const auto& forms) {
      return std::ranges::any_of(
          said, [&](uint32_t word) { return word == forms.first || word == forms.second; });
    });
  });
}

}  // namespace meander
