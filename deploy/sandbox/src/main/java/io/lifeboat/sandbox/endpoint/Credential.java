package io.lifeboat.sandbox.endpoint;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The credential scope of a signature (version 4), which says who, which region and which service. */
record Credential(String accessKeyId, String region, String service) {

    private static final Pattern SCOPE = Pattern.compile("Credential=([^/]+)/[0-9]{8}/([^/]+)/([^/]+)/aws4_request");

    static Optional<Credential> read(String authorization) {
        Matcher matcher = SCOPE.matcher(authorization);
        return matcher.find()
                ? Optional.of(new Credential(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }
}
