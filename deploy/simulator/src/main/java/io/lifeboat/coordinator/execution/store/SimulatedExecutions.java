package io.lifeboat.coordinator.execution.store;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.coordinator.execution.Execution;
import io.lifeboat.coordinator.execution.ExecutionState;
import io.lifeboat.simulator.database.Database;
import io.lifeboat.simulator.database.Table;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table {@code execution}. */
public final class SimulatedExecutions extends ExecutionRepository {

    private final Database database;
    private final Table<String, Row> rows;

    private record Row(
            Execution execution,
            boolean byMachine,
            @Nullable Instant due,
            Instant openedAt,
            @Nullable Instant endedAt,
            @Nullable Act acknowledged) {

        StoredExecution stored() {
            return new StoredExecution(execution, openedAt, endedAt, acknowledged);
        }
    }

    public SimulatedExecutions(Database database) {
        super(null);
        this.database = database;
        this.rows = database.table("execution");
    }

    /** Every execution there ever was, the oldest first. */
    public static List<StoredExecution> all(Database database) {
        Table<String, Row> rows = database.table("execution");
        return rows.all().stream().map(Row::stored).toList();
    }

    /** How many other applications the machine moved by itself since a time. */
    public static int openedByMachine(Database database, String application, Instant since) {
        Table<String, Row> rows = database.table("execution");
        return (int) rows.all().stream()
                .filter(row -> row.byMachine() && row.openedAt().isAfter(since))
                .map(row -> row.execution().ref().application())
                .filter(moved -> !moved.equals(application))
                .distinct()
                .count();
    }

    /** Whether the machine opened that one by itself. */
    public static boolean openedByMachine(Database database, String executionId) {
        Table<String, Row> rows = database.table("execution");
        return rows.get(executionId).orElseThrow().byMachine();
    }

    /** Whether an execution is open. */
    public static boolean anyOpen(Database database) {
        Table<String, Row> rows = database.table("execution");
        return rows.all().stream().anyMatch(row -> row.endedAt() == null);
    }

    @Override
    public Uni<Void> add(Execution execution, boolean byMachine, @Nullable Instant due, Instant now) {
        return change(
                () -> rows.add(execution.ref().executionId(), new Row(execution, byMachine, due, now, null, null)));
    }

    @Override
    public Uni<Optional<Execution>> lock(String executionId) {
        return Uni.createFrom().item(() -> rows.get(executionId).map(Row::execution));
    }

    @Override
    public Uni<Void> keep(Execution execution, @Nullable Instant due, Instant now) {
        return change(() -> {
            String id = execution.ref().executionId();
            Instant ended = execution.state() instanceof ExecutionState.Closed ? now : null;
            Row before = rows.get(id).orElseThrow();
            rows.put(id, new Row(execution, before.byMachine(), due, before.openedAt(), ended, before.acknowledged()));
        });
    }

    @Override
    public Uni<Boolean> acknowledge(String executionId, Act act) {
        return Uni.createFrom().item(() -> {
            Row row = rows.get(executionId).orElseThrow();
            boolean first = row.endedAt() != null && row.acknowledged() == null;
            if (first) {
                rows.put(
                        executionId,
                        new Row(row.execution(), row.byMachine(), row.due(), row.openedAt(), row.endedAt(), act));
            }
            return first;
        });
    }

    @Override
    public Uni<Optional<StoredExecution>> find(String executionId) {
        return Uni.createFrom().item(() -> rows.get(executionId).map(Row::stored));
    }

    @Override
    public Uni<Optional<StoredExecution>> open(String application) {
        return Uni.createFrom().item(() -> rows.all().stream()
                .filter(row -> row.endedAt() == null
                        && row.execution().ref().application().equals(application)
                        && row.execution().ref().mode() != Mode.DRILL)
                .findFirst()
                .map(Row::stored));
    }

    @Override
    public Uni<List<StoredExecution>> newest(String application) {
        return Uni.createFrom().item(() -> rows.all().reversed().stream()
                .filter(row -> row.execution().ref().application().equals(application)
                        && row.execution().ref().mode() != Mode.DRILL)
                .map(Row::stored)
                .toList());
    }

    @Override
    public Uni<List<StoredExecution>> ofIncident(String incidentId) {
        return Uni.createFrom().item(() -> rows.all().reversed().stream()
                .filter(row -> row.execution().ref().incidentId().equals(incidentId))
                .map(Row::stored)
                .toList());
    }

    @Override
    public Uni<List<String>> due(int most) {
        Stream<Row> due = rows.all().stream()
                .filter(row -> row.due() != null && !row.due().isAfter(database.now()))
                .sorted(Comparator.comparing(Row::due));
        return Uni.createFrom()
                .item(() -> due.map(row -> row.execution().ref().executionId()).toList());
    }

    @Override
    public Uni<Map<Mode, Long>> stepsInFlight() {
        return Uni.createFrom().item(new EnumMap<>(Mode.class));
    }

    private static Uni<Void> change(Runnable change) {
        return Uni.createFrom().voidItem().invoke(change);
    }
}
