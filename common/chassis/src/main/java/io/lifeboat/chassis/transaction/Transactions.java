package io.lifeboat.chassis.transaction;

import io.lifeboat.chassis.outbox.Relay;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs work in one Hibernate Reactive transaction, from any thread.
 *
 * <p>The work gets a session of its own through {@code Mutiny.SessionFactory.withSession}, which finds the one of the
 * transaction. It may run more than once and must therefore change nothing but the database. Inside a transaction it joins.
 */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
public class Transactions {

    private static final Logger LOG = Logger.getLogger(Transactions.class);
    private static final String INSIDE = "lifeboat.transaction";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Mutiny.SessionFactory sessions;
    private final Vertx vertx;
    private final Relay relay;

    @Inject
    public Transactions(Mutiny.SessionFactory sessions, Vertx vertx, Relay relay) {
        this.sessions = sessions;
        this.vertx = vertx;
        this.relay = relay;
    }

    /**
     * Runs the work, commits, and has the outbox's rows sent. A lost connection, a serialization failure, a deadlock or a
     * stale version starts it again, after 50 ms at first and 5 s at most, until it passes; any other failure is the
     * caller's.
     */
    public <T> Uni<T> run(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Context context = safeContext();
            if (Boolean.TRUE.equals(context.getLocal(INSIDE))) {
                return work.get();
            }
            return once(work, context)
                    .runSubscriptionOn(task -> context.runOnContext(ignored -> task.run()))
                    .onFailure(Passing::willPass)
                    .invoke(failure -> LOG.warnf("database: %s; trying again", Passing.reason(failure)))
                    .onFailure(Passing::willPass)
                    .retry()
                    .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                    .withJitter(0.2)
                    .indefinitely()
                    .emitOn(task -> context.runOnContext(ignored -> task.run()))
                    .invoke(relay::wake);
        });
    }

    /** PostgreSQL's {@code now()}: within a transaction, when it began. */
    public Uni<Instant> now() {
        return run(() -> sessions.withSession(session ->
                session.createNativeQuery("SELECT now()", Instant.class).getSingleResult()));
    }

    private <T> Uni<T> once(Supplier<Uni<T>> work, Context context) {
        return Uni.createFrom()
                .deferred(() -> {
                    context.putLocal(INSIDE, true);
                    // work may end on another thread; its commit belongs on the session's own
                    return sessions.withTransaction(
                            transaction -> work.get().emitOn(task -> context.runOnContext(ignored -> task.run())));
                })
                .onTermination()
                .invoke(() -> context.removeLocal(INSIDE));
    }

    /**
     * Hibernate Reactive wants a context that nobody shares (HR000069). A handler's own is one; a timer's is not, nor is the
     * one a worker thread inherited, for the handler it came from may be inside a transaction of its own.
     */
    private Context safeContext() {
        Context current = Vertx.currentContext();
        Context own = current != null && VertxContext.isDuplicatedContext(current) && Context.isOnEventLoopThread()
                ? current
                : VertxContext.createNewDuplicatedContext(root(current));
        VertxContextSafetyToggle.setContextSafe(own, true);
        return own;
    }

    private Context root(@Nullable Context current) {
        return current == null ? vertx.getOrCreateContext() : VertxContext.getRootContext(current);
    }
}
