// The words of a line as elements, lit by what they share with the lines beside: whole words under
// meaning, letters under spelling, rhymes under sound.
#include <algorithm>
#include <set>

#include "sentences/page_parts.h"
#include "sentences/words_of.h"

namespace meander {
namespace {

constexpr size_t kMostRhymes = 2;  // drawn between two lines

// Words with sense that this line has in common with `other`.
std::set<std::string> SharedWords(const std::vector<LineWord>& words, std::string_view other) {
  std::set<std::string> theirs, shared;
  for (const LineWord& word : LineWordsOf(other)) {
    if (word.has_sense) theirs.insert(word.folded);
  }
  for (const LineWord& word : words) {
    if (word.has_sense && theirs.contains(word.folded)) shared.insert(word.folded);
  }
  return shared;
}

// Rhymes of the words of `stop` that a neighbouring line has as well.
std::vector<std::pair<uint32_t, uint32_t>> Rhyming(const SentencesState& state, int stop) {
  std::vector<std::pair<uint32_t, uint32_t>> found;
  const auto& sounds = state.shown->sounds;
  const auto at = static_cast<size_t>(stop);
  if (at >= sounds.size()) return found;
  std::set<uint32_t> beside;
  for (const size_t other : {at - 1, at + 1}) {
    if (other >= sounds.size()) continue;
    for (const WordSound& word : sounds[other]) beside.insert(word.rhyme);
  }
  for (const WordSound& word : sounds[at]) {
    if (word.rhyme != 0 && beside.contains(word.rhyme)) found.emplace_back(word.begin, word.end);
  }
  return found;
}

// `text` with the runs inside [begin, end) as elements of their own.
void AddRuns(const std::string& text, const LineWord& word,
             const std::vector<std::pair<size_t, size_t>>& runs, std::string_view style,
             PageNode& into) {
  size_t at = word.begin;
  int part = 0;
  const auto put = [&](size_t end, std::string_view with) {
    if (end <= at) return;
    into.children.push_back(Node(PageKind::kText, "part-" + std::to_string(part++), with,
                                 std::string_view(text).substr(at, end - at)));
    at = end;
  };
  for (const auto& [begin, end] : runs) {
    if (begin < word.begin || end > word.end) continue;
    put(begin, {});
    put(end, style);
  }
  put(word.end, {});
}

// Which of the line's words (as AddWords lays them out) begins at this byte.
int WordAt(const std::vector<LineWord>& words, size_t byte) {
  for (size_t i = 0; i < words.size(); ++i) {
    if (byte >= words[i].begin && byte < words[i].end) return static_cast<int>(i);
  }
  return -1;
}

// Pairs of words of two lines that rhyme, from the lines' ends on, where rhymes are heard; each
// word once. A word that is only said again is no rhyme.
std::vector<std::pair<int, int>> RhymesBetween(const SentencesState& state, int stop) {
  const auto& sounds = state.shown->sounds;
  const auto at = static_cast<size_t>(stop);
  const std::string first = LineAt(state, stop).text, second = LineAt(state, stop + 1).text;
  const std::vector<LineWord> words = LineWordsOf(first), below = LineWordsOf(second);
  std::vector<std::pair<int, int>> found;
  std::set<int> used;
  for (size_t i = sounds[at].size(); i-- > 0 && found.size() < kMostRhymes;) {
    for (size_t j = sounds[at + 1].size(); j-- > 0;) {
      const WordSound &a = sounds[at][i], &b = sounds[at + 1][j];
      if (a.rhyme == 0 || a.rhyme != b.rhyme || a.phones == b.phones) continue;
      const int from = WordAt(words, a.begin), to = WordAt(below, b.begin);
      if (from < 0 || to < 0 || !used.insert(to).second) continue;
      found.emplace_back(from, to);
      break;
    }
  }
  return found;
}

}  // namespace

void AddRhymes(const SentencesState& state, PageNode& into) {
  if (LeadingSpace(state.shown->asked.mix) != Space::kSound) return;
  if (state.shown->sounds.size() != static_cast<size_t>(state.stop_count()) + 2) return;
  PageNode ties = Group("rhymes", "ties");  // drawn by web/host/page_ties.mjs
  // The ends are fields, whose words are no elements.
  for (int stop = 1; stop < state.stop_count(); ++stop) {
    for (const auto& [from, to] : RhymesBetween(state, stop)) {
      if (!ties.argument.empty()) ties.argument += ';';
      ties.argument += std::to_string(stop) + ' ' + std::to_string(from) + ' ' +
                       std::to_string(stop + 1) + ' ' + std::to_string(to);
    }
  }
  if (!ties.argument.empty()) into.children.push_back(std::move(ties));
}

void AddWords(const SentencesState& state, int stop, PageNode& into) {
  const std::string text = LineAt(state, stop).text;
  const std::vector<LineWord> words = LineWordsOf(text);
  const Space space = LeadingSpace(state.shown->asked.mix);
  const bool is_near = std::abs(stop - state.current()) <= 1;
  std::set<std::string> shared;
  std::vector<std::pair<size_t, size_t>> runs;
  std::string_view style;
  if (space == Space::kMeaning && is_near) {
    // Between the line that is read and the ones beside it.
    const int other = stop == state.current() ? -1 : state.current();
    if (other >= 0) {
      shared = SharedWords(words, LineAt(state, other).text);
    } else {
      shared = SharedWords(words, LineAt(state, stop - 1).text);
      shared.merge(SharedWords(words, LineAt(state, stop + 1).text));
    }
  } else if (space == Space::kSpelling) {
    runs = SharedLetters(text, LineAt(state, stop - 1).text);
    style = "lit";
  } else if (space == Space::kSound) {
    for (const auto& [begin, end] : Rhyming(state, stop)) runs.emplace_back(begin, end);
    style = "rhyme";
  }
  std::set<std::string> used;
  for (const LineWord& word : words) {
    // Equal words get keys of their own; a word that stays keeps its element.
    std::string key = word.folded.empty() ? "·" : word.folded;
    while (!used.insert(key).second) key += "'";
    PageNode node = Node(PageKind::kText, key, "word");
    const bool is_shared = shared.contains(word.folded);
    const bool has_runs = std::ranges::any_of(
        runs, [&](const auto& run) { return run.first >= word.begin && run.second <= word.end; });
    if (is_shared) {
      size_t end = word.end;
      while (end > word.begin &&
             (text[end - 1] == ' ' || text[end - 1] == '.' || text[end - 1] == ',' ||
              text[end - 1] == ';' || text[end - 1] == '!' || text[end - 1] == '?')) {
        --end;
      }
      AddRuns(text, word, {{word.begin, end}}, "shared", node);
    } else if (has_runs) {
      AddRuns(text, word, runs, style, node);
    } else {
      node.text = text.substr(word.begin, word.end - word.begin);
    }
    into.children.push_back(std::move(node));
  }
}

}  // namespace meander
