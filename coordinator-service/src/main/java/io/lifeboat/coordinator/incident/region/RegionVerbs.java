package io.lifeboat.coordinator.incident.region;

import io.lifeboat.chassis.problem.ProblemException;
import io.lifeboat.chassis.sequence.InTurn;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.Act;
import io.lifeboat.coordinator.incident.Verbs;
import io.lifeboat.coordinator.page.Pages;
import io.lifeboat.coordinator.wave.Member;
import io.lifeboat.coordinator.wave.Phase;
import io.lifeboat.coordinator.wave.RegionEvent;
import io.lifeboat.coordinator.wave.RegionEvents;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** What people may say to all that lost a region. */
@ApplicationScoped
class RegionVerbs {

    private static final Logger OPERATIONS = Logger.getLogger("io.lifeboat.operations");
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int FAILED = 500;

    private final Transactions transactions;
    private final RegionEvents events;
    private final Verbs incidents;
    private final Pages pages;

    RegionVerbs(Transactions transactions, RegionEvents events, Verbs incidents, Pages pages) {
        this.transactions = transactions;
        this.events = events;
        this.incidents = incidents;
        this.pages = pages;
    }

    Uni<List<RegionEvent>> newest() {
        return transactions.run(events::newest);
    }

    Uni<RegionEvent> find(String id) {
        return transactions
                .run(() -> events.find(id))
                .map(found -> found.orElseThrow(() -> new ProblemException(
                        NOT_FOUND,
                        "No such region event",
                        "there is no region event " + id,
                        "id",
                        "see GET /region-events")));
    }

    /**
     * Says yes to every application that asks now, each in a transaction of its own. What joins later, or is held by its own
     * checks, is not covered. Saying it again after a failure in between goes on where that was.
     */
    Uni<Void> approve(String id, Act act) {
        return find(id).chain(event -> {
            List<Member> asking = event.members().stream()
                    .filter(member -> member.phase() == Phase.ASKING)
                    .toList();
            if (asking.isEmpty()) {
                return Uni.createFrom()
                        .failure(new ProblemException(
                                CONFLICT,
                                "Nothing to approve",
                                "no application that lost " + event.region() + " waits for people",
                                null,
                                "GET /region-events/%s says what each waits for".formatted(id)));
            }
            OPERATIONS.infof(
                    "region event %s: %d applications approved, says %s: %s", id, asking.size(), act.who(), act.why());
            return onceBegun(transactions
                    .run(() -> events.approved(id, act))
                    .chain(() -> InTurn.collect(asking, member -> approve(member, act)))
                    .map(answers -> answers.stream().flatMap(Optional::stream).toList())
                    .chain(left -> left.isEmpty()
                            ? Uni.createFrom().voidItem()
                            : Uni.createFrom().failure(notAll(id, left))));
        });
    }

    /** Goes on to its end though whoever asked for it hangs up: hundreds of applications take longer than some clients wait. */
    private static Uni<Void> onceBegun(Uni<Void> work) {
        return Uni.createFrom().emitter(end -> work.subscribe().with(end::complete, end::fail));
    }

    /** Empty when it was approved, or asks no more; else why not. None keeps the others waiting. */
    private Uni<Optional<String>> approve(Member member, Act act) {
        return incidents
                .approveIfAsking(member.incidentId(), act)
                .map(done -> Optional.<String>empty())
                .onFailure()
                .recoverWithItem(failure -> {
                    OPERATIONS.warnf(
                            "%s was not approved with the rest: %s", member.application(), failure.getMessage());
                    return asksNoMore(failure)
                            ? Optional.empty()
                            : Optional.of(member.application() + ": " + failure.getMessage());
                });
    }

    private static boolean asksNoMore(Throwable failure) {
        return failure instanceof ProblemException refused && refused.problem().status() == CONFLICT;
    }

    private static ProblemException notAll(String id, List<String> left) {
        return new ProblemException(
                FAILED,
                "Not all were approved",
                "all others were: " + String.join("; ", left),
                null,
                "say it again for those that are left, or approve them one by one; GET /region-events/%s shows them"
                        .formatted(id));
    }

    /** Says that more may be begun in spite of those that failed until now. */
    Uni<Void> goOn(String id, Act act) {
        return find(id).chain(event -> {
            long failures = event.members().stream()
                    .filter(member -> member.phase() == Phase.FAILED)
                    .count();
            OPERATIONS.infof(
                    "region event %s goes on after %d failures, says %s: %s", id, failures, act.who(), act.why());
            return transactions.run(
                    () -> events.forgive(id, failures, act).chain(() -> pages.answered(id + "/failures")));
        });
    }
}
