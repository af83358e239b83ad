#pragma once
#include <expat.h>

// Whether expat could be loaded; the first call loads it. The functions of expat.h that expat.c names may be called after that.
int ce_is_there(void);
