// An engine with the wing that looks into pictures, a network with weights by chance and a pack of
// two made-up photos.
#pragma once

#include <gtest/gtest.h>

#include "../convnet/made_weights.h"
#include "engine/pictures_messages.h"
#include "engine/pictures_wing.h"
#include "fake_server.h"
#include "net/convnet/convnet_reading.h"
#include "net/convnet/picture_input.h"
#include "pack/photo_sections.h"

namespace meander {

// Patches of one colour each, with a little noise.
inline std::vector<uint8_t> MadePhoto(uint64_t seed) {
  constexpr size_t kPatches = 8, kPatch = 224 / kPatches;
  Rng rng(seed);
  std::vector<uint32_t> colours(kPatches * kPatches * 3);
  for (uint32_t& colour : colours) colour = rng.Below(240);
  std::vector<uint8_t> rgb(kPictureLookBytes);
  for (size_t i = 0; i < rgb.size(); ++i) {
    const size_t y = i / (224 * 3) / kPatch, x = i / 3 % 224 / kPatch;
    rgb[i] = static_cast<uint8_t>(colours[(y * kPatches + x) * 3 + i % 3] + rng.Below(16));
  }
  return rgb;
}

// A section of one chunk an item, or a stream.
inline void AddSection(TinyPack& pack, const char* name,
                       const std::vector<std::vector<uint8_t>>& chunks, bool is_stream) {
  SectionRef section{name, 1, false, {}};
  uint32_t item = 0;
  for (const std::vector<uint8_t>& bytes : chunks) {
    AddChunk(pack, section, is_stream ? 0 : item++, is_stream ? 0 : 1, bytes);
  }
  pack.head.sections.push_back(section);
}
inline std::vector<std::vector<uint8_t>> Pieces(const std::vector<uint8_t>& bytes) {
  std::vector<std::vector<uint8_t>> pieces;
  for (size_t at = 0; at < bytes.size(); at += kMaxChunkBytes) {
    pieces.emplace_back(
        bytes.begin() + static_cast<ptrdiff_t>(at),
        bytes.begin() + static_cast<ptrdiff_t>(std::min(bytes.size(), at + kMaxChunkBytes)));
  }
  return pieces;
}

inline const std::vector<uint8_t>& TheWeights() {
  static const std::vector<uint8_t> bytes = MadeWeights(21);
  return bytes;
}

// `known`: answers of photo 0; none: the pack has no such section.
inline TinyPack MakeTinyPictures(const std::vector<KnownAnswer>& known = {}) {
  TinyPack pack;
  pack.head.name = "tiny";
  pack.head.encoder_id = kConvnetId;
  pack.head.item_count = 2;
  std::string classes;
  for (int i = 0; i < kClassCount; ++i) classes += "class " + std::to_string(i) + "\n";
  AddSection(pack, "looks", {MadePhoto(1), MadePhoto(2)}, false);
  AddSection(pack, "classes", {{classes.begin(), classes.end()}}, true);
  AddSection(pack, "convnet", Pieces(TheWeights()), true);
  if (!known.empty()) {
    AddSection(pack, "answers", {WriteKnownAnswers(known), WriteKnownAnswers({})}, false);
  }
  pack.head_bytes = WritePackHead(pack.head);
  return pack;
}

// What the engine should have seen, by a reading of its own.
struct PlainSight {
  ConvnetWeights weights = *ConvnetWeights::Open(TheWeights());
  ConvnetPanels panels{weights};
  ConvnetReading reading{panels};
  explicit PlainSight(uint64_t photo) { reading.Look(PictureOf(MadePhoto(photo))); }
  std::vector<float> Tensor(const char* name) const {
    const auto tensor = reading.tensor(TensorNamed(name));
    return {tensor.begin(), tensor.end()};
  }
};

class PicturesTest : public testing::Test {
 protected:
  void SetUp() override { Open(MakeTinyPictures()); }
  void Open(const TinyPack& pack) {
    server_.files = pack.files;
    engine_.Ask({1, pack.OpenRequest()});
    server_.Run(engine_);
  }
  RequestId AskOnly(const PicturesQuestion& question) {
    engine_.Ask({++last_id_, RoomRequest{WritePicturesQuestion(question), WingKind::kPictures}});
    return last_id_;
  }
  // The answers so far and the last, in order; an Error fails.
  template <class T>
  static std::vector<T> AnswersAmong(const std::vector<Reply>& replies, RequestId id) {
    std::vector<T> answers;
    for (const Reply& reply : replies) {
      if (const auto* error = std::get_if<Error>(&reply.body)) ADD_FAILURE() << error->message;
      const auto* room = std::get_if<RoomReply>(&reply.body);
      if (room == nullptr || reply.id != id) continue;
      const auto answer = ReadPicturesAnswer(room->answer);
      EXPECT_TRUE(answer.has_value());
      if (answer) answers.push_back(std::get<T>(*answer));
    }
    EXPECT_FALSE(answers.empty());
    return answers;
  }
  template <class T>
  std::vector<T> Answers(const PicturesQuestion& question) {
    const RequestId id = AskOnly(question);
    return AnswersAmong<T>(server_.Run(engine_), id);
  }
  template <class T>
  T Answer(const PicturesQuestion& question) {
    return Answers<T>(question).back();
  }
  Error Refusal(const PicturesQuestion& question) {
    const RequestId id = AskOnly(question);
    const std::vector<Reply> replies = server_.Run(engine_);
    const ReplyBody* body = AnswerTo(replies, id);
    if (body == nullptr || !std::holds_alternative<Error>(*body)) {
      ADD_FAILURE() << "not refused";
      return {};
    }
    return std::get<Error>(*body);
  }

  FakeServer server_;
  Engine engine_{MakePicturesWing()};
  RequestId last_id_ = 100;
};

}  // namespace meander
