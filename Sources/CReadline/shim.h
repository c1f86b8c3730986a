// GNU readline for Swift: its variables, which Swift does not let one touch, behind small functions.
// Beside it signalfd and prctl, which Swift's own C library module does not offer.

#ifndef SEMINAR_CREADLINE_SHIM_H
#define SEMINAR_CREADLINE_SHIM_H

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <readline/readline.h>

// The version of the library that is linked.
static inline const char *creadline_version(void) { return rl_library_version; }

// Completes nothing; in place of the completion of file names.
static inline char **creadline_no_completion(const char *text, int start, int end) {
  (void)text; (void)start; (void)end;
  rl_attempted_completion_over = 1;
  return NULL;
}

// Says what must be known before the first use. The strings are copied, because readline keeps them.
static inline void creadline_configure(const char *name, const char *terminal) {
  rl_readline_name = strdup(name);
  rl_terminal_name = terminal == NULL ? NULL : strdup(terminal);
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
  rl_change_environment = 0;
  rl_inhibit_completion = 1;
  rl_attempted_completion_function = creadline_no_completion;
}

// Takes a function out of a map and of all maps that its keys lead to.
static inline void creadline_unbind_in_map(Keymap map, rl_command_func_t *function, int depth) {
  for (int key = 0; key < KEYMAP_SIZE; key++) {
    if (map[key].type == ISFUNC && map[key].function == function) {
      map[key].function = NULL;
    } else if (map[key].type == ISKMAP && map[key].function != NULL && depth < 8) {
      creadline_unbind_in_map((Keymap)map[key].function, function, depth + 1);
    }
  }
}

// Takes the command of that name from every key in every editing mode.
static inline void creadline_unbind(const char *name) {
  rl_command_func_t *function = rl_named_function(name);
  if (function == NULL) return;
  creadline_unbind_in_map(emacs_standard_keymap, function, 0);
  creadline_unbind_in_map(vi_insertion_keymap, function, 0);
  creadline_unbind_in_map(vi_movement_keymap, function, 0);
}

// Binds keys wherever text is typed.
static inline void creadline_bind(const char *keys, rl_command_func_t *function) {
  rl_bind_keyseq_in_map(keys, function, emacs_standard_keymap);
  rl_bind_keyseq_in_map(keys, function, vi_insertion_keymap);
}

// The line as edited so far, the cursor in it, and its length, in bytes.
static inline const char *creadline_line(void) { return rl_line_buffer; }
static inline int creadline_point(void) { return rl_point; }
static inline int creadline_length(void) { return rl_end; }
static inline void creadline_move(int point) { rl_point = point; }

// Writes to where readline writes.
static inline void creadline_show(const char *text) {
  fputs(text, rl_outstream);
  fflush(rl_outstream);
}

// Whether the program was started to ignore a signal.
static inline int creadline_is_ignored(int number) {
  struct sigaction action;
  return sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

// Keeps the system from ever writing the memory to a file, and others of this user from looking in.
static inline void creadline_forbid_dumps(void) { prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }

#endif
