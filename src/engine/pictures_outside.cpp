// See pictures_outside.h. A method is run again from its beginning with what was seen so far, which
// costs no look; where that ends, the pictures that it would look at next are what is told. It can
// run ahead because no method here chooses its next picture by what it saw in the last.
#include "engine/pictures_outside.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "engine/pictures_maps.h"
#include "net/convnet/picture_input.h"
#include "net/convnet/place_race.h"

namespace meander {
namespace {

// Looks whose answers are known, each one logit above another that is 0; then those still to come.
class RecordedLooks : public PictureLooks {
 public:
  RecordedLooks(std::span<const float> picture, std::span<const float> values)
      : picture_(picture), values_(values) {
    logits_[0] = values.front();
  }
  void Look(std::span<const float> picture) override {
    // Back where it was: nobody has to look for that.
    if (std::ranges::equal(picture, picture_)) {
      logits_[0] = values_.front();
      return;
    }
    if (++made_ < values_.size()) {
      logits_[0] = values_[made_];
    } else {
      wanted_.emplace_back(picture.begin(), picture.end());
    }
  }
  std::span<const float> picture() const override { return picture_; }
  std::span<const float> logits() const override { return logits_; }

  bool has_more() const { return made_ + 1 < values_.size(); }
  const std::vector<std::vector<float>>& wanted() const { return wanted_; }

 private:
  const std::span<const float> picture_, values_;
  float logits_[2] = {0, 0};
  size_t made_ = 0;  // looks, but for those back
  std::vector<std::vector<float>> wanted_;
};
const std::vector<float> kSeed = {1, 0};

// How much of the square another network is given, from its middle: as wide to high as its input.
struct PartSeen {
  double width = 1, height = 1;
};
PartSeen PartFor(int width, int height, float crop) {
  const double share = std::min(double{crop} / double{kPictureCrop}, 1.0);
  return {share * std::min(1.0, static_cast<double>(width) / height),
          share * std::min(1.0, static_cast<double>(height) / width)};
}

// `picture` and `covered` are what our network would be given; where they differ, the other one's
// input shows the cover as well.
void AddCovered(const PicturesCoverQuestion& question, std::span<const float> picture,
                std::span<const float> covered, std::vector<uint8_t>& out) {
  const PartSeen part = PartFor(question.width, question.height, question.crop);
  const auto at = [](int i, int count, double share) {
    const double place = (1 - share) / 2 + (i + 0.5) / count * share;
    return std::min(static_cast<size_t>(place * kPictureSide), size_t{kPictureSide} - 1);
  };
  size_t from = 0;
  for (int y = 0; y < question.height; ++y) {
    const size_t row = at(y, question.height, part.height) * kPictureSide;
    for (int x = 0; x < question.width; ++x, from += 3) {
      const size_t pixel = 3 * (row + at(x, question.width, part.width));
      bool is_covered = false;
      for (size_t c = 0; c < 3; ++c) is_covered |= picture[pixel + c] != covered[pixel + c];
      for (size_t c = 0; c < 3; ++c) {
        const float colour = std::clamp(covered[pixel + c] * 128 + 127, 0.f, 255.f);
        out.push_back(is_covered ? static_cast<uint8_t>(std::lround(colour))
                                 : question.rgb[from + c]);
      }
    }
  }
}

Result<PicturesAnswer> Fit(const PicturesFitQuestion& question, std::span<const uint8_t> seen) {
  PicturesFitAnswer answer;
  const PartSeen part = PartFor(question.to_width, question.to_height, question.crop);
  if (question.to_width == kPictureSide && question.to_height == kPictureSide &&
      !question.is_bilinear && part.width >= 1) {
    answer.rgb.assign(seen.begin(), seen.end());  // then both see the same, to the bit
    return answer;
  }
  const PhotoSquare square = MiddleSquare(question.width, question.height, 1);
  const auto pixels = [&](double share) {
    return std::max(1, static_cast<int>(std::lround(square.side * share)));
  };
  PhotoPart middle{0, 0, pixels(part.width), pixels(part.height)};
  middle.left = square.left + (square.side - middle.width) / 2;
  middle.top = square.top + (square.side - middle.height) / 2;
  TRY(answer.rgb,
      ResizePhoto({question.width, question.height, 4, question.rgba}, middle, question.to_width,
                  question.to_height,
                  question.is_bilinear ? PhotoFilter::kBilinear : PhotoFilter::kBicubic));
  return answer;
}

class CoverRun {
 public:
  CoverRun(const PicturesCoverQuestion& question, std::span<const uint8_t> seen)
      : question_(question), picture_(PictureOf(seen)), looks_(picture_, question.values) {}

  PicturesCoverAnswer Run() {
    switch (question_.cover) {
      case PictureCover::kOcclusion:
        Occlude();
        break;
      case PictureCover::kLime:
        Lime();
        break;
      case PictureCover::kRace:
        Race();
        break;
    }
    for (const std::vector<float>& covered : looks_.wanted()) {
      AddCovered(question_, picture_, covered, answer_.rgb);
    }
    answer_.pictures = static_cast<uint8_t>(looks_.wanted().size());
    return std::move(answer_);
  }

 private:
  // `step` until what is known is used up, then what follows from it, then what comes next.
  template <class Step, class Tell>
  void Replay(Step step, Tell tell) {
    bool more = true;
    while (more && looks_.has_more()) more = step();
    tell();
    while (more && looks_.wanted().size() < question_.want) more = step();
    if (looks_.wanted().empty()) tell();  // the last steps needed no look
  }

  void Occlude() {
    const auto occlusion = MakeOcclusion(looks_, kSeed);
    Replay([&] { return occlusion->Step(); },
           [&] {
             PicturesShareAnswer& share = answer_.share;
             share.done = static_cast<uint16_t>(occlusion->steps_done());
             share.in_all = kOcclusionSquares;
             share.value = static_cast<float>(occlusion->Now().value);
             if (share.done == 0) return;
             share.side = kOcclusionSide;
             share.places = AsFloats(MapAtSide(occlusion->Map(), kPictureSide, kOcclusionSide));
           });
  }

  void Lime() {
    const auto lime = MakeLime(looks_, kSeed, kLimeSegments, kLimeSamples);
    Replay([&] { return lime->Step(); },
           [&] {
             PicturesShareAnswer& share = answer_.share;
             share.done = static_cast<uint16_t>(lime->steps_done());
             share.in_all = static_cast<uint16_t>(lime->steps_in_all());
             if (share.done == 0) return;
             const Superpixels& parts = lime->parts();
             const LimeFit fit = lime->Now();
             share.segments.assign(parts.labels.begin(), parts.labels.end());
             share.weights = AsFloats(fit.weights);
             share.side = kLimeSide;
             share.places = AsFloats(LimePlaces(*lime, fit));
             share.sum =
                 static_cast<float>(std::accumulate(fit.weights.begin(), fit.weights.end(), 0.));
             share.value = static_cast<float>(fit.value);
             share.value_at_zero = static_cast<float>(fit.base);
             share.r2 = static_cast<float>(fit.r2);
           });
  }

  // A method's map once more, from all that it saw.
  template <class Method>
  std::vector<double> MapOf(Method& method) {
    while (method.Step()) {
    }
    if constexpr (requires { method.Map(method.Now()); })
      return method.Map(method.Now());
    else
      return method.Map();
  }

  void Race() {
    std::vector<std::pair<PictureMethod, std::vector<double>>> maps;
    if (question_.occlusion.size() > kOcclusionSquares) {
      RecordedLooks looks(picture_, question_.occlusion);
      maps.emplace_back(PictureMethod::kOcclusion, MapOf(*MakeOcclusion(looks, kSeed)));
    }
    if (question_.lime.size() >= size_t{kLimeSamples}) {
      RecordedLooks looks(picture_, question_.lime);
      maps.emplace_back(PictureMethod::kLime,
                        MapOf(*MakeLime(looks, kSeed, kLimeSegments, kLimeSamples)));
    }
    PicturesRaceAnswer& told = answer_.race;
    const std::vector<float> cover = BlurredCover(picture_);
    std::optional<RaceTrack> track;  // outlives what runs on it
    std::optional<PlaceRace> race;
    std::optional<ChanceRaces> chance;
    size_t next = 0, done = 0, in_all = 0;
    const auto step = [&] {
      ++done;
      if (!race && !chance) {
        track.emplace(looks_, 0, 1, cover, RaceOptions{.side = kRaceSide});
        if (next < maps.size()) {
          race.emplace(*track, MapAtSide(maps[next].second, kPictureSide, kRaceSide));
        } else {
          chance.emplace(*track, kChanceOrders, kChanceSeed);
        }
      }
      if (chance) return chance->Step();
      if (race->Step()) return true;
      const RaceCurves curves = race->Now();
      PictureRace one;
      one.method = maps[next++].first;
      one.deletion = AsFloats(curves.taken_out);
      one.insertion = AsFloats(curves.put_back);
      one.deletion_area = static_cast<float>(curves.area_out);
      one.insertion_area = static_cast<float>(curves.area_back);
      races_.push_back(std::move(one));
      race.reset();
      track.reset();
      return true;
    };
    const size_t steps = 2 * size_t{RaceOptions{}.fractions} - 1;
    in_all = (maps.size() + kChanceOrders) * steps;
    Replay(step, [&] {
      told.races = races_;
      told.done = static_cast<uint16_t>(done);
      told.in_all = static_cast<uint16_t>(std::max(in_all, done));
      if (!chance || chance->orders_done() == 0) return;
      const RaceBand band = chance->TakenOut();
      told.chance = AsFloats(band.mean);
      told.chance_low = AsFloats(band.low);
      told.chance_high = AsFloats(band.high);
      told.chance_area = static_cast<float>(chance->mean_area_out());
    });
  }

  const PicturesCoverQuestion& question_;
  const std::vector<float> picture_;
  RecordedLooks looks_;
  PicturesCoverAnswer answer_;
  std::vector<PictureRace> races_;
};

}  // namespace

const PictureRef* PictureForOthers(const PicturesQuestion& question) {
  if (const auto* fit = std::get_if<PicturesFitQuestion>(&question)) return &fit->picture;
  const auto* cover = std::get_if<PicturesCoverQuestion>(&question);
  return cover == nullptr ? nullptr : &cover->picture;
}

Result<PicturesAnswer> AnswerForOthers(const PicturesQuestion& question,
                                       std::span<const uint8_t> seen) {
  if (const auto* fit = std::get_if<PicturesFitQuestion>(&question)) return Fit(*fit, seen);
  if (const auto* cover = std::get_if<PicturesCoverQuestion>(&question)) {
    return CoverRun(*cover, seen).Run();
  }
  return Fail(ErrorCode::kUnavailable, "This engine cannot answer that question.");
}

}  // namespace meander
