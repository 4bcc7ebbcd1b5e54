package io.lifeboat.coordinator.memory;

import io.lifeboat.chassis.memory.Memory;
import io.lifeboat.chassis.memory.Recollection;
import io.lifeboat.chassis.sequence.InTurn;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.Act;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.coordinator.page.Pages;
import io.lifeboat.coordinator.plan.Plans;
import io.lifeboat.coordinator.signal.VantageViews;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Compares, after a restore, what the database remembers of each application with what the vantages see. What agrees is trusted from
 * then on; what does not waits for a person, who is paged.
 */
@ApplicationScoped
public class Reconciliation {

    private static final Logger LOG = Logger.getLogger(Reconciliation.class);
    private static final Logger OPERATIONS = Logger.getLogger("io.lifeboat.operations");

    private final Transactions transactions;
    private final Memory memory;
    private final ApplicationMemories memories;
    private final MendedMemories mended;
    private final Plans plans;
    private final VantageViews views;
    private final Pages pages;
    private final Duration patience;

    Reconciliation(
            Transactions transactions,
            Memory memory,
            ApplicationMemories memories,
            MendedMemories mended,
            Plans plans,
            VantageViews views,
            Pages pages,
            @ConfigProperty(name = "lifeboat.memory.seen-within", defaultValue = "2m") Duration patience) {
        this.transactions = transactions;
        this.memory = memory;
        this.memories = memories;
        this.mended = mended;
        this.plans = plans;
        this.views = views;
        this.pages = pages;
        this.patience = patience;
    }

    /** How an application's memory stands; empty when there is no plan in force. */
    public Uni<Optional<Agreement>> of(String application) {
        return transactions.run(() -> plan(application)
                .chain(plan -> plan.map(found -> agreement(found).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))));
    }

    /**
     * A person says that what the vantages see is right from now on.
     *
     * @return how it stood before; empty when there is no plan in force. Nothing changes where it was agreed on already
     */
    public Uni<Optional<Agreement>> say(String application, Act act) {
        return transactions.run(() -> of(application)
                .call(before -> before.filter(found -> !(found instanceof Agreement.Agreed))
                                .isPresent()
                        ? memory.recall().chain(now -> mend(application, now, act))
                        : Uni.createFrom().voidItem()));
    }

    @Scheduled(every = "${lifeboat.memory.look-every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return transactions.run(this::untrusted).chain(all -> InTurn.each(all, this::compare));
    }

    private Uni<List<String>> untrusted() {
        return memory.recall()
                .chain(now -> now.broken()
                        ? plans.applications()
                                .chain(all -> mended.all(now.number()).map(trusted -> all.stream()
                                        .filter(application -> !trusted.contains(application))
                                        .toList()))
                        : Uni.createFrom().item(List.of()));
    }

    /** One that fails must not keep the others waiting. */
    private Uni<Void> compare(String application) {
        return transactions
                .run(() -> memory.recall().chain(now -> plan(application).chain(plan -> plan.map(
                                found -> agreement(found).chain(agreement -> settle(application, agreement, now)))
                        .orElseGet(() -> Uni.createFrom().voidItem()))))
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.errorf(failure, "the memory of %s: not compared; looking again at the next sweep", application);
                    return Uni.createFrom().voidItem();
                });
    }

    private Uni<Void> settle(String application, Agreement agreement, Recollection now) {
        return switch (agreement) {
            case Agreement.Agreed agreed ->
                mended.mend(application, now.number(), agreed.reason(), null)
                        .chain(() -> pages.answered(page(application, now)));
            case Agreement.NotSeen unseen ->
                now.age().compareTo(patience) < 0 ? Uni.createFrom().voidItem() : ask(application, unseen, now);
            case Agreement.Contradicted contradicted -> ask(application, contradicted, now);
        };
    }

    private Uni<Void> mend(String application, Recollection now, Act act) {
        String reason = "%s says that what the vantages see is right since the database was restored: %s"
                .formatted(act.who(), act.why());
        OPERATIONS.infof("the memory of %s: %s", application, reason);
        return mended.mend(application, now.number(), reason, act).chain(() -> pages.answered(page(application, now)));
    }

    private Uni<Void> ask(String application, Agreement agreement, Recollection now) {
        return pages.ask(
                page(application, now),
                application,
                "memory-" + now.number(),
                "Nothing is begun for %s: %s. Look where it is; when what the vantages see is right, say so: POST /applications/%s/memory"
                        .formatted(application, agreement.reason(), application));
    }

    private static String page(String application, Recollection now) {
        return "memory/%d/%s".formatted(now.number(), application);
    }

    private Uni<Agreement> agreement(Plan plan) {
        return memories.of(plan).chain(known -> views.evidence(plan)
                .map(evidence -> Agreement.of(known, evidence, plan.gate().quorum())));
    }

    private Uni<Optional<Plan>> plan(String application) {
        return plans.inForce(application).map(found -> found.map(PlanRevision::plan));
    }
}
