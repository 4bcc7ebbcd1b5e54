package io.lifeboat.testkit.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Makes a new, empty data directory. */
final class Initdb {

    private Initdb() {}

    /** Runs initdb; the data directory must be absent or empty. */
    static void run(PostgresSettings settings) {
        String authentication = settings.password() == null ? "trust" : "scram-sha-256";
        try {
            Files.createDirectories(settings.data());
            Path password = Files.createTempFile(
                    "lifeboat-postgres",
                    ".pw",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Files.writeString(password, settings.password() == null ? "unused" : settings.password());
                PostgresBinaries.run(
                        "initdb",
                        "-D",
                        settings.data().toString(),
                        "-U",
                        PostgresServer.SUPERUSER,
                        "-A",
                        authentication,
                        "--pwfile=" + password,
                        "-E",
                        "UTF8",
                        "--locale=C",
                        "--no-sync",
                        "--no-instructions");
            } finally {
                Files.delete(password);
            }
            // initdb only lets 127.0.0.1 in; regions live on the other loopback addresses
            Files.writeString(
                    settings.data().resolve("pg_hba.conf"),
                    "host all all 127.0.0.0/8 %1$s%nhost replication all 127.0.0.0/8 %1$s%n".formatted(authentication));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create a database in " + settings.data(), e);
        }
    }
}
