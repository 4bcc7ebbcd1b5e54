package io.lifeboat.chassis.memory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.testkit.ControlRoom;
import io.lifeboat.testkit.ControlRoomDatabase;
import io.lifeboat.testkit.ControlRoomResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = ControlRoomResource.class,
        initArgs = @ResourceArg(name = "service", value = "coordinator"))
class MemoryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    ControlRoom room;

    @Inject
    Memory memory;

    @Inject
    Transactions transactions;

    @Test
    void shouldReadTheServersIdentityAsAnOrdinaryRole() {
        assertThat(memory.isReadable().await().atMost(PATIENCE)).isTrue();
        assertThat(memory.all().await().atMost(PATIENCE)).last().satisfies(latest -> assertThat(latest.identity())
                .matches("[0-9]+/[0-9]+"));
    }

    /** The identity is faked: that a real restore changes it is tried by IdentityTest. */
    @Test
    void shouldNoteOnceThatItWentBackHoweverManyTransactionsSeeItAtOnce() {
        long before = recall().number();
        room.postgres().execute(ControlRoomDatabase.NAME, "update coordinator.recollection set identity = 'other/1'");

        List<Recollection> seen = Uni.join()
                .all(java.util.stream.IntStream.range(0, 10)
                        .mapToObj(i -> transactions.run(memory::recall))
                        .toList())
                .andFailFast()
                .await()
                .atMost(PATIENCE);

        assertThat(seen).extracting(Recollection::number).containsOnly(before + 1);
        assertThat(seen).allMatch(Recollection::broken);
        assertThat(recall().number()).isEqualTo(before + 1);
    }

    @Test
    void shouldTakeAPersonsWordAndNameWhatIsMissing() {
        long before = recall().number();
        given().contentType(ContentType.JSON)
                .body("{\"who\": \"dba\"}")
                .post("/memory/restored")
                .then()
                .statusCode(400)
                .body("field", equalTo("/why"));
        assertThat(recall().number()).isEqualTo(before);

        given().contentType(ContentType.JSON)
                .body("{\"who\": \"dba\", \"why\": \"the disk was put back\"}")
                .post("/memory/restored")
                .then()
                .statusCode(200)
                .body("[-1].who", equalTo("dba"));

        assertThat(recall().number()).isEqualTo(before + 1);
    }

    private Recollection recall() {
        return memory.recall().await().atMost(PATIENCE);
    }
}
