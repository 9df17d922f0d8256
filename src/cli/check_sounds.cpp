// See check_sounds.h.
#include "cli/check_sounds.h"

#include <algorithm>
#include <cmath>
#include <thread>

#include "cli/opened_sounds.h"
#include "make/quality.h"

namespace meander {
namespace {

double Rounded(float value) { return std::round(double{value} * 10000) / 10000; }

}  // namespace

Result<Json> CheckSounds(const std::filesystem::path& folder) {
  TRY(const OpenedSounds pack, OpenSounds(folder));
  TRY(const std::vector<Clip> clips, ClipsOf(pack));
  for (size_t i = 0; i < clips.size(); ++i) {
    if (clips[i].samples.size() != pack.clips[i].length_samples) {
      return Fail(ErrorCode::kCorrupt, "This pack is damaged: \"" + pack.names[i] +
                                           "\" has another length than it says.");
    }
  }
  Json result;
  result["sounds"] = pack.head.item_count;
  result["sprites"] = pack.sprites.size();
  result["licences"] = Json::object();
  for (uint8_t licence = 0; licence < kLicenceCount; ++licence) {
    const auto count =
        std::ranges::count(pack.clips, static_cast<Licence>(licence), &ClipRecord::licence);
    if (count > 0) result["licences"][NameOf(static_cast<Licence>(licence))] = count;
  }
  const auto in_bucket = [&](Bucket bucket) {
    return std::ranges::count(pack.clips, bucket, &ClipRecord::bucket);
  };
  result["of_presets"] = in_bucket(Bucket::kPresets);
  result["of_starter"] = in_bucket(Bucket::kStarter);
  if (pack.head.item_count > 60 && pack.neighbors.per_item >= 50) {
    const std::vector<int> topics(pack.topics.codes.begin(), pack.topics.codes.end());
    const MapMeasures map =
        MeasureMap(pack.vectors, pack.neighbors, pack.positions, topics,
                   static_cast<int>(std::max(1u, std::thread::hardware_concurrency())));
    result["knn_recall_10"] = Rounded(map.knn_recall_10);
    result["knn_recall_50"] = Rounded(map.knn_recall_50);
    result["trustworthiness"] = Rounded(map.trustworthiness);
  }
  TRY(const Json manifest, ParseJson(pack.head.manifest_json, "The pack's manifest"));
  for (const char* kept : {"siblings", "left_out", "missing"}) {
    if (manifest.contains(kept)) result[kept] = manifest[kept];
  }
  result["bytes_sprites"] = pack.bytes_sprites;
  result["bytes_first_view"] = pack.bytes_first_view;
  return result;
}

}  // namespace meander
