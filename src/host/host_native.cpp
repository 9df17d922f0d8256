// See host_native.h.
#include "host/host_native.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <cstdio>
#include <utility>

#include "base/files.h"

namespace meander {
namespace {

constexpr double kWheelStepPx = 40;  // a notch of a mouse wheel, about what browsers send

class GlfwHost final : public WindowHost {
 public:
  GlfwHost(GLFWwindow* window, EngineDoor engine, std::function<std::string(ByteSpan)> page_text)
      : window_(window), engine_(std::move(engine)), page_text_(std::move(page_text)) {
    glfwSetWindowUserPointer(window, this);
    glfwSetCursorPosCallback(
        window, [](GLFWwindow* w, double x, double y) { Of(w).Point(PointerPhase::kMove, x, y); });
    glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int button, int action, int) {
      if (button != GLFW_MOUSE_BUTTON_LEFT) return;
      double x = 0, y = 0;
      glfwGetCursorPos(w, &x, &y);
      Of(w).Point(action == GLFW_PRESS ? PointerPhase::kDown : PointerPhase::kUp, x, y);
    });
    glfwSetScrollCallback(window, [](GLFWwindow* w, double, double dy) {
      double x = 0, y = 0;
      glfwGetCursorPos(w, &x, &y);
      const double delta = std::clamp(-dy * kWheelStepPx, -120.0, 120.0);
      Of(w).Push(WheelEvent{static_cast<float>(x), static_cast<float>(y), static_cast<float>(delta),
                            false});
    });
    glfwSetKeyCallback(window, [](GLFWwindow* w, int key, int, int action, int modifiers) {
      if (action != GLFW_RELEASE) Of(w).Key(key, (modifiers & GLFW_MOD_SHIFT) != 0);
    });
    glfwSetCharCallback(window, [](GLFWwindow* w, unsigned code_point) {
      if (code_point > 0x20 && code_point < 0x7f) {
        Of(w).Push(KeyEvent{std::string(1, static_cast<char>(code_point)), false});
      }
    });
    glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int, int) { Of(w).TellSize(); });
    glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { Of(w).RequestFrame(); });
    TellSize();
    Push(SettingsEvent{false, false, false, false, false});
    Push(FocusEvent{true, false});
  }
  ~GlfwHost() override {
    glfwDestroyWindow(window_);
    glfwTerminate();
  }

  double NowSeconds() override { return glfwGetTime(); }
  void Fetch(uint32_t id, std::string_view url) override {
    // Decoding is the tools' or the browser's; what the code says is in canvas/picture_wish.h.
    if (url.starts_with("picture:") || url.starts_with("camera:")) {
      Push(FetchedEvent{id, Fail(ErrorCode::kUnavailable, "picture-window")});
      return;
    }
    Push(FetchedEvent{id, ReadFile(std::string(url))});
  }
  void AskEngine(ByteSpan request) override { engine_.ask(request); }
  void CancelEngine(uint32_t request_id) override { engine_.cancel(request_id); }
  void ShowPage(ByteSpan page) override {
    std::printf("\n%s\n", page_text_(page).c_str());
    std::fflush(stdout);
  }
  void SetLink(std::string_view fragment, bool) override { Print("Link: #", fragment); }
  void CopyText(std::string_view text) override {
    glfwSetClipboardString(window_, std::string(text).c_str());
    Push(PageActionEvent{"copied", std::string(text)});
  }
  void Send(std::string_view, std::string_view address) override { Print("Send: ", address); }
  void SaveFile(std::string_view name, std::string_view, ByteSpan bytes) override {
    const Result<void> written = WriteFile(std::string(name), bytes);
    Print(written ? "Saved: " : "Not saved: ", written ? name : written.error().message);
  }
  void Remember(std::string_view, std::string_view) override {}
  void Say(std::string_view text) override { Print("Said: ", text); }
  void ShowPicture(std::string_view, uint32_t, ByteSpan) override {}  // no place for one in text
  void SetTheme(uint8_t) override {}
  void SetCursor(bool pointing) override {
    if (pointing && hand_ == nullptr) hand_ = glfwCreateStandardCursor(GLFW_HAND_CURSOR);
    glfwSetCursor(window_, pointing ? hand_ : nullptr);
  }
  void Speak(const std::vector<std::string>& lines) override {
    for (const std::string& line : lines) Print("Read aloud: ", line);
  }
  void PrepareAudio() override {}
  // A window for development is silent: ./meander beat --wav writes what would be heard.
  void StartAudio() override { Push(AudioEvent{.state = AudioState::kUnavailable}); }
  void PlayBlock(int64_t, std::span<const float>, std::span<const float>) override {}
  void StopAudio() override {}
  void OnAudioTick(std::function<void(const AudioEvent&)>) override {}
  void PlayNow(std::span<const float>) override {}
  void SetHandles(std::span<const float>) override {}  // no finger here is anybody else's
  void TellReady() override { Print("The live picture is complete.", ""); }
  void Navigate(std::string_view href) override { Print("Leads to: ", href); }
  void TellParent(std::string_view) override {}  // a window is framed by nothing
  void RequestFrame() override { frame_wanted_ = true; }
  std::vector<HostEvent> TakeEvents() override { return std::exchange(events_, {}); }

  bool ShouldClose() const override { return glfwWindowShouldClose(window_) != 0; }
  bool WaitForFrame() override {
    bool more = false;
    for (std::vector<uint8_t>& reply : engine_.work(more)) {
      Push(EngineReplyEvent{std::move(reply)});
    }
    if (frame_wanted_ || more || !events_.empty()) {
      glfwPollEvents();
    } else {
      glfwWaitEvents();
    }
    return std::exchange(frame_wanted_, false) || !events_.empty();
  }
  void SwapBuffers() override { glfwSwapBuffers(window_); }

 private:
  static GlfwHost& Of(GLFWwindow* window) {
    return *static_cast<GlfwHost*>(glfwGetWindowUserPointer(window));
  }
  static void Print(std::string_view what, std::string_view text) {
    std::fprintf(stderr, "%.*s%.*s\n", static_cast<int>(what.size()), what.data(),
                 static_cast<int>(text.size()), text.data());
  }
  void Push(HostEvent event) { events_.push_back(std::move(event)); }
  void Point(PointerPhase phase, double x, double y) {
    Push(
        PointerEvent{phase, 1, false, static_cast<float>(x), static_cast<float>(y), glfwGetTime()});
  }
  void Key(int key, bool shift) {
    static constexpr std::pair<int, const char*> kNames[] = {
        {GLFW_KEY_LEFT, "ArrowLeft"}, {GLFW_KEY_RIGHT, "ArrowRight"},   {GLFW_KEY_UP, "ArrowUp"},
        {GLFW_KEY_DOWN, "ArrowDown"}, {GLFW_KEY_ENTER, "Enter"},        {GLFW_KEY_SPACE, "Space"},
        {GLFW_KEY_ESCAPE, "Escape"},  {GLFW_KEY_BACKSPACE, "Backspace"}};
    for (const auto& [code, name] : kNames) {
      if (code == key) Push(KeyEvent{name, shift});
    }
  }
  void TellSize() {
    int width = 0, height = 0, pixels_wide = 0, pixels_high = 0;
    glfwGetWindowSize(window_, &width, &height);
    glfwGetFramebufferSize(window_, &pixels_wide, &pixels_high);
    if (width == 0 || height == 0) return;
    const auto w = static_cast<float>(width), h = static_cast<float>(height);
    Push(ResizeEvent{w, h, w, h, static_cast<float>(pixels_wide) / w, 0, 0, 0, 0});
  }

  GLFWwindow* window_;
  GLFWcursor* hand_ = nullptr;
  EngineDoor engine_;
  std::function<std::string(ByteSpan)> page_text_;
  std::vector<HostEvent> events_;
  bool frame_wanted_ = true;
};

}  // namespace

Result<std::unique_ptr<WindowHost>> OpenWindow(const std::string& title, int width_px,
                                               int height_px, EngineDoor engine,
                                               std::function<std::string(ByteSpan)> page_text) {
  if (!glfwInit()) {
    return Fail(ErrorCode::kUnavailable, "There is no display to open a window on.");
  }
  // The same dialect as WebGL2, so that the shaders are the same files.
  glfwWindowHint(GLFW_CLIENT_API, GLFW_OPENGL_ES_API);
  glfwWindowHint(GLFW_CONTEXT_CREATION_API, GLFW_EGL_CONTEXT_API);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 0);
  glfwWindowHint(GLFW_DEPTH_BITS, 0);
  glfwWindowHint(GLFW_STENCIL_BITS, 0);
  GLFWwindow* window = glfwCreateWindow(width_px, height_px, title.c_str(), nullptr, nullptr);
  if (window == nullptr) {
    glfwTerminate();
    return Fail(ErrorCode::kUnavailable, "This display offers no OpenGL ES 3.");
  }
  glfwMakeContextCurrent(window);
  return std::unique_ptr<WindowHost>(
      std::make_unique<GlfwHost>(window, std::move(engine), std::move(page_text)));
}

}  // namespace meander
