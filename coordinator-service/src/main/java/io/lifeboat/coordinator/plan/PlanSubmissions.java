package io.lifeboat.coordinator.plan;

import io.lifeboat.chassis.outbox.Outbox;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.Act;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.PlanHash;
import io.lifeboat.contract.plan.PlanProblem;
import io.lifeboat.contract.plan.PlanProblem.Severity;
import io.lifeboat.contract.plan.PlanReader;
import io.lifeboat.contract.plan.PlanReading;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.coordinator.plan.lint.Candidate;
import io.lifeboat.coordinator.plan.lint.PlanLint;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes plans: reads, lints, stores and publishes them, all or nothing. The schemas are read at start. */
@Startup
@ApplicationScoped
class PlanSubmissions {

    private final PlanReader reader = new PlanReader();
    private final Transactions transactions;
    private final PlanRepository repository;
    private final Outbox outbox;

    PlanSubmissions(Transactions transactions, PlanRepository repository, Outbox outbox) {
        this.transactions = transactions;
        this.repository = repository;
        this.outbox = outbox;
    }

    /**
     * Puts a plan in force; the same content as what is in force changes nothing.
     *
     * @param application the application it is submitted for
     * @param yaml its text
     * @param submitters who submits it, one or two people
     * @return what became of it, or a {@link PlanRefusedException}
     */
    Uni<Submitted> submit(String application, String yaml, List<Act> submitters) {
        return read(yaml)
                .invoke(read -> sameApplication(application, read))
                .chain(read -> transactions.run(() -> repository
                        .lockSubmissions()
                        .chain(repository::newestOfEach)
                        .chain(newest -> take(read, yaml, submitters, newest))));
    }

    /** Looks at a plan as a submission would, and changes nothing. Who accepts what is not looked at. */
    Uni<Checked> check(String yaml) {
        return read(yaml)
                .chain(read -> transactions.run(repository::newestOfEach).map(newest -> {
                    List<PlanProblem> warnings = lint(candidate(read, List.of(), newest));
                    return new Checked(read.plan().application(), PlanHash.of(read.plan()), warnings);
                }));
    }

    /** Takes a plan out of force; empty when none is. */
    Uni<Optional<Submitted>> withdraw(String application, Act act) {
        return transactions.run(() -> repository
                .lockSubmissions()
                .chain(() -> repository.newest(application))
                .chain(newest -> {
                    Optional<PlanRevision> current =
                            newest.filter(PlanRevisionRow::inForce).map(PlanRevisionRow::message);
                    if (current.isEmpty()) {
                        return Uni.createFrom().item(Optional.<Submitted>empty());
                    }
                    PlanRevision next = new PlanRevision(
                            application,
                            current.get().revision() + 1,
                            current.get().hash(),
                            PlanRevision.State.WITHDRAWN,
                            null,
                            act,
                            null);
                    return publish(next, null).replaceWith(Optional.of(Submitted.of(next, true, List.of())));
                }));
    }

    private Uni<Submitted> take(
            PlanReading.Readable read, String yaml, List<Act> submitters, List<PlanRevisionRow> newest) {
        List<PlanProblem> warnings = lint(candidate(read, submitters, newest));
        String application = read.plan().application();
        String hash = PlanHash.of(read.plan());
        Optional<PlanRevisionRow> current = newest.stream()
                .filter(row -> row.application().equals(application))
                .findFirst();
        Optional<PlanRevisionRow> same = current.filter(PlanRevisionRow::inForce)
                .filter(row -> row.hash().equals(hash));
        if (same.isPresent()) {
            return Uni.createFrom().item(Submitted.of(same.get().message(), false, warnings));
        }
        PlanRevision next = new PlanRevision(
                application,
                current.map(PlanRevisionRow::revision).orElse(0) + 1,
                hash,
                PlanRevision.State.IN_FORCE,
                read.plan(),
                submitters.getFirst(),
                submitters.size() > 1 ? submitters.get(1) : null);
        return publish(next, yaml).replaceWith(Submitted.of(next, true, warnings));
    }

    private Uni<Void> publish(PlanRevision revision, @Nullable String yaml) {
        return repository
                .add(new PlanRevisionRow(revision, yaml))
                .chain(() -> outbox.add(revision, revision.application()));
    }

    /** Reads on a worker: a large plan would hold up everyone else on the event loop. */
    private Uni<PlanReading.Readable> read(String yaml) {
        return Uni.createFrom()
                .item(() -> switch (reader.read(yaml)) {
                    case PlanReading.Readable readable -> readable;
                    case PlanReading.Refused refused -> throw new PlanRefusedException(refused.problems());
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static void sameApplication(String application, PlanReading.Readable read) {
        if (!read.plan().application().equals(application)) {
            throw new PlanRefusedException(List.of(new PlanProblem(
                    Severity.ERROR,
                    "/application",
                    read.places().line("/application"),
                    "is '" + read.plan().application() + "', and the plan was sent to /plans/" + application,
                    "send it to /plans/" + read.plan().application())));
        }
    }

    private static Candidate candidate(PlanReading.Readable read, List<Act> submitters, List<PlanRevisionRow> newest) {
        List<Plan> others = newest.stream()
                .filter(PlanRevisionRow::inForce)
                .filter(row -> !row.application().equals(read.plan().application()))
                .map(row -> Objects.requireNonNull(row.message().plan()))
                .toList();
        return new Candidate(read.plan(), read.places(), submitters, others);
    }

    /** The warnings; errors refuse the plan. */
    private static List<PlanProblem> lint(Candidate candidate) {
        List<PlanProblem> problems = PlanLint.lint(candidate);
        if (problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
            throw new PlanRefusedException(problems);
        }
        return problems;
    }
}
