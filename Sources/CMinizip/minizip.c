#include "cminizip.h"
#include <cloader.h>

// The functions of unzip.h that are used, under their own names: with the library linked, each start would pay for loading what
// only workbooks need.
#define EACH(F) \
    F(int, unzGoToFirstFile, (unzFile file), (file)) \
    F(int, unzGoToNextFile, (unzFile file), (file)) \
    F(int, unzGetFilePos64, (unzFile file, unz64_file_pos *position), (file, position)) \
    F(int, unzGoToFilePos64, (unzFile file, const unz64_file_pos *position), (file, position)) \
    F(int, unzOpenCurrentFile, (unzFile file), (file)) \
    F(int, unzReadCurrentFile, (unzFile file, voidp buffer, unsigned length), (file, buffer, length)) \
    F(int, unzCloseCurrentFile, (unzFile file), (file)) \
    F(int, unzClose, (unzFile file), (file)) \
    F(unzFile, unzOpen64, (const void *path), (path)) \
    F(int, unzGetCurrentFileInfo64, \
        (unzFile file, unz_file_info64 *information, char *name, uLong name_size, void *extra, uLong extra_size, char *comment, \
            uLong comment_size), \
        (file, information, name, name_size, extra, extra_size, comment, comment_size))

#define DECLARE(result, name, parameters, arguments) result (*name) parameters;
static struct { EACH(DECLARE) } lib;
#define NAME(result, name, parameters, arguments) #name "\0"
static const char names[] = EACH(NAME);

#define FORWARD(result, name, parameters, arguments) \
    result ZEXPORT name parameters { return lib.name arguments; }
EACH(FORWARD)

int cm_is_there(void) {
    static void *library;
    return cl_load(&library, "libminizip.so.1", names, &lib);
}
