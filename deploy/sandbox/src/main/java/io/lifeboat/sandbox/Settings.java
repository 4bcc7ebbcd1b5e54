package io.lifeboat.sandbox;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What can be set when the sandbox starts. The times are the sandbox's own, chosen so that a demonstration is short;
 * AWS promises none of them.
 *
 * @param state folder for everything the sandbox writes
 * @param promotion how long Aurora takes to promote, from the call to the new writer taking writes
 * @param nameMove how long after the promotion the writer's name moves
 * @param writerTimeToLive of the writer's name in DNS; at most 5 s in Aurora's own advice to clients
 * @param lagPeriod how often the replication lag is sampled; AWS does it about once a minute
 * @param rebuild how long after a region's return its old writer is left as it is before it is rebuilt as a replica
 */
public record Settings(
        Path state,
        Duration promotion,
        Duration nameMove,
        Duration writerTimeToLive,
        Duration lagPeriod,
        Duration rebuild) {

    public static Settings in(Path state) {
        return new Settings(
                state,
                Duration.ofSeconds(4),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                Duration.ofSeconds(3));
    }

    public Settings withPromotion(Duration value) {
        return new Settings(state, value, nameMove, writerTimeToLive, lagPeriod, rebuild);
    }
}
