// See notices.h.
#include "app/notices.h"

#include "canvas/words.h"

namespace meander {

Page MapMissingPage(const Error& error) {
  PageNode sentence;
  sentence.kind = PageKind::kParagraph;
  sentence.key = "sentence";
  sentence.style = "read";
  sentence.text = words::kErrorMap;

  PageNode button;
  button.kind = PageKind::kButton;
  button.key = "again";
  button.style = "button primary";
  button.text = words::kErrorTryAgain;
  button.on_press = kRetryAction;

  PageNode details;
  details.kind = PageKind::kParagraph;
  details.key = "details";
  details.style = "small";
  details.text = error.message;

  PageNode notice;
  notice.kind = PageKind::kGroup;
  notice.key = "notice";
  notice.style = "notice";
  notice.role = "main";
  notice.children = {std::move(sentence), std::move(button), std::move(details)};

  Page page;
  page.title = words::kAppName;
  page.nodes = {std::move(notice)};
  return page;
}

}  // namespace meander
