package io.lifeboat.e2e.stack;

import io.lifeboat.contract.envelope.Json;
import io.lifeboat.testkit.FreePorts;
import io.lifeboat.testkit.RestorableDatabase;
import io.lifeboat.testkit.postgres.PostgresServer;
import io.lifeboat.testkit.postgres.PostgresSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Holds the control room's PostgreSQL as a process of its own, so that it can be stopped and outlives whoever started it. */
public final class DatabaseMain {

    private static final String HOST = "127.0.0.1";

    private DatabaseMain() {}

    /**
     * Runs until it is told to end.
     *
     * @param arguments the folder, then settings of PostgreSQL as {@code name=value}; when ready, {@code FOLDER.ready}
     *     holds each service's configuration as JSON
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        DatabaseFolder folder = new DatabaseFolder(Path.of(arguments[0]));
        PostgresSettings settings = PostgresSettings.withPassword(
                folder.data(), HOST, FreePorts.next(HOST), UUID.randomUUID().toString());
        for (String setting : List.of(arguments).subList(1, arguments.length)) {
            String[] parts = setting.split("=", 2);
            settings = settings.set(parts[0], parts[1]);
        }
        PostgresServer server = PostgresServer.create(settings).start();
        RestorableDatabase database = RestorableDatabase.on(server, folder.backups());
        Map<String, Map<String, String>> configuration = new LinkedHashMap<>();
        for (String service : List.of("coordinator", "executor", "audit")) {
            configuration.put(service, database.database().configuration(service));
        }
        Path written =
                Files.write(Path.of(folder.ready() + ".new"), Json.mapper().writeValueAsBytes(configuration));
        Files.move(written, folder.ready(), StandardCopyOption.ATOMIC_MOVE);
        while (true) {
            carryOut(folder.backUp(), database::remember);
            carryOut(folder.goBack(), database::goBack);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static void carryOut(Path order, Runnable task) throws IOException {
        if (Files.exists(order)) {
            task.run();
            Files.delete(order);
        }
    }
}
