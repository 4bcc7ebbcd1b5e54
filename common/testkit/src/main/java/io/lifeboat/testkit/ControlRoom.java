package io.lifeboat.testkit;

import io.lifeboat.testkit.kafka.KafkaBroker;
import io.lifeboat.testkit.kafka.Topics;
import io.lifeboat.testkit.postgres.PostgresServer;
import io.lifeboat.testkit.postgres.PostgresSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The control room's two servers, started once in a JVM and ended with it. Tests may stop, kill and start them; whoever
 * does puts them back.
 *
 * @param postgres the PostgreSQL server
 * @param database the database on it, with every service's role
 * @param kafka the broker, with every topic
 */
public record ControlRoom(PostgresServer postgres, ControlRoomDatabase database, KafkaBroker kafka) {

    private static final class Started {
        private static final ControlRoom ONLY = start();
    }

    /** The one of this JVM; started at the first call. */
    public static ControlRoom shared() {
        return Started.ONLY;
    }

    private static ControlRoom start() {
        try {
            // under target, where the next clean build removes it
            Path parent =
                    Files.createDirectories(Path.of("target", "control-room").toAbsolutePath());
            Path folder = Files.createTempDirectory(parent, "run-");
            KafkaBroker kafka = KafkaBroker.in(folder.resolve("kafka")).start();
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(kafka::stop));
            Topics.createAll(kafka.bootstrap());
            String host = "127.0.0.1";
            PostgresServer postgres = PostgresServer.create(PostgresSettings.withPassword(
                            folder.resolve("postgres"), host, FreePorts.next(host), "test"))
                    .start();
            return new ControlRoom(postgres, ControlRoomDatabase.createOn(postgres), kafka);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the control room's servers", e);
        }
    }
}
