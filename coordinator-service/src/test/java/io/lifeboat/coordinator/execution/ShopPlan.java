package io.lifeboat.coordinator.execution;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.PlanHash;
import io.lifeboat.contract.plan.PlanReader;
import io.lifeboat.contract.plan.PlanReading;
import io.lifeboat.contract.plan.PlanRevision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The shop's plan as the sandbox would write it, with made-up names. */
final class ShopPlan {

    private static final Path TEMPLATE = Path.of("..", "deploy", "plans", "shop.yaml");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");

    private ShopPlan() {}

    static PlanRevision revision() {
        Plan plan =
                switch (new PlanReader().read(PLACEHOLDER.matcher(template()).replaceAll(ShopPlan::madeUp))) {
                    case PlanReading.Readable readable -> readable.plan();
                    case PlanReading.Refused refused -> throw new AssertionError(refused.problems());
                };
        return new PlanRevision(
                "shop",
                1,
                PlanHash.of(plan),
                PlanRevision.State.IN_FORCE,
                plan,
                new Act("plan-author", "first plan"),
                null);
    }

    private static String madeUp(MatchResult placeholder) {
        String name = placeholder.group(1);
        return switch (name.split("\\.", -1)[0]) {
            case "ports" -> name.endsWith("https") ? "8443" : "5432";
            case "account" -> "111111111111";
            case "roles" -> "arn:aws:iam::111111111111:role/" + name;
            case "arn" -> "arn:aws:rds:eu-west-1:111111111111:cluster:" + name;
            case "targetGroup" -> "arn:aws:elasticloadbalancing:eu-west-1:111111111111:targetgroup/" + name;
            case "topic" -> "arn:aws:sns:eu-west-1:111111111111:" + name;
            case "address" -> name.endsWith("home") ? "127.0.10.1" : "127.0.20.1";
            case "pager" -> "http://127.0.0.1:9/page";
            case "witness" -> name.endsWith("region") ? "eu-north-1" : "shop-switch-witness";
            case "bucket" -> name.replace('.', '-');
            default -> name + ".example";
        };
    }

    private static String template() {
        try {
            return Files.readString(TEMPLATE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
