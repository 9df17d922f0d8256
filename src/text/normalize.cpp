// See normalize.h.
#include "text/normalize.h"

#include <algorithm>

#include "base/bytes.h"
#include "base/sort.h"
#include "base/utf8.h"

namespace meander {
namespace {

#include "text/unicode_table.inc"

enum Kind : uint8_t { kDrop, kDropStarter, kSpace, kApart, kShift, kApartShift, kSequence };

struct Run {
  char32_t first, last;
  uint8_t kind, stride;
  int32_t parameter;
};

std::vector<Run> UnpackRuns() {
  std::vector<Run> runs;
  ByteReader gaps(kRunGaps), steps(kRunSteps), parameters(kRunParameters);
  char32_t end = 0, target = 0;
  for (const uint8_t kind : kRunKinds) {
    Run run{};
    run.first = end;
    if ((kind & 16) == 0) run.first += static_cast<char32_t>(gaps.GetVarint());
    run.last = run.first;
    run.kind = kind & 7;
    run.stride = (kind & 8) != 0 ? 2 : 1;
    if ((kind & 32) == 0) run.last += static_cast<char32_t>(steps.GetVarint()) * run.stride;
    if (run.kind >= kShift) {
      run.parameter = static_cast<int32_t>(parameters.GetVarint());
      if (run.kind != kSequence) {
        const auto zigzag = static_cast<uint32_t>(run.parameter);
        target += (zigzag >> 1) ^ (0 - (zigzag & 1));
        run.parameter = static_cast<int32_t>(target - run.first);
      }
    }
    end = run.last + 1;
    runs.push_back(run);
  }
  return runs;
}

const Run* FindRun(char32_t code_point) {
  static const std::vector<Run>* const runs = new std::vector<Run>(UnpackRuns());
  const auto after =
      std::upper_bound(runs->begin(), runs->end(), code_point,
                       [](char32_t wanted, const Run& run) { return wanted < run.first; });
  // Runs of stride 2 may lie inside one another, so up to two candidates are looked at.
  for (auto at = after; at != runs->begin() && after - at < 2;) {
    --at;
    if (code_point <= at->last && (code_point - at->first) % at->stride == 0) return &*at;
  }
  return nullptr;
}

uint8_t CombiningClass(char32_t code_point) {
  for (const CombiningMark& mark : kSpacingMarks) {
    if (mark.code_point == code_point) return mark.combining_class;
  }
  return 0;
}

// Puts marks that stay into canonical order: a stable sort by class within each run of them, as
// Unicode's canonical ordering does. Dropped marks of class 0 end a run.
class MarkOrder {
 public:
  explicit MarkOrder(std::vector<NormalizedCharacter>& out) : out_(out) {}
  void Added(size_t index) {
    if (out_[index].code_point >= 0x300 && CombiningClass(out_[index].code_point) != 0) {
      if (count_ == 0) first_ = index;
      ++count_;
    } else {
      End();
    }
  }
  void End() {
    if (count_ > 1) {
      StableSortByKey(std::span(out_).subspan(first_, count_), [](const NormalizedCharacter& mark) {
        return CombiningClass(mark.code_point);
      });
    }
    count_ = 0;
  }

 private:
  std::vector<NormalizedCharacter>& out_;
  size_t first_ = 0, count_ = 0;
};

constexpr char32_t kHangulFirst = 0xAC00, kHangulLast = 0xD7A3;

// One original character's results, put in order by the caller.
struct Emitter {
  std::vector<NormalizedCharacter>& out;
  MarkOrder& order;
  uint32_t begin, end;
  void operator()(char32_t code_point) {
    out.push_back({code_point, begin, end});
    order.Added(out.size() - 1);
  }
};

// Unicode 15 §3.12: a syllable is made of a leading, a vowel and perhaps a trailing jamo.
void EmitHangul(char32_t code_point, Emitter& emit) {
  const char32_t index = code_point - kHangulFirst;
  emit(0x1100 + index / 588);
  emit(0x1161 + index % 588 / 28);
  if (index % 28 != 0) emit(0x11A7 + index % 28);
}

void EmitSequence(int32_t number, Emitter& emit) {
  const char32_t* at = kSequences;
  for (; number > 0; --number) {
    while (*at != 0) ++at;
    ++at;
  }
  for (; *at != 0; ++at) emit(*at);
}

}  // namespace

void AppendNormalized(std::string_view text, size_t from, size_t to,
                      std::vector<NormalizedCharacter>& out) {
  MarkOrder order(out);
  for (size_t at = from; at < to;) {
    const DecodedCharacter character = DecodeUtf8(text.substr(0, to), at);
    const char32_t code_point = character.code_point;
    Emitter emit{out, order, static_cast<uint32_t>(at),
                 static_cast<uint32_t>(at + character.byte_count)};
    at += character.byte_count;
    if (code_point >= kHangulFirst && code_point <= kHangulLast) {
      EmitHangul(code_point, emit);
      continue;
    }
    const Run* run = FindRun(code_point);
    const auto shifted = [&] {
      return static_cast<char32_t>(static_cast<int32_t>(code_point) + run->parameter);
    };
    if (run == nullptr) {
      emit(code_point);
      continue;
    }
    switch (run->kind) {
      case kDrop:
        break;
      case kDropStarter:
        order.End();
        break;
      case kSpace:
        emit(' ');
        break;
      case kShift:
        emit(shifted());
        break;
      case kSequence:
        EmitSequence(run->parameter, emit);
        break;
      default:
        emit(' ');
        emit(run->kind == kApartShift ? shifted() : code_point);
        emit(' ');
    }
  }
  order.End();
}

bool IsPunctuation(char32_t code_point) {
  if (code_point < 0x80) {
    return (code_point >= '!' && code_point <= '/') || (code_point >= ':' && code_point <= '@') ||
           (code_point >= '[' && code_point <= '`') || (code_point >= '{' && code_point <= '~');
  }
  ByteReader reader(kPunctuationRuns);
  char32_t end = 0;
  while (!reader.AtEnd() && reader.ok()) {
    const char32_t first = end + static_cast<char32_t>(reader.GetVarint());
    end = first + static_cast<char32_t>(reader.GetVarint()) + 1;
    if (code_point < end) return code_point >= first;
  }
  return false;
}

}  // namespace meander
