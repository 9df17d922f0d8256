// An author's whole hand-over for one figure, in one folder: what he pastes, what he sends, and the
// pictures for both.
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <iterator>

#include "base/files.h"
#include "base/json_reader.h"
#include "base/utf8.h"
#include "canvas/colors.h"
#include "canvas/png.h"
#include "canvas/share_folder.h"
#include "canvas/share_mail.h"
#include "cli/cli.h"
#include "cli/figure_pictures.h"
#include "cli/given_options.h"
#include "cli/state_link.h"
#include "host/egl_surfaceless.h"

namespace meander {
namespace {

namespace fs = std::filesystem;

constexpr const char* kUsage =
    "figure LINK --out DIR [--url BASE] [--theme auto|light|dark] [--start click|near|still] "
    "[--shape wide|film|square|column] [--lock] [--accent #RRGGBB] [--title T] [--alt T]";

// One of `names`, by its place.
Result<size_t> OneOf(const GivenOptions& given, const char* option,
                     std::span<const std::string_view> names) {
  const std::string value = given.Text(option, std::string(names[0]));
  std::string list;
  for (size_t i = 0; i < names.size(); ++i) {
    if (value == names[i]) return i;
    list += (i == 0 ? "" : i + 1 == names.size() ? " or " : ", ") + std::string(names[i]);
  }
  return Fail(ErrorCode::kInvalidInput, std::string(option) + " is " + list + ".");
}

Result<ShareChoices> ReadChoices(const GivenOptions& given) {
  ShareChoices choices;
  TRY(const size_t theme, OneOf(given, "--theme", kShareThemes));
  TRY(const size_t start, OneOf(given, "--start", kShareStarts));
  TRY(const size_t shape, OneOf(given, "--shape", kShareShapes));
  choices.theme = static_cast<ShareTheme>(theme);
  choices.start = static_cast<ShareStart>(start);
  choices.shape = static_cast<ShareShape>(shape);
  choices.lock = given.Has("--lock");
  choices.accent = given.Text("--accent", "");
  if (choices.accent.empty()) return choices;
  if (!IsColor(choices.accent)) {
    return Fail(ErrorCode::kInvalidInput, "--accent takes # and six digits, like #B3125F.");
  }
  if (FaintOnWater(choices.accent, choices.theme) != Faint::kNo) {
    return Fail(ErrorCode::kInvalidInput,
                "A path of that colour is too faint on the map (less than 3 : 1); another one, or "
                "one --theme.");
  }
  return choices;
}

// Whether a host is named, its port is one, and neither a secret nor a control character is in it.
bool NamesAPlace(std::string_view base) {
  const auto breaks = [](char c) { return static_cast<uint8_t>(c) <= ' ' || c == 0x7F; };
  const size_t begin = base.find("://") + 3;
  const std::string_view place = base.substr(begin, base.find('/', begin) - begin);
  if (place.find('@') != place.npos || std::ranges::any_of(base, breaks)) return false;
  // Within brackets colons are those of an address of numbers.
  const size_t after = place.starts_with('[') ? place.find(']') : 0;
  if (after == place.npos) return false;
  const size_t colon = place.find(':', after);
  if (place.substr(0, colon).empty()) return false;
  if (colon == place.npos) return true;
  int port = 0;
  const char* last = place.data() + place.size();
  const auto [end, error] = std::from_chars(place.data() + colon + 1, last, port);
  return error == std::errc() && end == last && port > 0 && port <= 65535;
}

// "https://x/meander/"
Result<std::string> ReadBase(const GivenOptions& given, const StateLink& link) {
  std::string base = given.Text("--url", link.base);
  if (base.empty()) return base;
  // A page's address would be taken for a folder.
  if (base.size() > 2000 || base.ends_with(".html") ||
      (!base.starts_with("https://") && !base.starts_with("http://")) ||
      base.find_first_of("\"<>?#\\") != base.npos || !NamesAPlace(base)) {
    return Fail(ErrorCode::kInvalidInput,
                "--url is where the site lies, like https://your.host/meander/.");
  }
  if (!base.ends_with('/')) base += '/';
  return base;
}

class Folder {
 public:
  explicit Folder(fs::path path) : path_(std::move(path)) {}
  Result<void> Make() const {
    std::error_code failed;
    fs::create_directories(path_, failed);
    if (!failed) return {};
    return Fail(ErrorCode::kUnavailable, "Cannot make the folder " + path_.string() + ".");
  }
  Result<void> Put(const std::string& name, ByteSpan bytes) {
    TRY_VOID(WriteFile(path_ / name, bytes));
    weights_[name] = bytes.size();
    return {};
  }
  Result<void> Put(const std::string& name, const std::string& text) {
    return Put(name, AsBytes(text));
  }
  const Json& weights() const { return weights_; }

 private:
  fs::path path_;
  Json weights_ = Json::object();
};

Result<void> PutPosters(const StateLink& link, const StartOptions& options,
                        const ShareChoices& choices, const PreparedAnswers& known, Folder& folder) {
  const ShareSize size = SizeOf(choices.shape);
  const ScopedPathColor design({});  // of what is drawn after them
  const Stills stills = StillsOf(link.room);
  for (const bool dark : {false, true}) {
    constexpr float kScale = 2;
    const auto width = static_cast<float>(size.width_px);
    const auto height = static_cast<float>(size.height_px);
    StillSize still = FigureSize(stills, width, height, kScale);
    still.path_color = PathColorIn(dark ? ThemeKind::kDark : ThemeKind::kLight, choices.accent);
    TRY(const auto stage, OpenState(still, dark, options, known));
    TRY(const Picture picture,
        PosterPicture(*stage, size, kScale, dark ? ThemeKind::kDark : ThemeKind::kLight));
    TRY(const auto webp, WebpOf(WritePng(picture, {"", "", kScale}), 72));
    TRY_VOID(folder.Put(dark ? "poster-dark.webp" : "poster-light.webp", webp));
  }
  return {};
}

Result<void> PutLetters(StillStage& stage, const ShareFigure& figure, const ShareChoices& choices,
                        Folder& folder) {
  const ScopedPathColor path(PathColorIn(ThemeKind::kLight, choices.accent));
  TRY(const auto letter, LetterPng(stage, figure));
  TRY_VOID(folder.Put("letter.png", letter));
  TRY(const auto gif, LetterGif(stage));
  return folder.Put("letter.gif", gif);
}

// What the single file carries of the state: answers, and which files the program read.
Result<void> PutParts(const fs::path& parts, StillStage& stage) {
  std::error_code ignored;
  fs::create_directories(parts, ignored);
  TRY(const Page page, stage.LastPage());
  TRY_VOID(WriteFile(parts / "page.html", AsBytes(PageHtml(page))));
  // What a reader of the file will ask, if he plays it, is answered in it.
  GoAsPlayDoes(stage, StillsOf(stage.room().Name()));
  TRY_VOID(WriteFile(parts / "prepared.bin", stage.prepared().Write()));
  Json files = Json::array();
  for (const std::string& file : stage.files()) files.push_back(file);
  return WriteFile(parts / "files.json", AsBytes(WriteJson(files) + "\n"));
}

Result<void> RunFigure(std::span<const std::string> arguments) {
  constexpr const char* kWithValue[] = {"--out",    "--url",   "--theme", "--start", "--shape",
                                        "--accent", "--title", "--alt",   "--pack",  "--parts"};
  constexpr const char* kFlags[] = {"--lock"};
  TRY(const GivenOptions given, ReadOptions(arguments, "figure", kWithValue, kFlags));
  if (given.words.size() != 1 || given.Text("--out", "").empty()) {
    return Fail(ErrorCode::kInvalidInput, std::string("Usage: meander ") + kUsage);
  }
  TRY(const StateLink link, ReadStateLink(given.words[0]));
  TRY(const ShareChoices choices, ReadChoices(given));
  TRY(const std::string base, ReadBase(given, link));
  TRY(const StartOptions options, OptionsOf(link, given.Text("--pack", "")));
  fs::path out = given.Text("--out", "");
  if (out.filename().empty()) out = out.parent_path();
  // "." and ".." have a name as well, which addresses are made of.
  std::error_code unknown;
  const fs::path whole_out = fs::absolute(out, unknown).lexically_normal();
  const std::string name =
      (whole_out.filename().empty() ? whole_out.parent_path() : whole_out).filename().string();
  Folder folder(out);
  TRY_VOID(folder.Make());
  TRY(const auto context, SurfacelessContext::Create());
  const PreparedAnswers before = KnownBefore(options);
  TRY(auto stage, OpenState({1280, 800, 860, 744, 1, false}, false, options, before));

  const Figure whole = stage->room().BuildFigure(kLetterWidth_px, kLetterHeight_px);
  ShareFigure figure{link.room,
                     link.fragment,
                     RepairUtf8(given.Text("--title", whole.title)),
                     RepairUtf8(given.Text("--alt", whole.alt_text)),
                     base,
                     "",
                     whole.credits,
                     whole.action};
  // On the site a figure lies at figures/NAME/; elsewhere its pictures lie beside what is pasted.
  const std::string here = base.empty() ? "" : base + "figures/" + Percented(name) + "/";
  figure.poster =
      here + (choices.theme == ShareTheme::kDark ? "poster-dark.webp" : "poster-light.webp");
  if (choices.theme == ShareTheme::kAuto) figure.poster_dark = here + "poster-dark.webp";
  TRY_VOID(PutLetters(*stage, figure, choices, folder));
  ShareFigure lettered = figure;
  lettered.poster = here + "letter.png";
  lettered.poster_dark.clear();
  for (const auto& [file, text] : HandOverTexts(figure, lettered, choices)) {
    TRY_VOID(folder.Put(std::string(file), text));
  }
  if (!base.empty()) {
    TRY_VOID(folder.Put("oembed.json", OembedJson(figure, choices, lettered.poster)));
    TRY_VOID(folder.Put(
        "page.html",
        FigurePageHtml(lettered, {here + "page.html", here + "oembed.json", here + "letter.png"})));
    TRY_VOID(folder.Put("page.css", FigurePageCss()));
  }
  if (given.Has("--parts")) TRY_VOID(PutParts(given.Text("--parts", ""), *stage));
  // One App draws at a time.
  const PreparedAnswers known = stage->prepared();
  stage.reset();
  TRY_VOID(PutPosters(link, options, choices, known, folder));
  const Json said = {{"out", out.string()}, {"bytes", folder.weights()}};
  std::printf("%s\n", WriteJson(said).c_str());
  return {};
}

}  // namespace

const Verb kFigureVerb = {
    "figure", kUsage, "Write all that an author takes away of a figure, in one folder.",
    "LINK is an address of any room, or what stands after its #. In DIR afterwards:\n"
    "  component.html iframe.html       what is pasted where code is let in\n"
    "  link.txt text.txt markdown.md    what is pasted where it is not\n"
    "  letter.png letter.gif letter.html mail.html   for newsletters; the first picture of the\n"
    "                                   moving one is whole\n"
    "  poster-light.webp poster-dark.webp alt.txt    what is shown before anybody clicks\n"
    "  figure.json                      the same as data\n"
    "  figure-single.html               one file that works by itself, also from disk; from dist/\n"
    "and with a whole LINK, or --url BASE, where the site lies: oembed.json, page.html with cards\n"
    "for whoever its address is sent to, all of it as it lies at BASE/figures/DIR/. Without "
    "either\n"
    "what is pasted is good in the site's own folder alone. The answer says each weight.\n",
    RunFigure};

}  // namespace meander
