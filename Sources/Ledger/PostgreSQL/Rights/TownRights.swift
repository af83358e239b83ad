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
        let names = TableSchema.builtIn.filter { $0.columns.contains(.officer) || $0.columns.contains(.handledBy) }
        return [
            functions.function("guard_name()", "trigger", guardName, language: "plpgsql"),
            functions.function("follow_officer()", "trigger", followOfficer, language: "plpgsql"),
            "DROP TRIGGER IF EXISTS officer_guard ON officer",
            """
            CREATE CONSTRAINT TRIGGER officer_guard AFTER INSERT OR UPDATE OR DELETE ON officer DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION follow_officer()
            """,
        ]
            + names.map { table in
                """
                CREATE OR REPLACE TRIGGER \(table.sql)_guard BEFORE INSERT OR UPDATE ON \(table.sql)
                FOR EACH ROW EXECUTE FUNCTION guard_name()
                """
            }
    }

    /// A name that stood there stays, and who undoes what others did brings theirs back.
    private var guardName: String {
        """
        BEGIN
            IF TG_OP = 'UPDATE' THEN IF NEW.officer = OLD.officer THEN RETURN NEW; END IF; END IF;
            IF NEW.officer IN ('', own_name()) OR cardinality(ranges('\(Right.undoOthers)')) > 0 THEN RETURN NEW; END IF;
            RAISE insufficient_privilege USING MESSAGE = 'another officer''s name';
        END
        """
    }

    /// An account with a row that holds, or will, is a login in the town; without one it is none of the town.
    private var followOfficer: String {
        """
        DECLARE who text := CASE TG_OP WHEN 'DELETE' THEN OLD.account ELSE NEW.account END;
        BEGIN
            IF EXISTS (SELECT 1 FROM officer o WHERE o.account = who
                AND (o.ended_on IS NULL OR o.ended_on > \(TownFunctions.today))) THEN
                BEGIN
                    IF to_regrole(quote_ident(who)) IS NULL THEN
                        EXECUTE format('CREATE ROLE %I LOGIN CONNECTION LIMIT 8', who);
                    END IF;
                EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END;
                EXECUTE format('GRANT %s TO %I', '\(officers)', who);
            ELSIF to_regrole(quote_ident(who)) IS NOT NULL THEN
                EXECUTE format('REVOKE %s FROM %I', '\(officers)', who);
            END IF;
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
        GRANT CREATE ON SCHEMA \(schema) TO \(ServerRole.granter); ALTER FUNCTION follow_officer() OWNER TO \(ServerRole.granter);
        REVOKE CREATE ON SCHEMA \(schema) FROM \(ServerRole.granter)
        """
    }

    /// Updates are granted by columns: with a whole table's anybody may lock it against all readers.
    private var grants: [String] {
        let lists = TableSchema.builtIn.flatMap { Layout.of($0).lists.map(\.name) }
        let rows = TableSchema.builtIn.map(\.sql) + TownPolicies.counters + ["activity_entry"]
        let hidden = TownPolicies.hidden
        return [
            "GRANT CONNECT ON DATABASE \"\(database)\" TO \(officers)",
            "GRANT USAGE ON SCHEMA \(schema) TO \(officers), \(ServerRole.keeper)",
            "REVOKE ALL ON ALL FUNCTIONS IN SCHEMA \(schema) FROM PUBLIC",
            "GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA \(schema) TO \(officers), \(ServerRole.keeper)",
            "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA \(schema) TO \(ServerRole.keeper)",
            "REVOKE ALL ON ALL TABLES IN SCHEMA \(schema) FROM \(officers)",
            "GRANT SELECT ON ALL TABLES IN SCHEMA \(schema) TO \(officers)",
            "GRANT INSERT ON \((rows + lists).joined(separator: ", ")) TO \(officers)",
        ] + hidden.map { "REVOKE SELECT ON \($0.0) FROM \(officers)" } + [
            byColumns("SELECT", of: hidden.map(\.0), but: hidden.map(\.1)),
            byColumns("UPDATE", of: rows, but: []),
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
