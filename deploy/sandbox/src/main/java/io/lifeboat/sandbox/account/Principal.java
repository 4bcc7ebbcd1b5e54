package io.lifeboat.sandbox.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request.
 *
 * @param account twelve digits
 * @param arn of the user, or of the assumed role's session
 * @param allowed operations it may call, as {@code service:Operation} with {@code *} at the end of either part
 * @param expires when its credentials end; null for a user's
 */
public record Principal(
        String account,
        String arn,
        String userId,
        List<String> allowed,
        @Nullable Instant expires) {

    public boolean may(String service, String operation) {
        return allowed.stream().anyMatch(pattern -> {
            int colon = pattern.indexOf(':');
            return matches(pattern.substring(0, colon), service) && matches(pattern.substring(colon + 1), operation);
        });
    }

    private static boolean matches(String pattern, String value) {
        return pattern.endsWith("*")
                ? value.startsWith(pattern.substring(0, pattern.length() - 1))
                : value.equals(pattern);
    }
}
