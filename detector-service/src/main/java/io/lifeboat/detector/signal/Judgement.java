package io.lifeboat.detector.signal;

import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.signal.Capacity;
import io.lifeboat.contract.signal.Growth;
import io.lifeboat.contract.signal.Heartbeat;
import io.lifeboat.contract.signal.Lag;
import io.lifeboat.contract.signal.Signal;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.probe.CapacityFacts;
import io.lifeboat.detector.probe.Facts;
import io.lifeboat.detector.probe.GrowthFacts;
import io.lifeboat.detector.probe.LagFacts;
import io.lifeboat.detector.probe.Look;
import io.lifeboat.detector.probe.WriteFacts;
import io.lifeboat.detector.sight.Eyesight;
import io.lifeboat.detector.time.Moment;
import io.lifeboat.detector.window.LookWindow;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One watch in one region, as judged now.
 *
 * @param watch the watch's id
 * @param tier the layer it speaks for
 * @param region the region looked at, or null
 * @param every its cadence
 * @param window its looks and what they come to
 * @param facts what else its latest look learnt
 * @param writesEnd when writes stopped being accepted, if they did
 * @param activeRegion where the writer was last observed, for a heartbeat whose own region could not be told
 */
public record Judgement(
        String watch,
        Tier tier,
        @Nullable String region,
        Duration every,
        LookWindow window,
        Facts facts,
        Optional<WritesEnd> writesEnd,
        String activeRegion) {

    /**
     * The state that may be told: unknown unless sight is clear, and down only once the controls were seen to answer
     * after the failing began.
     */
    public SignalState told(Eyesight.View view) {
        boolean believed = view.clear()
                && (window.state() != SignalState.DOWN
                        || window.since().filter(view::clearAfter).isPresent());
        return believed ? window.state() : SignalState.UNKNOWN;
    }

    /** The signal as it is told at that moment. */
    public Signal at(Moment now, Eyesight.View view) {
        SignalState state = told(view);
        return new Signal(
                watch,
                tier,
                region,
                state,
                reason(state, view),
                window.latest().map(Look::ended).map(now::since).orElse(null),
                window.since().map(now::since).orElse(Duration.ZERO),
                window.latestGood().map(Look::ended).map(now::since).orElse(null),
                window.latestGood().map(Look::took).orElse(null),
                facts.write() == null ? null : heartbeat(facts.write(), view),
                facts.lag() == null ? null : lag(facts.lag(), now, isLatest(facts.lag())),
                facts.capacity() == null ? null : capacity(facts.capacity(), now),
                facts.growth() == null ? null : growth(facts.growth(), now));
    }

    /**
     * What of this judgement, when it changes, is worth telling at once. Numbers that only grow are not.
     */
    public Object gist(Eyesight.View view) {
        WriteFacts write = facts.write();
        LagFacts lag = facts.lag();
        return new Gist(
                watch,
                region,
                told(view),
                write == null || write.accepted() == null
                        ? null
                        : write.accepted().region(),
                writesEnd.filter(end -> view.clearAfter(end.moment())).isPresent(),
                lag == null || !isLatest(lag) ? null : lag.writer(),
                lag == null ? null : lag.synchronization());
    }

    private String reason(SignalState state, Eyesight.View view) {
        if (state == window.state()) {
            return window.reason();
        }
        return view.reason().orElse("the control targets have not answered since the failing began") + "; looks like "
                + window.state().name().toLowerCase(Locale.ROOT) + ": " + window.reason();
    }

    /** The end of writing is stated only when it was seen with clear sight: a bound on the loss rests on it. */
    private @Nullable Heartbeat heartbeat(WriteFacts write, Eyesight.View view) {
        WriteFacts.Accepted accepted = write.accepted();
        if (accepted == null) {
            return null;
        }
        return new Heartbeat(
                Objects.requireNonNullElse(accepted.region(), activeRegion),
                accepted.sequence(),
                accepted.sentAt(),
                accepted.acceptedAt(),
                every,
                writesEnd
                        .filter(end -> view.clearAfter(end.moment()))
                        .map(WritesEnd::at)
                        .orElse(null));
    }

    /** Whether that was read by the latest look: after one that read nothing, nobody knows who writes now. */
    private boolean isLatest(LagFacts facts) {
        return window.latest()
                .filter(look -> !facts.readAt().isBefore(look.began()))
                .isPresent();
    }

    private static Lag lag(LagFacts facts, Moment now, boolean latest) {
        return new Lag(
                facts.behind(),
                facts.sampleAge() == null ? null : facts.sampleAge().plus(now.since(facts.readAt())),
                latest ? facts.writer() : null,
                facts.secondary(),
                latest ? facts.synchronization() : null);
    }

    private static Capacity capacity(CapacityFacts facts, Moment now) {
        return new Capacity(
                facts.cluster(), facts.service(), facts.minimum(), facts.desired(), now.since(facts.readAt()));
    }

    private static Growth growth(GrowthFacts facts, Moment now) {
        return new Growth(facts.table(), facts.rows(), facts.over(), now.since(facts.countedAt()));
    }

    private record Gist(
            String watch,
            @Nullable String region,
            SignalState state,
            @Nullable String acceptedIn,
            boolean writesFail,
            @Nullable String writer,
            @Nullable String synchronization) {}
}
