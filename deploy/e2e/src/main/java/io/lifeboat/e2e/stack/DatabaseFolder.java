package io.lifeboat.e2e.stack;

import com.fasterxml.jackson.core.type.TypeReference;
import io.lifeboat.contract.envelope.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the process of {@link DatabaseMain} keeps its data, and by which files beside it that process is spoken with.
 *
 * @param data the data
 */
record DatabaseFolder(Path data) {

    /** Each service's configuration; there once the server takes connections. */
    Path ready() {
        return beside("ready");
    }

    /** Where backups go. */
    Path backups() {
        return beside("backups");
    }

    /** A backup is to be taken; gone once it is. */
    Path backUp() {
        return beside("back-up");
    }

    /** The latest backup is to be restored; gone once it is. */
    Path goBack() {
        return beside("go-back");
    }

    /** The configuration of each service, by its name. */
    Map<String, Map<String, String>> configurations() {
        try {
            return Json.mapper().readValue(ready().toFile(), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the databases' settings", e);
        }
    }

    /** Gives an order by its file. */
    static void give(Path order) {
        try {
            Files.createFile(order);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + order, e);
        }
    }

    private Path beside(String suffix) {
        return Path.of(data + "." + suffix);
    }
}
