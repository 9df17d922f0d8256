// See manner.h.
#include "text/manner.h"

#include <algorithm>
#include <span>
#include <vector>

#include "text/word_set.h"

namespace meander {
namespace {

// "'tis" is "tis" among words.
constexpr std::string_view kOldWords =
    "behold betwixt didst dost doth ere e'er hadst hast hath hence hither is't lest lo methinks "
    "nay "
    "ne'er o'er on't prithee shalt sirrah thee thence thereof thine thither thou thy thyself tis "
    "twas twere twill twould unto verily wert whence wherefore whereof whither wilt ye yea";
// "I'd" and "they'd" are of today, "kill'd" is not.
constexpr std::string_view kClippedToday = "they'd there'd what'd";
constexpr size_t kShortestClipped = 6;

bool IsOneOf(std::string_view word, std::span<const uint32_t> numbers) {
  return std::ranges::find(numbers, NumberOfWord(word)) != numbers.end();
}
std::vector<uint32_t> NumbersOf(std::string_view words) {
  std::vector<uint32_t> numbers;
  for (const std::string_view word : WordsOf(words)) numbers.push_back(NumberOfWord(word));
  return numbers;
}

bool IsOld(std::string_view word) {
  static const std::vector<uint32_t> old = NumbersOf(kOldWords), today = NumbersOf(kClippedToday);
  const bool is_clipped = word.size() >= kShortestClipped &&
                          (word.ends_with("'d") || word.ends_with("\u2019d")) &&
                          !IsOneOf(word, today);
  return is_clipped || IsOneOf(word, old);
}

}  // namespace

Manner MannerOf(std::string_view line) {
  return {line.contains('?'), line.contains('!'), std::ranges::any_of(WordsOf(line), IsOld)};
}

Manner EitherManner(const Manner& a, const Manner& b) {
  return {a.asks || b.asks, a.cries || b.cries, a.is_old || b.is_old};
}

int StrangeManners(const Manner& line, const Manner& ends) {
  return (line.asks && !ends.asks) + (line.cries && !ends.cries) + (line.is_old && !ends.is_old);
}

}  // namespace meander
