package io.lifeboat.detector.sight;

import io.lifeboat.contract.signal.Sight;
import io.lifeboat.detector.probe.Look;
import io.lifeboat.detector.time.Moment;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/** Gathers what speaks for and against the detector's own eyes. Told everything on one thread. */
public final class Eyesight {

    private final Lateness lateness;
    private final Controls controls;
    private final Coincidence coincidence = new Coincidence();
    private Optional<Moment> clearSince = Optional.empty();

    /**
     * Begins warming.
     *
     * @param lateAfter a timer that comes later than this is late
     * @param controls how many control targets there are
     */
    public Eyesight(Duration lateAfter, int controls) {
        this.lateness = new Lateness(lateAfter);
        this.controls = new Controls(controls);
    }

    /** The detector's own tick came that much later than it should have. */
    public void ticked(Moment at, Duration late) {
        lateness.ticked(at, late);
    }

    /** A control target was looked at. */
    public void controlLooked(int control, Look look) {
        controls.looked(control, look);
    }

    /** How it stands now. */
    public View view(Moment now, Collection<RegionFailures> regions) {
        Optional<String> suspicion = Stream.of(
                        lateness.suspicion(now), controls.suspicion(), coincidence.suspicion(now, regions))
                .flatMap(Optional::stream)
                .findFirst();
        if (suspicion.isPresent() || !controls.known()) {
            clearSince = Optional.empty();
            return suspicion.isPresent()
                    ? View.unclear(Sight.SUSPECT, suspicion.get())
                    : View.unclear(Sight.WARMING, "the control targets were not looked at yet");
        }
        clearSince = Optional.of(clearSince.orElse(now));
        return new View(Sight.CLEAR, Optional.empty(), controls.answeredFrom(), clearSince);
    }

    /**
     * Whether what is seen may be believed.
     *
     * @param sight clear, warming or suspect
     * @param reason why it is not clear
     * @param controlsAnsweredFrom looks at the controls begun no earlier than this were answered; empty when unknown
     * @param clearSince since when it has been clear without a break; empty when it is not
     */
    public record View(
            Sight sight, Optional<String> reason, Optional<Moment> controlsAnsweredFrom, Optional<Moment> clearSince) {

        private static View unclear(Sight sight, String reason) {
            return new View(sight, Optional.of(reason), Optional.empty(), Optional.empty());
        }

        /** Whether it is clear. */
        public boolean clear() {
            return sight == Sight.CLEAR;
        }

        /** Whether the controls answered after that, so that a failure seen then is not this detector's own. */
        public boolean clearAfter(Moment failure) {
            return clear()
                    && controlsAnsweredFrom
                            .filter(answered -> !answered.isBefore(failure))
                            .isPresent();
        }
    }
}
