import PartyWork

/// All that keeps the rights of a town in its database: roles, functions, policies, grants; made anew whenever the server is prepared.
struct TownRights {
    let town: Code
    let database: String

    private var schema: String { PostgreSQLSchema.name(of: town) }
    private var officers: String { ServerRole.officers(of: town, in: database) }
    private var functions: TownFunctions { TownFunctions(town: town) }

    /// The statements, within a transaction of who keeps the server.
    var script: String {
        let made = functions.all + JournalFunctions(functions: functions).all + RowRemoval(functions: functions).all
        let statements =
            [
                "SET LOCAL search_path = \(schema), pg_catalog", "SET LOCAL check_function_bodies = off",
                dropping,
                Self.refusedAttempts,
                "DO $do$ BEGIN CREATE ROLE \(officers) NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $do$",
            ] + made + TownPolicies.all + guards + [ownership] + grants
            + ["SET LOCAL search_path = DEFAULT", "SET LOCAL check_function_bodies = DEFAULT"]
        return statements.joined(separator: ";\n")
    }

    /// What was refused for want of a right; no part of the ledger, which a file has not and a backup leaves.
    private static let refusedAttempts = """
        CREATE TABLE IF NOT EXISTS refused_attempt (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at text NOT NULL,
            account text NOT NULL, officer text NOT NULL, action text NOT NULL, missing text NOT NULL, place text NOT NULL)
        """

    /// Takes away the policies of before.
    private var dropping: String {
        """
        DO $do$ DECLARE p record; BEGIN
            FOR p IN SELECT policyname, tablename FROM pg_policies WHERE schemaname = '\(schema)'
            LOOP EXECUTE format('DROP POLICY %I ON %I', p.policyname, p.tablename); END LOOP;
        END $do$
        """
    }

    // MARK: - Triggers

    /// What no policy can say: a row says no other officer's name, and a row of an officer makes and takes the grants of its account; that at
    /// the commit, so that who ends their own row ends it within the act.
    private var guards: [String] {
        let counters = [("activity_sequence", "township"), ("entry_sequence", "prefix")]
        return [
            functions.function("guard_name()", "trigger", guardName, language: "plpgsql"),
            functions.function("guard_part()", "trigger", guardPart, language: "plpgsql"),
            functions.function("follow_officer()", "trigger", followOfficer, language: "plpgsql"),
            functions.function("guard_secrecy()", "trigger", guardSecrecy, language: "plpgsql"),
            "DROP TRIGGER IF EXISTS officer_guard ON officer",
            """
            CREATE CONSTRAINT TRIGGER officer_guard AFTER INSERT OR UPDATE OR DELETE ON officer DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION follow_officer()
            """,
            Self.trigger("register", "guard_secrecy", "UPDATE OR DELETE", "AFTER"),
        ]
            + counters.map { table, key in
                functions.function("guard_\(table)()", "trigger", guardCounter(table, key), language: "plpgsql")
            }
            + Self.naming.map { Self.trigger($0.sql, "guard_name", $0 == .monthSteps ? "INSERT OR DELETE" : "UPDATE") }
            + counters.map { Self.trigger($0.0, "guard_\($0.0)", "INSERT OR UPDATE") }
            + [Self.trigger("ledger_part", "guard_part", "INSERT OR UPDATE")]
    }

    /// - Parameter moment: before or after the row is written.
    private static func trigger(
        _ table: String, _ function: String, _ events: String, _ moment: String = "BEFORE"
    ) -> String {
        """
        CREATE OR REPLACE TRIGGER \(table)_guard \(moment) \(events) ON \(table) FOR EACH ROW EXECUTE FUNCTION \(function)()
        """
    }

    /// The tables whose rows say an officer's name.
    static let naming = TableSchema.builtIn.filter { $0.columns.contains(.officer) || $0.columns.contains(.handledBy) }

    /// A name that stood there stays.
    ///
    /// Who undoes what others did brings theirs back: of a month's steps only what the journal has, because they come by no file; and nobody
    /// accepts what they submitted (SERVER section 1).
    private var guardName: String {
        """
        BEGIN
            IF TG_OP = 'DELETE' THEN \(guardOrder) RETURN OLD; END IF;
            IF TG_OP = 'UPDATE' THEN IF NEW.officer = OLD.officer THEN RETURN NEW; END IF; END IF;
            IF TG_TABLE_NAME = '\(MonthStep.table.sql)' THEN \(guardMonth) END IF;
            IF NEW.officer IN ('', own_name()) OR cardinality(ranges('\(Right.undoOthers)')) > 0 THEN RETURN NEW; END IF;
            RAISE insufficient_privilege USING MESSAGE = 'another officer''s name';
        END
        """
    }

    /// A month's step in the name of another or of nobody, which is not brought back, and an acceptance of one's own submission, in whichever
    /// order they are written, whatever steps but submissions stand between.
    private var guardMonth: String {
        let (submit, accept) = (MonthStep.Kind.submit.rawValue, MonthStep.Kind.accept.rawValue)
        let month = "m.organization = NEW.organization AND m.month = NEW.month"
        return """
            IF NEW.officer IS DISTINCT FROM own_name() AND NOT keeps() AND NOT EXISTS (SELECT FROM journal_change c
                WHERE c.table_name = '\(TableSchema.monthSteps.name)'
                    AND c.key = concat_ws(E'\\x1f', NEW.organization, NEW.month, NEW.position)
                    AND c.before::json ->> '\(Column.officer.header)' = NEW.officer)
            THEN RAISE insufficient_privilege USING MESSAGE = 'another officer''s name'; END IF;
            IF NEW.officer = own_name() AND NEW.step IN ('\(submit)', '\(accept)') AND EXISTS (SELECT FROM month_step m
                WHERE \(month) AND m.officer = NEW.officer AND m.step IN ('\(submit)', '\(accept)') AND m.step <> NEW.step
                    AND (m.step = '\(submit)') = (m.position < NEW.position) AND NOT EXISTS (SELECT FROM month_step b
                        WHERE b.organization = m.organization AND b.month = m.month AND b.step = '\(submit)'
                            AND b.position > least(m.position, NEW.position) AND b.position < greatest(m.position, NEW.position)))
            THEN RAISE insufficient_privilege USING MESSAGE = 'one''s own month'; END IF;
            """
    }

    /// Of a month's steps only the last goes: without one in between an acceptance would be of another submission.
    private var guardOrder: String {
        """
        IF EXISTS (SELECT FROM month_step m
            WHERE m.organization = OLD.organization AND m.month = OLD.month AND m.position > OLD.position) AND NOT keeps()
        THEN RAISE insufficient_privilege USING MESSAGE = 'a step that others follow'; END IF;
        """
    }

    /// A restricted register that has entries is opened, or taken away, by who may see them: else whoever keeps definitions would read them.
    ///
    /// Asked at once, because what is rolled back was read before. The function sees all entries.
    private var guardSecrecy: String {
        """
        BEGIN
            IF NOT sees('\(Right.restricted)') AND NOT OLD.name = ANY (restricted_registers())
                AND (OLD.secrecy = '\(Secrecy.restricted.rawValue)' OR OLD.subject = ANY (restricted_registers()))
                AND EXISTS (SELECT FROM entry e WHERE e.register = OLD.name)
            THEN RAISE insufficient_privilege USING MESSAGE = 'a restricted register'; END IF;
            RETURN NULL;
        END
        """
    }

    /// A number that was given goes up, by as much as numbers that came by import are skipped; else nobody could be given one any more, or one
    /// twice.
    ///
    /// Who imports notes the numbers of others too.
    private func guardCounter(_ table: String, _ key: String) -> String {
        """
        DECLARE was bigint := coalesce((SELECT s.last FROM \(table) s WHERE s.\(key) = NEW.\(key)), 0);
        BEGIN
            IF cardinality(ranges('\(Right.keep)')) > 0 OR (NEW.last > was AND NEW.last <= was + 1000000) THEN RETURN NEW; END IF;
            RAISE insufficient_privilege USING MESSAGE = 'no number that comes next';
        END
        """
    }

    /// The town takes its part of numbers once.
    private var guardPart: String {
        """
        DECLARE here text := (SELECT \(PostgreSQLSchema.place) FROM pg_control_system() s, pg_database d, pg_namespace n
            WHERE d.datname = current_database() AND n.nspname = '\(schema)');
        BEGIN
            IF keeps() OR (NEW.place = here AND NEW.part ~ '^[A-Z][0-9A-Z]{2}$'
                AND NOT EXISTS (SELECT FROM ledger_part p WHERE p.place = here))
            THEN RETURN NEW; END IF;
            RAISE insufficient_privilege USING MESSAGE = 'another part of numbers';
        END
        """
    }

    /// An account with a row that holds, or will, is a login in the town; without one it is none of the town.
    ///
    /// A role that stands for others, or will for a town that comes, is nobody's, as what the server itself calls so, and a longer name would
    /// be cut.
    private var followOfficer: String {
        """
        DECLARE who text;
        BEGIN
            FOR who IN SELECT DISTINCT a FROM unnest(ARRAY[OLD.account, NEW.account]) a WHERE a IS NOT NULL LOOP
            IF EXISTS (SELECT 1 FROM officer o WHERE o.account = who
                AND (o.ended_on IS NULL OR o.ended_on > \(TownFunctions.today))) THEN
                IF who ~ '^(pg|zhibu)_|^(public|none)$|_t[0-9]{9}$' OR octet_length(who) > 63
                    OR EXISTS (SELECT FROM pg_roles r WHERE r.rolname = who AND NOT r.rolcanlogin)
                THEN RAISE insufficient_privilege USING MESSAGE = 'no name for a login'; END IF;
                BEGIN
                    IF to_regrole(quote_ident(who)) IS NULL THEN
                        EXECUTE format('CREATE ROLE %I LOGIN CONNECTION LIMIT 8', who);
                    END IF;
                EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END;
                EXECUTE format('GRANT %s TO %I', '\(officers)', who);
            ELSIF to_regrole(quote_ident(who)) IS NOT NULL THEN
                EXECUTE format('REVOKE %s FROM %I', '\(officers)', who);
            END IF;
            END LOOP;
            RETURN NULL;
        END
        """
    }

    // MARK: - Grants

    private var ownership: String {
        """
        ALTER SCHEMA \(schema) OWNER TO \(ServerRole.owner);
        DO $do$ DECLARE o record; BEGIN
            FOR o IN SELECT relname, relkind FROM pg_class WHERE relnamespace = '\(schema)'::regnamespace
                AND relkind IN ('r', 'v')
            LOOP EXECUTE format('ALTER %s %I OWNER TO \(ServerRole.owner)', CASE o.relkind WHEN 'r' THEN 'TABLE' ELSE 'VIEW' END,
                o.relname); END LOOP;
            FOR o IN SELECT p.oid::regprocedure AS f FROM pg_proc p WHERE p.pronamespace = '\(schema)'::regnamespace
            LOOP EXECUTE format('ALTER FUNCTION %s OWNER TO \(ServerRole.owner)', o.f); END LOOP;
        END $do$;
        GRANT USAGE ON SCHEMA \(schema) TO \(ServerRole.granter); GRANT SELECT ON officer TO \(ServerRole.granter);
        \(handing("follow_officer()", to: ServerRole.granter));
        \(handing("guard_secrecy()", to: ServerRole.keeper));
        GRANT USAGE ON SCHEMA \(schema) TO \(ServerRole.ender); GRANT SELECT ON officer TO \(ServerRole.ender);
        \(handing("free_town()", to: ServerRole.ender))
        """
    }

    /// Gives a function to a role that may make none here.
    private func handing(_ function: String, to role: String) -> String {
        """
        GRANT CREATE ON SCHEMA \(schema) TO \(role); ALTER FUNCTION \(function) OWNER TO \(role);
        REVOKE CREATE ON SCHEMA \(schema) FROM \(role)
        """
    }

    /// Updates are granted by columns: with a whole table's anybody may lock it against all readers.
    private var grants: [String] {
        let lists = TableSchema.builtIn.flatMap { Layout.of($0).lists.map(\.name) }
        let rows = TableSchema.builtIn.map(\.sql) + TownPolicies.counters + ["activity_entry"]
        // A step is never another afterwards (`Refusal.stepIsFixed`): altered, it would say what its officer did not do.
        let changing = rows.filter { $0 != MonthStep.table.sql }
        let hidden = TownPolicies.hidden
        return [
            "GRANT CONNECT ON DATABASE \"\(database)\" TO \(officers)",
            "GRANT USAGE ON SCHEMA \(schema) TO \(officers), \(ServerRole.keeper)",
            "REVOKE ALL ON ALL FUNCTIONS IN SCHEMA \(schema) FROM PUBLIC",
            "GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA \(schema) TO \(officers), \(ServerRole.keeper)",
            "GRANT EXECUTE ON FUNCTION writes() TO \(ServerRole.ender)",
            "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA \(schema) TO \(ServerRole.keeper)",
            "REVOKE ALL ON ALL TABLES IN SCHEMA \(schema) FROM \(officers)",
            "GRANT SELECT ON ALL TABLES IN SCHEMA \(schema) TO \(officers)",
            "GRANT INSERT ON \((rows + lists).joined(separator: ", ")) TO \(officers)",
        ] + hidden.map { "REVOKE SELECT ON \($0.0) FROM \(officers)" } + [
            byColumns("SELECT", of: hidden.map(\.0), but: hidden.map(\.1)),
            byColumns("UPDATE", of: changing, but: []),
        ]
    }

    private func byColumns(_ privilege: String, of tables: [String], but columns: [String]) -> String {
        func array(_ texts: [String]) -> String { "'{\(texts.joined(separator: ","))}'::text[]" }
        return """
            DO $do$ DECLARE g record; BEGIN
                FOR g IN SELECT c.relname, string_agg(quote_ident(a.attname), ', ') AS columns FROM pg_class c
                    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                    WHERE c.relnamespace = '\(schema)'::regnamespace AND c.relname = ANY (\(array(tables)))
                        AND a.attname <> ALL (\(array(columns)))
                    GROUP BY c.relname
                LOOP EXECUTE format('GRANT \(privilege) (%s) ON %I TO %s', g.columns, g.relname, '\(officers)'); END LOOP;
            END $do$
            """
    }
}
