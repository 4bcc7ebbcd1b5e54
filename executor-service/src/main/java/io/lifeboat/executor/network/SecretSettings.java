package io.lifeboat.executor.network;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;
import java.util.Optional;

/** Users and passwords by the name that plans use: {@code lifeboat.secrets."orders-rw".username} and so on. */
@ConfigMapping(prefix = "lifeboat.secrets")
public interface SecretSettings {

    /** By name. */
    @WithParentName
    Map<String, Secret> byName();

    /** One of them. */
    interface Secret {

        /** The user. */
        String username();

        /** The password itself. */
        Optional<String> password();

        /** A file that holds the password; read at each use, so that a rotated one is found. */
        Optional<String> passwordFile();
    }
}
