// A small made-up shelf of lines and a way through them, as the engine would answer.
#pragma once

#include <string>
#include <vector>

#include "engine/protocol.h"
#include "pack/line_sections.h"
#include "sentences/state.h"

namespace meander {

inline Shelves SmallShelves() {
  Shelves shelves;
  shelves.shelves = {
      {"moby-dick", "Moby-Dick", "Herman Melville", 1851, "Public domain", "made up", true, true, 0,
       20},
      {"emma", "Emma", "Jane Austen", 1815, "Public domain", "made up", true, true, 20, 15},
      {"harvard", "Harvard sentences", "", 1969, "Public domain", "made up", false, false, 35, 5},
  };
  shelves.pairs = {{"Moby-Dick", 0, "Call me Ishmael.", "It was the devious-cruising Rachel."},
                   {"Emma", 1, "Emma Woodhouse was handsome.", "The wishes were fully answered."}};
  shelves.writer_count = 3;
  return shelves;
}
inline constexpr uint32_t kSmallItems = 40;

inline PackHead SmallHead() {
  PackHead head;
  head.name = "sentences";
  head.item_count = kSmallItems;
  head.sections = {{std::string(kShelvesSection), 1, true, {{"shelves-0.bin", 0, 0, 100, 1}}},
                   {std::string(kLinesSection), 1, false, {{"lines-0.bin", 0, 40, 100, 2}}}};
  return head;
}

inline const std::vector<std::string>& SmallLines() {
  static const std::vector<std::string> lines = {"I was anxious to see the world.",
                                                 "She longed for a long sea voyage.",
                                                 "The sea had called him once already.",
                                                 "The sea was calm when the boat went out.",
                                                 "Nobody saw the boat go out that night.",
                                                 "They never found the boat.",
                                                 "He never came home again."};
  return lines;
}

inline GradientReply SmallReply(size_t count = 7) {
  GradientReply reply;
  const int departures[] = {22, 74, 48, -34, -66, 4, 66};
  for (size_t i = 0; i < count; ++i) {
    GradientStop stop;
    const auto item = static_cast<uint32_t>(i * 5 % kSmallItems);
    stop.line = {item,
                 static_cast<uint16_t>(item < 20   ? 0
                                       : item < 35 ? 1
                                                   : 2),
                 SmallLines()[i % 7] + (i < 7 ? "" : " Again " + std::to_string(i) + ".")};
    const float share = static_cast<float>(i + 1) / static_cast<float>(count + 1);
    stop.to_a = 0.8f - 0.6f * share;
    stop.to_b = 0.2f + 0.6f * share;
    stop.step = 0.7f;
    stop.place = {static_cast<uint8_t>(255 * share), static_cast<int8_t>(departures[i % 7])};
    stop.others = {{item + 1, stop.line.shelf, "Another line for this place."},
                   {item + 2, stop.line.shelf, "And one more of them."}};
    reply.stops.push_back(std::move(stop));
  }
  reply.last_step = 0.6f;
  reply.a_to_b = 0.2f;
  reply.weakest = static_cast<uint8_t>(count < 5 ? count : 5);
  uint32_t seed = 7;
  for (int i = 0; i < 2400; ++i) {
    seed = seed * 1664525u + 1013904223u;
    const auto progress = static_cast<uint8_t>(seed >> 24);
    seed = seed * 1664525u + 1013904223u;
    const int a = static_cast<int>(seed >> 24) - 128;
    seed = seed * 1664525u + 1013904223u;
    const int b = static_cast<int>(seed >> 24) - 128;
    if (progress > 170 && progress < 205) continue;  // a stretch of water
    reply.shore.push_back({progress, static_cast<int8_t>((a + b) / 2)});
  }
  return reply;
}

// A state whose first way is there.
inline SentencesState StateWithWay(size_t count = 7) {
  SentencesState state;
  const PackHead head = SmallHead();
  StartSentences(state, head, "");
  TakeChunk(state, kShelvesSection, head.sections[0].chunks[0],
            Result<ByteSpan>(WriteShelves(SmallShelves())));
  Reply reply{state.request, SmallReply(count)};
  TakeReply(state, reply);
  return state;
}

}  // namespace meander
