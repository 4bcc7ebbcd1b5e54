package io.lifeboat.sandbox.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LossTest {

    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void shouldLoseNothingWhenEveryConfirmedOrderSurvived() {
        var confirmed = everySecond(0, 10);

        var loss = Loss.of(confirmed, ids(confirmed), START);

        assertThat(loss.lostOrders()).isZero();
        assertThat(loss.loss()).isZero();
        assertThat(loss.firstLost()).isNull();
    }

    @Test
    void shouldReachFromTheNewestSurvivorBeforeTheFirstLostOrderToTheLastLostOne() {
        // Given orders in the seconds 0 to 9, of which 0 to 6 were replicated, and some placed after the recovery
        var replicated = everySecond(0, 7);
        var lost = everySecond(7, 10);
        var afterwards = everySecond(30, 35);

        var loss = Loss.of(all(replicated, lost, afterwards), ids(all(replicated, afterwards)), START);

        assertThat(loss.lostOrders()).isEqualTo(3);
        assertThat(loss.loss()).isEqualTo(Duration.ofSeconds(3));
        assertThat(loss.firstLost()).isEqualTo(START.plusSeconds(7));
        assertThat(loss.lastLost()).isEqualTo(START.plusSeconds(9));
    }

    @Test
    void shouldReachBackToTheBeginningWhenNothingSurvived() {
        var lost = everySecond(2, 5);

        assertThat(Loss.of(lost, Set.of(), START).loss()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void shouldNotCareInWhatOrderConfirmationsAreRead() {
        var replicated = everySecond(0, 4);
        var lost = everySecond(4, 6);
        var shuffled = all(lost, replicated).reversed();

        assertThat(Loss.of(shuffled, ids(replicated), START))
                .isEqualTo(Loss.of(all(replicated, lost), ids(replicated), START));
    }

    @Test
    void shouldIgnoreOrdersThatSurvivedWithoutEverBeingConfirmed() {
        var confirmed = everySecond(0, 3);
        var surviving = Stream.concat(ids(confirmed).stream(), Stream.of(UUID.randomUUID()))
                .collect(Collectors.toSet());

        assertThat(Loss.of(confirmed, surviving, START).lostOrders()).isZero();
    }

    private static List<Confirmed> everySecond(int from, int until) {
        return IntStream.range(from, until)
                .mapToObj(second -> new Confirmed(UUID.randomUUID(), START.plusSeconds(second)))
                .toList();
    }

    @SafeVarargs
    private static List<Confirmed> all(List<Confirmed>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }

    private static Set<UUID> ids(List<Confirmed> confirmed) {
        return confirmed.stream().map(Confirmed::order).collect(Collectors.toSet());
    }
}
