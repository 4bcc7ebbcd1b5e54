package io.lifeboat.executor.run;

import io.lifeboat.chassis.problem.ProblemException;
import io.lifeboat.chassis.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The step runs this service has accepted or refused, for people and tools. */
@Path("/step-runs")
@Produces(MediaType.APPLICATION_JSON)
public class StepRunResource {

    private static final int MOST = 500;

    private final Transactions transactions;
    private final StepRuns runs;

    StepRunResource(Transactions transactions, StepRuns runs) {
        this.transactions = transactions;
        this.runs = runs;
    }

    /** The runs of an execution; all open ones when none is named. */
    @GET
    public Uni<List<StepRun>> list(@QueryParam("executionId") @Nullable String executionId) {
        return transactions.run(() -> runs.list(executionId, MOST)
                .map(rows -> rows.stream().map(StepRunRow::read).toList()));
    }

    /** One run. */
    @GET
    @Path("{commandId}")
    public Uni<StepRun> one(@PathParam("commandId") String commandId) {
        return transactions.run(() -> runs.find(commandId).map(row -> {
            if (row == null) {
                throw new ProblemException(
                        404,
                        "No such step run",
                        "this executor knows no command " + commandId,
                        "commandId",
                        "GET /step-runs?executionId= lists what it knows");
            }
            return row.read();
        }));
    }
}
