// ./meander see PHOTO: what the network sees in a photo, and where.
#include <cstdio>
#include <filesystem>
#include <optional>

#include "base/files.h"
#include "cli/see_covers.h"
#include "cli/see_views.h"

namespace meander {
namespace {

namespace fs = std::filesystem;

constexpr int kTop = 5;

Result<std::vector<SeenView>> Views(const SeeAsked& asked, Sight& sight) {
  std::vector<SeenView> views;
  std::optional<ClassChoice> choice;
  if (asked.attributes) {
    TRY(choice, ClassesNamed(sight.network.classes, asked.classes));
    SeenView view = asked.method == SeeMethod::kOcclusion ? SeeOcclusion(sight, *choice, asked)
                    : asked.method == SeeMethod::kLime
                        ? SeeLime(sight, *choice, asked)
                        : SeeShares(sight, asked.tensor, *choice, asked.method, asked.steps);
    if (asked.race) {
      const SeenView race = SeeRace(sight, *choice, asked, view.maps["shares"]);
      view.json["race"] = race.json;
      view.words += race.words;
    }
    view.json = Json{{"attribution", view.json}};
    views.push_back(std::move(view));
  } else if (asked.has_layer && asked.groups == 0) {
    views.push_back(SeeLayer(sight, asked.tensor));
    views.back().json = Json{{"layer", views.back().json}};
  }
  if (asked.groups > 0) {
    views.push_back(SeeGroups(sight, asked.tensor, size_t(asked.groups), asked.stability,
                              choice ? &*choice : nullptr));
    views.back().json = Json{{"groups", views.back().json}};
  }
  if (asked.flow_from >= 0) {
    views.push_back(SeeFlow(sight, asked.flow_from, size_t(asked.flow_groups), asked.tensor,
                            size_t(asked.groups), *choice));
    views.back().json = Json{{"flow", views.back().json}};
  }
  return views;
}

Result<void> WriteArrays(const fs::path& folder, const std::vector<SeenView>& views,
                         const Json& answer) {
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (failed) {
    return Fail(ErrorCode::kUnavailable, "The folder " + folder.string() + " cannot be made.");
  }
  for (const SeenView& view : views) {
    for (const auto& [name, array] : view.arrays) {
      TRY_VOID(WriteFile(folder / (name + ".npy"), WriteNpy(array)));
    }
    for (const auto& [name, map] : view.maps) {
      TRY_VOID(WriteFile(folder / (name + ".png"), PictureOfMap(map)));
    }
  }
  return WriteFile(folder / "see.json", AsBytes(WriteJson(answer) + "\n"));
}

Result<void> RunSee(std::span<const std::string> arguments) {
  static constexpr const char* kValues[] = {
      "--layer",   "--attribute", "--nmf",   "--out",       "--method", "--steps",
      "--samples", "--seed",      "--cover", "--stability", "--flow",   "--flow-groups"};
  static constexpr const char* kFlags[] = {"--json", "--whole", "--ghost", "--race"};
  TRY(const GivenOptions given, ReadOptions(arguments, "see", kValues, kFlags));
  if (given.words.size() != 1) {
    return Fail(ErrorCode::kInvalidInput, "Give one photo: see PHOTO.");
  }
  TRY(const SeeAsked asked, ReadSeeAsked(given));
  TRY(Sight sight, LookAtPhoto(given.words[0], given.Has("--whole"),
                               asked.ghost ? std::optional<uint64_t>(asked.seed) : std::nullopt));
  const SeenView classes = SeeClasses(sight, kTop);
  TRY(const std::vector<SeenView> views, Views(asked, sight));
  Json answer = {{"photo", PhotoJson(sight, given.words[0])}, {"top", classes.json}};
  if (asked.ghost) answer["ghost"] = asked.seed;
  for (const SeenView& view : views) answer.update(view.json);
  if (given.Has("--out")) TRY_VOID(WriteArrays(given.Text("--out", ""), views, answer));
  if (given.Has("--json")) {
    std::printf("%s\n", WriteJson(answer).c_str());
    return {};
  }
  std::fputs(classes.words.c_str(), stdout);
  for (const SeenView& view : views) std::fputs(view.words.c_str(), stdout);
  return {};
}

}  // namespace

const Verb kSeeVerb{
    "see",
    "see PHOTO [--layer L] [--attribute A[/B] [--method M] [--steps N] [--samples N] [--cover C] "
    "[--race]] [--nmf K [--stability N] [--flow L [--flow-groups K]]] [--ghost] [--seed N] "
    "[--whole] [--out DIR] [--json]",
    "what a network sees in a photo, and where",
    "PHOTO is a PNG, JPEG or WebP, or the name of a photo that set-up brought (dog, coffee …). "
    "Without\n"
    "more: the five classes it is taken for. It sees the middle of the photo, .875 of the shorter "
    "side,\n"
    "with --whole all of that side.\n"
    "  --layer L      what a layer holds, place by place: stem, b0 … b15, b1.exp, b11.dw …, head\n"
    "  --attribute A  what each place does for a class, by number or name; A/B for one rather than "
    "another\n"
    "  --method M     of the layer's places and channels, what they leave out being said: exact "
    "(head),\n"
    "                 integrated in --steps (32), or gradient, a guess; of the picture itself: "
    "occlusion,\n"
    "                 what is lost under each of 49 squares, or lime, a fit to --samples (200) "
    "looks at\n"
    "                 parts of it, drawn by --seed, with its R²\n"
    "  --race         the class while places of the picture go, and come back, in that order, "
    "beside chance\n"
    "  --cover C      what is laid over parts: grey or blurred (occlusion: grey, lime: a part's "
    "mean colour,\n"
    "                 --race: blurred)\n"
    "  --nmf K        K groups of neurons at the layer (b11.exp); with --attribute what is seen "
    "without\n"
    "                 each, with --stability N how many of N chance starts find each again\n"
    "  --flow L       groups of an earlier layer, and what of each passes through each of the K to "
    "the\n"
    "                 class of --attribute: signed, with what passes by them all and the gap\n"
    "  --ghost        asks the same network with each layer's weights shuffled by --seed: what it "
    "shows as\n"
    "                 well was never a reason\n"
    "Maps are drawn in . : o O; - = x X is what speaks against a class.\n"
    "--out writes the numbers as .npy files and the maps as .png into a folder.\n",
    RunSee};

}  // namespace meander
