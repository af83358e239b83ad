// The terminal's settings before us, shared by the orderly way out and the crash handler.
#include <termios.h>

extern struct termios cn_saved_termios;
extern int cn_has_saved_termios;
