// Where the project's files stand, for tests that read them. Not a definition on the command line:
// a test compiled in another checkout is then the same to ccache, and a machine that checks what is
// to land compiles none anew.
#ifndef MEANDER_TESTS_SOURCE_DIR_H_
#define MEANDER_TESTS_SOURCE_DIR_H_

namespace meander {

// An absolute path without a slash at its end.
extern const char* const kSourceDir;

}  // namespace meander

#endif  // MEANDER_TESTS_SOURCE_DIR_H_
