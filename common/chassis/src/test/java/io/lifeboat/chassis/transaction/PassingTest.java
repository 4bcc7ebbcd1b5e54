package io.lifeboat.chassis.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import jakarta.persistence.OptimisticLockException;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassingTest {

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "57P01", "57P03", "53300", "08006", "55P03", "25006"})
    void shouldTryAgainWhatTheDatabaseMayDoNextTime(String state) {
        assertThat(Passing.willPass(new CompletionException(refused(state)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "22001", "42501"})
    void shouldNotTryAgainWhatWouldFailAgain(String state) {
        assertThat(Passing.willPass(new CompletionException(refused(state)))).isFalse();
    }

    @Test
    void shouldTryAgainWithoutAConnectionOrWithAStaleVersion() {
        assertThat(Passing.willPass(new IllegalStateException(new ConnectException("refused"))))
                .isTrue();
        assertThat(Passing.willPass(new OptimisticLockException("stale"))).isTrue();
        assertThat(Passing.willPass(new NullPointerException("a bug"))).isFalse();
    }

    private static PgException refused(String state) {
        return new PgException("refused", "ERROR", state, null);
    }
}
