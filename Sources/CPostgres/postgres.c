#define _GNU_SOURCE
#include "cpostgres.h"
#include <cloader.h>
#include <locale.h>
#include <poll.h>
#include <stddef.h>
#include <string.h>
#include <sys/epoll.h>
#include <time.h>

// The functions used, as libpq-fe.h declares them: writing them down here spares the build the library's headers. The version of the
// library's file name vouches for them.
typedef struct cpq_connection PGconn;
typedef struct cpq_answer PGresult;
typedef struct PGcancel PGcancel;
typedef unsigned int Oid;
typedef struct pgNotify {
    char *relname;
    int be_pid;
    char *extra;
    struct pgNotify *next;
} PGnotify;
#define EACH(F) \
    F(PGconn *, PQconnectdbParams, (const char *const *, const char *const *, int)) \
    F(PGconn *, PQconnectStartParams, (const char *const *, const char *const *, int)) \
    F(int, PQconnectPoll, (PGconn *)) \
    F(int, PQsetErrorVerbosity, (PGconn *, int)) \
    F(void, PQfinish, (PGconn *)) \
    F(int, PQstatus, (const PGconn *)) \
    F(char *, PQerrorMessage, (const PGconn *)) \
    F(int, PQsocket, (const PGconn *)) \
    F(int, PQbackendPID, (const PGconn *)) \
    F(int, PQtransactionStatus, (const PGconn *)) \
    F(int, PQserverVersion, (const PGconn *)) \
    F(char *, PQhost, (const PGconn *)) \
    F(char *, PQport, (const PGconn *)) \
    F(char *, PQdb, (const PGconn *)) \
    F(char *, PQuser, (const PGconn *)) \
    F(int, PQsetnonblocking, (PGconn *, int)) \
    F(int, PQsendQuery, (PGconn *, const char *)) \
    F(int, PQsendQueryParams, (PGconn *, const char *, int, const Oid *, const char *const *, const int *, const int *, int)) \
    F(int, PQsendPrepare, (PGconn *, const char *, const char *, int, const Oid *)) \
    F(int, PQsendDescribePrepared, (PGconn *, const char *)) \
    F(int, PQsendQueryPrepared, (PGconn *, const char *, int, const char *const *, const int *, const int *, int)) \
    F(int, PQenterPipelineMode, (PGconn *)) \
    F(int, PQexitPipelineMode, (PGconn *)) \
    F(int, PQpipelineSync, (PGconn *)) \
    F(int, PQflush, (PGconn *)) \
    F(int, PQconsumeInput, (PGconn *)) \
    F(int, PQisBusy, (PGconn *)) \
    F(PGresult *, PQgetResult, (PGconn *)) \
    F(PGcancel *, PQgetCancel, (PGconn *)) \
    F(int, PQcancel, (PGcancel *, char *, int)) \
    F(void, PQfreeCancel, (PGcancel *)) \
    F(PGnotify *, PQnotifies, (PGconn *)) \
    F(void, PQfreemem, (void *)) \
    F(void *, PQsetNoticeProcessor, (PGconn *, void (*)(void *, const char *), void *)) \
    F(int, PQresultStatus, (const PGresult *)) \
    F(char *, PQresultErrorField, (const PGresult *, int)) \
    F(char *, PQresultErrorMessage, (const PGresult *)) \
    F(char *, PQcmdStatus, (PGresult *)) \
    F(int, PQntuples, (const PGresult *)) \
    F(int, PQnfields, (const PGresult *)) \
    F(char *, PQgetvalue, (const PGresult *, int, int)) \
    F(int, PQgetlength, (const PGresult *, int, int)) \
    F(int, PQgetisnull, (const PGresult *, int, int)) \
    F(Oid, PQftype, (const PGresult *, int)) \
    F(int, PQnparams, (const PGresult *)) \
    F(Oid, PQparamtype, (const PGresult *, int)) \
    F(void, PQclear, (PGresult *))

#define DECLARE(result, name, parameters) result (*name) parameters;
static struct { EACH(DECLARE) } lib;
#define NAME(result, name, parameters) #name "\0"
static const char names[] = EACH(NAME);

// The library tells standard error of notices, which is where the screen is.
static void say_nothing(void *data, const char *message) { (void)data, (void)message; }

int cpq_is_there(void) {
    static void *library;
    return cl_load(&library, "libpq.so.5", names, &lib);
}

enum {
    CONNECTION_OK = 0,
    PGRES_BAD_RESPONSE = 5,
    PGRES_FATAL_ERROR = 7,
    PGRES_PIPELINE_SYNC = 10,
    PGRES_PIPELINE_ABORTED = 11
};

// What the library itself says is told apart by its own words, which are not translated meanwhile.
static locale_t plainly(void) {
    static locale_t plain;
    if (!plain) plain = newlocale(LC_ALL_MASK, "C", NULL);
    return uselocale(plain);
}

PGconn *cpq_open(const char *const *keywords, const char *const *values) {
    locale_t before = plainly();
    PGconn *connection = lib.PQconnectdbParams(keywords, values, 1);
    uselocale(before);
    if (!connection) return NULL;
    lib.PQsetNoticeProcessor(connection, say_nothing, NULL);
    // Else both sides could wait for the other to read.
    if (cpq_is_up(connection)) lib.PQsetnonblocking(connection, 1);
    return connection;
}

PGconn *cpq_ask_why(const char *const *keywords, const char *const *values) {
    enum { FAILED = 0, READING = 1, WRITING = 2, VERBOSE = 2, PATIENCE = 2 };
    locale_t before = plainly();
    PGconn *connection = lib.PQconnectStartParams(keywords, values, 1);
    if (!connection) {
        uselocale(before);
        return NULL;
    }
    lib.PQsetErrorVerbosity(connection, VERBOSE);
    time_t end = time(NULL) + PATIENCE;
    for (int wanted = WRITING; wanted == READING || wanted == WRITING; wanted = lib.PQconnectPoll(connection)) {
        struct pollfd one = {lib.PQsocket(connection), wanted == READING ? POLLIN : POLLOUT, 0};
        int left = (int)(end - time(NULL)) * 1000;
        if (one.fd < 0 || left <= 0 || poll(&one, 1, left) <= 0) break;
    }
    uselocale(before);
    return connection;
}

void cpq_close(PGconn *connection) { lib.PQfinish(connection); }
int cpq_is_up(PGconn *connection) { return lib.PQstatus(connection) == CONNECTION_OK; }
const char *cpq_message(PGconn *connection) { return lib.PQerrorMessage(connection); }
int cpq_socket(PGconn *connection) { return lib.PQsocket(connection); }
int cpq_process(PGconn *connection) { return lib.PQbackendPID(connection); }
int cpq_transaction(PGconn *connection) { return lib.PQtransactionStatus(connection); }
int cpq_version(PGconn *connection) { return lib.PQserverVersion(connection); }

const char *cpq_name(PGconn *connection, const char *what) {
    const char *name = !strcmp(what, "host") ? lib.PQhost(connection) : !strcmp(what, "port") ? lib.PQport(connection)
        : !strcmp(what, "db") ? lib.PQdb(connection) : !strcmp(what, "user") ? lib.PQuser(connection) : NULL;
    return name ? name : "";
}

int cpq_send(PGconn *connection, const char *script) { return lib.PQsendQuery(connection, script); }
int cpq_send_prepare(PGconn *connection, const char *name, const char *statement) {
    return lib.PQsendPrepare(connection, name, statement, 0, NULL);
}
int cpq_send_describe(PGconn *connection, const char *name) { return lib.PQsendDescribePrepared(connection, name); }
int cpq_send_run(PGconn *connection, const char *name, int count, const char *const *values) {
    return lib.PQsendQueryPrepared(connection, name, count, values, NULL, NULL, 0);
}
int cpq_send_once(PGconn *connection, const char *statement, int count, const char *const *values) {
    return lib.PQsendQueryParams(connection, statement, count, NULL, values, NULL, NULL, 0);
}
int cpq_begin_pipeline(PGconn *connection) { return lib.PQenterPipelineMode(connection); }
int cpq_end_pipeline(PGconn *connection) { return lib.PQexitPipelineMode(connection); }
int cpq_sync(PGconn *connection) { return lib.PQpipelineSync(connection); }
int cpq_flush(PGconn *connection) { return lib.PQflush(connection); }
int cpq_consume(PGconn *connection) { return lib.PQconsumeInput(connection); }
int cpq_is_busy(PGconn *connection) { return lib.PQisBusy(connection); }
PGresult *cpq_next(PGconn *connection) { return lib.PQgetResult(connection); }

void cpq_cancel(PGconn *connection) {
    char reason[256];
    PGcancel *cancel = lib.PQgetCancel(connection);
    if (!cancel) return;
    lib.PQcancel(cancel, reason, sizeof reason);
    lib.PQfreeCancel(cancel);
}

int cpq_notified(PGconn *connection) {
    PGnotify *notification = lib.PQnotifies(connection);
    if (!notification) return 0;
    int process = notification->be_pid;
    lib.PQfreemem(notification);
    return process;
}

int cpq_is_error(const PGresult *answer) {
    int status = lib.PQresultStatus(answer);
    return status == PGRES_BAD_RESPONSE || status == PGRES_FATAL_ERROR;
}

int cpq_is_sync(const PGresult *answer) { return lib.PQresultStatus(answer) == PGRES_PIPELINE_SYNC; }
int cpq_is_passed_over(const PGresult *answer) { return lib.PQresultStatus(answer) == PGRES_PIPELINE_ABORTED; }

static const char *field(const PGresult *answer, int which) {
    const char *text = lib.PQresultErrorField(answer, which);
    return text ? text : "";
}
const char *cpq_state(const PGresult *answer) { return field(answer, 'C'); }
const char *cpq_error(const PGresult *answer) {
    const char *text = field(answer, 'M');
    return *text ? text : lib.PQresultErrorMessage(answer);
}
const char *cpq_subject(const PGresult *answer) {
    const char *constraint = field(answer, 'n');
    return *constraint ? constraint : field(answer, 't');
}
const char *cpq_done(PGresult *answer) { return lib.PQcmdStatus(answer); }
int cpq_rows(const PGresult *answer) { return lib.PQntuples(answer); }
int cpq_columns(const PGresult *answer) { return lib.PQnfields(answer); }
const char *cpq_cell(const PGresult *answer, int row, int column) {
    return lib.PQgetisnull(answer, row, column) ? NULL : lib.PQgetvalue(answer, row, column);
}
int cpq_length(const PGresult *answer, int row, int column) { return lib.PQgetlength(answer, row, column); }
uint32_t cpq_type(const PGresult *answer, int column) { return lib.PQftype(answer, column); }
int cpq_parameters(const PGresult *answer) { return lib.PQnparams(answer); }
uint32_t cpq_parameter_type(const PGresult *answer, int parameter) { return lib.PQparamtype(answer, parameter); }
void cpq_clear(PGresult *answer) { lib.PQclear(answer); }

int cpq_watch(void) { return epoll_create1(EPOLL_CLOEXEC); }
int cpq_watch_add(int watch, int descriptor) {
    struct epoll_event event = {.events = EPOLLIN, .data = {.fd = descriptor}};
    return epoll_ctl(watch, EPOLL_CTL_ADD, descriptor, &event);
}
void cpq_watch_remove(int watch, int descriptor) { epoll_ctl(watch, EPOLL_CTL_DEL, descriptor, NULL); }
