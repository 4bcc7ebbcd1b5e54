package io.lifeboat.executor.action.aws;

import io.lifeboat.executor.action.sql.Heartbeats;
import io.lifeboat.executor.action.sql.OldWriter;
import io.lifeboat.executor.aws.AwsSettings;
import io.lifeboat.executor.network.Databases;
import io.lifeboat.executor.network.NetworkSettings;
import io.lifeboat.executor.network.Wire;
import java.util.Map;
import java.util.Optional;

/** Heartbeats and an old writer for commands that name no datasource. */
final class NoDatabase {

    private static final Databases DATABASES = new Databases(new Wire(new Nowhere()), Map::of);
    private static final Heartbeats HEARTBEATS = new Heartbeats(DATABASES);

    private NoDatabase() {}

    static Heartbeats heartbeats() {
        return HEARTBEATS;
    }

    static OldWriter oldWriter(AwsSettings settings) {
        return new OldWriter(DATABASES, settings);
    }

    private record Nowhere(Optional<String> resolver, Optional<String> trustedCa) implements NetworkSettings {

        Nowhere() {
            this(Optional.empty(), Optional.empty());
        }
    }
}
