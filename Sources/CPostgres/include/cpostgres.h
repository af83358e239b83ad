// What Swift needs of libpq: a connection whose answers are waited for outside, and what they hold. The library is loaded when an
// address of a server is used, and not linked, because it brings twenty others, which would slow every start.
#ifndef CPOSTGRES_H
#define CPOSTGRES_H

#include <stdint.h>

struct cpq_connection;
struct cpq_answer;

// Whether the library is installed.
int cpq_is_there(void);

// Connects, and waits for it; keywords and values end with NULL. NULL only where memory ran out. A value for dbname may be a URI.
struct cpq_connection *cpq_open(const char *const *keywords, const char *const *values);
// Tries once more for the sake of what the server says when it lets nobody in, with the code of its kind, and waits two seconds for that; to
// be closed. NULL only where memory ran out.
struct cpq_connection *cpq_ask_why(const char *const *keywords, const char *const *values);
void cpq_close(struct cpq_connection *connection);
// Whether the connection holds, as far as is known.
int cpq_is_up(struct cpq_connection *connection);
// What the library says of its last failure, in its own words.
const char *cpq_message(struct cpq_connection *connection);
int cpq_socket(struct cpq_connection *connection);
// The number of the process that serves us.
int cpq_process(struct cpq_connection *connection);
// 0 outside of a transaction, 1 while a statement runs, 2 within one, 3 within one that failed, 4 where the line is gone.
int cpq_transaction(struct cpq_connection *connection);
// Such as 150018.
int cpq_version(struct cpq_connection *connection);
// A name of the connection: "host", "port", "db", "user"; "" for what is not known.
const char *cpq_name(struct cpq_connection *connection, const char *what);

// Each sends what is asked without waiting; 0 where it cannot.
int cpq_send(struct cpq_connection *connection, const char *script);
int cpq_send_prepare(struct cpq_connection *connection, const char *name, const char *statement);
int cpq_send_describe(struct cpq_connection *connection, const char *name);
int cpq_send_run(struct cpq_connection *connection, const char *name, int count, const char *const *values);
// A statement that is not kept.
int cpq_send_once(struct cpq_connection *connection, const char *statement, int count, const char *const *values);
// From the one to the other, statements go out without waiting for the answers of those before them; 0 where it cannot be changed now.
int cpq_begin_pipeline(struct cpq_connection *connection);
int cpq_end_pipeline(struct cpq_connection *connection);
// Ends a stretch of such statements and sends it; after one that fails the server passes over the others of its stretch. 0 where it cannot.
int cpq_sync(struct cpq_connection *connection);
// Sends what waits to be sent: 0 for all, 1 where the socket takes no more now, -1 where the line is gone.
int cpq_flush(struct cpq_connection *connection);
// Takes what has come; 0 where the line is gone.
int cpq_consume(struct cpq_connection *connection);
// Whether the next answer is still on its way.
int cpq_is_busy(struct cpq_connection *connection);
// The next answer; NULL after the last.
struct cpq_answer *cpq_next(struct cpq_connection *connection);
// Asks the server to give up what is under way.
void cpq_cancel(struct cpq_connection *connection);
// The process that sent the next notification, which is taken; 0 where there is none.
int cpq_notified(struct cpq_connection *connection);

// Whether it is the end of a stretch, and no answer to a statement.
int cpq_is_sync(const struct cpq_answer *answer);
// Whether its statement was passed over, because one before it failed.
int cpq_is_passed_over(const struct cpq_answer *answer);
// Whether the answer is an error.
int cpq_is_error(const struct cpq_answer *answer);
// The five characters of an error, "" where it comes from the library itself.
const char *cpq_state(const struct cpq_answer *answer);
const char *cpq_error(const struct cpq_answer *answer);
// The constraint or the table of which an error tells; "" for none.
const char *cpq_subject(const struct cpq_answer *answer);
// What was done, such as COMMIT.
const char *cpq_done(struct cpq_answer *answer);
int cpq_rows(const struct cpq_answer *answer);
int cpq_columns(const struct cpq_answer *answer);
// The text of a cell; NULL for no value.
const char *cpq_cell(const struct cpq_answer *answer, int row, int column);
int cpq_length(const struct cpq_answer *answer, int row, int column);
uint32_t cpq_type(const struct cpq_answer *answer, int column);
int cpq_parameters(const struct cpq_answer *answer);
uint32_t cpq_parameter_type(const struct cpq_answer *answer, int parameter);
void cpq_clear(struct cpq_answer *answer);

// A descriptor that can be read as soon as one of those that it watches can be; -1 where the system has none left.
int cpq_watch(void);
int cpq_watch_add(int watch, int descriptor);
void cpq_watch_remove(int watch, int descriptor);

#endif
