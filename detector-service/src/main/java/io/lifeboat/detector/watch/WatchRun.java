package io.lifeboat.detector.watch;

import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.probe.Facts;
import io.lifeboat.detector.probe.Look;
import io.lifeboat.detector.probe.Prober;
import io.lifeboat.detector.sight.Eyesight;
import io.lifeboat.detector.signal.Judgement;
import io.lifeboat.detector.signal.WritesEnd;
import io.lifeboat.detector.time.Moment;
import io.lifeboat.detector.window.LookWindow;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** One placed watch at work: looks, judges, and sets out again. Lives on the watch room's loop. */
final class WatchRun {

    private final PlacedWatch placed;
    private final Prober prober;
    private final Cadence cadence;
    private final Loops.Probing probing;
    private final Consumer<Looked> onLook;

    private LookWindow window;
    private Facts facts = Facts.NONE;
    private Optional<WritesEnd> writesEnd = Optional.empty();
    private boolean stopped;

    /**
     * One look that has ended.
     *
     * @param run whose it is
     * @param look what it saw
     */
    record Looked(WatchRun run, Look look) {}

    WatchRun(PlacedWatch placed, Prober prober, Loops.Probing probing, Consumer<Looked> onLook) {
        this.placed = placed;
        this.prober = prober;
        this.cadence = Cadence.of(placed.watch());
        this.probing = probing;
        this.onLook = onLook;
        this.window = LookWindow.empty(placed.watch().window());
    }

    PlacedWatch placed() {
        return placed;
    }

    Prober prober() {
        return prober;
    }

    LookWindow window() {
        return window;
    }

    void start(Duration delay) {
        setOutAt(probing.now().plus(delay));
    }

    /** Looks no more. The prober is left open, for another run may go on with it. */
    void stop() {
        stopped = true;
    }

    /** The facts another run with the same prober left. */
    void goOnFrom(WatchRun earlier) {
        facts = earlier.facts;
        writesEnd = earlier.writesEnd;
    }

    Judgement judgement(String activeRegion) {
        return new Judgement(
                placed.watch().id(),
                placed.watch().tier(),
                placed.region(),
                placed.watch().every(),
                window,
                facts,
                writesEnd,
                activeRegion);
    }

    void sightJudged(Eyesight.View view) {
        writesEnd = WritesEnd.after(writesEnd, view);
    }

    private void setOutAt(Moment moment) {
        probing.at(moment, () -> look(moment));
    }

    private void look(Moment setOut) {
        if (stopped) {
            return;
        }
        Duration timeout = placed.watch().timeout();
        Duration lateStart = probing.now().since(setOut);
        probing.look(prober, timeout, look -> {
            if (!stopped) {
                looked(setOut, probing.view().judged(judgeable(look, timeout, lateStart)));
            }
        });
    }

    /**
     * A failure is the target's only when the detector was in time itself: half the time a look may take is forgiven,
     * for the target had that much longer to answer.
     */
    private Look judgeable(Look look, Duration timeout, Duration lateStart) {
        Duration over = look.took().minus(timeout);
        Duration late = over.compareTo(lateStart) > 0 ? over : lateStart;
        Duration half = timeout.dividedBy(2);
        Duration bound = half.compareTo(probing.lateAfter()) > 0 ? half : probing.lateAfter();
        return look.failed() && late.compareTo(bound) > 0
                ? look.unseen("the detector was " + late.toMillis() + " ms late")
                : look;
    }

    private void looked(Moment setOut, Look look) {
        window = window.after(look);
        if (look.state() != SignalState.UNKNOWN || look.facts() != Facts.NONE) {
            facts = look.facts();
        }
        writesEnd = WritesEnd.after(writesEnd, look, probing.view());
        onLook.accept(new Looked(this, look));
        setOutAt(cadence.next(setOut, probing.now(), window, probing.dice()));
    }
}
