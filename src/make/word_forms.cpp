// See word_forms.h.
#include "make/word_forms.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <vector>

namespace meander {
namespace {

constexpr std::string_view kAuxiliaries[] = {
    "is",      "are",   "was",      "were",  "am",      "be",    "been",    "being", "has",
    "have",    "had",   "having",   "do",    "does",    "did",   "can",     "could", "will",
    "would",   "shall", "should",   "may",   "might",   "must",  "cannot",  "ought", "art",
    "wast",    "wert",  "hast",     "hath",  "hadst",   "dost",  "doth",    "didst", "wilt",
    "wouldst", "shalt", "shouldst", "canst", "couldst", "mayst", "mightst", "tis",   "twas",
    "twere",   "twill", "twould",   "ain't", "is't",    "was't", "isn't",   "let's"};
// Endings of a pronoun or of such an auxiliary that are verbs.
constexpr std::string_view kShort[] = {"'m", "'re", "'ve", "'ll", "'d", "n't"};
// Behind these 's is "is".
constexpr std::string_view kBeforeIs[] = {"he",   "she",   "it",  "that", "there", "here",
                                          "what", "where", "who", "how",  "when",  "why"};
// Pasts and participles that no ending tells; those that are base forms too are left out.
constexpr std::string_view kIrregular[] = {
    "arose",     "arisen",   "awoke",    "awoken",  "ate",       "eaten",   "bade",       "bidden",
    "bore",      "borne",    "born",     "beaten",  "became",    "began",   "begun",      "bent",
    "besought",  "bit",      "bitten",   "bled",    "blew",      "blown",   "bought",     "bound",
    "bred",      "broke",    "broken",   "brought", "built",     "burnt",   "came",       "caught",
    "chose",     "chosen",   "clad",     "clung",   "crept",     "dealt",   "dreamt",     "drank",
    "drunk",     "drove",    "driven",   "drew",    "drawn",     "dug",     "dwelt",      "fallen",
    "fed",       "felt",     "fell",     "fled",    "flew",      "flown",   "flung",      "forbade",
    "forbidden", "forgave",  "forgiven", "forgot",  "forgotten", "forsook", "forsaken",   "fought",
    "found",     "froze",    "frozen",   "gave",    "given",     "gone",    "got",        "gotten",
    "grew",      "grown",    "ground",   "heard",   "held",      "hewn",    "hid",        "hidden",
    "hung",      "kept",     "knelt",    "knew",    "known",     "laid",    "lain",       "lay",
    "leapt",     "learnt",   "led",      "left",    "lent",      "lit",     "lost",       "made",
    "meant",     "met",      "overcame", "paid",    "quoth",     "rang",    "rung",       "ran",
    "rode",      "ridden",   "rose",     "risen",   "said",      "sang",    "sung",       "sank",
    "sunk",      "sat",      "saw",      "seen",    "sent",      "shaken",  "shook",      "shone",
    "shot",      "shown",    "shrank",   "shrunk",  "slain",     "slept",   "slew",       "slid",
    "slung",     "smelt",    "smitten",  "smote",   "sold",      "sought",  "sown",       "spake",
    "spat",      "sped",     "spelt",    "spent",   "spilt",     "spoke",   "spoken",     "sprang",
    "sprung",    "spun",     "stank",    "stole",   "stolen",    "stood",   "stricken",   "strode",
    "strove",    "struck",   "stuck",    "stung",   "swam",      "swum",    "swept",      "swollen",
    "swore",     "sworn",    "swung",    "taken",   "taught",    "thought", "threw",      "thrown",
    "told",      "took",     "tore",     "torn",    "trod",      "trodden", "understood", "went",
    "wept",      "withdrew", "withheld", "woke",    "woken",     "won",     "wore",       "worn",
    "wound",     "wove",     "woven",    "written", "wrote",     "wrung"};

template <size_t N>
bool IsAmong(const std::string_view (&list)[N], std::string_view word) {
  return std::ranges::find(list, word) != std::end(list);
}

bool IsSmallWord(std::string_view word) {
  return !word.empty() && std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

// The words of lines such as "00001740 29 v 04 breathe 0 take_a_breath 0 …"; several words or
// capitals are none.
std::unordered_set<std::string> WordsOfData(std::string_view data) {
  std::unordered_set<std::string> words;
  for (size_t at = 0; at < data.size();) {
    const size_t end = std::min(data.find('\n', at), data.size());
    const std::string_view line = data.substr(at, end - at);
    at = end + 1;
    if (line.starts_with(' ')) continue;  // the licence
    std::vector<std::string_view> fields;
    size_t count = 0;
    for (size_t begin = 0; begin < line.size() && fields.size() < 4 + 2 * count;) {
      const size_t stop = std::min(line.find(' ', begin), line.size());
      fields.push_back(line.substr(begin, stop - begin));
      begin = stop + 1;
      if (fields.size() != 4) continue;
      const std::string_view digits = fields[3];
      std::from_chars(digits.data(), digits.data() + digits.size(), count, 16);
    }
    for (size_t field = 4; field < fields.size(); field += 2) {
      const std::string_view word = fields[field].substr(0, fields[field].find('('));
      if (IsSmallWord(word)) words.emplace(word);
    }
  }
  return words;
}

}  // namespace

Result<WordForms> WordForms::Read(std::string_view verbs, std::string_view adjectives) {
  WordForms forms;
  forms.verbs_ = WordsOfData(verbs);
  forms.adjectives_ = WordsOfData(adjectives);
  if (forms.verbs_.empty() || forms.adjectives_.empty()) {
    return Fail(ErrorCode::kCorrupt, "WordNet's lists of words hold no verbs or no adjectives.");
  }
  return forms;
}

bool WordForms::IsVerb(std::string_view word) const { return verbs_.contains(std::string(word)); }

bool WordForms::IsAdjective(std::string_view word) const {
  return adjectives_.contains(std::string(word));
}

bool WordForms::IsAuxiliary(std::string_view word) {
  if (IsAmong(kAuxiliaries, word)) return true;
  if (std::ranges::any_of(kShort, [&](std::string_view end) { return word.ends_with(end); })) {
    return true;
  }
  return word.ends_with("'s") && IsAmong(kBeforeIs, word.substr(0, word.size() - 2));
}

// Whether a verb, one without its last e, one with its last letter doubled or one with i for its y
// stands before the ending.
bool WordForms::HasStem(std::string_view word, std::string_view ending) const {
  if (!word.ends_with(ending) || word.size() < ending.size() + 2) return false;
  const std::string stem(word.substr(0, word.size() - ending.size()));
  if (IsVerb(stem) || IsVerb(stem + 'e')) return true;
  if (stem.back() == 'i' && IsVerb(stem.substr(0, stem.size() - 1) + 'y')) return true;
  return stem[stem.size() - 1] == stem[stem.size() - 2] && IsVerb(stem.substr(0, stem.size() - 1));
}

bool WordForms::IsPast(std::string_view word) const {
  return IsAmong(kIrregular, word) || (!IsVerb(word) && HasStem(word, "ed"));
}

bool WordForms::IsForm(std::string_view word) const {
  if (IsAuxiliary(word) || IsVerb(word) || IsPast(word)) return true;
  for (const std::string_view ending : {"s", "es", "ing", "eth", "est", "st", "th"}) {
    if (HasStem(word, ending)) return true;
  }
  // do't, answer'd, know'st
  const size_t cut = word.find('\'');
  if (cut == word.npos || cut == 0) return false;
  const std::string_view rest = word.substr(cut);
  return (rest == "'t" || rest == "'d" || rest == "'st" || rest == "'em") &&
         (IsForm(word.substr(0, cut)) || IsVerb(std::string(word.substr(0, cut)) + 'e'));
}

}  // namespace meander
