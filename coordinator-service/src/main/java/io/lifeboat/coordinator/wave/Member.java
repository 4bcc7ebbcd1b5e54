package io.lifeboat.coordinator.wave;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application that lost its region.
 *
 * @param application its name
 * @param incidentId its incident
 * @param priority 1 goes first
 * @param dependsOn applications that must be served before it
 * @param phase how far it has come
 * @param because what its own checks say, or null
 * @param exposure what it would lose at most, or null when nobody measured it
 */
public record Member(
        String application,
        String incidentId,
        int priority,
        List<String> dependsOn,
        Phase phase,
        @Nullable String because,
        @Nullable Duration exposure) {

    /** Who goes first where all else is equal. */
    static final Comparator<Member> ORDER =
            Comparator.comparingInt(Member::priority).thenComparing(Member::application);

    /** One of which nothing was decided yet. */
    public static Member joining(String application, String incidentId, int priority, List<String> dependsOn) {
        return new Member(application, incidentId, priority, dependsOn, Phase.LEFT_OUT, null, null);
    }

    public Member {
        dependsOn = List.copyOf(dependsOn);
    }
}
