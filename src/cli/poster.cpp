// The still pictures that a page shows before its program has arrived: the same App and room as in
// the page, run without a screen until the first picture is complete, at the sizes of the design in
// light and dark, with the words of the page as static HTML beside them.
#include <algorithm>

#include "app/native_options.h"
#include "base/files.h"
#include "base/json_reader.h"
#include "canvas/letter_motion.h"
#include "canvas/png.h"
#include "cli/cli.h"
#include "cli/figure_pictures.h"
#include "cli/poster_link.h"
#include "cli/still_sizes.h"
#include "host/egl_surfaceless.h"

namespace meander {
namespace {

namespace fs = std::filesystem;

struct Poster {
  std::vector<uint8_t> light_png, dark_png;
  std::string html;
  std::string title, alt_text;
  PreparedAnswers prepared;
};

Result<Poster> MakePoster(const NamedSize& size, const StartOptions& options,
                          const PreparedAnswers& known) {
  TRY(const auto stage, StillStage::Open(size.size, false, options, known));
  TRY_VOID(stage->RunUntilComplete());
  TRY(const Page page, stage->LastPage());
  const Figure figure = stage->room().BuildFigure(kLetterWidth_px, kLetterHeight_px);
  PngOptions png;
  png.title = page.title;
  png.description = figure.alt_text;
  png.pixel_ratio = size.size.pixel_ratio;
  const std::vector<uint8_t> light = WritePng(stage->ReadPicture(), png);
  const PreparedAnswers prepared = stage->prepared();
  stage->BecomeDark();
  return Poster{light,           WritePng(stage->ReadPicture(), png),
                PageHtml(page),  page.title,
                figure.alt_text, prepared};
}

// The letter's picture, for cards; and where the chart alone is no picture of the state, the
// picture and its words in one.
Result<void> WriteWholePictures(const Stills& stills, const StartOptions& options,
                                const PreparedAnswers& known, const fs::path& out) {
  constexpr ShareSize kSize{600, 400};
  constexpr float kScale = 2;
  for (const bool dark : {false, true}) {
    TRY(const auto stage,
        StillStage::Open(FigureSize(stills, kSize.width_px, kSize.height_px, kScale), dark, options,
                         known));
    TRY_VOID(stage->RunUntilComplete());
    if (!dark) {
      TRY(const Picture letter,
          stage->Draw(stage->room().BuildFigure(kLetterWidth_px, kLetterHeight_px),
                      ThemeKind::kLight));
      TRY_VOID(WriteFile(out / "letter.png", WritePalettePngWithin(letter, {}, kMostLetterBytes)));
    }
    if (stills.chart_is_figure) return {};
    TRY(const Picture picture,
        PosterPicture(*stage, kSize, kScale, dark ? ThemeKind::kDark : ThemeKind::kLight));
    TRY_VOID(WriteFile(out / (dark ? "whole-dark.png" : "whole-light.png"),
                       WritePng(picture, {"", "", kScale})));
  }
  return {};
}

Result<void> WritePosters(const StartOptions& options, const fs::path& out) {
  std::error_code failed;
  fs::create_directories(out, failed);
  if (failed) return Fail(ErrorCode::kUnavailable, "Cannot make the folder " + out.string() + ".");
  Json index = {{"room", options.room}, {"sizes", Json::array()}};
  ProgressLine progress("Still pictures");
  size_t done = 0;
  PreparedAnswers known;
  const Stills stills = StillsOf(options.room);
  const std::span<const NamedSize> sizes = stills.sizes;
  for (const NamedSize& size : sizes) {
    Json entry = {{"name", size.name},
                  {"chart_width", size.size.chart_width_px},
                  {"chart_height", size.size.chart_height_px},
                  {"pixel_ratio", size.size.pixel_ratio},
                  {"embedded", size.size.embedded},
                  {"shown", stills.show_embeds || !IsEmbed(size)}};
    TRY(Poster poster, MakePoster(size, options, known));
    for (const auto& [theme, bytes] :
         {std::pair{"light", &poster.light_png}, std::pair{"dark", &poster.dark_png}}) {
      const std::string picture = std::string(size.name) + "-" + theme + ".png";
      TRY_VOID(WriteFile(out / picture, *bytes));
      entry[theme] = picture;
    }
    const std::string page = std::string(size.name) + ".html";
    TRY_VOID(WriteFile(out / page, AsBytes(poster.html)));
    entry["html"] = page;
    if (poster.prepared.empty() && stills.must_prepare) {
      return Fail(ErrorCode::kCorrupt, "The first picture asked for nothing that could be kept.");
    }
    if (!poster.prepared.empty() && stills.keep_prepared) {
      TRY_VOID(WriteFile(out / "prepared.bin", poster.prepared.Write()));
    }
    index["title"] = poster.title;
    index["alt"] = poster.alt_text;
    if (known.empty()) known = std::move(poster.prepared);
    progress.Show(static_cast<double>(++done) / static_cast<double>(sizes.size()));
    index["sizes"].push_back(std::move(entry));
  }
  if (stills.layers > 0) {
    TRY(const auto stage, StillStage::Open(sizes.front().size, false, options, known));
    TRY_VOID(stage->RunUntilComplete());
    GoAsPlayDoes(*stage, stills);
    TRY_VOID(WriteFile(out / "prepared.bin", stage->prepared().Write()));
  }
  TRY_VOID(WriteWholePictures(stills, options, known, out));
  return WriteFile(out / "poster.json", AsBytes(WriteJson(index, 2) + "\n"));
}

Result<void> RunPoster(std::span<const std::string> arguments) {
  if (std::ranges::find(arguments, "--out") != arguments.end()) return PosterOfLink(arguments);
  if (arguments.size() < 2 || arguments.size() > 3) {
    return Fail(ErrorCode::kInvalidInput, std::string("Usage: meander ") + kPosterLinkUsage);
  }
  TRY(const fs::path pack, FindPack(arguments[0]));
  TRY(const auto context, SurfacelessContext::Create());
  StartOptions options = NativeOptions({});
  if (arguments.size() == 3) options.room = arguments[2];
  options.pack_url = (pack / kHeadFile).string();
  return WritePosters(options, arguments[1]);
}

}  // namespace

const Verb kPosterVerb = {
    "poster", kPosterLinkUsage, "Draw the picture that a link shows.",
    "Draws what LINK, an address of any room or what stands after its #, shows as a figure in\n"
    "somebody's page, and says it in words. The first live picture of that figure is the same.\n"
    "  --out FILE       .png, .svg, or .webp (by the Python that set-up made)\n"
    "  --theme T        light or dark; without it, light\n"
    "  --size WxH       of the figure; without it, 600x400\n"
    "  --scale N        pixels a point, 1 to 3; without it, 2\n"
    "  --json           title, words, sizes as one line of JSON\n"
    "  --pack PACK      another pack than the room's own\n"
    "\n"
    "poster PACK OUT_DIR [ROOM] draws what the page of ROOM shows before its program has arrived:\n"
    "each size of pages and figures, light and dark, as PNG; the page's words as HTML; poster.json "
    "lists them;\n"
    "letter.png for cards, and whole-*.png where the chart alone says nothing.\n",
    RunPoster};

}  // namespace meander
