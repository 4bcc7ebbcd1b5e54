package io.lifeboat.sandbox;

import io.lifeboat.sandbox.autoscaling.ApplicationAutoScaling;
import io.lifeboat.sandbox.cloud.Cloud;
import io.lifeboat.sandbox.cloud.Place;
import io.lifeboat.sandbox.cloud.Region;
import io.lifeboat.sandbox.cloud.RegionState;
import io.lifeboat.sandbox.customer.Crowd;
import io.lifeboat.sandbox.customer.CustomerRoutes;
import io.lifeboat.sandbox.customer.Customers;
import io.lifeboat.sandbox.customer.Reckoning;
import io.lifeboat.sandbox.customer.Shopfront;
import io.lifeboat.sandbox.dns.NamedAddresses;
import io.lifeboat.sandbox.dns.Resolvers;
import io.lifeboat.sandbox.dns.Responder;
import io.lifeboat.sandbox.dns.StubResolver;
import io.lifeboat.sandbox.ecs.Ecs;
import io.lifeboat.sandbox.elb.ElasticLoadBalancing;
import io.lifeboat.sandbox.healthcheck.Checker;
import io.lifeboat.sandbox.healthcheck.HealthChecks;
import io.lifeboat.sandbox.kms.Kms;
import io.lifeboat.sandbox.rds.Aurora;
import io.lifeboat.sandbox.route53.AliasTargets;
import io.lifeboat.sandbox.route53.HostedZone;
import io.lifeboat.sandbox.route53.Route53;
import io.lifeboat.sandbox.s3.Bucket;
import io.lifeboat.sandbox.s3.S3;
import io.lifeboat.sandbox.shop.OrderCensus;
import io.lifeboat.sandbox.shop.Orders;
import io.lifeboat.sandbox.shop.ShopDatabase;
import io.lifeboat.sandbox.shop.ShopFaults;
import io.lifeboat.sandbox.shop.ShopImage;
import io.lifeboat.sandbox.shop.ShopRoutes;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.net.UnknownHostException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.Name;

/** What stands in front of the data: names, load balancers, tasks, the shop and its customers. */
final class Edge implements AutoCloseable {

    static final String ZONE = "shop.example";

    /** The name customers use. */
    static final String PUBLIC_NAME = "www." + ZONE;

    /** The name applications find their database by; it follows the writer. */
    static final String DATABASE_NAME = "db.shop.internal";

    static final int HOME_TASKS = 3;
    static final int STANDBY_TASKS = 1;

    private static final Logger LOG = LoggerFactory.getLogger(Edge.class);
    private static final int MOST_TASKS = 12;

    /** Route 53's health checkers, in no region. */
    private static final int CHECKERS = 151;

    private static final Duration NEGATIVE_TTL = Duration.ofSeconds(1);
    private static final Duration LOOKUP_WITHIN = Duration.ofSeconds(1);
    private static final Duration CHECK_WITHIN = Duration.ofSeconds(1);
    private static final Duration READY_WITHIN = Duration.ofSeconds(30);
    private static final int CONNECTIONS_OF_A_TASK = 4;
    private static final Duration CONNECTION_WITHIN = Duration.ofSeconds(1);

    private final Kernel kernel;
    private final Cloud cloud;
    private final EdgeSettings settings;
    private final Aurora aurora;
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    private final ShopFaults shopFaults = new ShopFaults();
    private final List<ShopRegion> regions = new ArrayList<>();
    private final HealthChecks healthChecks;
    private final HostedZone zone;
    private final Resolvers resolvers;
    private final List<Bucket> buckets;
    private final Bucket witness;
    private @Nullable RegionS3 witnessS3;
    private final Customers customers;
    private final Reckoning reckoning;

    private Edge(Kernel kernel, EdgeSettings settings, Aurora aurora) throws IOException {
        this.kernel = kernel;
        this.cloud = kernel.cloud();
        this.settings = settings;
        this.aurora = aurora;
        this.buckets = List.of(bucket(cloud.home()), bucket(cloud.other()));
        this.witness = bucket(cloud.witness());
        var checkers = cloud.net().address(CHECKERS, 1).getHostAddress();
        this.healthChecks = new HealthChecks(
                new Checker(checkers, CHECK_WITHIN, CHECK_WITHIN, name -> lookup(name, checkers)),
                cloud.clock(),
                settings.healthCheckLook());
        Switch.install(healthChecks, cloud);
        this.zone = new HostedZone(Entrance.ZONE_ID, Entrance.name(ZONE), this::balancer, healthChecks, cloud.clock());
        zone.begin(Entrance.records(cloud));
        var responder = new Responder(List.of(zone, new NamedAddresses(cloud.names())), NEGATIVE_TTL);
        this.resolvers = Resolvers.start(cloud, responder, places());
        var crowd = new Crowd(
                Crowd.threeKinds(settings.addressHold()),
                cloud.net().address(Place.CUSTOMERS, 1).getHostAddress(),
                resolvers.in(Place.CUSTOMERS),
                new Shopfront(PUBLIC_NAME, cloud.ports().https(), settings.connectWithin(), settings.patience()),
                cloud.authority().pem());
        this.customers = new Customers(vertx, crowd, cloud.clock());
        this.reckoning = new Reckoning(customers, this::survivingOrders, cloud.clock());
    }

    /** Starts everything and waits until the shop serves; takes some seconds. */
    static Edge start(Kernel kernel, Aurora aurora) throws IOException {
        var edge = new Edge(kernel, kernel.settings().edge(), aurora);
        try {
            edge.createTables();
            edge.witnessS3 = RegionS3.start(edge.cloud, edge.vertx, edge.cloud.witness(), edge.witness);
            edge.regions.add(edge.shopIn(edge.cloud.home(), HOME_TASKS));
            edge.regions.add(edge.shopIn(edge.cloud.other(), STANDBY_TASKS));
            edge.register();
            edge.awaitReady();
            return edge;
        } catch (IOException | RuntimeException failure) {
            edge.close();
            throw failure;
        }
    }

    private Bucket bucket(Region region) {
        return new Bucket(Switch.bucket(cloud, region), region.name(), true);
    }

    /** What the shop keeps beside its database; empty at first. */
    private Stream<Bucket> dataBuckets() {
        return Stream.of(cloud.home(), cloud.other())
                .map(region -> new Bucket(dataBucket(region), region.name(), false));
    }

    private static String dataBucket(Region region) {
        return "shop-data-" + region.name();
    }

    private List<Integer> places() {
        var places = new ArrayList<>(List.of(Place.GLOBAL, Place.CONTROL_ROOM, Place.CUSTOMERS, CHECKERS));
        cloud.regions().values().forEach(region -> places.add(region.place()));
        cloud.vantages().values().forEach(vantage -> places.add(vantage.place()));
        return places;
    }

    private String lookup(String name, String from) {
        try {
            var resolver = new StubResolver(resolvers.in(CHECKERS), from, LOOKUP_WITHIN);
            return resolver.lookup(name).toCompletableFuture().join().first();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(from + " is no address", impossible);
        }
    }

    private Optional<AliasTargets.AliasedTarget> balancer(Name name) {
        var healthy = regions.stream()
                .filter(each ->
                        Entrance.name(ShopRegion.balancerName(each.region())).equals(name))
                .anyMatch(each -> each.balancer().healthy());
        return cloud.names()
                .find(name.toString())
                .map(found -> new AliasTargets.AliasedTarget(
                        List.of(found.address().getHostAddress()),
                        found.timeToLive().toSeconds(),
                        healthy));
    }

    private ShopRegion shopIn(Region region, int tasks) throws IOException {
        var database = new ShopDatabase(
                DATABASE_NAME,
                cloud.ports().postgres(),
                Aurora.DATABASE,
                Aurora.USERNAME,
                aurora.password(),
                CONNECTIONS_OF_A_TASK,
                CONNECTION_WITHIN);
        var image = new ShopImage(
                vertx,
                region.name(),
                cloud.ports().https(),
                resolvers.in(region.place()),
                database,
                settings.ordersPerSecond(),
                shopFaults,
                cloud.threads());
        var own = buckets.get(region == cloud.home() ? 0 : 1);
        return ShopRegion.start(cloud, settings, vertx, region, own, image, tasks);
    }

    private void createTables() throws IOException {
        var url =
                "jdbc:postgresql://" + cloud.home().address(Place.DATABASE_HOST).getHostAddress() + ":"
                        + cloud.ports().postgres() + "/" + Aurora.DATABASE;
        try (var connection = DriverManager.getConnection(url, Aurora.USERNAME, aurora.password())) {
            Orders.createTables(connection);
        } catch (SQLException refused) {
            throw new IOException("the shop's tables could not be created at " + url, refused);
        }
    }

    private void register() {
        var scaling = new ApplicationAutoScaling(cloud.clock(), cloud.effects());
        scaling.scale(cloud.home().name(), regions.get(0).service(), HOME_TASKS, MOST_TASKS);
        scaling.scale(cloud.other().name(), regions.get(1).service(), STANDBY_TASKS, MOST_TASKS);
        var services = regions.stream().map(ShopRegion::service).toList();
        kernel.services()
                .add(new Route53(List.of(zone), healthChecks, settings.propagation(), cloud.clock(), cloud.effects()))
                .add(new S3(
                        Stream.of(buckets.stream(), Stream.of(witness), dataBuckets())
                                .flatMap(each -> each)
                                .toList(),
                        cloud.clock(),
                        cloud.effects()))
                .add(new Kms(Set.of(Cloud.HOME, Cloud.OTHER), cloud.clock(), cloud.effects()))
                .add(new Ecs(services, cloud.effects()))
                .add(scaling)
                .add(new ElasticLoadBalancing(
                        regions.stream().map(each -> each.balancer().group()).toList()));
        ShopRoutes.add(kernel.control(), shopFaults, Set.of(Cloud.HOME, Cloud.OTHER), reckoning::faultBegins);
        CustomerRoutes.add(kernel.control(), customers, reckoning);
        var census = new OrderCensus(aurora::jdbcUrls, Aurora.USERNAME, aurora.password());
        census.addTo(kernel.control());
        aurora.beforeRebuild(region -> census.keep(region.name()));
        kernel.control().state("shop", this::state);
        regions.forEach(each -> each.region().onChange((before, after) -> {
            if (!(after instanceof RegionState.Available)) {
                reckoning.faultBegins();
            }
        }));
    }

    private Object state() {
        var state = new LinkedHashMap<String, Object>();
        state.put("switch", healthChecks.healthy(Switch.ID) ? Cloud.HOME : Cloud.OTHER);
        regions.forEach(each -> state.put(
                each.region().name(),
                Map.of(
                        "desired", each.service().desiredCount(),
                        "healthy", each.balancer().group().healthyCount())));
        return state;
    }

    private void awaitReady() throws IOException {
        var until = System.nanoTime() + READY_WITHIN.toNanos();
        while (regions.stream().anyMatch(each -> !each.service().steady())) {
            if (System.nanoTime() > until) {
                throw new IOException("the shop's tasks did not come up within " + READY_WITHIN);
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while the shop's tasks came up", interrupted);
            }
        }
    }

    /** What the customers compare with: the database that the name leads to, unless it is lost. */
    private Set<UUID> survivingOrders() throws SQLException {
        var address = cloud.names()
                .find(DATABASE_NAME)
                .orElseThrow(() -> new SQLException(DATABASE_NAME + " leads nowhere"))
                .address();
        if (!cloud.reach().isUp(address)) {
            throw new SQLException(DATABASE_NAME + " leads to a lost region");
        }
        return Orders.allIn(aurora.survivingJdbcUrl(), Aurora.USERNAME, aurora.password());
    }

    /** What the shop's plan leaves open, by the placeholders in it. */
    Map<String, String> placeholders() {
        return Map.ofEntries(
                Map.entry("names.public", PUBLIC_NAME),
                Map.entry("targetGroup.home", ShopRegion.targetGroupArn(cloud.home())),
                Map.entry("targetGroup.other", ShopRegion.targetGroupArn(cloud.other())),
                Map.entry("address.home", addressOf(cloud.home())),
                Map.entry("address.other", addressOf(cloud.other())),
                Map.entry("bucket.home", ShopRegion.bucketName(cloud.home())),
                Map.entry("bucket.other", ShopRegion.bucketName(cloud.other())),
                Map.entry("data.home", dataBucket(cloud.home())),
                Map.entry("data.other", dataBucket(cloud.other())),
                Map.entry("key.home", Kms.arn(Cloud.HOME)),
                Map.entry("key.other", Kms.arn(Cloud.OTHER)),
                Map.entry("witness.region", cloud.witness().name()),
                Map.entry("witness.bucket", Switch.bucket(cloud, cloud.witness())),
                Map.entry("switch.key", Switch.KEY),
                Map.entry("zoneId", Entrance.ZONE_ID),
                Map.entry("healthCheckId", Switch.ID));
    }

    private static String addressOf(Region region) {
        return region.address(Place.LOAD_BALANCER_HOST).getHostAddress();
    }

    @Override
    public void close() throws IOException {
        customers.close();
        for (var region : regions) {
            region.close();
        }
        if (witnessS3 != null) {
            witnessS3.close();
        }
        healthChecks.close();
        resolvers.close();
        vertx.close().onFailure(failure -> LOG.warn("The edge did not close", failure));
    }
}
