// Answers that no network gave: enough of them for a page, of the right shapes.
#pragma once

#include <string>
#include <vector>

#include "pictures/wishes.h"

namespace meander {

inline constexpr uint16_t kMadeUpFirst = 282, kMadeUpSecond = 287;

inline PicturesLookAnswer MadeUpLook(float first_share = 0.4f) {
  PicturesLookAnswer look;
  for (uint16_t i = 0; i < 10; ++i) {
    const auto index = static_cast<uint16_t>(i == 0   ? kMadeUpFirst
                                             : i == 1 ? kMadeUpSecond
                                                      : 300 + i);
    look.classes.push_back({index,
                            i == 0   ? "tiger cat"
                            : i == 1 ? "lynx"
                                     : "kind of " + std::to_string(i),
                            first_share / static_cast<float>(i + 1), 8.f - static_cast<float>(i)});
  }
  for (size_t layer = 0; layer < kPictureLayers.size(); ++layer) {
    const size_t places = size_t{kPictureLayers[layer].told_side} * kPictureLayers[layer].told_side;
    PictureGrid& grid = look.grids[layer];
    for (size_t place = 0; place < places; ++place) {
      grid.strength.push_back(static_cast<float>(place % 11));
      for (uint16_t k = 0; k < 4; ++k) {
        grid.channels.push_back(
            static_cast<uint16_t>((place + k) % kPictureLayers[layer].channels));
        grid.values.push_back(4.f - k);
      }
    }
  }
  return look;
}

// Each fires in a corner of its own.
inline std::vector<PictureGroup> MadeUpGroupsOf(uint8_t layer, size_t count) {
  std::vector<PictureGroup> groups;
  const size_t side = kPictureLayers[layer].told_side;
  for (size_t g = 0; g < count; ++g) {
    PictureGroup group;
    group.mass = 1.f / static_cast<float>(g + 1);
    group.strengths.assign(side * side, 0);
    const size_t row = g % 2 == 0 ? 0 : side - 3, column = (g / 2) % 2 == 0 ? 0 : side - 3;
    for (size_t i = 0; i < 9; ++i) group.strengths[(row + i / 3) * side + column + i % 3] = 1;
    group.share = g == 2 ? -0.38f : 1.42f - 0.4f * static_cast<float>(g);
    group.doubt = 0.1f;
    group.without = group.share - 0.05f;
    group.stability = 0.8f;
    for (int i = 0; i < 10; ++i) group.class_effects.push_back(1.5f - static_cast<float>(i));
    groups.push_back(std::move(group));
  }
  return groups;
}

// What of the first earlier group passes through the second later one goes against the class; a
// quarter of each earlier group passes by; no group holds .2, and .05 is left out.
inline void AddMadeUpFlow(const PicturesGroupQuestion& question, PicturesGroupAnswer& answer) {
  answer.from = MadeUpGroupsOf(question.layer_from, question.groups_from);
  float all = 0;
  for (size_t f = 0; f < answer.from.size(); ++f) {
    float through = 0;
    for (size_t t = 0; t < answer.groups.size(); ++t) {
      const float size = 1 / static_cast<float>(1 + f + 2 * t);
      answer.flow.push_back(f == 0 && t == 1 ? -size : size);
      through += answer.flow.back();
    }
    answer.from[f].share = through + 0.25f;
    all += answer.from[f].share;
  }
  answer.flow_no_group = 0.2f;
  answer.flow_value_at_zero = answer.value - all - 0.2f - 0.05f;
  answer.flow_done = answer.flow_in_all = 16;
}

inline PicturesGroupAnswer MadeUpGroups(const PicturesGroupQuestion& question) {
  PicturesGroupAnswer answer;
  answer.groups = MadeUpGroupsOf(question.layer, question.groups);
  for (const PictureGroup& group : answer.groups) answer.sum += group.share;
  answer.relative_error = 0.62f;
  answer.value = 2.39f;
  answer.done = answer.in_all = 32;
  if (question.layer_from != PicturesGroupQuestion::kNoLayer) AddMadeUpFlow(question, answer);
  return answer;
}

inline PicturesShareAnswer MadeUpShares(const PicturesShareQuestion& question) {
  PicturesShareAnswer answer;
  answer.side = static_cast<uint8_t>(kPictureLayers[question.layer].told_side);
  answer.places.assign(size_t{answer.side} * answer.side, 0);
  answer.places[0] = 1.5f;
  answer.places[1] = -0.5f;
  for (uint16_t i = 0; i < 16; ++i) {
    answer.channels.push_back({i, 0.5f - 0.05f * static_cast<float>(i), 1});
  }
  answer.sum = 1;
  answer.value = question.method == PictureMethod::kGradient ? 12.7f : 1.25f;
  answer.done = answer.in_all = 32;
  return answer;
}

inline PicturesAnswer MadeUpAnswer(const PicturesQuestion& question) {
  if (std::holds_alternative<PicturesLookQuestion>(question)) return MadeUpLook();
  if (const auto* groups = std::get_if<PicturesGroupQuestion>(&question)) {
    return MadeUpGroups(*groups);
  }
  if (const auto* shares = std::get_if<PicturesShareQuestion>(&question)) {
    return MadeUpShares(*shares);
  }
  if (const auto* cell = std::get_if<PicturesCellQuestion>(&question)) {
    PicturesCellAnswer answer;
    answer.channels = {{7, 3, 4}, {9, 2, 4}};
    answer.more = 120;
    answer.none_above = 1.5f;
    answer.share_shown = 0.4f;
    answer.numbers.assign(kPictureLayers[cell->layer].channels, 0.25f);
    for (size_t layer = 0; layer < kPictureLayers.size(); ++layer) {
      if (layer == cell->layer) continue;
      const size_t side = kPictureLayers[layer].told_side;
      answer.other[layer].assign(side * side, 0.01f);
      answer.other[layer][3] = 0.6f;
    }
    return answer;
  }
  if (const auto* unit = std::get_if<PicturesUnitQuestion>(&question)) {
    PicturesUnitAnswer answer;
    answer.side = static_cast<uint8_t>(
        kPictureLayers[unit->layer > kPictureEnd ? kPictureEnd : unit->layer].told_side);
    answer.values.assign(size_t{answer.side} * answer.side, 0);
    answer.values[0] = answer.strongest = 5.4f;
    return answer;
  }
  if (std::holds_alternative<PicturesRaceQuestion>(question)) {
    PicturesRaceAnswer answer;
    for (int i = 0; i < 5; ++i) {
      PictureRace race;
      race.method = static_cast<PictureMethod>(i);
      race.deletion.assign(11, 0.5f);
      race.insertion.assign(11, 0.5f);
      race.deletion_area = 0.1f + 0.1f * static_cast<float>(i);
      answer.races.push_back(std::move(race));
    }
    answer.chance = answer.chance_low = answer.chance_high = std::vector<float>(11, 0.4f);
    answer.chance_area = 0.35f;
    return answer;
  }
  return PicturesTakeAnswer{};
}

inline PackHead MadeUpHead() {
  PackHead head;
  head.item_count = 3;
  return head;
}

// Answers until nothing is asked any more; how many questions it took.
inline int AnswerAllOf(PicturesState& state, Effects effects) {
  int asked = 0;
  while (!effects.empty() && asked < 200) {
    Effects next;
    for (const Effect& effect : effects) {
      const auto* ask = std::get_if<AskEngineEffect>(&effect);
      const auto* room = ask ? std::get_if<RoomRequest>(&ask->request.body) : nullptr;
      if (room == nullptr) continue;
      const Result<PicturesQuestion> question = ReadPicturesQuestion(room->question);
      if (!question) continue;
      ++asked;
      Reply reply;
      reply.id = ask->request.id;
      reply.body = RoomReply{WritePicturesAnswer(MadeUpAnswer(*question)), true};
      for (Effect& more : TakePicturesReply(state, reply)) next.push_back(std::move(more));
    }
    effects = std::move(next);
  }
  return asked;
}

inline PicturesState OpenedPictures() {
  PicturesState state;
  AnswerAllOf(state, StartPictures(state, MadeUpHead(), ""));
  for (size_t i = 0; i < state.photos.size(); ++i) {
    state.photos[i].name = "Photo " + std::to_string(i);
    auto table = std::make_shared<PictureTable>();
    table->width = table->height = 2;
    table->rgba.assign(16, 200);
    state.photos[i].pixels = std::move(table);
  }
  return state;
}

}  // namespace meander
