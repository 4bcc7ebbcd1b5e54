package io.lifeboat.sandbox;

import io.lifeboat.sandbox.rds.Aurora;
import java.util.Map;

/** What stands in front of the data: names, load balancers, tasks, the shop and its customers. */
final class Edge implements AutoCloseable {

    private Edge() {}

    static Edge start(Kernel kernel, Aurora aurora) {
        return new Edge();
    }

    /**
     * What the edge knows of the plan's placeholders: {@code targetGroup.home}, {@code targetGroup.other}, {@code
     * address.home}, {@code address.other}, {@code bucket.home}, {@code bucket.other}, {@code switch.key}.
     */
    Map<String, String> placeholders() {
        return Map.of();
    }

    @Override
    public void close() {}
}
