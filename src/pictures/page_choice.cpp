// Under the chart: other pictures, one of the reader's own, and what the layer is cut into.
#include "canvas/fill.h"
#include "canvas/words.h"
#include "pictures/page_parts.h"
#include "pictures/photos.h"
#include "pictures/sentences.h"

namespace meander {
namespace {

PageNode ThumbPart(uint32_t photo, std::string_view name, bool is_current) {
  PageNode thumb = Button(ThumbName(photo), "thumb", {}, "photo",
                          photo == PictureRef::kOwn ? "own" : std::to_string(photo));
  thumb.label = name;
  thumb.pressed = is_current;
  PageNode picture = Node(PageKind::kDrawn, "picture", "thumb-picture");
  picture.detail = ThumbName(photo);
  picture.label = name;
  thumb.children.push_back(std::move(picture));
  return thumb;
}

PageNode OthersPart(const PicturesState& state) {
  PageNode part = Group("others", "other-pictures", "group");
  part.label = words::kPicturesAnother;
  PageNode head = Group("head", "choice-head");
  head.children.push_back(Heading(2, "title", "heading", words::kPicturesAnother));
  // Of the pack's own the stage says whose they are.
  head.children.push_back(Node(PageKind::kText, "credit", "small",
                               state.is_own() ? PhotoCredit(state) : std::string()));
  head.children.push_back(
      Button("camera", "text-button own-camera", words::kPicturesOwnCamera, "own-camera"));
  head.children.push_back(NetworkTakePart());
  if (state.own.pixels != nullptr) {
    head.children.push_back(
        Button("forget", "text-button", words::kPicturesOwnForget, "own-forget"));
  }
  part.children.push_back(std::move(head));
  PageNode row = Group("row", "thumbs");
  for (uint32_t item = 0; item < state.photos.size(); ++item) {
    const PackPhoto& photo = state.photos[item];
    if (photo.is_lost) continue;  // one that is still to come has its place
    row.children.push_back(ThumbPart(
        item, photo.name.empty() ? words::kPicturesPhotoUnread : std::string_view(photo.name),
        item == state.photo));
  }
  if (state.own.pixels != nullptr) {
    row.children.push_back(ThumbPart(PictureRef::kOwn, words::kPicturesOwnName, state.is_own()));
  }
  row.children.push_back(
      OwnFilePart("file", "button drop own-photo", words::kPicturesOwnTake, "image/*"));
  part.children.push_back(std::move(row));
  part.children.push_back(NetworkPart(state));
  if (state.is_own() && !state.own.remarks.empty()) {
    part.children.push_back(Paragraph("remarks", "small remarks", state.own.remarks));
  }
  // Elsewhere the stage says it.
  if (!state.own.problem.empty() && !state.is_own()) {
    part.children.push_back(Paragraph("problem", "small problem", state.own.problem));
  }
  return part;
}

PageNode SlicesPart(const PicturesState& state) {
  constexpr std::string_view kNames[kPictureSlices] = {
      words::kPicturesSliceNeuronCard, words::kPicturesSliceSpatialCard,
      words::kPicturesSliceChannelCard, words::kPicturesSliceGroupCard};
  constexpr std::string_view kSigns[kPictureSlices] = {"cut-neuron", "cut-spatial", "cut-channel",
                                                       "cut-group"};
  PageNode part = Group("slices", "slices");
  PageNode head = Group("head", "choice-head");
  head.children.push_back(Heading(2, "title", "heading", words::kPicturesSlices));
  PageNode by = Node(PageKind::kChoice, "by", "segmented by-switch");
  by.label = words::kPicturesByLabel;
  PageNode fires = Button("fires", "segment", words::kPicturesByActivation, "by", "fires");
  fires.pressed = !state.look.by_share;
  PageNode share = Button("share", "segment", words::kPicturesByAttribution, "by", "share");
  share.pressed = state.look.by_share;
  by.children = {std::move(fires), std::move(share)};
  head.children.push_back(std::move(by));
  part.children.push_back(std::move(head));
  PageNode cards = Node(PageKind::kChoice, "cards", "slice-cards");
  cards.label = words::kPicturesSlicesHint;
  for (int slice = 0; slice < kPictureSlices; ++slice) {
    PageNode card =
        Button("slice-" + std::to_string(slice), "slice-card", {}, "slice", std::to_string(slice));
    card.pressed = state.look.slice == static_cast<PictureSlice>(slice);
    card.children.push_back(Icon(kSigns[slice]));
    card.children.push_back(Node(PageKind::kText, "name", {}, kNames[slice]));
    cards.children.push_back(std::move(card));
  }
  part.children.push_back(std::move(cards));
  return part;
}

}  // namespace

PageNode OwnFilePart(std::string_view key, std::string_view style, std::string_view text,
                     std::string_view kinds) {
  PageNode file = Node(PageKind::kFile, std::string(key), style, text);
  file.detail = kinds;
  file.role = "bytes";
  file.on_input = "own-file";
  return file;
}

PageNode PicturesChoicePart(const PicturesState& state) {
  PageNode part = Group("choice", "picture-choice");
  part.children.push_back(OthersPart(state));
  const bool is_cut =
      state.look.view == PictureView::kGrid || state.look.view == PictureView::kGroups;
  if (is_cut && !state.other.is_on) {
    part.children.push_back(SlicesPart(state));
  }
  if (state.look.view == PictureView::kUnits) part.children.push_back(PictureGrowingPart(state));
  return part;
}

}  // namespace meander
