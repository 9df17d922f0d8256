// See region_terms.h. Descriptions are those of the source: "French novelist (1821–1880)",
// "Family of birds", "Largest desert in North America".
#include "make/region_terms.h"

#include <algorithm>
#include <set>

#include "make/broader_words.h"

namespace meander {
namespace {

constexpr size_t kReadBytes = 900;  // of title, description and text together
constexpr float kKindWeight = 1.3f, kPlaceWeight = 0.9f, kWordWeight = 0.5f;
constexpr float kMoreWordsWeight = 0.2f;  // for each word more that says a field or a land
constexpr int kWordsThatSayAField = 2, kHistory = 1;
// Of so many articles one must say that it is a thing, or its name in texts says nothing of them.
constexpr size_t kArticlesAKind = 2000;
constexpr uint32_t kFewestOfAPlace = 4, kFewestOfAKind = 5, kManyOfAKind = 20;

// Say nothing of what is in a region.
constexpr std::string_view kVague =
    "ability act action activity age all amount ancient any area article aspect back bank "
    "base being beverage block body border branch breed category center century "
    "change characterized city-state clade class code collection collective common "
    "component composed concept condition control covering day death degree "
    "derived description design designed development device discipline division early end "
    "event example face facility family father feature field figure first form formula "
    "found founder genre genus globe gold group growth hand head history hour house human "
    "idea individual infraorder instance institution kept kind known large largest late "
    "leader level line list made man many material means measure member method minute "
    "model modern month most mother movement name native number object office one "
    "operation order organisation organization originated originating other part people "
    "period person phase phylum piece place play played point population practice process "
    "product production property public quality range region removal republic research "
    "result right role second section sequence series service set several short side "
    "skill small solution some source space special species spoken stable stage standard "
    "state statement structure study style subclass subdivision subfamily subfield "
    "subgenus subject suborder substance superfamily surface symbol system table "
    "technique term territory thing third time title top tradition tribe type union unit "
    "use used value variety various view volume wall way week wing woman word work world worn "
    "year capital ";
// "Species of bird": what follows "of" is the kind.
constexpr std::string_view kGeneralKinds =
    "species genus family type kind form branch order group class part study series set "
    "state act process method use member piece body field area subfamily superfamily "
    "suborder phylum subfield collection one any some term name concept sequence system "
    "practice unit variety range breed list idea property measure amount number result "
    "collective division subdivision clade tribe infraorder subclass subgenus category "
    "device means way material substance place region aspect person thing instance "
    "individual line structure event object discipline ";
constexpr std::string_view kLinkWords =
    " of in from by who that which on for with at to used between during as made near about where "
    "when against under within since through into based using located having whose containing "
    "caused consisting related associated ";
constexpr std::string_view kNoPlaces =
    " Emperor Minister Father Age US BC Era UK Church Empire Earth ";

bool IsIn(std::string_view words, std::string_view word) {
  for (size_t at = words.find(word); at != words.npos; at = words.find(word, at + 1)) {
    const bool begins = at == 0 || words[at - 1] == ' ';
    if (begins && at + word.size() < words.size() && words[at + word.size()] == ' ') return true;
  }
  return false;
}

char LowerOf(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
std::string Lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), LowerOf);
  return out;
}
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLetter(char c) { return IsUpper(c) || (c >= 'a' && c <= 'z') || (c & 0x80) != 0; }
bool IsInWord(char c) { return IsLetter(c) || c == '-' || c == '\'' || (c >= '0' && c <= '9'); }

// Words, and commas and the like as words of their own; what stands in parentheses is left out.
std::vector<std::string_view> Pieces(std::string_view text) {
  std::vector<std::string_view> pieces;
  int depth = 0;
  for (size_t at = 0; at < text.size();) {
    size_t end = at + 1;
    depth += text[at] == '(' ? 1 : text[at] == ')' && depth > 0 ? -1 : 0;
    if (IsInWord(text[at])) {
      while (end < text.size() && IsInWord(text[end])) ++end;
      if (depth == 0) pieces.push_back(text.substr(at, end - at));
    } else if (depth == 0 && (text[at] == ',' || text[at] == ';' || text[at] == '.')) {
      pieces.push_back(text.substr(at, 1));
    }
    at = end;
  }
  return pieces;
}

void AddOnce(std::string value, std::vector<std::string>& into) {
  if (std::ranges::find(into, value) == into.end()) into.push_back(std::move(value));
}

// A run of words between two link words, and the link word before it ("" at the beginning).
struct Segment {
  std::string link;
  std::vector<std::string_view> words;
};
std::vector<Segment> SegmentsOf(std::string_view description) {
  std::vector<Segment> segments{{}};
  for (const std::string_view piece : Pieces(description)) {
    const std::string low = Lower(piece);
    const bool links = !IsLetter(piece[0]) || low == "and" || low == "or" || IsIn(kLinkWords, low);
    if (!links) {
      segments.back().words.push_back(piece);
    } else if (segments.back().words.empty()) {
      segments.back().link = low;
    } else {
      segments.push_back({low, {}});
    }
  }
  if (segments.back().words.empty()) segments.pop_back();
  return segments;
}

// The capitalised words at a segment's end, when it has no others.
std::string PlaceIn(const Segment& segment) {
  size_t first = segment.words.size();
  while (first > 0 && IsUpper(segment.words[first - 1][0])) --first;
  std::string place;
  for (size_t i = first; i < segment.words.size(); ++i) {
    place += (i > first ? " " : "") + std::string(segment.words[i]);
  }
  return place;
}

std::string WithoutParentheses(const std::string& title) {
  return title.substr(0, title.find(" ("));
}

// Nobody is what a region is about, though many of its texts may name him.
bool IsPerson(const SourceArticle& article) {
  const std::string& said = article.description;
  const bool has_years = said.ends_with(')') && said.find_first_of("0123456789") != said.npos;
  return article.topic == 0 || has_years;
}

}  // namespace

std::string SingularOf(std::string_view word) {
  const std::string low = Lower(word);
  const auto without = [&](size_t letters) { return low.substr(0, low.size() - letters); };
  if (low == "species" || low == "series" || low == "chess" || low == "news") return low;
  for (const std::string_view whole : {"ss", "us", "is", "ics"}) {
    if (low.ends_with(whole)) return low;
  }
  if (low.ends_with("ies") && low.size() > 4) return without(3) + "y";
  for (const std::string_view longer : {"ses", "xes", "ches", "shes"}) {
    if (low.ends_with(longer)) return without(2);
  }
  return low.ends_with('s') && low.size() > 3 ? without(1) : low;
}

std::string PluralOf(std::string_view word) {
  const std::string text(word);
  if (text.ends_with("ics") || text.ends_with("fish") ||
      IsIn(" species series chess news ", text)) {
    return text;
  }
  const bool ends_in_man =
      text.ends_with("man") && !IsIn(" human shaman roman german ottoman ", text);
  if (ends_in_man) return text.substr(0, text.size() - 3) + "men";
  const bool after_vowel =
      text.size() > 1 && std::string_view("aeiou").find(text[text.size() - 2]) != text.npos;
  if (text.ends_with('y') && !after_vowel) return text.substr(0, text.size() - 1) + "ies";
  for (const std::string_view hissing : {"s", "x", "ch", "sh"}) {
    if (text.ends_with(hissing)) return text + "es";
  }
  return text + "s";
}

Said WhatItSays(std::string_view description) {
  Said said;
  bool kinds_go_on = true, after_general = false;
  for (const Segment& segment : SegmentsOf(description)) {
    const bool is_list = segment.link == "and" || segment.link == "or" || segment.link == ",";
    const bool is_kind =
        segment.link.empty() || (is_list && kinds_go_on) || (segment.link == "of" && after_general);
    const std::string_view last = segment.words.back();
    after_general = false;
    const bool is_name = IsUpper(last[0]) && !(segment.link.empty() && segment.words.size() == 1);
    if (is_kind && !is_name) {
      const std::string kind = SingularOf(last);
      after_general = IsIn(kGeneralKinds, kind);
      if (!after_general) AddOnce(kind, said.kinds);
    }
    kinds_go_on = is_kind && !is_name;
    const bool says_where = IsIn(" of in from on , ", segment.link) && !segment.link.empty();
    if (std::string place = PlaceIn(segment); says_where && !place.empty()) {
      AddOnce(std::move(place), said.places);
    }
  }
  return said;
}

void RegionTerms::CountWords(const SourceArticle& article) {
  const std::string_view text = article.text;
  for (size_t at = 0; at < std::min<size_t>(text.size(), 1500);) {
    size_t end = at + 1;
    if (IsLetter(text[at])) {
      while (end < text.size() && IsLetter(text[end])) ++end;
      if (!IsUpper(text[at])) ++low_words_[std::string(text.substr(at, end - at))];
    }
    at = end;
  }
}

void RegionTerms::Add(std::map<std::string, float>& uses, const std::string& key, bool is_place,
                      float weight) {
  const auto [at, is_new] = term_by_key_.try_emplace(key, static_cast<uint32_t>(terms_.size()));
  if (is_new) terms_.push_back({key, {}, is_place});
  uses[key] += weight;
}

// A kind is what the description says; a field has two words of the text for it or one of the
// description, a land one of either.
void RegionTerms::AddBroader(const std::set<std::string>& words, const Said& said,
                             std::map<std::string, float>& uses) {
  struct Count {
    int said = 0, in_text = 0;
  };
  std::map<size_t, Count> counts;
  const auto count = [&](std::string_view text, int Count::* of) {
    for (const std::string_view word : Pieces(text)) {
      const auto at = broader_of_.find(SingularOf(word));
      if (at == broader_of_.end()) continue;
      for (const size_t broader : at->second) ++(counts[broader].*of);
    }
  };
  for (const std::string& kind : said.kinds) count(kind, &Count::said);
  for (const std::string& place : said.places) count(place, &Count::said);
  for (const std::string& word : words) count(word, &Count::in_text);
  for (const auto& [index, counted] : counts) {
    const BroaderWord& broader = BroaderWords()[index];
    const int needed = broader.breadth == Breadth::kField ? kWordsThatSayAField : 1;
    const bool is_in_text = broader.breadth != Breadth::kKind && counted.in_text >= needed;
    if (counted.said == 0 && !is_in_text) continue;
    const std::string key(broader.word);
    uses.erase(key);
    const float in_text =
        kWordWeight + kMoreWordsWeight * static_cast<float>(counted.in_text - needed);
    Add(uses, key, broader.breadth == Breadth::kLand, counted.said > 0 ? kKindWeight : in_text);
    terms_[term_by_key_[key]].shown = broader.shown;
  }
}

RegionTerms::RegionTerms(std::span<const SourceArticle> articles) {
  for (size_t index = 0; index < BroaderWords().size(); ++index) {
    const BroaderWord& broader = BroaderWords()[index];
    broader_of_[SingularOf(broader.word)].push_back(index);
    for (const std::string_view word : Pieces(broader.narrower)) {
      broader_of_[SingularOf(word)].push_back(index);
    }
  }
  std::set<std::string> title_words, people;
  std::map<std::string, uint32_t> places, kinds;
  std::vector<Said> said;
  for (const SourceArticle& article : articles) {
    CountWords(article);
    said.push_back(WhatItSays(article.description));
    for (const std::string& place : said.back().places) ++places[place];
    for (const std::string& kind : said.back().kinds) ++kinds[kind];
    const std::string title = WithoutParentheses(article.title);
    if (IsPerson(article)) people.insert(Lower(title));
    if (title.find(' ') == title.npos) title_words.insert(Lower(title));
  }
  std::map<std::string, std::string> place_by_word;
  for (const auto& [place, count] : places) {
    const bool is_one = place.size() > 3 && count >= kFewestOfAPlace && !IsIn(kNoPlaces, place);
    if (is_one && !people.contains(Lower(place))) place_by_word[Lower(place)] = place;
  }
  for (size_t item = 0; item < articles.size(); ++item) {
    const SourceArticle& article = articles[item];
    std::map<std::string, float> uses;
    std::string all = article.title + ". " + article.description + ". " + article.text;
    all.resize(std::min(all.size(), kReadBytes));
    std::set<std::string> words;
    for (const std::string_view piece : Pieces(all)) {
      if (IsLetter(piece[0])) words.insert(SingularOf(piece));
    }
    for (const std::string& word : words) {
      const auto place = place_by_word.find(word);
      if (place != place_by_word.end()) {
        Add(uses, place->second, true, kWordWeight);
      } else if (word.size() > 3 && title_words.contains(word) && low_words_.contains(word) &&
                 kinds[word] >= articles.size() / kArticlesAKind && !people.contains(word) &&
                 !IsIn(kVague, word)) {
        Add(uses, word, false, kWordWeight);
      }
    }
    for (const std::string& kind : said[item].kinds) {
      if (kind.size() < 3 || IsIn(kVague, kind) || IsIn(kGeneralKinds, kind)) continue;
      Add(uses, kind, false, kKindWeight);
      ++terms_[term_by_key_[kind]].as_kind;
    }
    for (const std::string& place : said[item].places) {
      if (place_by_word.contains(Lower(place))) {
        Add(uses, place_by_word[Lower(place)], true, kPlaceWeight);
      }
    }
    AddBroader(words, said[item], uses);
    if (article.topic == kHistory) Add(uses, "history", false, kKindWeight);
    std::vector<TermUse> list;
    for (const auto& [key, weight] : uses) {
      const uint32_t term = term_by_key_[key];
      terms_[term].total += weight;
      list.push_back({term, weight});
    }
    std::ranges::sort(list, {}, &TermUse::term);
    uses_.push_back(std::move(list));
  }
}

std::string RegionTerms::ShownAs(uint32_t term) const {
  const Term& shown = terms_[term];
  if (!shown.shown.empty()) return std::string(shown.shown);
  if (shown.is_place) return shown.key;
  const std::string plural = PluralOf(shown.key);
  if (shown.as_kind >= kManyOfAKind) return plural;
  const auto times = [&](const std::string& word) {
    const auto at = low_words_.find(word);
    return at == low_words_.end() ? 0.f : static_cast<float>(at->second);
  };
  // Of what is no more than a kind of thing people speak in the plural now and then.
  const float share = shown.as_kind >= kFewestOfAKind ? 0.1f : 0.35f;
  return times(plural) > 0 && times(plural) >= share * times(shown.key) ? plural : shown.key;
}

}  // namespace meander
