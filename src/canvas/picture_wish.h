// A picture that the host decodes: what a room wishes for (FetchFileEffect), what comes, and the
// sentence for what went wrong. In the page the browser decodes (web/host/own_picture.mjs), for
// posters and letters the tool does (cli/picture_answer.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"
#include "canvas/scene.h"

namespace meander {

inline constexpr int kLongestPictureSide = 1024;  // of a photo
inline constexpr int kLongestSheetSide = 4096;    // of any wish

// `address`: a file beside the page; "brought:3" of what a reader chose, dropped or pasted (action
// own-file "brought:3 1234 cat.jpg"); "bytes;NAME;BASE64URL", which has the file in it; "camera".
// The longer side is at most `longest_side`.
std::string PictureWish(std::string_view address, int longest_side = kLongestPictureSide);
// A sheet of icons, which may be larger than a photo: made smaller, its tiles would not lie on
// whole pixels any more.
std::string SheetWish(std::string_view address);
// One frame of the camera, which the browser asks the reader for: wished on a click alone. `number`
// tells wishes apart. kStopCamera when whoever asked has gone.
std::string CameraWish(int number);
inline constexpr std::string_view kStopCamera = "camera:stop";

// What a wish says: its address and side. Of the host's end; nothing where it is no such wish.
struct PictureAsked {
  std::string_view address;
  int longest_side = kLongestPictureSide;
};
std::optional<PictureAsked> ReadPictureWish(std::string_view wish);

// What there is to say of a file whose picture was read all the same: one bit each.
enum PictureRemark : uint8_t {
  kPictureEndsEarly = 1,    // the file was cut off; what is missing is grey, or white
  kPictureFirstOfMany = 2,  // of a moving one
};
// One sentence each, behind one another; empty: there is nothing to say.
std::string PictureRemarkSentences(uint8_t remarks);

// u32 width, u32 height, RGBA, and, where there are any, one byte of remarks. kCorrupt where it is
// anything else, or larger than was wished.
std::vector<uint8_t> WritePictureAnswer(const PictureTable& picture);
Result<PictureTable> ReadPictureAnswer(ByteSpan answer, int longest_side = kLongestPictureSide,
                                       uint8_t* remarks = nullptr);

// The sentence for the message of the error that OnFile is given; empty where the reader has gone
// away from the camera and nothing is to be said.
std::string_view PictureFaultSentence(std::string_view code);

}  // namespace meander
