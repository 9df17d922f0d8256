// Why two sounds are near, in words.
#include <cstdlib>

#include "canvas/fill.h"
#include "canvas/words.h"
#include "sounds/state.h"

namespace meander {
namespace {

constexpr float kFarBelow = 0.5f;  // less alike than this: near on the map alone

// As the written parts add up to.
std::string Likeness(const WhyNear& why) {
  int hundredths = 0;
  for (const WhyPart& part : why.parts) hundredths += part.hundredths;
  return TwoDecimals(static_cast<float>(hundredths) / 100);
}

std::string PhraseOf(const WhyPart& part) {
  if (part.kind == WhyKind::kTime) return std::string(words::kSoundsWhyTimePhrase);
  if (part.kind == WhyKind::kLength) return std::string(words::kSoundsWhyLengthPhrase);
  return Fill(words::kSoundsWhyHave, {{"name", LabelOfWhy(part)}});
}

}  // namespace

bool IsAbsence(const WhyPart& part) {
  return part.is_band() && part.amount > 0 && part.left + part.right < 0;
}

std::string_view NameOfWhy(const WhyPart& part) {
  constexpr std::string_view kNames[kWhyKinds] = {words::kSoundsWhyRumble, words::kSoundsWhyBody,
                                                  words::kSoundsWhyMiddle, words::kSoundsWhyBright,
                                                  words::kSoundsWhySplash, words::kSoundsWhyTime,
                                                  words::kSoundsWhyLength};
  return kNames[static_cast<size_t>(part.kind)];
}

std::string LabelOfWhy(const WhyPart& part) {
  const std::string name(NameOfWhy(part));
  return IsAbsence(part) ? Fill(words::kSoundsWhyLittle, {{"name", name}}) : name;
}

std::string AmountInWords(int hundredths) {
  const std::string number = TwoDecimals(static_cast<float>(std::abs(hundredths)) / 100);
  return hundredths == 0 ? number : (hundredths > 0 ? "+" : "−") + number;
}

std::string WhySentence(const SoundsState& state) {
  const WhyNear& why = state.why;
  if (why.parts.empty()) {
    return state.missing.empty() ? std::string(words::kSoundsWhyWait) : state.missing;
  }
  if (why.likeness < kFarBelow) {
    return Fill(words::kSoundsWhyFar, {{"likeness", Likeness(why)}});
  }
  std::vector<std::string> phrases;
  const WhyPart* before = nullptr;
  for (const WhyPart& part : why.parts) {
    if (part.hundredths <= 0 || phrases.size() == 2) continue;
    // "have low rumble and splash"; but "have little low rumble and have splash"
    const bool goes_on = before != nullptr && before->is_band() && part.is_band() &&
                         IsAbsence(*before) == IsAbsence(part);
    phrases.push_back(goes_on ? LabelOfWhy(part) : PhraseOf(part));
    before = &part;
  }
  if (phrases.empty()) return {};
  if (phrases.size() == 1) return Fill(words::kSoundsWhyOne, {{"first", phrases[0]}});
  return Fill(words::kSoundsWhyBoth, {{"first", phrases[0]}, {"second", phrases[1]}});
}

std::string WhySum(const SoundsState& state) {
  const WhyNear& why = state.why;
  if (why.parts.empty()) return {};
  const auto share = static_cast<int>(why.closer_than * 100);  // "closer than" must not round up
  return Fill(words::kSoundsWhySum,
              {{"likeness", Likeness(why)}, {"share", std::to_string(share)}});
}

std::string WhyInWords(const SoundsState& state) {
  const WhyNear& why = state.why;
  std::string parts;
  for (const WhyPart& part : why.parts) {
    if (!parts.empty()) parts += ", ";
    parts += LabelOfWhy(part) + " " + AmountInWords(part.hundredths);
  }
  return Fill(words::kSoundsWhyAlike, {{"likeness", Likeness(why)}, {"parts", parts}});
}

}  // namespace meander
