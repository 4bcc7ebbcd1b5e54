package io.lifeboat.executor.action.aws;

import io.lifeboat.executor.action.sql.Heartbeats;
import io.lifeboat.executor.network.Databases;
import io.lifeboat.executor.network.NetworkSettings;
import io.lifeboat.executor.network.Wire;
import java.util.Map;
import java.util.Optional;

/** Heartbeats for commands that name no datasource. */
final class NoDatabase {

    private static final Heartbeats HEARTBEATS = new Heartbeats(new Databases(new Wire(new Nowhere()), Map::of));

    private NoDatabase() {}

    static Heartbeats heartbeats() {
        return HEARTBEATS;
    }

    private record Nowhere(Optional<String> resolver, Optional<String> trustedCa) implements NetworkSettings {

        Nowhere() {
            this(Optional.empty(), Optional.empty());
        }
    }
}
