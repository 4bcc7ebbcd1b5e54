package io.lifeboat.bench.detect;

import io.lifeboat.bench.figure.Distribution;
import io.lifeboat.bench.figure.Row;
import io.lifeboat.bench.figure.Section;
import io.lifeboat.bench.room.CoordinatorTables;
import io.lifeboat.bench.room.Plans;
import io.lifeboat.bench.room.Room;
import io.lifeboat.bench.room.Vantages;
import io.lifeboat.bench.room.Waiting;
import io.lifeboat.bench.room.WallClock;
import io.lifeboat.e2e.stack.Layout;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * B3: a target begins to answer 503 at a moment no watcher can expect; how long until the incident is committed, and until the
 * gate found a quorum. Three plans look at it, and the peer, all at the same failure.
 */
public final class FailureToDecision {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration WARM = Duration.ofSeconds(10);

    /** How soon a plan looks again after a failed look: not before the next look is due, by default, and sooner. */
    private static final Map<String, Duration> RECHECKS = rechecks();

    private static final String SAME = "b3-same";
    private static final String PEER = "Prometheus, Alertmanager, blackbox: scrape 1 s, for 2 s, first webhook";

    private final Layout layout;
    private final int trials;
    private final Consumer<String> progress;
    private final Map<String, List<Double>> opened = new LinkedHashMap<>();
    private final Map<String, List<Double>> confirmed = new LinkedHashMap<>();
    private final Map<String, List<Double>> agreed = new LinkedHashMap<>();
    private final List<Double> peers = new ArrayList<>();
    private int missed;

    public FailureToDecision(Layout layout, int trials, Consumer<String> progress) {
        this.layout = layout;
        this.trials = trials;
        this.progress = progress;
        RECHECKS.keySet().forEach(application -> {
            opened.put(application, new ArrayList<>());
            confirmed.put(application, new ArrayList<>());
            agreed.put(application, new ArrayList<>());
        });
    }

    /** Measures. */
    public Section measure() {
        progress.accept("Kafka, PostgreSQL, a coordinator and two detectors ...");
        int incidents;
        try (Room room = Room.start(layout);
                Target target = new Target(room.authority())) {
            room.coordinator("coordinator-1", Map.of("lifeboat.incident.clear-for", "4s"));
            RECHECKS.forEach(
                    (application, recheck) -> new Plans(room.rest()).watching(application, target.url(), recheck));
            try (Watched watched = new Watched(room.bootstrap());
                    Peer peer = peer(room, target)) {
                Vantages.ALL.forEach(vantage -> room.detector(vantage, target.controls()));
                Waiting.until("both vantages to see the target up", PATIENCE, () -> watched.up(RECHECKS.keySet()));
                Waiting.pause(WARM);
                trials(room, target, watched, peer);
                incidents = watched.incidents();
            }
        }
        return new Section("b3", "failure to decision", rows(), notes(incidents));
    }

    private void trials(Room room, Target target, Watched watched, @Nullable Peer peer) {
        // the first failure finds cold code on all sides and is not counted
        flip(room, target, watched, peer, false);
        for (int trial = 0; trial < trials; trial++) {
            progress.accept("flip " + (trial + 1) + " of " + trials + " ...");
            flip(room, target, watched, peer, true);
        }
    }

    private void flip(Room room, Target target, Watched watched, @Nullable Peer peer, boolean counted) {
        Random chance = new Random();
        watched.forget();
        Waiting.pause(Duration.ofMillis(2_000 + chance.nextInt(1_000)));
        if (peer != null) {
            peer.forget();
        }
        WallClock clock = WallClock.read();
        long failed = target.fail();
        boolean all = Waiting.soon(
                PATIENCE,
                () -> watched.agreed().keySet().containsAll(RECHECKS.keySet()) && (peer == null || peer.fired() != 0));
        Map<String, Instant> openings = new CoordinatorTables(room).openings("b3-%");
        target.mend();
        if (!all) {
            missed++;
        } else if (counted) {
            RECHECKS.keySet().forEach(application -> {
                opened.get(application).add((clock.nanos(openings.get(application)) - failed) / 1e9);
                confirmed.get(application).add((watched.confirmed().get(application) - failed) / 1e9);
                agreed.get(application).add((watched.agreed().get(application) - failed) / 1e9);
            });
            if (peer != null) {
                peers.add((peer.fired() - failed) / 1e9);
            }
        }
        Waiting.until(
                "the incidents to close again",
                PATIENCE,
                () -> watched.closed(RECHECKS.keySet())
                        && watched.up(RECHECKS.keySet())
                        && (peer == null || peer.quiet()));
    }

    private @Nullable Peer peer(Room room, Target target) {
        if (!Peer.available()) {
            progress.accept("Prometheus, Alertmanager and blackbox exporter are not all on the PATH: left out");
            return null;
        }
        return new Peer(layout.folder("peer"), target.home(), room.authority().pem());
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        Row peer = peers.isEmpty() ? null : Row.of(PEER, "s", Distribution.of(peers));
        if (peer != null) {
            rows.add(peer);
        }
        rows.add(beside(Row.of("first failed look: incident committed", "s", Distribution.of(opened.get(SAME))), peer));
        RECHECKS.forEach((application, recheck) -> rows.add(beside(
                Row.of(
                        "one vantage confirmed, 3 looks, recheck " + recheck.toMillis() + " ms",
                        "s",
                        Distribution.of(confirmed.get(application))),
                peer)));
        RECHECKS.forEach((application, recheck) -> rows.add(beside(
                Row.of(
                        "gate has a quorum, 3 looks, recheck " + recheck.toMillis() + " ms"
                                + (application.equals(SAME) ? " (as the peer)" : ""),
                        "s",
                        Distribution.of(agreed.get(application))),
                peer)));
        return rows;
    }

    private static Row beside(Row row, @Nullable Row peer) {
        return peer == null ? row : row.beside(peer);
    }

    private List<String> notes(int incidents) {
        List<String> notes = new ArrayList<>(List.of(
                "Each failure is seen by all: one HTTPS target, looked at once a second by two detectors for three plans, and"
                        + " once a second by the peer. It begins at a random phase.",
                "Incident committed: PostgreSQL's commit time. Quorum: when a consumer had the GateEvaluated whose check of"
                        + " the quorum passed, which is some ms after its commit. Both vantages confirmed it, each by three"
                        + " failed looks of three and by control targets that answered since; the peer stands at one place"
                        + " and has none.",
                "Recheck is the plan's window.recheck (300 ms by default): how soon a detector looks again after a failed"
                        + " look. With 1 s it is like the peer's three scrapes.",
                "What limits it: the first failed look comes half a cadence after the failure at one vantage, and two"
                        + " thirds of a cadence after it at the later of two; then twice the recheck.",
                "One vantage confirmed: when a consumer had its OutageConfirmed. This is what the peer does from its one"
                        + " place; Lifeboat takes it for a rumour until another vantage says the same.",
                "%d incidents were opened in %d failures of three applications; %d failures were not told by all in time."
                        .formatted(incidents, trials + 1, missed)));
        if (peers.isEmpty()) {
            notes.add(
                    "The peer was left out: its programs are not on the PATH. For reference, measured elsewhere and not in"
                            + " this run (Prometheus 2.42, Alertmanager 0.25, tuned as here): median 2.78 s, most 3.14 s, n 27.");
        }
        return notes;
    }

    private static Map<String, Duration> rechecks() {
        Map<String, Duration> all = new LinkedHashMap<>();
        all.put(SAME, Duration.ofSeconds(1));
        all.put("b3-default", Duration.ofMillis(300));
        all.put("b3-fast", Duration.ofMillis(150));
        return all;
    }
}
