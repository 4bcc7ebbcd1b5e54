package io.lifeboat.detector.aws;

import java.util.Optional;

/**
 * Where AWS is asked, and as whom.
 *
 * @param role the role to look in, or empty for the detector's own credentials
 * @param region the region to ask
 */
public record Access(Optional<String> role, String region) {}
