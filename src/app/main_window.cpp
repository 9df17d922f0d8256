// The program in a native window, for development: meander-window [ROOM] [PACK] [MODEL] [FONTS].
// Files instead of fetches, the engine in this process, the Page as plain text in the terminal.
#include <cstdio>

#include "app/app.h"
#include "app/inprocess_engine.h"
#include "app/native_options.h"
#include "app/rooms.h"
#include "host/host_native.h"

namespace meander {
namespace {

std::string PageAsText(ByteSpan bytes) {
  const Result<Page> page = ReadPage(bytes);
  return page ? PageText(*page) : page.error().message;
}

int RunWindow(StartOptions options) {
  std::unique_ptr<Room> room = MakeRoom(options.room);
  if (!room) {
    std::fprintf(stderr, "There is no room \"%s\".\n", options.room.c_str());
    return 2;
  }
  InProcessEngine engine;
  EngineDoor door{[&](ByteSpan request) { engine.Ask(request); },
                  [&](uint32_t id) { engine.Cancel(id); },
                  [&](bool& more) { return engine.Work(more); }};
  auto host = OpenWindow("Meander", 1280, 800, std::move(door), PageAsText);
  if (!host) {
    std::fprintf(stderr, "%s\n", host.error().message.c_str());
    return 1;
  }
  App app(**host, std::move(room), std::move(options), true);
  app.Start();
  while (!(*host)->ShouldClose()) {
    if (!(*host)->WaitForFrame()) continue;
    app.Frame();
    (*host)->SwapBuffers();
  }
  return 0;
}

}  // namespace
}  // namespace meander

int main(int argument_count, char** arguments) {
  return meander::RunWindow(meander::NativeOptions({arguments + 1, arguments + argument_count}));
}
