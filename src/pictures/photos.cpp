// See photos.h.
#include "pictures/photos.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <iterator>
#include <utility>

#include "canvas/brought_file.h"
#include "canvas/fill.h"
#include "canvas/link.h"
#include "canvas/picture_wish.h"
#include "canvas/words.h"
#include "pack/photo_sections.h"
#include "pictures/icons.h"
#include "pictures/wishes.h"

namespace meander {
namespace {

constexpr std::string_view kWish = "picture:";
// Of one's own: as finely as the host makes them, so that the step to the network's own size is
// ours.
constexpr std::string_view kOwnWish = "picture:1024:";
constexpr uint64_t kLargestFile_bytes = 64 * 1024 * 1024;

// The square that the network was given, as finely as there is.
std::shared_ptr<const PictureTable> SquareOf(const OwnPhoto& own, const PicturesTakeAnswer& taken) {
  auto table = std::make_shared<PictureTable>();
  table->version = NextPictureVersion();
  table->width = table->height = taken.side;
  table->rgba.reserve(size_t{4} * taken.side * taken.side);
  for (uint32_t y = 0; y < taken.side; ++y) {
    const auto row = own.decoded.rgba.begin() +
                     static_cast<ptrdiff_t>(
                         size_t{4} * (size_t{own.decoded.width} * (taken.top + y) + taken.left));
    table->rgba.insert(table->rgba.end(), row, row + ptrdiff_t{4} * taken.side);
  }
  return table;
}

Effects FailOwn(PicturesState& state, std::string_view problem) {
  state.own.address.clear();
  // The one on show keeps its place; what could not be read must not give it its name.
  state.own.name = words::kPicturesOwnName;
  state.own.decoded = {};
  state.own.decoded_remarks.clear();
  state.own.problem = problem;
  return {SayEffect{state.own.problem}, ShowPageEffect{}};
}

Effects ReadOwn(PicturesState& state, std::string address, std::string_view name) {
  Effects effects;
  // The one before it, which the engine is still looking at, would come under this one's name.
  if (state.own.request != 0) {
    effects.push_back(CancelEngineEffect{std::exchange(state.own.request, 0)});
  }
  state.own.address = std::string(kOwnWish) + std::move(address);
  state.own.name = name;
  state.own.problem.clear();
  state.notice.clear();
  effects.push_back(FetchFileEffect{state.own.address});
  return effects;
}

Effects TakeChosen(PicturesState& state, std::string_view argument) {
  const std::optional<BroughtFile> file = ReadBroughtFile(argument);
  if (!file) return {};
  if (IsNetworkFile(file->name)) {
    return TakeNetworkFile(state, file->address, file->bytes, file->name);
  }
  if (file->bytes == 0 || file->bytes > kLargestFile_bytes) {
    return FailOwn(state, file->bytes == 0 ? words::kPicturesNoPicture : words::kPicturesTooLarge);
  }
  return ReadOwn(state, std::string(file->address),
                 file->name.empty() ? words::kPicturesOwnName : std::string_view(file->name));
}

// Told behind the file that was taken.
Effects TellOthersLeftOut(PicturesState& state, std::string_view argument) {
  const std::string sentence = OthersLeftOutSentence(argument);
  if (sentence.empty()) return {};
  ShowPictureNotice(state, sentence);
  return {SayEffect{sentence}, ShowPageEffect{}};
}

bool IsOfOwn(const PicturesQuestion& question) {
  return std::visit(
      [](const auto& asked) {
        if constexpr (requires { asked.picture; }) return asked.picture.photo == PictureRef::kOwn;
        return false;
      },
      question);
}

// Those about one's own photo, and what is under way about it.
Effects ForgetOwnAnswers(PicturesState& state) {
  Effects effects;
  if (state.is_own()) {
    effects = StopOther(state);
    ForgetWhatOtherSaw(state);
  }
  std::erase_if(state.known, [](const PictureKnown& known) { return IsOfOwn(known.question); });
  if (state.request == 0 || !IsOfOwn(state.asked)) return effects;
  effects.push_back(CancelEngineEffect{std::exchange(state.request, 0)});
  return effects;
}

Effects ForgetOwn(PicturesState& state) {
  Effects effects;
  if (state.own.request != 0) effects.push_back(CancelEngineEffect{state.own.request});
  state.own = {};
  if (state.is_own()) {
    state.photo = 0;
    state.pinned = state.hovered = {};
    Append(effects, FetchPhotos(state));
    effects.push_back(SetLinkEffect{false});
  }
  Append(effects, ForgetOwnAnswers(state));
  Append(effects, AskPictures(state));
  return effects;
}

Effects TakeOwnPixels(PicturesState& state, Result<ByteSpan> bytes) {
  if (!bytes) {
    return FailOwn(state, PictureFaultSentence(bytes.error().message));
  }
  uint8_t remarks = 0;
  Result<PictureTable> decoded = ReadPictureAnswer(*bytes, kLongestPictureSide, &remarks);
  if (!decoded) return FailOwn(state, words::kPicturesNoPicture);
  state.own.decoded_remarks = PictureRemarkSentences(remarks);
  state.own.decoded = std::move(*decoded);
  state.own.address.clear();
  PicturesTakeQuestion question{static_cast<uint16_t>(state.own.decoded.width),
                                static_cast<uint16_t>(state.own.decoded.height),
                                state.own.decoded.rgba};
  state.own.request = NextRequestId();
  return {AskEngineEffect{
      {state.own.request,
       RoomRequest{WritePicturesQuestion(std::move(question)), WingKind::kPictures}},
      false}};
}

}  // namespace

Effects FetchPhotos(PicturesState& state) {
  Effects effects;
  for (uint32_t item = 0; item < state.photos.size(); ++item) {
    PackPhoto& photo = state.photos[item];
    // What is shown first, the thumbs after it.
    if (item != state.photo &&
        state.photos[std::min<size_t>(state.is_own() ? 0 : state.photo, state.photos.size() - 1)]
                .pixels == nullptr) {
      continue;
    }
    const bool has_thumbs = state.head.Find(kThumbsSection) != nullptr;
    if (photo.is_asked) continue;
    if (item != state.photo && has_thumbs && !state.wants_rest) {
      if (!std::exchange(photo.is_thumb_asked, true)) {
        effects.push_back(FetchEffect{std::string(kThumbsSection), item});
      }
      continue;
    }
    photo.is_asked = true;
    effects.push_back(FetchEffect{"photos", item});
  }
  return effects;
}

namespace {
// Of a photo of the pack: which, where the wish begins so.
std::optional<uint32_t> ItemOfWish(const PicturesState& state, std::string_view address,
                                   std::string_view beginning) {
  if (!address.starts_with(beginning)) return std::nullopt;
  const std::string_view rest = address.substr(beginning.size());
  uint32_t item = 0;
  std::from_chars(rest.data(), rest.data() + rest.size(), item);
  if (item >= state.photos.size()) return std::nullopt;
  return item;
}

Effects TakeThumb(const PicturesState& state, uint32_t item, const Result<ByteSpan>& bytes) {
  if (!bytes || state.photos[item].pixels != nullptr) return {};
  const Result<PictureTable> decoded = ReadPictureAnswer(*bytes);
  return decoded ? Effects{ShowThumb(item, *decoded)} : Effects{};
}
}  // namespace

Effects TakePictureFile(PicturesState& state, std::string_view address, Result<ByteSpan> bytes) {
  if (address.starts_with("onnx:")) return TakeNetworkAnswer(state, address, std::move(bytes));
  if (!address.starts_with(kWish)) return {};
  if (!state.own.address.empty() && address == state.own.address) {
    return TakeOwnPixels(state, std::move(bytes));
  }
  if (std::optional<Effects> icons = TakeIconSheet(state, address, bytes)) return *icons;
  if (const auto thumb = ItemOfWish(state, address, kPackThumbWish)) {
    return TakeThumb(state, *thumb, bytes);
  }
  const std::optional<uint32_t> item = ItemOfWish(state, address, kPackPhotoWish);
  if (!item) return {};
  Result<PictureTable> decoded =
      bytes ? ReadPictureAnswer(*bytes) : Result<PictureTable>(std::unexpected(bytes.error()));
  PackPhoto& photo = state.photos[*item];
  photo.is_lost = !decoded;
  Effects effects;
  if (decoded) {
    photo.pixels = std::make_shared<const PictureTable>(std::move(*decoded));
    effects.push_back(ShowThumb(*item, *photo.pixels));
  }
  Append(effects, FetchPhotos(state));
  Append(effects, FetchIcons(state));
  if (state.other.is_on) Append(effects, AskPictures(state));  // it is given these pixels
  effects.push_back(ShowPageEffect{});
  return effects;
}

Effects FetchRest(PicturesState& state) {
  state.wants_rest = true;
  Effects effects = FetchPhotos(state);
  Append(effects, FetchIcons(state));
  return effects;
}

Effects TakeOwnPhotoReply(PicturesState& state, const Reply& reply) {
  if (const auto* error = std::get_if<Error>(&reply.body)) {
    state.own.request = 0;
    return FailOwn(state, error->message);
  }
  const auto* room = std::get_if<RoomReply>(&reply.body);
  if (room == nullptr) return {};
  state.own.request = 0;
  const Result<PicturesAnswer> answer = ReadPicturesAnswer(room->answer);
  const auto* taken = answer ? std::get_if<PicturesTakeAnswer>(&*answer) : nullptr;
  if (taken == nullptr || taken->rgb.size() != kPictureLookBytes || taken->side == 0 ||
      taken->left + taken->side > state.own.decoded.width ||
      taken->top + taken->side > state.own.decoded.height) {
    return FailOwn(state, words::kErrorAnswer);
  }
  Effects effects = ForgetOwnAnswers(state);
  state.own.pixels = SquareOf(state.own, *taken);
  state.own.rgb = taken->rgb;
  state.own.decoded = {};
  state.own.remarks = std::exchange(state.own.decoded_remarks, {});
  state.photo = PictureRef::kOwn;
  state.pinned = state.hovered = {};
  state.look.a = state.look.b = kNoClass;  // those of another picture
  Append(effects, AskPictures(state));
  if (!state.own.remarks.empty()) {
    // It stands under the photos as well, but those may be out of view.
    ShowPictureNotice(
        state, state.notice.empty() ? state.own.remarks : state.notice + " " + state.own.remarks);
    effects.push_back(SayEffect{state.own.remarks});
  }
  effects.push_back(ShowThumb(PictureRef::kOwn, *state.own.pixels));
  effects.push_back(SetLinkEffect{true});
  effects.push_back(ShowPageEffect{});
  return effects;
}

Effects ApplyOwnPhoto(PicturesState& state, std::string_view action, std::string_view argument) {
  if (action == "own-file") return TakeChosen(state, argument);
  if (action == "own-left-out") return TellOthersLeftOut(state, argument);
  if (action == "own-camera") {
    static_assert(kOwnWish.ends_with(':'));
    return ReadOwn(state, "camera", words::kPicturesFromCamera);
  }
  if (action == "own-forget") return ForgetOwn(state);
  return {};
}

std::shared_ptr<const PictureTable> PhotoShown(const PicturesState& state) {
  if (state.is_own()) return state.own.pixels;
  return state.photo < state.photos.size() ? state.photos[state.photo].pixels : nullptr;
}

std::string PhotoName(const PicturesState& state) {
  if (state.is_own()) {
    // While the next is read, its name is there and its picture is not.
    const bool is_taking = !state.own.address.empty() || state.own.request != 0;
    return is_taking ? std::string(words::kPicturesOwnName) : state.own.name;
  }
  return state.photo < state.photos.size() ? state.photos[state.photo].name : std::string();
}

std::string PhotoCredit(const PicturesState& state) {
  if (state.is_own()) return std::string(words::kPicturesOwnHere);
  if (state.photo >= state.photos.size() || state.photos[state.photo].maker.empty()) return {};
  const PackPhoto& photo = state.photos[state.photo];
  return Fill(words::kPicturesCredit, {{"maker", photo.maker}, {"license", photo.license}});
}

}  // namespace meander
