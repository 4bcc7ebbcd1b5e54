package io.lifeboat.executor.flow;

import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.envelope.Json;
import io.lifeboat.testkit.ControlRoom;
import io.lifeboat.testkit.ControlRoomDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** What other executors left in the database. */
final class StoredRuns {

    private static final String INTENDED = """
            {"state":"intended","intent":{"change":"change","memo":{},"at":"2026-01-01T00:00:00Z"},
             "before":{"state":"accepted"}}""";

    private final ControlRoom room;

    StoredRuns(ControlRoom room) {
        this.room = room;
    }

    /** Another executor is sending a change of this run, and holds it for so long yet. */
    void addIntended(RunStep command, int leaseSeconds) throws Exception {
        try (Connection connection = room.postgres().connect(ControlRoomDatabase.NAME);
                PreparedStatement insert = connection.prepareStatement("""
                        insert into executor.step_run (command_id, application, slot, epoch, execution_id, step_id, attempt,
                            action, command, state, accepted_at, not_after, budget_end, started_at, lease_holder,
                            lease_until, version)
                        values (?, ?, 'PRODUCTION', ?, ?, ?, ?, ?, ?, ?,
                            now(), now() + interval '1 minute', now() + interval '1 minute', now(), 'other/1',
                            now() + ? * interval '1 second', 0)
                        """)) {
            insert.setString(1, command.commandId());
            insert.setString(2, command.application());
            insert.setLong(3, command.epoch());
            insert.setString(4, command.executionId());
            insert.setString(5, command.stepId());
            insert.setInt(6, command.attempt());
            insert.setString(7, command.action());
            insert.setString(8, Json.mapper().writeValueAsString(command));
            insert.setString(9, INTENDED);
            insert.setInt(10, leaseSeconds);
            insert.executeUpdate();
        }
    }

    /** Another executor took this run over, began to send a change, and died longer than a lease ago. */
    void takeOverAndDie(RunStep command) throws Exception {
        try (Connection connection = room.postgres().connect(ControlRoomDatabase.NAME);
                PreparedStatement update = connection.prepareStatement("""
                        update executor.step_run set state = ?, lease_holder = 'other/1',
                            lease_until = now() - interval '1 second', version = version + 1
                        where command_id = ?
                        """)) {
            update.setString(1, INTENDED);
            update.setString(2, command.commandId());
            changeOne(update, command);
        }
    }

    /** Time passes, and nobody has to wait for this run any more. */
    void endLease(RunStep command) throws Exception {
        try (Connection connection = room.postgres().connect(ControlRoomDatabase.NAME);
                PreparedStatement update = connection.prepareStatement(
                        "update executor.step_run set lease_until = now() - interval '1 second' where command_id = ?")) {
            update.setString(1, command.commandId());
            changeOne(update, command);
        }
    }

    private static void changeOne(PreparedStatement update, RunStep command) throws SQLException {
        if (update.executeUpdate() != 1) {
            throw new IllegalStateException("there is no run of command " + command.commandId());
        }
    }
}
