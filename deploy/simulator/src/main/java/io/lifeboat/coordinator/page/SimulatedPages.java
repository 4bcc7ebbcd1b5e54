package io.lifeboat.coordinator.page;

import io.lifeboat.simulator.database.Database;
import io.lifeboat.simulator.database.Table;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The table {@code page}. */
public final class SimulatedPages extends Pages {

    private final Table<String, Waiting> pages;

    /**
     * A question.
     *
     * @param id its notification id
     * @param incidentId of which incident
     * @param text what is asked
     * @param answered whether it waits no more
     */
    public record Waiting(String id, String incidentId, String text, boolean answered) {}

    public SimulatedPages(Database database) {
        super(null);
        this.pages = database.table("page");
    }

    /** What waits for a person now, but for what is owed when all is over. */
    public static List<Waiting> waiting(Database database) {
        Table<String, Waiting> pages = database.table("page");
        return pages.all().stream()
                .filter(page -> !page.answered() && !page.id().startsWith(OBLIGATION))
                .toList();
    }

    /** Whether a person was told of an obligation. */
    public static boolean owed(Database database, String obligationId) {
        return database.table("page").get(OBLIGATION + obligationId).isPresent();
    }

    @Override
    public Uni<Void> ask(String notificationId, String application, String incidentId, String text) {
        return change(() -> pages.put(notificationId, new Waiting(notificationId, incidentId, text, false)));
    }

    @Override
    public Uni<Void> answered(String notificationId) {
        return change(() -> pages.get(notificationId).ifPresent(this::answer));
    }

    @Override
    public Uni<Void> answeredAll(String incidentId) {
        return change(() -> pages.all().stream()
                .filter(page ->
                        page.incidentId().equals(incidentId) && !page.id().startsWith(OBLIGATION))
                .forEach(this::answer));
    }

    private void answer(Waiting page) {
        if (!page.answered()) {
            pages.put(page.id(), new Waiting(page.id(), page.incidentId(), page.text(), true));
        }
    }

    private static Uni<Void> change(Runnable change) {
        return Uni.createFrom().voidItem().invoke(change);
    }
}
