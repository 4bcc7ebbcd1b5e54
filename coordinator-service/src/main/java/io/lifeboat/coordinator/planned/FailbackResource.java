package io.lifeboat.coordinator.planned;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The way home for people and tools. Once opened, it is an execution: GET /executions/{id}. */
@Path("/applications/{application}/failbacks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "failbacks")
public class FailbackResource {

    private final PlannedMoves moves;

    FailbackResource(PlannedMoves moves) {
        this.moves = moves;
    }

    @POST
    @Operation(
            summary = "Serve the application from home again",
            description =
                    "By switchover, without loss, once home is seen to follow the writer closely and owes nothing; never by the machine")
    public Uni<Response> open(@PathParam("application") String application, @Nullable Wish body) {
        Wish wish = body == null ? Wish.NOTHING : body;
        return moves.open(Purpose.FAILBACK, application, wish.to(), wish.people())
                .map(RehearsalResource::created);
    }
}
