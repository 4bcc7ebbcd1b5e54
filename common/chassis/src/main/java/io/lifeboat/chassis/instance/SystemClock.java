package io.lifeboat.chassis.instance;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The clock of this machine, unless a test brings one it can turn. */
@Singleton
public class SystemClock {

    /** UTC. */
    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
