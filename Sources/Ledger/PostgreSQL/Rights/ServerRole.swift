import PartyWork

/// The roles of a server that nobody logs in as; officers log in under their own names.
enum ServerRole {
    /// To whom tables and functions belong; the policies hold for it too.
    static let owner = "zhibu_owner"
    /// Past whose sight no policy stands, for taking files over, for backups and `pg_dump`; its members keep the server.
    static let keeper = "zhibu_keeper"
    /// Who makes logins and lets them into towns, by one function alone: whoever has CREATEROLE could make themselves anybody.
    static let granter = "zhibu_granter"
    /// Who ends those that keep a town waiting, by one function alone: whoever may end processes could end anybody's.
    static let ender = "zhibu_ender"

    /// What stands for the officers of a town in its database.
    static func officers(of town: Code, in database: String) -> String {
        "\"\(database)_\(PostgreSQLSchema.name(of: town))\""
    }

    /// Makes the roles, and takes from everybody what the server gives to all: temporary tables, that stand before others of their name;
    /// locks, by which anybody stops all writers; large objects, that belong to no town; notes in the server's own log, by which who only reads
    /// fills its disk.
    static func preparation(_ database: String) -> String {
        """
        \(role(owner, "NOLOGIN")); \(role(keeper, "NOLOGIN BYPASSRLS")); \(role(granter, "NOLOGIN CREATEROLE"));
        REVOKE ALL ON DATABASE "\(database)" FROM PUBLIC;
        \(role(ender, "NOLOGIN")); GRANT pg_signal_backend, pg_read_all_stats TO \(ender);
        GRANT CONNECT ON DATABASE "\(database)" TO \(keeper);
        DO $do$ DECLARE f regprocedure; BEGIN
            FOR f IN SELECT p.oid FROM pg_proc p WHERE p.pronamespace = 'pg_catalog'::regnamespace
                AND p.proname ~ '^(pg_(try_)?advisory|pg_logical_emit_message$|lo_|lowrite$|loread$)'
            LOOP EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f); END LOOP;
        END $do$;
        GRANT EXECUTE ON FUNCTION pg_advisory_xact_lock(int, int) TO \(owner)
        """
    }

    /// Makes a role that is not there; two databases of one server may want it at once.
    static func role(_ name: String, _ attributes: String) -> String {
        """
        DO $do$ BEGIN
            IF to_regrole('\(name)') IS NULL THEN CREATE ROLE \(name) \(attributes); END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $do$
        """
    }
}
