package io.lifeboat.coordinator.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.lifeboat.chassis.problem.Problem;
import io.lifeboat.contract.plan.PlanProblem;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Tells a plan's author everything that is wrong with it at once: problem details (RFC 9457) with a list. */
public class PlanRefusals {

    private static final int UNPROCESSABLE = 422;

    @ServerExceptionMapper
    public Response refused(PlanRefusedException exception) {
        PlanProblem first = exception.problems().getFirst();
        long errors = exception.problems().stream()
                .filter(problem -> problem.severity() == PlanProblem.Severity.ERROR)
                .count();
        String line = first.line() == null ? "" : " (line " + first.line() + ")";
        return Response.status(UNPROCESSABLE)
                .type(Problem.MEDIA_TYPE)
                .entity(new Refusal(
                        "The plan is refused",
                        UNPROCESSABLE,
                        errors + (errors == 1 ? " error" : " errors") + "; the first: " + first.field() + line + " "
                                + first.message(),
                        first.field(),
                        first.line(),
                        first.remedy(),
                        exception.problems()))
                .build();
    }

    /** The members of {@link Problem}, those of the first error, and all of them. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refusal(
            String title,
            int status,
            String detail,
            String field,
            @Nullable Integer line,
            String remedy,
            List<PlanProblem> problems) {}
}
