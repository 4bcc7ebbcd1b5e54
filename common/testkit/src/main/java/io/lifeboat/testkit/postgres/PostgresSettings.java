package io.lifeboat.testkit.postgres;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a server keeps its data and how it is reached.
 *
 * @param data the data directory
 * @param host the loopback address it listens on
 * @param port its TCP port
 * @param password the superuser's; null means that everyone on this machine is trusted
 * @param settings lines of postgresql.conf that come after the defaults, by name and without quotes
 */
public record PostgresSettings(
        Path data, String host, int port, @Nullable String password, Map<String, String> settings) {

    public PostgresSettings {
        settings = Map.copyOf(settings);
    }

    /** A server everyone on this machine is trusted by. */
    public static PostgresSettings trusting(Path data, String host, int port) {
        return new PostgresSettings(data, host, port, null, Map.of());
    }

    /** A server that asks for passwords (SCRAM-SHA-256). */
    public static PostgresSettings withPassword(Path data, String host, int port, String password) {
        return new PostgresSettings(data, host, port, password, Map.of());
    }

    /** The same with one more setting. */
    public PostgresSettings set(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(name, value);
        return new PostgresSettings(data, host, port, password, more);
    }

    /** The same, keeping every finished WAL segment in a folder from which a copy can be restored. */
    public PostgresSettings archivingTo(Path folder) {
        return set("archive_mode", "on")
                .set("archive_command", "test ! -f " + folder + "/%f && cp %p " + folder + "/%f");
    }

    /** The same server elsewhere: another data directory and address. */
    public PostgresSettings at(Path otherData, String otherHost, int otherPort) {
        return new PostgresSettings(otherData, otherHost, otherPort, password, settings);
    }

    String configuration() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("listen_addresses", host);
        all.put("port", String.valueOf(port));
        // socket paths are limited to 107 characters, and test folders are longer
        all.put("unix_socket_directories", "");
        all.put("max_connections", "100");
        all.put("shared_buffers", "32MB");
        all.put("wal_level", "replica");
        all.put("max_wal_senders", "8");
        all.put("hot_standby", "on");
        all.put("wal_keep_size", "256MB");
        all.put("timezone", "UTC");
        all.put("log_timezone", "UTC");
        // a test's data need not outlive the machine, only the process
        all.put("fsync", "off");
        all.put("full_page_writes", "off");
        all.putAll(settings);
        StringBuilder text = new StringBuilder();
        all.forEach((name, value) -> text.append(name)
                .append(" = '")
                .append(value.replace("'", "''"))
                .append("'\n"));
        return text.toString();
    }
}
