package io.lifeboat.audit.timing;

import io.lifeboat.contract.incident.ServingAgain;
import io.lifeboat.contract.plan.HttpsProbe;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.plan.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The recovery time achieved, for each kind of customer as an entrance watch of that kind lived through it.
 *
 * <p>A vantage counts from its latest good look before to its first good look after, so what it saw is never shorter than
 * what its kind of customer lived through. Of several vantages the shortest is therefore the nearest to the truth.
 *
 * @param objective promised
 * @param first for the first customers to be served again; null while nobody is
 * @param p99 for 99 % of the customers, each watch weighted by its share; null while fewer are served
 * @param last for the last customers; null while some kind is not served, or was not watched
 * @param byWatch each entrance watch
 */
public record RecoveryTimes(
        Duration objective,
        @Nullable Duration first,
        @Nullable Duration p99,
        @Nullable Duration last,
        List<OfWatch> byWatch) {

    /** Shares are decimals such as 0.90 and 0.09; their sum is not exact. */
    private static final double SLACK = 1e-9;

    /**
     * One entrance watch.
     *
     * @param watch its id
     * @param share the part of all customers it stands for
     * @param shortest the shortest outage a vantage saw through it; null while none saw it end
     * @param longest the longest
     */
    public record OfWatch(
            String watch,
            double share,
            @Nullable Duration shortest,
            @Nullable Duration longest) {}

    static RecoveryTimes of(List<Told> all, Clocks clocks, Plan plan) {
        Map<String, List<Duration>> seen = new LinkedHashMap<>();
        Told.of(all, ServingAgain.class).forEach(serving -> {
            Duration outage = outage(serving, clocks.faultBegan());
            if (outage != null) {
                seen.computeIfAbsent(serving.message().watch(), watch -> new ArrayList<>())
                        .add(outage);
            }
        });
        List<OfWatch> watches = plan.watches().stream()
                .filter(watch -> watch.tier() == Tier.ENTRANCE)
                .map(watch -> ofWatch(watch, seen.getOrDefault(watch.id(), List.of())))
                .toList();
        List<OfWatch> served = watches.stream()
                .filter(watch -> watch.shortest() != null)
                .sorted(Comparator.comparing(OfWatch::shortest))
                .toList();
        return new RecoveryTimes(
                plan.objectives().rto(),
                served.isEmpty() ? null : served.getFirst().shortest(),
                ofShare(served, watches, 0.99),
                served.size() == watches.size() ? ofShare(served, watches, 1.0) : null,
                watches);
    }

    /** Both ends on the vantage's own clock where it kept count; else from the fault as the incident knows it. */
    private static @Nullable Duration outage(Told.Of<ServingAgain> serving, @Nullable Instant faultBegan) {
        if (serving.message().outage() != null) {
            return serving.message().outage();
        }
        if (faultBegan == null) {
            return null;
        }
        Duration outage = Duration.between(
                faultBegan, serving.at().minus(serving.message().age()));
        // The broker's clock was set back in between: nobody knows how long it was.
        return outage.isNegative() ? null : outage;
    }

    private static OfWatch ofWatch(Watch watch, List<Duration> outages) {
        double share =
                watch.probe() instanceof HttpsProbe https ? https.client().share() : 1.0;
        return new OfWatch(
                watch.id(),
                share,
                outages.stream().min(Comparator.naturalOrder()).orElse(null),
                outages.stream().max(Comparator.naturalOrder()).orElse(null));
    }

    private static @Nullable Duration ofShare(List<OfWatch> served, List<OfWatch> all, double part) {
        double whole = all.stream().mapToDouble(OfWatch::share).sum();
        double reached = 0;
        for (OfWatch watch : served) {
            reached += watch.share();
            if (reached >= part * whole - SLACK) {
                return watch.shortest();
            }
        }
        return null;
    }
}
