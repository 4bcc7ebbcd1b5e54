package io.lifeboat.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DistributionTest {

    @Test
    void shouldTakeTheMiddleOfAnOddNumberAndTheMeanOfTheTwoInTheMiddleOtherwise() {
        assertThat(Distribution.of(List.of(9.0, 1.0, 3.0)).median()).hasValue(3.0);
        assertThat(Distribution.of(List.of(9.0, 1.0, 3.0, 5.0)).median()).hasValue(4.0);
    }

    @Test
    void shouldTakeTheSmallestSampleThatNinetyNinePercentDoNotExceed() {
        assertThat(oneTo(100).p99()).hasValue(99.0);
        assertThat(oneTo(101).p99()).hasValue(100.0);
        assertThat(oneTo(1_000).p99()).hasValue(990.0);
    }

    @Test
    void shouldTellNoP99OfTooFewSamples() {
        assertThat(oneTo(99).p99()).isEmpty();
        assertThat(oneTo(99).most()).hasValue(99.0);
    }

    @Test
    void shouldTellNothingOfNoSamples() {
        Distribution none = Distribution.of(List.of());

        assertThat(none.median()).isEmpty();
        assertThat(none.least()).isEmpty();
        assertThat(none.most()).isEmpty();
        assertThat(none.count()).isZero();
    }

    private static Distribution oneTo(int count) {
        return Distribution.of(IntStream.rangeClosed(1, count)
                .mapToObj(i -> (double) (count + 1 - i))
                .toList());
    }
}
