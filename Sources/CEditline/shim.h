#pragma once
// libedit's `el_set`, `el_get` and `history` take a variable number of arguments, which Swift cannot pass: here is each
// use of them that the line editor makes, with its types.
#include <histedit.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/select.h>
// The terminal database, on which libedit is built.
#include <termcap.h>

// The version of its interface.
static const int editline_major = LIBEDIT_MAJOR;
static const int editline_minor = LIBEDIT_MINOR;

static inline EditLine *editline_init(const char *program) {
  return el_init(program, stdin, stdout, stderr);
}

// `marker` stands before and after what the terminal does not draw.
static inline int editline_set_prompt(EditLine *editor, char *(*prompt)(EditLine *), char marker) {
  return el_set(editor, EL_PROMPT_ESC, prompt, marker);
}

// `read_key` gives 1 for a key, 0 at the end and -1 with `errno` for an error.
static inline int editline_set_reader(EditLine *editor, int (*read_key)(EditLine *, wchar_t *)) {
  return el_set(editor, EL_GETCFN, read_key);
}

// Waits until `file` can be read; signals outside `blocked` end the wait, also one that came before it began.
static inline int wait_for_input(int file, const sigset_t *blocked) {
  fd_set files;
  FD_ZERO(&files);
  FD_SET(file, &files);
  return pselect(file + 1, &files, NULL, NULL, NULL, blocked);
}

// Waits so long, or until a signal outside `blocked` comes.
static inline int wait_for_signal(struct timespec length, const sigset_t *blocked) {
  return pselect(0, NULL, NULL, NULL, &length, blocked);
}

// Gives the terminal the settings for editing a line, or those that it had before.
static inline int editline_set_edits(EditLine *editor, int on) {
  return el_set(editor, EL_PREP_TERM, on);
}

// Changes a setting of the terminal for as long as a line is edited: "-ixon".
static inline int editline_set_terminal(EditLine *editor, const char *setting) {
  return el_set(editor, EL_SETTY, "-d", setting, NULL);
}

// Draws the prompt and the line anew, where the cursor is.
static inline int editline_draw(EditLine *editor) {
  return el_set(editor, EL_REFRESH);
}

// "emacs" or "vi".
static inline const char *editline_key_style(EditLine *editor) {
  const char *name = NULL;
  el_get(editor, EL_EDITOR, &name);
  return name;
}

static inline int editline_set_key_style(EditLine *editor, const char *name) {
  return el_set(editor, EL_EDITOR, name);
}

static inline int editline_set_catches_signals(EditLine *editor, int on) {
  return el_set(editor, EL_SIGNAL, on);
}

static inline int editline_add_command(
    EditLine *editor, const char *name, const char *help, unsigned char (*command)(EditLine *, int)) {
  return el_set(editor, EL_ADDFN, name, help, command);
}

static inline int editline_bind(EditLine *editor, const char *key, const char *command) {
  return el_set(editor, EL_BIND, key, command, NULL);
}

// Binds a key of vi's command mode.
static inline int editline_bind_in_commands(EditLine *editor, const char *key, const char *command) {
  return el_set(editor, EL_BIND, "-a", key, command, NULL);
}

static inline int editline_set_owner(EditLine *editor, void *owner) {
  return el_set(editor, EL_CLIENTDATA, owner);
}

static inline void *editline_owner(EditLine *editor) {
  void *owner = NULL;
  el_get(editor, EL_CLIENTDATA, &owner);
  return owner;
}

static inline int editline_set_history(EditLine *editor, History *lines) {
  return el_set(editor, EL_HIST, history, lines);
}

static inline int history_set_size(History *lines, int count) {
  HistEvent event;
  return history(lines, &event, H_SETSIZE, count);
}

static inline int history_enter(History *lines, const char *line) {
  HistEvent event;
  return history(lines, &event, H_ENTER, line);
}

static inline int history_clear(History *lines) {
  HistEvent event;
  return history(lines, &event, H_CLEAR);
}
