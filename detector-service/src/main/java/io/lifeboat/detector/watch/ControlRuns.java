package io.lifeboat.detector.watch;

import io.lifeboat.detector.probe.Look;
import io.lifeboat.detector.probe.Prober;
import io.lifeboat.detector.time.Moment;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Looks at the control targets on their cadence, and at once when something else failed. */
final class ControlRuns {

    private final List<ControlRun> runs;

    /** Told of each control's looks. */
    interface Listener {

        void looked(int control, Look look);
    }

    ControlRuns(
            List<Prober> probers, Duration every, Duration timeout, Loops loops, Workshop workshop, Listener listener) {
        this.runs = IntStream.range(0, probers.size())
                .mapToObj(number -> new ControlRun(
                        number, probers.get(number), every, timeout, workshop.probing(), loops, listener))
                .toList();
    }

    void start() {
        runs.forEach(ControlRun::look);
    }

    /** Something failed: whether it was the detector itself shall be known soon. */
    void lookNow() {
        runs.forEach(ControlRun::lookNow);
    }

    private static final class ControlRun {

        private final int number;
        private final Prober prober;
        private final Duration every;
        private final Duration timeout;
        private final Loops.Probing probing;
        private final Loops loops;
        private final Listener listener;
        private boolean looking;
        private boolean wanted;
        private long round;

        ControlRun(
                int number,
                Prober prober,
                Duration every,
                Duration timeout,
                Loops.Probing probing,
                Loops loops,
                Listener listener) {
            this.number = number;
            this.prober = prober;
            this.every = every;
            this.timeout = timeout;
            this.probing = probing;
            this.loops = loops;
            this.listener = listener;
        }

        private void lookNow() {
            if (looking) {
                // The look under way may have begun before the failure, and so proves nothing.
                wanted = true;
            } else {
                look();
            }
        }

        private void look() {
            looking = true;
            wanted = false;
            long thisRound = ++round;
            Moment setOut = probing.now();
            probing.look(prober, timeout, look -> {
                looking = false;
                listener.looked(number, look);
                if (wanted) {
                    look();
                } else {
                    loops.at(setOut.plus(every), () -> {
                        if (round == thisRound && !looking) {
                            look();
                        }
                    });
                }
            });
        }
    }
}
