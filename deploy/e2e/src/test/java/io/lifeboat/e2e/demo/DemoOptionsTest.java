package io.lifeboat.e2e.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DemoOptionsTest {

    @Test
    void shouldRunByItselfWhenNothingIsSaid() {
        DemoOptions options = DemoOptions.parse();

        assertThat(options.approve()).isFalse();
        assertThat(options.without()).isEmpty();
        assertThat(options.hold()).isNull();
        assertThat(options.patience()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void shouldTakeEveryOption() {
        DemoOptions options = DemoOptions.parse(
                "--approve", "--without", "promote", "--without", "scale", "--hold", "12", "--patience", "60");

        assertThat(options.approve()).isTrue();
        assertThat(options.without()).containsExactly("promote", "scale");
        assertThat(options.hold()).isEqualTo(Duration.ofSeconds(12));
        assertThat(options.patience()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void shouldNameAnOptionItDoesNotKnow() {
        assertThatThrownBy(() -> DemoOptions.parse("--aprove"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--aprove")
                .hasMessageContaining("--help");
    }

    @Test
    void shouldSayWhatAnOptionTakes() {
        assertThatThrownBy(() -> DemoOptions.parse("--hold")).hasMessageContaining("--hold needs a value");
        assertThatThrownBy(() -> DemoOptions.parse("--hold", "long")).hasMessageContaining("whole seconds");
        assertThatThrownBy(() -> DemoOptions.parse("--hold", "21")).hasMessageContaining("0 to 20");
    }

    @Test
    void shouldExplainEveryOptionItTakes() {
        assertThat(DemoOptions.HELP)
                .contains("--approve", "--hold", "--without", "--patience", "--reports", "--help", "Exit status");
    }
}
