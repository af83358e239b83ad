#define _GNU_SOURCE
#include "cncurses.h"
#include "saved.h"
#include <sys/ioctl.h>
#include <termios.h>

struct termios cn_saved_termios;
int cn_has_saved_termios;

int cn_size(int descriptor, int *rows, int *columns) {
    struct winsize size;
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return 0;
    *rows = size.ws_row;
    *columns = size.ws_col;
    return 1;
}

int cn_raw(int descriptor) {
    if (!cn_has_saved_termios) {
        if (tcgetattr(descriptor, &cn_saved_termios) != 0) return 0;
        cn_has_saved_termios = 1;
    }
    struct termios raw = cn_saved_termios;
    raw.c_iflag &= ~(tcflag_t)(BRKINT | PARMRK | ISTRIP | INLCR | IGNCR | ICRNL | IXON);
    raw.c_oflag &= ~(tcflag_t)OPOST;
    raw.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | ISIG | IEXTEN);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    return tcsetattr(descriptor, TCSANOW, &raw) == 0;
}

void cn_cooked(int descriptor) {
    if (!cn_has_saved_termios) return;
    tcflush(descriptor, TCIFLUSH);
    tcsetattr(descriptor, TCSANOW, &cn_saved_termios);
    cn_has_saved_termios = 0;
}
