package io.lifeboat.detector.probe;

import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.aws.AuroraReader;
import io.lifeboat.detector.aws.GlobalCluster;
import io.lifeboat.detector.aws.GlobalCluster.Member;
import io.lifeboat.detector.aws.LagSample;
import io.lifeboat.detector.time.Moment;
import io.lifeboat.detector.time.Ticker;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks who writes, then how far the other is behind. The writer's region is asked last, for it is the one whose loss
 * matters; before anything is known that is home. Never down: a lag that was not published is unknown, and one beyond the objective is degraded.
 */
final class AuroraLagProber implements Prober {

    private final String globalCluster;
    private final Optional<String> role;
    private final List<String> asked;
    private final Duration rpo;
    private final AuroraReader aurora;
    private final Ticker ticker;
    private volatile @Nullable LagFacts latest;

    /**
     * Looks at one global database.
     *
     * @param role the role to look in, or empty for the detector's own credentials
     * @param asked the regions to ask, the one to ask first in front
     * @param rpo the objective; a lag beyond it is degraded
     */
    AuroraLagProber(
            String globalCluster,
            Optional<String> role,
            List<String> asked,
            Duration rpo,
            AuroraReader aurora,
            Ticker ticker) {
        this.globalCluster = globalCluster;
        this.role = role;
        this.asked = asked;
        this.rpo = rpo;
        this.aurora = aurora;
        this.ticker = ticker;
    }

    @Override
    public Future<Look> look(Duration timeout) {
        Moment began = ticker.now();
        // One region that does not answer may cost no more than its share.
        Duration share = timeout.dividedBy(asked.size() + 1L);
        return members(writerLast(), 0, share)
                .compose(members -> lag(members, began, share))
                .onSuccess(look -> latest = look.facts().lag())
                // Nothing was learnt, so what was read before stands, and its age goes on.
                .otherwise(failure -> Look.of(SignalState.UNKNOWN, Failures.inWords(failure), began, ticker.now()));
    }

    private List<String> writerLast() {
        LagFacts known = latest;
        String writer = known == null ? null : known.writer();
        return Stream.concat(
                        asked.stream().filter(region -> !region.equals(writer)),
                        asked.stream().filter(region -> region.equals(writer)))
                .toList();
    }

    private Future<GlobalCluster> members(List<String> order, int index, Duration share) {
        Future<GlobalCluster> answer = aurora.members(globalCluster, role, order.get(index), share);
        return index + 1 == order.size() ? answer : answer.recover(failure -> members(order, index + 1, share));
    }

    private Future<Look> lag(GlobalCluster cluster, Moment began, Duration share) {
        String writer = cluster.writer().orElse(null);
        Optional<Member> secondary = cluster.secondary(asked);
        if (secondary.isEmpty()) {
            return Future.succeededFuture(unknown(
                    "the global database has no secondary in a region of the plan",
                    began,
                    LagFacts.unpublished(ticker.now(), writer, null)));
        }
        String region = secondary.get().region();
        return aurora.lag(secondary.get(), role, share)
                .map(sample -> sample.map(known -> judge(known, writer, secondary.get(), began))
                        .orElseGet(() -> unknown(
                                "no lag is published in " + region,
                                began,
                                LagFacts.unpublished(ticker.now(), writer, secondary.get()))))
                .otherwise(failure -> unknown(
                        "CloudWatch in " + region + ": " + Failures.inWords(failure),
                        began,
                        LagFacts.unread(latest, ticker.now(), writer, secondary.get())));
    }

    private Look judge(LagSample sample, @Nullable String writer, Member secondary, Moment began) {
        Moment ended = ticker.now();
        Facts facts = Facts.of(new LagFacts(
                sample.behind(), sample.age(), ended, writer, secondary.region(), secondary.synchronization()));
        String reason = secondary.region() + " is " + sample.behind().toMillis() + " ms behind";
        SignalState state = sample.behind().compareTo(rpo) > 0 ? SignalState.DEGRADED : SignalState.UP;
        return new Look(state, reason, began, ended, facts);
    }

    private Look unknown(String reason, Moment began, LagFacts facts) {
        return new Look(SignalState.UNKNOWN, reason, began, ticker.now(), Facts.of(facts));
    }
}
