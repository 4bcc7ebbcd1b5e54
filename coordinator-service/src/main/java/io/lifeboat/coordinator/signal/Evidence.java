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
import org.jspecify.annotations.Nullable;

/**
 * What every vantage of a plan says now.
 *
 * @param views one for each vantage of the plan, in the plan's order; also for those that never reported
 */
public record Evidence(List<View> views) {

    /** Aurora's word for a secondary that follows (RDS API reference, GlobalClusterMember). */
    private static final String FOLLOWS = "connected";

    public Evidence {
        views = List.copyOf(views);
    }

    /**
     * What counts when a region is lost. A vantage inside it counts only for what it said after the others agreed: until
     * then it spoke of better days, and its silence must neither count nor delay.
     *
     * @param lost the region
     * @param agreedFor for how long a quorum has agreed that it is lost; null while none does
     */
    public Evidence counting(String lost, @Nullable Duration agreedFor) {
        return new Evidence(views.stream()
                .filter(view -> !lost.equals(view.region()) || saidSince(view, agreedFor))
                .toList());
    }

    private static boolean saidSince(View view, @Nullable Duration agreedFor) {
        Duration since = view.sinceSent();
        return agreedFor != null && since != null && since.compareTo(agreedFor) < 0;
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
     * Every region in which a trusted vantage sees the writer, by its look at the replication; where none looks at that, the
     * region in which a write was accepted last. Empty when nobody sees it.
     */
    public List<String> writers() {
        List<String> seen = lags().flatMap(look -> Stream.ofNullable(look.lag().writer()))
                .distinct()
                .toList();
        return seen.isEmpty() ? acceptedIn().stream().toList() : seen;
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

    /** Where a write was accepted last, while it still is; empty when no vantage's writes are accepted. */
    public Optional<String> acceptedIn() {
        return trusted()
                .flatMap(view -> view.heartbeats()
                        .filter(heartbeat -> heartbeat.failedAt() == null && heartbeat.region() != null)
                        .map(heartbeat -> new Accepted(heartbeat.region(), view.sinceSent())))
                .min(Comparator.comparing(Accepted::since))
                .map(Accepted::region);
    }

    /**
     * Why a region cannot be promoted: it does not follow the writer (any more, or yet), so what was written since is not
     * there. Empty when it follows, or when nobody could see whether it does.
     */
    public Optional<String> notFollowing(String region) {
        return lags().filter(seen ->
                        region.equals(seen.lag().secondary()) && seen.lag().synchronization() != null)
                .min(Comparator.comparing(SeenLag::age))
                .filter(seen -> !FOLLOWS.equals(seen.lag().synchronization()))
                .map(seen -> "%s has not re-synchronised since it was the writer: it is %s as %s sees it"
                        .formatted(
                                region,
                                seen.lag().synchronization(),
                                seen.view().vantage()));
    }

    /** Whether a region is seen to follow the writer; not while nobody can see that. */
    public boolean follows(String region) {
        return lags().filter(seen ->
                        region.equals(seen.lag().secondary()) && seen.lag().synchronization() != null)
                .min(Comparator.comparing(SeenLag::age))
                .filter(seen -> FOLLOWS.equals(seen.lag().synchronization()))
                .isPresent();
    }

    /** What would be lost at most by going to a region; empty when nobody measured it. */
    public Optional<Exposure> exposure(@Nullable String to) {
        Duration stopped = writesStoppedFor().orElse(null);
        return lags().filter(seen -> to == null || to.equals(seen.lag().secondary()))
                .flatMap(
                        seen -> Exposure.of(
                                seen.lag().behind(),
                                seen.view().aged(seen.lag().sampleAge()).orElse(null),
                                stopped)
                                .stream())
                .reduce(Exposure::tighter);
    }

    /** The vantages whose clocks are further off than they may be. */
    public List<WrongClock> wrongClocks(Duration tolerance) {
        return views.stream()
                .flatMap(view -> view.wrongClock(tolerance).stream())
                .toList();
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

    private record Accepted(String region, Duration since) {}

    private record SeenLag(View view, Lag lag, Duration age) {}
}
