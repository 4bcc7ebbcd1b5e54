package io.lifeboat.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder that holds all a sandbox writes. Only what the sandbox itself put there is ever removed. */
final class StateFolder {

    private static final Logger log = LoggerFactory.getLogger(StateFolder.class);

    private static final String DESCRIPTION = "sandbox.json";
    private static final String PLAN = "plan.yaml";
    private static final String AUTHORITY = "ca.pem";
    private static final String TOKEN = "operator-token";
    private static final String DATABASES = "aurora";

    private final Path folder;

    StateFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    Path path() {
        return folder;
    }

    Path databases() {
        return folder.resolve(DATABASES);
    }

    Path authority() {
        return folder.resolve(AUTHORITY);
    }

    /** Ends the databases of a sandbox that was killed here before, and removes what it wrote. */
    void clean() throws IOException {
        Files.createDirectories(folder);
        Path databases = databases();
        if (Files.isDirectory(databases)) {
            try (Stream<Path> found = Files.list(databases)) {
                for (Path data : found.toList()) {
                    endLeftover(data);
                }
            }
            deleteTree(databases);
        }
        for (String file : List.of(DESCRIPTION, PLAN, AUTHORITY, TOKEN)) {
            Files.deleteIfExists(folder.resolve(file));
        }
    }

    void writeAuthority(String pem) throws IOException {
        write(AUTHORITY, pem);
    }

    void writePlan(String yaml) throws IOException {
        write(PLAN, yaml);
    }

    void writeDescription(String json) throws IOException {
        write(DESCRIPTION, json);
    }

    /** So that nobody looks for a sandbox that has ended. */
    void forgetDescription() {
        try {
            Files.deleteIfExists(folder.resolve(DESCRIPTION));
        } catch (IOException e) {
            log.warn("{} could not be removed", folder.resolve(DESCRIPTION), e);
        }
    }

    /** Readable by its owner alone. */
    void writeToken(String token) throws IOException {
        write(TOKEN, token);
    }

    // Whoever waits for a file finds it whole or not at all.
    private void write(String name, String content) throws IOException {
        Path temporary = Files.createTempFile(folder, name, ".new");
        Files.writeString(temporary, content);
        Set<PosixFilePermission> owner = Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        Files.setPosixFilePermissions(temporary, owner);
        Files.move(
                temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    // A process id in a file may be somebody else's by now: only a postgres that was started on this very data counts.
    private static void endLeftover(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.isRegularFile(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        ProcessHandle leftover = lines.isEmpty()
                ? null
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).orElse(null);
        if (leftover == null || !commandLine(leftover).contains(data.toString())) {
            return;
        }
        log.info("Ending the database that an earlier sandbox left in {}", data);
        List<ProcessHandle> all =
                Stream.concat(leftover.descendants(), Stream.of(leftover)).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit()
                .completeOnTimeout(process, 10, TimeUnit.SECONDS)
                .join());
    }

    private static String commandLine(ProcessHandle process) throws IOException {
        Path file = Path.of("/proc", String.valueOf(process.pid()), "cmdline");
        return Files.isReadable(file) ? Files.readString(file).replace('\0', ' ') : "";
    }

    private static void deleteTree(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
