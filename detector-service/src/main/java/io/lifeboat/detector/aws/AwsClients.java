package io.lifeboat.detector.aws;

import io.lifeboat.detector.network.Trust;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.TrustManager;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingAsyncClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchAsyncClient;
import software.amazon.awssdk.services.ecs.EcsAsyncClient;
import software.amazon.awssdk.services.kms.KmsAsyncClient;
import software.amazon.awssdk.services.rds.RdsAsyncClient;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.sts.StsAsyncClient;

/**
 * One client for each role and region, made when first asked for. The SDK's own retries are off: a watch looks again by
 * itself, and a retry would only make its look late.
 */
public final class AwsClients implements AutoCloseable {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(1);
    private static final Duration CALL_WITHIN = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final SdkAsyncHttpClient http;
    private final DefaultCredentialsProvider own =
            DefaultCredentialsProvider.builder().build();
    private final ClientOverrideConfiguration calls = ClientOverrideConfiguration.builder()
            .retryStrategy(AwsRetryStrategy.doNotRetry())
            .apiCallTimeout(CALL_WITHIN)
            .build();
    private final Map<Place, RdsAsyncClient> rds = new ConcurrentHashMap<>();
    private final Map<Place, CloudWatchAsyncClient> cloudWatch = new ConcurrentHashMap<>();
    private final Map<Place, EcsAsyncClient> ecs = new ConcurrentHashMap<>();
    private final Map<Place, ApplicationAutoScalingAsyncClient> autoScaling = new ConcurrentHashMap<>();
    private final Map<Place, KmsAsyncClient> kms = new ConcurrentHashMap<>();
    private final Map<Place, S3AsyncClient> s3 = new ConcurrentHashMap<>();
    private final Map<Place, IdentityProvider<AwsCredentialsIdentity>> roles = new ConcurrentHashMap<>();
    private final Map<String, StsAsyncClient> sts = new ConcurrentHashMap<>();

    /** Makes clients that believe these authorities. */
    public AwsClients(Trust trust, InstantSource clock) {
        this.clock = clock;
        this.http = NettyNioAsyncHttpClient.builder()
                .connectionTimeout(CONNECT_WITHIN)
                .tlsTrustManagersProvider(() -> new TrustManager[] {trust.manager()})
                .build();
    }

    /**
     * RDS in a region.
     *
     * @param role the role to look in, or empty for the detector's own credentials
     */
    public RdsAsyncClient rds(Optional<String> role, String region) {
        return rds.computeIfAbsent(new Place(role, region), place -> RdsAsyncClient.builder()
                .region(Region.of(region))
                .httpClient(http)
                .overrideConfiguration(calls)
                .credentialsProvider(credentials(place))
                .build());
    }

    /** CloudWatch in a region; see {@link #rds}. */
    public CloudWatchAsyncClient cloudWatch(Optional<String> role, String region) {
        return cloudWatch.computeIfAbsent(new Place(role, region), place -> CloudWatchAsyncClient.builder()
                .region(Region.of(region))
                .httpClient(http)
                .overrideConfiguration(calls)
                .credentialsProvider(credentials(place))
                .build());
    }

    /** ECS in a region; see {@link #rds}. */
    public EcsAsyncClient ecs(Optional<String> role, String region) {
        return ecs.computeIfAbsent(new Place(role, region), place -> EcsAsyncClient.builder()
                .region(Region.of(region))
                .httpClient(http)
                .overrideConfiguration(calls)
                .credentialsProvider(credentials(place))
                .build());
    }

    /** Application Auto Scaling in a region; see {@link #rds}. */
    public ApplicationAutoScalingAsyncClient autoScaling(Optional<String> role, String region) {
        return autoScaling.computeIfAbsent(new Place(role, region), place -> ApplicationAutoScalingAsyncClient.builder()
                .region(Region.of(region))
                .httpClient(http)
                .overrideConfiguration(calls)
                .credentialsProvider(credentials(place))
                .build());
    }

    /** KMS in a region; see {@link #rds}. */
    public KmsAsyncClient kms(Optional<String> role, String region) {
        return kms.computeIfAbsent(new Place(role, region), place -> KmsAsyncClient.builder()
                .region(Region.of(region))
                .httpClient(http)
                .overrideConfiguration(calls)
                .credentialsProvider(credentials(place))
                .build());
    }

    /** S3 in a region; see {@link #rds}. */
    public S3AsyncClient s3(Optional<String> role, String region) {
        return s3.computeIfAbsent(new Place(role, region), place -> S3AsyncClient.builder()
                .region(Region.of(region))
                .httpClient(http)
                .overrideConfiguration(calls)
                .credentialsProvider(credentials(place))
                .build());
    }

    @Override
    public void close() {
        kms.values().forEach(KmsAsyncClient::close);
        s3.values().forEach(S3AsyncClient::close);
        ecs.values().forEach(EcsAsyncClient::close);
        autoScaling.values().forEach(ApplicationAutoScalingAsyncClient::close);
        rds.values().forEach(RdsAsyncClient::close);
        cloudWatch.values().forEach(CloudWatchAsyncClient::close);
        sts.values().forEach(StsAsyncClient::close);
        own.close();
        http.close();
    }

    private IdentityProvider<? extends AwsCredentialsIdentity> credentials(Place place) {
        if (place.role().isEmpty()) {
            return own;
        }
        return roles.computeIfAbsent(
                place, key -> new AssumedRole(sts(key.region()), key.role().orElseThrow(), clock));
    }

    /** A region's own STS, so that a look depends on no other region (AWS, fault isolation boundaries). */
    StsAsyncClient sts(String region) {
        return sts.computeIfAbsent(region, name -> StsAsyncClient.builder()
                .region(Region.of(name))
                .httpClient(http)
                .overrideConfiguration(calls)
                .credentialsProvider(own)
                .build());
    }

    private record Place(Optional<String> role, String region) {}
}
