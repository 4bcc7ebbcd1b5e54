package io.lifeboat.chassis.problem;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns every exception that reaches the REST edge into problem details. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private static final String BAD_BODY = "The request's body cannot be read";
    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERROR = 500;

    /** A problem that was meant for the caller. */
    @ServerExceptionMapper
    public Response problem(ProblemException exception) {
        return respond(exception.problem());
    }

    /** A body that is JSON but not what was asked for. */
    @ServerExceptionMapper(priority = 1)
    public Response mapping(JsonMappingException exception) {
        return body(exception);
    }

    /** A body that is not JSON. */
    @ServerExceptionMapper(priority = 1)
    public Response parsing(JsonParseException exception) {
        return body(exception);
    }

    /** The framework's own refusals: no such path, wrong method, a body it could not read. */
    @ServerExceptionMapper(priority = 1)
    public Response web(WebApplicationException exception) {
        if (exception.getCause() instanceof JsonProcessingException unreadable) {
            return body(unreadable);
        }
        Response original = exception.getResponse();
        if (original.hasEntity()) {
            return original;
        }
        String reason = original.getStatusInfo().getReasonPhrase();
        return respond(new Problem(
                reason,
                original.getStatus(),
                exception.getMessage() == null ? reason : exception.getMessage(),
                null,
                null));
    }

    /** What is left is our own fault; the caller learns nothing of our insides, the log all. */
    @ServerExceptionMapper
    public Response unexpected(RuntimeException exception) {
        LOG.error("a request failed unexpectedly", exception);
        return respond(new Problem(
                "Unexpected error", SERVER_ERROR, "the service failed; its log says more", null, "try again"));
    }

    private static Response body(JsonProcessingException exception) {
        if (exception instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return respond(new Problem(
                    BAD_BODY, BAD_REQUEST, reason(mapping), field(mapping), "correct the field and send it again"));
        }
        return respond(
                new Problem(BAD_BODY, BAD_REQUEST, exception.getOriginalMessage(), at(exception), "send valid JSON"));
    }

    /** A record's constructor says best what is wrong with its fields. */
    private static String reason(JsonMappingException exception) {
        return exception.getCause() instanceof IllegalArgumentException refused && refused.getMessage() != null
                ? refused.getMessage()
                : exception.getOriginalMessage();
    }

    private static String field(JsonMappingException exception) {
        return exception.getPath().stream()
                .map(part -> part.getFieldName() == null ? String.valueOf(part.getIndex()) : part.getFieldName())
                .collect(Collectors.joining("/", "/", ""));
    }

    private static @Nullable String at(JsonProcessingException exception) {
        return exception.getLocation() == null
                ? null
                : "line %d, column %d"
                        .formatted(
                                exception.getLocation().getLineNr(),
                                exception.getLocation().getColumnNr());
    }

    private static Response respond(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }
}
