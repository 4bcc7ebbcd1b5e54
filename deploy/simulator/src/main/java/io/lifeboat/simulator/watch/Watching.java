package io.lifeboat.simulator.watch;

import io.lifeboat.contract.plan.Plan;
import io.lifeboat.detector.dispatch.Dispatch;
import io.lifeboat.detector.outage.Evidence;
import io.lifeboat.detector.outage.OutageLog;
import io.lifeboat.detector.outage.Scope;
import io.lifeboat.detector.outage.SightingDraft;
import io.lifeboat.detector.probe.Facts;
import io.lifeboat.detector.probe.Look;
import io.lifeboat.detector.sight.Eyesight;
import io.lifeboat.detector.sight.RegionFailures;
import io.lifeboat.detector.signal.Judgement;
import io.lifeboat.detector.signal.Publication;
import io.lifeboat.detector.signal.SnapshotDraft;
import io.lifeboat.detector.signal.Standpoint;
import io.lifeboat.detector.signal.WritesEnd;
import io.lifeboat.detector.time.Moment;
import io.lifeboat.detector.watch.ActiveRegion;
import io.lifeboat.detector.watch.PlacedWatch;
import io.lifeboat.detector.watch.Placing;
import io.lifeboat.detector.window.LookWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One application's watches at one vantage, all of them looked at in one round. */
final class Watching {

    private static final Publication.Rhythm RHYTHM =
            new Publication.Rhythm(Duration.ofSeconds(30), Duration.ofSeconds(5));

    private final Plan plan;
    private final int revision;
    private final Sights sights;
    private final Standpoint standpoint;
    private final Dispatch dispatch;
    private final Map<PlacedWatch.Key, Run> running = new LinkedHashMap<>();
    private final Map<Scope, OutageLog> outages = new HashMap<>();
    private ActiveRegion active;
    private Publication publication = Publication.NONE;

    private static final class Run {
        private final PlacedWatch placed;
        private LookWindow window;
        private Facts facts = Facts.NONE;
        private Optional<WritesEnd> writesEnd = Optional.empty();

        private Run(PlacedWatch placed) {
            this.placed = placed;
            this.window = LookWindow.empty(placed.watch().window());
        }
    }

    Watching(Plan plan, int revision, Sights sights, Standpoint standpoint, Dispatch dispatch) {
        this.plan = plan;
        this.revision = revision;
        this.sights = sights;
        this.standpoint = standpoint;
        this.dispatch = dispatch;
        this.active = ActiveRegion.of(plan.regions().home());
    }

    /** Looks at everything; says whether it wants to look again soon. */
    boolean look(boolean blind, Moment now, Instant wall, Eyesight.View before) {
        place(now);
        boolean undecided = false;
        for (Run run : running.values()) {
            Look look = before.judged(sights.look(run.placed, blind, now, wall));
            run.window = run.window.after(look);
            run.facts = look.facts();
            run.writesEnd = WritesEnd.after(run.writesEnd, look, before);
            active = active.after(look);
            undecided |= run.window.undecided() || !run.window.full();
        }
        return undecided;
    }

    /** Which targets of each region are silent. */
    List<RegionFailures> failures() {
        Map<String, List<Moment>> silent = new LinkedHashMap<>();
        Map<String, Integer> watched = new LinkedHashMap<>();
        for (Run run : running.values()) {
            String region = run.placed.region();
            if (region != null) {
                watched.merge(region, 1, Integer::sum);
                List<Moment> since = silent.computeIfAbsent(region, missing -> new ArrayList<>());
                run.window.unansweredSince().ifPresent(since::add);
            }
        }
        return silent.entrySet().stream()
                .map(region -> new RegionFailures(region.getKey(), watched.get(region.getKey()), region.getValue()))
                .toList();
    }

    /** Tells what is to be told. */
    void tell(Moment now, Eyesight.View view) {
        running.values().forEach(run -> run.writesEnd = WritesEnd.after(run.writesEnd, view));
        String region = active.at(now);
        List<Judgement> judgements =
                running.values().stream().map(run -> judgement(run, region)).toList();
        transitions(view, judgements);
        if (publication.due(now, judgements, view, RHYTHM)) {
            publication = publication.told(now, judgements, view);
            dispatch.snapshot(new SnapshotDraft(
                    UUID.randomUUID().toString(),
                    plan.application(),
                    revision,
                    standpoint,
                    standpoint.next(),
                    view,
                    judgements));
        }
    }

    private void transitions(Eyesight.View view, List<Judgement> judgements) {
        Map<Scope, List<Judgement>> scopes = new LinkedHashMap<>();
        judgements.forEach(judgement -> scopes.computeIfAbsent(
                        Scope.of(judgement.region(), judgement.tier(), judgement.watch()), scope -> new ArrayList<>())
                .add(judgement));
        scopes.forEach((scope, watches) -> {
            Evidence evidence = new Evidence(watches, view);
            OutageLog before = outages.getOrDefault(scope, OutageLog.BLANK);
            OutageLog after = before.after(evidence);
            if (after != before) {
                outages.put(scope, after);
                dispatch.event(new SightingDraft(
                        UUID.randomUUID().toString(),
                        plan.application(),
                        revision,
                        standpoint,
                        standpoint.next(),
                        scope.region(),
                        after.outage(),
                        after.faultFrom(),
                        evidence));
            }
        });
    }

    private void place(Moment now) {
        List<PlacedWatch> placed = Placing.of(plan, active.at(now));
        if (!running.keySet().equals(Set.copyOf(keys(placed)))) {
            Map<PlacedWatch.Key, Run> before = new LinkedHashMap<>(running);
            running.clear();
            placed.forEach(watch -> running.put(
                    watch.key(), Optional.ofNullable(before.get(watch.key())).orElseGet(() -> moved(watch, before))));
        }
    }

    /** A watch that only moved to another region keeps its facts. */
    private static Run moved(PlacedWatch watch, Map<PlacedWatch.Key, Run> before) {
        Run run = new Run(watch);
        before.values().stream()
                .filter(other -> other.placed.watch().id().equals(watch.watch().id())
                        && watch.watch().sqlWrite() != null)
                .findFirst()
                .ifPresent(other -> {
                    run.facts = other.facts;
                    run.writesEnd = other.writesEnd;
                });
        return run;
    }

    private static List<PlacedWatch.Key> keys(List<PlacedWatch> placed) {
        return placed.stream().map(PlacedWatch::key).toList();
    }

    private static Judgement judgement(Run run, String activeRegion) {
        return new Judgement(
                run.placed.watch().id(),
                run.placed.watch().tier(),
                run.placed.region(),
                run.placed.watch().every(),
                run.window,
                run.facts,
                run.writesEnd,
                activeRegion);
    }
}
