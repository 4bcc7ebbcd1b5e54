package io.lifeboat.coordinator.arming;

import io.lifeboat.chassis.outbox.Outbox;
import io.lifeboat.chassis.problem.ProblemException;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.Act;
import io.lifeboat.contract.plan.PlanVouched;
import io.lifeboat.coordinator.act.Said;
import io.lifeboat.coordinator.plan.Plans;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Two people's word that the plan in force was rehearsed elsewhere. */
@Path("/plans/{application}/vouch")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "automation")
public class VouchResource {

    private final Transactions transactions;
    private final Plans plans;
    private final ArmingRepository repository;
    private final Outbox outbox;

    VouchResource(Transactions transactions, Plans plans, ArmingRepository repository, Outbox outbox) {
        this.transactions = transactions;
        this.plans = plans;
        this.repository = repository;
        this.outbox = outbox;
    }

    /**
     * The body of a vouch.
     *
     * @param who the first person
     * @param why how they know
     * @param second the second person, who is another
     */
    public record Vouch(
            @Nullable String who,
            @Nullable String why,
            @Nullable Said second) {}

    @POST
    @Operation(
            summary = "Two people vouch that this plan was rehearsed",
            description = "A plan that was never rehearsed acts no further than approve. A rehearsal of its own, or a"
                    + " recovery that it carried out, says the same; a changed plan has to be rehearsed again.")
    public Uni<Void> vouch(@PathParam("application") String application, @Nullable Vouch body) {
        Act first = Said.act(body == null ? null : new Said(body.who(), body.why()));
        Act second = second(first, body == null ? null : body.second());
        return transactions.run(() -> plans.inForce(application)
                .map(found -> found.orElseThrow(() -> new ProblemException(
                        404,
                        "No such plan",
                        "there is no plan in force for the application " + application,
                        "application",
                        "GET /plans lists what there is")))
                .chain(plan -> repository
                        .vouch(plan, first, second)
                        .chain(() -> outbox.add(
                                new PlanVouched(application, plan.revision(), plan.hash(), first, second),
                                application))));
    }

    private static Act second(Act first, @Nullable Said said) {
        if (said == null
                || said.who() == null
                || said.who().isBlank()
                || said.who().equals(first.who())) {
            throw new ProblemException(
                    400,
                    "A second person is missing",
                    "second/who is missing, or the same as who",
                    "/second/who",
                    "have another person vouch too: {\"who\": \"...\", \"why\": \"...\", \"second\": {\"who\": \"...\", \"why\": \"...\"}}");
        }
        return Said.act(said);
    }
}
