package io.lifeboat.detector.aws;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Brings the SDK's answers to whoever asked, in time and on their own context. */
public final class SdkCalls {

    private final Vertx vertx;

    /** On that Vert.x. */
    public SdkCalls(Vertx vertx) {
        this.vertx = vertx;
    }

    /** The SDK may block while it finds credentials, so it is called on a worker; the answer comes back on the caller's context. */
    <T> Future<T> send(Callable<CompletableFuture<T>> call, Duration within) {
        Context context = vertx.getOrCreateContext();
        return vertx.executeBlocking(call, false)
                .compose(answer -> Future.fromCompletionStage(answer, context))
                .timeout(Math.max(1, within.toMillis()), TimeUnit.MILLISECONDS);
    }
}
