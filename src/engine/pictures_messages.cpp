// See pictures_messages.h, message_codec.h: `Question` and `Answer` put or get the fields in their
// order.
#include "engine/pictures_messages.h"

#include "engine/message_codec.h"

namespace meander {
namespace {

constexpr FieldLimits kLimits{.most_text_bytes = 300, .finite = true};
constexpr auto kLastMethod = PictureMethod::kActivation;
constexpr uint16_t kMostTakenSide = 4096;
// Inputs of other networks, and how many looks a run takes at most.
constexpr uint16_t kLeastInputSide = 16, kMostInputSide = 1024;
constexpr size_t kMostLooks = 4000;
constexpr uint8_t kMostWanted = 16;
bool IsInputSide(uint16_t side) { return side >= kLeastInputSide && side <= kMostInputSide; }
bool IsCrop(float crop) { return crop > 0 && crop <= kPictureCrop; }

size_t ToldPlaces(size_t layer) {
  return size_t{kPictureLayers[layer].told_side} * kPictureLayers[layer].told_side;
}
bool IsLayer(uint8_t layer) { return layer < kPictureLayers.size(); }
bool AreClasses(uint16_t a, uint16_t b) {
  return a < kPictureClassCount && (b < kPictureClassCount || b == kNoClass) && a != b;
}
// M is the message, const when it is put.
template <class W, class M>
void Ref(W& with, M& picture) {
  with(picture.photo);
  with.All(picture.rgb);
  with(picture.ghost);
  with(picture.seed);
  const bool is_own = picture.photo == PictureRef::kOwn;
  with.Check(picture.rgb.size() == (is_own ? kPictureLookBytes : 0));
}
template <class W, class M>
void Channels(W& with, M& list) {
  with.List(list, 10, [](W& each, auto& channel) {
    each(channel.channel);
    each(channel.value);
    each(channel.strongest);
  });
}
template <class W, class M>
void Groups(W& with, M& list) {
  with.List(list, 27, [](W& each, auto& group) {
    each(group.mass);
    each.All(group.strengths);
    Channels(each, group.channels);
    for (auto* number : {&group.share, &group.doubt, &group.without, &group.stability}) {
      each(*number);
    }
    each.All(group.class_effects);
  });
  for (const auto& group : list) {
    with.Check(group.strengths.size() == list[0].strengths.size());
    with.Check(group.class_effects.size() == list[0].class_effects.size());
  }
}
template <class W, class M>
void Grid(W& with, M& grid, size_t places) {
  with.All(grid.strength);
  with.All(grid.channels);
  with.All(grid.values);
  with.Check(grid.strength.size() == places && grid.channels.size() == 4 * places &&
             grid.values.size() == 4 * places);
}

template <class T, class M>
concept Is = std::is_same_v<std::remove_const_t<M>, T>;

template <class W, class M>
void Question(W& with, M& m) {
  if constexpr (requires { m.picture; }) Ref(with, m.picture);
  if constexpr (requires { m.layer; }) with(m.layer);
  if constexpr (requires { m.a; }) {
    with(m.a);
    with(m.b);
    with.Check(IsLayer(m.layer) && AreClasses(m.a, m.b));
  }
  if constexpr (Is<PicturesTakeQuestion, M>) {
    with(m.width);
    with(m.height);
    with.All(m.rgba);
    with.Check(m.width >= 1 && m.width <= kMostTakenSide && m.height >= 1 &&
               m.height <= kMostTakenSide &&
               m.rgba.size() == size_t{4} * size_t{m.width} * size_t{m.height});
  } else if constexpr (Is<PicturesCellQuestion, M>) {
    with(m.place);
    with(m.count);
    with.Check(IsLayer(m.layer) && m.count >= 1 && m.count <= 32);
    with.Check(IsLayer(m.layer) && m.place < ToldPlaces(m.layer));
  } else if constexpr (Is<PicturesShareQuestion, M>) {
    with(m.method, kLastMethod);
    with(m.steps);
    with(m.samples);
    with(m.segments);
    with.Check(m.steps >= 1 && m.steps <= 64 && (m.steps & (m.steps - 1)) == 0);
    with.Check(m.samples >= 20 && m.samples <= 1000 && m.segments >= 10 && m.segments <= 120);
  } else if constexpr (Is<PicturesGroupQuestion, M>) {
    with(m.groups);
    with(m.steps);
    with(m.stability_seeds);
    with(m.layer_from);
    with(m.groups_from);
    with.Check(HasPictureGroups(m.layer) && m.groups >= 2 && m.groups <= 10 &&
               m.stability_seeds <= 20);
    with.Check(m.steps >= 1 && m.steps <= 64 && (m.steps & (m.steps - 1)) == 0);
    with.Check(m.groups_from >= 2 && m.groups_from <= 10);
    with.Check(m.layer_from == PicturesGroupQuestion::kNoLayer ||
               (HasPictureGroups(m.layer_from) && m.layer_from < m.layer));
  } else if constexpr (Is<PicturesUnitQuestion, M>) {
    with(m.channel);
    with.Check(IsPictureUnit(m.layer, m.channel));
  } else if constexpr (Is<PicturesRaceQuestion, M>) {
    with.List(m.methods, 1, [](W& each, auto& method) { each(method, kLastMethod); });
    with.Check(!m.methods.empty() && m.methods.size() <= 5);
  } else if constexpr (Is<PicturesGrowQuestion, M>) {
    with(m.channel);
    with(m.sign);
    with(m.seed);
    with(m.steps);
    with(m.side);
    with(m.from);
    with.Check(m.from < m.steps);
    with.Check(IsPictureUnit(m.layer, m.channel) && (m.sign == 1 || m.sign == -1));
    with.Check(m.steps >= 1 && m.steps <= 1024 && m.side >= 32 && m.side <= 224 &&
               m.side % 16 == 0);
  } else if constexpr (Is<PicturesFitQuestion, M>) {
    with(m.width);
    with(m.height);
    with.All(m.rgba);
    with(m.to_width);
    with(m.to_height);
    with(m.is_bilinear);
    with(m.crop);
    with.Check(m.width >= 1 && m.width <= kMostTakenSide && m.height >= 1 &&
               m.height <= kMostTakenSide &&
               m.rgba.size() == size_t{4} * size_t{m.width} * size_t{m.height});
    with.Check(IsInputSide(m.to_width) && IsInputSide(m.to_height) && IsCrop(m.crop));
  } else if constexpr (Is<PicturesCoverQuestion, M>) {
    with(m.width);
    with(m.height);
    with.All(m.rgb);
    with(m.crop);
    with(m.cover, PictureCover::kRace);
    for (auto* values : {&m.values, &m.occlusion, &m.lime}) {
      with.All(*values);
      with.Check(values->size() <= kMostLooks);
    }
    with(m.want);
    with.Check(IsInputSide(m.width) && IsInputSide(m.height) && IsCrop(m.crop) &&
               m.rgb.size() == size_t{3} * m.width * m.height);
    with.Check(!m.values.empty() && m.want >= 1 && m.want <= kMostWanted);
  }
}

template <class W, class M>
void Answer(W& with, M& m) {
  if constexpr (Is<PicturesTakeAnswer, M>) {
    with.All(m.rgb);
    with(m.left);
    with(m.top);
    with(m.side);
    with.Check(m.rgb.size() == kPictureLookBytes && m.side >= 1);
  } else if constexpr (Is<PicturesLookAnswer, M>) {
    with.List(m.classes, 11, [](W& each, auto& found) {
      each(found.index);
      each(found.name);
      each(found.share);
      each(found.logit);
      each.Check(found.index < kPictureClassCount && found.share >= 0 && found.share <= 1);
    });
    for (size_t i = 0; i < m.grids.size(); ++i) {
      Grid(with, m.grids[i], ToldPlaces(i));
      for (const uint16_t channel : m.grids[i].channels) {
        with.Check(channel < kPictureLayers[i].channels);
      }
    }
  } else if constexpr (Is<PicturesCellAnswer, M>) {
    Channels(with, m.channels);
    with(m.more);
    with(m.none_above);
    with(m.share_shown);
    with.All(m.numbers);
    for (size_t i = 0; i < m.other.size(); ++i) {
      with.All(m.other[i]);
      with.Check(m.other[i].empty() || m.other[i].size() == ToldPlaces(i));
    }
  } else if constexpr (Is<PicturesShareAnswer, M>) {
    with(m.side);
    with.All(m.places);
    Channels(with, m.channels);
    for (auto* number : {&m.sum, &m.value, &m.value_at_zero}) with(*number);
    with(m.done);
    with(m.in_all);
    with(m.r2);
    with.All(m.segments);
    with.All(m.weights);
    with.Check(m.places.size() == size_t{m.side} * m.side && m.done <= m.in_all);
    with.Check(m.segments.empty() || m.segments.size() == kPictureLookBytes / 3);
    for (const uint8_t segment : m.segments) with.Check(segment < m.weights.size());
  } else if constexpr (Is<PicturesGroupAnswer, M>) {
    Groups(with, m.groups);
    for (auto* number : {&m.relative_error, &m.sum, &m.value, &m.value_at_zero}) with(*number);
    with(m.done);
    with(m.in_all);
    Groups(with, m.from);
    with.All(m.flow);
    with(m.flow_no_group);
    with(m.flow_value_at_zero);
    with(m.flow_done);
    with(m.flow_in_all);
    with.Check(m.done <= m.in_all && m.flow_done <= m.flow_in_all);
    with.Check(m.flow.empty() || m.flow.size() == m.from.size() * m.groups.size());
  } else if constexpr (Is<PicturesUnitAnswer, M>) {
    with(m.side);
    with.All(m.values);
    with(m.strongest);
    with.Check(m.values.size() == size_t{m.side} * m.side);
  } else if constexpr (Is<PicturesRaceAnswer, M>) {
    with.List(m.races, 11, [](W& each, auto& race) {
      each(race.method, kLastMethod);
      each.All(race.deletion);
      each.All(race.insertion);
      each(race.deletion_area);
      each(race.insertion_area);
      each.Check(race.deletion.size() == race.insertion.size());
    });
    for (auto* curve : {&m.chance, &m.chance_low, &m.chance_high}) {
      with.All(*curve);
      with.Check(curve->size() == m.chance.size());
    }
    with(m.chance_area);
    with(m.done);
    with(m.in_all);
    with.Check(m.done <= m.in_all);
  } else if constexpr (Is<PicturesGrowAnswer, M>) {
    with(m.step);
    with(m.steps);
    with(m.value);
    with(m.side);
    with.All(m.rgb);
    with.Check(m.step <= m.steps && m.rgb.size() == size_t{3} * m.side * m.side);
  } else if constexpr (Is<PicturesFitAnswer, M>) {
    with.All(m.rgb);
  } else {
    with.All(m.rgb);
    with(m.pictures);
    with.Check(m.pictures <= kMostWanted && (m.pictures == 0) == m.rgb.empty() &&
               (m.pictures == 0 || m.rgb.size() % (size_t{3} * m.pictures) == 0));
    Answer(with, m.share);
    Answer(with, m.race);
  }
}

constexpr auto kQuestion = [](auto& with, auto& m) { Question(with, m); };
constexpr auto kAnswer = [](auto& with, auto& m) { Answer(with, m); };

}  // namespace

std::vector<uint8_t> WritePicturesQuestion(const PicturesQuestion& question) {
  return WriteMessage(question, kQuestion);
}
Result<PicturesQuestion> ReadPicturesQuestion(ByteSpan bytes) {
  return ReadMessage<PicturesQuestion>(bytes, kLimits, kQuestion);
}
std::vector<uint8_t> WritePicturesAnswer(const PicturesAnswer& answer) {
  return WriteMessage(answer, kAnswer);
}
Result<PicturesAnswer> ReadPicturesAnswer(ByteSpan bytes) {
  return ReadMessage<PicturesAnswer>(bytes, kLimits, kAnswer);
}

}  // namespace meander
