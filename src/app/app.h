// The program around one room: it owns the view, the renderer and the lines to the outside, carries
// out what the room wishes, and decides when a frame is needed. Everything a reader sees and does
// is the room's; nothing here knows which room it is.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "app/engine_line.h"
#include "app/hint_pill.h"
#include "app/loader.h"
#include "app/start_options.h"
#include "canvas/camera_motion.h"
#include "canvas/draw/renderer.h"
#include "canvas/gestures.h"
#include "canvas/room.h"
#include "canvas/share_dialog.h"
#include "host/host.h"

namespace meander {

class App {
 public:
  // `has_context`: an OpenGL ES 3 context is current, now and whenever Frame() is called.
  App(Host& host, std::unique_ptr<Room> room, StartOptions options, bool has_context);
  ~App();

  // Asks for the first files; frames come from the host's RequestFrame.
  void Start();
  // Takes what happened, moves what moves, draws, shows. Asks for another frame only if something
  // still moves.
  void Frame();

  bool is_complete() const { return told_ready_; }
  const Room& room() const { return *room_; }
  const View& view() const { return view_; }
  // Where frames are drawn; 0, the window's own, unless there is no window.
  void SetFramebuffer(unsigned int framebuffer);
  // For a still picture, in which nothing can be pressed; what else is drawn leaves their place
  // free.
  void LeaveOutZoom() { draws_zoom_ = false; }
  // Off screen, in its own size; kUnavailable where nothing can be drawn.
  Result<Picture> DrawFigure(const Figure& figure, ThemeKind theme);

 private:
  // app_events.cpp
  void TakeEvents();
  void Handle(HostEvent event);
  void HandleArrival(Arrival arrival);
  void HandleHead(Result<PackHead> head);
  void HandleReply(ByteSpan bytes);
  void TakeAnswered();  // from what was prepared
  void HandleAction(const std::string& action, const std::string& argument);
  void HandleLink(const LinkEvent& event);
  void HandleKey(const KeyEvent& event);
  void HandleResize(const ResizeEvent& event);
  void HandleContext(bool lost);
  void Notice(std::string_view text);  // shown by the room once it can
  void TellNotices();

  // app_camera.cpp
  void UpdateCamera();
  void HandleGestures();
  void Do(const Gesture& gesture);
  bool MoveCamera();
  void FlyTo(const FlyToEffect& flight);
  void ReturnCamera();
  bool HandleCameraAction(const std::string& action);  // false: it is the room's
  void ZoomBy(float factor);
  void FitMap();
  void StopFlight();
  void TellPointer(PointerKind kind, Point2 at_px, bool touch);
  void SetCursor(bool pointing);
  void Drag(Point2 delta_px);
  void EndDrag(bool taken_back);
  void FixCamera(bool fixed);
  void NoteHandle(Point2 at_px, bool touch);  // whether the finger went down on one
  void TellHandles();

  // app_effects.cpp
  void Run(Effects effects);
  void Run(const Effect& effect);
  void GiveSound(const AudioEvent& event);  // between frames
  Figure Postcard() const;                  // as the Share dialog wants it, else wide
  void SavePicture(const SavePictureEffect& effect);
  void SetTheme(ThemeChoice choice, bool remember);

  // app_share.cpp
  void OpenShare();
  bool HandleShare(const std::string& action, const std::string& argument);  // false: not its own
  // Draws what the dialog shows and weighs what it offers, a piece a frame; true: more is to do.
  bool TendShare();
  Result<Picture> DrawPoster(ThemeKind theme, float pixel_ratio);
  Result<Picture> DrawLetter(const Figure& figure);
  Result<std::vector<uint8_t>> SharedPoster();  // of the chosen theme; where it is none, the light
  Result<std::vector<uint8_t>> SharedPoster(ThemeKind theme);
  Result<std::vector<uint8_t>> SharedLetter();
  Result<std::vector<uint8_t>> SharedMotion();
  // All of it, as `meander figure` writes it, as one archive.
  Result<std::vector<uint8_t>> SharedFolder();
  void SaveShared(std::string_view which);

  // app.cpp
  void CreateRenderer();
  void UpdateTheme();
  bool DrawFrame();
  void DrawZoomColumn();
  void ShowPage();
  void TellReadyIfComplete();
  bool can_draw_now() const;

  Host& host_;
  std::unique_ptr<Room> room_;
  Loader loader_;
  EngineLine engine_;
  std::optional<PackHead> head_;
  std::optional<Error> head_error_;  // the map did not arrive

  View view_;
  SettingsEvent settings_{};
  ThemeChoice theme_choice_ = ThemeChoice::kAuto;
  ThemeChoice cleared_theme_ = ThemeChoice::kAuto;  // for Undo
  std::vector<RecalledEvent> recalled_;             // for the room, until it has started
  std::vector<std::string> notices_;

  CameraMotion motion_;
  Gestures gestures_;
  HintPill hint_;
  bool camera_is_fitted_ = true;               // nobody has moved it away from the whole map
  std::optional<Camera> return_camera_;        // before the first only_if_needed flight
  std::optional<FlyToEffect> waiting_flight_;  // wished for before there was a chart
  std::optional<FlyToEffect> framed_;          // what the camera shows, until somebody moves it
  bool link_is_due_ = false;                   // the reader moved the camera; told when it rests
  bool long_press_may_come_ = false;
  bool cursor_points_ = false;
  bool is_fixed_ = false;      // the room's camera, of the last frame
  bool is_dragging_ = false;   // something of a fixed picture
  bool holds_handle_ = false;  // the finger went down on something the room lets be dragged
  std::optional<uint32_t> drag_item_;
  std::vector<float> handles_px_;  // as the host was told
  Point2 drag_at_px_;

  bool has_context_;
  bool context_lost_ = false;
  bool draws_zoom_ = true;
  bool on_paper_ = false;  // the frame to come is for print: light, and without controls
  unsigned int framebuffer_ = 0;
  std::unique_ptr<Renderer> renderer_;
  UiPointer pointer_;
  bool controls_hold_pointer_ = false;  // it went down on a control: the chart waits for its up

  ShareDialog share_;
  struct ShareDrawn {
    bool is_letter, is_card, is_tall;
    ShareShape shape;
    ShareTheme choice;
    ThemeKind page;
    std::string accent;
    friend bool operator==(const ShareDrawn&, const ShareDrawn&) = default;
  };
  std::optional<ShareDrawn> share_drawn_;  // what its picture shows now
  std::optional<std::pair<std::string, std::vector<uint8_t>>> weighed_letter_;  // with its words
  std::optional<std::pair<std::string, std::vector<uint8_t>>> weighed_poster_;

  std::deque<HostEvent> events_;                                      // not handled yet
  std::vector<std::variant<PointerEvent, WheelEvent>> chart_events_;  // of this frame
  Scene scene_;  // of the last frame: what a finger can pick
  std::vector<uint8_t> shown_page_;
  bool page_is_due_ = true;
  bool is_settled_ = false;  // the last frame's picture would not change by drawing it again
  bool told_ready_ = false;
};

}  // namespace meander
