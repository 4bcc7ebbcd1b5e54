package io.lifeboat.coordinator.obligation.rest;

import io.lifeboat.contract.Act;
import io.lifeboat.coordinator.obligation.Obligation;
import io.lifeboat.coordinator.obligation.ObligationState.Kept;
import io.lifeboat.coordinator.obligation.ObligationState.Open;
import io.lifeboat.coordinator.obligation.ObligationState.Overtaken;
import io.lifeboat.coordinator.obligation.ObligationState.Waived;
import io.lifeboat.coordinator.obligation.ObligationVerb;
import io.lifeboat.coordinator.obligation.store.StoredObligation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An obligation as people read it.
 *
 * @param obligationId the obligation
 * @param application the application
 * @param incidentId the incident
 * @param executionId the execution that left it
 * @param kind what is owed
 * @param text the same in words
 * @param state open, kept, waived or overtaken
 * @param openedAt since when, by the database's clock
 * @param dueAt by when
 * @param closedAt when it was closed; null while it is open
 * @param progress what is being done about it; null once it is closed
 * @param proof what shows that it was kept, or why it was overtaken; null else
 * @param act who closed it and why; null when the machine did, and while it is open
 * @param legalVerbs what may be said to it now
 */
public record ObligationView(
        String obligationId,
        String application,
        String incidentId,
        String executionId,
        String kind,
        String text,
        String state,
        Instant openedAt,
        Instant dueAt,
        @Nullable Instant closedAt,
        @Nullable String progress,
        @Nullable String proof,
        @Nullable Act act,
        List<String> legalVerbs) {

    static ObligationView of(StoredObligation stored) {
        Obligation obligation = stored.obligation();
        return new ObligationView(
                obligation.id(),
                obligation.ref().application(),
                obligation.ref().incidentId(),
                obligation.ref().executionId(),
                obligation.kind().wireName(),
                obligation.text(),
                obligation.state().name(),
                stored.openedAt(),
                stored.dueAt(),
                stored.closedAt(),
                obligation.state() instanceof Open open ? open.effort().detail() : null,
                proof(obligation),
                act(obligation),
                ObligationVerb.legal(obligation));
    }

    private static @Nullable String proof(Obligation obligation) {
        return switch (obligation.state()) {
            case Kept kept -> kept.proof();
            case Overtaken overtaken -> overtaken.why();
            case Open open -> null;
            case Waived waived -> null;
        };
    }

    private static @Nullable Act act(Obligation obligation) {
        return switch (obligation.state()) {
            case Kept kept -> kept.act();
            case Waived waived -> waived.act();
            case Open open -> null;
            case Overtaken overtaken -> null;
        };
    }
}
