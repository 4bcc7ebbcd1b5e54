package io.lifeboat.executor.network;

import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.executor.call.CallFailedException;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Set;
import javax.net.ssl.SSLException;

/** What a failed call to a web server or a database means. */
final class NetworkFailures {

    /** SQLSTATEs of a server that is there and does not accept work now (PostgreSQL, appendix A). */
    private static final Set<String> NOT_NOW = Set.of("25006", "57P01", "57P02", "57P03", "53300");

    private NetworkFailures() {}

    static CallFailedException classify(String what, Throwable failure) {
        return switch (failure) {
            case CallFailedException known -> known;
            case PgException e -> ofDatabase(what, e);
            case UnknownHostException e ->
                CallFailedException.rejected(
                        ErrorClass.TRANSIENT,
                        what + ": the name is not known: " + e.getMessage(),
                        "look at the DNS",
                        e);
            case ConnectException e ->
                CallFailedException.rejected(
                        ErrorClass.TRANSIENT, what + ": not connected: " + e.getMessage(), "see whether it runs", e);
            case SSLException e ->
                CallFailedException.rejected(
                        ErrorClass.PERMANENT,
                        what + ": TLS: " + e.getMessage(),
                        "look at the certificate and at lifeboat.network.trusted-ca",
                        e);
            default ->
                CallFailedException.ambiguous(
                        what + ": " + failure, "see whether it can be reached from here", failure);
        };
    }

    private static CallFailedException ofDatabase(String what, PgException e) {
        String state = String.valueOf(e.getSqlState());
        String detail = what + ": " + e.getErrorMessage() + " (SQLSTATE " + state + ")";
        if (NOT_NOW.contains(state)) {
            return CallFailedException.rejected(ErrorClass.TRANSIENT, detail, "wait until the writer accepts work", e);
        }
        if (state.startsWith("28") || "42501".equals(state)) {
            return CallFailedException.rejected(
                    ErrorClass.ACCESS_DENIED, detail, "look at the secret's user, password and rights", e);
        }
        return CallFailedException.rejected(ErrorClass.PERMANENT, detail, "look at the database", e);
    }
}
