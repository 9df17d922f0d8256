// See poster_link.h.
#include "cli/poster_link.h"

#include <cstdio>

#include "base/files.h"
#include "base/json_reader.h"
#include "canvas/png.h"
#include "cli/cli.h"
#include "cli/figure_pictures.h"
#include "cli/given_options.h"
#include "cli/state_link.h"
#include "host/egl_surfaceless.h"

namespace meander {
namespace {

// As the live chart is now; a room whose chart alone is no picture of its state is set as a whole.
Figure FigureOf(const StillStage& stage, AskedSize size) {
  const auto width = static_cast<float>(size.width), height = static_cast<float>(size.height);
  Figure whole = stage.room().BuildPoster(width, height);
  if (!FillsItsFrame(stage)) return whole;
  const View& view = stage.app().view();
  Figure chart;
  chart.width_px = view.viewport.width_px;
  chart.height_px = view.viewport.height_px;
  chart.chart_px = {{0, 0}, {chart.width_px, chart.height_px}};
  chart.scene = stage.room().BuildScene(view);
  chart.camera = view.camera;
  chart.title = whole.title;
  chart.alt_text = whole.alt_text;
  return chart;
}

}  // namespace

Result<void> PosterOfLink(std::span<const std::string> arguments) {
  constexpr const char* kWithValue[] = {"--out", "--theme", "--size", "--scale", "--pack"};
  constexpr const char* kFlags[] = {"--json"};
  TRY(const GivenOptions given, ReadOptions(arguments, "poster", kWithValue, kFlags));
  if (given.words.size() != 1) {
    return Fail(ErrorCode::kInvalidInput, std::string("Usage: meander ") + kPosterLinkUsage);
  }
  const std::string out = given.Text("--out", ""), theme = given.Text("--theme", "light");
  const bool is_png = out.ends_with(".png"), is_svg = out.ends_with(".svg");
  if (!is_png && !is_svg && !out.ends_with(".webp")) {
    return Fail(ErrorCode::kInvalidInput, "--out takes a file that ends in .png, .webp or .svg.");
  }
  if (theme != "light" && theme != "dark") {
    return Fail(ErrorCode::kInvalidInput, "--theme is light or dark.");
  }
  TRY(const AskedSize size, ReadSize(given.Text("--size", "600x400")));
  TRY(const int scale, given.Number("--scale", 1, 3, 2));
  TRY(const StateLink link, ReadStateLink(given.words[0]));
  TRY(const StartOptions options, OptionsOf(link, given.Text("--pack", "")));
  TRY_VOID(CheckWritable(out));
  TRY(const auto context, SurfacelessContext::Create());
  const Stills stills = StillsOf(link.room);
  const bool is_dark = theme == "dark";
  const PreparedAnswers before = KnownBefore(options);
  TRY(const auto stage,
      OpenState(FigureSize(stills, static_cast<float>(size.width), static_cast<float>(size.height),
                           static_cast<float>(scale)),
                is_dark, options, before));
  const Figure figure = FigureOf(*stage, size);
  const ThemeKind kind = is_dark ? ThemeKind::kDark : ThemeKind::kLight;
  std::vector<uint8_t> bytes;
  int width = size.width, height = size.height;
  if (is_svg) {
    const std::string svg = WriteSvg(figure, kind);
    bytes.assign(svg.begin(), svg.end());
  } else {
    TRY(const Picture picture,
        PosterPicture(*stage, {size.width, size.height}, static_cast<float>(scale), kind));
    width = picture.width;
    height = picture.height;
    const PngOptions png{figure.title, figure.alt_text, static_cast<float>(scale)};
    bytes = is_png ? WritePalettePng(picture, png) : WritePng(picture, png);
    if (!is_png) {
      TRY(bytes, WebpOf(bytes, 72));
    }
  }
  TRY_VOID(WriteFile(out, bytes));
  if (!given.Has("--json")) {
    std::printf("%s\n", figure.alt_text.c_str());
    return {};
  }
  const Json said = {
      {"room", link.room},          {"link", link.fragment}, {"title", figure.title},
      {"alt", figure.alt_text},     {"theme", theme},        {"size", {size.width, size.height}},
      {"picture", {width, height}}, {"bytes", bytes.size()}, {"out", out}};
  std::printf("%s\n", WriteJson(said).c_str());
  return {};
}

}  // namespace meander
