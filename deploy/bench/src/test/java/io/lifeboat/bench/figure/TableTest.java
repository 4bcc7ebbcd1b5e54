package io.lifeboat.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    private static final Row BARE = Row.of("bare", "ms", Distribution.of(Collections.nCopies(100, 2.0)));

    @Test
    void shouldTellBothRatiosToTheComparisonOfTheSameRun() {
        Row measured = Row.of("ours", "ms", Distribution.of(Collections.nCopies(100, 5.0)))
                .beside(BARE);

        assertThat(Table.text(section(measured)))
                .contains("ours (ms)")
                .contains("2.50 x at the median, 2.50 x at p99 of: bare");
    }

    @Test
    void shouldSayWhyThereIsNoP99WhenSamplesAreFew() {
        Row measured = Row.of("ours", "ms", Distribution.of(List.of(5.0))).beside(BARE);

        assertThat(Table.text(section(measured)))
                .contains("2.50 x at the median of: bare")
                .contains("Under 100 samples no p99 is told");
    }

    @Test
    void shouldShowADashWhereNothingWasMeasured() {
        Row measured = Row.of("ours", "ms", Distribution.of(List.of())).beside(BARE);

        assertThat(measured.medianRatio()).isEmpty();
        assertThat(Table.text(section(measured))).contains("- x at the median of: bare");
    }

    private static Section section(Row row) {
        return new Section("b0", "a title", List.of(row), List.of());
    }
}
