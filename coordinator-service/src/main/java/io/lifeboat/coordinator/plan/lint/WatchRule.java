package io.lifeboat.coordinator.plan.lint;

import io.lifeboat.contract.plan.HttpsProbe;
import io.lifeboat.contract.plan.Placement;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.StoreProbe;
import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.plan.Watch;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Whether what is looked at can tell a disaster, and what was lost in it. */
final class WatchRule implements Rule {

    private static final Duration MOST_OFTEN = Duration.ofMillis(200);
    private static final String REGION = "{region}";
    private static final double ROUNDING = 1e-9;

    @Override
    public void look(Candidate candidate, Findings findings) {
        Plan plan = candidate.plan();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < plan.watches().size(); i++) {
            Watch watch = plan.watches().get(i);
            String at = Findings.at("watches", i);
            if (!ids.add(watch.id())) {
                findings.error(at + "/id", "there are two watches '" + watch.id() + "'", "give one another id");
            }
            times(watch, at, findings);
            placement(watch, at, findings);
            if (watch.sqlWrite() != null
                    && !plan.datasources().containsKey(watch.sqlWrite().datasource())) {
                findings.error(
                        at + "/sql-write/datasource",
                        "there is no datasource '" + watch.sqlWrite().datasource() + "'",
                        "add it under datasources");
            }
        }
        customers(plan.watches(), findings);
        coverage(plan, findings);
    }

    private static void times(Watch watch, String at, Findings findings) {
        if (watch.every().compareTo(MOST_OFTEN) < 0) {
            findings.error(at + "/every", "looks more often than every 200 ms", "look less often");
        }
        if (watch.timeout().isZero() || watch.timeout().compareTo(watch.every()) > 0) {
            findings.error(
                    at + "/timeout",
                    "a look may take " + watch.timeout() + ", and the next one begins after " + watch.every(),
                    "make it longer than nothing and no longer than every");
        }
        if (watch.window().down() > watch.window().of()) {
            findings.error(
                    at + "/window/down",
                    "asks for " + watch.window().down() + " failures among "
                            + watch.window().of() + " looks",
                    "make it no larger than of");
        }
    }

    private static void placement(Watch watch, String at, Findings findings) {
        String text = target(watch);
        boolean named = watch.awsApi() != null || watch.probe() instanceof StoreProbe;
        if (watch.in() == Placement.EACH && !named && !text.contains(REGION)) {
            findings.error(
                    at,
                    "looks in each region, and at the same thing in all of them",
                    "put {region} into the URL, host or name");
        }
        if (watch.in() != Placement.EACH && text.contains(REGION)) {
            findings.error(at, "names {region}, and looks in none in particular", "add in: each");
        }
        if (watch.sqlWrite() != null && watch.in() != Placement.ACTIVE) {
            findings.error(at + "/in", "writes where the writer is", "add in: active");
        }
        if (watch.auroraLag() != null && watch.in() != Placement.GLOBAL) {
            findings.error(at + "/in", "the lag belongs to no single region", "add in: global");
        }
        if (watch.ecsCapacity() != null && watch.in() != Placement.ACTIVE) {
            findings.error(at + "/in", "what counts is the capacity where the application serves", "add in: active");
        }
        if ((watch.ecsCapacity() != null) != (watch.tier() == Tier.CAPACITY)) {
            findings.error(
                    at + "/tier",
                    "a number of tasks is no evidence of an outage, and nothing else speaks for the tier capacity",
                    "use tier: capacity with ecs-capacity, and with nothing else");
        }
        if (watch.awsApi() != null && watch.in() == Placement.GLOBAL) {
            findings.error(at + "/in", "an API is asked in a region", "add in: each");
        }
        if ((watch.awsApi() != null) != (watch.tier() == Tier.CONTROL_PLANE)) {
            findings.error(
                    at + "/tier",
                    "customers meet no API, and nothing else speaks for the tier control-plane",
                    "use tier: control-plane with aws-api, and with nothing else");
        }
        if (watch.tier() == Tier.ENTRANCE && (watch.in() != Placement.GLOBAL || watch.https() == null)) {
            findings.error(at, "an entrance is the name customers use, over HTTPS", "use https with in: global");
        }
    }

    /** What a watch looks at, as far as it is text. */
    private static String target(Watch watch) {
        if (watch.https() != null) {
            return watch.https().url();
        } else if (watch.tcp() != null) {
            return watch.tcp().host();
        }
        return watch.dns() == null ? "" : watch.dns().name();
    }

    private static void customers(List<Watch> watches, Findings findings) {
        List<HttpsProbe> entrances = watches.stream()
                .filter(watch -> watch.tier() == Tier.ENTRANCE)
                .map(Watch::https)
                .filter(Objects::nonNull)
                .toList();
        if (entrances.isEmpty()) {
            findings.warning(
                    "/watches", "no watch comes in as customers do: no RTO will be known", "add one of tier entrance");
            return;
        }
        double shares = entrances.stream()
                .mapToDouble(entrance -> entrance.client().share())
                .sum();
        if (shares > 1 + ROUNDING) {
            findings.error(
                    "/watches",
                    "the shares of the entrance watches add up to " + Math.round(shares * 1000) / 1000.0,
                    "make them add up to 1: each customer is of one kind");
        } else if (shares < 1 - ROUNDING) {
            findings.warning(
                    "/watches",
                    "the entrance watches stand for " + Math.round(shares * 100) + " % of the customers",
                    "add a watch for those that are left");
        }
    }

    private static void coverage(Plan plan, Findings findings) {
        EnumSet<Tier> regional = EnumSet.noneOf(Tier.class);
        plan.watches().stream()
                .filter(watch -> watch.in() == Placement.EACH && watch.tier() != Tier.DATA)
                .map(Watch::tier)
                .filter(tier -> tier != Tier.CONTROL_PLANE)
                .forEach(regional::add);
        if (regional.size() < 2) {
            findings.warning(
                    "/watches",
                    "fewer than two tiers are looked at in each region: a region's outage looks like a service's",
                    "look at compute and database with in: each");
        }
        if (plan.watches().stream().noneMatch(watch -> watch.sqlWrite() != null)) {
            findings.warning("/watches", "no watch writes: the loss will not be measured", "add a sql-write watch");
        }
        if (plan.watches().stream().noneMatch(watch -> watch.auroraLag() != null)) {
            findings.warning("/watches", "nothing tells the exposure before a failover", "add an aurora-lag watch");
        }
    }
}
