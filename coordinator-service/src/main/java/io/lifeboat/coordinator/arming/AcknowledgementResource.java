package io.lifeboat.coordinator.arming;

import io.lifeboat.coordinator.act.Said;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is left to say of an execution that has ended. */
@Path("/executions/{id}/acknowledge")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "automation")
public class AcknowledgementResource {

    private final Acknowledgement acknowledgement;

    AcknowledgementResource(Acknowledgement acknowledgement) {
        this.acknowledgement = acknowledgement;
    }

    @POST
    @Operation(
            summary = "Say that you have looked at what an execution did",
            description = "Until a person has, and the plan's cool-down is over, the machine does not act by itself for"
                    + " this application again; people may.")
    public Uni<Void> acknowledge(@PathParam("id") String id, @Nullable Said body) {
        return acknowledgement.of(id, Said.act(body));
    }
}
