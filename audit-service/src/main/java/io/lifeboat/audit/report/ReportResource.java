package io.lifeboat.audit.report;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Reports over REST: JSON, or Markdown for {@code Accept: text/markdown} and for {@code ?format=md}. */
@Path("/reports/{incidentId}")
public class ReportResource {

    private static final MediaType MARKDOWN = new MediaType("text", "markdown", "UTF-8");

    private final Recoveries recoveries;

    @Inject
    public ReportResource(Recoveries recoveries) {
        this.recoveries = recoveries;
    }

    /** What was achieved, beside what was promised. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/markdown"})
    public Uni<Response> report(
            @PathParam("incidentId") String incidentId,
            @QueryParam("format") @Nullable String format,
            @Context HttpHeaders headers) {
        boolean markdown = "md".equals(format)
                || headers.getAcceptableMediaTypes().getFirst().isCompatible(MARKDOWN)
                        && !headers.getAcceptableMediaTypes().getFirst().isWildcardType();
        return recoveries.report(incidentId).map(report -> {
            Response.ResponseBuilder response = markdown
                    ? Response.ok(ReportMarkdown.of(report), MARKDOWN)
                    : Response.ok(ReportView.of(report), MediaType.APPLICATION_JSON_TYPE);
            return response.build();
        });
    }
}
