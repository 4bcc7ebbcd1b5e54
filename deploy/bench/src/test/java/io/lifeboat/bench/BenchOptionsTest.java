package io.lifeboat.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BenchOptionsTest {

    @Test
    void shouldMeasureEverythingWhenNothingIsNamed() {
        assertThat(BenchOptions.parse().benches()).isEqualTo(BenchOptions.ALL);
        assertThat(BenchOptions.parse("all", "b4").benches()).isEqualTo(BenchOptions.ALL);
        assertThat(BenchOptions.parse().trialsOr(7)).isEqualTo(7);
    }

    @Test
    void shouldTakeEveryOption() {
        BenchOptions options = BenchOptions.parse("b8", "--trials", "5", "b4", "--json", "/tmp/figures.json");

        assertThat(options.benches()).containsExactly("b8", "b4");
        assertThat(options.trialsOr(7)).isEqualTo(5);
        assertThat(options.json()).isEqualTo(Path.of("/tmp/figures.json"));
        assertThat(BenchOptions.parse("--help").help()).isTrue();
    }

    @Test
    void shouldNameTheOptionThatIsWrongAndTheRemedy() {
        assertThatThrownBy(() -> BenchOptions.parse("b5"))
                .hasMessageContaining("b5")
                .hasMessageContaining("--help");
        assertThatThrownBy(() -> BenchOptions.parse("--trials", "many")).hasMessageContaining("'many'");
        assertThatThrownBy(() -> BenchOptions.parse("--trials", "0")).hasMessageContaining("1 to 1000");
        assertThatThrownBy(() -> BenchOptions.parse("--json")).hasMessageContaining("needs a value");
    }
}
