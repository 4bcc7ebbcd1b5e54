package io.lifeboat.testkit.kafka;

import io.lifeboat.testkit.FreePorts;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/**
 * A single Kafka broker (KRaft, broker and controller in one) in this JVM. Topics are not made by themselves and take the
 * broker's append time, as the flow demands. It can be stopped and started again at the same address with the same data.
 */
public final class KafkaBroker implements AutoCloseable {

    private static final String CONTROLLER = "CONTROLLER";

    /** Held here, for the JDK forgets the level of a logger nobody holds. */
    private static final List<Logger> QUIET = List.of(
            Logger.getLogger("kafka"), Logger.getLogger("org.apache.kafka"), Logger.getLogger("state.change.logger"));

    private final Path folder;
    private final String host;
    private final int port;
    private final int controllerPort;
    private final Map<String, Door> doors;
    private @Nullable KafkaRaftServer server;

    /**
     * A further listener, for clients that reach the broker through something in between.
     *
     * @param port where the broker listens
     * @param advertised the port on the same host by which its clients know it
     */
    record Door(int port, int advertised) {}

    private KafkaBroker(Path folder, String host, int port, int controllerPort, Map<String, Door> doors) {
        this.folder = folder;
        this.host = host;
        this.port = port;
        this.controllerPort = controllerPort;
        this.doors = Map.copyOf(doors);
    }

    /** A broker on 127.0.0.1 at a free port, not started yet. */
    public static KafkaBroker in(Path folder) {
        return at(folder, "127.0.0.1", FreePorts.next("127.0.0.1"));
    }

    /**
     * A broker that is not started yet.
     *
     * @param folder where it keeps its log; formatted at the first start
     * @param host the loopback address it listens on and advertises
     * @param port its TCP port
     */
    public static KafkaBroker at(Path folder, String host, int port) {
        return new KafkaBroker(folder, host, port, FreePorts.next(host), Map.of());
    }

    /**
     * The same with a door for each of these clients, not started yet.
     *
     * @param advertised by the client's name, the port on this host by which it will know the broker
     */
    public KafkaBroker withDoors(Map<String, Integer> advertised) {
        Map<String, Door> more = new HashMap<>();
        advertised.forEach((name, port) -> more.put(name, new Door(FreePorts.next(host), port)));
        return new KafkaBroker(folder, host, port, controllerPort, more);
    }

    /** Where the broker listens behind a client's door. */
    public int doorPort(String name) {
        return Objects.requireNonNull(doors.get(name), name).port();
    }

    /** What clients take as {@code bootstrap.servers}. */
    public String bootstrap() {
        return host + ":" + port;
    }

    /** Starts it and returns when it takes connections. */
    public synchronized KafkaBroker start() {
        if (server != null) {
            return this;
        }
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
        format();
        KafkaRaftServer starting = new KafkaRaftServer(new KafkaConfig(configuration(), false), Time.SYSTEM);
        starting.startup();
        server = starting;
        return this;
    }

    /** Stops it; its data stays for the next start. */
    public synchronized void stop() {
        KafkaRaftServer running = server;
        if (running != null) {
            running.shutdown();
            running.awaitShutdown();
            server = null;
        }
    }

    @Override
    public void close() {
        stop();
    }

    private void format() {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            Files.createDirectories(folder);
            new Formatter()
                    .setPrintStream(silent)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(1)
                    .setControllerListenerName(CONTROLLER)
                    .setMetadataLogDirectory(folder.toString())
                    .addDirectory(folder.toString())
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + folder, e);
        } catch (Exception e) {
            // Formatter.run declares nothing narrower
            throw new IllegalStateException("cannot format " + folder + " for Kafka", e);
        }
    }

    private Map<String, String> configuration() {
        Map<String, String> all = new HashMap<>();
        all.put("process.roles", "broker,controller");
        all.put("node.id", "1");
        all.put("controller.quorum.voters", "1@" + host + ":" + controllerPort);
        StringBuilder listeners = new StringBuilder(
                "PLAINTEXT://" + bootstrap() + "," + CONTROLLER + "://" + host + ":" + controllerPort);
        StringBuilder advertised = new StringBuilder("PLAINTEXT://" + bootstrap());
        StringBuilder protocols = new StringBuilder("PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        doors.forEach((name, door) -> {
            String listener = "DOOR_" + name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
            listeners.append(",%s://%s:%d".formatted(listener, host, door.port()));
            advertised.append(",%s://%s:%d".formatted(listener, host, door.advertised()));
            protocols.append(",%s:PLAINTEXT".formatted(listener));
        });
        all.put("listeners", listeners.toString());
        all.put("advertised.listeners", advertised.toString());
        all.put("listener.security.protocol.map", protocols.toString());
        all.put("inter.broker.listener.name", "PLAINTEXT");
        all.put("controller.listener.names", CONTROLLER);
        all.put("log.dirs", folder.toString());
        all.put("auto.create.topics.enable", "false");
        all.put("log.message.timestamp.type", "LogAppendTime");
        all.put("offsets.topic.replication.factor", "1");
        all.put("offsets.topic.num.partitions", "4");
        all.put("transaction.state.log.replication.factor", "1");
        all.put("transaction.state.log.min.isr", "1");
        all.put("transaction.state.log.num.partitions", "2");
        all.put("share.coordinator.state.topic.replication.factor", "1");
        all.put("share.coordinator.state.topic.min.isr", "1");
        all.put("share.coordinator.state.topic.num.partitions", "2");
        // one consumer a group is the rule here: waiting for more only costs time
        all.put("group.initial.rebalance.delay.ms", "0");
        // the cleaner's buffer is 128 MB by default, more than a test's whole heap should be
        all.put("log.cleaner.dedupe.buffer.size", "4194304");
        all.put("num.network.threads", "2");
        all.put("num.io.threads", "2");
        return all;
    }

    /**
     * Runs a broker in the foreground until it is told to end.
     *
     * @param arguments {@code --dir FOLDER [--host ADDRESS] [--port PORT] [--doors NAME=ADVERTISED,...]}; when ready,
     *     {@code bootstrap=host:port} and a line {@code door.NAME=port} for each door are printed and written to
     *     {@code FOLDER.ready}, and the flow's topics exist
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        String dir = options.get("--dir");
        if (dir == null || arguments.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "usage: KafkaBroker --dir FOLDER [--host ADDRESS] [--port PORT] [--doors NAME=ADVERTISED,...]");
        }
        String host = options.getOrDefault("--host", "127.0.0.1");
        String port = options.get("--port");
        KafkaBroker broker = at(Path.of(dir), host, port == null ? FreePorts.next(host) : Integer.parseInt(port))
                .withDoors(doors(options.getOrDefault("--doors", "")))
                .start();
        Topics.createAll(broker.bootstrap());
        String lines = broker.told();
        Path ready = Path.of(dir + ".ready");
        Path written = Files.writeString(Path.of(dir + ".ready.new"), lines);
        Files.move(written, ready, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8).print(lines);
        CountDownLatch told = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(told::countDown));
        told.await();
        broker.stop();
    }

    private String told() {
        StringBuilder lines = new StringBuilder("bootstrap=" + bootstrap() + System.lineSeparator());
        doors.forEach((name, door) -> lines.append("door.")
                .append(name)
                .append('=')
                .append(door.port())
                .append(System.lineSeparator()));
        return lines.toString();
    }

    private static Map<String, Integer> doors(String text) {
        Map<String, Integer> doors = new HashMap<>();
        for (String door : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            String[] parts = door.split("=", 2);
            if (parts.length != 2) {
                throw new IllegalArgumentException("--doors: '" + door + "' is not NAME=PORT");
            }
            doors.put(parts[0], Integer.parseInt(parts[1]));
        }
        return doors;
    }
}
