package io.lifeboat.detector.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;
import software.amazon.awssdk.services.sts.StsAsyncClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Credentials;

/** Credentials of one role, taken from the region's own STS and renewed before they end; never blocks. */
final class AssumedRole implements IdentityProvider<AwsCredentialsIdentity> {

    private static final Duration RENEWED_BEFORE_END = Duration.ofMinutes(5);

    private final StsAsyncClient sts;
    private final String roleArn;
    private final InstantSource clock;
    private volatile @Nullable Credentials current;

    AssumedRole(StsAsyncClient sts, String roleArn, InstantSource clock) {
        this.sts = sts;
        this.roleArn = roleArn;
        this.clock = clock;
    }

    @Override
    public Class<AwsCredentialsIdentity> identityType() {
        return AwsCredentialsIdentity.class;
    }

    @Override
    public CompletableFuture<? extends AwsCredentialsIdentity> resolveIdentity(ResolveIdentityRequest request) {
        Credentials known = current;
        Instant soon = clock.instant().plus(RENEWED_BEFORE_END);
        if (known != null && known.expiration().isAfter(soon)) {
            return CompletableFuture.completedFuture(identity(known));
        }
        return sts.assumeRole(ask -> ask.roleArn(roleArn).roleSessionName("lifeboat-detector"))
                .thenApply(AssumeRoleResponse::credentials)
                .thenApply(fresh -> {
                    current = fresh;
                    return identity(fresh);
                });
    }

    private static AwsSessionCredentialsIdentity identity(Credentials credentials) {
        return AwsSessionCredentialsIdentity.create(
                credentials.accessKeyId(), credentials.secretAccessKey(), credentials.sessionToken());
    }
}
