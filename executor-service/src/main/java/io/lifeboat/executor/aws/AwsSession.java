package io.lifeboat.executor.aws;

import io.lifeboat.chassis.crash.CrashPoint;
import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.executor.budget.Api;
import io.lifeboat.executor.budget.Budgets;
import io.lifeboat.executor.budget.Quota;
import io.lifeboat.executor.call.CallFailedException;
import io.lifeboat.executor.call.Permit;
import io.lifeboat.executor.call.PermitExpiredException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingAsyncClient;
import software.amazon.awssdk.services.ecs.EcsAsyncClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2AsyncClient;
import software.amazon.awssdk.services.rds.RdsAsyncClient;
import software.amazon.awssdk.services.route53.Route53AsyncClient;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.sns.SnsAsyncClient;

/** One role in one region. Its calls block a virtual thread until they are answered. */
public final class AwsSession {

    /** Time-outs of a request: given to each request's builder. */
    public interface Limit extends Consumer<AwsRequestOverrideConfiguration.Builder> {}

    /** Route 53's control plane is in one region, and an account has one rate there. */
    private static final String ROUTE53_REGION = "us-east-1";

    private final AwsClients clients;
    private final Budgets budgets;
    private final String account;
    private final AwsClients.Access access;
    private final Duration lookTimeout;

    AwsSession(AwsClients clients, Budgets budgets, String account, AwsClients.Access access, Duration lookTimeout) {
        this.clients = clients;
        this.budgets = budgets;
        this.account = account;
        this.access = access;
        this.lookTimeout = lookTimeout;
    }

    /**
     * Makes a call that changes nothing, once the budget allows it: it waits for that no longer than for an answer.
     *
     * @param api whose budget it takes from
     * @param name of the call, for failures
     * @param call given the limit to put on its request
     * @throws CallFailedException never ambiguous
     */
    public <T> T look(Api api, String name, Function<Limit, CompletableFuture<T>> call) {
        Quota quota = quota(api);
        budgets.look(quota, System.nanoTime() + lookTimeout.toNanos());
        try {
            return answerOf(quota, name, call.apply(builder -> builder.apiCallTimeout(lookTimeout)));
        } catch (CallFailedException e) {
            throw e.whenLooking();
        }
    }

    /**
     * Makes a call that changes something, with credentials got beforehand so that a failure to get them is not taken for
     * an ambiguous answer. It waits for the budget as long as the permit leaves time to send it.
     *
     * @param api whose budget it takes from, before any look
     * @param name of the call, for failures
     * @param permit asked right before sending
     * @param call given the limit to put on its request
     * @throws CallFailedException saying whether the change may have been made
     * @throws PermitExpiredException when the permit ended before the call left: nothing was sent
     */
    public <T> T change(Api api, String name, Permit permit, Function<Limit, CompletableFuture<T>> call) {
        AwsCredentialsProvider credentials = clients.credentials(access);
        try {
            credentials.resolveIdentity().join();
        } catch (CompletionException e) {
            throw AwsFailures.beforeSending(name, e.getCause());
        } catch (SdkException e) {
            throw AwsFailures.beforeSending(name, e);
        }
        Quota quota = quota(api);
        budgets.change(quota, permit.lastCallNanos());
        Duration timeout = permit.callTimeout();
        CrashPoint.BEFORE_CALL.passed(name);
        return answerOf(quota, name, call.apply(builder -> builder.apiCallTimeout(timeout)
                .putExecutionAttribute(LastLook.PERMIT, permit)));
    }

    /** The region's RDS. */
    public RdsAsyncClient rds() {
        return clients.client(RdsAsyncClient.class, access, RdsAsyncClient::builder);
    }

    /** The region's ECS. */
    public EcsAsyncClient ecs() {
        return clients.client(EcsAsyncClient.class, access, EcsAsyncClient::builder);
    }

    /** The region's Application Auto Scaling. */
    public ApplicationAutoScalingAsyncClient autoScaling() {
        return clients.client(
                ApplicationAutoScalingAsyncClient.class, access, ApplicationAutoScalingAsyncClient::builder);
    }

    /** The region's load balancers. */
    public ElasticLoadBalancingV2AsyncClient loadBalancing() {
        return clients.client(
                ElasticLoadBalancingV2AsyncClient.class, access, ElasticLoadBalancingV2AsyncClient::builder);
    }

    /** The region's S3. */
    public S3AsyncClient s3() {
        return clients.client(S3AsyncClient.class, access, S3AsyncClient::builder);
    }

    /** The region's SNS. */
    public SnsAsyncClient sns() {
        return clients.client(SnsAsyncClient.class, access, SnsAsyncClient::builder);
    }

    /** Route 53's control plane, which is in us-east-1 whatever region these credentials are for. */
    public Route53AsyncClient route53() {
        return clients.client(Route53AsyncClient.class, access, Route53AsyncClient::builder);
    }

    private Quota quota(Api api) {
        return new Quota(account, api == Api.ROUTE53 ? ROUTE53_REGION : access.region(), api);
    }

    private <T> T answerOf(Quota quota, String name, CompletableFuture<T> answer) {
        try {
            T answered = answer.join();
            budgets.letThrough(quota);
            return answered;
        } catch (CompletionException e) {
            if (AwsFailures.caused(e, PermitExpiredException.class)) {
                throw new PermitExpiredException();
            }
            CallFailedException failure = AwsFailures.classify(name, e.getCause());
            if (failure.errorClass() == ErrorClass.THROTTLED) {
                budgets.throttled(quota);
            }
            throw failure;
        }
    }
}
