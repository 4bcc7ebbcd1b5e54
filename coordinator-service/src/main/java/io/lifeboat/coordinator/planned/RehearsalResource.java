package io.lifeboat.coordinator.planned;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Rehearsals for people and tools. Once opened, one is an execution: GET /executions/{id}. */
@Path("/applications/{application}/rehearsals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "rehearsals")
public class RehearsalResource {

    private final PlannedMoves moves;

    RehearsalResource(PlannedMoves moves) {
        this.moves = moves;
    }

    @POST
    @Operation(
            summary = "Rehearse the failover by switchover",
            description =
                    "Acts on production without loss, while all is well; a disaster takes its place as soon as its steps are known")
    public Uni<Response> open(@PathParam("application") String application, @Nullable Wish body) {
        Wish wish = body == null ? Wish.NOTHING : body;
        return moves.open(Purpose.REHEARSAL, application, wish.to(), List.of(wish.act()))
                .map(RehearsalResource::created);
    }

    static Response created(PlannedMove opened) {
        return Response.created(URI.create("/executions/" + opened.executionId()))
                .entity(opened)
                .build();
    }
}
