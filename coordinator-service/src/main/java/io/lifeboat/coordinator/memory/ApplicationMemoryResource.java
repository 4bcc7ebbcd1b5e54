package io.lifeboat.coordinator.memory;

import io.lifeboat.chassis.problem.ProblemException;
import io.lifeboat.contract.Act;
import io.lifeboat.coordinator.act.Said;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Whether what the database remembers of an application may be acted on. */
@Path("/applications/{application}/memory")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "memory")
public class ApplicationMemoryResource {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final Reconciliation reconciliation;

    ApplicationMemoryResource(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    /**
     * How it stands.
     *
     * @param standing {@code agreed}, {@code not-seen} or {@code contradicted}
     * @param reason in words
     */
    public record MemoryView(String application, String standing, String reason) {

        static MemoryView of(String application, Agreement agreement) {
            String standing =
                    switch (agreement) {
                        case Agreement.Agreed agreed -> "agreed";
                        case Agreement.NotSeen unseen -> "not-seen";
                        case Agreement.Contradicted contradicted -> "contradicted";
                    };
            return new MemoryView(application, standing, agreement.reason());
        }
    }

    @GET
    @Operation(summary = "Whether what the database remembers of an application is what the vantages see")
    public Uni<MemoryView> read(@PathParam("application") String application) {
        return reconciliation.of(application).map(found -> MemoryView.of(application, required(application, found)));
    }

    @POST
    @Operation(
            summary = "Say that what the vantages see is right",
            description =
                    "After the database was restored and does not agree with what the vantages see, nothing is opened for"
                            + " the application until a person has looked where it is and said this.")
    public Uni<MemoryView> say(@PathParam("application") String application, @Nullable Said body) {
        Act act = Said.act(body);
        return reconciliation
                .say(application, act)
                .invoke(before -> refuseAgreed(required(application, before)))
                .chain(() -> read(application));
    }

    private static Agreement required(String application, Optional<Agreement> found) {
        return found.orElseThrow(() -> new ProblemException(
                NOT_FOUND,
                "No such application",
                "there is no plan in force for the application " + application,
                "application",
                "name an application of GET /plans, or put its plan first"));
    }

    private static void refuseAgreed(Agreement before) {
        if (before instanceof Agreement.Agreed agreed) {
            throw new ProblemException(
                    CONFLICT,
                    "Nothing to say",
                    agreed.reason(),
                    null,
                    "a restore that was not noticed is told by POST /memory/restored");
        }
    }
}
