package io.lifeboat.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.simulator.scenario.Scenario;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenariosTest {

    private static final Path SCENARIOS = Path.of("..", "scenarios");

    static List<Path> scenarios() throws IOException {
        return ReplayMain.scenarios(SCENARIOS);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void shouldDecideAsExpected(Path folder) throws IOException {
        Told told = ReplayMain.telling(folder);

        assertThat(told.judgement().orElseThrow().differences())
                .as(told.result().orElseThrow().turns().toString())
                .isEmpty();
    }

    @Test
    void shouldDecideTheSameEachTimeItIsTold() throws IOException {
        Path lost = SCENARIOS.resolve("region-lost");

        assertThat(ReplayMain.telling(lost).result())
                .isEqualTo(ReplayMain.telling(lost).result());
    }

    @Test
    void shouldSayWhatIsNotAsExpected(@TempDir Path folder) throws IOException {
        Files.copy(SCENARIOS.resolve("plan.yaml"), folder.resolve("plan.yaml"));
        String text = Files.readString(SCENARIOS.resolve("region-lost").resolve(Scenario.FILE));
        Files.writeString(folder.resolve(Scenario.FILE), text.replace("notAfter: 75s", "notAfter: 65s"));
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        int status = ReplayMain.run(new PrintStream(said, true, StandardCharsets.UTF_8), folder.toString());

        assertThat(status).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("outage-age: agreed for less than")
                .contains("NOT AS EXPECTED: proceeds after 7")
                .contains("expected no later than 65.0 s");
    }

    @Test
    void shouldNameTheFileAndTheWordThatIsWrong(@TempDir Path folder) throws IOException {
        Files.copy(SCENARIOS.resolve("plan.yaml"), folder.resolve("plan.yaml"));
        Files.writeString(
                folder.resolve(Scenario.FILE),
                "says: a test\nlasts: 1m\nseen:\n  - { at: 1s, by: [paris], is: { api: down } }\nexpect: {}\n");

        assertThatThrownBy(() -> ReplayMain.telling(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no vantage 'paris'")
                .hasMessageContaining("frankfurt");
        assertThat(ReplayMain.run(System.out, folder.resolve("none").toString()))
                .isEqualTo(2);
    }
}
