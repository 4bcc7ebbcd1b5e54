package io.lifeboat.sandbox;

/** What stands in front of the data: names, load balancers, tasks, the shop and its customers. */
final class Edge implements AutoCloseable {

    private Edge() {}

    static Edge start(Kernel kernel) {
        return new Edge();
    }

    @Override
    public void close() {}
}
