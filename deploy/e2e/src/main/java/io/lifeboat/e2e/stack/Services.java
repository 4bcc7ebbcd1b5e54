package io.lifeboat.e2e.stack;

import io.lifeboat.testkit.FreePorts;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Starts the packaged services with ordinary settings: a configuration file of their own, and the AWS SDK's variables. */
public final class Services {

    private static final String HOST = "127.0.0.1";

    private final Layout layout;
    private final SandboxInfo sandbox;
    private final String bootstrap;
    private final StackOptions options;
    private final @Nullable Wires wires;
    private final List<String> jvm;

    Services(Layout layout, SandboxInfo sandbox, String bootstrap, StackOptions options, @Nullable Wires wires) {
        this(layout, sandbox, bootstrap, options, wires, List.of());
    }

    /**
     * Services of a control room that stands in that sandbox.
     *
     * @param bootstrap the broker
     * @param jvm options of their JVMs beside the usual ones; of options that contradict each other the last counts
     */
    public Services(Layout layout, SandboxInfo sandbox, String bootstrap, List<String> jvm) {
        this(layout, sandbox, bootstrap, StackOptions.plain(), null, jvm);
    }

    private Services(
            Layout layout,
            SandboxInfo sandbox,
            String bootstrap,
            StackOptions options,
            @Nullable Wires wires,
            List<String> jvm) {
        this.layout = layout;
        this.sandbox = sandbox;
        this.bootstrap = bootstrap;
        this.options = options;
        this.wires = wires;
        this.jvm = List.copyOf(jvm);
    }

    /**
     * A service that was started.
     *
     * @param child its process
     * @param url its base URL
     */
    public record Started(Child child, URI url) {}

    /** A detector at a vantage. */
    public Started detector(String vantage) {
        SandboxInfo.Place place = sandbox.vantages().get(vantage);
        Map<String, String> settings = common("detector-" + vantage, place);
        settings.put("lifeboat.detector.vantage", vantage);
        if (place.region() != null) {
            settings.put("lifeboat.detector.region", place.region());
        }
        settings.put("lifeboat.detector.source-address", place.source());
        settings.put("lifeboat.detector.controls", String.join(",", sandbox.controls()));
        secrets(settings);
        return start("detector", "detector-" + vantage, place, settings, "192m");
    }

    /** The coordinator. */
    Started coordinator(Map<String, String> database) {
        return coordinator("coordinator-1", database);
    }

    /** A coordinator, one of several perhaps. */
    public Started coordinator(String instance, Map<String, String> database) {
        Map<String, String> settings = common(instance, sandbox.controlRoom());
        settings.putAll(wired(instance, database));
        settings.put("lifeboat.pager.url", sandbox.pager().toString());
        return start("coordinator", instance, sandbox.controlRoom(), settings, "256m");
    }

    /** The executor. */
    Started executor(Map<String, String> database) {
        return executor("executor-1", database);
    }

    /** An executor, one of several perhaps. */
    public Started executor(String instance, Map<String, String> database) {
        Map<String, String> settings = common(instance, sandbox.controlRoom());
        settings.putAll(wired(instance, database));
        secrets(settings);
        return start("executor", instance, sandbox.controlRoom(), settings, "256m");
    }

    /** The audit service. */
    Started audit(Map<String, String> database) {
        Map<String, String> settings = common("audit-1", sandbox.controlRoom());
        settings.putAll(wired("audit-1", database));
        return start("audit", "audit-1", sandbox.controlRoom(), settings, "256m");
    }

    private Map<String, String> common(String instance, SandboxInfo.Place place) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("kafka.bootstrap.servers", wires == null ? bootstrap : wires.bootstrap(wireOf(instance)));
        settings.put("quarkus.http.host", HOST);
        settings.put("quarkus.http.port", Integer.toString(FreePorts.next(HOST)));
        settings.put("lifeboat.instance", instance);
        settings.put("lifeboat.network.resolver", place.resolver());
        settings.put("lifeboat.network.trusted-ca", sandbox.ca().toString());
        return settings;
    }

    private Map<String, String> wired(String instance, Map<String, String> database) {
        return wires == null ? database : wires.database(instance, database);
    }

    private static String wireOf(String instance) {
        return instance.startsWith("detector") ? Wires.DETECTORS : instance;
    }

    private void secrets(Map<String, String> settings) {
        sandbox.secrets().forEach((name, login) -> {
            settings.put("lifeboat.secrets.\"" + name + "\".username", login.username());
            settings.put("lifeboat.secrets.\"" + name + "\".password", login.password());
        });
    }

    private Started start(
            String service, String name, SandboxInfo.Place place, Map<String, String> settings, String heap) {
        write(layout.folder("work/" + name + "/config").resolve("application.properties"), settings);
        Map<String, String> environment = new HashMap<>(options.environmentOf(name));
        environment.put("AWS_ENDPOINT_URL", place.aws().toString());
        environment.put("AWS_REGION", sandbox.regions().other());
        environment.put("AWS_ACCESS_KEY_ID", sandbox.credentials().accessKeyId());
        environment.put("AWS_SECRET_ACCESS_KEY", sandbox.credentials().secretAccessKey());
        List<String> arguments = new ArrayList<>(jvm);
        arguments.addAll(options.jvmOf(name));
        arguments.addAll(List.of("-jar", layout.service(service).toString()));
        Child child = Child.jvm(name, heap, arguments, environment, layout);
        return new Started(child, URI.create("http://" + HOST + ":" + settings.get("quarkus.http.port") + "/"));
    }

    /** Passwords belong in a file that only its owner reads, not on a command line that everyone sees. */
    private static void write(Path file, Map<String, String> settings) {
        Properties properties = new Properties();
        properties.putAll(settings);
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
