package io.lifeboat.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveRuleTest {

    @TempDir
    Path folder;

    @Test
    void shouldReadHowLongAScenarioIsWatchedLive() throws IOException {
        write("lasts: 2m\nlive: 80s\nseen: [{ at: 10s, is: { api: down } }]\nexpect: {}\n");

        assertThat(Scenario.read(folder).live()).isEqualTo(Duration.ofSeconds(80));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    lasts: 3m | live: 91s | expect: {}                                      | longer than every build may wait
                    lasts: 1m | live: 61s | expect: {}                                      | longer than the scenario lasts
                    lasts: 2m | live: 80s | seen: [{ at: 80s }]                             | something comes or is expected at 80.0 s
                    lasts: 2m | live: 70s | expect: { outcome: proceed, notAfter: 75s }     | something comes or is expected at 75.0 s
                    lasts: 2m | live: 80s | before: { stopped: true }                       | no such past as 'before' says
                    lasts: 2m | live: 80s | before: { movedAgo: 2h }                        | no such past as 'before' says
                    lasts: 2m | live: 80s | health: [{ at: 5s, region: eu-west-1, service: EC2, status: open }] | leave live or health out
                    """)
    void shouldRefuseWhatCannotBeToldLive(String lasts, String live, String line, String problem) throws IOException {
        write(String.join("\n", lasts, live, line, line.startsWith("expect") ? "" : "expect: {}"));

        assertThatThrownBy(() -> Scenario.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("field live: ")
                .hasMessageContaining(problem);
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve(Scenario.FILE), "says: a test\n" + text);
    }
}
