package io.lifeboat.sandbox.healthcheck;

/** The caller reference is taken by a check that is configured otherwise. */
public final class HealthCheckAlreadyExistsException extends RuntimeException {

    HealthCheckAlreadyExistsException(String callerReference) {
        super("A health check with the caller reference " + callerReference
                + " exists with other settings; choose a new caller reference");
    }
}
