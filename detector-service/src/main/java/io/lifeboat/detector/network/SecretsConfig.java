package io.lifeboat.detector.network;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** {@code lifeboat.secrets."<name>".*}: users and passwords by the name that plans use. */
@ConfigMapping(prefix = "lifeboat.secrets")
public interface SecretsConfig {

    /** Each secret by its name. */
    @WithParentName
    Map<String, Entry> byName();

    /** One user and the password, either given or in a file. */
    interface Entry {

        /** The database user. */
        String username();

        /** The password itself. */
        Optional<String> password();

        /** A file that holds the password; read at each use, so that it may be rotated. */
        Optional<Path> passwordFile();
    }
}
