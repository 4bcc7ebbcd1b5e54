package io.lifeboat.executor.action.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.contract.envelope.Json;
import io.lifeboat.contract.plan.Datasource;
import io.lifeboat.contract.signal.HeartbeatRow;
import io.lifeboat.executor.action.Action;
import io.lifeboat.executor.action.Assignment;
import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.Observation.Done;
import io.lifeboat.executor.action.Observation.Extent;
import io.lifeboat.executor.action.Parameters;
import io.lifeboat.executor.action.Repeat;
import io.lifeboat.executor.action.Sent;
import io.lifeboat.executor.call.CallFailedException;
import io.lifeboat.executor.call.Permit;
import io.lifeboat.executor.network.Databases;
import io.lifeboat.executor.network.Names;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code writer.probe}: a real write, committed, at the name the application uses, looked up afresh; then the heartbeat
 * rows read back, which tell what was lost. Tried until it succeeds or the budget is spent; it writes one row of its own
 * table for each step, so that a repeat leaves nothing more behind.
 */
@ApplicationScoped
class WriterProbe implements Action<WriterProbe.Probe> {

    private static final String WRITE = "write";

    private final Databases databases;
    private final Names names;

    WriterProbe(Databases databases, Names names) {
        this.databases = databases;
        this.names = names;
    }

    /** Which datasource. */
    record Probe(String datasource) {}

    @Override
    public String name() {
        return "writer.probe";
    }

    @Override
    public Probe read(Parameters with) {
        return new Probe(with.text("datasource"));
    }

    @Override
    public Repeat repeat(Probe parameters) {
        return Repeat.afterSeconds(1);
    }

    @Override
    public Observation observe(Assignment<Probe> assignment, @Nullable Sent sent) {
        Datasource datasource = assignment.datasource(assignment.parameters().datasource());
        if (sent == null || sent.answer() == null) {
            return Observation.notStarted(WRITE, "write to " + datasource.host());
        }
        JsonNode answer = sent.answer();
        List<HeartbeatRow> rows =
                Arrays.asList(Json.mapper().convertValue(answer.path("heartbeats"), HeartbeatRow[].class));
        return new Done(
                Extent.WHOLE,
                "%s (%s) accepted a write; %d heartbeat rows read back"
                        .formatted(datasource.host(), answer.path("addresses"), rows.size()),
                answer,
                rows);
    }

    @Override
    public JsonNode apply(Assignment<Probe> assignment, Observation.NotStarted next, Permit permit) {
        Datasource datasource = assignment.datasource(assignment.parameters().datasource());
        String id = assignment.notificationId();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        try {
            names.addresses(datasource.host()).forEach(answer.putArray("addresses")::add);
            List<HeartbeatRow> rows = databases.on(
                    datasource, datasource.host(), permit.callTimeout(), connection -> written(connection, id)
                            .compose(ignored -> Heartbeats.rows(connection)));
            answer.set("heartbeats", Json.mapper().valueToTree(rows));
            return answer;
        } catch (CallFailedException e) {
            // Written or not, the same row is written again.
            throw e.whenLooking();
        }
    }

    /** Each statement commits by itself: the answer to the write is the answer to its commit. */
    private static Future<Void> written(SqlConnection connection, String id) {
        return connection
                .query("create table if not exists lifeboat_writer_probe (id text primary key, written_at timestamptz)")
                .execute()
                .compose(ignored -> connection.preparedQuery("""
                                insert into lifeboat_writer_probe values ($1, now())
                                on conflict (id) do update set written_at = excluded.written_at
                                """).execute(Tuple.of(id)))
                .mapEmpty();
    }
}
