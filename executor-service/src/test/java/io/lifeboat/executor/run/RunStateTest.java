package io.lifeboat.executor.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lifeboat.contract.envelope.Json;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunStateTest {

    private static final Intent INTENT = new Intent(
            "change", JsonNodeFactory.instance.objectNode().put("before", 1), Instant.parse("2026-11-22T08:00:00Z"));

    static Stream<RunState> everyState() {
        RunState.Accepted accepted = new RunState.Accepted();
        RunState.Intended intended = accepted.intend(INTENT);
        RunState.Applied applied =
                intended.answered(JsonNodeFactory.instance.objectNode().put("id", "x"));
        return Stream.of(
                accepted,
                intended,
                applied,
                applied.intend(INTENT),
                intended.lost("no answer"),
                intended.lost("no answer").intend(INTENT),
                applied.end(RunState.Outcome.SUCCEEDED, "done"));
    }

    @ParameterizedTest
    @MethodSource("everyState")
    void shouldBeReadAsItWasWritten(RunState state) throws JsonProcessingException {
        String written = Json.mapper().writerFor(RunState.class).writeValueAsString(state);

        assertThat(Json.mapper().readValue(written, RunState.class)).isEqualTo(state);
    }
}
