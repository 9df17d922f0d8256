// Tables of the list twin.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "canvas/page_parts.h"
#include "pictures/state.h"

namespace meander {

PageNode ListTable(std::string_view key, std::string_view label,
                   std::initializer_list<std::string_view> names);
void AddListRow(PageNode& table, std::string_view key, std::initializer_list<std::string> cells);
// The places that count most, whatever their sign.
std::vector<size_t> StrongestPlaces(const std::vector<float>& values);

// One unit's: where it fires, what is known of it, the form that has grown.
std::vector<PageNode> UnitListParts(const PicturesState& state);

}  // namespace meander
