#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "cncurses.h"
#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static struct {
    SCREEN *screen;
    FILE *memory;
    FILE *silence;
    uint8_t *bytes;
    size_t room;
    int cursor_visible;
    int colour;
    struct {
        uint16_t foreground, background;
    } pairs[256];
    short pairs_used;
    short last_pair;
} state;

static void use_colours(int wanted) {
    state.pairs_used = state.last_pair = 0;
    // No default colours (vt100) is no error, only no colours.
    state.colour = wanted && has_colors() && start_color() == OK && use_default_colors() == OK;
}

// Only where needed: changing the environment is not safe beside threads that read it, as tests have.
static void prepare_environment(void) {
    // The user's, or those of the window the program was started from, would freeze the size.
    if (getenv("LINES")) unsetenv("LINES");
    if (getenv("COLUMNS")) unsetenv("COLUMNS");
    // Pauses for printing terminals would be sent as NULs.
    if (!getenv("NCURSES_NO_PADDING")) setenv("NCURSES_NO_PADDING", "1", 1);
}

int cn_open(const char *type, int rows, int columns, int colour) {
    prepare_environment();
    int descriptor = memfd_create("frame", MFD_CLOEXEC);
    state.memory = descriptor < 0 ? NULL : fdopen(descriptor, "w+");
    state.silence = fopen("/dev/null", "re");
    if (state.memory && state.silence) state.screen = newterm(type, state.memory, state.silence);
    if (!state.screen) {
        cn_close();
        return 0;
    }
    nonl();
    typeahead(-1);
    use_colours(colour);
    state.cursor_visible = -1;
    // The output is no terminal, so newterm has taken terminfo's size or 80 by 24.
    if (rows > 0 && columns > 0) resize_term(rows, columns);
    return 1;
}

int cn_colours(void) {
    return state.colour ? COLORS : 0;
}

static int is_pair(short number, uint16_t foreground, uint16_t background) {
    return state.pairs[number].foreground == foreground && state.pairs[number].background == background;
}

// Pairs are few (64 with eight colours), so each is made when first used. One too many shows in default colours.
static short pair(uint16_t foreground, uint16_t background) {
    if (!state.colour || foreground > COLORS || background > COLORS || (foreground == 0 && background == 0)) return 0;
    // Most characters look like the one before.
    if (state.last_pair > 0 && is_pair(state.last_pair, foreground, background)) return state.last_pair;
    short known = 1;
    while (known <= state.pairs_used && !is_pair(known, foreground, background)) known++;
    if (known > state.pairs_used) {
        if (known >= COLOR_PAIRS || known >= (short)(sizeof state.pairs / sizeof state.pairs[0])) return 0;
        if (init_pair(known, (short)(foreground - 1), (short)(background - 1)) != OK) return 0;
        state.pairs[known].foreground = foreground;
        state.pairs[known].background = background;
        state.pairs_used = known;
    }
    state.last_pair = known;
    return known;
}

static attr_t attributes(uint8_t bits) {
    attr_t bold = bits & CN_BOLD ? A_BOLD : 0;
    attr_t reverse = bits & CN_REVERSE ? A_REVERSE : 0;
    attr_t underline = bits & CN_UNDERLINE ? A_UNDERLINE : 0;
    return bold | reverse | underline;
}

void cn_cells(int row, int column, const struct cn_cell *cells, int count) {
    cchar_t line[count > 0 ? count : 1];
    for (int i = 0; i < count; i++) {
        const struct cn_cell *cell = &cells[i];
        wchar_t text[4] = {(wchar_t)cell->base, (wchar_t)cell->mark, (wchar_t)cell->second_mark, 0};
        short colours = pair(cell->foreground, cell->background);
        if (setcchar(&line[i], text, attributes(cell->attributes), colours, NULL) != OK)
            setcchar(&line[i], L" ", attributes(cell->attributes), colours, NULL);
    }
    mvadd_wchnstr(row, column, line, count);
}

int cn_column_after(const uint32_t *points, int count) {
    move(0, 0);
    for (int i = 0; i < count; i++) addnwstr(&(wchar_t){(wchar_t)points[i]}, 1);
    return getcurx(stdscr);
}

void cn_cursor(int row, int column, int visible) {
    if (visible != state.cursor_visible) curs_set(visible);
    state.cursor_visible = visible;
    move(row, column);
}

// What ncurses has written into memory since the last time.
static const uint8_t *written(size_t *count) {
    int descriptor = fileno(state.memory);
    off_t end = lseek(descriptor, 0, SEEK_CUR);
    *count = 0;
    if (end <= 0) return state.bytes;
    if ((size_t)end > state.room) {
        uint8_t *larger = realloc(state.bytes, (size_t)end);
        if (!larger) return state.bytes;
        state.bytes = larger;
        state.room = (size_t)end;
    }
    ssize_t got = pread(descriptor, state.bytes, (size_t)end, 0);
    lseek(descriptor, 0, SEEK_SET);
    if (got > 0) *count = (size_t)got;
    return state.bytes;
}

const uint8_t *cn_update(size_t *count) {
    wnoutrefresh(stdscr);
    doupdate();
    return written(count);
}

void cn_redraw(void) {
    clearok(curscr, TRUE);
}

void cn_resize(int rows, int columns) {
    resize_term(rows, columns);
    cn_redraw();
}

const uint8_t *cn_leave(size_t *count) {
    endwin();
    state.cursor_visible = -1;
    return written(count);
}

void cn_close(void) {
    if (state.screen) delscreen(state.screen);
    if (state.memory) fclose(state.memory);
    if (state.silence) fclose(state.silence);
    free(state.bytes);
    memset(&state, 0, sizeof state);
}
