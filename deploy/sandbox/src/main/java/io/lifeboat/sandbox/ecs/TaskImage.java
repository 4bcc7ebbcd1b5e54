package io.lifeboat.sandbox.ecs;

import java.io.IOException;

/** What a service's tasks run. */
@FunctionalInterface
public interface TaskImage {

    /** Starts one copy that listens at an address of its own; closing it ends it at once, connections included. */
    AutoCloseable start(String address) throws IOException;
}
