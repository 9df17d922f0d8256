// See pictures_jobs.h: methods race over the picture. Each draws its map first, then places are
// covered in that map's order, blurred rather than grey: grey makes edges that no photo has. Then
// orders by chance.
#include <algorithm>
#include <optional>

#include "engine/pictures_maps.h"
#include "net/convnet/place_race.h"

namespace meander {
namespace {

constexpr int kIntegralSteps = 16;

class PictureRaceJob : public LookingJob {
 public:
  PictureRaceJob(std::unique_ptr<LentReading> lent, const PicturesRaceQuestion& question)
      : LookingJob(std::move(lent)), question_(question), seed_(SeedOf(question.a, question.b)) {}

  Result<bool> Work() override {
    ++done_;
    if (answer_.races.size() < question_.methods.size()) {
      if (!track_) {
        if (Draw(question_.methods[answer_.races.size()])) return true;
        track_.emplace(reading(), question_.a, question_.b == kNoClass ? -1 : question_.b,
                       BlurredCover(reading().tensor(0)), RaceOptions{.side = kRaceSide});
        race_.emplace(*track_, MapAtSide(map_, map_side_, kRaceSide));
        return true;
      }
      if (race_->Step()) return true;
      Finish();
      return true;
    }
    if (!chance_) {
      track_.emplace(reading(), question_.a, question_.b == kNoClass ? -1 : question_.b,
                     BlurredCover(reading().tensor(0)), RaceOptions{.side = kRaceSide});
      chance_.emplace(*track_, kChanceOrders, kChanceSeed);
    }
    const int orders = chance_->orders_done();
    const bool more = chance_->Step();
    if (chance_->orders_done() > orders) {
      const RaceBand band = chance_->TakenOut();
      answer_.chance = AsFloats(band.mean);
      answer_.chance_low = AsFloats(band.low);
      answer_.chance_high = AsFloats(band.high);
      answer_.chance_area = static_cast<float>(chance_->mean_area_out());
      ++rounds_;
    }
    return more;
  }
  size_t pieces_done() const override { return done_; }
  size_t pieces_in_all() const override {
    const size_t looks = 2 * size_t{RaceOptions{}.fractions} - 1 + 2;
    size_t all = kChanceOrders * looks;
    for (const PictureMethod method : question_.methods) all += looks + LooksOfMap(method);
    return std::max(all, done_);
  }
  int rounds() const override { return rounds_; }
  PicturesAnswer answer() const override {
    PicturesRaceAnswer told = answer_;
    told.in_all = static_cast<uint16_t>(pieces_in_all());
    told.done = static_cast<uint16_t>(done_);
    return told;
  }

 private:
  static size_t LooksOfMap(PictureMethod method) {
    if (method == PictureMethod::kIntegrated) return kIntegralSteps;
    if (method == PictureMethod::kOcclusion) return kOcclusionSquares;
    return method == PictureMethod::kLime ? kLimeSamples : 1;
  }

  // One piece of the method's map; true while there is more of it.
  bool Draw(PictureMethod method) {
    const uint8_t at = question_.layer;
    const int channels = static_cast<int>(ChannelsOf(at));
    map_side_ = kPictureLayers[at].told_side;
    const auto put_shares = [&](const PictureShares& shares) {
      const std::vector<float> places = ToldSums(at, SumsOfPlaces(shares.shares, channels));
      map_.assign(places.begin(), places.end());
    };
    switch (method) {
      case PictureMethod::kIntegrated:
        if (!integral_) integral_.emplace(reading(), TensorOf(at), seed_, kIntegralSteps);
        if (integral_->Step()) return true;
        put_shares(integral_->Now());
        integral_.reset();
        return false;
      case PictureMethod::kGradient:
        put_shares(GradientShares(reading(), TensorOf(at), seed_));
        return false;
      case PictureMethod::kOcclusion:
        if (!occlusion_) occlusion_ = MakeOcclusion(reading(), seed_);
        if (occlusion_->Step()) return true;
        map_ = occlusion_->Map();
        map_side_ = kPictureSide;
        occlusion_ = nullptr;
        return false;
      case PictureMethod::kLime:
        if (!lime_) lime_ = MakeLime(reading(), seed_, kLimeSegments, kLimeSamples);
        if (lime_->Step()) return true;
        map_ = lime_->Map(lime_->Now());
        map_side_ = kPictureSide;
        lime_ = nullptr;
        return false;
      case PictureMethod::kActivation: {
        const std::vector<float> strengths = ToldStrengths(at, ToldMeans(at, layer(at)));
        map_.assign(strengths.begin(), strengths.end());
        return false;
      }
    }
    return false;
  }

  void Finish() {
    const RaceCurves curves = race_->Now();
    PictureRace told;
    told.method = question_.methods[answer_.races.size()];
    told.deletion = AsFloats(curves.taken_out);
    told.insertion = AsFloats(curves.put_back);
    told.deletion_area = static_cast<float>(curves.area_out);
    told.insertion_area = static_cast<float>(curves.area_back);
    answer_.races.push_back(std::move(told));
    race_.reset();
    track_.reset();  // the reading stands at the picture again, for the next one's map
    ++rounds_;
  }

  const PicturesRaceQuestion question_;
  const std::vector<float> seed_;
  PicturesRaceAnswer answer_;
  std::vector<double> map_;
  int map_side_ = 0;
  std::optional<IntegratedShares> integral_;
  std::unique_ptr<PictureOcclusion> occlusion_;
  std::unique_ptr<PictureLime> lime_;
  std::optional<RaceTrack> track_;  // outlives what runs on it
  std::optional<PlaceRace> race_;
  std::optional<ChanceRaces> chance_;
  size_t done_ = 0;
  int rounds_ = 0;
};

}  // namespace

std::unique_ptr<PicturesJob> MakePictureRaceJob(std::unique_ptr<LentReading> lent,
                                                const PicturesRaceQuestion& question) {
  return std::make_unique<PictureRaceJob>(std::move(lent), question);
}

}  // namespace meander
