package io.lifeboat.contract.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HumanDurationTest {

    @ParameterizedTest
    @CsvSource({"300ms,PT0.3S", "5s,PT5S", "1m,PT1M", "4h,PT4H", "2d,PT48H", "1h30m,PT1H30M", "PT5S,PT5S", "P1D,PT24H"})
    void shouldReadWhatPeopleWrite(String text, Duration expected) {
        assertThat(HumanDuration.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "5 s", "five", "s", "-5s", "5s!", "99999999999999999999s", "9223372036854775807d"})
    void shouldRefuseAnythingElse(String text) {
        assertThatThrownBy(() -> HumanDuration.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no duration; write one such as 500ms");
    }

    @Test
    void shouldTellMinutesFromMilliseconds() {
        assertThat(HumanDuration.parse("1m1ms")).isEqualTo(Duration.ofMinutes(1).plusMillis(1));
    }
}
