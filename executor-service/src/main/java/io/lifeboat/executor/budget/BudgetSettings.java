package io.lifeboat.executor.budget;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The pace of AWS calls, for each account and region. */
@ConfigMapping(prefix = "lifeboat.budget")
public interface BudgetSettings {

    /**
     * The share of each rate that is this process's: a process knows of no other, so with three executors that share accounts
     * give each a third.
     */
    @WithDefault("1")
    double share();

    /** By {@link Api#wireName}; what is not set keeps its default. */
    Map<String, Limits> api();

    /** Of one API. */
    interface Limits {

        /** Calls a second. */
        OptionalDouble perSecond();

        /** Calls that may follow each other at once after a rest. */
        OptionalInt burst();
    }
}
