// The pane: where one is in the journey, the article with its live links, its true neighbours.
#include <algorithm>

#include "canvas/words.h"
#include "ideas/fill.h"
#include "ideas/page.h"
#include "ideas/page_parts.h"
#include "ideas/weather.h"

namespace meander {
namespace {

std::string_view WeatherWord(Weather weather) {
  return weather == Weather::kNear       ? words::kLinkNear
         : weather == Weather::kMiddling ? words::kLinkMiddling
                                         : words::kLinkFar;
}

// One paragraph of the text with its links; `from`, `to` are bytes of the whole text.
PageNode ParagraphPart(const IdeasState& state, const Article& article, size_t from, size_t to) {
  PageNode paragraph = Paragraph("p" + std::to_string(from), "read", {});
  size_t at = from;
  const auto add_text = [&](size_t end) {
    if (end <= at) return;
    paragraph.children.push_back(Node(PageKind::kText, "t" + std::to_string(at), {},
                                      std::string_view(article.text).substr(at, end - at)));
  };
  for (const TextLink& link : article.links) {
    if (link.begin < at || link.end > to) continue;
    add_text(link.begin);
    const Weather weather = WeatherOf(link.cosine);
    PageNode node = Node(PageKind::kLink, "l" + std::to_string(link.begin),
                         state.pointed == link.target && state.pointed_by_link ? "current" : "",
                         std::string_view(article.text).substr(link.begin, link.end - link.begin));
    node.on_press = "open";
    node.on_point = "point";
    node.argument = std::to_string(link.target);
    PageNode arc = Node(PageKind::kArc, "a" + std::to_string(link.begin), {});
    arc.value = static_cast<float>(weather);
    arc.label = WeatherWord(weather);
    paragraph.children.push_back(std::move(node));
    paragraph.children.push_back(std::move(arc));
    at = link.end;
  }
  add_text(to);
  return paragraph;
}

void AddText(const IdeasState& state, const Article& article, PageNode& into) {
  const std::string& text = article.text;
  for (size_t from = 0; from < text.size();) {
    const size_t to = std::min(text.find('\n', from), text.size());
    if (to > from) into.children.push_back(ParagraphPart(state, article, from, to));
    from = to + 1;
  }
}

PageNode CreditPart(const Article& article) {
  PageNode credit = Paragraph("credit", "small credit", {});
  credit.children.push_back(Node(PageKind::kText, "from", {}, words::kArticleCredit));
  if (!article.address.empty()) {
    PageNode there = Node(PageKind::kLink, "there", {}, words::kArticleThere);
    there.href = article.address;
    credit.children.push_back(std::move(there));
  }
  return credit;
}

PageNode NearestPart(const IdeasState& state) {
  PageNode part = Group("nearest", "nearest");
  PageNode head = Group("head", "row-head");
  head.children.push_back(Heading(2, "title", "heading", words::kNearestTitle));
  const uint32_t item = state.pane.item;
  const bool has_both = state.map.has_islands();
  const bool on_islands = state.map.shown_layout() == MapLayout::kIslands;
  const MapLayout other = on_islands ? MapLayout::kOneLand : MapLayout::kIslands;
  const int there = has_both ? state.map.TrustOn(other, item) : 0;
  head.children.push_back(Node(PageKind::kText, "kept", "small",
                               Fill(has_both ? words::kNearestKeptBoth : words::kNearestKept,
                                    {{"count", std::to_string(state.map.TrustOf(item))},
                                     {"other", std::to_string(there)}})));
  PageNode list = Node(PageKind::kList, "list", "rows");
  const auto& neighbors = state.pane.reply->neighbors;
  for (size_t i = 0; i < std::min<size_t>(neighbors.size(), 10); ++i) {
    const Neighbor& neighbor = neighbors[i];
    PageNode row = Node(PageKind::kItem, std::to_string(neighbor.item), "row");
    row.children.push_back(TopicDotPart(state.map.TopicOf(neighbor.item)));
    row.children.push_back(TitleLink(state, neighbor.item));
    if (IsBySpelling(state, neighbor.item)) {
      PageNode named = Group("named", "named");
      PageNode mark = Node(PageKind::kText, "spelling", "by-spelling", words::kNearestBySpelling);
      mark.label =
          Fill(words::kNearestBySpellingLabel, {{"title", state.map.TitleOf(neighbor.item)}});
      named.children = {std::move(row.children.back()), std::move(mark)};
      row.children.back() = std::move(named);
    }
    PageNode bar = Node(PageKind::kBar, "bar", {});
    bar.value = neighbor.cosine;
    row.children.push_back(std::move(bar));
    row.children.push_back(Node(PageKind::kText, "number", "number", TwoDecimals(neighbor.cosine)));
    AddWhy(state, WhyPlace::kNearest, state.pane.item, neighbor.item, row.key, row);
    list.children.push_back(std::move(row));
  }
  part.children = {std::move(head), std::move(list)};
  return part;
}

PageNode CrumbPart(const IdeasState& state) {
  PageNode crumb = Group("crumb", "crumb");
  const std::vector<int> line = MainLine(state.journey);
  const auto place = std::find(line.begin(), line.end(), state.journey.current) - line.begin();
  if (state.is_example) {
    crumb.children.push_back(Node(PageKind::kText, "where", {}, words::kExampleTurn));
    return crumb;
  }
  PageNode back = IconButton("back", "icon-button", "back", words::kJourneyBack, "back");
  back.disabled = place == 0;
  crumb.children.push_back(std::move(back));
  PageNode river = Node(PageKind::kProfile, "river", "mini-river");
  // As many stops as there are, the current one told by `value`.
  for (size_t i = 0; i < std::min<size_t>(line.size(), 12); ++i) river.detail += i > 0 ? " 1" : "1";
  const size_t hidden = line.size() > 12 ? line.size() - 12 : 0;
  river.value = static_cast<float>(std::max<ptrdiff_t>(place - static_cast<ptrdiff_t>(hidden), 0));
  crumb.children.push_back(std::move(river));
  std::string where = Fill(words::kJourneyStop, {{"count", std::to_string(place + 1)}});
  if (place > 0) {
    const int before = line[static_cast<size_t>(place) - 1];
    where =
        Fill(words::kJourneyStopAfter,
             {{"count", std::to_string(place + 1)},
              {"title", state.map.TitleOf(state.journey.stops[static_cast<size_t>(before)].item)}});
  }
  crumb.children.push_back(Node(PageKind::kText, "where", {}, where));
  return crumb;
}

}  // namespace

PageNode ArticlePart(const IdeasState& state) {
  const uint32_t item = state.pane.item;
  const int topic = state.map.TopicOf(item);
  PageNode article = Group("article", "article", "article");
  PageNode line = Paragraph("topic", "topic", {});
  line.children.push_back(TopicDotPart(topic));
  line.children.push_back(Node(
      PageKind::kText, "name", {},
      Fill(state.map.TopicIsInferred(item) ? words::kArticleTopicInferred : words::kArticleTopic,
           {{"topic", std::string(kTopicNames[static_cast<size_t>(topic)])}})));
  article.children.push_back(std::move(line));
  article.children.push_back(Heading(1, "title", "display", state.map.TitleOf(item)));
  std::string meta =
      Fill(words::kArticleTrust,
           {{"trust", std::string(TrustWordOf(TrustGradeOf(state.map.TrustOf(item))))}});
  if (state.pane.reply && !state.pane.reply->article.description.empty()) {
    meta = state.pane.reply->article.description + " · " + meta;
  }
  if (state.tour.is_on) {
    const TourPlay& play = state.tour;
    const TourStop& stop = play.tour->stops[static_cast<size_t>(play.at)];
    if (!stop.caption.empty()) {
      article.children.push_back(Paragraph("caption", "caption", stop.caption));
    }
    meta = state.pane.reply && !state.pane.reply->article.description.empty()
               ? Fill(words::kTourFrom, {{"description", state.pane.reply->article.description}})
               : std::string(words::kTourFromOnly);
  }
  article.children.push_back(Paragraph("meta", state.tour.is_on ? "small from" : "small", meta));
  if (state.pane.reply) {
    AddText(state, state.pane.reply->article, article);
    article.children.push_back(CreditPart(state.pane.reply->article));
  } else if (!state.pane.error.empty()) {
    article.children.push_back(Paragraph("error", "note", state.pane.error));
    article.children.push_back(Button("again", "button", words::kErrorTryAgain, "article-again"));
  } else {
    article.children.push_back(Paragraph("wait", "note", words::kArticleWait));
  }
  return article;
}

PageNode PanePart(const IdeasState& state, const View& view) {
  constexpr std::string_view kSheets[] = {"pane peek", "pane half", "pane full"};
  std::string style(kSheets[static_cast<size_t>(state.sheet)]);
  if (state.tour.is_on && !state.walk.is_open) style += " on-tour";
  PageNode pane = Group("pane", style);
  PageNode grip = Button("grip", "grip phone-only", {}, "sheet");
  grip.label = words::kSheetGrip;
  pane.children.push_back(std::move(grip));
  if (state.walk.is_open) {
    pane.children.push_back(WalkPart(state));
    return pane;
  }
  if (ShowsDuet(state)) {
    pane.children.push_back(DuetPart(state, view));
    return pane;
  }
  if (state.tour.is_on) {
    pane.children.push_back(TourPart(state));
    return pane;
  }
  if (state.tour.tour) pane.children.push_back(TourStripPart(state));
  if (state.journey.is_empty()) {
    pane.children.push_back(Paragraph("empty", "note empty", words::kEmptyJourney));
    PageNode kept = Group("kept", "empty");
    kept.children.push_back(AllJourneysPart());
    pane.children.push_back(std::move(kept));
    return pane;
  }
  if (state.shows_list && state.list.tab != ListTab::kArticle) {
    AddListJourney(state, pane);
    return pane;
  }
  PageNode crumb = CrumbPart(state);
  if (state.shows_list) {
    crumb.children.push_back(
        Button("journey", "button compact", words::kListJourney, "list-tab", "journey"));
  }
  pane.children.push_back(std::move(crumb));
  PageNode scroll = Group("scroll", "scroll");
  scroll.children.push_back(ArticlePart(state));
  if (state.pane.reply) {
    scroll.children.push_back(NextPart(state));
    scroll.children.push_back(NearestPart(state));
  }
  if (state.other) scroll.children.push_back(OtherPart(state));
  scroll.children.push_back(JourneyPart(state, view));
  PageNode trust = Paragraph("trust", "small trust", {});
  trust.children.push_back(Node(PageKind::kText, "text", {}, words::kTrustMap));
  PageNode how = Node(PageKind::kLink, "how", {}, words::kTrustHow);
  how.href = "./how.html";
  trust.children.push_back(std::move(how));
  scroll.children.push_back(std::move(trust));
  pane.children.push_back(std::move(scroll));
  return pane;
}

}  // namespace meander
