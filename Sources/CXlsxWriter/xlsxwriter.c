#define _GNU_SOURCE
#include "cxlsxwriter.h"
#include <cloader.h>
#include <errno.h>
#include <xlsxwriter.h>

// The functions used, each taken from the library by its name.
#define EACH(F) \
    F(workbook_new) F(workbook_close) F(workbook_add_format) F(workbook_add_worksheet) F(workbook_add_chart) \
    F(workbook_set_properties) \
    F(format_set_align) F(format_set_text_wrap) F(format_set_border) F(format_set_bg_color) \
    F(format_set_font_size) F(format_set_font_name) F(format_set_num_format) \
    F(worksheet_set_paper) F(worksheet_set_landscape) F(worksheet_set_margins) F(worksheet_set_footer_opt) \
    F(worksheet_fit_to_pages) F(worksheet_set_column) F(worksheet_set_row) F(worksheet_freeze_panes) \
    F(worksheet_repeat_rows) F(worksheet_autofilter) F(worksheet_print_area) F(worksheet_center_horizontally) \
    F(worksheet_write_string) F(worksheet_write_number) F(worksheet_write_datetime) F(worksheet_write_blank) \
    F(worksheet_merge_range) F(worksheet_insert_chart_opt) F(worksheet_data_validation_range) \
    F(chart_add_series) F(chart_series_set_categories) F(chart_series_set_values) F(chart_series_set_labels) \
    F(chart_title_set_name) F(chart_legend_set_position) F(chart_axis_set_reverse) F(chart_axis_set_num_format) \
    F(chart_axis_set_min) F(chart_axis_set_max)

#define DECLARE(name) __typeof__(name) *name;
static struct { EACH(DECLARE) } lxw;
#define NAME(name) #name "\0"
static const char names[] = EACH(NAME);

static int load(void) {
    static void *library;
    return cl_load(&library, "libxlsxwriter.so." LXW_SOVERSION, names, &lxw);
}

#define BOOK(book) ((lxw_workbook *)(book))
#define SHEET(sheet) ((lxw_worksheet *)(sheet))
#define STYLE(style) ((lxw_format *)(style))

struct cx_book *cx_open(const char *path, const char *title, const char *author) {
    if (!load()) return NULL;
    lxw_workbook *book = lxw.workbook_new(path);
    if (!book) return NULL;
    // The library copies the texts. The keyword tells a workbook of this program from others, where a file may replace it.
    lxw_doc_properties properties = {.title = (char *)title, .author = (char *)author, .keywords = "zhibu"};
    lxw.workbook_set_properties(book, &properties);
    return (struct cx_book *)book;
}

int cx_close(struct cx_book *book) {
    errno = 0;
    if (lxw.workbook_close(BOOK(book)) == LXW_NO_ERROR) return 0;
    return errno ? errno : EIO;
}

struct cx_style *cx_add_style(struct cx_book *book, int bits, const char *number_format) {
    lxw_format *format = lxw.workbook_add_format(BOOK(book));
    if (!format) return NULL;
    // The fonts of GB/T 9704 by the names of Windows and WPS.
    lxw.format_set_font_name(format, bits & CX_LARGE ? "方正小标宋简体" : bits & CX_BOLD ? "黑体" : "仿宋");
    lxw.format_set_font_size(format, bits & CX_LARGE ? 18 : bits & CX_SMALL ? 9 : 10);
    if (bits & CX_CENTRE) lxw.format_set_align(format, LXW_ALIGN_CENTER);
    if (bits & CX_RIGHT) lxw.format_set_align(format, LXW_ALIGN_RIGHT);
    lxw.format_set_align(format, bits & CX_MIDDLE ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP);
    if (bits & CX_WRAP) lxw.format_set_text_wrap(format);
    if (bits & CX_BORDER) lxw.format_set_border(format, LXW_BORDER_THIN);
    if (bits & CX_SHADED) lxw.format_set_bg_color(format, 0xE7E6E6);
    if (number_format[0]) lxw.format_set_num_format(format, number_format);
    return (struct cx_style *)format;
}

struct cx_sheet *cx_add_sheet(struct cx_book *book, const char *name, int is_wide) {
    lxw_worksheet *sheet = lxw.workbook_add_worksheet(BOOK(book), name);
    if (!sheet) return NULL;
    lxw.worksheet_set_paper(sheet, 9);  // A4
    if (is_wide) lxw.worksheet_set_landscape(sheet);
    lxw.worksheet_set_margins(sheet, 0.4, 0.4, 0.5, 0.7);
    lxw.worksheet_set_footer_opt(sheet, "&C第 &P 页，共 &N 页", NULL);
    lxw.worksheet_fit_to_pages(sheet, 1, 0);
    lxw.worksheet_center_horizontally(sheet);
    return (struct cx_sheet *)sheet;
}

void cx_column(struct cx_sheet *sheet, int column, double width, struct cx_style *style) {
    lxw.worksheet_set_column(SHEET(sheet), column, column, width, STYLE(style));
}

void cx_height(struct cx_sheet *sheet, int row, double points) { lxw.worksheet_set_row(SHEET(sheet), row, points, NULL); }

void cx_freeze(struct cx_sheet *sheet, int row) { lxw.worksheet_freeze_panes(SHEET(sheet), row, 0); }

void cx_repeat(struct cx_sheet *sheet, int first_row, int last_row) {
    lxw.worksheet_repeat_rows(SHEET(sheet), first_row, last_row);
}

void cx_filter(struct cx_sheet *sheet, int first_row, int last_row, int last_column) {
    lxw.worksheet_autofilter(SHEET(sheet), first_row, 0, last_row, last_column);
}

void cx_print_area(struct cx_sheet *sheet, int last_row, int last_column) {
    lxw.worksheet_print_area(SHEET(sheet), 0, 0, last_row, last_column);
}

void cx_text(struct cx_sheet *sheet, int row, int column, const char *text, struct cx_style *style) {
    if (text[0]) lxw.worksheet_write_string(SHEET(sheet), row, column, text, STYLE(style));
    else lxw.worksheet_write_blank(SHEET(sheet), row, column, STYLE(style));
}

void cx_number(struct cx_sheet *sheet, int row, int column, double number, struct cx_style *style) {
    lxw.worksheet_write_number(SHEET(sheet), row, column, number, STYLE(style));
}

void cx_day(struct cx_sheet *sheet, int row, int column, int year, int month, int day, struct cx_style *style) {
    lxw_datetime date = {.year = year, .month = month, .day = day};
    lxw.worksheet_write_datetime(SHEET(sheet), row, column, &date, STYLE(style));
}

void cx_merge(struct cx_sheet *sheet, int row, int first_column, int last_column, const char *text, struct cx_style *style) {
    if (first_column == last_column) cx_text(sheet, row, first_column, text, style);
    else lxw.worksheet_merge_range(SHEET(sheet), row, first_column, row, last_column, text, STYLE(style));
}

void cx_chart(
    struct cx_book *book, struct cx_sheet *sheet, const char *title, const char *sheet_name, struct cx_bars bars,
    const char *number_format) {
    lxw_chart *chart = lxw.workbook_add_chart(BOOK(book), LXW_CHART_BAR);
    if (!chart) return;
    lxw_chart_series *series = lxw.chart_add_series(chart, NULL, NULL);
    lxw.chart_series_set_categories(
        series, sheet_name, bars.first_row, bars.names_column, bars.last_row, bars.names_column);
    lxw.chart_series_set_values(
        series, sheet_name, bars.first_row, bars.values_column, bars.last_row, bars.values_column);
    lxw.chart_series_set_labels(series);
    lxw.chart_title_set_name(chart, title);
    lxw.chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    // The first row at the top, as in the table. Of bars the names are on the y axis.
    lxw.chart_axis_set_reverse(chart->y_axis);
    lxw.chart_axis_set_min(chart->x_axis, bars.least);
    if (bars.most > 0) lxw.chart_axis_set_max(chart->x_axis, bars.most);
    lxw.chart_axis_set_num_format(chart->x_axis, number_format);
    double rows = bars.last_row - bars.first_row + 1;
    lxw_chart_options options = {.x_scale = 1.4, .y_scale = (100 + rows * 24) / 288, .object_position = LXW_OBJECT_MOVE_DONT_SIZE};
    lxw.worksheet_insert_chart_opt(SHEET(sheet), 0, 0, chart, &options);
}

// A validation of a column from the second row to the last.
static void validate(struct cx_sheet *sheet, int column, lxw_data_validation *validation, const char *message) {
    validation->ignore_blank = LXW_VALIDATION_ON;
    validation->error_type = LXW_VALIDATION_ERROR_TYPE_STOP;
    validation->error_title = "请核对";
    validation->error_message = (char *)message;
    lxw.worksheet_data_validation_range(SHEET(sheet), 1, column, LXW_ROW_MAX - 1, column, validation);
}

void cx_allow_words(struct cx_sheet *sheet, int column, const char *const *words, const char *message) {
    lxw_data_validation validation = {.validate = LXW_VALIDATION_TYPE_LIST, .value_list = (char **)words};
    validate(sheet, column, &validation, message);
}

void cx_allow_days(struct cx_sheet *sheet, int column, const char *message) {
    lxw_data_validation validation = {
        .validate = LXW_VALIDATION_TYPE_DATE,
        .criteria = LXW_VALIDATION_CRITERIA_BETWEEN,
        .minimum_datetime = {.year = 1900, .month = 1, .day = 1},
        .maximum_datetime = {.year = 9999, .month = 12, .day = 31},
    };
    validate(sheet, column, &validation, message);
}

void cx_allow_numbers(struct cx_sheet *sheet, int column, int least, int most, const char *message) {
    lxw_data_validation validation = {
        .validate = LXW_VALIDATION_TYPE_INTEGER,
        .criteria = LXW_VALIDATION_CRITERIA_BETWEEN,
        .minimum_number = least,
        .maximum_number = most,
    };
    validate(sheet, column, &validation, message);
}
