package io.lifeboat.coordinator.plan;

import io.lifeboat.chassis.problem.ProblemException;
import io.lifeboat.contract.Act;
import io.lifeboat.contract.plan.PlanRevision;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** Plans over REST, for people and tools. Plans come in as YAML; who submits one and why comes in headers. */
@Path("/plans")
@Tag(name = "plans")
@Produces(MediaType.APPLICATION_JSON)
public class PlanResource {

    static final String YAML = "application/yaml";

    private final PlanSubmissions submissions;
    private final PlanRepository repository;

    PlanResource(PlanSubmissions submissions, PlanRepository repository) {
        this.submissions = submissions;
        this.repository = repository;
    }

    @PUT
    @Path("/{application}")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Put a plan in force",
            description = "Reads, lints, stores and publishes a new revision; the same content again changes nothing.")
    public Uni<Submitted> submit(
            @PathParam("application") String application,
            @RestHeader("Lifeboat-Who") @Nullable String who,
            @RestHeader("Lifeboat-Why") @Nullable String why,
            @RestHeader("Lifeboat-Second-Who") @Nullable String secondWho,
            @RestHeader("Lifeboat-Second-Why") @Nullable String secondWhy,
            @Nullable String yaml) {
        List<Act> submitters = new ArrayList<>(List.of(act("Lifeboat-", who, why)));
        if (secondWho != null || secondWhy != null) {
            submitters.add(act("Lifeboat-Second-", secondWho, secondWhy));
        }
        return submissions.submit(application, text(yaml), submitters);
    }

    @POST
    @Path("/validate")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Read and lint a plan, and do nothing else")
    public Uni<Checked> validate(@Nullable String yaml) {
        return submissions.check(text(yaml));
    }

    @GET
    @Operation(summary = "The newest revision of every application's plan")
    public Uni<List<Summary>> list() {
        return repository
                .newestOfEach()
                .map(rows -> rows.stream().map(Summary::of).toList());
    }

    @GET
    @Path("/{application}")
    @Operation(summary = "One plan: the newest revision, or the one asked for")
    public Uni<PlanRevision> read(
            @PathParam("application") String application, @QueryParam("revision") @Nullable Integer revision) {
        return find(application, revision).map(PlanRevisionRow::message);
    }

    @GET
    @Path("/{application}")
    @Produces(YAML)
    @Operation(summary = "One plan as it was submitted, comments and all")
    public Uni<String> readText(
            @PathParam("application") String application, @QueryParam("revision") @Nullable Integer revision) {
        return find(application, revision).map(row -> row.document().orElseThrow(() -> absent(application)));
    }

    @DELETE
    @Path("/{application}")
    @Operation(summary = "Withdraw a plan", description = "Its revisions stay; detectors stop looking.")
    public Uni<Submitted> withdraw(
            @PathParam("application") String application,
            @RestHeader("Lifeboat-Who") @Nullable String who,
            @RestHeader("Lifeboat-Why") @Nullable String why) {
        Act act = act("Lifeboat-", who, why);
        return submissions
                .withdraw(application, act)
                .map(withdrawn -> withdrawn.orElseThrow(() -> absent(application)));
    }

    private Uni<PlanRevisionRow> find(String application, @Nullable Integer revision) {
        Uni<Optional<PlanRevisionRow>> found =
                revision == null ? repository.newest(application) : repository.find(application, revision);
        return found.map(row -> row.orElseThrow(() -> absent(application)));
    }

    private static Act act(String prefix, @Nullable String who, @Nullable String why) {
        return new Act(said(prefix + "Who", who, "say who you are"), said(prefix + "Why", why, "say why you do this"));
    }

    private static String said(String header, @Nullable String value, String remedy) {
        if (value == null || value.isBlank()) {
            throw new ProblemException(400, "A header is missing", header + ": is missing", header, remedy);
        }
        return value.strip();
    }

    private static String text(@Nullable String yaml) {
        return yaml == null ? "" : yaml;
    }

    private static ProblemException absent(String application) {
        return new ProblemException(
                404,
                "There is no such plan",
                "nothing is known of a plan of '" + application + "' in this revision",
                "application",
                "GET /plans lists what there is; PUT /plans/" + application + " submits one");
    }
}
