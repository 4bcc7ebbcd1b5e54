package io.lifeboat.chassis.transaction;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;

/** Tells failures that pass when the same work is done again from those that do not. */
public final class Passing {

    /** SQLSTATE classes: connection, rollback, resources, operator intervention (PostgreSQL manual, appendix A). */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57");

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String READ_ONLY = "25006";
    private static final int DEPTH = 20;

    private Passing() {}

    /** Whether trying again can help: the database was away, busy with a conflicting transaction, or just promoted. */
    public static boolean willPass(Throwable failure) {
        return cause(failure) != null;
    }

    /** What passes, in one line. */
    static String reason(Throwable failure) {
        Throwable cause = cause(failure);
        return cause == null
                ? String.valueOf(failure.getMessage())
                : cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    private static @Nullable Throwable cause(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEPTH; depth++) {
            if (passes(cause)) {
                return cause;
            }
            cause = cause.getCause();
        }
        return null;
    }

    private static boolean passes(Throwable cause) {
        return switch (cause) {
            case PgException refused -> passes(refused.getSqlState());
            case SQLException refused -> passes(refused.getSQLState());
            case OptimisticLockException stale -> true;
            case StaleStateException stale -> true;
            case ClosedChannelException lost -> true;
            case IOException lost -> true;
            case TimeoutException slow -> true;
            case VertxException lost -> String.valueOf(lost.getMessage()).contains("onnection");
            default -> false;
        };
    }

    private static boolean passes(@Nullable String state) {
        return state != null
                && (CLASSES.contains(state.substring(0, 2))
                        || state.equals(LOCK_NOT_AVAILABLE)
                        || state.equals(READ_ONLY));
    }
}
