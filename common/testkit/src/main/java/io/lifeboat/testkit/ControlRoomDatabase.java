package io.lifeboat.testkit;

import io.lifeboat.testkit.postgres.PostgresServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The control room's one database: a schema and a role for each service that keeps state, search_path on the role, and no
 * rights elsewhere. The ledger's schema belongs to a role of its own that only runs migrations; the audit service's role
 * gets select and insert by default, and more only where a migration grants it.
 */
public final class ControlRoomDatabase {

    /** The database's name. */
    public static final String NAME = "lifeboat";

    /** The role that owns the ledger's schema and runs its migrations. */
    public static final String LEDGER_OWNER = "audit_owner";

    private static final List<String> OWN_SCHEMA = List.of("coordinator", "executor");

    /**
     * How a role signs in.
     *
     * @param username the role
     * @param password its password
     */
    public record Login(String username, String password) {}

    private final PostgresServer server;

    private ControlRoomDatabase(PostgresServer server) {
        this.server = server;
    }

    /** Creates database, schemas and roles on a running server that does not have them yet. */
    public static ControlRoomDatabase createOn(PostgresServer server) {
        server.execute("postgres", "CREATE DATABASE " + NAME);
        List<String> sql = new ArrayList<>();
        sql.add("REVOKE ALL ON DATABASE " + NAME + " FROM PUBLIC");
        sql.add("DROP SCHEMA public");
        for (String service : OWN_SCHEMA) {
            role(sql, service, service);
            sql.add("CREATE SCHEMA %1$s AUTHORIZATION %1$s".formatted(service));
        }
        role(sql, LEDGER_OWNER, "audit");
        role(sql, "audit", "audit");
        sql.add("CREATE SCHEMA audit AUTHORIZATION " + LEDGER_OWNER);
        sql.add("GRANT USAGE ON SCHEMA audit TO audit");
        sql.add("ALTER DEFAULT PRIVILEGES FOR ROLE %s IN SCHEMA audit GRANT SELECT, INSERT ON TABLES TO audit"
                .formatted(LEDGER_OWNER));
        sql.add("ALTER DEFAULT PRIVILEGES FOR ROLE %s IN SCHEMA audit GRANT USAGE ON SEQUENCES TO audit"
                .formatted(LEDGER_OWNER));
        server.execute(NAME, sql.toArray(String[]::new));
        return new ControlRoomDatabase(server);
    }

    /** The database on a server that has it already. */
    public static ControlRoomDatabase on(PostgresServer server) {
        return new ControlRoomDatabase(server);
    }

    /**
     * How a service's role signs in.
     *
     * @param service {@code coordinator}, {@code executor} or {@code audit}
     */
    public Login login(String service) {
        return new Login(service, password(service));
    }

    /** How the role that migrates a service's schema signs in: the service's own, but for the ledger. */
    public Login migrations(String service) {
        String role = service.equals("audit") ? LEDGER_OWNER : service;
        return new Login(role, password(role));
    }

    /** The Quarkus configuration of a service: data source and, for the ledger, Flyway's own sign-in. */
    public Map<String, String> configuration(String service) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("quarkus.datasource.username", login(service).username());
        all.put("quarkus.datasource.password", login(service).password());
        all.put("quarkus.datasource.jdbc.url", server.jdbcUrl(NAME));
        all.put("quarkus.datasource.reactive.url", server.reactiveUrl(NAME));
        Login migrations = migrations(service);
        if (!migrations.equals(login(service))) {
            all.put("quarkus.flyway.username", migrations.username());
            all.put("quarkus.flyway.password", migrations.password());
        }
        return all;
    }

    private static void role(List<String> sql, String role, String schema) {
        sql.add("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(role, password(role)));
        sql.add("ALTER ROLE %s SET search_path = %s".formatted(role, schema));
        sql.add("GRANT CONNECT ON DATABASE %s TO %s".formatted(NAME, role));
    }

    private static String password(String role) {
        return role + "-test";
    }
}
