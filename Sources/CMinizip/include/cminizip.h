#pragma once
#include <minizip/unzip.h>

// Whether minizip could be loaded; the first call loads it. The functions of unzip.h that minizip.c names may be called after that.
int cm_is_there(void);
