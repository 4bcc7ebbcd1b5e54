package io.lifeboat.coordinator.classify;

import static io.lifeboat.contract.incident.DisasterClass.CONTROL_PLANE_ONLY;
import static io.lifeboat.contract.incident.DisasterClass.DATABASE_OUTAGE;
import static io.lifeboat.contract.incident.DisasterClass.REGION_DEGRADED;
import static io.lifeboat.contract.incident.DisasterClass.REGION_OUTAGE;
import static io.lifeboat.contract.incident.DisasterClass.SERVICE_FAULT;

import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.signal.Heartbeat;
import io.lifeboat.contract.signal.Lag;
import io.lifeboat.contract.signal.Signal;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.coordinator.classify.Vote.Finding;
import io.lifeboat.coordinator.deploy.DeployMarker;
import io.lifeboat.coordinator.health.HealthNotice;
import io.lifeboat.coordinator.signal.View;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says why a region is taken for what it is taken for: who sees what, and what else is known. {@link Certainty} counts the
 * same facts.
 */
final class Explainer {

    private static final Set<DisasterClass> OUTAGES = EnumSet.of(REGION_OUTAGE, DATABASE_OUTAGE);
    private static final Set<DisasterClass> OF_A_DEPLOY = EnumSet.of(SERVICE_FAULT, REGION_DEGRADED);

    /** A sample may be this much older than the fault and still have been published after it began. */
    private static final Duration PUBLISHED = Duration.ofSeconds(30);

    private final Plan plan;
    private final String region;
    private final String active;
    private final DisasterClass disasterClass;
    private final @Nullable Finding agreedOn;
    private final List<Judged> all;
    private final Circumstances around;
    private final @Nullable Duration faultAge;
    private final Arguments speaksFor = new Arguments();
    private final Arguments against = new Arguments();

    /**
     * Explains one classification.
     *
     * @param agreedOn what a quorum finds; null when none agrees
     * @param all every vantage of the plan
     */
    Explainer(
            Plan plan,
            String region,
            String active,
            DisasterClass disasterClass,
            @Nullable Finding agreedOn,
            List<Judged> all,
            Circumstances around) {
        this.plan = plan;
        this.region = region;
        this.active = active;
        this.disasterClass = disasterClass;
        this.agreedOn = agreedOn;
        this.all = all;
        this.around = around;
        this.faultAge =
                Vote.troubledFor(all.stream().map(Judged::vote).toList()).orElse(null);
    }

    Explanation explain() {
        Certainty certainty = new Certainty(disasterClass, agreeing().size(), able(), agreedOn != null);
        witnesses();
        boolean peersFine = peers();
        certainty.mark(Certainty.Mark.of(disasterClass, agreeing(), peersFine));
        insiders();
        writes(certainty);
        replication(certainty);
        deploy(certainty);
        announcements(certainty);
        if (around.flapping().flaps()) {
            certainty.lower("it flaps");
            against.add("it flaps: " + around.flapping().inWords(), "lifeboat", null);
        }
        return new Explanation(certainty.confidence(), certainty.reason(), speaksFor.all(), against.all());
    }

    /** Those who find what was agreed on; while nothing is, all who find something wrong. */
    private List<Judged> agreeing() {
        return all.stream()
                .filter(judged -> agreedOn == null
                        ? judged.vote().troubled()
                        : judged.vote().finding() == agreedOn)
                .toList();
    }

    private int able() {
        return (int) all.stream().filter(Judged::able).count();
    }

    private void witnesses() {
        List<Judged> agreeing = agreeing();
        for (Judged judged : all) {
            Vote vote = judged.vote();
            if (agreeing.contains(judged)) {
                speaksFor.add(judged.wrong(region).orElse(seen(vote)), vote.vantage(), vote.evidenceAge());
                stillUp(judged);
                controlPlane(judged);
            } else if (vote.finding() == Finding.UNKNOWN) {
                against.add("says nothing that counts (unknown): " + vote.reason(), vote.vantage(), vote.evidenceAge());
            } else if (judged.able()) {
                against.add(seen(vote), vote.vantage(), vote.evidenceAge());
            }
        }
    }

    /** A vote's reason begins with who sees it, which is said beside it. */
    private static String seen(Vote vote) {
        String prefix = vote.vantage() + " ";
        return vote.reason().startsWith(prefix) ? vote.reason().substring(prefix.length()) : vote.reason();
    }

    private void stillUp(Judged judged) {
        for (Tier tier : Judged.FAMILIES) {
            if (judged.sees(tier, SignalState.UP)) {
                Duration age = judged.tiers().oldest(List.of(tier)).orElse(null);
                String what = "%s of %s is up".formatted(Judged.word(tier), region);
                Arguments side =
                        disasterClass == REGION_OUTAGE || tier == Tier.ENTRANCE && OUTAGES.contains(disasterClass)
                                ? against
                                : speaksFor;
                side.add(what, judged.vote().vantage(), age);
            }
        }
    }

    private void controlPlane(Judged judged) {
        List<String> apis = judged.tiers().failing(Tier.CONTROL_PLANE);
        if (disasterClass == REGION_OUTAGE && !apis.isEmpty()) {
            speaksFor.add(
                    "control plane of %s fails too: %s".formatted(region, Judged.list(apis)),
                    judged.vote().vantage(),
                    judged.tiers().oldest(List.of(Tier.CONTROL_PLANE)).orElse(null));
        } else if (disasterClass == REGION_OUTAGE && judged.sees(Tier.CONTROL_PLANE, SignalState.UP)) {
            against.add(
                    "control plane of %s answers".formatted(region),
                    judged.vote().vantage(),
                    judged.tiers().oldest(List.of(Tier.CONTROL_PLANE)).orElse(null));
        }
    }

    private boolean peers() {
        boolean up = false;
        boolean down = false;
        for (String other : plan.regions().all()) {
            if (other.equals(region)) {
                continue;
            }
            for (Judged judged : all) {
                SignalState state = judged.peer(plan, other, active);
                Duration age = judged.peerAge(plan, other, active).orElse(null);
                if (state == SignalState.UP) {
                    up = true;
                    speaksFor.add(other + " is up", judged.vote().vantage(), age);
                } else if (state == SignalState.DOWN) {
                    down = true;
                    against.add(other + " looks down too", judged.vote().vantage(), age);
                }
            }
        }
        return up && !down;
    }

    /** A vantage inside a lost region falls silent; while it goes on reporting, some of the region works. */
    private void insiders() {
        if (disasterClass != REGION_OUTAGE) {
            return;
        }
        for (Judged judged : all) {
            if (judged.vote().finding() != Finding.INSIDE) {
                continue;
            }
            View view = judged.view();
            // Until it has been silent for as long as the fault lasts, nobody knows.
            boolean spoke = view.sinceSent() != null
                    && faultAge != null
                    && view.sinceSent().plus(PUBLISHED).compareTo(faultAge) < 0;
            if (view.heard() && spoke) {
                against.add(
                        "stands in %s itself and goes on reporting".formatted(region),
                        view.vantage(),
                        view.sinceSent());
            } else if (!view.heard()) {
                speaksFor.add("stands in %s itself and is silent".formatted(region), view.vantage(), view.sinceSent());
            }
        }
    }

    private void writes(Certainty certainty) {
        if (!OUTAGES.contains(disasterClass)) {
            return;
        }
        for (Judged judged : all) {
            if (!judged.view().trusted() || judged.vote().finding() == Finding.INSIDE) {
                continue;
            }
            List<Heartbeat> heartbeats = judged.view().heartbeats().toList();
            if (heartbeats.stream().anyMatch(heartbeat -> heartbeat.failedAt() == null)) {
                against.add(
                        "its writes are accepted",
                        judged.view().vantage(),
                        judged.view().sinceSent());
                certainty.lower("writes are accepted");
            } else if (!heartbeats.isEmpty()) {
                speaksFor.add(
                        "its writes are refused",
                        judged.view().vantage(),
                        judged.view().refusedFor().orElse(null));
            }
        }
    }

    /** A sample that was published after the fault began says that the two regions still talk. */
    private void replication(Certainty certainty) {
        if (disasterClass != REGION_OUTAGE || faultAge == null) {
            return;
        }
        for (Judged judged : all) {
            if (!judged.view().trusted() || judged.vote().finding() == Finding.INSIDE) {
                continue;
            }
            judged.view().signals().stream()
                    .filter(signal -> signal.lag() != null && signal.lag().behind() != null)
                    .forEach(signal -> sampled(judged.view(), signal).ifPresent(age -> {
                        if (age.plus(PUBLISHED).compareTo(faultAge) < 0) {
                            against.add(
                                    "replication went on after it began",
                                    judged.view().vantage(),
                                    age);
                            certainty.lower("replication went on after it began");
                        }
                    }));
        }
    }

    /** Age now of the replication's sample: its age when it was read, and the look's, and the message's. */
    private static Optional<Duration> sampled(View view, Signal signal) {
        Lag lag = signal.lag();
        return lag == null || lag.sampleAge() == null ? Optional.empty() : view.aged(lag.sampleAge());
    }

    private void deploy(Certainty certainty) {
        Optional<DeployMarker> suspect = around.suspect(region, faultAge);
        if (suspect.isEmpty() || faultAge == null) {
            return;
        }
        DeployMarker deploy = suspect.get();
        String what = Circumstances.inWords(deploy, faultAge);
        if (OF_A_DEPLOY.contains(disasterClass)) {
            speaksFor.add(what, deploy.who(), deploy.age());
            certainty.raise("it began with a deploy");
        } else {
            against.add(what, deploy.who(), deploy.age());
            if (disasterClass != CONTROL_PLANE_ONLY) {
                certainty.lower("it began with a deploy");
            }
        }
    }

    private void announcements(Certainty certainty) {
        if (agreedOn == null) {
            return;
        }
        for (HealthNotice notice : around.notices()) {
            if (notice.region().equals(region) && Corroboration.of(disasterClass, notice.service())) {
                speaksFor.add(
                        "AWS says so: %s in %s".formatted(notice.type(), notice.region()), "AWS Health", notice.age());
                certainty.raise("AWS says so");
            }
        }
    }
}
