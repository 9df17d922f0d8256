// See verbs.h. A verb whose rooms are not built yet is left out by the build, not half there.
#include "cli/verbs.h"

#include <iterator>

namespace meander {
namespace {

const Verb* const kVerbs[] = {
#ifdef MEANDER_VERB_TOKENIZE
    &kTokenizeVerb,
#endif
#ifdef MEANDER_VERB_EMBED
    &kEmbedVerb,
#endif
#ifdef MEANDER_VERB_NEIGHBORS
    &kNeighborsVerb,
#endif
#ifdef MEANDER_VERB_WALK
    &kWalkVerb,
#endif
#ifdef MEANDER_VERB_GRADIENT
    &kGradientVerb,
#endif
#ifdef MEANDER_VERB_WHY
    &kWhyVerb,
#endif
#ifdef MEANDER_VERB_EXPLAIN
    &kExplainVerb,
#endif
#ifdef MEANDER_VERB_ATTRIBUTE
    &kAttributeVerb,
#endif
#ifdef MEANDER_VERB_NMF
    &kNmfVerb,
#endif
#ifdef MEANDER_VERB_TAP
    &kTapVerb,
#endif
#ifdef MEANDER_VERB_BEAT
    &kBeatVerb,
#endif
#ifdef MEANDER_VERB_SEE
    &kSeeVerb,
#endif
#ifdef MEANDER_VERB_DRAW
    &kDrawVerb,
#endif
#ifdef MEANDER_VERB_ICONS
    &kIconsVerb,
#endif
#ifdef MEANDER_VERB_PACK
    &kPackVerb,
#endif
#ifdef MEANDER_VERB_SOUND
    &kSoundVerb,
#endif
#ifdef MEANDER_VERB_CHECK
    &kCheckVerb,
#endif
#ifdef MEANDER_VERB_CHECK_WORD
    &kCheckWordVerb,
#endif
#ifdef MEANDER_VERB_HOW
    &kHowVerb,
#endif
#ifdef MEANDER_VERB_POSTER
    &kPosterVerb,
#endif
#ifdef MEANDER_VERB_FIGURE
    &kFigureVerb,
#endif
    nullptr,  // so that the list is never an empty array
};

}  // namespace

std::span<const Verb* const> Verbs() { return std::span(kVerbs).first(std::size(kVerbs) - 1); }

}  // namespace meander
