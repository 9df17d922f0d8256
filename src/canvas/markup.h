// Texts made safe for HTML and XML, also within quotes.
#pragma once

#include <string>
#include <string_view>

namespace meander {

void AppendEscaped(std::string_view text, std::string& out);

}  // namespace meander
