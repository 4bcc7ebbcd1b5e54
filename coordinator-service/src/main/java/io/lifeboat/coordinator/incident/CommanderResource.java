package io.lifeboat.coordinator.incident;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who commands an incident, and what only the commander and another person can say. */
@Path("/incidents/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "incidents")
public class CommanderResource {

    private final IncidentReader reader;
    private final Commanders commanders;
    private final Reclassification reclassification;

    CommanderResource(IncidentReader reader, Commanders commanders, Reclassification reclassification) {
        this.reader = reader;
        this.commanders = commanders;
        this.reclassification = reclassification;
    }

    /**
     * The body of a hand-over.
     *
     * @param to the next commander
     * @param who the commander
     * @param why the reason
     */
    public record HandOver(
            @Nullable String to,
            @Nullable String who,
            @Nullable String why) {}

    @POST
    @Path("/commander")
    @Operation(summary = "Take the incident, or one's own for another hour; one person commands it at a time")
    public Uni<IncidentDetail> take(@PathParam("id") String id, @Nullable Word body) {
        Word said = body == null ? new Word(null, null) : body;
        return commanders.take(id, Word.act(said.who(), said.why())).chain(() -> reader.detail(id));
    }

    @POST
    @Path("/commander/hand-over")
    @Operation(summary = "The commander hands the incident to another person")
    public Uni<IncidentDetail> handOver(@PathParam("id") String id, @Nullable HandOver body) {
        HandOver said = body == null ? new HandOver(null, null, null) : body;
        String to = Word.required(said.to(), "to", "name the person who takes it");
        return commanders.handOver(id, to, Word.act(said.who(), said.why())).chain(() -> reader.detail(id));
    }

    @POST
    @Path("/reclassify")
    @Operation(
            summary = "Say that damage vetoes nothing any more",
            description = "Takes effect when the commander and another person have said the same class")
    public Uni<IncidentDetail> reclassify(@PathParam("id") String id, @Nullable Declaration body) {
        Declaration said = body == null ? new Declaration(null, null, null, null, null) : body;
        return reclassification
                .say(id, said.parsedClass(), Word.act(said.who(), said.why()))
                .chain(() -> reader.detail(id));
    }
}
