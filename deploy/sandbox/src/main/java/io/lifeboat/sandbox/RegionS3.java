package io.lifeboat.sandbox;

import io.lifeboat.sandbox.cloud.Cloud;
import io.lifeboat.sandbox.cloud.Place;
import io.lifeboat.sandbox.cloud.Region;
import io.lifeboat.sandbox.relay.Relay;
import io.lifeboat.sandbox.s3.Bucket;
import io.lifeboat.sandbox.s3.PlainS3;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;

/** A region's S3 as health checks read it, silent while the region is lost. */
record RegionS3(PlainS3 server, Relay relay) implements AutoCloseable {

    /** Behind the relay at {@link Place#S3_HOST}. */
    private static final int SERVER_HOST = 203;

    static RegionS3 start(Cloud cloud, Vertx vertx, Region region, Bucket bucket) throws IOException {
        int port = cloud.ports().aws();
        var behind = new InetSocketAddress(region.address(SERVER_HOST), port);
        var server = PlainS3.start(vertx, region.name(), List.of(bucket), behind);
        return new RegionS3(
                server, new Relay(cloud, new InetSocketAddress(region.address(Place.S3_HOST), port), () -> behind));
    }

    @Override
    public void close() throws IOException {
        relay.close();
        server.close();
    }
}
