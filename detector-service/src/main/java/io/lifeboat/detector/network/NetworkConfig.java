package io.lifeboat.detector.network;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** {@code lifeboat.network.*}: the same for every service. */
@ConfigMapping(prefix = "lifeboat.network")
public interface NetworkConfig {

    /** The DNS server to ask, as {@code host:port} with an address for a host; the system's unless said otherwise. */
    Optional<String> resolver();

    /** A PEM file of authorities to trust beside the JDK's. */
    Optional<Path> trustedCa();
}
