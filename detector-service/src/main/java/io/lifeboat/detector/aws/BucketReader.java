package io.lifeboat.detector.aws;

import io.lifeboat.detector.time.Moment;
import io.lifeboat.detector.time.Ticker;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Reads what a bucket holds, and what it deletes by itself. */
public final class BucketReader {

    /** S3 API reference, ListObjectsV2. */
    private static final int LARGEST_PAGE = 1_000;

    /** S3 API reference, GetBucketLifecycleConfiguration: a bucket without rules is answered as an error. */
    private static final String NO_RULES = "NoSuchLifecycleConfiguration";

    private final SdkCalls calls;
    private final AwsClients clients;
    private final Ticker ticker;

    /** Reads through these clients. */
    public BucketReader(SdkCalls calls, AwsClients clients, Ticker ticker) {
        this.calls = calls;
        this.clients = clients;
        this.ticker = ticker;
    }

    /** The enabled rules by which a bucket deletes. */
    public Future<List<ExpiringRule>> expiring(String bucket, Access access, Duration within) {
        return calls.send(
                        () -> clients.s3(access.role(), access.region())
                                .getBucketLifecycleConfiguration(ask -> ask.bucket(bucket)),
                        within)
                .map(answer -> answer.rules().stream()
                        .flatMap(rule -> ExpiringRule.of(rule).stream())
                        .toList())
                .recover(failure -> NO_RULES.equals(code(failure))
                        ? Future.succeededFuture(List.of())
                        : Future.failedFuture(failure));
    }

    /**
     * How many objects there are. What a delete marker hides is not listed, and so not counted.
     *
     * @param prefix of the keys that count
     * @param atMost counting ends there
     * @param within for all pages together
     */
    public Future<ObjectTally> count(String bucket, String prefix, int atMost, Access access, Duration within) {
        return page(bucket, prefix, atMost, access, ticker.now().plus(within), new ObjectTally(0, true), null);
    }

    private Future<ObjectTally> page(
            String bucket,
            String prefix,
            int atMost,
            Access access,
            Moment until,
            ObjectTally before,
            @Nullable String from) {
        Duration left = until.since(ticker.now());
        if (!left.isPositive()) {
            return Future.failedFuture(new TimeoutException());
        }
        int size = Math.min(LARGEST_PAGE, atMost - before.objects());
        return calls.send(
                        () -> clients.s3(access.role(), access.region()).listObjectsV2(ask -> ask.bucket(bucket)
                                .prefix(prefix)
                                .maxKeys(size)
                                .continuationToken(from)),
                        left)
                .compose(answer -> {
                    ObjectTally tally = after(before, answer);
                    return tally.more() && tally.objects() < atMost
                            ? page(bucket, prefix, atMost, access, until, tally, answer.nextContinuationToken())
                            : Future.succeededFuture(tally);
                });
    }

    private static ObjectTally after(ObjectTally before, ListObjectsV2Response answer) {
        return new ObjectTally(before.objects() + answer.contents().size(), Boolean.TRUE.equals(answer.isTruncated()));
    }

    /**
     * An object's content; empty when there is no such object. S3 says so only to those who may list the bucket, and denies
     * access to all others (S3 API reference, HeadObject).
     *
     * @param largest in bytes; a larger one is not read, and the future fails with an {@link IllegalStateException}
     */
    public Future<Optional<byte[]>> content(String bucket, String key, long largest, Access access, Duration within) {
        Moment until = ticker.now().plus(within);
        return calls.send(
                        () -> clients.s3(access.role(), access.region())
                                .headObject(ask -> ask.bucket(bucket).key(key)),
                        within)
                .compose(head -> {
                    if (head.contentLength() > largest) {
                        return Future.failedFuture(
                                new IllegalStateException("%s has %d bytes, and no more than %d are read"
                                        .formatted(key, head.contentLength(), largest)));
                    }
                    return calls.send(
                            () -> clients.s3(access.role(), access.region())
                                    .getObject(ask -> ask.bucket(bucket).key(key), AsyncResponseTransformer.toBytes()),
                            until.since(ticker.now()));
                })
                .map(bytes -> Optional.of(bytes.asByteArray()))
                .recover(failure -> cause(failure) instanceof NoSuchKeyException
                        ? Future.succeededFuture(Optional.empty())
                        : Future.failedFuture(failure));
    }

    private static @Nullable String code(Throwable failure) {
        return cause(failure) instanceof AwsServiceException refused && refused.awsErrorDetails() != null
                ? refused.awsErrorDetails().errorCode()
                : null;
    }

    private static Throwable cause(Throwable failure) {
        Throwable inside = failure instanceof CompletionException ? failure.getCause() : failure;
        return inside == null ? failure : inside;
    }
}
