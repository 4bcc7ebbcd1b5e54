package io.lifeboat.contract.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The plan of the sandbox's shop, its placeholders filled in the way the sandbox does. */
public final class ShopPlan {

    private static final Path TEMPLATE = Path.of("..", "..", "deploy", "plans", "shop.yaml");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-zA-Z.]+)}");

    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("names.public", "www.shop.example"),
            Map.entry("ports.https", "8443"),
            Map.entry("ports.postgres", "5432"),
            Map.entry("account", "111111111111"),
            Map.entry("roles.read", "arn:aws:iam::111111111111:role/lifeboat-read"),
            Map.entry("roles.act", "arn:aws:iam::111111111111:role/lifeboat-act"),
            Map.entry("arn.home", "arn:aws:rds:eu-west-1:111111111111:cluster:shop-home"),
            Map.entry("arn.other", "arn:aws:rds:eu-central-1:111111111111:cluster:shop-other"),
            Map.entry(
                    "targetGroup.home",
                    "arn:aws:elasticloadbalancing:eu-west-1:111111111111:targetgroup/api/1111111111111111"),
            Map.entry(
                    "targetGroup.other",
                    "arn:aws:elasticloadbalancing:eu-central-1:111111111111:targetgroup/api/2222222222222222"),
            Map.entry("address.home", "192.0.2.10"),
            Map.entry("address.other", "192.0.2.20"),
            Map.entry("bucket.home", "shop-switch-home"),
            Map.entry("bucket.other", "shop-switch-other"),
            Map.entry("witness.region", "eu-north-1"),
            Map.entry("witness.bucket", "shop-switch-witness"),
            Map.entry("switch.key", "served-from"),
            Map.entry("topic.home", "arn:aws:sns:eu-west-1:111111111111:shop"),
            Map.entry("topic.other", "arn:aws:sns:eu-central-1:111111111111:shop"),
            Map.entry("pager", "https://pager.example/shop"));

    private ShopPlan() {}

    /** The YAML text. */
    public static String yaml() {
        try {
            return PLACEHOLDER.matcher(Files.readString(TEMPLATE)).replaceAll(ShopPlan::value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String value(MatchResult placeholder) {
        String name = placeholder.group(1);
        if (!VALUES.containsKey(name)) {
            throw new AssertionError("shop.yaml has a placeholder that nobody fills in: " + name);
        }
        return Matcher.quoteReplacement(VALUES.get(name));
    }
}
