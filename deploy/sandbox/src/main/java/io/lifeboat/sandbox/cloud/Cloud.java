package io.lifeboat.sandbox.cloud;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole cloud's ground: its regions, its vantages and what all its services share. */
public final class Cloud implements AutoCloseable {

    public static final String HOME = "eu-west-1";
    public static final String OTHER = "eu-central-1";

    /** A region the shop does not live in; the witness of where it is served from. */
    public static final String WITNESS = "eu-north-1";

    /** Where the control planes of Route 53 and IAM live. */
    public static final String US_EAST_1 = "us-east-1";

    private static final Logger log = LoggerFactory.getLogger(Cloud.class);

    private final Net net;
    private final Ports ports;
    private final Clock clock;
    private final Map<String, Region> regions = new LinkedHashMap<>();
    private final Map<String, Vantage> vantages = new LinkedHashMap<>();
    private final Reach reach;
    private final Names names = new Names();
    private final Effects effects = new Effects();
    private final Authority authority = new Authority();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("sandbox-", 0).factory());
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sandbox-timer").daemon().factory());

    public Cloud(Net net, Ports ports, Clock clock) {
        this.net = net;
        this.ports = ports;
        this.clock = clock;
        regions.put(HOME, new Region(HOME, net, 10));
        regions.put(OTHER, new Region(OTHER, net, 20));
        regions.put(US_EAST_1, new Region(US_EAST_1, net, 30));
        regions.put(WITNESS, new Region(WITNESS, net, 40));
        Map<Integer, Region> byPlace = new LinkedHashMap<>();
        regions.values().forEach(region -> byPlace.put(region.place(), region));
        standAt("frankfurt", other(), byPlace);
        standAt("office", null, byPlace);
        standAt("dublin", home(), byPlace);
        this.reach = new Reach(net, byPlace);
    }

    /** A vantage that stands in a region is lost with it. */
    private void standAt(String name, @Nullable Region region, Map<Integer, Region> byPlace) {
        Vantage vantage =
                Vantage.at(net, name, region == null ? null : region.name(), Place.FIRST_VANTAGE + vantages.size());
        vantages.put(name, vantage);
        if (region != null) {
            byPlace.put(vantage.place(), region);
        }
    }

    public Net net() {
        return net;
    }

    public Ports ports() {
        return ports;
    }

    public Clock clock() {
        return clock;
    }

    public Region home() {
        return regions.get(HOME);
    }

    public Region other() {
        return regions.get(OTHER);
    }

    public Map<String, Region> regions() {
        return Map.copyOf(regions);
    }

    public Region witness() {
        return regions.get(WITNESS);
    }

    /** The region of that name, or null. */
    public @Nullable Region region(String name) {
        return regions.get(name);
    }

    public Map<String, Vantage> vantages() {
        return Map.copyOf(vantages);
    }

    /** Where Lifeboat's services stand. */
    public Vantage controlRoom() {
        return Vantage.at(net, "control-room", null, Place.CONTROL_ROOM);
    }

    public Reach reach() {
        return reach;
    }

    public Names names() {
        return names;
    }

    public Effects effects() {
        return effects;
    }

    /** The certificate authority that everything in the cloud is signed by. */
    public Authority authority() {
        return authority;
    }

    /** One virtual thread for each task; tasks may block. */
    public ExecutorService threads() {
        return threads;
    }

    /** Runs once, on a virtual thread, after a while. */
    @SuppressWarnings("FutureReturnValueIgnored") // logged() is where a failure is told
    public void after(Duration delay, Runnable task) {
        timer.schedule(() -> threads.execute(logged(task)), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Runs again and again on the cloud's one timer thread, first after a random part of the interval. Short tasks only;
     * a task that may block hands itself to {@link #threads()}.
     */
    @SuppressWarnings("FutureReturnValueIgnored") // logged() is where a failure is told
    public void every(Duration interval, Runnable task) {
        long first = ThreadLocalRandom.current().nextLong(interval.toNanos());
        timer.scheduleAtFixedRate(logged(task), first, interval.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        threads.shutdownNow();
    }

    // An exception would silently end a repeated task; here is the last place that can tell of it.
    private static Runnable logged(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                log.error("A task of the sandbox failed", e);
            }
        };
    }
}
