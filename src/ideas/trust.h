// How far a spot of the map can be trusted, in three words.
#pragma once

namespace meander {

enum class TrustGrade { kGood = 0, kFair = 1, kPoor = 2 };
inline constexpr int kTrustGrades = 3;

// Of an article's ten true neighbours, `kept` are among its thirty nearest on the map.
inline constexpr int kGoodFrom = 6, kFairFrom = 3;
inline TrustGrade TrustGradeOf(int kept) {
  return kept >= kGoodFrom   ? TrustGrade::kGood
         : kept >= kFairFrom ? TrustGrade::kFair
                             : TrustGrade::kPoor;
}

}  // namespace meander
