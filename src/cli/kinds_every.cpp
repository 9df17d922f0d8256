// See pack_kinds.h: all there are.
#include "cli/check_drawings.h"
#include "cli/check_parts.h"
#include "cli/check_pictures.h"
#include "cli/check_sounds.h"
#include "cli/known_answers.h"
#include "cli/pack_kinds.h"
#include "make/convnet_model.h"
#include "make/make_pack.h"
#include "make/model.h"
#include "make/pen_model.h"
#include "pack/line_sections.h"
#include "pack/neuron_sections.h"
#include "pack/pen_sections.h"
#include "pack/photo_sections.h"
#include "pack/sound_sections.h"

namespace meander {
namespace {

constexpr NetworkKind kNetworks[] = {
    {"--model", MakeModel}, {"--convnet", MakeConvnetModel}, {"--pen", MakePenModel}};

Result<Json> CheckClips(const std::filesystem::path& folder, const PackHead&) {
  return CheckSounds(folder);
}

constexpr CheckedKind kChecked[] = {{kShelvesSection, CheckLines},
                                    {kNeuronsSection, CheckNeurons},
                                    {kExamplesSection, CheckDrawings},
                                    {kPhotosSection, CheckPictures},
                                    {kClipsSection, CheckClips}};

}  // namespace

std::span<const NetworkKind> NetworkKinds() { return kNetworks; }

std::span<const CheckedKind> CheckedKinds() { return kChecked; }

Result<void> MakePackHere(const MakeOptions& options) {
  MakeOptions with_answers = options;
  with_answers.known_answers = AnswersOfPhotos;
  return MakePack(with_answers);
}

}  // namespace meander
