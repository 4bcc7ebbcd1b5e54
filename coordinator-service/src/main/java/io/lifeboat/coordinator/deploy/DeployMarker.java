package io.lifeboat.coordinator.deploy;

import java.time.Duration;
import java.util.List;

/**
 * A deploy, as its pipeline told of it.
 *
 * @param what what was deployed, for example {@code api}
 * @param version which version of it
 * @param regions where to
 * @param who who or what deployed it
 * @param age since it was told
 */
public record DeployMarker(String what, String version, List<String> regions, String who, Duration age) {

    public DeployMarker {
        regions = List.copyOf(regions);
    }
}
