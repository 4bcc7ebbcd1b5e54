package io.lifeboat.e2e.stack;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {

    private static final String STOPPED = "T";

    @TempDir
    Path folder;

    @Test
    void shouldStandStillAndGoOn() {
        Child child = Child.jvm(
                "waiting",
                "32m",
                List.of("-cp", System.getProperty("java.class.path"), RemainsTest.Waiting.class.getName()),
                Map.of(),
                new Layout(folder, folder));
        try {
            child.halt();
            await("the kernel has stopped it").until(() -> state(child).equals(STOPPED));

            child.goOn();
            await("and lets it go on").until(() -> !state(child).equals(STOPPED));
        } finally {
            child.kill();
        }
    }

    /** The letter after the name in brackets; see proc(5), /proc/pid/stat. */
    private static String state(Child child) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(child.pid()), "stat"));
            return stat.substring(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
        } catch (IOException e) {
            throw new UncheckedIOException("the process is gone", e);
        }
    }
}
