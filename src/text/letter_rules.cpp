// See letter_rules.h.
#include "text/letter_rules.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "text/phone_book.h"

namespace meander {
namespace {

// Where `letters` stand between `left` and `right` they are said as `phones`. In the contexts: '<'
// or
// '>' the word's begin or end, '#' a vowel letter or y, '^' a consonant letter, '+' one of e i y,
// '*' consonants or none, '@' a vowel letter with consonants or none between it and here, '%' an
// ending (e, es, ed, er, ers, ing, ely, y, able) that ends the word, other letters themselves.
struct Rule {
  std::string_view left, letters, right, phones;
};

constexpr std::string_view kRuleText =
#include "text/letter_rules.inc"
    ;

// The text up to `end`, which is cut off with it.
std::string_view TakeUpTo(std::string_view& text, char end) {
  const size_t at = text.find(end);
  const std::string_view taken = text.substr(0, at);
  text.remove_prefix(at + 1);
  return taken;
}

const std::vector<Rule>& Rules() {
  static const std::vector<Rule> rules = [] {
    std::vector<Rule> read;
    for (std::string_view text = kRuleText; !text.empty();) {
      std::string_view rule = TakeUpTo(text, ';');
      const std::string_view left = TakeUpTo(rule, '|'), letters = TakeUpTo(rule, '|');
      const std::string_view right = TakeUpTo(rule, '|');
      read.push_back({left, letters, right, rule});
    }
    return read;
  }();
  return rules;
}

bool IsVowelLetter(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

// Matches a context at `at`, going `step` (1: to the right); pattern read in that direction.
class Context {
 public:
  Context(std::string_view word, int step) : word_(word), step_(step) {}

  bool Fits(std::string_view pattern, int at) const {
    for (size_t i = 0; i < pattern.size(); ++i) {
      const char wish = step_ > 0 ? pattern[i] : pattern[pattern.size() - 1 - i];
      const bool is_inside = at >= 0 && at < static_cast<int>(word_.size());
      const char letter = is_inside ? word_[static_cast<size_t>(at)] : '\0';
      const bool is_consonant = is_inside && !IsVowelLetter(letter);
      switch (wish) {
        case '<':
        case '>':
          if (is_inside) return false;
          continue;
        case '*':
          at = SkipConsonants(at);
          continue;
        case '@':
          at = SkipConsonants(at);
          if (at < 0 || at >= static_cast<int>(word_.size())) return false;
          break;
        case '%':
          return IsEnding(at);
        case '#':
          if (!is_inside || is_consonant) return false;
          break;
        case '^':
          if (!is_consonant) return false;
          break;
        case '+':
          if (letter != 'e' && letter != 'i' && letter != 'y') return false;
          break;
        default:
          if (letter != wish) return false;
      }
      at += step_;
    }
    return true;
  }

 private:
  int SkipConsonants(int at) const {
    while (at >= 0 && at < static_cast<int>(word_.size()) &&
           !IsVowelLetter(word_[static_cast<size_t>(at)])) {
      at += step_;
    }
    return at;
  }
  bool IsEnding(int at) const {
    if (at > static_cast<int>(word_.size())) return false;
    const std::string_view rest = word_.substr(static_cast<size_t>(at));
    constexpr std::string_view kEndings[] = {"e",   "es",  "ed", "er",  "ers",
                                             "ing", "ely", "y",  "able"};
    return std::ranges::find(kEndings, rest) != std::end(kEndings);
  }

  std::string_view word_;
  int step_;
};

const Rule* RuleAt(std::string_view word, size_t at) {
  const Rule* best = nullptr;
  for (const Rule& rule : Rules()) {
    const bool is_longer = best == nullptr || rule.letters.size() > best->letters.size();
    if (!is_longer || !word.substr(at).starts_with(rule.letters)) continue;
    const int before = static_cast<int>(at) - 1;
    const int after = static_cast<int>(at + rule.letters.size());
    if (!Context(word, -1).Fits(rule.left, before) || !Context(word, 1).Fits(rule.right, after)) {
      continue;
    }
    best = &rule;
  }
  return best;
}

// Where English usually puts the stress: before some endings, else on the first vowel that is said
// in full.
void PutStress(std::string_view word, std::string& phones) {
  std::vector<size_t> vowels;
  for (size_t i = 0; i < phones.size(); ++i) {
    if (IsVowel(static_cast<uint8_t>(phones[i]))) vowels.push_back(i);
  }
  if (vowels.empty()) return;
  size_t stressed = 0;
  constexpr std::string_view kPulling[] = {"tion", "sion", "ic", "ical", "ity", "ious", "ian"};
  for (const std::string_view ending : kPulling) {
    if (!word.ends_with(ending)) continue;
    const size_t after = ending == "ical" || ending == "ity" ? 3 : ending == "ious" ? 3 : 2;
    if (vowels.size() >= after) stressed = vowels.size() - after;
  }
  const uint8_t reduced = PhoneNamed("AH");
  if (stressed == 0 && vowels.size() == 2 && static_cast<uint8_t>(phones[vowels[0]]) == reduced &&
      static_cast<uint8_t>(phones[vowels[1]]) != reduced && !word.ends_with('y')) {
    stressed = 1;
  }
  phones[vowels[stressed]] = static_cast<char>(phones[vowels[stressed]] + 1);
}

void AppendPhones(std::string_view names, std::string& phones) {
  while (!names.empty()) {
    const size_t end = std::min(names.find(' '), names.size());
    phones += static_cast<char>(PhoneNamed(names.substr(0, end)));
    names.remove_prefix(std::min(end + 1, names.size()));
  }
}

}  // namespace

std::string PhonesByRule(std::string_view word) {
  std::string phones;
  for (size_t at = 0; at < word.size();) {
    const Rule* rule = RuleAt(word, at);
    if (rule == nullptr) {
      ++at;
      continue;
    }
    AppendPhones(rule->phones, phones);
    at += rule->letters.size();
  }
  PutStress(word, phones);
  return phones;
}

}  // namespace meander
