package io.lifeboat.coordinator.incident;

import io.lifeboat.contract.outage.OutageConfirmed;
import io.lifeboat.coordinator.signal.Seen;
import jakarta.inject.Inject;
import java.time.Duration;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test with an application of its own, whose detectors it plays. */
abstract class WithPlayedShop {

    static final Duration LOST_FOR = Duration.ofSeconds(20);

    @Inject
    DataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    PlayedShop shop;

    @BeforeEach
    void connect() {
        shop = new PlayedShop(bootstrap, database);
    }

    @AfterEach
    void disconnect() {
        shop.close();
    }

    /** Both vantages outside have seen home lost for a while, and one of them has told so. */
    void loseHome() {
        shop.say(Seen.by("frankfurt").homeLost(LOST_FOR), Seen.by("office").homeLost(LOST_FOR));
        shop.bus().send(new OutageConfirmed(shop.sighting("office", null)));
    }
}
