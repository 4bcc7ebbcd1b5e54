package io.lifeboat.coordinator.incident;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.plan.Automation;
import io.lifeboat.coordinator.signal.Seen;
import io.lifeboat.testkit.ControlRoomResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever looks at an incident changes nothing of it: the gate writes the same row, and a look must not make it stale. */
@QuarkusTest
@QuarkusTestResource(
        value = ControlRoomResource.class,
        initArgs = @ResourceArg(name = "service", value = "coordinator"))
class ReadingIT extends WithPlayedShop {

    @Test
    void shouldWriteNothingWhereAnIncidentIsOnlyLookedAt() throws Exception {
        shop.plan(Automation.AUTOMATIC, PlayedShop.accepted());
        shop.say(Seen.by("frankfurt"), Seen.by("office"));
        String incident = declared();
        PlayedShop.verb(incident, "commander", PlayedShop.ON_CALL).statusCode(200);
        PlayedShop.verb(incident, "close", PlayedShop.ON_CALL).statusCode(200);
        long version = version(incident);

        for (String path : List.of("", "/card", "/journal")) {
            given().get("/incidents/" + incident + path).then().statusCode(200);
        }
        shop.list();

        assertThat(version(incident)).isEqualTo(version);
    }

    private String declared() {
        return given().contentType(ContentType.JSON)
                .body("""
                        {"application": "%s", "disasterClass": "region-degraded", "who": "on-call", "why": "orders are missing"}
                        """.formatted(shop.application()))
                .post("/incidents")
                .then()
                .statusCode(201)
                .extract()
                .path("incidentId");
    }

    private long version(String incident) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select version from incident where id = ?")) {
            query.setString(1, incident);
            try (ResultSet row = query.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getLong(1);
            }
        }
    }
}
