// The wing of pictures natively: writes questions for the wasm engine, and what the native one says
// to them.
//   pictures_wing_parity ask PACK QUESTIONS              u32 length and bytes of each question
//   pictures_wing_parity answer PACK QUESTIONS ANSWERS   the same of each answer
#include <cstdio>

#include "base/files.h"
#include "cli/disk_engine.h"
#include "engine/pictures_messages.h"
#include "engine/pictures_wing.h"
#include "pack/photo_sections.h"

namespace meander {
namespace {

// The pack's photos, and as photos of the reader's own: those no pack knows the answers to.
Result<std::vector<PicturesQuestion>> QuestionsAbout(const std::string& pack) {
  TRY(const std::vector<uint8_t> bytes, ReadFile(pack + "/pack.meander"));
  TRY(const PackHead head, ReadPackHead(bytes));
  std::vector<PicturesQuestion> questions;
  for (uint32_t photo = 0; photo < head.item_count; ++photo) {
    PictureRef own, packed, ghost;
    own.photo = PictureRef::kOwn;
    const ChunkRef* chunk = head.FindChunk(kLooksSection, photo);
    if (chunk == nullptr) return Fail(ErrorCode::kCorrupt, "The pack has no looks.");
    TRY(own.rgb, ReadFile(pack + "/" + chunk->file));
    packed.photo = ghost.photo = photo;
    ghost.ghost = true;
    ghost.seed = photo + 1;
    questions.push_back(PicturesLookQuestion{packed});
    questions.push_back(PicturesLookQuestion{own});
    if (photo > 1) continue;
    questions.push_back(PicturesLookQuestion{ghost});
    for (uint8_t layer = 0; layer <= kPictureEnd; ++layer) {
      questions.push_back(PicturesCellQuestion{packed, layer, static_cast<uint16_t>(7 * layer), 6});
      PicturesShareQuestion share{packed, layer, 282, 281};
      share.steps = 4;
      questions.push_back(share);
      share.method = PictureMethod::kGradient;
      questions.push_back(share);
      questions.push_back(PicturesUnitQuestion{packed, layer, 40});
    }
    PicturesShareQuestion share{packed, 4, 235};
    share.samples = 40;
    for (const auto method :
         {PictureMethod::kOcclusion, PictureMethod::kLime, PictureMethod::kActivation}) {
      share.method = method;
      questions.push_back(share);
    }
    PicturesGroupQuestion groups{packed};
    groups.a = 282;
    groups.steps = 2;
    groups.stability_seeds = 2;
    groups.layer_from = 3;
    questions.push_back(groups);
    const PicturesRaceQuestion race{
        packed, 5, 282, kNoClass, {PictureMethod::kIntegrated, PictureMethod::kActivation}};
    if (photo == 0) questions.push_back(race);
  }
  PicturesGrowQuestion grow;
  grow.channel = 40;
  grow.steps = 6;
  grow.side = 64;
  questions.push_back(grow);
  return questions;
}

Result<void> WriteRecords(const std::string& file, const std::vector<std::vector<uint8_t>>& all) {
  ByteWriter out;
  for (const std::vector<uint8_t>& bytes : all) {
    out.Put(static_cast<uint32_t>(bytes.size()));
    out.PutBytes(bytes);
  }
  return WriteFile(file, out.bytes());
}

Result<void> Ask(const std::string& pack, const std::string& file) {
  TRY(const std::vector<PicturesQuestion> questions, QuestionsAbout(pack));
  std::vector<std::vector<uint8_t>> records;
  for (const PicturesQuestion& question : questions) {
    records.push_back(WritePicturesQuestion(question));
  }
  return WriteRecords(file, records);
}

Result<void> Say(const std::string& pack, const std::string& asked, const std::string& told) {
  TRY(const std::vector<uint8_t> questions, ReadFile(asked));
  TRY(DiskEngine engine, DiskEngine::Open(pack, {}, MakePicturesWing()));
  std::vector<std::vector<uint8_t>> records;
  ByteReader in(questions);
  while (in.ok() && !in.AtEnd()) {
    const ByteSpan question = in.GetBytes(in.Get<uint32_t>());
    TRY(const ReplyBody body,
        engine.Ask(RoomRequest{{question.begin(), question.end()}, WingKind::kPictures}));
    records.push_back(std::get<RoomReply>(body).answer);
  }
  return WriteRecords(told, records);
}

}  // namespace
}  // namespace meander

int main(int count, char** given) {
  const std::vector<std::string> arguments(given + 1, given + count);
  meander::Result<void> done = meander::Fail(meander::ErrorCode::kInvalidInput, "ask or answer?");
  if (arguments.size() == 3 && arguments[0] == "ask") {
    done = meander::Ask(arguments[1], arguments[2]);
  }
  if (arguments.size() == 4 && arguments[0] == "answer") {
    done = meander::Say(arguments[1], arguments[2], arguments[3]);
  }
  if (done) return 0;
  std::fprintf(stderr, "%s\n", done.error().message.c_str());
  return 1;
}
