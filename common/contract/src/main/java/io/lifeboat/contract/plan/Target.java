package io.lifeboat.contract.plan;

import java.util.Map;

/**
 * An account and the roles that actions run in.
 *
 * @param account twelve digits
 * @param roles role ARNs by use: {@code read} for looking, {@code act} for changing
 */
public record Target(String account, Map<String, String> roles) {

    public Target {
        roles = roles == null ? Map.of() : Map.copyOf(roles);
    }
}
