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
import io.lifeboat.sandbox.s3.PlainS3;
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

    /** Behind the relay at {@link Place#S3_HOST}. */
    private static final int S3_SERVER_HOST = 203;

    /** Behind the relay at {@link Place#LOAD_BALANCER_HOST}. */
    private static final int LOAD_BALANCER_SERVER_HOST = 204;

    private static final int MOST_TASKS = 40;
    private static final Duration RECONCILE = Duration.ofMillis(100);

    private final Region region;
    private final Service service;
    private final LoadBalancer balancer;
    private final PlainS3 s3;
    private final List<Relay> relays;
    private volatile boolean closed;

    private ShopRegion(Region region, Service service, LoadBalancer balancer, PlainS3 s3, List<Relay> relays) {
        this.region = region;
        this.service = service;
        this.balancer = balancer;
        this.s3 = s3;
        this.relays = relays;
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
        var behindS3 = new InetSocketAddress(
                region.address(S3_SERVER_HOST), cloud.ports().aws());
        var balancer = LoadBalancer.start(vertx, region, group, certificate(cloud, region), behindBalancer);
        var s3 = PlainS3.start(vertx, region.name(), List.of(bucket), behindS3);
        var relays = List.of(
                relay(cloud, region, Place.LOAD_BALANCER_HOST, behindBalancer),
                relay(cloud, region, Place.S3_HOST, behindS3));
        cloud.names()
                .point(balancerName(region), region.address(Place.LOAD_BALANCER_HOST), settings.entranceTimeToLive());
        var started = new ShopRegion(region, service, balancer, s3, relays);
        cloud.threads().execute(() -> started.keep(RECONCILE, service::reconcile));
        cloud.threads().execute(() -> started.keep(settings.targetLook(), balancer::look));
        return started;
    }

    private static Relay relay(Cloud cloud, Region region, int host, InetSocketAddress server) {
        return new Relay(cloud, new InetSocketAddress(region.address(host), server.getPort()), () -> server);
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
        for (var relay : relays) {
            relay.close();
        }
        balancer.close();
        s3.close();
        service.close();
    }
}
