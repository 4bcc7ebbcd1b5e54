package io.lifeboat.coordinator.plan.lint;

import io.lifeboat.contract.plan.DataProbe;
import io.lifeboat.contract.plan.DatabaseProbe;
import io.lifeboat.contract.plan.InvariantProbe;
import io.lifeboat.contract.plan.MaintenanceWindow;
import io.lifeboat.contract.plan.Placement;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.RowCountProbe;
import io.lifeboat.contract.plan.StoreProbe;
import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.plan.Watch;
import java.time.Duration;
import java.util.Locale;

/**
 * Whether what looks at the data looks at the right place, only looks, and knows when damage is expected. What is kept where
 * and how is {@link StoreWatchRule}'s.
 */
final class DataWatchRule implements Rule {

    private static final int FEWEST_LOOKS = 3;
    private static final Duration LONGEST_MEMORY = Duration.ofDays(7);
    private static final Duration LONGEST_WINDOW = Duration.ofHours(6);

    @Override
    public void look(Candidate candidate, Findings findings) {
        Plan plan = candidate.plan();
        for (int i = 0; i < plan.watches().size(); i++) {
            Watch watch = plan.watches().get(i);
            String at = Findings.at("watches", i);
            if (watch.probe() instanceof DataProbe probe) {
                look(plan, watch, probe, at, findings);
            } else if (!watch.maintenance().isEmpty()) {
                findings.error(
                        at + "/maintenance",
                        "expects damage of something that does not look at the data",
                        "remove it; only watches that look at the data know maintenance");
            }
        }
        if (plan.watches().stream().noneMatch(watch -> watch.probe() instanceof DataProbe)) {
            findings.warning(
                    "/watches",
                    "nothing looks at the data: damage that replication copies would be seen by nobody",
                    "add a row-count, deletion-rate or invariant watch");
        } else if (plan.watches().stream().noneMatch(watch -> watch.probe() instanceof DatabaseProbe)) {
            findings.warning(
                    "/watches",
                    "nothing looks into a database: damage done through the application would be seen by nobody",
                    "add a row-count, deletion-rate or invariant watch");
        }
    }

    private static void look(Plan plan, Watch watch, DataProbe probe, String at, Findings findings) {
        if (watch.tier() != Tier.DATA) {
            findings.error(at + "/tier", "damaged data is no evidence of an outage", "use tier: data");
        }
        switch (probe) {
            case DatabaseProbe database -> database(plan, watch, database, at, findings);
            case StoreProbe store -> StoreWatchRule.look(plan, watch, store, at, findings);
        }
        for (int i = 0; i < watch.maintenance().size(); i++) {
            window(watch.maintenance().get(i), at + "/maintenance/" + i, findings);
        }
    }

    private static void database(Plan plan, Watch watch, DatabaseProbe probe, String at, Findings findings) {
        if (watch.in() != Placement.ACTIVE) {
            findings.error(at + "/in", "what counts is the data that is written", "add in: active");
        }
        if (!plan.datasources().containsKey(probe.datasource())) {
            findings.error(at, "there is no datasource '" + probe.datasource() + "'", "add it under datasources");
        }
        if (probe instanceof InvariantProbe invariant && !looks(invariant.query())) {
            findings.error(at + "/invariant/query", "does not look", "write one SELECT");
        }
        if (probe instanceof RowCountProbe rows) {
            memory(watch, rows.within(), at + "/row-count/within", findings);
        }
    }

    /** How far back the most is looked for. */
    static void memory(Watch watch, Duration within, String at, Findings findings) {
        if (within.compareTo(watch.every().multipliedBy(FEWEST_LOOKS)) < 0) {
            findings.error(
                    at,
                    "is over before there is another look",
                    "make it %d times every or longer".formatted(FEWEST_LOOKS));
        }
        if (within.compareTo(LONGEST_MEMORY) > 0) {
            findings.error(at, "is longer than a detector remembers", "make it 7d or less");
        }
    }

    private static void window(MaintenanceWindow window, String at, Findings findings) {
        if (DayWindow.sound(window, at, findings) && window.lasts().compareTo(LONGEST_WINDOW) > 0) {
            findings.error(
                    at + "/to",
                    "is open for " + window.lasts() + ": damage would be expected most of the day",
                    "make it 6h or less");
        }
    }

    private static boolean looks(String query) {
        String text = query.strip().toLowerCase(Locale.ROOT);
        return text.startsWith("select") || text.startsWith("with");
    }
}
