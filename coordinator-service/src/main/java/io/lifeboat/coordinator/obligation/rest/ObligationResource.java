package io.lifeboat.coordinator.obligation.rest;

import io.lifeboat.chassis.problem.ProblemException;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.coordinator.obligation.IllegalObligationVerbException;
import io.lifeboat.coordinator.obligation.ObligationKeeping;
import io.lifeboat.coordinator.obligation.ObligationVerb;
import io.lifeboat.coordinator.obligation.store.ObligationRepository;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Obligations for people and tools. */
@Path("/obligations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "obligations")
public class ObligationResource {

    private static final Logger OPERATIONS = Logger.getLogger("io.lifeboat.operations");
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final Transactions transactions;
    private final ObligationRepository repository;
    private final ObligationKeeping keeping;

    ObligationResource(Transactions transactions, ObligationRepository repository, ObligationKeeping keeping) {
        this.transactions = transactions;
        this.repository = repository;
        this.keeping = keeping;
    }

    @GET
    @Operation(summary = "The newest obligations first", description = "At most 200; open ones only with open=true")
    public Uni<List<ObligationView>> list(
            @QueryParam("application") @Nullable String application, @QueryParam("open") @Nullable String open) {
        Boolean wanted = flag(open);
        return transactions
                .run(() -> repository.list(application, wanted))
                .map(all -> all.stream().map(ObligationView::of).toList());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One obligation: what is done about it, or how it was closed")
    public Uni<ObligationView> read(@PathParam("id") String id) {
        return transactions.run(() -> repository.find(id)).map(found -> found.map(ObligationView::of)
                .orElseThrow(() -> noObligation(id)));
    }

    @POST
    @Path("/{id}/keep")
    @Operation(summary = "It was done, and this shows it")
    public Uni<ObligationView> keep(@PathParam("id") String id, @Nullable Said body) {
        Said said = body == null ? Said.NOTHING : body;
        return say(id, new ObligationVerb.Keep(said.act(), said.requiredProof()));
    }

    @POST
    @Path("/{id}/waive")
    @Operation(summary = "It is let go")
    public Uni<ObligationView> waive(@PathParam("id") String id, @Nullable Said body) {
        return say(id, new ObligationVerb.Waive((body == null ? Said.NOTHING : body).act()));
    }

    @POST
    @Path("/{id}/answer")
    @Operation(summary = "The page was heard; while it is owed it pages again after lifeboat.obligation.remind-every")
    public Uni<ObligationView> answer(@PathParam("id") String id, @Nullable Said body) {
        return say(id, new ObligationVerb.Answer((body == null ? Said.NOTHING : body).act()));
    }

    private Uni<ObligationView> say(String id, ObligationVerb verb) {
        return transactions
                .run(() -> keeping.say(id, verb))
                .invoke(after -> after.ifPresent(obligation -> OPERATIONS.infof(
                        "obligation %s: %s, says %s: %s",
                        id, verb.name(), verb.act().who(), verb.act().why())))
                .onFailure(IllegalObligationVerbException.class)
                .transform(failure -> illegal((IllegalObligationVerbException) failure))
                .chain(() -> read(id));
    }

    private static @Nullable Boolean flag(@Nullable String open) {
        if (open == null || open.equals("true") || open.equals("false")) {
            return open == null ? null : Boolean.valueOf(open);
        }
        throw new ProblemException(
                BAD_REQUEST, "Not a yes or no", "open is " + open, "open", "write open=true, open=false or neither");
    }

    private static ProblemException noObligation(String id) {
        return new ProblemException(
                NOT_FOUND,
                "No such obligation",
                "there is no obligation " + id,
                "id",
                "take an obligationId from GET /obligations");
    }

    private static ProblemException illegal(IllegalObligationVerbException illegal) {
        return new ProblemException(
                CONFLICT,
                "The obligation is closed",
                String.valueOf(illegal.getMessage()),
                null,
                "nothing may be said to it any more; while one is open, legal are: "
                        + String.join(", ", ObligationVerb.ALL));
    }
}
