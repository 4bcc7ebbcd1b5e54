package io.lifeboat.bench.room;

import com.fasterxml.jackson.core.type.TypeReference;
import io.lifeboat.contract.envelope.Json;
import io.lifeboat.e2e.client.Coordinator;
import io.lifeboat.e2e.client.Rest;
import io.lifeboat.e2e.stack.Child;
import io.lifeboat.e2e.stack.Layout;
import io.lifeboat.e2e.stack.Remains;
import io.lifeboat.e2e.stack.SandboxInfo;
import io.lifeboat.e2e.stack.Services;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * A control room without a cloud: Kafka and PostgreSQL of its own, and the services that are asked for. PostgreSQL waits for
 * the disk at each commit, and keeps commit times. Closing it ends every process of it.
 */
public final class Room implements AutoCloseable {

    /** What services run with: the usual collector of a small machine, and both compilers, as in production. */
    public static final List<String> JVM = List.of("-XX:TieredStopAtLevel=4");

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final URI NOBODY = URI.create("http://127.0.0.1:9/");

    private final Layout layout;
    private final Thread hook;
    private final Authority authority;
    private final Services services;
    private final String bootstrap;
    private final Map<String, Map<String, String>> databases;
    private final List<Services.Started> coordinators = new ArrayList<>();

    private Room(Layout layout, Thread hook) {
        this.layout = layout;
        this.hook = hook;
        this.authority = new Authority(layout.folder("tls"));
        Path database = layout.state().resolve("postgres");
        Path broker = layout.state().resolve("kafka");
        Child kafka = jvm("kafka", "512m", "io.lifeboat.testkit.kafka.KafkaBroker", "--dir", broker.toString());
        Child postgres = jvm(
                "postgres",
                "64m",
                "io.lifeboat.e2e.stack.DatabaseMain",
                database.toString(),
                "fsync=on",
                "full_page_writes=on",
                "shared_buffers=128MB",
                "track_commit_timestamp=on");
        await(kafka, () -> Files.exists(Path.of(broker + ".ready")));
        await(postgres, () -> Files.exists(Path.of(database + ".ready")));
        this.bootstrap = read(Path.of(broker + ".ready")).trim().replace("bootstrap=", "");
        this.databases = databases(Path.of(database + ".ready"));
        this.services = new Services(layout, place(authority, List.of()), bootstrap, JVM);
    }

    /** Starts Kafka and PostgreSQL; no service yet. */
    public static Room start(Layout layout) {
        Remains.clear(layout);
        layout.folder(".");
        Thread hook = Thread.ofPlatform().unstarted(() -> Remains.end(layout));
        Runtime.getRuntime().addShutdownHook(hook);
        return new Room(layout, hook);
    }

    /** A place without a cloud: two vantages on loopback, and no AWS anywhere. */
    private static SandboxInfo place(Authority authority, List<String> controls) {
        SandboxInfo.Place here = new SandboxInfo.Place(null, "127.0.0.1", "127.0.0.1:9", NOBODY);
        return new SandboxInfo(
                NOBODY,
                NOBODY,
                authority.pem(),
                Map.of(),
                Map.of(Vantages.NORTH, here, Vantages.SOUTH, here),
                here,
                controls,
                new SandboxInfo.Credentials("none", "none"),
                Map.of(),
                new SandboxInfo.Regions(Vantages.HOME, Vantages.OTHER),
                NOBODY);
    }

    /** Whom the room's services trust. */
    public Authority authority() {
        return authority;
    }

    /** The broker. */
    public String bootstrap() {
        return bootstrap;
    }

    /** How a service's role signs in to the database, as Quarkus settings. */
    public Map<String, String> database(String service) {
        return databases.get(service);
    }

    /** A coordinator that is ready. */
    public Services.Started coordinator(String instance, Map<String, String> settings) {
        Map<String, String> all = with("coordinator", settings);
        // What is measured is how fast the machine opens executions, not after how many it asks.
        all.putIfAbsent("lifeboat.blast-cap.percent", "100");
        all.putIfAbsent("lifeboat.blast-cap.at-most", "1000000");
        all.putIfAbsent("lifeboat.waves.parallel", "1000000");
        Services.Started started = services.coordinator(instance, all);
        coordinators.add(started);
        return ready(started);
    }

    /** An executor that is ready. */
    public Services.Started executor(String instance) {
        return ready(services.executor(instance, with("executor", Map.of())));
    }

    /**
     * A detector that is ready.
     *
     * @param controls URLs by which it tells its own trouble from others'
     */
    public Services.Started detector(String vantage, List<String> controls) {
        return ready(new Services(layout, place(authority, controls), bootstrap, JVM).detector(vantage));
    }

    /** The REST interface of the first coordinator. */
    public Coordinator rest() {
        return new Coordinator(coordinators.getFirst().url());
    }

    /** The URL of the first coordinator. */
    public URI url() {
        return coordinators.getFirst().url();
    }

    /** Whether a service says that it is ready. */
    public static boolean isReady(Services.Started service) {
        return new Rest(service.url()).ready("q/health/ready");
    }

    @Override
    public void close() {
        Remains.end(layout);
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    private Map<String, String> with(String service, Map<String, String> settings) {
        Map<String, String> all = new LinkedHashMap<>(databases.get(service));
        all.putAll(settings);
        return all;
    }

    private Services.Started ready(Services.Started started) {
        await(started.child(), () -> isReady(started));
        return started;
    }

    private Child jvm(String name, String heap, String main, String... arguments) {
        List<String> all = new ArrayList<>(JVM);
        all.addAll(List.of("-cp", layout.classPath(), main));
        all.addAll(List.of(arguments));
        return Child.jvm(name, heap, all, Map.of(), layout);
    }

    private void await(Child child, BooleanSupplier ready) {
        boolean came = Waiting.soon(PATIENCE, () -> !child.alive() || ready.getAsBoolean());
        if (!came || !child.alive()) {
            throw new IllegalStateException(child.name() + (child.alive() ? " is not ready" : " ended")
                    + "; the end of " + layout.log(child.name()) + ":\n" + child.lastWords());
        }
    }

    private static Map<String, Map<String, String>> databases(Path file) {
        try {
            return Json.mapper().readValue(read(file), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
