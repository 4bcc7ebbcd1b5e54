package io.lifeboat.detector.dispatch;

import io.lifeboat.contract.envelope.Envelope;
import io.lifeboat.contract.envelope.Message;
import io.lifeboat.detector.time.Moment;
import io.lifeboat.detector.time.Ticker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends drafts, one at a time for each application, events before the snapshot, events in their order. What could not be
 * sent is made anew, with the ages it has then, until it could. Told everything on one thread, and answered on it.
 */
public final class Dispatch {

    private static final Logger LOG = Logger.getLogger(Dispatch.class);
    private static final Duration TRIED_AGAIN_AFTER = Duration.ofMillis(500);
    /** A broker that is away for days must not fill the memory with old transitions. */
    private static final int MOST_EVENTS = 1_000;

    private final Road road;
    private final String source;
    private final Ticker ticker;
    private final InstantSource clock;
    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private Optional<Moment> brokenSince = Optional.empty();

    /** The way to the broker. */
    public interface Road {

        /** Sends; exactly one of the two is run later, on the thread that sent. */
        void send(Message message, Runnable sent, Consumer<Throwable> failed);

        /** Runs that after so long, on the thread that asked. */
        void later(Duration delay, Runnable task);
    }

    /** Sends over that road in the name of that source. */
    public Dispatch(Road road, String source, Ticker ticker, InstantSource clock) {
        this.road = road;
        this.source = source;
        this.ticker = ticker;
        this.clock = clock;
    }

    /** The latest snapshot of an application; one that is still waiting is dropped. */
    public void snapshot(Draft draft) {
        Lane lane = lane(draft);
        lane.snapshot = draft;
        go(lane);
    }

    /** One more outage event. */
    public void event(Draft draft) {
        Lane lane = lane(draft);
        if (lane.events.size() >= MOST_EVENTS) {
            LOG.warnf(
                    "outage event %s is dropped: too many wait for the broker",
                    lane.events.removeFirst().id());
        }
        lane.events.addLast(draft);
        go(lane);
    }

    /** Since when nothing could be sent; empty while the broker takes what is sent. */
    public Optional<Moment> brokenSince() {
        return brokenSince;
    }

    private Lane lane(Draft draft) {
        return lanes.computeIfAbsent(draft.application(), application -> new Lane());
    }

    private void go(Lane lane) {
        if (brokenSince.isEmpty()) {
            send(lane);
        }
    }

    private void send(Lane lane) {
        Draft draft = lane.next();
        if (draft == null || lane.busy) {
            return;
        }
        lane.busy = true;
        var now = clock.instant();
        Message message = Envelope.pack(draft.id(), source, draft.application(), now, draft.at(ticker.now(), now));
        road.send(message, () -> sent(lane, draft), failure -> failed(lane, draft.application(), failure));
    }

    private void sent(Lane lane, Draft draft) {
        lane.busy = false;
        lane.done(draft);
        if (brokenSince.isPresent()) {
            LOG.infof("the broker takes messages again after %s", ticker.now().since(brokenSince.get()));
            brokenSince = Optional.empty();
            List.copyOf(lanes.values()).forEach(this::send);
        } else {
            send(lane);
        }
    }

    private void failed(Lane lane, String application, Throwable failure) {
        lane.busy = false;
        // To the end: a message the broker will never take must not keep the others from being tried.
        lanes.remove(application);
        lanes.put(application, lane);
        if (brokenSince.isEmpty()) {
            brokenSince = Optional.of(ticker.now());
            LOG.warnf(
                    "the broker takes no messages (%s); the latest signals are held until it does",
                    failure.getMessage());
        }
        // One message at a time finds out whether the broker is back; the others wait for it.
        road.later(TRIED_AGAIN_AFTER, this::tryOne);
    }

    private void tryOne() {
        List<Lane> waiting = new ArrayList<>(lanes.values());
        if (waiting.stream().anyMatch(lane -> lane.busy)) {
            return;
        }
        waiting.stream().filter(lane -> lane.next() != null).findFirst().ifPresent(this::send);
    }

    private static final class Lane {

        private final Deque<Draft> events = new ArrayDeque<>();
        private @Nullable Draft snapshot;
        private boolean busy;

        private @Nullable Draft next() {
            return events.isEmpty() ? snapshot : events.peekFirst();
        }

        private void done(Draft draft) {
            if (!events.removeFirstOccurrence(draft) && snapshot == draft) {
                snapshot = null;
            }
        }
    }
}
