package io.lifeboat.detector.watch;

import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.detector.outage.Evidence;
import io.lifeboat.detector.outage.Outage;
import io.lifeboat.detector.outage.OutageLog;
import io.lifeboat.detector.outage.Scope;
import io.lifeboat.detector.outage.SightingDraft;
import io.lifeboat.detector.probe.Prober;
import io.lifeboat.detector.sight.Eyesight;
import io.lifeboat.detector.signal.Judgement;
import io.lifeboat.detector.signal.Publication;
import io.lifeboat.detector.signal.SnapshotDraft;
import io.lifeboat.detector.time.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** All watches of one application, and what is told of them. Lives on the watch room's loop. */
final class ApplicationWatches {

    /** First looks are spread over this much, and never come in a burst. */
    private static final Duration SPREAD = Duration.ofMillis(500);

    private final Workshop workshop;
    private final Map<Scope, OutageLog> outages = new HashMap<>();
    private PlanRevision revision;
    private Plan plan;
    private ActiveRegion active;
    private String placedIn = "";
    private Map<PlacedWatch.Key, WatchRun> running = new LinkedHashMap<>();
    private Publication publication = Publication.NONE;
    private boolean changed = true;
    private Eyesight.@Nullable View judgedWith;

    ApplicationWatches(PlanRevision revision, Plan plan, Workshop workshop) {
        this.workshop = workshop;
        this.revision = revision;
        this.plan = plan;
        this.active = ActiveRegion.of(plan.regions().home());
        place();
    }

    int revision() {
        return revision.revision();
    }

    Collection<WatchRun> running() {
        return running.values();
    }

    /** A newer revision: what it did not change goes on undisturbed. */
    void revised(PlanRevision newer, Plan newPlan) {
        revision = newer;
        plan = newPlan;
        active = new ActiveRegion(newPlan.regions().home(), active.accepted(), active.described());
        place();
        publication = Publication.NONE;
    }

    void withdrawn() {
        running.values().forEach(run -> {
            run.stop();
            run.prober().close();
        });
        running.clear();
        workshop.meters().forgotten(plan.application());
    }

    /** One round: transitions first, then the signals when they are due. */
    void round(Moment now, Eyesight.View view) {
        if (!Objects.equals(judgedWith, view)) {
            running.values().forEach(run -> run.sightJudged(view));
            changed = true;
        }
        judgedWith = view;
        if (changed && !activeRegion(now).equals(placedIn)) {
            place();
        }
        List<Judgement> judgements = judgements(now);
        if (changed) {
            transitions(now, view, judgements);
        }
        if (publication.due(now, judgements, view, workshop.rhythm())) {
            publication = publication.told(now, judgements, view);
            workshop.dispatch()
                    .snapshot(new SnapshotDraft(
                            UUID.randomUUID().toString(),
                            plan.application(),
                            revision.revision(),
                            workshop.standpoint(),
                            workshop.standpoint().next(),
                            view,
                            judgements));
            workshop.meters().told(plan.application(), judgements, view);
        }
        changed = false;
    }

    private String activeRegion(Moment now) {
        return active.at(now);
    }

    private List<Judgement> judgements(Moment now) {
        String region = activeRegion(now);
        return running.values().stream().map(run -> run.judgement(region)).toList();
    }

    private void looked(WatchRun.Looked looked) {
        active = active.after(looked.look());
        changed = true;
        workshop.meters()
                .looked(plan.application(), looked.run().placed().watch().probe(), looked.look());
        workshop.onLook().accept(looked.look());
    }

    private void place() {
        placedIn = activeRegion(workshop.ticker().now());
        Map<PlacedWatch.Key, WatchRun> before = running;
        Map<PlacedWatch.Key, WatchRun> after = new LinkedHashMap<>();
        List<WatchRun> fresh = new ArrayList<>();
        for (PlacedWatch placed : Placing.of(plan, placedIn)) {
            WatchRun kept = before.get(placed.key());
            if (kept != null && kept.placed().equals(placed)) {
                after.put(placed.key(), kept);
            } else {
                WatchRun run = begin(placed, before.values());
                fresh.add(run);
                after.put(placed.key(), run);
            }
        }
        running = after;
        before.values().stream().filter(run -> !after.containsValue(run)).forEach(WatchRun::stop);
        before.values().stream()
                .map(WatchRun::prober)
                .filter(prober -> after.values().stream().noneMatch(run -> run.prober() == prober))
                .forEach(Prober::close);
        fresh.forEach(run -> run.start(offset(run)));
        changed = true;
    }

    /** A watch that only moved to another region goes on with the same prober: the heartbeats' line must not break. */
    private WatchRun begin(PlacedWatch placed, Collection<WatchRun> before) {
        Optional<WatchRun> moved = before.stream()
                .filter(run -> run.placed().watch().id().equals(placed.watch().id())
                        && run.placed().spec().equals(placed.spec())
                        && !Objects.equals(run.placed().region(), placed.region()))
                .findFirst();
        WatchRun run = new WatchRun(
                placed,
                moved.map(WatchRun::prober).orElseGet(() -> workshop.probers().of(placed.spec())),
                workshop.probing(),
                this::looked);
        moved.ifPresent(run::goOnFrom);
        return run;
    }

    private static Duration offset(WatchRun run) {
        long most = Math.min(SPREAD.toMillis(), run.placed().watch().every().toMillis());
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most + 1));
    }

    private void transitions(Moment now, Eyesight.View view, List<Judgement> judgements) {
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
                tell(now, scope, after, evidence);
            }
        });
    }

    private void tell(Moment now, Scope scope, OutageLog log, Evidence evidence) {
        if (log.outage() instanceof Outage.Confirmed) {
            log.faultFrom().ifPresent(from -> workshop.meters().confirmed(now.since(from)));
        }
        workshop.dispatch()
                .event(new SightingDraft(
                        UUID.randomUUID().toString(),
                        plan.application(),
                        revision.revision(),
                        workshop.standpoint(),
                        workshop.standpoint().next(),
                        scope.region(),
                        log.outage(),
                        log.faultFrom(),
                        evidence));
    }
}
