package io.lifeboat.detector.dispatch;

import static io.lifeboat.detector.Looks.second;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.envelope.Json;
import io.lifeboat.contract.envelope.Message;
import io.lifeboat.contract.signal.Sight;
import io.lifeboat.contract.signal.SignalSnapshot;
import io.lifeboat.detector.time.Moment;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DispatchTest {

    private final FakeRoad road = new FakeRoad();
    private Moment now = second(0);
    private final Dispatch dispatch =
            new Dispatch(road, "/lifeboat/detector/test", () -> now, InstantSource.fixed(Instant.EPOCH));

    @Test
    void shouldSendOneMessageOfAnApplicationAtATimeAndOfOthersBeside() {
        dispatch.event(draft("shop", "first"));
        dispatch.event(draft("shop", "second"));
        dispatch.event(draft("bank", "third"));
        assertThat(road.ids()).containsExactly("first", "third");

        road.confirm("first");
        assertThat(road.ids()).containsExactly("third", "second");
    }

    @Test
    void shouldSendEventsBeforeTheSnapshotAndOnlyTheLatestSnapshot() {
        dispatch.snapshot(draft("shop", "old"));
        dispatch.snapshot(draft("shop", "older"));
        dispatch.snapshot(draft("shop", "newest"));
        dispatch.event(draft("shop", "event"));

        road.confirm("old");
        assertThat(road.ids()).containsExactly("event");
        road.confirm("event");
        assertThat(road.ids()).containsExactly("newest");
        road.confirm("newest");
        assertThat(road.ids()).isEmpty();
    }

    @Test
    void shouldHoldEverythingWhileTheBrokerIsAwayAndSendItUnderTheSameIdWithTheAgesOfThen() {
        dispatch.event(draft("shop", "event"));
        road.fail("event");
        assertThat(dispatch.brokenSince()).contains(second(0));
        dispatch.snapshot(draft("bank", "snapshot"));
        dispatch.event(draft("shop", "later"));
        assertThat(road.ids()).as("nothing but the retry goes out").isEmpty();

        now = second(30);
        road.runLater();
        assertThat(road.ids()).as("one finds out whether the broker is back").containsExactly("event");
        assertThat(road.sequenceOf("event")).as("made anew when sent").isEqualTo(30);
        road.confirm("event");

        assertThat(dispatch.brokenSince()).isEmpty();
        assertThat(road.ids()).containsExactlyInAnyOrder("later", "snapshot");
    }

    @Test
    void shouldTryOneMessageAtATimeUntilTheBrokerIsBack() {
        dispatch.event(draft("shop", "one"));
        dispatch.event(draft("bank", "two"));
        road.fail("one");
        road.fail("two");

        road.runLater();
        assertThat(road.ids()).hasSize(1);
    }

    /** A draft whose sequence tells at which second it was made. */
    private Draft draft(String application, String id) {
        return new Draft() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public String application() {
                return application;
            }

            @Override
            public Record at(Moment moment, Instant sentAt) {
                return new SignalSnapshot(
                        application,
                        1,
                        "office",
                        null,
                        "office-1",
                        "boot",
                        moment.since(second(0)).toSeconds(),
                        sentAt,
                        Sight.CLEAR,
                        null,
                        List.of());
            }
        };
    }

    private record Sent(Message message, Runnable done, Consumer<Throwable> failed) {}

    private static final class FakeRoad implements Dispatch.Road {

        private final List<Sent> underWay = new ArrayList<>();
        private final Deque<Runnable> later = new ArrayDeque<>();

        @Override
        public void send(Message message, Runnable done, Consumer<Throwable> failed) {
            underWay.add(new Sent(message, done, failed));
        }

        @Override
        public void later(Duration delay, Runnable task) {
            later.add(task);
        }

        List<String> ids() {
            return underWay.stream().map(sent -> sent.message().id()).toList();
        }

        long sequenceOf(String id) {
            try {
                return Json.mapper()
                        .readValue(find(id).message().body(), SignalSnapshot.class)
                        .sequence();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        void confirm(String id) {
            take(id).done().run();
        }

        void fail(String id) {
            take(id).failed().accept(new IllegalStateException("no broker"));
        }

        void runLater() {
            List<Runnable> due = List.copyOf(later);
            later.clear();
            due.forEach(Runnable::run);
        }

        private Sent find(String id) {
            return underWay.stream()
                    .filter(sent -> sent.message().id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        private Sent take(String id) {
            Sent sent = find(id);
            underWay.remove(sent);
            return sent;
        }
    }
}
