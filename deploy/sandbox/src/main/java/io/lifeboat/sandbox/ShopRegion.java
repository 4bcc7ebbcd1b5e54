package io.lifeboat.sandbox;

import io.lifeboat.sandbox.account.Accounts;
import io.lifeboat.sandbox.cloud.Cloud;
import io.lifeboat.sandbox.cloud.Place;
import io.lifeboat.sandbox.cloud.Region;
import io.lifeboat.sandbox.ecs.Service;
import io.lifeboat.sandbox.ecs.ServiceName;
import io.lifeboat.sandbox.ecs.TaskImage;
import io.lifeboat.sandbox.ecs.Timing;
import io.lifeboat.sandbox.elb.LoadBalancer;
import io.lifeboat.sandbox.elb.Target;
import io.lifeboat.sandbox.elb.TargetGroup;
import io.lifeboat.sandbox.relay.Relay;
import io.lifeboat.sandbox.s3.Bucket;
import io.vertx.core.Vertx;
import io.vertx.core.net.KeyCertOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.X509KeyManager;

/** What of the shop stands in one region: load balancer, tasks, and a bucket that may hold the switch. */
final class ShopRegion implements AutoCloseable {

    static final String CLUSTER = "shop";
    static final String SERVICE = "api";

    /** Behind the relay at {@link Place#LOAD_BALANCER_HOST}. */
    private static final int LOAD_BALANCER_SERVER_HOST = 204;

    private static final int MOST_TASKS = 40;
    private static final Duration RECONCILE = Duration.ofMillis(100);

    private final Region region;
    private final Service service;
    private final LoadBalancer balancer;
    private final RegionS3 s3;
    private final Relay relay;
    private volatile boolean closed;

    private ShopRegion(Region region, Service service, LoadBalancer balancer, RegionS3 s3, Relay relay) {
        this.region = region;
        this.service = service;
        this.balancer = balancer;
        this.s3 = s3;
        this.relay = relay;
    }

    /** Starts a region with that many tasks wanted; they come up on their own. */
    static ShopRegion start(
            Cloud cloud, EdgeSettings settings, Vertx vertx, Region region, Bucket bucket, TaskImage image, int tasks)
            throws IOException {
        var group = new TargetGroup(targetGroupArn(region));
        var service = new Service(
                new ServiceName(region.name(), Accounts.SHOP, CLUSTER, SERVICE),
                image,
                group,
                new Timing(settings.taskStart(), settings.taskDrain()),
                slot -> new Target(
                        region.address(Place.FIRST_TASK_HOST + slot).getHostAddress(),
                        cloud.ports().https()),
                MOST_TASKS,
                cloud.clock());
        service.desire(tasks);
        var behindBalancer = new InetSocketAddress(
                region.address(LOAD_BALANCER_SERVER_HOST), cloud.ports().https());
        var balancer = LoadBalancer.start(vertx, region, group, certificate(cloud, region), behindBalancer);
        var s3 = RegionS3.start(cloud, vertx, region, bucket);
        var relay = new Relay(
                cloud,
                new InetSocketAddress(region.address(Place.LOAD_BALANCER_HOST), behindBalancer.getPort()),
                () -> behindBalancer);
        cloud.names()
                .point(balancerName(region), region.address(Place.LOAD_BALANCER_HOST), settings.entranceTimeToLive());
        var started = new ShopRegion(region, service, balancer, s3, relay);
        cloud.threads().execute(() -> started.keep(RECONCILE, service::reconcile));
        cloud.threads().execute(() -> started.keep(settings.targetLook(), balancer::look));
        return started;
    }

    private static KeyCertOptions certificate(Cloud cloud, Region region) {
        var keys = cloud.authority()
                .serverKeys(
                        List.of(Edge.PUBLIC_NAME, entranceName(region), balancerName(region)),
                        List.of(region.address(Place.LOAD_BALANCER_HOST)));
        try {
            var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(keys, cloud.authority().storePassword().toCharArray());
            return KeyCertOptions.wrap((X509KeyManager) factory.getKeyManagers()[0]);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a key store made here cannot be read", impossible);
        }
    }

    private void keep(Duration pause, Runnable step) {
        try {
            while (!closed) {
                step.run();
                Thread.sleep(pause);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    Region region() {
        return region;
    }

    Service service() {
        return service;
    }

    LoadBalancer balancer() {
        return balancer;
    }

    static String targetGroupArn(Region region) {
        return "arn:aws:elasticloadbalancing:" + region.name() + ":" + Accounts.SHOP
                + ":targetgroup/shop-api/%016x".formatted(region.place());
    }

    static String balancerName(Region region) {
        return "shop-1." + region.name() + ".elb.amazonaws.com";
    }

    static String entranceName(Region region) {
        return "api." + region.name() + "." + Edge.ZONE;
    }

    static String bucketName(Region region) {
        return "shop-standby-" + region.name();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        relay.close();
        balancer.close();
        s3.close();
        service.close();
    }
}
