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
    private Optional<Moment> connectedSince = Optional.empty();

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
        boolean connected = controls.known() && controls.suspicion().isEmpty();
        connectedSince = connected ? Optional.of(connectedSince.orElse(now)) : Optional.empty();
        Optional<String> suspicion = Stream.of(
                        lateness.suspicion(now), controls.suspicion(), coincidence.suspicion(now, regions))
                .flatMap(Optional::stream)
                .findFirst();
        if (suspicion.isPresent() || !controls.known()) {
            clearSince = Optional.empty();
            return suspicion.isPresent()
                    ? View.unclear(Sight.SUSPECT, suspicion.get(), connectedSince)
                    : View.unclear(Sight.WARMING, "the control targets were not looked at yet", connectedSince);
        }
        clearSince = Optional.of(clearSince.orElse(now));
        return new View(Sight.CLEAR, Optional.empty(), controls.answeredFrom(), clearSince, connectedSince);
    }

    /**
     * Whether what is seen may be believed.
     *
     * @param sight clear, warming or suspect
     * @param reason why it is not clear
     * @param controlsAnsweredFrom looks at the controls begun no earlier than this were answered; empty when unknown
     * @param clearSince since when it has been clear without a break; empty when it is not
     * @param connectedSince since when the controls have answered without a break, whatever else speaks against its eyes; empty
     *     when they do not
     */
    public record View(
            Sight sight,
            Optional<String> reason,
            Optional<Moment> controlsAnsweredFrom,
            Optional<Moment> clearSince,
            Optional<Moment> connectedSince) {

        private static View unclear(Sight sight, String reason, Optional<Moment> connectedSince) {
            return new View(sight, Optional.of(reason), Optional.empty(), Optional.empty(), connectedSince);
        }

        /** Whether it is clear. */
        public boolean clear() {
            return sight == Sight.CLEAR;
        }

        /**
         * What a look is worth. One that failed and began before the detector was connected is taken back: what a detector
         * that was cut off did not see must not fill its windows, or it would tell of an outage once it is back.
         */
        public Look judged(Look look) {
            boolean connected = connectedSince
                    .filter(since -> !look.began().isBefore(since))
                    .isPresent();
            return look.failed() && !connected
                    ? look.unseen("the detector was cut off: " + reason.orElse("its controls answer only since"))
                    : look;
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
