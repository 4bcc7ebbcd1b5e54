package io.lifeboat.coordinator.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.incident.ApprovalRequested;
import io.lifeboat.contract.incident.ExecutionOpened;
import io.lifeboat.contract.outage.OutageConfirmed;
import io.lifeboat.contract.plan.Automation;
import io.lifeboat.coordinator.signal.Seen;
import io.lifeboat.testkit.ControlRoomResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many applications lose their region at the same moment, and the machine may move few of them. */
@QuarkusTest
@QuarkusTestResource(
        value = ControlRoomResource.class,
        initArgs = @ResourceArg(name = "service", value = "coordinator"))
class BlastCapIT {

    private static final Duration LOST_FOR = Duration.ofSeconds(20);
    private static final int LOSE_IT = 6;
    private static final int STILL_ALLOWED = 2;

    @Inject
    DataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @ConfigProperty(name = "lifeboat.blast-cap.at-least")
    int mayMove;

    private List<PlayedShop> shops;

    @BeforeEach
    void connect() {
        shops = Stream.generate(() -> new PlayedShop(bootstrap, database))
                .limit(LOSE_IT)
                .toList();
    }

    @AfterEach
    void disconnect() throws SQLException {
        shops.forEach(PlayedShop::close);
        update("delete from execution where incident_id = 'none'");
    }

    @Test
    void shouldCommandNoneBeyondTheCapHoweverManyLoseTheirRegionAtOnce() throws Exception {
        for (PlayedShop shop : shops) {
            shop.plan(Automation.AUTOMATIC, PlayedShop.accepted());
        }
        int others = mayMove - STILL_ALLOWED - moved();
        update("""
                insert into execution (execution_id, incident_id, application, mode, body, in_flight, opened_at, ended_at,
                    version, state, by_machine)
                select 'before-' || n, 'none', 'before-' || n, 'live', '', 0, now(), now(), 0, 'completed', true
                from generate_series(1, %d) n""".formatted(others));

        for (PlayedShop shop : shops) {
            shop.say(Seen.by("frankfurt").homeLost(LOST_FOR), Seen.by("office").homeLost(LOST_FOR));
            shop.bus().send(new OutageConfirmed(shop.sighting("office", null)));
        }

        for (PlayedShop shop : shops) {
            shop.eventually("it is moved, or people are asked", () -> assertThat(opened(shop) + asked(shop))
                    .isEqualTo(1));
        }
        assertThat(shops.stream().mapToInt(BlastCapIT::opened).sum()).isEqualTo(STILL_ALLOWED);
        assertThat(moved()).isEqualTo(mayMove);
        assertThat(shops.stream().flatMap(shop -> shop.bus().seen(ApprovalRequested.class).stream()))
                .hasSize(LOSE_IT - STILL_ALLOWED)
                .allSatisfy(asked -> assertThat(asked.question()).contains("blast-cap: the machine moved " + mayMove));
    }

    private static int opened(PlayedShop shop) {
        return shop.bus().seen(ExecutionOpened.class).size();
    }

    private static int asked(PlayedShop shop) {
        return shop.bus().seen(ApprovalRequested.class).size();
    }

    /** How many applications the machine has moved within the time the cap counts. */
    private int moved() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select count(distinct application) from execution
                        where by_machine and opened_at > now() - interval '10 minutes'""");
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void update(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.executeUpdate();
        }
    }
}
