// What Swift needs of libxlsxwriter, as plain integers and pointers: options and validations are structures of pointers to
// characters that it wants to own. The library is loaded when a workbook is begun, and not linked, because it brings libcrypto,
// which would take a millisecond of every start.
#ifndef CXLSXWRITER_H
#define CXLSXWRITER_H

#include <stdint.h>

// Rows and columns count from 0, sizes are in characters and points. Texts are UTF-8 and never formulas.

struct cx_book;
struct cx_sheet;
struct cx_style;

// Begins a workbook that goes to a file; none where the library is missing or memory is short.
struct cx_book *cx_open(const char *path, const char *title, const char *author);
// Writes the file and frees everything; 0, or an error number of the system, of which the library also tells standard error.
int cx_close(struct cx_book *book);

// How cells look; bits put together.
enum {
    CX_BOLD = 1, CX_CENTRE = 2, CX_RIGHT = 4, CX_WRAP = 8, CX_BORDER = 16, CX_SHADED = 32, CX_LARGE = 64, CX_MIDDLE = 128,
    CX_SMALL = 256
};
// A style with a number format; none for text as it stands (an empty format).
struct cx_style *cx_add_style(struct cx_book *book, int bits, const char *number_format);

// A sheet of A4, one page wide, with page numbers at the foot.
struct cx_sheet *cx_add_sheet(struct cx_book *book, const char *name, int is_wide);
// The width of a column, and the style of its cells that have none of their own.
void cx_column(struct cx_sheet *sheet, int column, double width, struct cx_style *style);
void cx_height(struct cx_sheet *sheet, int row, double points);
// The rows above stay when the sheet is scrolled.
void cx_freeze(struct cx_sheet *sheet, int row);
// The rows stand at the head of every page.
void cx_repeat(struct cx_sheet *sheet, int first_row, int last_row);
void cx_filter(struct cx_sheet *sheet, int first_row, int last_row, int last_column);
void cx_print_area(struct cx_sheet *sheet, int last_row, int last_column);

void cx_text(struct cx_sheet *sheet, int row, int column, const char *text, struct cx_style *style);
void cx_number(struct cx_sheet *sheet, int row, int column, double number, struct cx_style *style);
void cx_day(struct cx_sheet *sheet, int row, int column, int year, int month, int day, struct cx_style *style);
// A text over several columns of a row.
void cx_merge(struct cx_sheet *sheet, int row, int first_column, int last_column, const char *text, struct cx_style *style);

// Bars for the numbers of some rows of a sheet, drawn at the head of another; `most` is where the axis ends, 0 leaves it
// open.
struct cx_bars {
    int names_column, values_column, first_row, last_row;
    double least, most;
};
void cx_chart(
    struct cx_book *book, struct cx_sheet *sheet, const char *title, const char *sheet_name, struct cx_bars bars,
    const char *number_format);

// What cells of a column from the second row on may hold. The message says what to do about anything else.
void cx_allow_words(struct cx_sheet *sheet, int column, const char *const *words, const char *message);
void cx_allow_days(struct cx_sheet *sheet, int column, const char *message);
void cx_allow_numbers(struct cx_sheet *sheet, int column, int least, int most, const char *message);

#endif
