package io.lifeboat.coordinator.health;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.chassis.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where an EventBridge target sends AWS Health events. */
@Path("/health-events")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "health events")
public class HealthResource {

    private final Transactions transactions;
    private final HealthNotices notices;

    HealthResource(Transactions transactions, HealthNotices notices) {
        this.transactions = transactions;
        this.notices = notices;
    }

    /**
     * What became of an event.
     *
     * @param counts whether it is evidence now
     * @param why why it is not, or null
     */
    public record Taken(boolean counts, @Nullable String why) {}

    @POST
    @Operation(
            summary = "Take an AWS Health event, as EventBridge sends it",
            description = "A public issue that is open makes a class surer; it opens and decides nothing")
    public Uni<Taken> take(@Nullable JsonNode body) {
        HealthEvent event = HealthEvent.read(body);
        return transactions
                .run(() -> notices.keep(event))
                .replaceWith(() -> new Taken(
                        event.countsForNothing().isEmpty(),
                        event.countsForNothing().orElse(null)));
    }
}
