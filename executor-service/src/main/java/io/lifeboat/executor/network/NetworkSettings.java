package io.lifeboat.executor.network;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** How the outside is found and trusted. */
@ConfigMapping(prefix = "lifeboat.network")
public interface NetworkSettings {

    /** The DNS server, {@code address:port}; the system's when absent. */
    Optional<String> resolver();

    /** A PEM file of the certificate authorities to trust; the JDK's when absent. */
    Optional<String> trustedCa();
}
