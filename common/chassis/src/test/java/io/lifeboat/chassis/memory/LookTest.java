package io.lifeboat.chassis.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LookTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Instant EARLIER = NOW.minusSeconds(90);

    @Test
    void shouldSuspectNothingOfAFirstStart() {
        Look first = look("7/1", null);

        assertThat(first.recollection()).isEmpty();
        assertThat(first.next()).isEqualTo(Recollection.FIRST);
        assertThat(new Recollection(NOW, first.next(), NOW).broken()).isFalse();
    }

    @Test
    void shouldRememberSinceItWasNotedWhileTheServerIsTheSame() {
        assertThat(look("7/1", new Remembered(1, "7/1", EARLIER, null, null)).recollection())
                .hasValueSatisfying(memory -> {
                    assertThat(memory.broken()).isFalse();
                    assertThat(memory.since()).isEqualTo(EARLIER);
                    assertThat(memory.age()).isEqualTo(Duration.ofSeconds(90));
                });
    }

    @Test
    void shouldTakeAnotherTimelineAndAnotherClusterForARestore() {
        Remembered latest = new Remembered(1, "7/1", EARLIER, null, null);

        assertThat(look("7/2", latest).recollection()).isEmpty();
        assertThat(look("8/1", latest).recollection()).isEmpty();
        assertThat(look("7/2", latest).next()).isEqualTo(2);
    }

    /** Who goes back to an older timeline forgets what the newer one knew. */
    @Test
    void shouldCompareWithTheLatestNoteAndNotWithAnyOfThem() {
        assertThat(look("7/1", new Remembered(2, "7/2", EARLIER, null, null)).recollection())
                .isEmpty();
    }

    @Test
    void shouldTakeAPersonsWordForIt() {
        assertThat(look("7/1", new Remembered(2, "7/1", EARLIER, "dba", "the disk was put back"))
                        .recollection())
                .hasValueSatisfying(memory -> assertThat(memory.broken()).isTrue());
    }

    private static Look look(String identity, @Nullable Remembered latest) {
        return new Look(NOW, identity, latest);
    }
}
