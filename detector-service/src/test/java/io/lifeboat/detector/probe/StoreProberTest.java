package io.lifeboat.detector.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.plan.BackupDeletionsProbe;
import io.lifeboat.contract.plan.DeclaredExpiry;
import io.lifeboat.contract.plan.KmsKeyProbe;
import io.lifeboat.contract.plan.LifecycleProbe;
import io.lifeboat.contract.plan.ManifestProbe;
import io.lifeboat.contract.plan.ObjectCountProbe;
import io.lifeboat.contract.plan.StoreProbe;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.aws.Access;
import io.lifeboat.detector.aws.AwsClients;
import io.lifeboat.detector.aws.BucketReader;
import io.lifeboat.detector.aws.KeyReader;
import io.lifeboat.detector.aws.SdkCalls;
import io.lifeboat.detector.aws.SnapshotReader;
import io.lifeboat.detector.network.Trust;
import io.lifeboat.detector.outside.World;
import io.lifeboat.detector.time.Ticker;
import io.lifeboat.sandbox.account.Accounts;
import io.lifeboat.sandbox.cloud.Cloud;
import io.lifeboat.sandbox.cloud.Net;
import io.lifeboat.sandbox.cloud.Ports;
import io.lifeboat.sandbox.endpoint.AwsEndpoint;
import io.lifeboat.sandbox.endpoint.AwsServices;
import io.lifeboat.sandbox.fault.ApiFault;
import io.lifeboat.sandbox.fault.ApiFaults;
import io.lifeboat.sandbox.kms.Kms;
import io.lifeboat.sandbox.s3.Bucket;
import io.lifeboat.sandbox.s3.S3;
import io.lifeboat.sandbox.sts.StsService;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.kms.KmsAsyncClient;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;

/** The unchanged SDK against the sandbox's keys and buckets; somebody with the shop's own credentials does the harm. */
class StoreProberTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String HOME = Cloud.HOME;
    private static final String BUCKET = "shop-data";
    private static final Optional<String> OWNER = Optional.of(Accounts.OWNER.arn());

    @TempDir
    Path folder;

    private final List<String> snapshots = new ArrayList<>();
    private World world;
    private Cloud cloud;
    private ApiFaults faults;
    private AwsEndpoint endpoint;
    private AwsClients aws;

    @BeforeEach
    void start() {
        world = new World(folder);
        cloud = new Cloud(Net.random(), Ports.free(), Clock.systemUTC());
        Accounts accounts = new Accounts(cloud.clock());
        faults = new ApiFaults(cloud.clock());
        AwsServices services = new AwsServices()
                .add(new StsService(accounts))
                .add(new Kms(Set.of(HOME, Cloud.OTHER), cloud.clock(), cloud.effects()))
                .add(new S3(List.of(new Bucket(BUCKET, HOME, false)), cloud.clock(), cloud.effects()))
                .add(new ListedSnapshots(snapshots, cloud.clock()));
        endpoint = new AwsEndpoint(cloud, accounts, services, faults);
        System.setProperty(
                "aws.endpointUrl",
                "http://" + endpoint.address().getHostAddress() + ":"
                        + cloud.ports().aws());
        System.setProperty("aws.accessKeyId", accounts.accessKeyId());
        System.setProperty("aws.secretAccessKey", accounts.secretAccessKey());
        aws = new AwsClients(new Trust(Optional.empty()), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        aws.close();
        endpoint.close();
        cloud.close();
        world.close();
        List.of("aws.endpointUrl", "aws.accessKeyId", "aws.secretAccessKey").forEach(System::clearProperty);
    }

    @Test
    void shouldSeeAKeyTakenAway() {
        String key = Kms.arn(HOME);
        Prober prober = prober(new KmsKeyProbe(Map.of(HOME, List.of(key)), null));
        assertThat(look(prober)).isEqualTo(SignalState.UP);
        KmsAsyncClient owner = aws.kms(OWNER, HOME);

        owner.disableKey(ask -> ask.keyId(key)).join();
        Look disabled = world.look(prober, PATIENCE);
        assertThat(disabled.state()).isEqualTo(SignalState.DOWN);
        assertThat(disabled.answered()).as("the region is not what failed").isTrue();
        assertThat(disabled.reason()).contains(key + " is Disabled");

        owner.enableKey(ask -> ask.keyId(key)).join();
        assertThat(look(prober)).isEqualTo(SignalState.UP);

        owner.scheduleKeyDeletion(ask -> ask.keyId(key).pendingWindowInDays(7)).join();
        assertThat(world.look(prober, PATIENCE).reason()).contains("PendingDeletion");
    }

    @Test
    void shouldSayNothingOfWhatItCannotAskFor() {
        Look absent = world.look(prober(new KmsKeyProbe(Map.of(HOME, List.of("no-such-key")), null)), PATIENCE);
        assertThat(absent.state()).isEqualTo(SignalState.UNKNOWN);
        assertThat(absent.reason()).contains("AWS said NotFoundException");

        Look denied = world.look(
                prober(
                        new KmsKeyProbe(Map.of(HOME, List.of(Kms.arn(HOME))), null),
                        new Access(Optional.of(Accounts.DRILL.arn()), HOME)),
                PATIENCE);
        assertThat(denied.state()).isEqualTo(SignalState.UNKNOWN);
        assertThat(denied.reason()).contains("AWS said AccessDeniedException").contains("not authorized");

        Look withoutWords = world.look(
                prober(
                        new ManifestProbe(Map.of(HOME, BUCKET), "canaries/sums", null, null),
                        new Access(Optional.of(Accounts.DRILL.arn()), HOME)),
                PATIENCE);
        assertThat(withoutWords.state()).isEqualTo(SignalState.UNKNOWN);
        assertThat(withoutWords.reason()).endsWith("AWS said status 403");

        faults.add(
                new ApiFault("kms", null, null, ApiFault.Kind.TIMEOUT_BEFORE_APPLY, 1, Duration.ZERO, Instant.MAX), 10);
        Look late =
                world.look(prober(new KmsKeyProbe(Map.of(HOME, List.of(Kms.arn(HOME))), null)), Duration.ofMillis(300));
        assertThat(late.state()).isEqualTo(SignalState.UNKNOWN);
        assertThat(late.reason()).contains("no answer in time");
    }

    @Test
    void shouldSeeARuleThatDeletes() {
        Prober prober = prober(new LifecycleProbe(
                Map.of(HOME, List.of(BUCKET)), List.of(new DeclaredExpiry("old-logs", "logs/", 30)), null));
        assertThat(look(prober)).as("no rules at all").isEqualTo(SignalState.UP);

        rules(rule("old-logs", "logs/", true)
                .expiration(expiration -> expiration.days(30))
                .build());
        assertThat(look(prober)).as("declared").isEqualTo(SignalState.UP);

        rules(
                rule("tidy", "", true)
                        .abortIncompleteMultipartUpload(abort -> abort.daysAfterInitiation(1))
                        .build(),
                rule("markers", "", true)
                        .expiration(expiration -> expiration.expiredObjectDeleteMarker(true))
                        .build(),
                rule("off", "", false)
                        .expiration(expiration -> expiration.days(1))
                        .build());
        assertThat(look(prober)).as("deletes nothing that is there").isEqualTo(SignalState.UP);

        rules(rule("wipe", "", true)
                .expiration(expiration -> expiration.days(1))
                .build());
        assertThat(world.look(prober, PATIENCE).reason()).contains("rule 'wipe' of shop-data deletes everything");

        rules(rule("old-logs", "logs/", true)
                .expiration(expiration -> expiration.days(30))
                .noncurrentVersionExpiration(replaced -> replaced.noncurrentDays(1))
                .build());
        assertThat(look(prober)).as("harsher under its old name").isEqualTo(SignalState.DOWN);

        rules(rule("old-logs", "logs/", true)
                .expiration(expiration -> expiration.date(Instant.parse("2026-12-01T00:00:00Z")))
                .build());
        assertThat(look(prober)).as("all on one day").isEqualTo(SignalState.DOWN);
    }

    @Test
    void shouldSeeObjectsGoPageByPage() {
        S3AsyncClient owner = aws.s3(OWNER, HOME);
        for (int i = 0; i < 30; i++) {
            put(owner, "orders/" + i, "order " + i);
        }
        put(owner, "elsewhere/1", "not counted");
        Prober prober = prober(new ObjectCountProbe(Map.of(HOME, BUCKET), "orders/", 20, null, 100, null));
        Look whole = world.look(prober, PATIENCE);
        assertThat(whole.state()).isEqualTo(SignalState.UP);
        assertThat(whole.reason()).contains("has 30 objects");

        for (int i = 0; i < 7; i++) {
            String key = "orders/" + i;
            owner.deleteObject(ask -> ask.bucket(BUCKET).key(key)).join();
        }
        assertThat(look(prober)).isEqualTo(SignalState.DOWN);

        Look more =
                world.look(prober(new ObjectCountProbe(Map.of(HOME, BUCKET), "orders/", 20, null, 10, null)), PATIENCE);
        assertThat(more.state()).isEqualTo(SignalState.UNKNOWN);
        assertThat(more.reason()).contains("more than 10 objects");
    }

    @Test
    void shouldCountBeyondOnePage() {
        S3AsyncClient owner = aws.s3(OWNER, HOME);
        for (int i = 0; i < 1_005; i++) {
            put(owner, "many/" + i, "x");
        }

        assertThat(world.look(prober(new ObjectCountProbe(Map.of(HOME, BUCKET), "many/", 20, null, 0, null)), PATIENCE)
                        .reason())
                .contains("has 1005 objects");
    }

    @Test
    void shouldSeeAnObjectThatDoesNotReadAsTheManifestSays() {
        S3AsyncClient owner = aws.s3(OWNER, HOME);
        put(owner, "canaries/one", "one");
        put(owner, "canaries/two", "two");
        String sums = sum("one") + "  canaries/one\n" + sum("two") + "  canaries/two\n";
        put(owner, "canaries/sums", sums);
        Prober pinned = prober(new ManifestProbe(Map.of(HOME, BUCKET), "canaries/sums", sum(sums), null));
        Prober free = prober(new ManifestProbe(Map.of(HOME, BUCKET), "canaries/sums", null, null));
        assertThat(look(pinned)).isEqualTo(SignalState.UP);
        assertThat(look(free)).isEqualTo(SignalState.UP);

        put(owner, "canaries/two", "encrypted");
        assertThat(world.look(pinned, PATIENCE).reason()).contains("canaries/two reads otherwise");
        owner.deleteObject(ask -> ask.bucket(BUCKET).key("canaries/two")).join();
        assertThat(world.look(pinned, PATIENCE).reason()).contains("canaries/two is gone");

        put(owner, "canaries/sums", sum("one") + "  canaries/one\n");
        assertThat(look(free)).as("its line went with it").isEqualTo(SignalState.UP);
        assertThat(world.look(pinned, PATIENCE).reason()).contains("does not read as the plan says");

        put(owner, "canaries/sums", "encrypted as well");
        assertThat(look(free)).isEqualTo(SignalState.DOWN);
        assertThat(look(prober(new ManifestProbe(Map.of(HOME, BUCKET), "canaries/sums", null, null))))
                .as("one that never could use it")
                .isEqualTo(SignalState.UNKNOWN);
        assertThat(look(prober(new ManifestProbe(Map.of(HOME, BUCKET), "no/manifest", null, null))))
                .isEqualTo(SignalState.UNKNOWN);
    }

    @Test
    void shouldSeeRecoveryPointsGoAmongMoreThanOnePage() {
        snapshots.addAll(List.of("monday", "tuesday", "wednesday"));
        Prober prober = prober(new BackupDeletionsProbe(Map.of(HOME, "shop"), Duration.ofDays(7), null));
        assertThat(world.look(prober, PATIENCE).reason()).contains("shop has 3 recovery points");

        snapshots.remove("tuesday");

        Look look = world.look(prober, PATIENCE);
        assertThat(look.state()).isEqualTo(SignalState.DOWN);
        assertThat(look.reason()).contains("tuesday");
    }

    private SignalState look(Prober prober) {
        Look look = world.look(prober, PATIENCE);
        assertThat(look.reason()).doesNotContain("could not be asked");
        return look.state();
    }

    private Prober prober(StoreProbe probe) {
        return prober(probe, new Access(Optional.of(Accounts.READ.arn()), HOME));
    }

    private Prober prober(StoreProbe probe, Access access) {
        SdkCalls calls = new SdkCalls(world.vertx());
        Stores stores = new Stores(
                new KeyReader(calls, aws),
                new SnapshotReader(calls, aws, Ticker.SYSTEM, Clock.systemUTC()),
                new BucketReader(calls, aws, Ticker.SYSTEM));
        return new StoreProber(StoreMeasure.of(probe, access, List.of(), stores, world.outside()), Ticker.SYSTEM);
    }

    private void rules(LifecycleRule... rules) {
        aws.s3(OWNER, HOME)
                .putBucketLifecycleConfiguration(
                        ask -> ask.bucket(BUCKET).lifecycleConfiguration(configuration -> configuration.rules(rules)))
                .join();
    }

    private static LifecycleRule.Builder rule(String id, String prefix, boolean enabled) {
        return LifecycleRule.builder()
                .id(id)
                .status(enabled ? ExpirationStatus.ENABLED : ExpirationStatus.DISABLED)
                .filter(filter -> filter.prefix(prefix));
    }

    private static void put(S3AsyncClient client, String key, String content) {
        client.putObject(ask -> ask.bucket(BUCKET).key(key), AsyncRequestBody.fromString(content))
                .join();
    }

    private static String sum(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
