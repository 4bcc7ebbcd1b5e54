package io.lifeboat.coordinator.signal;

import static io.lifeboat.coordinator.signal.Shop.HOME;
import static io.lifeboat.coordinator.signal.Shop.OTHER;

import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.signal.Growth;
import io.lifeboat.contract.signal.Heartbeat;
import io.lifeboat.contract.signal.Lag;
import io.lifeboat.contract.signal.Sight;
import io.lifeboat.contract.signal.Signal;
import io.lifeboat.contract.signal.SignalSnapshot;
import io.lifeboat.contract.signal.SignalState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a vantage of the {@link Shop} says, for tests: all is well unless said otherwise. */
public final class Seen {

    public static final Instant SENT = Instant.parse("2026-11-22T10:00:00Z");

    private final String vantage;
    private final List<Signal> signals = new ArrayList<>();
    private Sight sight = Sight.CLEAR;
    private long sequence = 1;
    private @Nullable Duration since = Duration.ofSeconds(1);
    private Duration heldFor = Duration.ofSeconds(20);
    private Duration lookAge = Duration.ofSeconds(1);
    private @Nullable Duration lastUp = Duration.ofSeconds(24);
    private boolean refused;
    private @Nullable String synchronization = "connected";

    private Seen(String vantage) {
        this.vantage = vantage;
    }

    /** A vantage that sees everything up. */
    public static Seen by(String vantage) {
        Seen seen = new Seen(vantage);
        seen.set("api-live", Tier.COMPUTE, HOME, SignalState.UP);
        seen.set("api-live", Tier.COMPUTE, OTHER, SignalState.UP);
        seen.set("database", Tier.DATABASE, HOME, SignalState.UP);
        seen.set("database", Tier.DATABASE, OTHER, SignalState.UP);
        seen.set("orders", Tier.DATABASE, HOME, SignalState.UP);
        seen.set("entrance", Tier.ENTRANCE, null, SignalState.UP);
        seen.lag(HOME, Duration.ofMillis(500), Duration.ofSeconds(1));
        return seen;
    }

    /** Everything of home, and the entrance, has been down for this long. */
    public Seen homeLost(Duration heldFor) {
        this.heldFor = heldFor;
        this.refused = true;
        return set("api-live", Tier.COMPUTE, HOME, SignalState.DOWN)
                .set("database", Tier.DATABASE, HOME, SignalState.DOWN)
                .set("orders", Tier.DATABASE, HOME, SignalState.DOWN)
                .set("entrance", Tier.ENTRANCE, null, SignalState.DOWN);
    }

    /** The writer answers and refuses writes. */
    public Seen writesRefused() {
        this.refused = true;
        return set("orders", Tier.DATABASE, HOME, SignalState.DEGRADED);
    }

    /** For how long what is down has been so; for what is set from now on. */
    public Seen heldFor(Duration heldFor) {
        this.heldFor = heldFor;
        return this;
    }

    /** One watch's state; replaces what was said of it. */
    public Seen set(String watch, Tier tier, @Nullable String region, SignalState state) {
        signals.removeIf(signal -> signal.watch().equals(watch) && java.util.Objects.equals(signal.region(), region));
        boolean up = state == SignalState.UP;
        Heartbeat heartbeat = !watch.equals("orders")
                ? null
                : new Heartbeat(
                        HOME,
                        41,
                        SENT.minusSeconds(refused ? 22 : 1),
                        SENT.minusSeconds(refused ? 22 : 1),
                        Duration.ofSeconds(1),
                        refused ? SENT.minusSeconds(20) : null);
        signals.add(new Signal(
                watch,
                tier,
                region,
                state,
                "test",
                lookAge,
                up ? Duration.ofMinutes(5) : heldFor,
                up ? lookAge : lastUp,
                null,
                heartbeat,
                null,
                null,
                null));
        return this;
    }

    /** Whether the other side follows the writer, in Aurora's words; null when that could not be read. */
    public Seen synchronization(@Nullable String said) {
        synchronization = said;
        return lag(HOME, Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    /** The replication's lag, and whether the secondary follows. */
    public Seen lagOf(
            String writer,
            String secondary,
            @Nullable Duration behind,
            @Nullable Duration sampleAge,
            @Nullable String said) {
        return lag(new Lag(behind, sampleAge, writer, secondary, said));
    }

    /** The replication's lag. */
    public Seen lag(@Nullable String writer, @Nullable Duration behind, @Nullable Duration sampleAge) {
        return lag(new Lag(behind, sampleAge, writer, OTHER, synchronization));
    }

    private Seen lag(Lag lag) {
        signals.removeIf(signal -> signal.watch().equals("lag"));
        signals.add(new Signal(
                "lag",
                Tier.DATA,
                null,
                SignalState.UP,
                "test",
                lookAge,
                Duration.ofMinutes(5),
                lookAge,
                null,
                null,
                lag,
                null,
                null));
        return this;
    }

    /** A table that was counted until a quarter of a minute ago; its writer cannot be asked any more. */
    public Seen growth(String table, long rows, Duration over) {
        set("count-" + table, Tier.DATA, HOME, SignalState.UNKNOWN);
        Signal counted = signals.removeLast();
        signals.add(new Signal(
                counted.watch(),
                counted.tier(),
                counted.region(),
                counted.state(),
                counted.reason(),
                counted.age(),
                counted.heldFor(),
                counted.lastUpAge(),
                null,
                null,
                null,
                null,
                new Growth(table, rows, over, Duration.ofSeconds(15))));
        return this;
    }

    public Seen without(String watch) {
        signals.removeIf(signal -> signal.watch().equals(watch));
        return this;
    }

    public Seen withoutRegion(String region) {
        signals.removeIf(signal -> region.equals(signal.region()));
        return this;
    }

    public Seen sight(Sight sight) {
        this.sight = sight;
        return this;
    }

    /** How long ago it was sent; null when it never was. */
    public Seen since(@Nullable Duration since) {
        this.since = since;
        return this;
    }

    /** The entrance, or any watch that is up, has been so for this long. */
    public Seen upFor(String watch, Tier tier, @Nullable String region, Duration upFor) {
        set(watch, tier, region, SignalState.UP);
        Signal up = signals.removeLast();
        signals.add(new Signal(
                up.watch(),
                up.tier(),
                up.region(),
                up.state(),
                up.reason(),
                up.age(),
                upFor,
                up.lastUpAge(),
                null,
                up.heartbeat(),
                null,
                up.capacity(),
                up.growth()));
        return this;
    }

    public Seen sequence(long sequence) {
        this.sequence = sequence;
        return this;
    }

    /** The message. */
    public SignalSnapshot snapshot() {
        return snapshot("shop");
    }

    /** The message about another application. */
    public SignalSnapshot snapshot(String application) {
        return new SignalSnapshot(
                application,
                1,
                vantage,
                region(),
                vantage + "-1",
                "boot-" + vantage,
                sequence,
                SENT,
                sight,
                sight == Sight.CLEAR ? null : "lost its control targets",
                signals);
    }

    /** The coordinator's view of it. */
    public View view() {
        return since == null ? new View(vantage, region(), null, null) : new View(vantage, region(), snapshot(), since);
    }

    /** All views. */
    public static Evidence evidence(Seen... seen) {
        return new Evidence(java.util.Arrays.stream(seen).map(Seen::view).toList());
    }

    private @Nullable String region() {
        return switch (vantage) {
            case "frankfurt" -> OTHER;
            case "dublin" -> HOME;
            default -> null;
        };
    }
}
