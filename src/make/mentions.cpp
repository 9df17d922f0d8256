// See mentions.h.
#include "make/mentions.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

namespace meander {
namespace {

constexpr size_t kMostWords = 8;

struct Word {
  uint32_t begin, end;
  std::string folded;  // lower case
  bool is_capital;
  bool starts_sentence;
};

bool IsWordByte(char c) {
  const auto byte = static_cast<uint8_t>(c);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
         (byte >= 'A' && byte <= 'Z') || byte == '\'';
}

std::vector<Word> WordsOf(std::string_view text) {
  std::vector<Word> words;
  bool starts_sentence = true;
  for (size_t at = 0; at < text.size();) {
    if (!IsWordByte(text[at])) {
      if (text[at] == '.' || text[at] == '\n' || text[at] == '!' || text[at] == '?')
        starts_sentence = true;
      ++at;
      continue;
    }
    size_t end = at;
    while (end < text.size() && IsWordByte(text[end])) ++end;
    // A possessive is not part of the name.
    if (end - at > 2 && text.substr(end - 2, 2) == "'s") end -= 2;
    Word word{static_cast<uint32_t>(at), static_cast<uint32_t>(end), {}, false, starts_sentence};
    for (const char c : text.substr(at, end - at)) {
      word.folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    word.is_capital = text[at] >= 'A' && text[at] <= 'Z';
    words.push_back(std::move(word));
    starts_sentence = false;
    at = std::max(end, at + 1);
    if (end < text.size() && text.substr(end).starts_with("'s")) at = end + 2;
  }
  return words;
}

std::string KeyOf(std::span<const Word> words) {
  std::string key;
  for (const Word& word : words) key += (key.empty() ? "" : " ") + word.folded;
  return key;
}

std::string Singular(std::string key) {
  if (key.ends_with("ies") && key.size() > 5) return key.substr(0, key.size() - 3) + "y";
  for (const char* ending : {"ches", "shes", "xes", "sses"}) {
    if (key.ends_with(ending)) return key.substr(0, key.size() - 2);
  }
  if (key.ends_with("s") && !key.ends_with("ss") && key.size() > 3)
    return key.substr(0, key.size() - 1);
  return {};
}

using Titles = std::unordered_map<std::string, std::vector<uint32_t>>;

size_t PlainSize(const std::string& title) { return std::min(title.find(" ("), title.size()); }
bool NeedsParenthesis(const std::string& title) { return PlainSize(title) < title.size(); }

Titles IndexTitles(std::span<const SourceArticle> articles) {
  Titles titles;
  for (uint32_t item = 0; item < articles.size(); ++item) {
    const std::string_view title = articles[item].title;
    const std::string key = KeyOf(WordsOf(title.substr(0, PlainSize(articles[item].title))));
    if (key.size() < 3) continue;
    titles[key].push_back(item);
    if (key.starts_with("the ")) titles[key.substr(4)].push_back(item);
  }
  return titles;
}

struct FoundTitle {
  const std::vector<uint32_t>* alike = nullptr;  // null: there is none
  bool is_plural = false;
};

FoundTitle FindTitle(const Titles& titles, const std::string& key) {
  const auto found = titles.find(key);
  if (found != titles.end()) return {&found->second, false};
  const std::string singular = Singular(key);
  const auto by_singular = singular.empty() ? titles.end() : titles.find(singular);
  return by_singular == titles.end() ? FoundTitle{} : FoundTitle{&by_singular->second, true};
}

// Words before a name that do not make it another name: "Southern Europe".
constexpr std::string_view kDirections[] = {
    "north",        "south",        "east",         "west",         "northern",  "southern",
    "eastern",      "western",      "northwest",    "northeast",    "southwest", "southeast",
    "northwestern", "northeastern", "southwestern", "southeastern", "central",   "upper",
    "lower",        "inner",        "outer",        "greater",      "early",     "late",
    "middle",       "modern",       "medieval",     "ancient",      "mainland"};

// What is named after a place without being it: "University of California".
constexpr std::string_view kBodies[] = {"university", "college",    "school", "academy",
                                        "institute",  "museum",     "bank",   "church",
                                        "bishop",     "viceroyalty"};

bool IsAmong(std::span<const std::string_view> list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}
bool IsRomanNumeral(const Word& word) {
  return word.is_capital && word.folded.find_first_not_of("ivx") == std::string::npos;
}

// Finds the mentions of one text.
class TextReader {
 public:
  TextReader(std::span<const SourceArticle> articles, const Titles& titles, const Closeness& cosine,
             uint32_t item)
      : articles_(articles),
        titles_(titles),
        cosine_(cosine),
        item_(item),
        text_(articles[item].text),
        words_(WordsOf(text_)) {}
  std::vector<Mention> Mentions() const;

 private:
  uint32_t Choose(const std::vector<uint32_t>& alike, size_t end) const;
  Writing WritingOf(size_t first, size_t count) const;
  bool AreNextTo(size_t a, size_t b) const { return words_[b].begin - words_[a].end == 1; }
  bool IsCapital(size_t at) const { return words_[at].is_capital && !words_[at].starts_sentence; }

  const std::span<const SourceArticle> articles_;
  const Titles& titles_;
  const Closeness& cosine_;
  const uint32_t item_;
  const std::string_view text_;
  const std::vector<Word> words_;
};

uint32_t TextReader::Choose(const std::vector<uint32_t>& alike, size_t end) const {
  if (alike.size() == 1) return alike[0];
  uint32_t best = alike[0];
  float best_score = -10;
  for (const uint32_t item : alike) {
    const std::string& title = articles_[item].title;
    const bool is_doubtful = NeedsParenthesis(title);
    float score = cosine_(item_, item) + (is_doubtful ? 0.f : 3.f);
    if (is_doubtful && text_.substr(end).starts_with(title.substr(PlainSize(title)))) score = 6;
    if (score > best_score) {
      best_score = score;
      best = item;
    }
  }
  return best;
}

Writing TextReader::WritingOf(size_t first, size_t count) const {
  if (!words_[first].is_capital) return Writing::kSmall;
  if (words_[first].starts_sentence) return Writing::kOpensSentence;
  const size_t last = first + count - 1, size = words_.size();
  const bool has_next = last + 1 < size && AreNextTo(last, last + 1);
  if (has_next && IsRomanNumeral(words_[last + 1])) return Writing::kAnotherName;
  bool is_piece = false;
  if (first > 0 && IsCapital(first - 1) && AreNextTo(first - 1, first)) {
    is_piece =
        !IsAmong(kDirections, words_[first - 1].folded) || text_[words_[first].begin - 1] == '-';
  }
  if (first > 1 && words_[first - 1].folded == "of" && AreNextTo(first - 1, first)) {
    if (IsAmong(kBodies, words_[first - 2].folded)) return Writing::kAnotherName;
    is_piece = is_piece || words_[first - 2].is_capital;
  }
  if (has_next) {
    const bool is_before_of =
        words_[last + 1].folded == "of" && last + 2 < size && words_[last + 2].is_capital;
    is_piece = is_piece || IsCapital(last + 1) || is_before_of;
  }
  return is_piece ? Writing::kPieceOfName : Writing::kCapital;
}

std::vector<Mention> TextReader::Mentions() const {
  std::vector<Mention> mentions;
  for (size_t at = 0; at < words_.size();) {
    FoundTitle found;
    size_t count = std::min(kMostWords, words_.size() - at);
    for (; count > 0; --count) {
      // A title does not run across the end of a sentence.
      const auto run = std::span(words_).subspan(at, count);
      const bool is_whole = std::none_of(run.begin() + 1, run.end(),
                                         [](const Word& word) { return word.starts_sentence; });
      if (is_whole) found = FindTitle(titles_, KeyOf(run));
      if (found.alike != nullptr) break;
    }
    if (found.alike == nullptr) {
      ++at;
      continue;
    }
    const uint32_t begin = words_[at].begin, end = words_[at + count - 1].end;
    const uint32_t target = Choose(*found.alike, end);
    if (target != item_) {
      mentions.push_back({begin, end, target, WritingOf(at, count),
                          NeedsParenthesis(articles_[target].title), found.is_plural});
    }
    at += count;
  }
  return mentions;
}

}  // namespace

std::vector<std::vector<Mention>> FindMentions(std::span<const SourceArticle> articles,
                                               const Closeness& cosine) {
  const Titles titles = IndexTitles(articles);
  std::vector<std::vector<Mention>> mentions;
  for (uint32_t item = 0; item < articles.size(); ++item) {
    mentions.push_back(TextReader(articles, titles, cosine, item).Mentions());
  }
  return mentions;
}

}  // namespace meander
