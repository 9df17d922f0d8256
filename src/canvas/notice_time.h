// How long a line stands that the reader should see once: eight seconds from when it can be read.
// The first picture takes a while to be drawn, and what was said before it would be gone with it.
#pragma once

namespace meander {

inline constexpr double kNotice_s = 8;
// When it is over, by the room's clock, and the two times before that is known: nobody has seen it,
// and the frame that shows it is being drawn.
inline constexpr double kNoticeUnseen_s = -2, kNoticeDrawn_s = -1;

// Asked once a frame, behind its picture: only the next frame's time is that of a reader who has it
// before her.
inline bool NoticeIsOver(double& until_s, double now_s) {
  if (until_s >= 0) return now_s >= until_s;
  until_s = until_s == kNoticeUnseen_s ? kNoticeDrawn_s : now_s + kNotice_s;
  return false;
}

}  // namespace meander
