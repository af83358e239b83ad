// What the floor program needs of C: the two libraries, and their macros as functions.
#define _XOPEN_SOURCE_EXTENDED 1
#include <curses.h>
#include <locale.h>
#include <sqlite3.h>

static inline void floor_open(void) {
    setlocale(LC_ALL, "");
    initscr();
    cbreak();
    noecho();
    keypad(stdscr, TRUE);
    curs_set(0);
}
static inline void floor_line(int row, const char *text, int reversed) {
    if (reversed) attron(A_REVERSE);
    mvaddstr(row, 0, text);
    if (reversed) attroff(A_REVERSE);
}
static inline int floor_lines(void) { return LINES; }
static inline int floor_key(void) { return getch(); }
static inline void floor_flush(void) { refresh(); }
