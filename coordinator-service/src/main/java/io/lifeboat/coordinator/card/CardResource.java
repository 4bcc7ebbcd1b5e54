package io.lifeboat.coordinator.card;

import io.lifeboat.chassis.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The card over REST: JSON, or one page for {@code Accept: text/markdown} and for {@code ?format=markdown}. */
@Path("/incidents/{id}/card")
@Tag(name = "incidents")
public class CardResource {

    private static final String MARKDOWN = "text/markdown";
    private static final MediaType PAGE = new MediaType("text", "markdown", "UTF-8");
    private static final CacheControl OF_THIS_MOMENT = CacheControl.valueOf("no-store");

    private final Cards cards;

    CardResource(Cards cards) {
        this.cards = cards;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, MARKDOWN})
    @Operation(
            summary = "All a commander needs to say yes or no",
            description =
                    "What is seen from where and since when, what the gate says and asks, the loss, the time from past"
                            + " executions, the fence, the checks that hold, similar incidents and what is left uncovered; as one"
                            + " page of Markdown for Accept: text/markdown or ?format=markdown")
    @APIResponse(
            responseCode = "200",
            description = "The card as it is now",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Card.class)),
                @Content(mediaType = MARKDOWN, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "404", description = "There is no such incident")
    public Uni<Response> card(
            @PathParam("id") String id,
            @Parameter(description = "json or markdown; the header Accept decides when it is left out")
                    @QueryParam("format")
                    @Nullable
                    String format,
            @Context HttpHeaders headers,
            @Context UriInfo address) {
        boolean markdown = markdown(format, headers);
        String base = address.getBaseUri().toString().replaceAll("/$", "");
        return cards.of(id).map(card -> (markdown
                        ? Response.ok(CardMarkdown.of(card, base), PAGE)
                        : Response.ok(card, MediaType.APPLICATION_JSON_TYPE))
                .cacheControl(OF_THIS_MOMENT)
                .build());
    }

    private static boolean markdown(@Nullable String format, HttpHeaders headers) {
        if (format == null) {
            MediaType first = headers.getAcceptableMediaTypes().getFirst();
            return !first.isWildcardType() && first.isCompatible(PAGE);
        }
        return switch (format) {
            case "markdown", "md" -> true;
            case "json" -> false;
            default ->
                throw new ProblemException(
                        400,
                        "Unknown format",
                        "there is no card as " + format,
                        "format",
                        "say json or markdown, or leave it out and send the header Accept");
        };
    }
}
