package io.lifeboat.e2e.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemainsTest {

    @TempDir
    Path folder;

    @Test
    void shouldFindAndEndWhatWasStartedHereAndNothingElse() {
        Layout here = new Layout(folder, folder.resolve("here"));
        Layout elsewhere = new Layout(folder, folder.resolve("elsewhere"));
        Child ours = waiting(here, "ours");
        Child others = waiting(elsewhere, "others");
        try {
            assertThat(Remains.of(here)).extracting(Remains.Running::name).containsExactly("ours");

            List<String> ended = Remains.end(here);

            assertThat(ended).containsExactly("ours");
            assertThat(ours.alive()).isFalse();
            assertThat(others.alive()).isTrue();
            assertThat(Remains.of(here)).isEmpty();
        } finally {
            others.stop();
        }
    }

    private static Child waiting(Layout layout, String name) {
        return Child.jvm(
                name,
                "32m",
                List.of("-cp", System.getProperty("java.class.path"), Waiting.class.getName()),
                Map.of(),
                layout);
    }

    /** A process that only waits, and gives up by itself. */
    static final class Waiting {

        private Waiting() {}

        public static void main(String[] arguments) throws InterruptedException {
            new CountDownLatch(1).await(2, TimeUnit.MINUTES);
        }
    }
}
