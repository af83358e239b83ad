#define _GNU_SOURCE
#include "cpango.h"
#include <cloader.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// The functions used, as cairo.h, pango.h, fontconfig.h and glib-object.h declare them: writing them down here spares the build the
// headers of all of them, which would bring sixty packages. The versions of the libraries' file names vouch for them.
typedef void cairo_t, cairo_surface_t, PangoContext, PangoLayout, PangoFontDescription, FcPattern, FcObjectSet;
typedef struct { int nfont, sfont; FcPattern **fonts; } FcFontSet;
typedef struct { PangoLayout *layout; int start_index, length; } PangoLayoutLine;
typedef int (*cairo_write_func_t)(void *, const unsigned char *, unsigned int);
#define EACH(F) \
    F(cairo_surface_t *, cairo_pdf_surface_create_for_stream, (cairo_write_func_t, void *, double, double)) \
    F(void, cairo_pdf_surface_restrict_to_version, (cairo_surface_t *, int)) \
    F(void, cairo_pdf_surface_set_metadata, (cairo_surface_t *, int, const char *)) \
    F(void, cairo_pdf_surface_set_size, (cairo_surface_t *, double, double)) \
    F(void, cairo_surface_show_page, (cairo_surface_t *)) \
    F(void, cairo_surface_finish, (cairo_surface_t *)) \
    F(int, cairo_surface_status, (cairo_surface_t *)) \
    F(void, cairo_surface_destroy, (cairo_surface_t *)) \
    F(cairo_t *, cairo_create, (cairo_surface_t *)) \
    F(int, cairo_status, (cairo_t *)) \
    F(void, cairo_destroy, (cairo_t *)) \
    F(void, cairo_move_to, (cairo_t *, double, double)) \
    F(void, cairo_rectangle, (cairo_t *, double, double, double, double)) \
    F(void, cairo_set_line_width, (cairo_t *, double)) \
    F(void, cairo_set_source_rgb, (cairo_t *, double, double, double)) \
    F(void, cairo_stroke, (cairo_t *)) \
    F(void, cairo_fill, (cairo_t *)) \
    F(PangoContext *, pango_cairo_create_context, (cairo_t *)) \
    F(void, pango_cairo_show_layout, (cairo_t *, PangoLayout *)) \
    F(void, pango_context_set_language, (PangoContext *, void *)) \
    F(void *, pango_language_from_string, (const char *)) \
    F(PangoFontDescription *, pango_font_description_new, (void)) \
    F(void, pango_font_description_free, (PangoFontDescription *)) \
    F(void, pango_font_description_set_family, (PangoFontDescription *, const char *)) \
    F(void, pango_font_description_set_absolute_size, (PangoFontDescription *, double)) \
    F(PangoLayout *, pango_layout_new, (PangoContext *)) \
    F(void, pango_layout_set_text, (PangoLayout *, const char *, int)) \
    F(void, pango_layout_set_font_description, (PangoLayout *, const PangoFontDescription *)) \
    F(void, pango_layout_set_width, (PangoLayout *, int)) \
    F(void, pango_layout_set_wrap, (PangoLayout *, int)) \
    F(void, pango_layout_set_alignment, (PangoLayout *, int)) \
    F(void, pango_layout_get_size, (PangoLayout *, int *, int *)) \
    F(int, pango_layout_get_unknown_glyphs_count, (PangoLayout *)) \
    F(void *, pango_layout_get_iter, (PangoLayout *)) \
    F(int, pango_layout_iter_next_line, (void *)) \
    F(void, pango_layout_iter_get_line_yrange, (void *, int *, int *)) \
    F(PangoLayoutLine *, pango_layout_iter_get_line_readonly, (void *)) \
    F(void, pango_layout_iter_free, (void *)) \
    F(void, g_object_unref, (void *)) \
    F(FcPattern *, FcNameParse, (const unsigned char *)) \
    F(FcPattern *, FcPatternCreate, (void)) \
    F(int, FcPatternAddString, (FcPattern *, const char *, const unsigned char *)) \
    F(void, FcPatternDestroy, (FcPattern *)) \
    F(int, FcPatternGetString, (const FcPattern *, const char *, int, unsigned char **)) \
    F(FcObjectSet *, FcObjectSetCreate, (void)) \
    F(int, FcObjectSetAdd, (FcObjectSet *, const char *)) \
    F(void, FcObjectSetDestroy, (FcObjectSet *)) \
    F(FcFontSet *, FcFontList, (void *, FcPattern *, FcObjectSet *)) \
    F(void, FcFontSetDestroy, (FcFontSet *))

#define DECLARE(result, name, parameters) result (*name) parameters;
static struct { EACH(DECLARE) } lib;
#define NAME(result, name, parameters) #name "\0"
static const char names[] = EACH(NAME);

// Numbers of the libraries' enumerations.
enum { WRITE_ERROR = 11, PDF_1_4 = 0, TITLE = 0, AUTHOR = 1, KEYWORDS = 3, CREATOR = 4, WRAP_WORD_CHAR = 2, SCALE = 1024 };

int cp_is_there(void) {
    static void *library;
    // Those of cairo, pango, fontconfig and glib, which it depends on, are found through it.
    return cl_load(&library, "libpangocairo-1.0.so.0", names, &lib);
}

// MARK: fonts

// The installed fonts of a pattern, which is freed.
static FcFontSet *fonts(FcPattern *pattern) {
    FcObjectSet *wanted = lib.FcObjectSetCreate();
    FcFontSet *set = NULL;
    if (pattern && wanted && lib.FcObjectSetAdd(wanted, "family")) set = lib.FcFontList(NULL, pattern, wanted);
    if (wanted) lib.FcObjectSetDestroy(wanted);
    if (pattern) lib.FcPatternDestroy(pattern);
    return set;
}

int cp_has_font(const char *family) {
    FcPattern *pattern = lib.FcPatternCreate();
    if (pattern) lib.FcPatternAddString(pattern, "family", (const unsigned char *)family);
    FcFontSet *set = fonts(pattern);
    int count = set ? set->nfont : 0;
    if (set) lib.FcFontSetDestroy(set);
    return count > 0;
}

const char *cp_chinese_font(void) {
    static char found[256];
    unsigned char *family = NULL;
    FcFontSet *set = fonts(lib.FcNameParse((const unsigned char *)":lang=zh-cn"));
    int is_there = set && set->nfont > 0 && lib.FcPatternGetString(set->fonts[0], "family", 0, &family) == 0;
    if (is_there) strncpy(found, (const char *)family, sizeof found - 1);
    if (set) lib.FcFontSetDestroy(set);
    return is_there ? found : NULL;
}

// MARK: the document

struct cp_document {
    int descriptor, error, has_page;
    cairo_surface_t *surface;
    cairo_t *cairo;
    PangoContext *context;
};

static int put(void *data, const unsigned char *bytes, unsigned int count) {
    struct cp_document *document = data;
    while (count > 0 && !document->error) {
        ssize_t done = write(document->descriptor, bytes, count);
        if (done < 0 && errno != EINTR) document->error = errno;
        if (done > 0) bytes += done, count -= (unsigned int)done;
    }
    return document->error ? WRITE_ERROR : 0;
}

// What went wrong so far: the system's number, else that memory was short.
static int fault(struct cp_document *document) {
    if (document->error) return document->error;
    return lib.cairo_surface_status(document->surface) || lib.cairo_status(document->cairo) ? ENOMEM : 0;
}

struct cp_document *cp_open(int descriptor, const char *title, const char *author) {
    struct cp_document *document = calloc(1, sizeof *document);
    if (!document) return NULL;
    document->descriptor = descriptor;
    document->surface = lib.cairo_pdf_surface_create_for_stream(put, document, 595, 842);
    // A later version packs the document's properties, by which it is known again.
    lib.cairo_pdf_surface_restrict_to_version(document->surface, PDF_1_4);
    lib.cairo_pdf_surface_set_metadata(document->surface, TITLE, title);
    lib.cairo_pdf_surface_set_metadata(document->surface, AUTHOR, author);
    lib.cairo_pdf_surface_set_metadata(document->surface, KEYWORDS, "zhibu");
    lib.cairo_pdf_surface_set_metadata(document->surface, CREATOR, "zhibu");
    document->cairo = lib.cairo_create(document->surface);
    document->context = lib.pango_cairo_create_context(document->cairo);
    // Of Han characters that are drawn in several ways, those of the mainland.
    lib.pango_context_set_language(document->context, lib.pango_language_from_string("zh-cn"));
    return document;
}

int cp_begin_page(struct cp_document *document, double width, double height) {
    if (document->has_page) lib.cairo_surface_show_page(document->surface);
    document->has_page = 1;
    lib.cairo_pdf_surface_set_size(document->surface, width, height);
    lib.cairo_set_line_width(document->cairo, 0.5);
    lib.cairo_set_source_rgb(document->cairo, 0, 0, 0);
    return fault(document);
}

int cp_close(struct cp_document *document) {
    if (document->has_page) lib.cairo_surface_show_page(document->surface);
    lib.cairo_surface_finish(document->surface);
    int error = fault(document);
    lib.g_object_unref(document->context);
    lib.cairo_destroy(document->cairo);
    lib.cairo_surface_destroy(document->surface);
    free(document);
    return error;
}

// MARK: texts

#define LAYOUT(text) ((PangoLayout *)(text))

struct cp_text *cp_set(struct cp_document *document, const char *text, struct cp_style style, double width) {
    PangoLayout *layout = lib.pango_layout_new(document->context);
    PangoFontDescription *font = lib.pango_font_description_new();
    lib.pango_font_description_set_family(font, style.family);
    lib.pango_font_description_set_absolute_size(font, style.size * SCALE);
    lib.pango_layout_set_font_description(layout, font);
    lib.pango_font_description_free(font);
    if (width > 0) {
        lib.pango_layout_set_width(layout, (int)(width * SCALE));
        lib.pango_layout_set_wrap(layout, WRAP_WORD_CHAR);
    }
    lib.pango_layout_set_alignment(layout, style.side);
    lib.pango_layout_set_text(layout, text, -1);
    return (struct cp_text *)layout;
}

void cp_free(struct cp_text *text) { lib.g_object_unref(text); }

double cp_height(struct cp_text *text) {
    int height;
    lib.pango_layout_get_size(LAYOUT(text), NULL, &height);
    return (double)height / SCALE;
}

size_t cp_fitting(struct cp_text *text, double height) {
    size_t bytes = 0;
    void *line = lib.pango_layout_get_iter(LAYOUT(text));
    do {
        int bottom;
        lib.pango_layout_iter_get_line_yrange(line, NULL, &bottom);
        if (bottom > height * SCALE) break;
        PangoLayoutLine *own = lib.pango_layout_iter_get_line_readonly(line);
        bytes = (size_t)(own->start_index + own->length);
    } while (lib.pango_layout_iter_next_line(line));
    lib.pango_layout_iter_free(line);
    return bytes;
}

int cp_unknown(struct cp_text *text) { return lib.pango_layout_get_unknown_glyphs_count(LAYOUT(text)); }

void cp_draw(struct cp_document *document, struct cp_text *text, double x, double y) {
    lib.cairo_move_to(document->cairo, x, y);
    lib.pango_cairo_show_layout(document->cairo, LAYOUT(text));
}

// MARK: lines and areas

void cp_frame(struct cp_document *document, double x, double y, double width, double height) {
    lib.cairo_rectangle(document->cairo, x, y, width, height);
    lib.cairo_stroke(document->cairo);
}

void cp_fill(struct cp_document *document, double grey, double x, double y, double width, double height) {
    lib.cairo_set_source_rgb(document->cairo, grey, grey, grey);
    lib.cairo_rectangle(document->cairo, x, y, width, height);
    lib.cairo_fill(document->cairo);
    lib.cairo_set_source_rgb(document->cairo, 0, 0, 0);
}
