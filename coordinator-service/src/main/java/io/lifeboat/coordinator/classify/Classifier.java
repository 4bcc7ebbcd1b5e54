package io.lifeboat.coordinator.classify;

import static io.lifeboat.contract.plan.Tier.COMPUTE;
import static io.lifeboat.contract.plan.Tier.CONTROL_PLANE;
import static io.lifeboat.contract.plan.Tier.DATABASE;
import static io.lifeboat.contract.plan.Tier.ENTRANCE;

import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.coordinator.classify.Vote.Finding;
import io.lifeboat.coordinator.signal.Evidence;
import io.lifeboat.coordinator.signal.View;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges a region by what the vantages outside it see.
 *
 * <p>A vantage finds the region down when compute is down and with it the database, or the entrance where it cannot see the
 * database. A database that answers contradicts that: then the same evidence is a fault of the service, which another
 * region would run just the same. A vantage that sees every region fail has lost its own way out, and says nothing.
 */
public final class Classifier {

    private static final Map<Finding, DisasterClass> CLASSES = Map.of(
            Finding.REGION_DOWN, DisasterClass.REGION_OUTAGE,
            Finding.DATABASE_DOWN, DisasterClass.DATABASE_OUTAGE,
            Finding.SERVICE_DOWN, DisasterClass.SERVICE_FAULT,
            Finding.DEGRADED, DisasterClass.REGION_DEGRADED,
            Finding.CONTROL_PLANE_DOWN, DisasterClass.CONTROL_PLANE_ONLY);

    private Classifier() {}

    /** The class of what is wrong with a region, where nothing is known beside what the vantages see. */
    public static Classification classify(Plan plan, String region, String active, Evidence evidence) {
        return classify(plan, region, active, evidence, Circumstances.NONE);
    }

    /**
     * The class of what is wrong with a region.
     *
     * @param plan the plan in force
     * @param region the region to judge
     * @param active the region observed active; the entrance and the writer speak for it
     * @param evidence what the vantages say now
     * @param around what else is known: it explains the class, and changes nothing of it
     */
    public static Classification classify(
            Plan plan, String region, String active, Evidence evidence, Circumstances around) {
        List<Judged> judged = evidence.views().stream()
                .map(view -> {
                    Tiers tiers = new Tiers(plan, view, region, active);
                    return new Judged(view, vote(plan, region, active, view, tiers), tiers);
                })
                .toList();
        List<Vote> votes = judged.stream().map(Judged::vote).toList();
        int quorum = plan.gate().quorum();
        Finding agreedOn = CLASSES.keySet().stream()
                .filter(finding -> count(votes, finding) >= quorum)
                .min(Comparator.naturalOrder())
                .orElse(null);
        DisasterClass disasterClass = agreedOn == null ? DisasterClass.UNKNOWN : CLASSES.get(agreedOn);
        Explanation explanation =
                new Explainer(plan, region, active, disasterClass, agreedOn, judged, around).explain();
        return agreedOn == null
                ? new Classification(
                        disasterClass, region, votes, quorum, false, disagreement(votes, quorum), null, explanation)
                : new Classification(
                        disasterClass,
                        region,
                        votes,
                        quorum,
                        true,
                        agreement(votes, agreedOn),
                        agreedFor(votes, agreedOn, quorum),
                        explanation);
    }

    /**
     * Whether a vantage outside last saw the region fail, so long ago that it counts no more: what is bad grows old sooner than what
     * is good, so a region may seem to be nobody's trouble only because nobody is heard.
     */
    public static boolean failedWhenLastSeen(Plan plan, String region, String active, Evidence evidence) {
        return evidence.views().stream()
                .filter(view -> !region.equals(view.region()))
                .anyMatch(view -> new Tiers(plan, view, region, active).failedLast(List.of(COMPUTE, DATABASE)));
    }

    private static Vote vote(Plan plan, String region, String active, View view, Tiers here) {
        if (region.equals(view.region())) {
            return new Vote(
                    view.vantage(), Finding.INSIDE, view.vantage() + " stands in " + region + " itself", null, null);
        }
        if (!view.trusted()) {
            return unknown(view, view.distrust().orElseThrow());
        }
        SignalState compute = here.state(COMPUTE);
        SignalState database = here.state(DATABASE);
        SignalState entrance = here.state(ENTRANCE);
        String seen = "%s sees compute %s, database %s, entrance %s"
                .formatted(view.vantage(), word(compute), word(database), word(entrance));
        if (compute == SignalState.DOWN) {
            // A database that answers shows that the way there is open.
            if (database != SignalState.UP && everyOtherRegionDown(plan, region, active, view)) {
                return unknown(view, view.vantage() + " sees every region fail, which is more likely its own path");
            }
            if (database == SignalState.DOWN) {
                return found(view, here, Finding.REGION_DOWN, seen, List.of(COMPUTE, DATABASE));
            }
            if (database == SignalState.UNKNOWN && entrance == SignalState.DOWN) {
                return found(view, here, Finding.REGION_DOWN, seen, List.of(COMPUTE, ENTRANCE));
            }
            if (database == SignalState.UP) {
                return found(view, here, Finding.SERVICE_DOWN, seen, List.of(COMPUTE));
            }
            return found(view, here, Finding.DEGRADED, seen, List.of(COMPUTE));
        }
        if (compute == SignalState.UNKNOWN) {
            return unknown(view, seen);
        }
        if (database == SignalState.DOWN) {
            return found(view, here, Finding.DATABASE_DOWN, seen, List.of(DATABASE));
        }
        if (entrance == SignalState.DOWN) {
            return found(view, here, Finding.SERVICE_DOWN, seen, List.of(ENTRANCE));
        }
        List<Tier> all = List.of(COMPUTE, DATABASE, ENTRANCE);
        if (List.of(compute, database, entrance).contains(SignalState.DEGRADED)) {
            return found(view, here, Finding.DEGRADED, seen, all);
        }
        List<String> failing = here.failing(CONTROL_PLANE);
        if (!failing.isEmpty()) {
            return found(
                    view,
                    here,
                    Finding.CONTROL_PLANE_DOWN,
                    "%s, and the API watched by %s down".formatted(seen, String.join(" and ", failing)),
                    List.of(CONTROL_PLANE));
        }
        return new Vote(view.vantage(), Finding.CLEAR, seen, here.oldest(all).orElse(null), null);
    }

    private static boolean everyOtherRegionDown(Plan plan, String region, String active, View view) {
        List<SignalState> others = plan.regions().all().stream()
                .filter(other -> !other.equals(region))
                .map(other -> new Tiers(plan, view, other, active))
                .flatMap(tiers -> List.of(tiers.state(COMPUTE), tiers.state(DATABASE)).stream())
                .filter(state -> state != SignalState.UNKNOWN)
                .toList();
        return !others.isEmpty() && others.stream().allMatch(state -> state == SignalState.DOWN);
    }

    private static Vote found(View view, Tiers tiers, Finding finding, String seen, List<Tier> because) {
        return new Vote(
                view.vantage(),
                finding,
                seen,
                tiers.oldest(because).orElse(null),
                tiers.heldFor(because).orElse(null));
    }

    private static Vote unknown(View view, String reason) {
        return new Vote(view.vantage(), Finding.UNKNOWN, reason, view.sinceSent(), null);
    }

    private static long count(List<Vote> votes, Finding finding) {
        return votes.stream().filter(vote -> vote.finding() == finding).count();
    }

    private static String agreement(List<Vote> votes, Finding finding) {
        return votes.stream()
                .filter(vote -> vote.finding() == finding)
                .map(Vote::reason)
                .collect(Collectors.joining("; "));
    }

    /** Since the quorum was complete: the vantages that have seen it longest make it up. */
    private static @Nullable Duration agreedFor(List<Vote> votes, Finding finding, int quorum) {
        return votes.stream()
                .filter(vote -> vote.finding() == finding)
                .map(Vote::heldFor)
                .filter(Objects::nonNull)
                .sorted(Comparator.reverseOrder())
                .skip(quorum - 1L)
                .findFirst()
                .orElse(null);
    }

    private static String disagreement(List<Vote> votes, int quorum) {
        List<Vote> troubled = votes.stream().filter(Vote::troubled).toList();
        String all = votes.stream().map(Vote::reason).collect(Collectors.joining("; "));
        if (troubled.isEmpty()) {
            return "no vantage that counts sees anything wrong: " + all;
        }
        long kinds = troubled.stream().map(Vote::finding).distinct().count();
        return kinds == 1
                ? "%d of the %d vantages needed see it: %s".formatted(troubled.size(), quorum, all)
                : "the vantages do not see the same: " + all;
    }

    private static String word(SignalState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
