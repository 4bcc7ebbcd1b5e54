package io.lifeboat.executor.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How runs are carried on. */
@ConfigMapping(prefix = "lifeboat.executor")
public interface ExecutorSettings {

    /** How long a run stays with an instance that says nothing: as long does a dead instance's run lie idle. */
    @WithDefault("10s")
    Duration lease();

    /** The longest a call that changes something may take; always less than the rest of the lease. */
    @WithDefault("8s")
    Duration longestCall();

    /** How long a change that must not be repeated is observed before a person is asked. */
    @WithDefault("90s")
    Duration settle();

    /** The wait before the first further look at a run. */
    @WithDefault("250ms")
    Duration lookSoonest();

    /** The wait between looks at a run that takes long. */
    @WithDefault("2s")
    Duration lookLatest();

    /** How often a long run says that it is still under way. */
    @WithDefault("5s")
    Duration progressEvery();

    /** The wait between looks at a run that is armed: it lies in wait for a region that returns. */
    @WithDefault("1s")
    Duration armedLook();

    /** The wait between looks at a patient run. */
    @WithDefault("30s")
    Duration patientLook();

    /** How often a run that is armed or patient says that nothing has changed. */
    @WithDefault("1h")
    Duration patientProgressEvery();

    /** How often such a run says something new at most: what it waits for may come and go. */
    @WithDefault("1m")
    Duration patientNewsEvery();

    /** How many runs one instance carries on at once; those that are armed or patient do not count. */
    @WithDefault("64")
    int mostRuns();
}
