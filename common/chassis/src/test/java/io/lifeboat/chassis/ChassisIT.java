package io.lifeboat.chassis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lifeboat.chassis.intake.Unpack;
import io.lifeboat.chassis.lease.Leases;
import io.lifeboat.chassis.outbox.Outbox;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.envelope.Message;
import io.lifeboat.contract.envelope.MessageType;
import io.lifeboat.contract.outage.OutageCleared;
import io.lifeboat.contract.outage.OutageEvent;
import io.lifeboat.contract.outage.OutageSuspected;
import io.lifeboat.testkit.ControlRoom;
import io.lifeboat.testkit.ControlRoomDatabase;
import io.lifeboat.testkit.ControlRoomResource;
import io.lifeboat.testkit.postgres.PostgresServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ConditionFactory;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = ControlRoomResource.class,
        initArgs = @ResourceArg(name = "service", value = "coordinator"))
class ChassisIT {

    private static final String DEAD_LETTERS = "dead-letters.coordinator.outage-events";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    ControlRoom room;

    @Inject
    Echo echo;

    @Inject
    Transactions transactions;

    @Inject
    Outbox outbox;

    @Inject
    Leases leases;

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Pool pool;

    private Flow flow;
    private String application;

    @BeforeEach
    void open() {
        flow = new Flow(room.kafka().bootstrap());
        application = "shop-" + UUID.randomUUID();
    }

    @AfterEach
    void close() {
        flow.close();
    }

    @Test
    void shouldHandleAMessageOnceHoweverOftenItIsDelivered() throws Exception {
        Message suspicion = Flow.suspicion(application, 1);

        flow.send(suspicion);
        flow.send(suspicion);
        flow.send(Flow.suspicion(application, 2));

        eventually("the second message is handled").until(() -> answers().size() == 2);
        assertThat(answers()).containsExactly(1L, 2L);
        assertThat(echo.ages()).allMatch(age -> age.compareTo(PATIENCE) < 0);
    }

    @Test
    void shouldSendAnApplicationsMessagesInTheOrderTheyCommit() throws Exception {
        CompletableFuture<Void> release = new CompletableFuture<>();
        CompletableFuture<Void> first = transactions
                .run(() -> outbox.add(cleared(1), application)
                        .chain(() -> sessions.withSession(Mutiny.Session::flush))
                        .chain(() -> Uni.createFrom().completionStage(release)))
                .subscribeAsCompletionStage();
        eventually("the first holds its position").until(() -> advisoryLocks(true) == 1);
        CompletableFuture<Void> second =
                transactions.run(() -> outbox.add(cleared(2), application)).subscribeAsCompletionStage();
        eventually("the second waits behind it").until(() -> advisoryLocks(false) == 1);
        assertThat(second).isNotDone();

        release.complete(null);
        CompletableFuture.allOf(first, second).get(30, TimeUnit.SECONDS);

        eventually("both are sent").until(() -> answers().size() == 2);
        assertThat(answers()).containsExactly(1L, 2L);
    }

    @Test
    void shouldKeepTheOrderOfManyConcurrentTransactions() throws Exception {
        int many = 200;
        room.postgres()
                .execute(
                        ControlRoomDatabase.NAME,
                        "CREATE TABLE coordinator.turn (n int)",
                        "INSERT INTO coordinator.turn VALUES (0)",
                        "GRANT ALL ON coordinator.turn TO coordinator");

        List<CompletableFuture<Void>> all = java.util.stream.IntStream.range(0, many)
                .mapToObj(i -> transactions
                        .run(() -> sessions.withSession(session -> session.createNativeQuery(
                                                "UPDATE turn SET n = n + 1 RETURNING n", Integer.class)
                                        .getSingleResult())
                                .chain(turn -> outbox.add(cleared(turn), application)))
                        .subscribeAsCompletionStage())
                .toList();
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);

        eventually("all are sent").until(() -> answers().size() == many);
        assertThat(answers()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void shouldSendWhatACrashLeftBehind() {
        UUID id = UUID.randomUUID();
        Message message = Flow.suspicion(application, 7);

        // no trigger fires: nobody is woken, as after a crash between commit and sending
        room.postgres()
                .execute(
                        ControlRoomDatabase.NAME,
                        "BEGIN; SET LOCAL session_replication_role = replica; "
                                + "INSERT INTO coordinator.outbox (id, position, topic, application, headers, body) VALUES ('%s', 0, 'outage-events', '%s', '{\"ce_id\":\"%s\",\"ce_type\":\"%s\"}', '%s'); COMMIT"
                                        .formatted(
                                                id,
                                                application,
                                                id,
                                                MessageType.OUTAGE_SUSPECTED.wireName(),
                                                new String(message.body(), StandardCharsets.UTF_8).replace("'", "''")));

        eventually("the sweep finds it").until(() -> answers().equals(List.of(7L)));
    }

    @Test
    void shouldNotWaitForAProcessThatStandsStillInsideATransaction() {
        // as a relay that is stopped while it sends: its connection lives, its lock is held, and it never goes on
        SqlConnection stopped = pool.getConnection().await().atMost(PATIENCE);
        stopped.begin().await().atMost(PATIENCE);
        stopped.query("SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '/outbox relay', 1))")
                .execute()
                .await()
                .atMost(PATIENCE);

        transactions.run(() -> outbox.add(cleared(1), application)).await().atMost(PATIENCE);

        eventually("another relay sends").until(() -> answers().equals(List.of(1L)));
    }

    @Test
    void shouldRetryWhileTheDatabaseIsAwayAndDeadLetterNothing() throws Exception {
        int before = flow.all(DEAD_LETTERS).size();
        room.postgres().stop(PostgresServer.Shutdown.IMMEDIATE);
        try {
            flow.send(Flow.suspicion(application, 1));
            CompletableFuture<Instant> now = transactions.now().subscribeAsCompletionStage();
            assertThat(now).isNotDone();
        } finally {
            room.postgres().start();
        }

        eventually("it is handled when the database is back")
                .until(() -> answers().equals(List.of(1L)));
        assertThat(flow.all(DEAD_LETTERS)).hasSize(before);
    }

    @Test
    void shouldKeepMessagesWhileKafkaIsAway() throws Exception {
        room.kafka().stop();
        try {
            transactions.run(() -> outbox.add(cleared(1), application)).await().atMost(PATIENCE);
            transactions.run(() -> outbox.add(cleared(2), application)).await().atMost(PATIENCE);
            assertThat(count("SELECT count(*) FROM coordinator.outbox")).isEqualTo(2);
        } finally {
            room.kafka().start();
        }

        eventually("they are sent when Kafka is back").until(() -> answers().equals(List.of(1L, 2L)));
        eventually("and deleted").until(() -> count("SELECT count(*) FROM coordinator.outbox") == 0);
    }

    @Test
    void shouldPutWhatNobodyCanReadAsideWithItsReasonAndGoOn() throws Exception {
        Message good = Flow.suspicion(application, 1);
        Map<String, String> unknownType = new HashMap<>(good.headers());
        unknownType.put("ce_type", "lifeboat.unheard-of.v9");
        byte[] wrongField = new String(good.body(), StandardCharsets.UTF_8)
                .replace("\"sequence\":1", "\"sequence\":\"many\"")
                .getBytes(StandardCharsets.UTF_8);
        int before = flow.all(DEAD_LETTERS).size();

        flow.send(null, good.headers(), good.body());
        flow.send(application, good.headers(), "{ not json".getBytes(StandardCharsets.UTF_8));
        flow.send(application, unknownType, good.body());
        flow.send(application, good.headers(), wrongField);
        flow.send(application, good.headers(), new byte[900 * 1024]);
        flow.send(application, Map.of(), good.body());
        flow.send(good);

        eventually("the good one is handled").until(() -> answers().equals(List.of(1L)));
        List<ConsumerRecord<String, byte[]>> dead = flow.all(DEAD_LETTERS);
        assertThat(dead.subList(before, dead.size()))
                .extracting(record -> Unpack.headers(record).get("dead-letter-reason"))
                .satisfiesExactlyInAnyOrder(
                        reason -> assertThat(reason).contains("key: is missing"),
                        reason -> assertThat(reason).contains("is not JSON"),
                        reason -> assertThat(reason).contains("unknown type lifeboat.unheard-of.v9"),
                        reason -> assertThat(reason).contains("/sighting/sequence"),
                        reason -> assertThat(reason).contains("bytes"),
                        reason -> assertThat(reason).contains("ce_id"));
    }

    @Test
    void shouldGiveALeaseToOneHolderUntilItRunsOut() {
        String name = "lease-" + application;
        Duration ttl = Duration.ofSeconds(60);

        assertThat(leases.acquire(name, "a", ttl).await().atMost(PATIENCE)).isTrue();
        assertThat(leases.acquire(name, "b", ttl).await().atMost(PATIENCE)).isFalse();
        assertThat(leases.renew(name, "a", ttl).await().atMost(PATIENCE)).isTrue();
        assertThat(leases.renew(name, "b", ttl).await().atMost(PATIENCE)).isFalse();
        room.postgres().execute(ControlRoomDatabase.NAME, "UPDATE coordinator.lease SET until = now()");
        assertThat(leases.renew(name, "a", ttl).await().atMost(PATIENCE)).isFalse();
        assertThat(leases.acquire(name, "b", ttl).await().atMost(PATIENCE)).isTrue();
        assertThat(leases.release(name, "a").await().atMost(PATIENCE)).isFalse();
        assertThat(leases.release(name, "b").await().atMost(PATIENCE)).isTrue();
    }

    private OutageCleared cleared(long sequence) {
        return new OutageCleared(((OutageSuspected) body(Flow.suspicion(application, sequence))).sighting());
    }

    /** The sequences this application's clearances carry, in the order of the topic. */
    private List<Long> answers() {
        return flow.all("outage-events").stream()
                .filter(record -> application.equals(record.key()))
                .filter(record -> MessageType.OUTAGE_CLEARED
                        .wireName()
                        .equals(Unpack.headers(record).get("ce_type")))
                .map(record ->
                        ((OutageEvent) Unpack.unpack(record).body()).sighting().sequence())
                .toList();
    }

    private static Record body(Message message) {
        return io.lifeboat.contract.envelope.Envelope.unpack(message.key(), message.headers(), message.body())
                .body();
    }

    private long advisoryLocks(boolean granted) throws SQLException {
        // the relay's own lock has another second half
        return count("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted = " + granted
                + " AND (classid::bigint << 32 | objid::bigint) = hashtextextended('coordinator/" + application
                + "', 0)");
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = room.postgres().connect(ControlRoomDatabase.NAME);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static ConditionFactory eventually(String what) {
        return await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(50));
    }
}
