package io.lifeboat.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.sandbox.account.Accounts;
import io.lifeboat.sandbox.account.Role;
import io.lifeboat.sandbox.cloud.Cloud;
import io.lifeboat.sandbox.cloud.Net;
import io.lifeboat.sandbox.cloud.Ports;
import io.lifeboat.sandbox.endpoint.AwsEndpoint;
import io.lifeboat.sandbox.endpoint.AwsServices;
import io.lifeboat.sandbox.fault.ApiFaults;
import io.lifeboat.sandbox.kms.Kms;
import io.lifeboat.sandbox.s3.Bucket;
import io.lifeboat.sandbox.s3.S3;
import io.lifeboat.sandbox.sts.StsService;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.KmsInvalidStateException;
import software.amazon.awssdk.services.kms.model.NotFoundException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Keys, and buckets as a whole, as the unchanged SDK meets them. */
class StoresApiTest {

    private static final String BUCKET = "shop-data";

    private Cloud cloud;
    private Accounts accounts;
    private AwsEndpoint endpoint;

    @BeforeEach
    void start() {
        cloud = new Cloud(Net.random(), Ports.free(), Clock.systemUTC());
        accounts = new Accounts(cloud.clock());
        AwsServices services = new AwsServices()
                .add(new StsService(accounts))
                .add(new Kms(Set.of(Cloud.HOME, Cloud.OTHER), cloud.clock(), cloud.effects()))
                .add(new S3(List.of(new Bucket(BUCKET, Cloud.HOME, false)), cloud.clock(), cloud.effects()));
        endpoint = new AwsEndpoint(cloud, accounts, services, new ApiFaults(cloud.clock()));
    }

    @AfterEach
    void stop() {
        endpoint.close();
        cloud.close();
    }

    @Test
    void shouldTakeAKeyAwayAndGiveItBack() {
        String key = Kms.arn(Cloud.HOME);
        try (KmsClient owner = client(KmsClient.builder(), Accounts.OWNER);
                KmsClient reader = client(KmsClient.builder(), Accounts.READ)) {
            assertThat(state(reader, key)).isEqualTo(KeyState.ENABLED);

            owner.disableKey(ask -> ask.keyId(key));
            assertThat(state(reader, key)).isEqualTo(KeyState.DISABLED);

            var scheduled = owner.scheduleKeyDeletion(ask -> ask.keyId(key).pendingWindowInDays(7));
            assertThat(scheduled.keyState()).isEqualTo(KeyState.PENDING_DELETION);
            assertThat(scheduled.deletionDate()).isAfter(cloud.clock().instant());
            assertThatThrownBy(() -> owner.enableKey(ask -> ask.keyId(key)))
                    .isInstanceOf(KmsInvalidStateException.class);

            owner.cancelKeyDeletion(ask -> ask.keyId(key));
            assertThat(state(reader, key)).isEqualTo(KeyState.DISABLED);
            owner.enableKey(ask -> ask.keyId(key));
            assertThat(state(reader, key)).isEqualTo(KeyState.ENABLED);
            assertThat(cloud.effects().of("kms:" + key, "disable")).isEqualTo(1);

            assertThatThrownBy(() -> reader.disableKey(ask -> ask.keyId(key)))
                    .isInstanceOfSatisfying(KmsException.class, denied -> assertThat(
                                    denied.awsErrorDetails().errorCode())
                            .isEqualTo("AccessDeniedException"));
            assertThatThrownBy(() -> state(reader, Kms.arn(Cloud.OTHER)))
                    .as("in another region")
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void shouldKeepTheRulesOfABucket() {
        try (S3Client owner = client(S3Client.builder(), Accounts.OWNER)) {
            assertThatThrownBy(() -> owner.getBucketLifecycleConfiguration(ask -> ask.bucket(BUCKET)))
                    .isInstanceOfSatisfying(S3Exception.class, none -> {
                        assertThat(none.statusCode()).isEqualTo(404);
                        assertThat(none.awsErrorDetails().errorCode()).isEqualTo("NoSuchLifecycleConfiguration");
                    });
            LifecycleRule rule = LifecycleRule.builder()
                    .id("wipe")
                    .status(ExpirationStatus.ENABLED)
                    .filter(filter -> filter.and(both -> both.prefix("orders/").objectSizeGreaterThan(10L)))
                    .expiration(expiration -> expiration.days(1))
                    .noncurrentVersionExpiration(replaced -> replaced.noncurrentDays(2))
                    .build();

            owner.putBucketLifecycleConfiguration(
                    ask -> ask.bucket(BUCKET).lifecycleConfiguration(configuration -> configuration.rules(rule)));

            assertThat(owner.getBucketLifecycleConfiguration(ask -> ask.bucket(BUCKET))
                            .rules())
                    .containsExactly(rule);
            owner.deleteBucketLifecycle(ask -> ask.bucket(BUCKET));
            assertThatThrownBy(() -> owner.getBucketLifecycleConfiguration(ask -> ask.bucket(BUCKET)))
                    .isInstanceOf(S3Exception.class);
        }
    }

    @Test
    void shouldListObjectsInOrderAndPages() {
        try (S3Client owner = client(S3Client.builder(), Accounts.OWNER)) {
            IntStream.range(0, 25)
                    .forEach(i -> owner.putObject(
                            ask -> ask.bucket(BUCKET).key("orders/%02d & more".formatted(i)),
                            RequestBody.fromString("order")));
            owner.putObject(ask -> ask.bucket(BUCKET).key("elsewhere"), RequestBody.fromString("nothing"));

            var first = owner.listObjectsV2(
                    ask -> ask.bucket(BUCKET).prefix("orders/").maxKeys(10));
            assertThat(first.isTruncated()).isTrue();
            assertThat(first.keyCount()).isEqualTo(10);

            assertThat(owner.listObjectsV2Paginator(
                                    ask -> ask.bucket(BUCKET).prefix("orders/").maxKeys(10))
                            .contents())
                    .extracting(S3Object::key)
                    .hasSize(25)
                    .isSorted()
                    .contains("orders/07 & more");
        }
    }

    private static KeyState state(KmsClient client, String key) {
        return client.describeKey(ask -> ask.keyId(key)).keyMetadata().keyState();
    }

    private <B extends AwsClientBuilder<B, C>, C> C client(B builder, Role role) {
        Accounts.Session session = accounts.assume(role, "test", Duration.ofHours(1));
        return builder.region(Region.of(Cloud.HOME))
                .endpointOverride(URI.create("http://" + endpoint.address().getHostAddress() + ":"
                        + cloud.ports().aws()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsSessionCredentials.create(
                        session.accessKeyId(), session.secretAccessKey(), session.token())))
                .build();
    }
}
