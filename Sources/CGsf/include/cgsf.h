// What Swift needs of libgsf: the files within the container of an old Office program (OLE 2, "compound file"). The library is
// loaded when such a file is opened, and not linked, because it brings glib and libxml2, which would slow every start.
#ifndef CGSF_H
#define CGSF_H

#include <stddef.h>
#include <stdint.h>

struct cg_container;
struct cg_stream;

// Whether the library is installed.
int cg_is_there(void);

// Opens a container; none if it is no container or a damaged one.
struct cg_container *cg_open(const char *path);
void cg_close(struct cg_container *container);

// A file directly in the container by its name, whatever its case; none if there is none.
struct cg_stream *cg_stream_open(struct cg_container *container, const char *name);
int64_t cg_stream_size(struct cg_stream *stream);
// Reads exactly so many bytes from a place on; 0, or -1 where the container is damaged or ends before.
int cg_stream_read(struct cg_stream *stream, int64_t offset, uint8_t *buffer, size_t count);
void cg_stream_close(struct cg_stream *stream);

#endif
