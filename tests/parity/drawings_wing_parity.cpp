// The wing of drawings natively: writes questions for the wasm engine, and what the native one says
// to them.
//   drawings_wing_parity ask PACK QUESTIONS              u32 length and bytes of each question
//   drawings_wing_parity answer PACK QUESTIONS ANSWERS   the same of each answer
#include <cstdio>

#include "base/files.h"
#include "cli/disk_engine.h"
#include "engine/drawings_messages.h"
#include "engine/drawings_wing.h"
#include "pack/pen_sections.h"

namespace meander {
namespace {

// Every example looked at; of the first few all that can be asked.
Result<std::vector<DrawingsQuestion>> QuestionsAbout(const std::string& pack) {
  TRY(const std::vector<uint8_t> bytes, ReadFile(pack + "/pack.meander"));
  TRY(const PackHead head, ReadPackHead(bytes));
  const SectionRef* examples = head.Find(kExamplesSection);  // a stream, of one chunk
  if (examples == nullptr || examples->chunks.size() != 1) {
    return Fail(ErrorCode::kCorrupt, "The pack has no examples.");
  }
  TRY(const std::vector<uint8_t> section, ReadFile(pack + "/" + examples->chunks[0].file));
  TRY(const std::vector<Ink> drawings, ReadExamples(section, head.item_count));
  std::vector<DrawingsQuestion> questions;
  for (size_t i = 0; i < drawings.size(); ++i) {
    questions.push_back(DrawingsLookQuestion{drawings[i]});
    if (i > 2) continue;
    questions.push_back(DrawingsLookQuestion{drawings[i], static_cast<uint32_t>(i + 1)});
    questions.push_back(DrawingsStrokeQuestion{drawings[i], 7, kNoSign, 1});
    const auto rival = static_cast<uint16_t>(40 + i);
    questions.push_back(DrawingsStrokeQuestion{drawings[i], 7, i == 0 ? kNoSign : rival});
    for (uint8_t layer = 2; layer <= kDrawingEnd; ++layer) {
      DrawingsGroupQuestion groups{drawings[i], layer, static_cast<uint8_t>(3 + i)};
      groups.a = 7;
      groups.b = i == 0 ? kNoSign : rival;
      groups.steps = 4;
      groups.stability_seeds = 2;
      questions.push_back(groups);
    }
  }
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
  TRY(const std::vector<DrawingsQuestion> questions, QuestionsAbout(pack));
  std::vector<std::vector<uint8_t>> records;
  for (const DrawingsQuestion& question : questions) {
    records.push_back(WriteDrawingsQuestion(question));
  }
  return WriteRecords(file, records);
}

Result<void> Say(const std::string& pack, const std::string& asked, const std::string& told) {
  TRY(const std::vector<uint8_t> questions, ReadFile(asked));
  TRY(DiskEngine engine, DiskEngine::Open(pack, {}, MakeDrawingsWing()));
  std::vector<std::vector<uint8_t>> records;
  ByteReader in(questions);
  while (in.ok() && !in.AtEnd()) {
    const ByteSpan question = in.GetBytes(in.Get<uint32_t>());
    TRY(const ReplyBody body,
        engine.Ask(RoomRequest{{question.begin(), question.end()}, WingKind::kDrawings}));
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
