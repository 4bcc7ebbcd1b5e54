package io.lifeboat.coordinator.plan.lint;

import java.util.Optional;

/**
 * The parts of an ARN that are looked at: {@code arn:partition:service:region:account:resource} (AWS general reference).
 *
 * @param service for example {@code rds}
 * @param region empty where the service is global
 * @param account twelve digits, or empty
 */
record Arn(String service, String region, String account) {

    private static final int PARTS = 6;

    /** Empty for a text that is no ARN. */
    static Optional<Arn> of(String text) {
        String[] parts = text.split(":", PARTS);
        return parts.length == PARTS && parts[0].equals("arn")
                ? Optional.of(new Arn(parts[2], parts[3], parts[4]))
                : Optional.empty();
    }
}
