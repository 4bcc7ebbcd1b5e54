package io.lifeboat.sandbox.shop;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Where the shop itself is broken while everything under it works. */
public final class ShopFaults {

    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    /** From now on every order and readiness check in that region is answered with 500. */
    public void fail(String region) {
        failing.add(region);
    }

    /** The shop works again in that region. */
    public void mend(String region) {
        failing.remove(region);
    }

    /** Whether the shop fails in that region now. */
    public boolean fails(String region) {
        return failing.contains(region);
    }
}
