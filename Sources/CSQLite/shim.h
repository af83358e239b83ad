#include <sqlite3.h>

/// Takes a name in double quotes for a name alone, never for a text; sqlite3_db_config is variadic, which Swift does not call.
static inline int zhibu_sqlite_strict_quotes(sqlite3 *db) {
    int code = sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DDL, 0, (void *)0);
    return code == SQLITE_OK ? sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DML, 0, (void *)0) : code;
}

/// Leaves SQLite's counting of its memory out, which takes a lock for each piece, and its room for pages that nobody has asked for
/// yet, each of which is touched; holds for what opens after it.
static inline int zhibu_sqlite_sparing(void) {
    int code = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    return code == SQLITE_OK ? sqlite3_config(SQLITE_CONFIG_PAGECACHE, (void *)0, 0, 0) : code;
}

/// Copies what is bound before the call returns; a macro of casts, which Swift does not import.
static inline int zhibu_sqlite_bind_text(sqlite3_stmt *statement, int index, const char *text, int count) {
    return sqlite3_bind_text(statement, index, text, count, SQLITE_TRANSIENT);
}
