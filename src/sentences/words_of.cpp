// See words_of.h.
#include "sentences/words_of.h"

#include <algorithm>
#include <array>
#include <set>

namespace meander {
namespace {

// Longer than three letters, and still in every other line.
constexpr std::array<std::string_view, 60> kPlainWords = {
    "about",  "after",   "again", "also",   "been", "before", "being", "both", "could",  "does",
    "done",   "down",    "each",  "even",   "ever", "every",  "from",  "have", "having", "here",
    "hers",   "himself", "into",  "itself", "just", "like",   "made",  "make", "many",   "might",
    "more",   "most",    "much",  "must",   "only", "other",  "over",  "said", "same",   "shall",
    "should", "some",    "such",  "than",   "that", "their",  "them",  "then", "there",  "these",
    "they",   "this",    "those", "upon",   "very", "were",   "what",  "when", "will",   "with"};

char FoldedOf(char c) {
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
  const bool is_kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
  return is_kept ? c : '\0';
}

}  // namespace

std::vector<LineWord> LineWordsOf(std::string_view line) {
  std::vector<LineWord> words;
  for (size_t at = 0; at < line.size();) {
    LineWord word;
    word.begin = at;
    while (at < line.size() && line[at] != ' ') {
      if (const char folded = FoldedOf(line[at])) word.folded += folded;
      ++at;
    }
    while (at < line.size() && line[at] == ' ') ++at;
    word.end = at;
    word.has_sense =
        word.folded.size() > 3 && std::ranges::find(kPlainWords, word.folded) == kPlainWords.end();
    words.push_back(std::move(word));
  }
  return words;
}

std::vector<std::pair<int, int>> MatchWords(const std::vector<LineWord>& from,
                                            const std::vector<LineWord>& to) {
  // The longest common subsequence: lines are short, so the table is too.
  const size_t rows = from.size(), columns = to.size();
  std::vector<int> longest((rows + 1) * (columns + 1), 0);
  const auto at = [&](size_t i, size_t j) -> int& { return longest[i * (columns + 1) + j]; };
  const auto same = [&](size_t i, size_t j) {
    return !from[i].folded.empty() && from[i].folded == to[j].folded;
  };
  for (size_t i = rows; i-- > 0;) {
    for (size_t j = columns; j-- > 0;) {
      const int weight = same(i, j) ? (from[i].has_sense ? 3 : 1) + at(i + 1, j + 1) : 0;
      at(i, j) = std::max({weight, at(i + 1, j), at(i, j + 1)});
    }
  }
  std::vector<std::pair<int, int>> pairs;
  for (size_t i = 0, j = 0; i < rows && j < columns;) {
    if (same(i, j) && at(i, j) == (from[i].has_sense ? 3 : 1) + at(i + 1, j + 1)) {
      pairs.emplace_back(static_cast<int>(i++), static_cast<int>(j++));
    } else if (at(i, j) == at(i + 1, j)) {
      ++i;
    } else {
      ++j;
    }
  }
  return pairs;
}

bool MayGlide(const std::vector<LineWord>& from, const std::vector<LineWord>& to,
              const std::vector<std::pair<int, int>>& matches) {
  const size_t shorter = std::min(from.size(), to.size());
  if (matches.empty() || shorter == 0) return false;
  return matches.size() * 5 >= shorter * 2 || std::ranges::any_of(matches, [&](const auto& pair) {
           return from[static_cast<size_t>(pair.first)].has_sense;
         });
}

std::vector<std::pair<size_t, size_t>> SharedLetters(std::string_view line,
                                                     std::string_view other) {
  constexpr size_t kRun = 3;
  std::set<std::string> grams;
  for (const LineWord& word : LineWordsOf(other)) {
    for (size_t i = 0; i + kRun <= word.folded.size(); ++i)
      grams.insert(word.folded.substr(i, kRun));
  }
  std::vector<std::pair<size_t, size_t>> runs;
  std::string folded;
  std::vector<size_t> places;
  const auto flush = [&] {
    std::vector<bool> lit(folded.size(), false);
    for (size_t i = 0; i + kRun <= folded.size(); ++i) {
      if (grams.contains(folded.substr(i, kRun)))
        std::fill_n(lit.begin() + static_cast<long>(i), kRun, true);
    }
    for (size_t i = 0; i < lit.size(); ++i) {
      if (!lit[i]) continue;
      const size_t first = i;
      while (i + 1 < lit.size() && lit[i + 1]) ++i;
      runs.emplace_back(places[first], places[i] + 1);
    }
    folded.clear();
    places.clear();
  };
  for (size_t at = 0; at < line.size(); ++at) {
    if (line[at] == ' ') flush();
    if (const char letter = FoldedOf(line[at])) {
      // Only whole ASCII letters are lit; others end a run.
      if ((letter & 0x80) != 0) {
        flush();
        continue;
      }
      folded += letter;
      places.push_back(at);
    }
  }
  flush();
  return runs;
}

}  // namespace meander
