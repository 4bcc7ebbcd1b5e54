package io.lifeboat.detector.watch;

import io.lifeboat.contract.plan.DataProbe;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.signal.Sight;
import io.lifeboat.detector.probe.Look;
import io.lifeboat.detector.sight.Eyesight;
import io.lifeboat.detector.sight.RegionFailures;
import io.lifeboat.detector.time.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * All applications' watches and the detector's own eyes. Ten times a second it makes a round: it judges its own sight
 * first, and only then what it saw.
 */
final class WatchRoom {

    private static final Logger LOG = Logger.getLogger(WatchRoom.class);
    private static final Duration ROUND = Duration.ofMillis(100);

    private final Eyesight eyes;
    private final Workshop workshop;
    private final Map<String, ApplicationWatches> applications = new HashMap<>();
    private Eyesight.View view;
    private volatile Sight sight = Sight.WARMING;
    private volatile int watched;

    WatchRoom(Eyesight eyes, Workshop workshop) {
        this.eyes = eyes;
        this.workshop = workshop;
        this.view = eyes.view(workshop.ticker().now(), List.of());
    }

    /** Begins its rounds. */
    void open() {
        roundAt(workshop.ticker().now().plus(ROUND));
    }

    /** How it thinks of its own eyes; may be asked from any thread. */
    Sight sight() {
        return sight;
    }

    /** How many applications it watches; may be asked from any thread. */
    int watched() {
        return watched;
    }

    /** The view of the latest round. */
    Eyesight.View view() {
        return view;
    }

    void controlLooked(int control, Look look) {
        eyes.controlLooked(control, look);
    }

    /** A plan came into force, was revised or was withdrawn; an older revision than the known one is passed over. */
    void revised(PlanRevision revision, Optional<Plan> plan) {
        ApplicationWatches known = applications.get(revision.application());
        if (known != null && revision.revision() <= known.revision()) {
            return;
        }
        if (plan.isEmpty()) {
            if (known != null) {
                applications.remove(revision.application()).withdrawn();
                LOG.infof("application=%s revision=%d is watched no more", revision.application(), revision.revision());
            }
        } else if (known != null) {
            known.revised(revision, plan.get());
            LOG.infof("application=%s revision=%d is watched instead", revision.application(), revision.revision());
        } else {
            applications.put(revision.application(), new ApplicationWatches(revision, plan.get(), workshop));
            LOG.infof("application=%s revision=%d is watched", revision.application(), revision.revision());
        }
        watched = applications.size();
    }

    private void roundAt(Moment planned) {
        workshop.loops().at(planned, () -> {
            Moment now = workshop.ticker().now();
            Duration late = now.since(planned);
            eyes.ticked(now, late.isNegative() ? Duration.ZERO : late);
            round(now);
            roundAt(Moment.later(planned.plus(ROUND), now));
        });
    }

    private void round(Moment now) {
        Eyesight.View next = eyes.view(now, failures());
        if (next.sight() != view.sight()) {
            LOG.infof(
                    "sight is %s%s",
                    next.sight(), next.reason().map(reason -> ": " + reason).orElse(""));
            workshop.meters().sight(next.sight());
        }
        view = next;
        sight = next.sight();
        applications.values().forEach(application -> application.round(now, next));
    }

    private Collection<RegionFailures> failures() {
        Map<String, Tally> tallies = new HashMap<>();
        for (ApplicationWatches application : applications.values()) {
            for (WatchRun run : application.running()) {
                if (shows(run.placed()) && run.window().latest().isPresent()) {
                    tallies.computeIfAbsent(run.placed().region(), region -> new Tally())
                            .count(run.window().unansweredSince());
                }
            }
        }
        return tallies.entrySet().stream()
                .map(entry ->
                        new RegionFailures(entry.getKey(), entry.getValue().watched, entry.getValue().unansweredSince))
                .toList();
    }

    /**
     * An API that fails in every region at once is AWS's trouble, such as its sign-in's, and none of the detector's eyes. Data
     * that cannot be read is unknown and never silent, so it must not make the silent ones fewer.
     */
    private static boolean shows(PlacedWatch placed) {
        return placed.region() != null
                && placed.watch().tier() != Tier.CONTROL_PLANE
                && !(placed.watch().probe() instanceof DataProbe);
    }

    private static final class Tally {

        private final List<Moment> unansweredSince = new ArrayList<>();
        private int watched;

        private void count(Optional<Moment> unanswered) {
            watched++;
            unanswered.ifPresent(unansweredSince::add);
        }
    }
}
