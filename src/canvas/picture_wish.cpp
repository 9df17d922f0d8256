// See picture_wish.h.
#include "canvas/picture_wish.h"

#include <algorithm>
#include <charconv>

#include "canvas/words.h"

namespace meander {
namespace {

constexpr std::string_view kPicture = "picture:";
constexpr uint8_t kAllRemarks = kPictureEndsEarly | kPictureFirstOfMany;

struct Problem {
  std::string_view code, sentence;
};
constexpr Problem kProblems[] = {
    {"picture-large", words::kPictureLarge},
    {"picture-pixels", words::kPicturePixels},
    {"picture-empty", words::kPictureEmpty},
    {"picture-kind", words::kPictureKind},
    {"picture-cut", words::kPictureCut},
    {"picture-heic", words::kPictureHeic},
    {"picture-guarded", words::kPictureGuarded},
    {"camera-none", words::kPictureNoCamera},
    {"camera-refused", words::kPictureCameraRefused},
    {"picture-window", words::kPictureNotInWindow},
    {"camera-stopped", ""},
};

}  // namespace

std::string PictureWish(std::string_view address, int longest_side) {
  const int side = std::clamp(longest_side, 1, kLongestPictureSide);
  std::string wish(kPicture);
  if (side != kLongestPictureSide) wish += std::to_string(side) + ":";
  return wish.append(address);
}

std::string SheetWish(std::string_view address) {
  return std::string(kPicture)
      .append(std::to_string(kLongestSheetSide))
      .append(":")
      .append(address);
}

std::string CameraWish(int number) { return "camera:" + std::to_string(number); }

std::optional<PictureAsked> ReadPictureWish(std::string_view wish) {
  if (!wish.starts_with(kPicture)) return std::nullopt;
  PictureAsked asked{wish.substr(kPicture.size())};
  int side = 0;
  const char* end = asked.address.data() + std::min<size_t>(asked.address.size(), 4);
  const auto [rest, error] = std::from_chars(asked.address.data(), end, side);
  const auto digits = static_cast<size_t>(rest - asked.address.data());
  if (error == std::errc() && side >= 0 && asked.address.substr(digits).starts_with(':')) {
    asked.longest_side = std::clamp(side, 1, kLongestSheetSide);
    asked.address.remove_prefix(digits + 1);
  }
  return asked;
}

std::vector<uint8_t> WritePictureAnswer(const PictureTable& picture) {
  ByteWriter out;
  out.Put(picture.width);
  out.Put(picture.height);
  out.PutBytes(picture.rgba);
  return out.Take();
}

std::string PictureRemarkSentences(uint8_t remarks) {
  std::string sentences;
  if (remarks & kPictureEndsEarly) sentences = words::kPictureEndsEarly;
  if (remarks & kPictureFirstOfMany) {
    if (!sentences.empty()) sentences += ' ';
    sentences += words::kPictureFirstOfMany;
  }
  return sentences;
}

Result<PictureTable> ReadPictureAnswer(ByteSpan answer, int longest_side, uint8_t* remarks) {
  ByteReader reader(answer);
  PictureTable picture;
  picture.width = reader.Get<uint32_t>();
  picture.height = reader.Get<uint32_t>();
  const auto most = static_cast<uint32_t>(longest_side);
  bool is_picture = reader.ok() && picture.width > 0 && picture.height > 0 &&
                    picture.width <= most && picture.height <= most;
  const size_t end = is_picture ? 8 + size_t{4} * picture.width * picture.height : 0;
  const bool is_remarked = is_picture && answer.size() == end + 1;
  is_picture = is_picture && (answer.size() == end ||
                              (is_remarked && answer[end] > 0 && answer[end] <= kAllRemarks));
  if (!is_picture) return Fail(ErrorCode::kCorrupt, "picture-kind");
  picture.rgba.assign(answer.begin() + 8, answer.begin() + static_cast<ptrdiff_t>(end));
  if (remarks != nullptr) *remarks = is_remarked ? answer[end] : 0;
  picture.version = NextPictureVersion();
  return picture;
}

std::string_view PictureFaultSentence(std::string_view code) {
  for (const Problem& problem : kProblems) {
    if (problem.code == code) return problem.sentence;
  }
  return words::kPictureGone;  // a file that is not there, or did not arrive
}

}  // namespace meander
