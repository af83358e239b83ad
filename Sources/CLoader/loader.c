#include "cloader.h"
#include <dlfcn.h>
#include <string.h>

int cl_load(void **library, const char *file, const char *names, void *functions) {
    if (*library) return 1;
    void *found = dlopen(file, RTLD_NOW | RTLD_LOCAL);
    if (!found) return 0;
    char *place = functions;
    for (const char *name = names; *name; name += strlen(name) + 1, place += sizeof(void *)) {
        void *function = dlsym(found, name);
        if (!function) {
            dlclose(found);
            return 0;
        }
        memcpy(place, &function, sizeof function);
    }
    *library = found;
    return 1;
}
