// A notice stands for eight seconds of a reader who can see it, however late the first picture
// came.
#include "canvas/notice_time.h"

#include <gtest/gtest.h>

namespace meander {
namespace {

TEST(NoticeTime, CountsFromTheFrameAfterTheOneThatDrawsIt) {
  double until_s = kNoticeUnseen_s;
  EXPECT_FALSE(NoticeIsOver(until_s, 100));  // begun at 0, drawn a hundred seconds later
  EXPECT_FALSE(NoticeIsOver(until_s, 112));  // and that took twelve
  EXPECT_FALSE(NoticeIsOver(until_s, 119.9));
  EXPECT_TRUE(NoticeIsOver(until_s, 120));
  EXPECT_TRUE(NoticeIsOver(until_s, 1000));
}

TEST(NoticeTime, AnotherNoticeHasItsOwnEightSeconds) {
  double until_s = kNoticeUnseen_s;
  NoticeIsOver(until_s, 1);
  NoticeIsOver(until_s, 1);
  EXPECT_FALSE(NoticeIsOver(until_s, 8.9));
  until_s = kNoticeUnseen_s;
  EXPECT_FALSE(NoticeIsOver(until_s, 9));
  EXPECT_FALSE(NoticeIsOver(until_s, 9.1));
  EXPECT_FALSE(NoticeIsOver(until_s, 17));
  EXPECT_TRUE(NoticeIsOver(until_s, 17.1));
}

}  // namespace
}  // namespace meander
