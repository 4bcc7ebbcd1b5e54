package io.lifeboat.e2e.stack;

import io.lifeboat.e2e.client.Audit;
import io.lifeboat.e2e.client.Coordinator;
import io.lifeboat.e2e.client.Rest;
import io.lifeboat.e2e.client.SandboxControl;
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
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Kafka, PostgreSQL, the sandbox, two detectors outside the home region and one inside it, coordinator, executor and audit
 * service, each a process of its own. Closing it ends them all; whoever does not close it leaves them standing.
 */
public final class Stack implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Layout layout;
    private final StackOptions options;
    private final List<Child> children = new CopyOnWriteArrayList<>();
    private final Map<String, URI> urls = new LinkedHashMap<>();
    private final @Nullable Wires wires;
    private String bootstrap = "";
    private DatabaseFolder database;
    private SandboxInfo sandbox;

    private Stack(Layout layout, StackOptions options) {
        this.layout = layout;
        this.options = options;
        this.wires = options.wired() ? new Wires() : null;
        this.database = new DatabaseFolder(layout.state().resolve("postgres"));
    }

    /**
     * Starts everything and waits until every service is ready.
     *
     * @param progress told what is being done, in a few words
     * @throws IllegalStateException when something does not come up, with the last lines of its log
     */
    public static Stack start(Layout layout, StackOptions options, Consumer<String> progress) {
        Remains.clear(layout);
        Stack stack = new Stack(layout, options);
        Thread hook = Thread.ofPlatform().unstarted(stack::endAll);
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            stack.startGround(progress);
            stack.startServices(progress);
            NotedUrls.write(layout, stack.urls, stack.bootstrap);
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        } finally {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

    /** The broker. */
    public String bootstrap() {
        return bootstrap;
    }

    /** What the sandbox says of itself. */
    public SandboxInfo sandbox() {
        return sandbox;
    }

    /** Every URL, by name. */
    public Map<String, URI> urls() {
        return Map.copyOf(urls);
    }

    /** The shop's plan, filled in for this sandbox. */
    public String plan() {
        return read(layout.state().resolve("sandbox/plan.yaml"));
    }

    public Coordinator coordinator() {
        return new Coordinator(urls.get("coordinator"));
    }

    public Audit audit() {
        return new Audit(urls.get("audit"));
    }

    /** The sandbox's control, with the operator's token that no service has. */
    public SandboxControl control() {
        return new SandboxControl(
                sandbox.control(),
                read(layout.state().resolve("sandbox/operator-token")).trim());
    }

    /** The process of that name. */
    public Child child(String name) {
        return children.stream()
                .filter(child -> child.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no process " + name));
    }

    /** What leads from the services to Kafka and PostgreSQL, when the stack was started with wires. */
    public Wires wires() {
        return Objects.requireNonNull(wires, "this stack was started without wires");
    }

    /**
     * Takes the control room's database away for good: the services that have one are killed and start again on an empty
     * one, while every message is still on the topics.
     *
     * @param between done while they are down, for example to let their consumer groups begin anew
     */
    public void loseDatabase(Runnable between) {
        withoutKeepers(() -> {
            lose("postgres");
            between.run();
            database = new DatabaseFolder(layout.state().resolve("postgres-" + UUID.randomUUID()));
            startDatabase();
            await("postgres", () -> Files.exists(database.ready()));
        });
    }

    /** Takes a backup of the control room's database. */
    public void backUpDatabase() {
        order(database.backUp());
    }

    /**
     * Restores the control room's database to the latest backup while the services that have one are down; they are killed,
     * and start again.
     *
     * @param between done before they do
     */
    public void restoreDatabase(Runnable between) {
        withoutKeepers(() -> {
            order(database.goBack());
            between.run();
        });
    }

    private void withoutKeepers(Runnable meanwhile) {
        List.of("coordinator-1", "executor-1", "audit-1").forEach(this::lose);
        meanwhile.run();
        startKeepers(new Services(layout, sandbox, bootstrap, options, wires)).forEach(this::begin);
    }

    private void lose(String name) {
        child(name).kill();
        children.remove(child(name));
    }

    private void order(Path order) {
        DatabaseFolder.give(order);
        await("postgres", () -> Files.notExists(order));
    }

    /** Starts a second executor on the same database and topics, and waits until it is ready. */
    public Child startSecondExecutor() {
        Services services = new Services(layout, sandbox, bootstrap, options, wires);
        Services.Started second =
                services.executor("executor-2", database.configurations().get("executor"));
        children.add(second.child());
        awaitReady(second);
        return second.child();
    }

    /** Ends every process of it. */
    @Override
    public void close() {
        endAll();
    }

    private void endAll() {
        Remains.end(layout);
        if (wires != null) {
            wires.close();
        }
    }

    private void startGround(Consumer<String> progress) {
        progress.accept("Kafka, PostgreSQL and the sandbox cloud ...");
        Path broker = layout.state().resolve("kafka");
        Path cloud = layout.folder("sandbox");
        children.add(jvm(
                "kafka",
                "384m",
                "io.lifeboat.testkit.kafka.KafkaBroker",
                "--dir",
                broker.toString(),
                "--doors",
                wires == null ? "" : wires.doors()));
        startDatabase();
        List<String> arguments = new ArrayList<>(List.of(
                "--state", cloud.toString(),
                "--plan", layout.root().resolve("deploy/plans/shop.yaml").toString()));
        arguments.addAll(options.sandbox());
        children.add(jvm("sandbox", "512m", "io.lifeboat.sandbox.SandboxMain", arguments.toArray(String[]::new)));
        await("kafka", () -> Files.exists(Path.of(broker + ".ready")));
        await("postgres", () -> Files.exists(database.ready()));
        await("sandbox", () -> Files.exists(cloud.resolve("sandbox.json")));
        String told = read(Path.of(broker + ".ready"));
        bootstrap =
                told.lines().findFirst().orElseThrow().replace("bootstrap=", "").trim();
        if (wires != null) {
            wires.leadToBroker(told);
        }
        sandbox = SandboxInfo.read(cloud.resolve("sandbox.json"));
        urls.put("sandbox", sandbox.control());
    }

    private void startServices(Consumer<String> progress) {
        progress.accept("three detectors, coordinator, executor and audit service ...");
        Services services = new Services(layout, sandbox, bootstrap, options, wires);
        Map<String, Services.Started> started = startKeepers(services);
        sandbox.vantages().keySet().forEach(vantage -> started.put("detector-" + vantage, services.detector(vantage)));
        started.values().forEach(service -> children.add(service.child()));
        started.forEach((name, service) -> {
            urls.put(name, service.url());
            awaitReady(service);
        });
    }

    /** The services that have a database. */
    private Map<String, Services.Started> startKeepers(Services services) {
        Map<String, Map<String, String>> databases = database.configurations();
        Map<String, Services.Started> started = new LinkedHashMap<>();
        started.put("coordinator", services.coordinator(databases.get("coordinator")));
        started.put("executor", services.executor("executor-1", databases.get("executor")));
        started.put("audit", services.audit(databases.get("audit")));
        return started;
    }

    private void begin(String name, Services.Started service) {
        children.add(service.child());
        urls.put(name, service.url());
        awaitReady(service);
    }

    private void startDatabase() {
        children.add(jvm(
                "postgres", "64m", DatabaseMain.class.getName(), database.data().toString()));
    }

    private void awaitReady(Services.Started service) {
        Rest rest = new Rest(service.url());
        await(service.child().name(), () -> rest.ready("q/health/ready"));
    }

    private Child jvm(String name, String heap, String main, String... arguments) {
        List<String> all = new ArrayList<>(List.of("-cp", layout.classPath(), main));
        all.addAll(List.of(arguments));
        return Child.jvm(name, heap, all, options.environmentOf(name), layout);
    }

    private void await(String name, BooleanSupplier ready) {
        Child child = child(name);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!ready.getAsBoolean()) {
            if (!child.alive() || System.nanoTime() > deadline) {
                throw new IllegalStateException(name
                        + (child.alive() ? " is not ready after " + PATIENCE.toSeconds() + " s" : " ended")
                        + "; the end of " + layout.log(name) + ":\n" + child.lastWords());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the stack starts", e);
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
