package io.lifeboat.executor.action.sql;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.contract.plan.Datasource;
import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.executor.action.Action;
import io.lifeboat.executor.action.Assignment;
import io.lifeboat.executor.action.InvalidParameterException;
import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.Parameters;
import io.lifeboat.executor.action.Repeat;
import io.lifeboat.executor.action.Sent;
import io.lifeboat.executor.call.CallFailedException;
import io.lifeboat.executor.call.Permit;
import io.lifeboat.executor.network.Databases;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowIterator;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code sql.check}: one query that looks, in a read-only transaction; done when its single value is the expected one. */
@ApplicationScoped
class SqlCheck implements Action<SqlCheck.Check> {

    private static final Duration TIMEOUT = Duration.ofSeconds(8);

    private final Databases databases;

    SqlCheck(Databases databases) {
        this.databases = databases;
    }

    /** What is asked of which database; without a region, of the one that the application's name leads to. */
    record Check(String datasource, Optional<String> region, String query, String expect) {}

    @Override
    public String name() {
        return "sql.check";
    }

    @Override
    public Check read(Parameters with) {
        JsonNode expect = with.json("expect")
                .filter(JsonNode::isValueNode)
                .orElseThrow(() -> new InvalidParameterException("expect", "is missing", "write the value expected"));
        return new Check(with.text("datasource"), with.optionalText("region"), with.text("query"), expect.asText());
    }

    @Override
    public Repeat repeat(Check parameters) {
        return Repeat.never();
    }

    @Override
    public Observation observe(Assignment<Check> assignment, @Nullable Sent sent) {
        Check check = assignment.parameters();
        Datasource datasource = assignment.datasource(check.datasource());
        String host = check.region().map(region -> hostIn(datasource, region)).orElse(datasource.host());
        String found = databases.on(datasource, host, TIMEOUT, connection -> value(connection, check.query()));
        if (found.equals(check.expect())) {
            return Observation.done("%s gives %s".formatted(check.query(), found));
        }
        return new Observation.NotSo(
                "%s gives %s and not %s".formatted(check.query(), found, check.expect()), "look at the data");
    }

    @Override
    public JsonNode apply(Assignment<Check> assignment, Observation.NotStarted next, Permit permit) {
        throw new UnsupportedOperationException("sql.check changes nothing");
    }

    private static String hostIn(Datasource datasource, String region) {
        String host = datasource.regional().get(region);
        if (host == null) {
            throw new InvalidParameterException(
                    "region",
                    "the datasource has no name in " + region,
                    "use one of " + datasource.regional().keySet());
        }
        return host;
    }

    private static Future<String> value(SqlConnection connection, String query) {
        return connection
                .query("start transaction read only")
                .execute()
                .compose(ignored -> connection.query(query).execute())
                .compose(SqlCheck::single);
    }

    private static Future<String> single(RowSet<Row> rows) {
        RowIterator<Row> iterator = rows.iterator();
        if (rows.size() != 1 || iterator.next().size() != 1) {
            return Future.failedFuture(CallFailedException.rejected(
                    ErrorClass.INVALID_INPUT,
                    "the query gives %d rows and not one value".formatted(rows.size()),
                    "write a query with one row and one column",
                    null));
        }
        return Future.succeededFuture(String.valueOf(rows.iterator().next().getValue(0)));
    }
}
