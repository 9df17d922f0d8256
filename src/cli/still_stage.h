// One App in a made-up page, without a screen: files from disk, answers from the engine in this
// process. Posters, letters and a figure's whole folder are made on it by the code of the live
// page. A SurfacelessContext must be current.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/app.h"
#include "app/inprocess_engine.h"
#include "app/prepared.h"
#include "host/host_fake.h"
#include "host/offscreen.h"

namespace meander {

struct StillSize {
  float page_width_px, page_height_px;
  float chart_width_px, chart_height_px;
  float pixel_ratio = 1;
  bool embedded = false;
  float covered_below_px = 0;  // by the sheet; web/pages/phone.css says the same
  bool locked = false;         // without what can be pressed in it
  bool has_zoom = true;        // the buttons over a map
  uint32_t path_color = 0;     // the author's (host/host.h); 0: the design's
};

class StillStage {
 public:
  // `known` must outlive the stage: what it answers is not worked out again.
  static Result<std::unique_ptr<StillStage>> Open(const StillSize& size, bool dark,
                                                  const StartOptions& options,
                                                  const PreparedAnswers& known);

  // Until the first whole picture is drawn.
  Result<void> RunUntilComplete();
  // On, until nothing more is asked, answered or moving, or so many turns have passed.
  void RunUntilIdle(int most_turns);
  // The same in the other light.
  void BecomeDark();
  // What a reader would press.
  void Act(const std::string& action, const std::string& argument);

  Result<Page> LastPage() const;
  // As the page shows it now.
  Picture ReadPicture() const;
  Result<Picture> Draw(const Figure& figure, ThemeKind theme) {
    return app_.DrawFigure(figure, theme);
  }
  const App& app() const { return app_; }
  const Room& room() const { return app_.room(); }
  // What the room asked until then, and what it was told.
  const PreparedAnswers& prepared() const { return prepared_; }
  // Files the program fetched, as they lie on disk, and those of them that are not there.
  const std::vector<std::string>& files() const { return files_; }
  const std::vector<std::string>& said() const { return host_.said; }

 private:
  StillStage(const StillSize& size, bool dark, const StartOptions& options,
             std::unique_ptr<Room> room, OffscreenFrame frame, const PreparedAnswers& known);
  // One turn of fetching, answering and drawing; false where there was nothing to do.
  bool Turn();
  // Answers every wish; true while the engine has more to say.
  bool Serve();
  void Note(ByteSpan bytes);

  SettingsEvent settings_;
  FakeHost host_;
  OffscreenFrame frame_;
  std::vector<Request> asked_;
  const PreparedAnswers& known_;
  PreparedAnswers prepared_;
  InProcessEngine engine_;
  App app_;
  std::string failure_;
  std::vector<std::string> files_;
};

}  // namespace meander
