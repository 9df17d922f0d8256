// Answers made up from the questions alone, with the shapes that the engine gives: words are what
// stands between spaces, with a mark at either end.
#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "inside/state.h"
#include "inside/wishes.h"

namespace meander {

inline std::vector<InsideUnit> UnitsIn(std::string_view text) {
  std::vector<InsideUnit> units{{0, 0, 1, true}};
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) {
      units.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(end), 1, false});
    }
    at = end + 1;
  }
  units.push_back({0, 0, 1, true});
  return units;
}

inline InsideAnswer MadeUp(const InsideQuestion& question) {
  if (const auto* pair = std::get_if<InsidePairQuestion>(&question)) {
    InsidePairAnswer answer{UnitsIn(pair->a), UnitsIn(pair->b), {}, 0.5f, 0, 0, 4, 4};
    for (size_t i = 0; i < answer.a.size(); ++i) {
      for (size_t j = 0; j < answer.b.size(); ++j) {
        const float sign = (i * 7 + j * 3) % 5 == 0 ? -1.f : 1.f;
        answer.matrix.push_back(sign * 0.01f * static_cast<float>(1 + (i * 5 + j * 3) % 9) *
                                (1 + static_cast<float>(pair->layer) / 10));
        answer.sum += answer.matrix.back();
      }
    }
    answer.gap = answer.cosine - answer.sum;
    return answer;
  }
  if (const auto* words = std::get_if<InsideWordQuestion>(&question)) {
    InsideWordAnswer answer;
    answer.units = UnitsIn(words->text);
    const auto method = static_cast<size_t>(words->method);
    for (size_t i = 0; i < answer.units.size(); ++i) {
      answer.weights.push_back(
          answer.units[i].is_mark ? 0 : 0.02f * static_cast<float>((i * (method + 2)) % 7) - 0.03f);
      answer.sum += answer.weights.back();
    }
    answer.value = 0.5f;
    answer.r2 = 0.9f;
    answer.chance_orders = 40;
    const size_t steps = answer.units.size() - 1;
    for (size_t i = 0; i < steps; ++i) {
      const float share = static_cast<float>(i) / static_cast<float>(steps - 1);
      answer.curve.push_back(0.5f * (1 - share) * (1 - share));
      answer.reversed.push_back(0.5f * (1 - share * share));
      answer.chance.push_back(0.5f * (1 - share));
      answer.chance_low.push_back(0.45f * (1 - share));
      answer.chance_high.push_back(0.55f * (1 - share));
    }
    return answer;
  }
  if (const auto* grid = std::get_if<InsideGridQuestion>(&question)) {
    InsideGridAnswer answer;
    answer.units = UnitsIn(grid->text);
    for (size_t cell = 0; cell < 7 * answer.units.size(); ++cell) {
      answer.norms.push_back(2 + static_cast<float>(cell % 5));
      answer.closeness.push_back(static_cast<float>(cell % 9) / 10);
      answer.labels.push_back({"a known one", 2, 7, "Games", 1, false, 0.5f, true,
                               static_cast<uint16_t>(20000 + cell % 11 * 700),
                               static_cast<uint16_t>(40000 - cell % 7 * 900)});
    }
    return answer;
  }
  if (const auto* groups = std::get_if<InsideGroupQuestion>(&question)) {
    InsideGroupAnswer answer;
    answer.a = UnitsIn(groups->a);
    answer.b = UnitsIn(groups->b);
    for (size_t unit = 0; unit < answer.a.size() + answer.b.size(); ++unit) {
      for (size_t g = 0; g < groups->groups; ++g) {
        answer.strengths.push_back(static_cast<float>((unit + 2 * g) % 4) * 0.5f);
      }
    }
    for (size_t g = 0; g < groups->groups; ++g) {
      answer.effects.push_back(0.1f - 0.06f * static_cast<float>(g));
      answer.neurons.push_back({{static_cast<uint16_t>(10 + g), 0.4f}});
      answer.stability.push_back(1.f / static_cast<float>(1 + g));
    }
    for (size_t g = 0; g < groups->groups; ++g) {
      answer.without.push_back(0.5f - answer.effects[g]);
    }
    answer.cosine = 0.5f;
    answer.relative_error = 0.2f;
    answer.cut_off = 0.3f;
    return answer;
  }
  if (const auto* dictionary = std::get_if<InsideDictionaryQuestion>(&question)) {
    InsideDictionaryAnswer answer;
    answer.units = UnitsIn(dictionary->text);
    for (int i = 0; i < dictionary->count && dictionary->layer > 0; ++i) {
      InsideNeuron neuron;
      neuron.layer = dictionary->layer;
      neuron.channel = static_cast<uint16_t>(7 + i);
      neuron.value = 2.f / static_cast<float>(1 + i);
      neuron.strongest = 3;
      neuron.name = {"ball", "##ing"};
      neuron.contexts = {{"and threw the ball over", 14, 18, "Games", 1, false, 2},
                         {"ball", 0, 4, "Games", 1, true, 1}};
      answer.neurons.push_back(neuron);
    }
    answer.more = 900;
    answer.texts = 10033;
    answer.numbers.assign(384, 0.25f);
    return answer;
  }
  if (const auto* influence = std::get_if<InsideInfluenceQuestion>(&question)) {
    InsideInfluenceAnswer answer;
    answer.units = UnitsIn(influence->text);
    for (size_t cell = 0; cell < 7 * answer.units.size(); ++cell) {
      answer.shares.push_back(static_cast<float>(cell % 5) / 8 - 0.1f);
    }
    answer.rest.assign(7, 0);
    const auto last = static_cast<uint8_t>(answer.units.size() - 1);
    answer.strands = {{0, 0, last, 0.4f}, {3, last, 1, -0.2f}, {5, 1, 1, 0.001f}};
    return answer;
  }
  if (const auto* card = std::get_if<InsideNeuronQuestion>(&question)) {
    InsideNeuronAnswer answer;
    answer.neuron.layer = card->layer;
    answer.neuron.channel = card->channel;
    answer.neuron.fires_on = 0.004f;
    answer.neuron.name = {"ball"};
    answer.neuron.name_fits = 0.5f;
    answer.neuron.contexts = {{"and threw the ball over", 14, 18, "Games", 1, false, 2}};
    answer.neuron.nearest = {{2, 9, 0.7f}};
    answer.texts = 10033;
    return answer;
  }
  if (const auto* check = std::get_if<InsideCheckQuestion>(&question)) {
    InsideCheckAnswer answer;
    answer.ids = {101, 7, 102};
    if (check->states.empty()) return answer;
    answer.largest = {0, 1e-6f, 2e-5f, 0, 0, 0, 0};
    answer.reach = 12;
    answer.largest_fast = 0.01f;
    answer.cosine_fast = 0.99999f;
    return answer;
  }
  InsideEditAnswer edit{0.5f, 0.4f, {1, 0}, {0, 1}, {}, {}, {}};
  edit.before_place = {true, 30000, 30000, "Tea"};
  edit.after_place = {true, 36000, 33000, "Coffee"};
  edit.target_place = {true, 31000, 36000, "Cup"};
  return edit;
}

// What was asked of the engine.
inline std::vector<InsideQuestion> AskedIn(const Effects& effects) {
  std::vector<InsideQuestion> asked;
  for (const Effect& effect : effects) {
    if (const auto* ask = std::get_if<AskEngineEffect>(&effect)) {
      asked.push_back(*ReadInsideQuestion(std::get<RoomRequest>(ask->request.body).question));
    }
  }
  return asked;
}

// Answers whatever is asked until nothing is; how many questions that took.
inline int AnswerAll(InsideState& state, Effects effects, int most = 200) {
  int asked = 0;
  while (!effects.empty() && asked < most) {
    Effects next;
    for (const Effect& effect : effects) {
      const auto* ask = std::get_if<AskEngineEffect>(&effect);
      if (ask == nullptr) continue;
      ++asked;
      const auto question = ReadInsideQuestion(std::get<RoomRequest>(ask->request.body).question);
      for (Effect& more : TakeReply(
               state, {ask->request.id, RoomReply{WriteInsideAnswer(MadeUp(*question)), true}})) {
        next.push_back(std::move(more));
      }
    }
    effects = std::move(next);
  }
  return asked;
}

// A head that says the pack carries a map along, and that map.
inline PackHead HeadWithMap() {
  PackHead head;
  head.sections.push_back({std::string(kIdeaMapSection), 1, false, {ChunkRef{"idea_map-0.bin"}}});
  return head;
}
inline std::vector<uint8_t> SmallIdeaMap() {
  IdeaPlaces places;
  for (uint16_t i = 0; i < 2000; ++i) {
    places.articles.codes.push_back(static_cast<uint16_t>(i * 37));
    places.articles.codes.push_back(static_cast<uint16_t>(i * 101));
  }
  return WriteIdeaPlaces(places);
}

inline InsideState Opened() {
  InsideState state;
  AnswerAll(state, StartInside(state, {}, ""));
  return state;
}

}  // namespace meander
