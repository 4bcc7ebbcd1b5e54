package io.lifeboat.chassis.trace;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The trace a message belongs to (W3C Trace Context, version 00), kept on the Vert.x context of its handling. */
public final class TraceContext {

    private static final Pattern TRACEPARENT = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final String KEY = "lifeboat.traceparent";

    private TraceContext() {}

    /** Remembers, for what is done on the current context, what caused it. */
    public static void enter(@Nullable String traceparent) {
        Context context = Vertx.currentContext();
        if (context != null && traceparent != null) {
            context.putLocal(KEY, traceparent);
        }
    }

    /** The traceparent for a message sent now: of the trace entered before, else of a new one. */
    public static String next() {
        Context context = Vertx.currentContext();
        return next(context == null ? null : context.getLocal(KEY));
    }

    /** A new span of the same trace, or of a new trace when there is none that can be read. */
    static String next(@Nullable String parent) {
        boolean readable = parent != null && TRACEPARENT.matcher(parent).matches();
        String trace = readable ? parent.substring(3, 35) : hex() + hex();
        return "00-" + trace + "-" + hex() + "-01";
    }

    private static String hex() {
        // all zeros would be invalid
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }
}
