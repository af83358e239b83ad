#define _GNU_SOURCE
#include "cgsf.h"
#include <cloader.h>
#include <strings.h>

// The functions used, as gsf.h and glib.h declare them: writing them down here spares the build both libraries' headers, which are
// spread over four folders and would bring fifty packages. The version of the library's file name vouches for them.
typedef void GsfInput, GsfInfile, GError;
#define EACH(F) \
    F(void, gsf_init, (void)) \
    F(GsfInput *, gsf_input_stdio_new, (const char *, GError **)) \
    F(GsfInput *, gsf_input_memory_new, (const uint8_t *, int64_t, int)) \
    F(GsfInfile *, gsf_infile_msole_new, (GsfInput *, GError **)) \
    F(int, gsf_infile_num_children, (GsfInfile *)) \
    F(const char *, gsf_infile_name_by_index, (GsfInfile *, int)) \
    F(GsfInput *, gsf_infile_child_by_index, (GsfInfile *, int)) \
    F(int64_t, gsf_input_size, (GsfInput *)) \
    F(int, gsf_input_seek, (GsfInput *, int64_t, int)) \
    F(const uint8_t *, gsf_input_read, (GsfInput *, size_t, uint8_t *)) \
    F(void *, g_try_malloc0, (size_t)) \
    F(void, g_free, (void *)) \
    F(void, g_object_unref, (void *)) \
    F(void, g_clear_error, (GError **)) \
    F(void *, g_log_set_default_handler, (void (*)(const char *, int, const char *, void *), void *))

#define DECLARE(result, name, parameters) result (*name) parameters;
static struct { EACH(DECLARE) } lib;
#define NAME(result, name, parameters) #name "\0"
static const char names[] = EACH(NAME);

// The library tells standard error of damaged files, which is where the screen is.
static void say_nothing(const char *domain, int level, const char *message, void *data) {
    (void)domain, (void)level, (void)message, (void)data;
}

int cg_is_there(void) {
    static void *library;
    if (library) return 1;
    // Those of glib, which it depends on, are found through it.
    if (!cl_load(&library, "libgsf-1.so.114", names, &lib)) return 0;
    lib.g_log_set_default_handler(say_nothing, NULL);
    lib.gsf_init();
    return 1;
}

// A container is made of sectors. Some programs do not finish the last one, which the library takes for damage: such a file is
// read from memory, with zeros behind it.
enum { SECTOR = 512, MOST_HELD = 1 << 26 };

static GsfInput *with_whole_sectors(GsfInput *input) {
    int64_t size = lib.gsf_input_size(input), whole = (size + SECTOR - 1) / SECTOR * SECTOR;
    if (size == whole || size > MOST_HELD) return input;
    uint8_t *bytes = lib.g_try_malloc0((size_t)whole);
    if (!bytes || !lib.gsf_input_read(input, (size_t)size, bytes)) {
        lib.g_free(bytes);
        return input;
    }
    lib.g_object_unref(input);
    // It frees the bytes.
    return lib.gsf_input_memory_new(bytes, whole, 1);
}

struct cg_container *cg_open(const char *path) {
    if (!cg_is_there()) return NULL;
    GError *error = NULL;
    GsfInput *input = lib.gsf_input_stdio_new(path, &error);
    if (input) input = with_whole_sectors(input);
    GsfInfile *container = input ? lib.gsf_infile_msole_new(input, &error) : NULL;
    // The container keeps the file open as long as it needs it.
    if (input) lib.g_object_unref(input);
    lib.g_clear_error(&error);
    return (struct cg_container *)container;
}

void cg_close(struct cg_container *container) { lib.g_object_unref(container); }

struct cg_stream *cg_stream_open(struct cg_container *container, const char *name) {
    int count = lib.gsf_infile_num_children((GsfInfile *)container);
    for (int index = 0; index < count; index++) {
        const char *found = lib.gsf_infile_name_by_index((GsfInfile *)container, index);
        if (!found || strcasecmp(found, name)) continue;
        // A folder of the name is no file.
        GsfInput *stream = lib.gsf_infile_child_by_index((GsfInfile *)container, index);
        if (stream && lib.gsf_input_size(stream) > 0) return (struct cg_stream *)stream;
        if (stream) lib.g_object_unref(stream);
    }
    return NULL;
}

int64_t cg_stream_size(struct cg_stream *stream) { return lib.gsf_input_size((GsfInput *)stream); }

int cg_stream_read(struct cg_stream *stream, int64_t offset, uint8_t *buffer, size_t count) {
    if (count == 0) return 0;
    if (offset < 0 || offset + (int64_t)count > cg_stream_size(stream)) return -1;
    // GLib calls 1 what counts from the beginning (G_SEEK_SET).
    if (lib.gsf_input_seek((GsfInput *)stream, offset, 1)) return -1;
    return lib.gsf_input_read((GsfInput *)stream, count, buffer) ? 0 : -1;
}

void cg_stream_close(struct cg_stream *stream) { lib.g_object_unref(stream); }
