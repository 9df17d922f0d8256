// Everything the room of pictures knows, and what each action does to it. Pure: time comes in,
// nothing is drawn or said here. What is shown follows from a picture and how one looks at it;
// wishes.h says which answers that takes, photos.h where pixels come from.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "canvas/room.h"
#include "pictures/icons_known.h"
#include "pictures/look.h"
#include "pictures/other_network.h"
#include "pictures/watched_form.h"

namespace meander {

// A photo of the pack.
struct PackPhoto {
  std::string name, maker, license, address;
  std::shared_ptr<const PictureTable> pixels;  // null: not here
  bool is_asked = false, is_lost = false;
  bool is_thumb_asked = false;
};
// A thumb in the page: its side in pixels, twice what it is shown at.
inline constexpr uint32_t kThumbSide_px = 108;
// One of the reader's own. It never leaves the page.
struct OwnPhoto {
  std::string address, name;                   // address: what is being read; empty: nothing
  std::string problem;                         // one sentence
  std::string remarks;                         // on the file of the one on show
  std::shared_ptr<const PictureTable> pixels;  // the square that the network sees
  std::vector<uint8_t> rgb;                    // kPictureLookBytes; empty: none
  RequestId request = 0;                       // a PicturesTakeQuestion under way
  // As the browser decoded it, and what there is to say of that file, until the engine has
  // answered.
  PictureTable decoded;
  std::string decoded_remarks;
};

// An answer that has come, or what stood in its way.
struct PictureKnown {
  PicturesQuestion question;
  std::optional<PicturesAnswer> answer;
  std::string problem;
  bool is_whole = false;
  double took_s = -1;  // −1: it was there before
};

enum class PictureDialog : uint8_t { kNone, kHelp, kTrust, kClasses };

// How a first visit looks at the first photo.
inline PictureLook ExampleLook() {
  PictureLook look;
  look.b = kPictureExampleRival;
  return look;
}

struct PicturesState {
  PackHead head;
  std::vector<PackPhoto> photos;
  // Section "classes": fetched when the list of kinds is opened, chunk by chunk.
  std::vector<std::string> class_names;
  std::vector<std::vector<uint8_t>> class_chunks;
  bool asked_classes = false, lost_classes = false;
  IconsKnown icons;
  // The first picture is complete, or something is looked at that takes more than it.
  bool wants_rest = false;
  WatchedForm form;  // Units: what grows in this page
  OwnPhoto own;
  OtherNetwork other;
  uint32_t photo = 0;  // an item of the pack; PictureRef::kOwn
  PictureLook look = ExampleLook();
  std::vector<PictureLook> trail;  // Units: what was left for another card, the latest last
  PictureTarget hovered, pinned;
  std::vector<PictureKnown> known;

  RequestId request = 0;  // one question at a time is under way
  PicturesQuestion asked;
  double asked_s = 0;
  ProgressReply progress;

  // Depth in stops as it is drawn; the look's layer but while it moves.
  float depth = kPictureDefaultLayer;
  bool is_playing = false;
  double play_from_s = 0;
  float play_from = 0;
  bool came_by_playing = false;  // nobody has asked for this very layer

  int open_pick = -1;
  PictureDialog dialog = PictureDialog::kNone;
  bool picks_b = false;      // the list of classes is for b
  std::string class_search;  // what is typed over it
  bool shows_list = false;
  bool shows_numbers = false;  // Dictionary: the bare ones too
  bool is_calm = false;        // its reader wants no motion
  // Of the stage as it was last drawn; before that, what most have.
  float stage_width_px = 842, stage_height_px = 508;
  // As in the room Inside (inside/state.h): of megabytes that are asked for first.
  bool is_careful = false, may_fetch = false, asks_to_fetch = false;
  std::optional<PicturesQuestion> not_here;
  std::string notice;
  double notice_until_s = 0;
  double now_s = 0;

  PictureTarget pointed() const {
    return hovered.kind != PictureTarget::Kind::kNone ? hovered : pinned;
  }
  bool is_own() const { return photo == PictureRef::kOwn; }
  bool is_example() const { return photo == 0 && look == ExampleLook(); }
};

Effects StartPictures(PicturesState& state, const PackHead& head, std::string_view link_payload);
Effects TakePicturesChunk(PicturesState& state, std::string_view section, const ChunkRef& chunk,
                          Result<ByteSpan> bytes);
Effects TakePicturesReply(PicturesState& state, const Reply& reply);
Effects TakePicturesLink(PicturesState& state, std::string_view payload);
// Stands for some seconds, or until it is dismissed.
void ShowPictureNotice(PicturesState& state, std::string_view sentence);
// By the names of the Page's actions; unknown ones and bad arguments do nothing.
Effects ApplyToPictures(PicturesState& state, std::string_view action, std::string_view argument);
// What has become due by `now_s`; `more`: something is still to.
Effects LetPicturesPass(PicturesState& state, double now_s, bool& more);
// Moves a depth that plays; true while it moves.
bool AdvancePictureDepth(PicturesState& state, bool reduced_motion);

}  // namespace meander
