// See pen_model.h.
#include "make/pen_model.h"

#include <cstring>

#include "base/files.h"
#include "make/model.h"
#include "make/open_model.h"
#include "make/tensor_file.h"
#include "net/pennet/pen_ghost.h"
#include "pack/format.h"

namespace meander {
namespace {

namespace fs = std::filesystem;

Result<std::vector<uint8_t>> PackPen(const TensorFile& tensors) {
  std::vector<uint8_t> bytes(kPenLayout.byte_count);
  const auto put_floats = [&](const std::string& name, size_t count, size_t at) -> Result<void> {
    TRY(const float* values, tensors.Floats(name, count));
    std::memcpy(&bytes[at], values, count * 4);
    return {};
  };
  for (const PenLayer& layer : kPenLayout.layers) {
    if (!layer.has_weights()) continue;
    const ConvLayer& shape = layer.shape;
    const std::string name = shape.name;
    if (shape.is_coded) {
      TRY(const int8_t* codes, tensors.Codes(name + ".codes", shape.matrix_size()));
      std::memcpy(&bytes[shape.numbers], codes, shape.matrix_size());
      TRY_VOID(put_floats(name + ".scales", size_t(shape.outputs), shape.scales));
    } else {
      TRY_VOID(put_floats(name + ".weights", shape.matrix_size(), shape.numbers));
    }
    TRY_VOID(put_floats(name + ".bias", size_t(shape.outputs), shape.bias));
  }
  return bytes;
}

}  // namespace

Result<void> MakePenModel(const fs::path& source, const fs::path& target) {
  TRY(const TensorFile tensors, TensorFile::Open(source));
  TRY(const std::string signs, ReadTextFile(source / "classes.txt"));
  TRY_VOID(ReadSigns(signs));
  TRY(const std::vector<uint8_t> bytes, PackPen(tensors));
  PackHead head;
  head.name = "pen";
  head.encoder_id = kPenId;
  head.item_count = kSignCount;
  head.manifest_json =
      R"({"model":"detypify, a MobileNetV4 for drawn signs","license":"MIT","copyright":"QuarticCat","source":"npm detypify-service 0.3.0","weights":"int8, batch norms folded in"})";
  return WriteModelFolder(target, head, [&](const fs::path& folder) -> Result<void> {
    TRY_VOID(WriteStreamSection(folder, "signs", AsBytes(signs), head));
    return WriteStreamSection(folder, "pen", bytes, head);
  });
}

Result<OpenedPen> OpenPen(const fs::path& folder, std::optional<uint64_t> ghost) {
  const Result<std::vector<uint8_t>> file = ReadFile(folder / "model.meander");
  if (!file) {
    return Fail(ErrorCode::kNotFound, "The weights of what reads drawings are not in " +
                                          folder.string() + "; ./meander draw fetches them.");
  }
  TRY(const PackHead head, ReadPackHead(*file));
  if (head.encoder_id != kPenId) {
    return Fail(ErrorCode::kCorrupt, "These are the weights of another network.");
  }
  OpenedPen opened;
  TRY(opened.bytes, ReadStreamSection(folder, head, "pen"));
  TRY(const std::vector<uint8_t> signs, ReadStreamSection(folder, head, "signs"));
  TRY(opened.signs, ReadSigns(AsText(signs)));
  TRY(PenWeights weights, PenWeights::Open(opened.bytes));
  if (ghost) MakePenGhost(opened.bytes, *ghost);  // `weights` looks into them
  opened.weights = std::make_unique<PenWeights>(weights);
  opened.panels = std::make_unique<PenPanels>(*opened.weights);
  return opened;
}

}  // namespace meander
