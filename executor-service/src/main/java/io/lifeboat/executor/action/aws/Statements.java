package io.lifeboat.executor.action.aws;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lifeboat.contract.envelope.Json;
import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.executor.action.Assignment;
import io.lifeboat.executor.aws.AwsSession;
import io.lifeboat.executor.budget.Api;
import io.lifeboat.executor.call.CallFailedException;
import io.lifeboat.executor.call.Permit;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;

/**
 * Objects that say from where an application is served. The health checks search their first 5,120 bytes for
 * {@code "servedFrom":"<region>"} (Route 53 API reference, HealthCheckConfig, HTTP_STR_MATCH), so they are compact JSON, and
 * one put replaces what was said before as a whole.
 */
@ApplicationScoped
class Statements {

    private static final String SERVED_FROM = "servedFrom";
    private static final String APPLICATION = "application";

    /**
     * The region an object names; empty when there is none.
     *
     * @throws CallFailedException when it cannot be read, or speaks of another application
     */
    Optional<String> said(AwsSession session, String bucket, String key, Assignment<?> assignment) {
        return read(session, bucket, key).map(statement -> {
            String application = statement.path(APPLICATION).asText();
            if (!application.equals(assignment.command().application())) {
                throw CallFailedException.rejected(
                        ErrorClass.INVALID_STATE,
                        "%s in %s speaks of the application '%s'".formatted(key, bucket, application),
                        "give each application a key of its own in the plan",
                        null);
            }
            return statement.path(SERVED_FROM).asText();
        });
    }

    /** Says that an application is served from a region. */
    void say(AwsSession session, String bucket, String key, Assignment<?> assignment, Permit permit) {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put(APPLICATION, assignment.command().application())
                .put("executionId", assignment.command().executionId())
                .put(SERVED_FROM, assignment.to())
                .toString();
        session.change(Api.S3, "PutObject", permit, limit -> session.s3()
                .putObject(
                        request -> request.bucket(bucket)
                                .key(key)
                                .contentType("application/json")
                                .overrideConfiguration(limit),
                        AsyncRequestBody.fromString(body)));
    }

    private static Optional<JsonNode> read(AwsSession session, String bucket, String key) {
        try {
            byte[] body = session.look(Api.S3, "GetObject", limit -> session.s3()
                            .getObject(
                                    request -> request.bucket(bucket).key(key).overrideConfiguration(limit),
                                    AsyncResponseTransformer.toBytes()))
                    .asByteArray();
            return Optional.of(Json.mapper().readTree(body));
        } catch (CallFailedException e) {
            if (e.errorClass() == ErrorClass.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        } catch (JacksonException e) {
            throw unreadable(bucket, key, e);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory could not be read", e);
        }
    }

    private static CallFailedException unreadable(String bucket, String key, JacksonException cause) {
        return CallFailedException.rejected(
                ErrorClass.INVALID_STATE,
                "%s in %s is not JSON: %s".formatted(key, bucket, cause.getOriginalMessage()),
                "see who wrote it, and delete it",
                cause);
    }
}
