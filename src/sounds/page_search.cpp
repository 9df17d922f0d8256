// Search by name, with filters by region and licence.
#include "canvas/fill.h"
#include "canvas/words.h"
#include "sounds/page_parts.h"
#include "sounds/sound_facts.h"

namespace meander {
namespace {

PageNode FiltersPart(const SoundsState& state) {
  PageNode filters = Group("filters", "sound-filters");
  PageNode regions = Group("regions", "filter-row", "group");
  regions.label = words::kSoundsFilterRegions;
  for (const Region& region : state.map.regions()) {
    if (region.level != 0) continue;
    const std::string topic = std::to_string(region.topic);
    PageNode chip =
        Button("r" + topic, "filter-chip topic-" + topic, region.name, "filter-region", topic);
    chip.pressed = ((state.search.regions >> region.topic) & 1) != 0;
    regions.children.push_back(std::move(chip));
  }
  filters.children.push_back(std::move(regions));
  PageNode licences = Group("licences", "filter-row", "group");
  licences.label = words::kSoundsFilterLicences;
  for (uint8_t licence = 0; licence < kLicenceCount; ++licence) {
    bool is_there = false;
    for (uint32_t item = 0; item < state.map.count() && !is_there; ++item) {
      is_there = state.map.ClipOf(item).licence == static_cast<Licence>(licence);
    }
    if (!is_there) continue;
    const std::string number = std::to_string(licence);
    PageNode chip = Button("l" + number, "filter-chip", NameOf(static_cast<Licence>(licence)),
                           "filter-licence", number);
    chip.pressed = ((state.search.licences >> licence) & 1) != 0;
    licences.children.push_back(std::move(chip));
  }
  filters.children.push_back(std::move(licences));
  return filters;
}

}  // namespace

PageNode SoundSearchPart(const SoundsState& state) {
  const SoundSearch& search = state.search;
  PageNode part = Group("search", search.is_open ? "search open" : "search", "search");
  part.on_escape = "search-close";
  PageNode bar = Group("bar", "search-bar");
  bar.on_press = "search-open";  // with it the ways to narrow the map down
  bar.children.push_back(Icon("search"));
  PageNode field = Node(PageKind::kField, "field", {}, search.text);
  field.label = words::kSoundsSearchLabel;
  field.detail = words::kSoundsSearch;
  field.on_input = "search";
  field.on_submit = "search-first";
  field.focus = search.is_open;
  bar.children.push_back(std::move(field));
  if (search.is_open || search.regions != 0 || search.licences != 0) {
    bar.children.push_back(
        IconButton("close", "icon-button", "close", words::kSoundsSearchClear, "search-clear"));
  }
  part.children.push_back(std::move(bar));
  if (!search.is_open) return part;
  PageNode answers = Group("answers", "answers");
  PageNode list = Node(PageKind::kList, "results", "results");
  for (const uint32_t item : search.found) {
    PageNode row = Node(PageKind::kItem, std::to_string(item), "result");
    PageNode dot = Node(PageKind::kDot, "dot", {});
    dot.value = static_cast<float>(state.map.TopicOf(item));
    row.children.push_back(std::move(dot));
    PageNode go = Button("go", "result-button", NameOf(state, item), "go", std::to_string(item));
    go.on_point = "hear-pointed";
    row.children.push_back(std::move(go));
    row.children.push_back(
        Node(PageKind::kText, "where", "result-where small",
             Fill(words::kSoundsFound,
                  {{"region", RegionNameOf(state, item)},
                   {"seconds", TwoDecimals(static_cast<float>(LengthOf_s(state, item)))}})));
    list.children.push_back(std::move(row));
  }
  if (!list.children.empty()) answers.children.push_back(std::move(list));
  if (search.found.empty() && !search.text.empty()) {
    answers.children.push_back(Paragraph("none", "note", words::kSoundsNoneFound));
  }
  answers.children.push_back(FiltersPart(state));
  part.children.push_back(std::move(answers));
  return part;
}

}  // namespace meander
