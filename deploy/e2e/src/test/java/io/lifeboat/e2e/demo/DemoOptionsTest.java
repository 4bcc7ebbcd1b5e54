package io.lifeboat.e2e.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.e2e.job.Terms;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DemoOptionsTest {

    @Test
    void shouldRunByItselfWhenNothingIsSaid() {
        Terms terms = DemoOptions.parse().terms();

        assertThat(terms.approve()).isFalse();
        assertThat(terms.without()).isEmpty();
        assertThat(terms.hold()).isNull();
        assertThat(terms.patience()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void shouldTakeEveryOption() {
        Terms terms = DemoOptions.parse(
                        "--approve", "--without", "promote", "--without", "scale", "--hold", "12", "--patience", "60")
                .terms();

        assertThat(terms.approve()).isTrue();
        assertThat(terms.without()).containsExactly("promote", "scale");
        assertThat(terms.hold()).isEqualTo(Duration.ofSeconds(12));
        assertThat(terms.patience()).isEqualTo(Duration.ofSeconds(60));
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
