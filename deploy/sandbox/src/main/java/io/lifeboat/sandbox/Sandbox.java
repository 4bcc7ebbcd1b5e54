package io.lifeboat.sandbox;

import io.lifeboat.sandbox.account.Accounts;
import io.lifeboat.sandbox.cloud.Cloud;
import io.lifeboat.sandbox.cloud.Net;
import io.lifeboat.sandbox.cloud.Ports;
import io.lifeboat.sandbox.cloudwatch.CloudWatchService;
import io.lifeboat.sandbox.control.ControlRoutes;
import io.lifeboat.sandbox.control.ControlServer;
import io.lifeboat.sandbox.endpoint.AwsEndpoint;
import io.lifeboat.sandbox.endpoint.AwsServices;
import io.lifeboat.sandbox.fault.ApiFaults;
import io.lifeboat.sandbox.fault.FaultRoutes;
import io.lifeboat.sandbox.outside.ControlTargets;
import io.lifeboat.sandbox.outside.Pager;
import io.lifeboat.sandbox.rds.Aurora;
import io.lifeboat.sandbox.sns.SnsService;
import io.lifeboat.sandbox.sts.StsService;
import java.io.IOException;
import java.time.Clock;
import java.util.Deque;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running sandbox. */
public final class Sandbox implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Sandbox.class);

    private final StateFolder folder;
    private final Kernel kernel;
    private final String token = UUID.randomUUID().toString();
    private final Deque<AutoCloseable> parts = new ConcurrentLinkedDeque<>();
    private Description description;

    /** Starts everything; takes some seconds. When it returns, {@code sandbox.json} is there. */
    public static Sandbox start(Settings settings) throws IOException {
        Sandbox sandbox = new Sandbox(settings);
        try {
            sandbox.start();
            return sandbox;
        } catch (IOException | RuntimeException e) {
            sandbox.close();
            throw e;
        }
    }

    @SuppressWarnings("NullAway.Init") // the description is written at the end of the start
    Sandbox(Settings settings) {
        Clock clock = Clock.systemUTC();
        Cloud cloud = new Cloud(Net.random(), Ports.free(), clock);
        parts.push(cloud);
        this.folder = new StateFolder(settings.state());
        this.kernel = new Kernel(cloud, new Accounts(clock), new AwsServices(), new ControlRoutes(), settings);
    }

    void start() throws IOException {
        folder.clean();
        Cloud cloud = kernel.cloud();
        ApiFaults faults = new ApiFaults(cloud.clock());
        new FaultRoutes(cloud, kernel.accounts(), faults).addTo(kernel.control());
        AwsEndpoint endpoint = opened(new AwsEndpoint(cloud, kernel.accounts(), kernel.services(), faults));
        ControlTargets controlTargets = opened(new ControlTargets(cloud));
        Pager pager = opened(new Pager(cloud));
        Aurora aurora = opened(
                new Aurora(cloud, folder.databases(), kernel.settings().aurora(), kernel.services(), kernel.control()));
        SnsService sns = new SnsService(cloud);
        kernel.services()
                .add(new StsService(kernel.accounts()))
                .add(new CloudWatchService(aurora.lag()))
                .add(sns);
        kernel.control().state("published", sns::published).state("pages", pager::pages);
        Edge edge = opened(Edge.start(kernel, aurora));
        ControlServer control = opened(new ControlServer(cloud, kernel.control(), token));

        folder.writeAuthority(cloud.authority().pem());
        folder.writeToken(token);
        description = new Description(
                kernel, folder.authority(), endpoint, aurora, edge.placeholders(), control, controlTargets, pager);
        folder.writePlan(description.plan());
        folder.writeDescription(description.json());
        log.info("The sandbox is ready: {}", folder.path());
    }

    public Cloud cloud() {
        return kernel.cloud();
    }

    public Accounts accounts() {
        return kernel.accounts();
    }

    /** What stands in {@code sandbox.json}. */
    public Description description() {
        return description;
    }

    /** What the operator's REST asks for. */
    public String token() {
        return token;
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }

    /** Stops everything, the last started first. */
    @Override
    public void close() {
        folder.forgetDescription();
        for (AutoCloseable part = parts.poll(); part != null; part = parts.poll()) {
            try {
                part.close();
            } catch (Exception e) {
                log.error("A part of the sandbox did not stop", e);
            }
        }
    }
}
