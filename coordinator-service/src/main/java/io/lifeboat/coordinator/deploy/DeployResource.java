package io.lifeboat.coordinator.deploy;

import io.lifeboat.chassis.problem.ProblemException;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.coordinator.plan.Plans;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where pipelines tell what they have deployed. */
@Path("/applications/{application}/deploys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "deploys")
public class DeployResource {

    private static final Duration SHOWN = Duration.ofDays(30);

    private final Transactions transactions;
    private final Plans plans;
    private final Deploys deploys;

    DeployResource(Transactions transactions, Plans plans, Deploys deploys) {
        this.transactions = transactions;
        this.plans = plans;
        this.deploys = deploys;
    }

    @POST
    @Operation(
            summary = "Tell that a version was deployed just now",
            description = "Evidence for a fault of the service that begins with it; it decides nothing by itself")
    public Uni<Response> mark(@PathParam("application") String application, @Nullable Deploy body) {
        Deploy said = body == null ? new Deploy(null, null, null, null) : body;
        String version = said.saidVersion();
        String who = said.saidWho();
        String what = said.named(application);
        return transactions
                .run(() -> plan(application)
                        .chain(plan -> deploys.mark(
                                application,
                                what,
                                version,
                                said.within(plan.regions().all()),
                                who)))
                .replaceWith(() -> Response.created(URI.create("/applications/" + application + "/deploys"))
                        .build());
    }

    @GET
    @Operation(summary = "What was deployed in the last month, the latest first", description = "At most 50")
    public Uni<List<DeployMarker>> list(@PathParam("application") String application) {
        return transactions.run(() -> plan(application).chain(plan -> deploys.lately(application, SHOWN)));
    }

    private Uni<Plan> plan(String application) {
        return plans.inForce(application).map(found -> found.flatMap(revision -> Optional.ofNullable(revision.plan()))
                .orElseThrow(() -> new ProblemException(
                        404,
                        "No such application",
                        "there is no plan in force for the application " + application,
                        "application",
                        "name an application of GET /plans, or put its plan first")));
    }
}
