// See known_answers.h.
#include "cli/known_answers.h"

#include "base/files.h"
#include "cli/disk_engine.h"
#include "engine/pictures_messages.h"
#include "engine/pictures_wing.h"
#include "pack/photo_sections.h"

namespace meander {
namespace {

constexpr uint8_t kStabilitySeeds = 10;  // as the page asks (pictures/wishes.cpp)

Result<KnownAnswer> AskOfPhotos(DiskEngine& engine, const PicturesQuestion& question) {
  KnownAnswer known{WritePicturesQuestion(question), {}};
  TRY(const ReplyBody reply, engine.Ask(RoomRequest{known.question, WingKind::kPictures}));
  known.answer = std::get<RoomReply>(reply).answer;
  return known;
}

}  // namespace

Result<std::vector<std::vector<uint8_t>>> AnswersOfPhotos(const std::filesystem::path& pack) {
  TRY(const std::vector<uint8_t> bytes, ReadFile(pack / "pack.meander"));
  TRY(const PackHead head, ReadPackHead(bytes));
  TRY(DiskEngine engine, DiskEngine::Open(pack, {}, MakePicturesWing()));
  std::vector<std::vector<uint8_t>> chunks;
  for (uint32_t item = 0; item < head.item_count; ++item) {
    PicturesLookQuestion look;
    look.picture.photo = item;
    std::vector<KnownAnswer> answers;
    TRY(KnownAnswer looked, AskOfPhotos(engine, look));
    TRY(const PicturesAnswer seen, ReadPicturesAnswer(looked.answer));
    answers.push_back(std::move(looked));
    const auto& classes = std::get<PicturesLookAnswer>(seen).classes;
    PicturesGroupQuestion groups;
    groups.picture = look.picture;
    groups.a = classes[0].index;
    groups.b = item == 0 ? kPictureExampleRival : classes[1].index;
    groups.stability_seeds = kStabilitySeeds;
    // Of every layer, so that whoever goes along them need not have the network.
    for (uint8_t layer = 0; layer < kPictureLayers.size(); ++layer) {
      if (!HasPictureGroups(layer)) continue;
      groups.layer = layer;
      TRY(KnownAnswer grouped, AskOfPhotos(engine, groups));
      answers.push_back(std::move(grouped));
    }
    chunks.push_back(WriteKnownAnswers(answers));
  }
  return chunks;
}

}  // namespace meander
