package io.lifeboat.detector.watch;

import io.lifeboat.detector.probe.Facts;
import io.lifeboat.detector.probe.LagFacts;
import io.lifeboat.detector.probe.Look;
import io.lifeboat.detector.probe.WriteFacts;
import io.lifeboat.detector.time.Moment;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the writer was last observed, for placing the watches that look at the active region. An accepted write tells
 * more surely than a description of the database, which may be stale: for half a minute after one it decides alone.
 *
 * @param home where the writer is taken to be before anything was observed
 * @param accepted where a write was last accepted
 * @param described where the writer was last said to be
 */
public record ActiveRegion(String home, Optional<Sighted> accepted, Optional<Sighted> described) {

    private static final Duration A_WRITE_DECIDES = Duration.ofSeconds(30);

    /** Nothing was observed yet. */
    public static ActiveRegion of(String home) {
        return new ActiveRegion(home, Optional.empty(), Optional.empty());
    }

    /** After one more look. */
    public ActiveRegion after(Look look) {
        Facts facts = look.facts();
        return new ActiveRegion(
                home,
                look.good() ? written(facts.write()).or(() -> accepted) : accepted,
                described(facts.lag()).or(() -> described));
    }

    /** The region, as far as it is known now. */
    public String at(Moment now) {
        return accepted.filter(write -> now.since(write.at()).compareTo(A_WRITE_DECIDES) < 0)
                .or(() -> described)
                .or(() -> accepted)
                .map(Sighted::region)
                .orElse(home);
    }

    private static Optional<Sighted> written(@Nullable WriteFacts write) {
        return Optional.ofNullable(write)
                .map(WriteFacts::accepted)
                .filter(accepted -> accepted.region() != null)
                .map(accepted -> new Sighted(accepted.region(), accepted.moment()));
    }

    private static Optional<Sighted> described(@Nullable LagFacts lag) {
        return Optional.ofNullable(lag)
                .filter(facts -> facts.writer() != null)
                .map(facts -> new Sighted(facts.writer(), facts.readAt()));
    }

    /**
     * One observation.
     *
     * @param region where the writer was
     * @param at when that was seen
     */
    public record Sighted(String region, Moment at) {}
}
