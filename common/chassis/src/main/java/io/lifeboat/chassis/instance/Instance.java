package io.lifeboat.chassis.instance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * This process among all of Lifeboat's. The service is {@code quarkus.application.name} without {@code lifeboat-} and
 * {@code -service}; the name is {@code lifeboat.instance}, or host and process id.
 */
@ApplicationScoped
public class Instance {

    private final String service;
    private final String name;

    @Inject
    public Instance(
            @ConfigProperty(name = "quarkus.application.name", defaultValue = "unknown") String application,
            @ConfigProperty(name = "lifeboat.instance") Optional<String> configured) {
        this.service = application.replaceFirst("^lifeboat-", "").replaceFirst("-service$", "");
        this.name = configured.orElseGet(Instance::hostAndProcess);
    }

    /** The service's short name, for example {@code coordinator}. */
    public String service() {
        return service;
    }

    /** The instance's name, unique among the service's instances. */
    public String name() {
        return name;
    }

    /** The CloudEvents source of its messages, for example {@code /lifeboat/coordinator/host-4711}. */
    public String source() {
        return "/lifeboat/" + service + "/" + name;
    }

    private static String hostAndProcess() {
        return host() + "-" + ProcessHandle.current().pid();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            // the machine has no name of its own; the process id still tells instances of one machine apart
            return "localhost";
        }
    }
}
