// The address of an article in the room of ideas, for rooms that speak of one: a journey of that
// one stop.
#pragma once

#include <string>
#include <string_view>

namespace meander {

std::string ArticleAddress(std::string_view title);

}  // namespace meander
