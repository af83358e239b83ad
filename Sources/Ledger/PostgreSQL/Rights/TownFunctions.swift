import PartyWork

/// The functions of a town by which its rights are asked; they belong to the owner, and go by who logged in, whatever role that has taken.
///
/// Each sets its search path, temporary tables last: else one of the caller's own would stand for the officers. Days are compared as
/// texts made by `to_char`, which no setting of the caller's changes.
struct TownFunctions {
    let town: Code

    /// Makes a function that runs as the owner and gives what a statement does.
    ///
    /// The server keeps the plan of such a one; one in SQL it plans anew in each statement whose policies ask it, which takes longer than the
    /// statement.
    func function(_ signature: String, _ returns: String, _ value: String) -> String {
        function(signature, returns, "BEGIN RETURN (\(value)); END", language: "plpgsql STABLE")
    }

    /// Makes a function that runs as the owner.
    func function(_ signature: String, _ returns: String, _ body: String, language: String) -> String {
        """
        CREATE OR REPLACE FUNCTION \(signature) RETURNS \(returns) LANGUAGE \(language) SECURITY DEFINER
        SET search_path = pg_catalog, \(PostgreSQLSchema.name(of: town)), pg_temp AS $fn$ \(body) $fn$
        """
    }

    /// The instant as the journal keeps it.
    static let instant = instant("now()")
    private static func instant(_ time: String) -> String {
        "to_char(\(time) AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
    }
    /// The day in China.
    static let today = "to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')"
    /// Whether a row `o` of the officers is of who is logged in, and holds.
    private static let isOwn = "o.account = session_user::text AND \(holds)"
    private static let holds = "o.started_on <= \(today) AND (o.ended_on IS NULL OR o.ended_on > \(today))"

    /// The functions.
    var all: [String] {
        [
            // Who keeps the server.
            function("keeps()", "boolean", "SELECT pg_has_role(session_user, '\(ServerRole.keeper)', 'MEMBER')"),
            // Whether a row holds today: a date that passes takes no grant away.
            function("serves()", "boolean", "SELECT keeps() OR EXISTS (SELECT 1 FROM officer o WHERE \(Self.isOwn))"),
            function("writes()", "boolean", writes),
            // Who ends their own row has its name to the end of the act.
            function(
                "own_name()", "text",
                """
                SELECT o.name FROM officer o WHERE o.account = session_user::text
                ORDER BY NOT (\(Self.holds)), o.role, o.range, o.started_on LIMIT 1
                """),
            function("ranges(wanted text)", "text[]", ranges),
            // Where something is read: whoever makes backups has the whole ledger in hand.
            function("sights(wanted text)", "text[]", "SELECT ranges(wanted) || ranges('\(Right.administer)')"),
            function("covers(text[])", "boolean", covers),
            function("sees(wanted text)", "boolean", "SELECT covers(sights(wanted))"),
            function("restricted_registers()", "text[]", restricted),
            function("subject_place(kind text, subject text)", "text", subjectPlace),
            function("entry_place(register text, subject text, content text)", "text", entryPlace),
            function("hold_town()", "void", lock, language: "plpgsql"),
            function(
                "free_town()", "TABLE (name text, since text, is_ended boolean)",
                "#variable_conflict use_column\n" + freeing, language: "plpgsql"),
            function("take_statistics()", "void", statistics, language: "plpgsql"),
            function("keep_refusal(text, text, text)", "void", refusal, language: "sql"),
        ]
    }

    /// Whether a row holds that gives any right beside reading, or did when the act under way took the town's lock: who ends their own row
    /// does it to the end.
    private var writes: String {
        let readers = Role.allCases.filter { $0.rights == [.read] }.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        return """
            SELECT keeps() OR EXISTS (SELECT 1 FROM officer o WHERE \(Self.isOwn) AND o.role NOT IN (\(readers)))
                OR EXISTS (SELECT 1 FROM pg_locks l WHERE l.locktype = 'advisory' AND l.granted
                    AND l.pid = pg_backend_pid() AND l.classid = \(PostgreSQLSchema.lock) AND l.objid = \(town))
            """
    }

    /// The beginnings of codes in which the one table of rights gives a right, as patterns; all to who keeps the server.
    private var ranges: String {
        let table = Role.allCases.flatMap { role in role.rights.map { "('\(role.rawValue)', '\($0)')" } }.sorted()
        let secretary = PostgreSQLText(NamedSQL.townSecretary.sql)
        let values = [":code": "substr(o.range, 1, 9)", ":name": "o.name", ":day": Self.today]
        let isSecretary = PostgreSQLText(NamedSQL.townSecretary.sql) {
            values[secretary.parameters[$0 - 1] ?? ""] ?? "NULL"
        }
        return """
            SELECT CASE WHEN keeps() THEN '{%}' ELSE coalesce(array_agg(o.range || '%'), '{}') END FROM officer o WHERE \(Self.isOwn) AND o.range ~ '^[0-9]+$'
                AND ((o.role, wanted) IN (\(table.joined(separator: ", ")))
                    OR (wanted = '\(Right.restricted)' AND o.role = '\(Role.committee.rawValue)' AND EXISTS (\(isSecretary.sql))))
            """
    }

    /// Whether ranges reach all of the ledger.
    private var covers: String {
        """
        SELECT cardinality($1) > 0 AND NOT EXISTS (SELECT 1 FROM organization t
            WHERE t.kind = '\(OrganizationKind.township.rawValue)' AND NOT t.code LIKE ANY ($1))
        """
    }

    /// The registers that are restricted, and those below them.
    private var restricted: String {
        """
        WITH RECURSIVE r (name) AS (SELECT g.name FROM register g WHERE g.secrecy = '\(Secrecy.restricted.rawValue)'
            UNION SELECT c.name FROM register c JOIN r ON c.subject = r.name)
        SELECT coalesce(array_agg(r.name), '{}') FROM r
        """
    }

    /// Where somebody or something belongs whom a checklist or a register asks, by its word; any other word is the name of a register.
    ///
    /// Parameters go by number: by name `subject` would be a column.
    private var subjectPlace: String {
        func words(_ subjects: [RegisterSubject], _ others: [ChecklistSubject]) -> String {
            (subjects.map(\.word) + others.map(\.rawValue)).map { "'\($0)'" }.joined(separator: ", ")
        }
        return """
            SELECT CASE WHEN $1 IN (\(words([.township, .branch, .village, .group], []))) THEN $2
                WHEN $1 IN (\(words([.person], [.member, .committeeMember])))
                    THEN (SELECT p.organization FROM person p WHERE p.id = $2)
                WHEN $1 = '\(RegisterSubject.household.word)' THEN (SELECT h.village FROM household h WHERE h.id = $2)
                WHEN $1 = '\(RegisterSubject.cooperative.word)'
                    THEN (SELECT c.organization FROM cooperative c WHERE c.code = $2)
                ELSE (SELECT entry_place(e.register, e.subject, e.content) FROM entry e
                    WHERE e.register = $1 AND e.number = $2) END
            """
    }

    /// As `RegisterSQL.derived` says it of each register.
    private var entryPlace: String {
        """
        SELECT coalesce(CASE WHEN r.place_field <> '' THEN $3::json ->> r.place_field END, subject_place(r.subject, $2))
        FROM register r WHERE r.name = $1
        """
    }

    /// Who, and when, is the server's word; what is long is no word of the program.
    ///
    /// Of an account the first of a day are kept: nobody fills the disk, nor makes what they attempted go under.
    private var refusal: String {
        """
        INSERT INTO refused_attempt (at, account, officer, action, missing, place)
        SELECT \(Self.instant), session_user, coalesce(own_name(), ''), left($1, 40), left($2, 40), left($3, 14)
        WHERE (SELECT count(*) FROM refused_attempt r
            WHERE r.account = session_user AND r.at > (SELECT \(Self.instant("(now() - interval '1 day')")))) < \(Self.mostRefusals)
        """
    }

    /// How many attempts of an account are kept within a day.
    static let mostRefusals = 100

    /// Counts the rows of a town that came in at once, which only the owner may.
    ///
    /// Plans are made without values, so that a tenth of the sample tells as much.
    private var statistics: String {
        """
        BEGIN
            IF cardinality(ranges('\(Right.keep)')) = 0 THEN RETURN; END IF;
            PERFORM set_config('default_statistics_target', '10', true);
            ANALYZE \(TableSchema.builtIn.map(\.sql).joined(separator: ", "));
        END
        """
    }

    /// Who has kept the town waiting for longest: holds its lock, or rows of its tables, and has not come to an end.
    ///
    /// No act takes two minutes, and no setting of a session's own ends it for certain; so whoever waits ends it, but not those who keep the
    /// server. An officer has a name here, another login its own.
    private var freeing: String {
        let lock = "l.locktype = 'advisory' AND l.classid = \(PostgreSQLSchema.lock) AND l.objid = \(town)"
        let schema = "'\(PostgreSQLSchema.name(of: town))'::regnamespace"
        return """
            BEGIN
                IF NOT writes() THEN RAISE insufficient_privilege USING MESSAGE = 'no right to write'; END IF;
                RETURN QUERY WITH holder AS MATERIALIZED (
                    SELECT a.pid, a.usename::text AS account, a.xact_start, a.xact_start < clock_timestamp() - interval '\(Self.patience)'
                        AND NOT pg_has_role(a.usesysid, '\(ServerRole.keeper)', 'MEMBER') AS is_overdue
                    FROM pg_stat_activity a WHERE a.datname = current_database() AND a.backend_type = 'client backend' AND a.pid <> pg_backend_pid()
                        AND EXISTS (SELECT FROM pg_locks l WHERE l.pid = a.pid AND l.granted AND (\(lock)
                            OR l.locktype = 'relation' AND l.mode <> 'AccessShareLock'
                                AND l.relation IN (SELECT c.oid FROM pg_class c WHERE c.relnamespace = \(schema)))))
                SELECT coalesce((SELECT o.name FROM officer o WHERE o.account = h.account ORDER BY o.started_on DESC LIMIT 1),
                        h.account), \(Self.instant("h.xact_start")),
                    CASE WHEN h.is_overdue THEN pg_terminate_backend(h.pid, 2000) ELSE false END
                FROM holder h ORDER BY h.xact_start;
            END
            """
    }

    /// How long the town is kept waiting at most.
    private static let patience = "2 minutes"

    /// The town's one lock.
    ///
    /// Who only reads goes on without it, to be told which right is missing, and stops no one.
    private var lock: String {
        """
        BEGIN
            IF writes() THEN PERFORM pg_advisory_xact_lock(\(PostgreSQLSchema.lock), \(town));
            ELSIF NOT serves() THEN RAISE insufficient_privilege USING MESSAGE = 'no officer of this town';
            END IF;
        END
        """
    }
}
