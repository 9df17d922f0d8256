// Sentences with their parts filled in, numbers as people read them.
#include "ideas/fill.h"

#include <gtest/gtest.h>

#include <cmath>

namespace meander {
namespace {

TEST(Fill, PutsEveryPartWhereItsNameStands) {
  EXPECT_EQ(Fill("From {from} to {to}", {{"from", "Coffee"}, {"to", "Zero"}}),
            "From Coffee to Zero");
  EXPECT_EQ(Fill("{a}{a}, {b}", {{"a", "x"}, {"b", "y"}}), "xx, y");
  EXPECT_EQ(Fill("", {{"a", "x"}}), "");
  EXPECT_EQ(Fill("plain", {}), "plain");
  EXPECT_EQ(Fill("{a}", {{"a", ""}}), "");
}

TEST(Fill, LeavesOutWhatHasNoValueAndKeepsLooseBraces) {
  EXPECT_EQ(Fill("a {none} b", {{"a", "x"}}), "a  b");
  EXPECT_EQ(Fill("open { end", {{"a", "x"}}), "open { end");
  EXPECT_EQ(Fill("shut } {a}", {{"a", "x"}}), "shut } x");
  EXPECT_EQ(Fill("{", {}), "{");
}

TEST(Fill, AValueIsNeverFilledInItself) {
  EXPECT_EQ(Fill("{a} {b}", {{"a", "{b}"}, {"b", "{a}"}}), "{b} {a}");
}

TEST(WithCommas, SetsOneAtEveryThousand) {
  EXPECT_EQ(WithCommas(0), "0");
  EXPECT_EQ(WithCommas(999), "999");
  EXPECT_EQ(WithCommas(1000), "1,000");
  EXPECT_EQ(WithCommas(10033), "10,033");
  EXPECT_EQ(WithCommas(100000), "100,000");
  EXPECT_EQ(WithCommas(1234567), "1,234,567");
  EXPECT_EQ(WithCommas(UINT64_MAX), "18,446,744,073,709,551,615");
}

TEST(TwoDecimals, RoundsAndHasNoMinusBeforeZero) {
  EXPECT_EQ(TwoDecimals(0.484f), "0.48");
  EXPECT_EQ(TwoDecimals(0.486f), "0.49");
  EXPECT_EQ(TwoDecimals(1), "1.00");
  EXPECT_EQ(TwoDecimals(0), "0.00");
  EXPECT_EQ(TwoDecimals(-0.25f), "-0.25");
  EXPECT_EQ(TwoDecimals(-0.001f), "0.00");
  EXPECT_EQ(TwoDecimals(-0.f), "0.00");
  EXPECT_EQ(TwoDecimals(-0.006f), "-0.01");
}

TEST(Megabytes, RoundsToWholeOnes) {
  EXPECT_EQ(Megabytes(0), "0 MB");
  EXPECT_EQ(Megabytes(499999), "0 MB");
  EXPECT_EQ(Megabytes(500000), "1 MB");
  EXPECT_EQ(Megabytes(12500000), "13 MB");
  EXPECT_EQ(Megabytes(1234567890), "1,235 MB");
}

}  // namespace
}  // namespace meander
