package io.lifeboat.executor.aws;

import io.lifeboat.contract.plan.Target;
import io.lifeboat.executor.budget.Budgets;
import io.lifeboat.executor.budget.Quota;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsAsyncClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/** The clients, made when first needed and kept: one for each service, role and region. */
@ApplicationScoped
public class AwsClients {

    private static final String SESSION_NAME = "lifeboat-executor";

    private final AwsSettings settings;
    private final Budgets budgets;
    private final SdkAsyncHttpClient http;
    private final Map<ClientKey, SdkClient> clients = new ConcurrentHashMap<>();
    private final Map<Access, AwsCredentialsProvider> credentials = new ConcurrentHashMap<>();

    /**
     * Who calls where.
     *
     * @param role ARN of the role; null for the executor's own credentials
     * @param region the region called
     * @param stsRegion the region whose STS gives the credentials: one that works, so never the failing one
     */
    record Access(@Nullable String role, String region, String stsRegion) {}

    private record ClientKey(Class<?> type, Access access) {}

    /** With those time-outs, at the pace of those budgets. */
    public AwsClients(AwsSettings settings, Budgets budgets) {
        this.settings = settings;
        this.budgets = budgets;
        this.http = NettyNioAsyncHttpClient.builder()
                .connectionTimeout(settings.connectTimeout())
                .build();
    }

    /**
     * A session that looks.
     *
     * @param target of the plan; null for the executor's own credentials
     * @param region the region looked at
     * @param servedFrom the region gone to, whose STS is used
     */
    public AwsSession looking(@Nullable Target target, String region, String servedFrom) {
        return session(target, "read", region, servedFrom, settings.lookTimeout());
    }

    /** A session that changes things, and looks with the same rights. */
    public AwsSession acting(@Nullable Target target, String region, String servedFrom) {
        return session(target, "act", region, servedFrom, settings.lookTimeout());
    }

    /** A session into a region that may not answer. */
    public AwsSession reaching(@Nullable Target target, String use, String region, String servedFrom) {
        return session(target, use, region, servedFrom, settings.failingRegionTimeout());
    }

    private AwsSession session(
            @Nullable Target target, String use, String region, String servedFrom, Duration lookTimeout) {
        String role = target == null ? null : target.roles().get(use);
        String account = target == null ? Quota.OWN : target.account();
        return new AwsSession(this, budgets, account, new Access(role, region, servedFrom), lookTimeout);
    }

    <B extends AwsClientBuilder<B, C> & AwsAsyncClientBuilder<B, C>, C extends SdkClient> C client(
            Class<C> type, Access access, Supplier<B> builder) {
        return type.cast(clients.computeIfAbsent(new ClientKey(type, access), key -> builder.get()
                .region(Region.of(access.region()))
                .credentialsProvider(credentials(access))
                .httpClient(http)
                .overrideConfiguration(withoutRetries(settings.lookTimeout()).toBuilder()
                        .addExecutionInterceptor(new LastLook())
                        .build())
                .build()));
    }

    AwsCredentialsProvider credentials(Access access) {
        return credentials.computeIfAbsent(
                new Access(access.role(), "", access.stsRegion()),
                key -> access.role() == null
                        ? DefaultCredentialsProvider.builder().build()
                        : assumed(access.role(), access.stsRegion()));
    }

    private AwsCredentialsProvider assumed(String role, String stsRegion) {
        StsClient sts = StsClient.builder()
                .region(Region.of(stsRegion))
                .httpClient(ApacheHttpClient.builder()
                        .connectionTimeout(settings.connectTimeout())
                        .build())
                .overrideConfiguration(withoutRetries(settings.lookTimeout()))
                .build();
        return StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .refreshRequest(request -> request.roleArn(role).roleSessionName(SESSION_NAME))
                .build();
    }

    private static ClientOverrideConfiguration withoutRetries(Duration timeout) {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(AwsRetryStrategy.doNotRetry())
                .apiCallTimeout(timeout)
                .build();
    }

    /** Closes the clients and their connections. */
    @PreDestroy
    public void close() {
        clients.values().forEach(SdkClient::close);
        http.close();
    }
}
