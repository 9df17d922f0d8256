// See lines_rules.h.
#include "make/lines_rules.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <set>

#include "base/hash.h"

namespace meander {
namespace {

constexpr size_t kFewestWords = 3, kMostWords = 16, kMostBytes = 110, kFewestBytes = 9;
constexpr std::string_view kDash = "\xE2\x80\x94";
constexpr std::string_view kBadMarks = "0123456789()[]{}<>_*/\\|=+&%$#@^~`\"";
// Words that have a capital and are no names.
constexpr std::string_view kDueCapitals[] = {"I",      "O",  "Oh",  "Ah",   "God", "Lord",
                                             "Heaven", "Mr", "Mrs", "Miss", "Sir", "Sirs"};
constexpr std::string_view kBeforePlaces[] = {"in", "at", "into", "near"};
// An apostrophe may stand before these.
constexpr std::string_view kElisions[] = {"tis",   "twas",  "twere",  "twill", "twould", "em",
                                          "twixt", "tween", "gainst", "neath", "tisn't", "twasn't"};
// Small words of French and Latin; plays and sea stories speak them now and then.
constexpr std::string_view kForeignWords[] = {
    "elle", "est",  "je",   "vous",  "les", "que",    "dans", "avec", "moi", "votre", "notre",
    "ma",   "foi",  "il",   "tres",  "bon", "et",     "le",   "la",   "de",  "une",   "sur",
    "mon",  "suis", "avez", "qui",   "pas", "nous",   "mais", "ce",   "ne",  "cum",   "quod",
    "haec", "hic",  "ergo", "nihil", "sed", "ubique", "ipse", "dei"};
// What does not tell two lines apart.
constexpr std::string_view kSmallWords[] = {
    "a",   "an", "the",  "and",   "but",    "or",   "so",   "very", "quite",  "rather", "too",
    "oh",  "o",  "ah",   "well",  "now",    "then", "yes",  "no",   "nay",    "ay",     "aye",
    "sir", "my", "lord", "madam", "indeed", "for",  "that", "just", "really", "why",    "come"};

bool IsLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<uint8_t>(c) >= 0x80;
}
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsSmall(char c) { return c >= 'a' && c <= 'z'; }

template <size_t N>
bool IsAmong(const std::string_view (&list)[N], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

bool IsDashAt(std::string_view line, size_t at) { return line.substr(at).starts_with(kDash); }

// "I'll", "God's": what stands before the apostrophe.
std::string_view Stem(std::string_view word) { return word.substr(0, word.find('\'')); }

bool HasDueCapital(std::string_view word) { return IsAmong(kDueCapitals, Stem(word)); }

// An apostrophe that is neither inside a word, nor an elision's, nor at the end of a shortened or
// plural word is half of a quotation.
bool HasLoneQuote(std::string_view line) {
  for (size_t at = line.find('\''); at != line.npos; at = line.find('\'', at + 1)) {
    const bool after = at > 0 && IsLetter(line[at - 1]);
    const bool before = at + 1 < line.size() && IsLetter(line[at + 1]);
    if (after && before) continue;
    if (before) {
      size_t end = at + 1;
      while (end < line.size() && (IsLetter(line[end]) || line[end] == '\'')) ++end;
      if (IsAmong(kElisions, SmallLetters(line.substr(at + 1, end - at - 1)))) continue;
    }
    const char last = after ? line[at - 1] : ' ';
    if (after && at + 1 < line.size() && line[at + 1] == ' ' &&
        std::string_view("sonh").find(last) != std::string_view::npos) {
      continue;  // dogs', o', an', th'
    }
    return true;
  }
  return false;
}

bool IsUnfinished(std::string_view line) {
  const bool begins = IsUpper(line[0]) || (line[0] == '\'' && line.size() > 1 && IsUpper(line[1]));
  const char last = line.back();
  if (!begins || (last != '.' && last != '!' && last != '?')) return true;
  const size_t stop = line.find_last_not_of(".!?");
  if (stop == line.npos) return true;
  const char before = line[stop];
  return before == ',' || before == ';' || before == ':' || before == '-' || before == ' ' ||
         line.substr(0, stop + 1).ends_with(kDash);
}

bool HasBadMarks(std::string_view line) {
  return line.find_first_of(kBadMarks) != line.npos || line.find("..") != line.npos ||
         HasLoneQuote(line);
}

// The first word's capital is due.
bool HasTooManyCapitals(std::span<const std::string_view> words) {
  size_t capitals = 0;
  for (const std::string_view word : words) {
    if (!IsUpper(word[0])) continue;
    const bool is_all = std::count_if(word.begin(), word.end(), IsUpper) > 1 &&
                        std::none_of(word.begin(), word.end(), IsSmall);
    if (is_all) return true;
    capitals += word.data() != words[0].data() && !HasDueCapital(word);
  }
  return capitals * 5 > words.size() * 2;
}

bool IsForeign(std::span<const std::string_view> words) {
  return std::count_if(words.begin(), words.end(), [](std::string_view word) {
           return IsAmong(kForeignWords, SmallLetters(Stem(word)));
         }) >= 2;
}

}  // namespace

const char* NameOfFault(LineFault fault) {
  constexpr const char* kNamesOfFaults[] = {
      "kept",  "length", "unfinished", "marks",   "capitals", "foreign", "barred",
      "names", "order",  "rare",       "leaning", "fragment", "cast",    "twin"};
  return fault < LineFault::kCount ? kNamesOfFaults[static_cast<int>(fault)] : "";
}

std::vector<std::string_view> WordsOfLine(std::string_view line) {
  std::vector<std::string_view> words;
  for (size_t at = 0; at < line.size();) {
    if (IsDashAt(line, at)) {
      at += kDash.size();
      continue;
    }
    if (!IsLetter(line[at])) {
      ++at;
      continue;
    }
    size_t end = at;
    while (
        end < line.size() && !IsDashAt(line, end) &&
        (IsLetter(line[end]) || ((line[end] == '\'' || line[end] == '-') && end + 1 < line.size() &&
                                 IsLetter(line[end + 1]) && !IsDashAt(line, end + 1)))) {
      ++end;
    }
    words.push_back(line.substr(at, end - at));
    at = end;
  }
  return words;
}

std::string SmallLetters(std::string_view text) {
  std::string small(text);
  for (char& c : small) c = IsUpper(c) ? static_cast<char>(c + 32) : c;
  return small;
}

LineFault FaultOfShape(std::string_view line) {
  const std::vector<std::string_view> words = WordsOfLine(line);
  if (words.size() < kFewestWords || words.size() > kMostWords || line.size() > kMostBytes ||
      line.size() < kFewestBytes) {
    return LineFault::kLength;
  }
  if (IsUnfinished(line)) return LineFault::kUnfinished;
  if (HasBadMarks(line)) return LineFault::kMarks;
  if (HasTooManyCapitals(words)) return LineFault::kCapitals;
  if (IsForeign(words)) return LineFault::kForeign;
  return LineFault::kNone;
}

uint64_t HashOfBarred(std::string_view text) { return Hash64(AsBytes(SmallLetters(text))); }

Result<BarList> BarList::Read(std::string_view text) {
  BarList list;
  size_t number = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    at = end + 1;
    ++number;
    line = line.substr(0, line.find('#'));
    while (line.ends_with(' ')) line.remove_suffix(1);
    if (line.empty()) continue;
    const bool is_word = line.starts_with("word "), is_line = line.starts_with("line ");
    uint64_t hash = 0;
    const std::string_view digits = line.substr(std::min<size_t>(5, line.size()));
    const auto [stop, failed] =
        std::from_chars(digits.data(), digits.data() + digits.size(), hash, 16);
    if ((!is_word && !is_line) || failed != std::errc() || digits.size() != 16 ||
        stop != digits.data() + digits.size()) {
      return Fail(ErrorCode::kCorrupt, "Line " + std::to_string(number) +
                                           " of the barred words is neither a word nor a line.");
    }
    (is_word ? list.words_ : list.lines_).insert(hash);
  }
  return list;
}

bool BarList::BarsWord(std::string_view word) const {
  return words_.contains(HashOfBarred(word)) || words_.contains(HashOfBarred(Stem(word)));
}

bool BarList::BarsLine(std::string_view line) const {
  if (lines_.contains(HashOfBarred(line))) return true;
  for (const std::string_view word : WordsOfLine(line)) {
    if (BarsWord(word)) return true;
    for (size_t at = word.find('-'), begin = 0; begin < word.size();) {  // each part of it, too
      if (BarsWord(word.substr(begin, std::min(at, word.size()) - begin))) return true;
      begin = at == word.npos ? word.size() : at + 1;
      at = word.find('-', begin);
    }
  }
  return false;
}

void NameBook::Count(std::string_view line) {
  const char* due = line.data();  // where a capital is due whatever the word
  std::string_view previous;
  for (const std::string_view word : WordsOfLine(line)) {
    const std::string_view between(due, static_cast<size_t>(word.data() - due));
    const bool is_due = due == line.data() || between.find_first_of(".!?:\"") != between.npos ||
                        between.find(kDash) != between.npos;
    due = word.data() + word.size();
    if (IsSmall(word[0])) {
      words_[SmallLetters(Stem(word))].small += 1;
    } else if (IsUpper(word[0]) && !is_due && !HasDueCapital(word)) {
      Writings& writings = words_[SmallLetters(Stem(word))];
      writings.capital += 1;
      writings.placed += between == " " && IsAmong(kBeforePlaces, previous);
    }
    previous = word;
  }
}

bool NameBook::IsName(std::string_view word) const {
  if (!IsUpper(word[0]) || HasDueCapital(word)) return false;
  const auto found = words_.find(SmallLetters(Stem(word)));
  return found != words_.end() && found->second.capital > found->second.small;
}

bool NameBook::IsPlace(std::string_view word) const {
  const auto found = words_.find(SmallLetters(Stem(word)));
  return found != words_.end() && found->second.placed * 6 > found->second.capital;
}

bool NameBook::HasCapital(std::string_view word) {
  return IsUpper(word[0]) && !HasDueCapital(word);
}

bool NameBook::HasName(std::string_view line) const {
  bool is_first = true;
  for (const std::string_view word : WordsOfLine(line)) {
    if (IsName(word) || (!is_first && IsUpper(word[0]) && !HasDueCapital(word) &&
                         !words_.contains(SmallLetters(Stem(word))))) {
      return true;
    }
    is_first = false;
  }
  return false;
}

std::string TwinKey(std::string_view line, const NameBook& names) {
  std::set<std::string> kept;
  const std::vector<std::string_view> words = WordsOfLine(line);
  for (const std::string_view word : words) {
    const std::string small = names.IsName(word) ? "#" : SmallLetters(word);
    if (!IsAmong(kSmallWords, small)) kept.insert(small);
  }
  if (kept.size() < 2) {  // "Oh no no." says nothing else
    kept.clear();
    for (const std::string_view word : words) kept.insert(SmallLetters(word));
  }
  std::string key;
  for (const std::string& word : kept) key += word + ' ';
  return key + (line.back() == '?' ? '?' : '.');
}

}  // namespace meander
