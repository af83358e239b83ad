#define _GNU_SOURCE
#include "cncurses.h"
#include "saved.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static const int caught[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT};
static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS};
static struct sigaction caught_before[COUNT(caught)], fatal_before[COUNT(fatal)];
static int signal_pipe[2] = {-1, -1};
static volatile sig_atomic_t guarded_input, guarded_output;

static void note(int number) {
    int kept = errno;
    // Somebody wants an end, and the terminal takes nothing (a frozen connection): what waits in it is dropped, so that the write
    // under way comes to an end too. tcflush is safe in a handler (POSIX, signal concepts).
    if (number == SIGTERM || number == SIGHUP || number == SIGINT || number == SIGQUIT) tcflush(guarded_output, TCOFLUSH);
    unsigned char byte = (unsigned char)number;
    // A full pipe already holds more news than anyone needs.
    if (write(signal_pipe[1], &byte, 1) < 0) errno = 0;
    errno = kept;
}

static void catch(int number, struct sigaction *before) {
    struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};
    sigfillset(&action.sa_mask);
    sigaction(number, &action, before);
}

int cn_catch_signals(void) {
    if (signal_pipe[0] < 0 && pipe2(signal_pipe, O_NONBLOCK | O_CLOEXEC) != 0) return -1;
    for (size_t i = 0; i < COUNT(caught); i++) catch(caught[i], &caught_before[i]);
    return signal_pipe[0];
}

void cn_release_signals(void) {
    for (size_t i = 0; i < COUNT(caught); i++) sigaction(caught[i], &caught_before[i], NULL);
    close(signal_pipe[0]);
    close(signal_pipe[1]);
    signal_pipe[0] = signal_pipe[1] = -1;
}

void cn_stop(void) {
    struct sigaction action = {.sa_handler = SIG_DFL}, before;
    sigemptyset(&action.sa_mask);
    sigaction(SIGTSTP, &action, &before);
    // The whole job, as the terminal would: a shell script around us must stop too.
    kill(0, SIGTSTP);
    sigaction(SIGTSTP, &before, NULL);
}

// Crashes. Only calls that are safe in a signal handler from here on.

// Mouse, paste and synchronised output off, plain characters, wrapping, cursor shown, back to the first screen.
#define RESET "\033[?1000l\033[?1002l\033[?1006l\033[?2004l\033[?2026l\033[0m\033(B\033[?7h\033[?25h\033[?1049l"
const char *const cn_reset_sequence = RESET;
static const char reset[] = RESET;
static char last_words[512];
static size_t last_words_length;
static char alternate_stack[64 * 1024];

static void say(const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t done = write(guarded_output, bytes, count);
        if (done <= 0) return;
        bytes += done;
        count -= (size_t)done;
    }
}

static void die(int number) {
    say(reset, sizeof reset - 1);
    tcflush(guarded_input, TCIFLUSH);
    if (cn_has_saved_termios) tcsetattr(guarded_input, TCSANOW, &cn_saved_termios);
    say(last_words, last_words_length);
    // SA_RESETHAND has put the default action back.
    sigset_t only;
    sigemptyset(&only);
    sigaddset(&only, number);
    sigprocmask(SIG_UNBLOCK, &only, NULL);
    raise(number);
    _exit(128 + number);
}

void cn_guard(int input, int output, const char *message) {
    guarded_input = input;
    guarded_output = output;
    last_words_length = cn_encode(message, last_words, sizeof last_words);
    // A stack overflow leaves no stack for its handler. Only the calling thread has this one.
    stack_t stack = {.ss_sp = alternate_stack, .ss_size = sizeof alternate_stack};
    sigaltstack(&stack, NULL);
    struct sigaction action = {.sa_handler = die, .sa_flags = SA_ONSTACK | (int)SA_RESETHAND};
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < COUNT(fatal); i++) sigaction(fatal[i], &action, &fatal_before[i]);
}

void cn_unguard(void) {
    for (size_t i = 0; i < COUNT(fatal); i++) sigaction(fatal[i], &fatal_before[i], NULL);
    stack_t none = {.ss_flags = SS_DISABLE};
    sigaltstack(&none, NULL);
}
