package io.lifeboat.detector.probe;

import static io.lifeboat.detector.Looks.second;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.detector.probe.WriteFacts.Accepted;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HeartbeatLineTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private final HeartbeatLine line = new HeartbeatLine();

    @Test
    void shouldNeverUseTheNumberOfAnAttemptWhoseFateIsUnknownAgain() {
        long unknown = line.next();
        line.failed(NOW, second(1));

        assertThat(line.next()).isGreaterThan(unknown);
    }

    @Test
    void shouldGoOnFromTheRowsNumberAfterARestart() {
        line.next();
        line.accepted(new Accepted(null, 4711, NOW, NOW, second(1)));

        assertThat(line.next()).isEqualTo(4712);
    }

    @Test
    void shouldKeepTheLatestAcceptedWriteWhileAttemptsFail() {
        Accepted accepted = new Accepted("eu-west-1", line.next(), NOW, NOW, second(1));
        line.accepted(accepted);
        line.failed(NOW.plusSeconds(1), second(2));
        line.failed(NOW.plusSeconds(2), second(3));

        assertThat(line.facts()).isEqualTo(new WriteFacts(accepted, NOW.plusSeconds(2), second(3)));
    }
}
