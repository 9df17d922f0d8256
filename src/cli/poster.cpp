// The still pictures that a page shows before its program has arrived: the same App and room as in
// the page, run without a screen until the first picture is complete, at the sizes of the design in
// light and dark, with the words of the page as static HTML beside them.
#include <array>

#include "app/app.h"
#include "app/inprocess_engine.h"
#include "app/native_options.h"
#include "app/rooms.h"
#include "base/files.h"
#include "base/json_reader.h"
#include "canvas/png.h"
#include "cli/cli.h"
#include "host/egl_surfaceless.h"
#include "host/host_fake.h"
#include "host/offscreen.h"

namespace meander {
namespace {

namespace fs = std::filesystem;

struct PosterSize {
  const char* name;
  float page_width_px, page_height_px;
  float chart_width_px, chart_height_px;
  float pixel_ratio;
  bool embedded;
  float covered_below_px = 0;  // by the sheet; web/pages/phone.css says the same
};
bool IsEmbed(const PosterSize& size) { return std::string_view(size.name).starts_with("embed-"); }
// Design §6: what is left of each page for the chart. 820: the upper 52 % below the shell.
constexpr std::array kMapSizes = {
    PosterSize{"1280x800", 1280, 800, 860, 744, 1, false},
    PosterSize{"820x1180", 820, 1180, 820, 584, 1, false},
    PosterSize{"390x844", 390, 844, 390, 380, 2, false, 30},
    PosterSize{"embed-600x400", 600, 400, 600, 400, 1, true, 58},
    PosterSize{"embed-600x400-2x", 600, 400, 600, 400, 2, true, 58},
    PosterSize{"embed-360x480", 360, 480, 360, 480, 2, true, 96},
};
// The strip beside the lines, as high as they are (web/pages/sentences.css).
constexpr std::array kStripSizes = {
    PosterSize{"1280x800", 1280, 800, 274, 744, 1, false},
    PosterSize{"820x1180", 820, 1180, 180, 824, 1, false},
    PosterSize{"390x844", 390, 844, 78, 716, 2, false},
    PosterSize{"embed-600x400", 600, 400, 56, 400, 1, true},
    PosterSize{"embed-600x400-2x", 600, 400, 56, 400, 2, true},
    PosterSize{"embed-360x480", 360, 480, 40, 480, 2, true},
};
// The stage, between the rail and the column of what is seen (web/pages/inside.css).
constexpr std::array kStageSizes = {
    PosterSize{"1280x800", 1280, 800, 842, 569, 1, false},
    PosterSize{"820x1180", 820, 1180, 820, 456, 1, false},
    PosterSize{"390x844", 390, 844, 390, 430, 2, false},
    PosterSize{"embed-600x400", 600, 400, 600, 310, 1, true},
    PosterSize{"embed-600x400-2x", 600, 400, 600, 310, 2, true},
    PosterSize{"embed-360x480", 360, 480, 360, 352, 2, true},
};
// All that still pictures know of one room or another.
struct Stills {
  std::string_view room;
  std::span<const PosterSize> sizes;
  // Off: on a small page the chart is cut from the picture for phones.
  bool show_embeds = true;
  // Off: the first picture's answers are of no use, or there need be none.
  bool keep_prepared = true, must_prepare = false;
};
constexpr std::array kStills = {
    // Asks for an article whose words are on the still page; its engine may start as it always has.
    Stills{"ideas", kMapSizes, false, false, false},
    Stills{"sentences", kStripSizes, true, true, true},
    Stills{"inside", kStageSizes, true, true, true},
};
Stills StillsOf(std::string_view room) {
  for (const Stills& stills : kStills) {
    if (stills.room == room) return stills;
  }
  return {room, kMapSizes};
}
constexpr int kMostTurns = 20000;  // of fetching, answering and drawing

struct Poster {
  std::vector<uint8_t> png;
  std::string html;
  std::string title, alt_text;
  PreparedAnswers prepared;
};

// One App in a made-up page; files from disk, answers from the engine in this process.
class Stage {
 public:
  Stage(const PosterSize& size, bool dark, const StartOptions& options, std::unique_ptr<Room> room,
        const OffscreenFrame& frame, const PreparedAnswers& known)
      : known_(known), app_(host_, std::move(room), options, true) {
    app_.SetFramebuffer(frame.framebuffer());
    // Still: what would move has arrived.
    host_.queue.push_back(SettingsEvent{dark, true, size.embedded, true, false});
    host_.queue.push_back(ResizeEvent{size.chart_width_px, size.chart_height_px, size.page_width_px,
                                      size.page_height_px, size.pixel_ratio, 0, 0, 0,
                                      size.covered_below_px});
    app_.Start();
  }

  Result<void> RunUntilComplete() {
    for (int turn = 0; turn < kMostTurns && !app_.is_complete(); ++turn) {
      const bool has_answers = Serve();
      if (host_.queue.empty() && host_.frame_requests == 0 && !has_answers) break;
      host_.frame_requests = 0;
      host_.now_s += 1. / 60;
      app_.Frame();
    }
    if (app_.is_complete()) return {};
    return Fail(ErrorCode::kCorrupt,
                failure_.empty() ? "The first picture never became complete." : failure_);
  }

  Result<Page> LastPage() const {
    if (host_.pages.empty()) return Fail(ErrorCode::kCorrupt, "The room showed no page.");
    return ReadPage(host_.pages.back());
  }
  const Room& room() const { return app_.room(); }
  // What the room asked until then, and what it was told.
  const PreparedAnswers& prepared() const { return prepared_; }

 private:
  // Answers every wish; true while the engine has more to say.
  bool Serve() {
    for (const auto& [id, url] : std::exchange(host_.fetches, {})) {
      auto bytes = ReadFile(url);
      if (!bytes) failure_ = bytes.error().message;
      host_.queue.push_back(FetchedEvent{id, std::move(bytes)});
    }
    for (const auto& request : std::exchange(host_.engine_requests, {})) {
      auto asked = ReadRequest(request);
      if (asked) asked_.push_back(*asked);
      // What another size was told is not worked out again.
      const std::optional<Reply> reply = asked ? known_.AnswerTo(*asked) : std::nullopt;
      if (!reply) {
        engine_.Ask(request);
        continue;
      }
      std::vector<uint8_t> bytes = WriteReply(*reply);
      Note(bytes);
      host_.queue.push_back(EngineReplyEvent{std::move(bytes)});
    }
    for (const uint32_t id : std::exchange(host_.engine_cancels, {})) engine_.Cancel(id);
    bool more = false;
    for (auto& reply : engine_.Work(more)) {
      Note(reply);
      host_.queue.push_back(EngineReplyEvent{std::move(reply)});
    }
    return more;
  }

  // Questions about opening are the App's own: their answers are of no use without an engine.
  void Note(ByteSpan bytes) {
    const Result<Reply> reply = ReadReply(bytes);
    if (!reply || std::holds_alternative<OpenedReply>(reply->body)) return;
    for (const Request& request : asked_) {
      if (request.id == reply->id) prepared_.Add(request, *reply);
    }
  }

  FakeHost host_;
  std::vector<Request> asked_;
  const PreparedAnswers& known_;
  PreparedAnswers prepared_;
  InProcessEngine engine_;
  App app_;
  std::string failure_;
};

Result<Poster> MakePoster(const PosterSize& size, bool dark, const StartOptions& options,
                          const PreparedAnswers& known) {
  const auto device = [&](float px) { return static_cast<int>(px * size.pixel_ratio + .5f); };
  TRY(const OffscreenFrame frame,
      OffscreenFrame::Create(device(size.chart_width_px), device(size.chart_height_px)));
  std::unique_ptr<Room> room = MakeRoom(options.room);
  if (!room) return Fail(ErrorCode::kInvalidInput, "There is no room \"" + options.room + "\".");
  Stage stage(size, dark, options, std::move(room), frame, known);
  TRY_VOID(stage.RunUntilComplete());
  TRY(const Page page, stage.LastPage());
  const Figure figure = stage.room().BuildFigure(1200, 630);
  Picture picture{frame.width(), frame.height(), frame.ReadPixels()};
  PngOptions png;
  png.title = page.title;
  png.description = figure.alt_text;
  png.pixel_ratio = size.pixel_ratio;
  return Poster{WritePng(picture, png), PageHtml(page), page.title, figure.alt_text,
                stage.prepared()};
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
  const std::span<const PosterSize> sizes = stills.sizes;
  for (const PosterSize& size : sizes) {
    Json entry = {{"name", size.name},
                  {"chart_width", size.chart_width_px},
                  {"chart_height", size.chart_height_px},
                  {"pixel_ratio", size.pixel_ratio},
                  {"embedded", size.embedded},
                  {"shown", stills.show_embeds || !IsEmbed(size)}};
    for (const bool dark : {false, true}) {
      TRY(Poster poster, MakePoster(size, dark, options, known));
      const char* theme = dark ? "dark" : "light";
      const std::string picture = std::string(size.name) + "-" + theme + ".png";
      TRY_VOID(WriteFile(out / picture, poster.png));
      entry[theme] = picture;
      if (!dark) {
        const std::string page = std::string(size.name) + ".html";
        TRY_VOID(WriteFile(out / page, AsBytes(poster.html)));
        entry["html"] = page;
        if (poster.prepared.empty() && stills.must_prepare) {
          return Fail(ErrorCode::kCorrupt,
                      "The first picture asked for nothing that could be kept.");
        }
        if (!poster.prepared.empty() && stills.keep_prepared) {
          TRY_VOID(WriteFile(out / "prepared.bin", poster.prepared.Write()));
        }
        index["title"] = poster.title;
        index["alt"] = poster.alt_text;
      }
      if (known.empty()) known = std::move(poster.prepared);
      progress.Show(static_cast<double>(++done) / (2 * static_cast<double>(sizes.size())));
    }
    index["sizes"].push_back(std::move(entry));
  }
  return WriteFile(out / "poster.json", AsBytes(WriteJson(index, 2) + "\n"));
}

Result<void> RunPoster(std::span<const std::string> arguments) {
  if (arguments.size() < 2 || arguments.size() > 3) {
    return Fail(ErrorCode::kInvalidInput, "Usage: meander poster PACK OUT_DIR [ROOM]");
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
    "poster", "poster PACK OUT_DIR [ROOM]", "",
    "Draws the still pictures that the pages of ROOM (ideas, sentences, inside) show before the "
    "program "
    "has arrived:\n"
    "five sizes, light and dark, as PNG; the page's words as HTML; poster.json lists them.\n",
    RunPoster};

}  // namespace meander
