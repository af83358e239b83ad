#define _GNU_SOURCE
#include "cncurses.h"
#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <langinfo.h>
#include <locale.h>
#include <malloc.h>
#include <signal.h>
#include <string.h>
#include <strings.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <wchar.h>

void cn_harden(void) {
    umask(077);
    setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    signal(SIGXFSZ, SIG_IGN);
    signal(SIGPIPE, SIG_IGN);
    // A file opened as descriptor 2 would receive error messages. open gives the lowest free number.
    for (int descriptor = 0; descriptor <= 2; descriptor++)
        if (fcntl(descriptor, F_GETFD) < 0 && errno == EBADF && open("/dev/null", O_RDWR) < 0) return;
}

void cn_share_heap(void) {
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_TOP_PAD, 1 << 20);
    mallopt(M_TRIM_THRESHOLD, 4 << 20);
}

static int encoding(void) {
    const char *name = nl_langinfo(CODESET);
    if (strcasecmp(name, "UTF-8") == 0) return CN_UTF8;
    return strncasecmp(name, "GB", 2) == 0 ? CN_GB : CN_OTHER;
}

int cn_set_locale(void) {
    static const char *const rescue[] = {"C.UTF-8", "zh_CN.UTF-8", "en_US.UTF-8"};
    if (setlocale(LC_CTYPE, "") && encoding() != CN_OTHER) return encoding();
    for (size_t i = 0; i < sizeof rescue / sizeof rescue[0]; i++)
        if (setlocale(LC_CTYPE, rescue[i]) && encoding() == CN_UTF8) return CN_UTF8;
    return CN_OTHER;
}

static size_t utf8(wchar_t point, uint8_t *to) {
    uint32_t value = (uint32_t)point;
    size_t length = value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4;
    static const uint8_t lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = length; i-- > 1; value >>= 6) to[i] = 0x80 | (value & 0x3F);
    to[0] = lead[length] | (uint8_t)value;
    return length;
}

static uint8_t unfinished[8];
static size_t unfinished_count;

static void forget(size_t count) {
    unfinished_count -= count;
    memmove(unfinished, unfinished + count, unfinished_count);
}

size_t cn_decode(const uint8_t *from, size_t count, uint8_t *to) {
    uint8_t *start = to;
    for (size_t i = 0; i < count; i++) {
        unfinished[unfinished_count++] = from[i];
        while (unfinished_count > 0) {
            // From the beginning each time, so that nothing is lost when a character turns out to be none.
            mbstate_t fresh = {0};
            wchar_t point = 0;
            size_t used = mbrtowc(&point, (const char *)unfinished, unfinished_count, &fresh);
            if (used == (size_t)-2 && unfinished_count < sizeof unfinished) break;
            int readable = used != (size_t)-1 && used != (size_t)-2;
            if (readable) to += utf8(point, to);
            else *to++ = 0xFF;
            forget(readable && used > 0 ? used : 1);
        }
    }
    return (size_t)(to - start);
}

size_t cn_encode(const char *from, char *to, size_t room) {
    iconv_t converter = iconv_open(nl_langinfo(CODESET), "UTF-8");
    if (converter == (iconv_t)-1) return 0;
    char *input = (char *)from, *output = to;
    size_t left = strlen(from), free_room = room;
    size_t result = iconv(converter, &input, &left, &output, &free_room);
    iconv_close(converter);
    return result == (size_t)-1 ? 0 : room - free_room;
}

int cn_redirect_errors(const char *path) {
    int log = open(path, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_NOCTTY | O_CLOEXEC, 0600);
    if (log < 0) return -1;
    int former = fcntl(2, F_DUPFD_CLOEXEC, 3);
    if (former >= 0 && dup2(log, 2) < 0) {
        close(former);
        former = -1;
    }
    close(log);
    return former;
}

void cn_restore_errors(int former) {
    if (former < 0) return;
    dup2(former, 2);
    close(former);
}
