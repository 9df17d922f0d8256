// See lines_alone.h.
#include "make/lines_alone.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <vector>

namespace meander {
namespace {

constexpr uint32_t kFewSentences = 3;  // a word in fewer is rare
constexpr size_t kShortLine = 9;       // words; in longer ones there is more to see than who it is

// Verbs too, but seldom at a line's begin.
constexpr std::string_view kSeldomVerbs[] = {
    "even", "still", "better", "last",   "long", "most", "own",   "near",    "down",  "up",
    "out",  "well",  "like",   "please", "let",  "back", "right", "further", "can",   "will",
    "must", "may",   "have",   "do",     "be",   "home", "total", "till",    "while", "no"};
// Nothing behind these is a finite verb.
constexpr std::string_view kArticles[] = {"the", "a",   "an",  "my",  "thy",   "your",
                                          "his", "her", "its", "our", "their", "one's"};
// What is before a noun, or before an adjective and a noun.
constexpr std::string_view kBeforeNouns[] = {
    "the",     "a",       "an",    "my",    "thy",   "your",  "his",    "her",
    "its",     "our",     "their", "one's", "some",  "any",   "no",     "every",
    "another", "of",      "in",    "on",    "at",    "by",    "for",    "from",
    "with",    "without", "into",  "upon",  "under", "over",  "like",   "through",
    "against", "between", "than",  "as",    "off",   "about", "towards"};
constexpr std::string_view kObjects[] = {
    "this", "that", "these", "those", "up", "out", "down", "all", "me",   "you",  "him",
    "her",  "it",   "us",    "them",  "i",  "he",  "she",  "we",  "they", "thee", "to"};
constexpr std::string_view kLeaningBegins[] = {"and that", "for so", "merely", "or else", "nor so"};
constexpr std::string_view kLeaningWords[] = {"likewise", "any such", "to't", "no such thing"};
constexpr std::string_view kLeaningEnds[] = {", not thee", ", not thou", ", not him", " did so"};
constexpr std::string_view kLeaningInBooks[] = {"in its", "of its", "those things"};
constexpr std::string_view kItAtEnd[] = {" in it", " of it", " from it", " on it", " with it"};
// With auxiliaries alone they ask nothing that can be understood.
constexpr std::string_view kEmptyInQuestions[] = {
    "not", "he",  "she", "it",   "they", "we",  "you",   "i",     "thou", "this", "that", "who",
    "so",  "why", "how", "what", "and",  "but", "which", "there", "then", "him",  "her",  "them"};
// Verbs that have lost their subject, where nothing is asked.
constexpr std::string_view kSubjectFirst[] = {"was", "were", "is", "are", "am", "had", "has"};
// Capitals that are no person's.
constexpr std::string_view kNoPersons[] = {
    "sunday",    "monday",   "tuesday",   "wednesday", "thursday",  "friday",    "saturday",
    "january",   "february", "march",     "april",     "june",      "july",      "august",
    "september", "october",  "november",  "december",  "christmas", "easter",    "michaelmas",
    "english",   "french",   "spanish",   "german",    "dutch",     "italian",   "latin",
    "indian",    "american", "christian", "roman",     "greek",     "turkish",   "hebrew",
    "scotch",    "irish",    "atlantic",  "pacific",   "bible",     "englishman"};

template <size_t N>
bool IsAmong(const std::string_view (&list)[N], std::string_view word) {
  return std::ranges::find(list, word) != std::end(list);
}

std::vector<std::string> SmallWordsOf(std::string_view line) {
  std::vector<std::string> words;
  for (const std::string_view word : WordsOfLine(line)) words.push_back(SmallLetters(word));
  return words;
}

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || c == '\''; }

// `small` has the phrase as whole words.
bool HasPhrase(std::string_view small, std::string_view phrase) {
  for (size_t at = small.find(phrase); at != small.npos; at = small.find(phrase, at + 1)) {
    const size_t end = at + phrase.size();
    if ((at == 0 || !IsLetter(small[at - 1])) && (end >= small.size() || !IsLetter(small[end]))) {
      return true;
    }
  }
  return false;
}

// "the latter was", "unlike the former.": of two that were named. "The former owner" is none.
bool NamesOneOfTwo(const std::vector<std::string>& words, const WordForms& forms) {
  for (size_t i = 1; i < words.size(); ++i) {
    if (words[i - 1] != "the" || (words[i] != "latter" && words[i] != "former")) continue;
    if (i + 1 == words.size()) return true;
    const std::string& next = words[i + 1];
    if (WordForms::IsAuxiliary(next) || forms.IsPast(next)) return true;
  }
  return false;
}

// "Is not she?", "Why was it?"
bool IsEmptyQuestion(std::string_view line, const std::vector<std::string>& words) {
  return line.ends_with('?') && words.size() <= 4 && words.back() != "do" &&
         (words[0] == "why" || WordForms::IsAuxiliary(words[0])) &&
         std::ranges::all_of(words, [](const std::string& word) {
           return WordForms::IsAuxiliary(word) || IsAmong(kEmptyInQuestions, word);
         });
}

// The words that stand before one without a mark between, nearest first, at most two.
std::vector<std::string> WordsBefore(std::span<const std::string_view> words, size_t at) {
  std::vector<std::string> before;
  while (at > 0 && before.size() < 2) {
    const char* end = words[at - 1].data() + words[at - 1].size();
    if (words[at].data() - end != 1 || *end != ' ') break;
    before.push_back(SmallLetters(words[--at]));
  }
  return before;
}

// Whether what stands at `at` can be a verb there: "measure" in "in great measure" cannot.
bool IsVerbAt(std::span<const std::string_view> words, size_t at, const WordForms& forms) {
  const std::string word = SmallLetters(words[at].substr(words[at].rfind('-') + 1));
  if (WordForms::IsAuxiliary(word)) return true;
  if (!forms.IsForm(word)) return false;
  const std::vector<std::string> before = WordsBefore(words, at);
  if (before.empty()) return true;
  const auto is_before_noun = [](const std::string& each) {
    return IsAmong(kBeforeNouns, each) || (each.ends_with("'s") && !WordForms::IsAuxiliary(each));
  };
  if (!forms.IsVerb(word)) {  // "the broken door", but "a great deal more passed"
    return !IsAmong(kArticles, before[0]) && (!is_before_noun(before[0]) || forms.IsPast(word));
  }
  if (is_before_noun(before[0])) return false;
  const bool is_adjective = before[0].size() > 1 && forms.IsAdjective(before[0]);
  return before.size() < 2 || !is_adjective || !is_before_noun(before[1]);
}

std::string_view Before(std::string_view line, std::string_view word) {
  return line.substr(0, static_cast<size_t>(word.data() - line.data()));
}

bool IsPerson(std::string_view line, std::string_view word, const NameBook& names) {
  const std::string_view before = Before(line, word);
  if (before.ends_with("Mr. ") || before.ends_with("Mrs. ")) return NameBook::HasCapital(word);
  const std::string small = SmallLetters(word.substr(0, word.find('\'')));
  return names.IsName(word) && !names.IsPlace(word) && !IsAmong(kNoPersons, small);
}

}  // namespace

bool IsOrder(std::string_view line, const WordForms& forms) {
  if (!line.ends_with('.')) return false;
  const std::vector<std::string> words = SmallWordsOf(line);
  if (words.empty() || !forms.IsVerb(words[0]) || IsAmong(kSeldomVerbs, words[0])) return false;
  if (words.size() > 1 && (words[1] == "not" || words[1] == "no" || words[1] == "never")) {
    return false;
  }
  // "Light filled the room": the verb comes before anything that could be an order's object.
  for (size_t i = 1; i < words.size(); ++i) {
    if (IsAmong(kBeforeNouns, words[i]) || IsAmong(kObjects, words[i])) return true;
    if (WordForms::IsAuxiliary(words[i]) || forms.IsPast(words[i])) return false;
  }
  return true;
}

bool LeansOnOthers(std::string_view line, bool is_running, const WordForms& forms) {
  const std::string small = SmallLetters(line);
  const std::vector<std::string> words = SmallWordsOf(line);
  const auto has = [&](std::string_view phrase) { return HasPhrase(small, phrase); };
  const auto begins = [&](std::string_view phrase) {
    return small.starts_with(phrase) && small.size() > phrase.size() && small[phrase.size()] == ' ';
  };
  const std::string_view unstopped =
      std::string_view(small).substr(0, small.find_last_not_of(".!?") + 1);
  const auto ends = [&](std::string_view phrase) { return unstopped.ends_with(phrase); };
  if (std::ranges::any_of(kLeaningBegins, begins) || std::ranges::any_of(kLeaningWords, has) ||
      std::ranges::any_of(kLeaningEnds, ends) || NamesOneOfTwo(words, forms) ||
      IsEmptyQuestion(line, words)) {
    return true;
  }
  if (!is_running || line.ends_with('?')) return false;
  return std::ranges::any_of(kLeaningInBooks, has) || std::ranges::any_of(kItAtEnd, ends);
}

bool IsFragment(std::string_view line, const WordForms& forms) {
  if (forms.empty() || !line.ends_with('.')) return false;
  const std::vector<std::string> words = SmallWordsOf(line);
  if (words.empty()) return true;
  if (IsAmong(kSubjectFirst, words[0]) && line.find_first_of(",?!;") == line.npos) return true;
  const std::vector<std::string_view> views = WordsOfLine(line);
  for (size_t at = 0; at < views.size(); ++at) {
    if (IsVerbAt(views, at, forms)) return false;
  }
  return true;
}

bool NeedsItsCast(std::string_view line, const NameBook& names) {
  const std::vector<std::string_view> words = WordsOfLine(line);
  if (words.empty()) return false;
  const std::string_view before = Before(line, words.back());
  if (IsPerson(line, words.back(), names)) {
    for (const std::string_view call : {", ", ", Mr. ", ", Mrs. ", ", Miss ", ", my dear "}) {
      if (before.ends_with(call)) return true;
    }
  }
  if (words.size() >= kShortLine) return false;
  size_t persons = 0;
  for (const std::string_view word : words) {
    if (IsPerson(line, word, names)) {
      ++persons;
    } else if (word.data() != words[0].data() && names.HasCapital(word)) {
      return false;  // a place, a ship, a title
    }
  }
  return persons > 0;
}

void WordCounts::Count(std::string_view line) {
  const std::vector<std::string> words = SmallWordsOf(line);
  const std::unordered_set<std::string> once(words.begin(), words.end());
  for (const std::string& word : once) counts_[word] += 1;
}

bool WordCounts::HasRareWord(std::string_view line, const std::unordered_set<std::string>& common,
                             const std::unordered_set<std::string>& spoken) const {
  const auto is_known = [&](const std::string& word) {
    return common.contains(word) || spoken.contains(word);
  };
  return std::ranges::any_of(SmallWordsOf(line), [&](const std::string& word) {
    const auto found = counts_.find(word);
    if (found != counts_.end() && found->second >= kFewSentences) return false;
    for (size_t begin = 0; begin < word.size();) {  // each part of "day-old"
      const size_t end = std::min(word.find('-', begin), word.size());
      const std::string part = word.substr(begin, end - begin);
      if (!is_known(part) && !is_known(part.substr(0, part.find('\'')))) return true;
      begin = end + 1;
    }
    return false;
  });
}

}  // namespace meander
