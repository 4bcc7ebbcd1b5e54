package io.lifeboat.detector.watch;

import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.probe.Look;
import io.lifeboat.detector.probe.Prober;
import io.lifeboat.detector.sight.Eyesight;
import io.lifeboat.detector.time.Moment;
import io.lifeboat.detector.time.Ticker;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The event loops: one that holds all state, and some that look. Must be made on a thread that is no event loop's, for
 * each context is then given a loop of its own.
 */
final class Loops {

    private final Vertx vertx;
    private final Ticker ticker;
    private final Context room;
    private final List<Context> lookers;
    private int next;

    Loops(Vertx vertx, Ticker ticker, int lookers) {
        this.vertx = vertx;
        this.ticker = ticker;
        this.room = vertx.getOrCreateContext();
        this.lookers = IntStream.range(0, lookers)
                .mapToObj(number -> vertx.getOrCreateContext())
                .toList();
    }

    /** Runs that on the room's loop. */
    void inRoom(Runnable task) {
        room.runOnContext(started -> task.run());
    }

    /** Runs that on the room's loop at that moment; called there. */
    void at(Moment moment, Runnable task) {
        long delay = moment.since(ticker.now()).toMillis();
        if (delay <= 0) {
            inRoom(task);
        } else {
            vertx.setTimer(delay, timer -> task.run());
        }
    }

    /** What one run needs of the loops; each run keeps to one looking loop. */
    Probing probing(Duration lateAfter, Supplier<Eyesight.View> view) {
        Context looker = lookers.get(next++ % lookers.size());
        return new Probing(this, looker, lateAfter, view);
    }

    /**
     * One run's way to look.
     *
     * @param loops the loops
     * @param looker the loop its looks run on
     * @param lateAfter a detector later than this may not call a failure the target's
     * @param sight what the detector thinks of its eyes
     */
    record Probing(Loops loops, Context looker, Duration lateAfter, Supplier<Eyesight.View> sight) {

        Moment now() {
            return loops.ticker.now();
        }

        Eyesight.View view() {
            return sight.get();
        }

        double dice() {
            return ThreadLocalRandom.current().nextDouble();
        }

        void at(Moment moment, Runnable task) {
            loops.at(moment, task);
        }

        /** Looks on the looking loop and brings the look back to the room's. */
        void look(Prober prober, Duration timeout, Consumer<Look> onLook) {
            looker.runOnContext(started -> {
                Moment began = now();
                prober.look(timeout)
                        // A prober that fails has a defect; the target must not be blamed for it.
                        .otherwise(defect -> Look.of(SignalState.UNKNOWN, "could not look: " + defect, began, now()))
                        .onComplete(ended -> loops.inRoom(() -> onLook.accept(ended.result())));
            });
        }
    }
}
