package io.lifeboat.executor.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lifeboat.executor.budget.Api.Rate;
import io.lifeboat.executor.budget.Budget.Use;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private static final long FAR = TimeUnit.HOURS.toNanos(1);

    private final AtomicLong clock = new AtomicLong();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void shouldGiveAChangeTheNextTokenBeforeLooksThatWaitedLonger() {
        // Given: an empty bucket
        Budget budget = budget();
        CompletableFuture<Boolean> look = take(budget, Use.LOOK, FAR);
        waiting(budget, 1);
        CompletableFuture<Boolean> change = take(budget, Use.CHANGE, FAR);
        waiting(budget, 2);

        // When
        clock.addAndGet(TimeUnit.SECONDS.toNanos(1));

        // Then: there is one token, and the clock stands
        assertThat(change.join()).isTrue();
        assertThat(look).isNotDone();
        clock.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(look.join()).isTrue();
    }

    @Test
    void shouldGiveNoTokenToALookWhileAChangeWaits() {
        Budget budget = budget();
        CompletableFuture<Boolean> change = take(budget, Use.CHANGE, FAR);
        waiting(budget, 1);

        assertThat(budget.takeNow(Use.LOOK)).isFalse();
        clock.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(change.join()).isTrue();
        clock.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(budget.takeNow(Use.LOOK)).isTrue();
    }

    @Test
    void shouldGiveUpWhenATokenWouldBeOfNoMoreUse() {
        Budget budget = budget();
        CompletableFuture<Boolean> change = take(budget, Use.CHANGE, TimeUnit.MILLISECONDS.toNanos(900));
        waiting(budget, 1);

        clock.addAndGet(TimeUnit.SECONDS.toNanos(1));

        assertThat(change.join()).isFalse();
        assertThat(budget.takeNow(Use.LOOK)).as("the token is still there").isTrue();
    }

    private Budget budget() {
        Budget budget = new Budget(new Rate(1, 1), clock::get);
        assertThat(budget.takeNow(Use.LOOK)).isTrue();
        return budget;
    }

    private CompletableFuture<Boolean> take(Budget budget, Use use, long until) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return budget.take(use, until);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        return false;
                    }
                },
                threads);
    }

    private static void waiting(Budget budget, int most) {
        eventually().untilAsserted(() -> assertThat(budget.waiting()).isEqualTo(most));
    }

    private static ConditionFactory eventually() {
        return await("threads come to wait in their own time").atMost(Duration.ofSeconds(60));
    }
}
