// ./meander see PHOTO --nmf K --flow L: see_views.h.
#include <numeric>

#include "cli/see_views.h"
#include "net/convnet/group_flow.h"
#include "net/convnet/picture_attribution.h"

namespace meander {
namespace {

PictureGroups GroupsAt(const Sight& sight, int tensor, size_t count) {
  return FindGroups(sight.reading->tensor(tensor),
                    static_cast<size_t>(ShapeOfTensor(tensor).channels), count);
}

}  // namespace

SeenView SeeFlow(Sight& sight, int earlier, size_t from, int later, size_t to,
                 const ClassChoice& choice) {
  GroupFlow flow(*sight.reading, earlier, later, GroupsAt(sight, earlier, from),
                 GroupsAt(sight, later, to), ClassSeed(choice.a, choice.b), kGroupFlowSteps);
  while (flow.Step()) {
  }
  const GroupFlows flows = flow.Now();
  SeenView view;
  view.json = {{"from", LayerJson(earlier)},
               {"to", LayerJson(later)},
               {"a", choice.a},
               {"steps", kGroupFlowSteps},
               {"value", Short(flows.value)},
               {"value_at_zero", Short(flows.value_at_zero)},
               {"no_group", Short(flows.no_group)},
               {"gap", Short(flows.gap())},
               {"groups", Json::array()}};
  if (choice.b >= 0) view.json["b"] = choice.b;
  view.words = LineOf("\n%s: what passes from %zu groups at %s through those at %s\n",
                      ChoiceWords(sight, choice).c_str(), from, NameOfTensor(earlier).c_str(),
                      NameOfTensor(later).c_str());
  for (size_t group = 0; group < from; ++group) {
    const std::vector<double> through(
        flows.flow.begin() + static_cast<ptrdiff_t>(group * to),
        flows.flow.begin() + static_cast<ptrdiff_t>((group + 1) * to));
    const double past = flows.from_rest[group];
    const double share = std::accumulate(through.begin(), through.end(), past);
    view.words += LineOf("group %zu", group + 1);
    for (const double part : through) view.words += LineOf(" %+8.3f", part);
    view.words += LineOf(", past them %+.3f, in all %+.3f\n", past, share);
    view.json["groups"].push_back(
        {{"through", NumbersJson(through)}, {"past", Short(past)}, {"share", Short(share)}});
  }
  view.words += LineOf("no group holds %+.3f; %+.3f of %+.3f is left out\n", flows.no_group,
                       flows.gap(), flows.value - flows.value_at_zero);
  return view;
}

}  // namespace meander
