// For std::visit: one function object made of a lambda a case.
#pragma once

namespace meander {

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;  // clang 16 does not find this by itself

}  // namespace meander
