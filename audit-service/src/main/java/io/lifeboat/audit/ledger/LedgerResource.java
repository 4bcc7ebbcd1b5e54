package io.lifeboat.audit.ledger;

import io.lifeboat.chassis.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ledger over REST. */
@Path("/ledger/{application}")
public class LedgerResource {

    private static final int LARGEST_PAGE = 1000;
    private static final int BAD_REQUEST = 400;

    private final Ledger ledger;

    @Inject
    public LedgerResource(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * An entry as it is shown; the body as text, which for JSON is what it is.
     *
     * @param next where the page after this one begins
     */
    public record Page(List<Shown> entries, @Nullable Long next) {}

    /** See {@link LedgerEntry}. */
    public record Shown(
            long sequence,
            String messageId,
            String type,
            String topic,
            int partition,
            long offset,
            Instant appendedAt,
            @Nullable String incidentId,
            String headers,
            @Nullable String body,
            String hash) {

        static Shown of(LedgerEntry entry) {
            return new Shown(
                    entry.sequence(),
                    entry.messageId(),
                    entry.type(),
                    entry.topic(),
                    entry.partition(),
                    entry.offset(),
                    entry.appendedAt(),
                    entry.incidentId(),
                    entry.headers(),
                    entry.body() == null ? null : new String(entry.body(), StandardCharsets.UTF_8),
                    HexFormat.of().formatHex(entry.hash()));
        }
    }

    /** Entries in order, a page at a time: {@code ?after=} the last sequence seen, {@code ?limit=} up to 1000. */
    @GET
    public Uni<Page> entries(
            @PathParam("application") String application,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("200") int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new ProblemException(
                    BAD_REQUEST, "Bad page size", "limit is " + limit, "limit", "ask for 1 to " + LARGEST_PAGE);
        }
        return ledger.after(application, after, limit)
                .map(page -> new Page(
                        page.stream().map(Shown::of).toList(),
                        page.size() < limit ? null : page.getLast().sequence()));
    }

    /** Computes every hash of the chain again and names the first entry that is not as it was. */
    @GET
    @Path("/verify")
    public Uni<Verification> verify(@PathParam("application") String application) {
        return ledger.verify(application);
    }
}
