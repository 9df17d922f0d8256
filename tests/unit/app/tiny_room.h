// The smallest room there can be: one section, one action of each kind, an animation of one second.
// It records what the App tells it.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "canvas/room.h"

namespace meander {

class TinyRoom final : public Room {
 public:
  // What has happened, for tests.
  std::vector<std::pair<std::string, std::string>> actions;
  std::vector<Reply> replies;
  std::vector<std::string> links;
  std::vector<std::pair<PointerKind, std::optional<uint32_t>>> pointers;
  std::string start_payload;
  std::vector<Error> chunk_errors;
  mutable int scenes_built = 0;
  double moves_until_s = 0;
  double due_s = 0, acted_s = 0;  // its own clock, and what that was at the last action
  bool asks_article = false;
  bool is_fixed = false;

  std::string_view Name() const override { return "tiny"; }
  Effects Start(const PackHead& head, std::string_view link_payload) override {
    item_count_ = head.item_count;
    start_payload = link_payload;
    return {FetchEffect{"positions", 0}};
  }
  Effects OnChunk(std::string_view section, const ChunkRef& chunk,
                  Result<ByteSpan> bytes) override {
    if (!bytes) {
      chunk_errors.push_back(bytes.error());
      return {};
    }
    auto positions = ReadPositions(*bytes, chunk.item_count);
    if (section != "positions" || !positions) return {};
    auto table = std::make_shared<PointTable>();
    table->version = 1;
    table->codes = std::move(positions->codes);
    table->hues.resize(chunk.item_count);
    table_ = std::move(table);
    return {};
  }
  Effects OnReply(const Reply& reply) override {
    replies.push_back(reply);
    return {};
  }
  Effects OnAction(std::string_view action, std::string_view argument) override {
    actions.emplace_back(action, argument);
    acted_s = due_s;
    word_ = argument;
    if (action == "article") return {AskEngineEffect{{NextRequestId(), ArticleRequest{3}}}};
    if (action == "meaning") return {AskEngineEffect{{NextRequestId(), MeaningRequest{"x", 3}}}};
    if (action == "stop") return {SetLinkEffect{true}, SayEffect{"Stopped."}};
    if (action == "missing") return {FetchEffect{"sounds", 0}};
    if (action == "fly") return {FlyToEffect{{{-.1f, -.1f}, {.1f, .1f}}, false}};
    return {};
  }
  Effects OnPointer(PointerKind kind, std::optional<uint32_t> item, Point2) override {
    pointers.emplace_back(kind, item);
    return {};
  }
  std::optional<Effects> OnKey(std::string_view key, bool) override {
    if (key != "n") return std::nullopt;
    actions.emplace_back("key", "n");
    return Effects{};
  }
  Effects OnLink(std::string_view payload) override {
    links.emplace_back(payload);
    return {};
  }
  bool IsComplete() const override { return table_ != nullptr; }
  Rect Bounds() const override { return {{-1, -1}, {1, 1}}; }
  bool HasFixedCamera() const override { return is_fixed; }
  Scene BuildScene(const View&) const override {
    ++scenes_built;
    Scene scene;
    scene.points.table = table_;
    return scene;
  }
  Page BuildPage(const View&) const override {
    PageNode node;
    node.kind = PageKind::kParagraph;
    node.key = "word";
    node.text = word_;
    Page page;
    page.title = "Tiny";
    page.nodes = {node};
    return page;
  }
  Figure BuildFigure(float width_px, float height_px) const override {
    Figure figure;
    figure.width_px = width_px;
    figure.height_px = height_px;
    figure.chart_px = {{0, 0}, {width_px, height_px}};
    figure.camera = {{0, 0}, height_px / 2};
    figure.title = "Tiny: a map, of “forty” things";
    return figure;
  }
  std::string LinkPayload() const override { return word_; }
  bool Advance(const View& view) override { return view.now_s < moves_until_s; }
  Effects TakeDue(double now_s, bool& more) override {
    due_s = now_s;
    more = false;
    return {};
  }
  Effects DrawPanel(const View&) override { return {}; }

 private:
  uint32_t item_count_ = 0;
  std::string word_;
  std::shared_ptr<const PointTable> table_;
};

}  // namespace meander
