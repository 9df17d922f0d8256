// See drawings_pack.h.
#include "make/drawings_pack.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "base/files.h"
#include "make/pack_writer.h"
#include "make/pen_model.h"
#include "make/pen_pieces.h"
#include "make/recipe_file.h"
#include "net/pennet/pen_drawing.h"
#include "net/pennet/pen_reading.h"
#include "pack/pen_sections.h"
#include "pack/sections.h"

namespace meander {
namespace {

namespace fs = std::filesystem;
constexpr size_t kMostDrawings = 64;
// Stops of the page's rail, and how many pixels of the picture a piece of each shows.
struct PieceLayer {
  int tensor, piece_px;
};
constexpr std::array kPieceLayers = {
    PieceLayer{PenTensorNamed("stem"), 12},   PieceLayer{PenTensorNamed("b0"), 20},
    PieceLayer{PenTensorNamed("b1"), 32},     PieceLayer{PenTensorNamed("b2.dw"), 48},
    PieceLayer{PenTensorNamed("b8.exp"), 84}, PieceLayer{PenTensorNamed("b8.dw"), 96},
    PieceLayer{PenTensorNamed("b14"), 160}};
static_assert(std::ranges::all_of(kPieceLayers, [](PieceLayer l) { return l.tensor > 0; }));

Result<InkPoint> ReadPoint(const Json& point) {
  const auto is_place = [](const Json& number) {
    return number.is_number_integer() && number >= 0 && number < kSheetSide;
  };
  if (!point.is_array() || point.size() != 2 || !is_place(point[0]) || !is_place(point[1])) {
    return Fail(ErrorCode::kInvalidInput,
                "A point of a drawing is not two numbers from 0 to 1023.");
  }
  return InkPoint{point[0].get<uint16_t>(), point[1].get<uint16_t>()};
}

Result<Ink> ReadDrawing(const Json& drawing) {
  TRY(const Json* strokes, JsonArray(drawing, "strokes"));
  Ink ink;
  for (const Json& stroke : *strokes) {
    if (!stroke.is_array()) {
      return Fail(ErrorCode::kInvalidInput, "A stroke of a drawing is no list of points.");
    }
    InkStroke& to = ink.emplace_back();
    for (const Json& point : stroke) {
      TRY(const InkPoint at, ReadPoint(point));
      to.push_back(at);
    }
  }
  if (ink.empty() || !IsInk(ink)) {
    return Fail(ErrorCode::kInvalidInput, "A drawing has too much or nothing in it.");
  }
  return ink;
}

class DrawingsMaker {
 public:
  DrawingsMaker(const MakeOptions& options, Json recipe)
      : options_(options), recipe_(std::move(recipe)) {}

  Result<void> Run() {
    TRY(const std::string name, JsonText(recipe_, "drawings"));
    TRY(const std::string text, ReadTextFile(options_.project / name));
    TRY(const Json file, ParseJson(text, "The drawings"));
    TRY(const Json* drawings, JsonArray(file, "drawings"));
    if (drawings->empty() || drawings->size() > kMostDrawings) {
      return Fail(ErrorCode::kInvalidInput, "The recipe's \"drawings\" must be 1 to 64.");
    }
    for (const Json& drawing : *drawings) {
      TRY(std::string title, JsonText(drawing, "title"));
      TRY(Ink ink, ReadDrawing(drawing));
      titles_.push_back(std::move(title));
      examples_.push_back(std::move(ink));
    }
    TRY(pen_, OpenPen(options_.cache / "pen/model"));
    TRY(const std::string names, JsonText(recipe_, "names"));
    TRY(const std::string table, ReadTextFile(options_.project / names));
    TRY(pen_.signs, NameSigns(pen_.signs, table));
    TRY_VOID(Look());
    return ReplaceFolder(options_.target, [&](const fs::path& folder) { return Write(folder); });
  }

 private:
  Result<void> Look() {
    PenReading reading(*pen_.panels);
    for (const PieceLayer& layer : kPieceLayers) {
      pieces_.emplace_back(ShapeOfPenTensor(layer.tensor), layer.piece_px);
    }
    for (size_t i = 0; i < examples_.size(); ++i) {
      const double share = static_cast<double>(i) / static_cast<double>(examples_.size());
      if (options_.progress && !options_.progress("Reading drawings", share)) {
        return Fail(ErrorCode::kCancelled, "Stopped.");
      }
      std::vector<PenStroke> strokes;
      for (const InkStroke& stroke : examples_[i]) {
        strokes.emplace_back();
        for (const InkPoint at : stroke) strokes.back().push_back({double(at.x), double(at.y)});
      }
      const std::vector<float> picture = DrawStrokes(strokes, FrameOfStrokes(strokes));
      reading.Look(picture);
      for (size_t layer = 0; layer < kPieceLayers.size(); ++layer) {
        pieces_[layer].Add(picture, reading.tensor(kPieceLayers[layer].tensor));
      }
    }
    return {};
  }

  Result<void> Write(const fs::path& folder) const {
    PackHead head;
    TRY(head.name, JsonText(recipe_, "name"));
    head.encoder_id = kPenId;
    head.item_count = static_cast<uint32_t>(examples_.size());
    PackWriter writer(folder, head);
    TRY_VOID(writer.Put("titles", true, [&](uint32_t first, uint32_t count) {
      return WriteTitles(std::span(titles_).subspan(first, count));
    }));
    TRY_VOID(writer.PutStream(kExamplesSection, true, WriteExamples(examples_)));
    std::string signs;
    for (const PenSign& sign : pen_.signs) signs += sign.sign + " " + sign.name + "\n";
    TRY_VOID(writer.PutStream("signs", false, AsBytes(signs)));
    std::vector<uint8_t> pieces;
    for (const PenPieces& layer : pieces_) {
      const std::vector<uint8_t> means = layer.Means();
      pieces.insert(pieces.end(), means.begin(), means.end());
    }
    TRY_VOID(writer.PutStream(kPiecesSection, false, pieces));
    // The weights as set-up made them: what the command line looks with is what the page gets.
    TRY_VOID(writer.PutStream("pen", false, pen_.bytes));
    TRY(const Json* sources, JsonArray(recipe_, "sources"));
    Json manifest = ManifestHead(head);
    manifest["drawings"] = head.item_count;
    manifest["sources"] = *sources;
    manifest["recipe"] = recipe_;
    head.manifest_json = WriteJson(manifest);
    return writer.PutHead();
  }

  const MakeOptions& options_;
  const Json recipe_;
  OpenedPen pen_;
  std::vector<std::string> titles_;
  std::vector<Ink> examples_;
  std::vector<PenPieces> pieces_;
};

}  // namespace

Result<std::vector<PenSign>> NameSigns(const std::vector<PenSign>& signs, std::string_view table) {
  std::map<std::string, std::string, std::less<>> names;
  for (size_t at = 0; at < table.size();) {
    const size_t end = std::min(table.find('\n', at), table.size());
    const std::string_view line = table.substr(at, end - at);
    const size_t space = std::min(line.find(' '), line.size());
    names.emplace(line.substr(0, space), line.substr(std::min(space + 1, line.size())));
    at = end + 1;
  }
  std::vector<PenSign> named;
  for (const PenSign& sign : signs) {
    const auto at = names.find(sign.name);
    if (at == names.end() || at->second.empty()) {
      return Fail(ErrorCode::kInvalidInput,
                  "Nothing says what a person calls the sign \"" + sign.name + "\".");
    }
    named.push_back({sign.sign, at->second});
  }
  return named;
}

Result<void> MakeDrawings(const MakeOptions& options) {
  TRY(Json recipe, ReadRecipe(options.recipe));
  return DrawingsMaker(options, std::move(recipe)).Run();
}

}  // namespace meander
