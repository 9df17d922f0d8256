// The newest encoding of each section that the readers here know: a section whose version is higher
// is refused rather than taken for an older one. Who changes how a section is written raises its
// number here and keeps reading the old one. Sections of other names are nobody's and left alone.
#pragma once

#include <cstdint>
#include <string_view>

namespace meander {

struct SectionVersion {
  std::string_view section;
  uint32_t version;
};

inline constexpr SectionVersion kSectionVersions[] = {
    // sections.h
    {"positions", 1},
    {"topics", 1},
    {"trust", 1},
    {"importance", 1},
    {"titles", 1},
    {"regions", 1},
    {"example", 1},
    {"link_counts", 1},
    {"measures", 1},
    {"texts", 1},
    {"neighbors", 1},
    {"vectors", 1},
    // layout_section.h, road_section.h, spelling_section.h
    {"islands", 1},
    {"roads_meaning", 1},
    {"roads_links", 1},
    {"spelling", 1},
    // line_sections.h
    {"shelves", 1},
    {"lines", 1},
    {"places", 1},
    {"passages", 1},
    {"meaning_book", 1},
    {"meaning_codes", 1},
    {"spelling_table", 1},
    {"sound_table", 1},
    {"phones", 1},
    // neuron_sections.h
    {"survey", 1},
    {"windows", 1},
    {"neurons", 1},
    {"anchors", 1},
    {"idea_map", 1},
    {"idea_codes", 1},
    // sound_sections.h
    {"clips", 1},
    {"sprites", 1},
    {"feature_model", 1},
    {"credits", 1},
    // photo_sections.h
    {"photos", 1},
    {"looks", 1},
    {"photo_facts", 1},
    {"answers", 1},
    {"units", 1},
    {"icons", 1},
    {"thumbs", 1},
    {"first_units", 1},
    {"first_icons", 1},
    // presets_section.h
    {"presets", 1},
    // net/model_layout.h
    {"layers", 1},
    {"vocabulary", 1},
    {"words", 1},
    // net/convnet/convnet_layout.h
    {"convnet", 1},
    {"classes", 1},
    // pen_sections.h
    {"examples", 1},
    {"pieces", 1},
    // net/pennet/pen_layout.h
    {"pen", 1},
    {"signs", 1},
};

// 0: no reader here knows such a section.
constexpr uint32_t KnownVersionOf(std::string_view section) {
  for (const SectionVersion& known : kSectionVersions) {
    if (known.section == section) return known.version;
  }
  return 0;
}
// What a writer says of it.
constexpr uint32_t VersionToWrite(std::string_view section) {
  const uint32_t known = KnownVersionOf(section);
  return known == 0 ? 1 : known;
}

}  // namespace meander
