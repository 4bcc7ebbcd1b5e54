package io.lifeboat.coordinator.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class VantageClocksTest {

    private static final Duration TOLERANCE = Duration.ofSeconds(30);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final VantageClocks clocks = new VantageClocks(registry, TOLERANCE);

    @Test
    void shouldMeasureHowFarEachVantagesClockIsAhead() {
        clocks.compared("office", Duration.ofMinutes(5));
        clocks.compared("frankfurt", Duration.ofMillis(-400));
        assertThat(ahead("office")).isEqualTo(300.0);
        assertThat(ahead("frankfurt")).isEqualTo(-0.4);

        clocks.compared("office", Duration.ofMillis(3));
        assertThat(ahead("office")).isEqualTo(0.003);
    }

    @Test
    void shouldNameOnlyTheClockThatIsFurtherOffThanItMayBe() {
        Evidence evidence = new Evidence(
                List.of(view("office", Duration.ofMinutes(-5)), view("frankfurt", TOLERANCE), view("dublin", null)));

        assertThat(evidence.wrongClocks(TOLERANCE)).containsExactly(new WrongClock("office", Duration.ofMinutes(-5)));
        assertThat(evidence.wrongClocks(TOLERANCE).getFirst().inWords()).isEqualTo("the clock of office is 5 min slow");
        assertThat(new WrongClock("office", Duration.ofSeconds(31)).inWords())
                .isEqualTo("the clock of office is 31 s fast");
    }

    private double ahead(String vantage) {
        return registry.get("lifeboat.vantage.clock.ahead")
                .tag("vantage", vantage)
                .gauge()
                .value();
    }

    private static View view(String vantage, Duration ahead) {
        Seen seen = Seen.by(vantage);
        return new View(vantage, null, seen.snapshot(), Duration.ofSeconds(1), ahead);
    }
}
