package io.lifeboat.coordinator.arming;

import io.lifeboat.coordinator.act.Said;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The switch for all automation. */
@Path("/automation")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "automation")
public class AutomationResource {

    private final Stops stops;

    AutomationResource(Stops stops) {
        this.stops = stops;
    }

    @GET
    @Operation(summary = "Whether all automation is stopped, and by whom")
    public Uni<AutomationView> read() {
        return stops.current().map(AutomationView::of);
    }

    @POST
    @Path("/stop")
    @Operation(
            summary = "Stop all automation",
            description = "Once it answers, no execution starts a new step and none is opened, whoever approves; what"
                    + " executors have under way is observed on. The gate goes on deciding and says what it would do.")
    public Uni<AutomationView> stop(@Nullable Said body) {
        return stops.stop(Said.act(body)).chain(this::read);
    }

    @POST
    @Path("/start")
    @Operation(summary = "Let automation go on", description = "Executions go on where nothing else keeps them.")
    public Uni<AutomationView> start(@Nullable Said body) {
        return stops.start(Said.act(body)).chain(this::read);
    }
}
