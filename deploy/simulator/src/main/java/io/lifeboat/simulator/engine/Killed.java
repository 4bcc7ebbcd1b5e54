package io.lifeboat.simulator.engine;

/** Unwinds a strand whose host has died: nothing it still does may reach the world. */
public final class Killed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Killed(String host) {
        super(host + " was killed", null, false, false);
    }
}
