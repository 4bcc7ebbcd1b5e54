package io.lifeboat.coordinator.incident;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.DisasterClass;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Incidents for people and tools. */
@Path("/incidents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "incidents")
public class IncidentResource {

    private final IncidentReader reader;
    private final Verbs verbs;

    IncidentResource(IncidentReader reader, Verbs verbs) {
        this.reader = reader;
        this.verbs = verbs;
    }

    @GET
    @Operation(summary = "The newest incidents first", description = "At most 200; of one application when it is named")
    public Uni<List<IncidentView>> list(@QueryParam("application") @Nullable String application) {
        return reader.list(application);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One incident with its evidence, the vantages' votes and the gate's last decision")
    public Uni<IncidentDetail> read(@PathParam("id") String id) {
        return reader.detail(id);
    }

    @GET
    @Path("/{id}/journal")
    @Operation(summary = "Every evaluation of the gate, the oldest first; runs that said the same are one entry")
    public Uni<List<JournalEntry>> journal(@PathParam("id") String id) {
        return reader.journal(id);
    }

    @POST
    @Operation(
            summary = "Declare a disaster",
            description =
                    "Opens an incident, or gives the open one a class by a person's word; the gate then asks people")
    public Uni<Response> declare(@Nullable Declaration body) {
        Declaration said = body == null ? new Declaration(null, null, null, null, null) : body;
        String application = Word.required(said.application(), "application", "name the application");
        DisasterClass disasterClass = said.parsedClass();
        Act act = Word.act(said.who(), said.why());
        return verbs.declare(application, disasterClass, said.region(), act)
                .chain(reader::detail)
                .map(detail -> Response.created(
                                URI.create("/incidents/" + detail.incident().incidentId()))
                        .entity(detail)
                        .build());
    }

    @POST
    @Path("/{id}/approve")
    @Operation(summary = "Say yes to what the gate asks")
    public Uni<IncidentDetail> approve(@PathParam("id") String id, @Nullable Word body) {
        return say(id, body, verbs::approve);
    }

    @POST
    @Path("/{id}/decline")
    @Operation(summary = "Say no; the incident is held until a person approves or closes it")
    public Uni<IncidentDetail> decline(@PathParam("id") String id, @Nullable Word body) {
        return say(id, body, verbs::decline);
    }

    @POST
    @Path("/{id}/close")
    @Operation(summary = "Say that it is over or never was; not while an execution runs")
    public Uni<IncidentDetail> close(@PathParam("id") String id, @Nullable Word body) {
        return say(id, body, verbs::close);
    }

    private Uni<IncidentDetail> say(String id, @Nullable Word body, BiFunction<String, Act, Uni<Void>> verb) {
        Act act = body == null ? Word.act(null, null) : Word.act(body.who(), body.why());
        return verb.apply(id, act).chain(() -> reader.detail(id));
    }
}
