// ./meander icons: pictures that make single units of the network fire, for the atlas.
#include <algorithm>
#include <cstdio>

#include "base/files.h"
#include "cli/icon_atlas_maker.h"
#include "cli/icon_plan.h"
#include "cli/icon_store.h"
#include "cli/inside_options.h"
#include "cli/see_photo.h"
#include "pack/icon_atlas.h"

namespace meander {
namespace {

namespace fs = std::filesystem;

constexpr int kMostSteps = 1024;

struct Run {
  fs::path folder;
  uint64_t seed = 1;
  int steps = kIconSteps, side = 0;  // 0: as the layer wants it
};

// The units of --layer and --units, or those that the photos want; `wants_one`: no opposites yet.
Result<std::vector<IconName>> UnitsAsked(const GivenOptions& given, const OpenedConvnet& network,
                                         bool wants_one) {
  const std::string layer = given.Text("--layer", "");
  const int tensor = layer == "class" ? kLogits : TensorNamed(layer);
  if (given.Has("--layer") && tensor <= 0) {
    return Fail(ErrorCode::kInvalidInput, "There is no layer \"" + layer + "\" with units.");
  }
  if (given.Has("--units")) {
    if (tensor <= 0) {
      return Fail(ErrorCode::kInvalidInput, "--units are numbers within a --layer.");
    }
    const std::string list = given.Text("--units", "") + ",";
    std::vector<IconName> units;
    for (size_t at = 0; at < list.size();) {
      const size_t end = list.find(',', at);
      TRY(const int channel,
          WholeNumber("--units", list.substr(at, end - at), 0, ShapeOfTensor(tensor).channels - 1));
      units.push_back({{tensor, channel, 1}, 0});
      at = end + 1;
    }
    return units;
  }
  TRY(const std::vector<IconPhoto> photos, ReadIconPhotos());
  std::vector<IconName> plan = PlanIcons(RankUnits(*network.panels, photos));
  std::erase_if(plan, [&](const IconName& name) {
    return (tensor > 0 && name.unit.tensor != tensor) || (wants_one && name.unit.sign < 0);
  });
  return plan;
}

// Those, or with --opposite or --form the same units' other pictures.
Result<std::vector<IconName>> IconsAsked(const GivenOptions& given, const OpenedConvnet& network) {
  const bool wants_opposite = given.Has("--opposite"), wants_form = given.Has("--form");
  TRY(const int form, given.Number("--form", 1, static_cast<int>(kIconForms), 1));
  TRY(std::vector<IconName> icons, UnitsAsked(given, network, wants_opposite || wants_form));
  for (IconName& icon : icons) {
    if (wants_opposite) icon.unit.sign = -1;
    if (wants_form) icon.variant = form;
  }
  return icons;
}

Result<void> Grow(const OpenedConvnet& network, const Run& run, const IconName& name) {
  const int side = run.side > 0 ? run.side : IconSide(name.unit.tensor);
  StoredIcon icon;
  icon.growth = {name.unit, SeedOfIcon(run.seed, name), side};
  TRY(GrownPicture picture, GrownPicture::Begin(*network.panels, icon.growth));
  while (picture.steps() < run.steps) picture.Step();
  icon.steps = picture.steps();
  icon.value = static_cast<float>(picture.value());
  icon.pixels = picture.Picture();
  return WriteFile(IconFile(run.folder, name), WriteIcon(icon));
}

Result<void> RunIcons(std::span<const std::string> arguments) {
  static constexpr const char* kValues[] = {"--layer", "--units", "--steps", "--side", "--seed",
                                            "--out",   "--most",  "--atlas", "--form"};
  static constexpr const char* kFlags[] = {"--opposite"};
  TRY(const GivenOptions given, ReadOptions(arguments, "icons", kValues, kFlags));
  if (!given.words.empty()) {
    return Fail(ErrorCode::kInvalidInput, "\"" + given.words[0] + "\" is not understood.");
  }
  Run run;
  run.folder = given.Text("--out", (PicturesFolder() / "icons").string());
  TRY(const int seed, given.Number("--seed", 0, 1'000'000'000, 1));
  run.seed = static_cast<uint64_t>(seed);
  TRY(run.steps, given.Number("--steps", 1, kMostSteps, kIconSteps));
  TRY(run.side, given.Number("--side", 0, kPictureSide, 0));
  if (run.side != 0 && !IsPictureSide(run.side)) {
    return Fail(ErrorCode::kInvalidInput, "--side takes a multiple of 16 from 32 to 224.");
  }
  TRY(const int most, given.Number("--most", 1, 100'000, 100'000));
  TRY(const OpenedConvnet network, OpenConvnet(PicturesFolder() / "model"));
  if (given.Has("--atlas")) {
    TRY(const std::vector<IconPhoto> photos, ReadIconPhotos());
    return MakeIconAtlas(network, photos,
                         {run.folder, given.Text("--atlas", ""), run.seed, run.steps});
  }
  TRY(std::vector<IconName> units, IconsAsked(given, network));
  if (units.size() > size_t(most)) units.resize(size_t(most));
  std::error_code failed;
  fs::create_directories(run.folder, failed);
  if (failed) {
    return Fail(ErrorCode::kUnavailable, "The folder " + run.folder.string() + " cannot be made.");
  }
  ProgressLine progress("icons");
  for (size_t i = 0; i < units.size(); ++i) {
    if (!Exists(IconFile(run.folder, units[i]))) TRY_VOID(Grow(network, run, units[i]));
    progress.Show(static_cast<double>(i + 1) / static_cast<double>(units.size()));
  }
  std::printf("%zu icons in %s\n", units.size(), run.folder.c_str());
  return {};
}

}  // namespace

const Verb kIconsVerb{
    "icons",
    "icons [--layer L [--units N,N…]] [--opposite] [--form N] [--most N] [--steps N] [--side PX] "
    "[--seed S] "
    "[--out DIR] [--atlas DIR]",
    "pictures that make single units of the network fire",
    "Grows a picture from noise for each unit that set-up's photos wake most, the most wanted "
    "first; with\n"
    "--layer for one layer's (b11.exp, head …, class), with --units for these. What is there "
    "already in the\n"
    "folder (--out, else pictures/icons in the cache) is left alone, so that a run can be stopped "
    "and goes on.\n"
    "The same seed gives the same bytes.\n"
    "--opposite grows what a unit least likes, --form 1 … 4 another picture that pleases it, from "
    "other noise.\n"
    "--atlas puts what is there into sheets, with what is found about each unit over set-up's "
    "photos\n"
    "(data/trained/pictures is such a folder).\n",
    RunIcons};

}  // namespace meander
