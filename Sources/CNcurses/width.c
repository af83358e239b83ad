#include "cncurses.h"
#include <stdatomic.h>
#include <wchar.h>

// Atomic, because any thread may ask for a width.
static int32_t (*_Atomic measure)(uint32_t point);

void cn_measure_with(int32_t (*cells)(uint32_t point)) {
    atomic_store(&measure, cells);
}

// Before a terminal is opened nobody draws, so one cell will do.
int wcwidth(wchar_t point) {
    int32_t (*cells)(uint32_t) = atomic_load(&measure);
    return cells ? cells((uint32_t)point) : point != 0;
}
