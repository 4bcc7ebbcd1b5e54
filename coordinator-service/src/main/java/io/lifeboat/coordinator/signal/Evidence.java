package io.lifeboat.coordinator.signal;

import io.lifeboat.contract.signal.Heartbeat;
import io.lifeboat.contract.signal.Lag;
import io.lifeboat.contract.signal.Signal;
import io.lifeboat.coordinator.loss.Exposure;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What every vantage of a plan says now.
 *
 * @param views one for each vantage of the plan, in the plan's order; also for those that never reported
 */
public record Evidence(List<View> views) {

    public Evidence {
        views = List.copyOf(views);
    }

    /**
     * Where the writer was last observed, by the youngest look of a trusted vantage at the replication; empty when nobody
     * saw it.
     */
    public Optional<String> writer() {
        return lags().filter(seen -> seen.lag().writer() != null)
                .min(Comparator.comparing(SeenLag::age))
                .map(seen -> seen.lag().writer());
    }

    /**
     * For how long the writer has certainly accepted nothing: since the last of the vantages had a write refused. Empty
     * while one vantage's writes are accepted, or when no vantage writes.
     */
    public Optional<Duration> writesStoppedFor() {
        List<View> writing = trusted()
                .filter(view -> view.heartbeats().findAny().isPresent())
                .toList();
        if (writing.isEmpty()
                || writing.stream().anyMatch(view -> view.refusedFor().isEmpty())) {
            return Optional.empty();
        }
        return writing.stream().flatMap(view -> view.refusedFor().stream()).min(Comparator.naturalOrder());
    }

    /** The vantages whose writes are accepted now. */
    public List<String> writingVantages() {
        return trusted()
                .filter(view -> view.heartbeats().map(Heartbeat::failedAt).anyMatch(failed -> failed == null))
                .map(View::vantage)
                .toList();
    }

    /** What would be lost at most; empty when nobody measured it. */
    public Optional<Exposure> exposure() {
        Duration stopped = writesStoppedFor().orElse(null);
        return lags().flatMap(
                        seen -> Exposure.of(
                                seen.lag().behind(),
                                seen.view().aged(seen.lag().sampleAge()).orElse(null),
                                stopped)
                                .stream())
                .reduce(Exposure::tighter);
    }

    /** Since the latest good look at the entrance or the region, over all vantages; empty when nobody knows. */
    public Optional<Duration> sinceLastGood(Predicate<Signal> which) {
        return trusted()
                .flatMap(view ->
                        view.signals().stream().filter(which).flatMap(signal -> view.aged(signal.lastUpAge()).stream()))
                .min(Comparator.naturalOrder());
    }

    private Stream<View> trusted() {
        return views.stream().filter(View::trusted);
    }

    private Stream<SeenLag> lags() {
        return trusted().flatMap(view -> view.signals().stream().flatMap(signal -> Stream.ofNullable(signal.lag())
                .flatMap(lag -> view.aged(signal.age()).stream().map(age -> new SeenLag(view, lag, age)))));
    }

    private record SeenLag(View view, Lag lag, Duration age) {}
}
