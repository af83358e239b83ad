// What Swift needs of pango, cairo and fontconfig: pages of a PDF file with texts, lines and areas. The libraries are loaded when
// such a file is begun, and not linked, because they bring a dozen others, which would slow every start.
#ifndef CPANGO_H
#define CPANGO_H

#include <stddef.h>

// Lengths are points (1/72 inch) from the upper left corner. Texts are UTF-8.

struct cp_document;
struct cp_text;

// Whether the libraries are installed.
int cp_is_there(void);
// Whether a font of a family is installed.
int cp_has_font(const char *family);
// The family of some installed font that has Chinese; none where there is none.
const char *cp_chinese_font(void);

// Begins a document that is written to an open descriptor page by page; none where memory is short.
struct cp_document *cp_open(int descriptor, const char *title, const char *author);
// Writes the end of the document and frees everything; 0, or an error number of the system.
int cp_close(struct cp_document *document);
// Begins a page, and ends the one before it; 0, or an error number of the system.
int cp_begin_page(struct cp_document *document, double width, double height);

enum { CP_LEFT = 0, CP_CENTRE = 1, CP_RIGHT = 2 };
// How a text is set: family, size, and the side on which its lines stand.
struct cp_style {
    const char *family;
    double size;
    int side;
};
// A text in lines of a width; no width leaves it one line.
struct cp_text *cp_set(struct cp_document *document, const char *text, struct cp_style style, double width);
void cp_free(struct cp_text *text);
double cp_height(struct cp_text *text);
// How many bytes of the text stand in the lines that end above a height.
size_t cp_fitting(struct cp_text *text, double height);
// How many characters no installed font has.
int cp_unknown(struct cp_text *text);
void cp_draw(struct cp_document *document, struct cp_text *text, double x, double y);

void cp_frame(struct cp_document *document, double x, double y, double width, double height);
// An area filled with grey, 0 black to 1 white.
void cp_fill(struct cp_document *document, double grey, double x, double y, double width, double height);

#endif
