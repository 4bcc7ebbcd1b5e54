package io.lifeboat.coordinator.obligation;

import io.lifeboat.coordinator.obligation.ObligationState.Open;
import io.lifeboat.coordinator.obligation.store.StoredObligation;
import java.time.temporal.ChronoUnit;

/** What a person who is paged for an obligation reads. */
final class PageText {

    private PageText() {}

    static String of(StoredObligation stored) {
        Obligation obligation = stored.obligation();
        String now = obligation.state() instanceof Open open ? open.effort().detail() : "";
        return "owed by %s: %s (%s). Say keep with a proof, waive, or answer: POST /obligations/%s/..."
                .formatted(stored.dueAt().truncatedTo(ChronoUnit.SECONDS), obligation.text(), now, obligation.id());
    }
}
