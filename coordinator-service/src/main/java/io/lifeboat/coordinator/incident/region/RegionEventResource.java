package io.lifeboat.coordinator.incident.region;

import io.lifeboat.coordinator.act.Said;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The losses of whole regions. */
@Path("/region-events")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "region events")
public class RegionEventResource {

    private final RegionVerbs verbs;

    RegionEventResource(RegionVerbs verbs) {
        this.verbs = verbs;
    }

    @GET
    @Operation(summary = "The newest losses of regions first", description = "At most 50")
    public Uni<List<RegionEventView>> list() {
        return verbs.newest().map(all -> all.stream().map(RegionEventView::of).toList());
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "Who lost the region, in which waves they go, what the worst of them would lose, who is left out")
    public Uni<RegionEventView> read(@PathParam("id") String id) {
        return verbs.find(id).map(RegionEventView::of);
    }

    @POST
    @Path("/{id}/approve")
    @Operation(
            summary = "Say yes to every application that asks",
            description =
                    "Those whose own checks hold them are left out, and so is what joins later. They go in waves.")
    public Uni<RegionEventView> approve(@PathParam("id") String id, @Nullable Said body) {
        return verbs.approve(id, Said.act(body)).chain(() -> read(id));
    }

    @POST
    @Path("/{id}/go-on")
    @Operation(summary = "Begin more in spite of those that failed until now")
    public Uni<RegionEventView> goOn(@PathParam("id") String id, @Nullable Said body) {
        return verbs.goOn(id, Said.act(body)).chain(() -> read(id));
    }
}
