// What Swift needs of ncurses, termios, signals and locales, as plain integers and pointers. Swift cannot import the
// attribute macros and variadic calls of these headers, and refuses their global variables in language mode 6.
#ifndef CNCURSES_H
#define CNCURSES_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// A character on the screen: a base and two combining marks (0 where there is none), colours (0 is the terminal's own,
// else the number in its palette and 1) and attributes.
struct cn_cell {
    uint32_t base, mark, second_mark;
    uint16_t foreground, background;
    uint8_t attributes;
};
enum { CN_BOLD = 1, CN_REVERSE = 2, CN_UNDERLINE = 4 };

// ncurses.c: one screen at a time, used by one thread.

// Opens a screen for a terminal type; false where terminfo does not know it. newterm, because initscr ends the process
// then. ncurses writes into memory, because it would make fifty writes of a frame.
int cn_open(const char *type, int rows, int columns, int colour);
// How many colours the screen has; 0 where it has none or none are wanted.
int cn_colours(void);
// Draws a part of a row from a column on, which must not cut a wide character that stands there. The cells are characters,
// a wide one counting once. add_wchnstr and the types around it are out of Swift's reach.
void cn_cells(int row, int column, const struct cn_cell *cells, int count);
// Places the terminal's cursor; the last thing done for a frame.
void cn_cursor(int row, int column, int visible);
// Lets ncurses work out the bytes of a frame, which stay valid until the next call. None if nothing changed.
const uint8_t *cn_update(size_t *count);
// Forgets what the terminal shows: the next frame is sent whole.
void cn_redraw(void);
// The terminal has another size.
void cn_resize(int rows, int columns);
// The bytes that leave the screen; the next frame enters it again by itself.
const uint8_t *cn_leave(size_t *count);
// Frees the screen; nothing is written.
void cn_close(void);

// width.c

// Takes the place of glibc's wcwidth for the whole program, libncursesw included. glibc's gives -1 to Han of Extensions
// H and I, which ncurses then draws as blanks, and measures “ ” — … by the locale, not by the terminal. It is defined
// in C because Swift's symbols are protected, and gold does not export those to libraries.
void cn_measure_with(int32_t (*cells)(uint32_t point));
// The column after drawing code points at the left edge, as ncurses sees it (getcurx is a macro); for the test that it
// does measure with this.
int cn_column_after(const uint32_t *points, int count);

// tty.c

// The size the kernel knows (ioctl is variadic); false where there is none.
int cn_size(int descriptor, int *rows, int *columns);
// Every key becomes bytes: no echo, no line editing, no signals, no flow control. The first call keeps what was before.
int cn_raw(int descriptor);
// Back to what was before cn_raw, unread input thrown away, so that a late answer of the terminal is not typed into the
// shell.
void cn_cooked(int descriptor);

// signals.c

// TERM HUP INT QUIT WINCH TSTP CONT each become one byte in a pipe, whose reading end this gives; -1 on failure. Must
// come before cn_open, for ncurses puts a handler of its own where there is none. A C handler, because Swift code may
// allocate and lock.
int cn_catch_signals(void);
// Gives these signals back to whoever had them.
void cn_release_signals(void);
// Stops the process as Ctrl-Z would have, and returns when it goes on.
void cn_stop(void);
// On SEGV BUS ILL TRAP FPE ABRT SYS, resets the terminal, writes the message (in the encoding of the terminal) and dies
// of the same signal. Swift's own traps are such signals.
void cn_guard(int input, int output, const char *message);
// Takes the guard away.
void cn_unguard(void);
// What the guard writes to reset a terminal, for use where ncurses is no longer to be trusted.
extern const char *const cn_reset_sequence;

// process.c

// The first thing main does: files for the owner only, no core dump, no debugger, no new privileges, a full disk or a
// closed pipe is an error and no signal, and descriptors 0 to 2 are open. prctl is variadic. ptrace and readers of
// /proc are refused from then on, so tests must not call it in their own process.
void cn_harden(void);

// One heap for all threads, which grows by a megabyte and gives back only what is much: a heap of a thread's own grows page
// by page and shrinks after each answer. To be called before the first thread.
void cn_share_heap(void);
enum { CN_OTHER = 0, CN_UTF8 = 1, CN_GB = 2 };
// Takes the user's LC_CTYPE, or a UTF-8 one where that has no Chinese (ssh often brings LC_ALL=C); gives the encoding.
// The other categories stay C. ncurses converts by this.
int cn_set_locale(void);
// Converts bytes of the locale's encoding to UTF-8 in `to`, which must have room for 4 * (count + 8), and gives their
// number. An unfinished character is kept for the next call; what is none becomes 0xFF, which no UTF-8 contains.
size_t cn_decode(const uint8_t *from, size_t count, uint8_t *to);
// Converts a UTF-8 string to the locale's encoding; gives the number of bytes, 0 where it does not fit.
size_t cn_encode(const char *from, char *to, size_t room);
// Sends descriptor 2 to a file, made for the owner only, and gives a copy of the former one; -1 on failure. Swift's
// fatal errors would otherwise be written over the screen and wiped with it.
int cn_redirect_errors(const char *path);
// Puts back what cn_redirect_errors gave.
void cn_restore_errors(int former);

#endif
