package io.lifeboat.detector.watch;

import io.lifeboat.chassis.broker.Sender;
import io.lifeboat.chassis.instance.Instance;
import io.lifeboat.contract.envelope.Message;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.contract.signal.Sight;
import io.lifeboat.detector.aws.ApiReader;
import io.lifeboat.detector.aws.AuroraReader;
import io.lifeboat.detector.aws.AwsClients;
import io.lifeboat.detector.aws.BucketReader;
import io.lifeboat.detector.aws.EcsReader;
import io.lifeboat.detector.aws.KeyReader;
import io.lifeboat.detector.aws.SdkCalls;
import io.lifeboat.detector.aws.SnapshotReader;
import io.lifeboat.detector.dispatch.Dispatch;
import io.lifeboat.detector.network.Names;
import io.lifeboat.detector.network.NetworkConfig;
import io.lifeboat.detector.network.Secrets;
import io.lifeboat.detector.network.SecretsConfig;
import io.lifeboat.detector.network.Trust;
import io.lifeboat.detector.probe.HttpClients;
import io.lifeboat.detector.probe.Look;
import io.lifeboat.detector.probe.Outside;
import io.lifeboat.detector.probe.Prober;
import io.lifeboat.detector.probe.Probers;
import io.lifeboat.detector.probe.Stores;
import io.lifeboat.detector.sight.Eyesight;
import io.lifeboat.detector.signal.Publication;
import io.lifeboat.detector.signal.Standpoint;
import io.lifeboat.detector.time.SlewedClock;
import io.lifeboat.detector.time.Ticker;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.xbill.DNS.Address;

/** The detector put together from its settings. */
@ApplicationScoped
public class Detector {

    private static final Logger LOG = Logger.getLogger(Detector.class);
    private static final int FEWEST_CONTROLS = 2;

    private final DetectorConfig config;
    private final Loops loops;
    private final WatchRoom room;
    private final ControlRuns controls;
    private final AwsClients aws;

    @Inject
    Detector(
            DetectorConfig config,
            NetworkConfig network,
            SecretsConfig secrets,
            Instance instance,
            Sender sender,
            Vertx vertx,
            MeterRegistry registry,
            Clock clock) {
        this.config = config;
        if (config.controls().size() < FEWEST_CONTROLS) {
            throw new IllegalArgumentException("lifeboat.detector.controls: needs two or more https URLs outside every"
                    + " region of the plans, has " + config.controls().size()
                    + "; without them a detector that is cut off cannot tell");
        }
        Ticker ticker = Ticker.SYSTEM;
        // What is compared with AWS's own times goes by the machine's clock.
        InstantSource steady = new SlewedClock(clock, ticker);
        Trust trust = new Trust(network.trustedCa());
        Optional<InetAddress> source = config.sourceAddress().map(Detector::address);
        this.aws = new AwsClients(trust, clock);
        this.loops = new Loops(vertx, ticker, Math.max(2, Runtime.getRuntime().availableProcessors()));
        Outside outside = new Outside(
                vertx,
                ticker,
                steady,
                new Names(network.resolver(), source),
                trust,
                new Secrets(secrets.byName()),
                source,
                new HttpClients(vertx, trust, source),
                vertx.createNetClient(tcpOptions(source)));
        SdkCalls calls = new SdkCalls(vertx);
        Probers probers = new Probers(
                config.vantage(),
                outside,
                new AuroraReader(calls, aws, clock),
                new EcsReader(calls, aws),
                new ApiReader(calls, aws),
                new Stores(
                        new KeyReader(calls, aws),
                        new SnapshotReader(calls, aws, ticker, clock),
                        new BucketReader(calls, aws, ticker)));
        Standpoint standpoint = new Standpoint(
                config.vantage(),
                config.region().orElse(null),
                instance.name(),
                UUID.randomUUID().toString(),
                new AtomicLong());
        Dispatch dispatch = new Dispatch(new BrokerRoad(sender, loops), instance.source(), ticker, steady);
        Workshop workshop = new Workshop(
                ticker,
                standpoint,
                probers,
                loops,
                config.lateAfter(),
                this::view,
                this::looked,
                dispatch,
                new Publication.Rhythm(
                        config.publish().whileUp(), config.publish().whileNotUp()),
                new Meters(registry, config.vantage()));
        this.room =
                new WatchRoom(new Eyesight(config.lateAfter(), config.controls().size()), workshop);
        List<Prober> controlProbers =
                config.controls().stream().map(probers::ofControl).toList();
        this.controls = new ControlRuns(
                controlProbers,
                config.control().every(),
                config.control().timeout(),
                loops,
                workshop,
                room::controlLooked);
    }

    void start(@Observes StartupEvent event) {
        LOG.infof(
                "vantage=%s region=%s resolver and controls are set; %d control targets",
                config.vantage(),
                config.region().orElse("none"),
                config.controls().size());
        loops.inRoom(() -> {
            controls.start();
            room.open();
        });
    }

    void stop(@Observes ShutdownEvent event) {
        aws.close();
    }

    /** A plan came into force, was revised, or was withdrawn (empty). Returns at once. */
    public void revised(PlanRevision revision, Optional<Plan> plan) {
        loops.inRoom(() -> room.revised(revision, plan));
    }

    /** Where this detector stands. */
    public String vantage() {
        return config.vantage();
    }

    /** Whether it trusts its own eyes now. */
    public Sight sight() {
        return room.sight();
    }

    /** How many applications it watches. */
    public int watched() {
        return room.watched();
    }

    private Eyesight.View view() {
        return room.view();
    }

    private void looked(Look look) {
        if (look.failed()) {
            controls.lookNow();
        }
    }

    private static NetClientOptions tcpOptions(Optional<InetAddress> source) {
        NetClientOptions options = new NetClientOptions();
        source.ifPresent(address -> options.setLocalAddress(address.getHostAddress()));
        return options;
    }

    private static InetAddress address(String text) {
        try {
            return Address.getByAddress(text);
        } catch (IOException e) {
            throw new IllegalArgumentException("lifeboat.detector.source-address: " + text + " is no address", e);
        }
    }

    /** Sends over the chassis' producer and comes back to the room's loop. */
    private record BrokerRoad(Sender sender, Loops loops) implements Dispatch.Road {

        @Override
        public void send(Message message, Runnable sent, Consumer<Throwable> failed) {
            sender.send(message)
                    .subscribe()
                    .with(done -> loops.inRoom(sent), failure -> loops.inRoom(() -> failed.accept(failure)));
        }

        @Override
        public void later(Duration delay, Runnable task) {
            loops.at(Ticker.SYSTEM.now().plus(delay), task);
        }
    }
}
