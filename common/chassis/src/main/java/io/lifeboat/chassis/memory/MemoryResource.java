package io.lifeboat.chassis.memory;

import io.lifeboat.chassis.problem.ProblemException;
import io.lifeboat.contract.Act;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Since when this service's database remembers without a gap, and a person's word that it was restored. */
@Path("/memory")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
public class MemoryResource {

    private static final int BAD_REQUEST = 400;

    private final Memory memory;

    MemoryResource(Memory memory) {
        this.memory = memory;
    }

    /**
     * The body of the word.
     *
     * @param who the person; required
     * @param why what they know; required
     */
    public record Told(@Nullable String who, @Nullable String why) {}

    /** Every server and timeline the database was seen on, the oldest first. */
    @GET
    public Uni<List<Remembered>> list() {
        return memory.all();
    }

    /** The database was restored in a way that does not show: nothing that was open goes on by itself. */
    @POST
    @Path("restored")
    public Uni<List<Remembered>> restored(@Nullable Told told) {
        Act act = new Act(
                required(told == null ? null : told.who(), "who", "say who you are"),
                required(told == null ? null : told.why(), "why", "say what was restored, and to when"));
        return memory.restored(act).chain(this::list);
    }

    private static String required(@Nullable String value, String field, String remedy) {
        if (value == null || value.isBlank()) {
            throw new ProblemException(
                    BAD_REQUEST,
                    "An act needs a person and a reason",
                    field + " is missing",
                    "/" + field,
                    remedy + ": {\"who\": \"...\", \"why\": \"...\"}");
        }
        return value;
    }
}
