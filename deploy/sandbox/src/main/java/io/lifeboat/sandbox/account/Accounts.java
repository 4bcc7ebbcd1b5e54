package io.lifeboat.sandbox.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Two accounts: the control room's, whose one user may only assume roles, and the shop's, which owns everything else.
 *
 * <p>Signatures are not checked, only the key and its session token: what the project can get wrong is which role it
 * uses and for how long.
 */
public final class Accounts {

    public static final String CONTROL_ROOM = "999999999999";
    public static final String SHOP = "111111111111";

    /** What looks at the shop. */
    public static final Role READ = new Role(
            SHOP,
            "lifeboat-read",
            List.of(
                    "rds:Describe*",
                    "cloudwatch:GetMetric*",
                    "cloudwatch:List*",
                    "route53:Get*",
                    "route53:List*",
                    "ecs:Describe*",
                    "ecs:List*",
                    "application-autoscaling:Describe*",
                    "elasticloadbalancing:Describe*",
                    "s3:Get*",
                    "s3:Head*",
                    "s3:List*",
                    "kms:Describe*",
                    "sts:GetCallerIdentity"));

    /** What changes the shop; it cannot delete data. */
    public static final Role ACT = new Role(
            SHOP,
            "lifeboat-act",
            List.of(
                    "rds:Describe*",
                    "rds:FailoverGlobalCluster",
                    "rds:SwitchoverGlobalCluster",
                    "rds:CopyDBClusterSnapshot",
                    "cloudwatch:GetMetric*",
                    "route53:*",
                    "ecs:Describe*",
                    "ecs:List*",
                    "ecs:UpdateService",
                    "application-autoscaling:*",
                    "elasticloadbalancing:Describe*",
                    "s3:*",
                    "sns:Publish",
                    "sts:GetCallerIdentity"));

    /** What the shop's own people may do with its keys and data, and so whoever has their credentials. No plan names it. */
    public static final Role OWNER = new Role(SHOP, "shop-owner", List.of("kms:*", "s3:*", "rds:*"));

    /** What a drill may do: nothing yet, for drills that restore come later. */
    public static final Role DRILL = new Role(SHOP, "lifeboat-drill", List.of("sts:GetCallerIdentity"));

    /** What was handed out by AssumeRole. */
    public record Session(Principal principal, String accessKeyId, String secretAccessKey, String token) {}

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final Clock clock;
    private final Map<String, Role> roles = new ConcurrentHashMap<>();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final String accessKeyId = "AKIA" + random(16);
    private final String secretAccessKey = random(40);
    private final Principal user = new Principal(
            CONTROL_ROOM,
            "arn:aws:iam::" + CONTROL_ROOM + ":user/lifeboat",
            "AIDA" + random(16),
            List.of("sts:*"),
            null);

    public Accounts(Clock clock) {
        this.clock = clock;
        List.of(READ, ACT, OWNER, DRILL).forEach(role -> roles.put(role.arn(), role));
    }

    /** The long-lived key of Lifeboat's user. */
    public String accessKeyId() {
        return accessKeyId;
    }

    public String secretAccessKey() {
        return secretAccessKey;
    }

    public Optional<Role> role(String arn) {
        return Optional.ofNullable(roles.get(arn));
    }

    /** New credentials for a role. */
    public Session assume(Role role, String sessionName, Duration duration) {
        Instant expires = clock.instant().plus(duration);
        String id = "AROA" + random(16) + ":" + sessionName;
        String arn = "arn:aws:sts::" + role.account() + ":assumed-role/" + role.name() + "/" + sessionName;
        Principal principal = new Principal(role.account(), arn, id, role.allowed(), expires);
        Session session = new Session(principal, "ASIA" + random(16), random(40), random(64));
        sessions.put(session.accessKeyId(), session);
        return session;
    }

    /** Whose key this is; empty for an unknown key or a token that does not go with it. Expiry is the caller's to judge. */
    public Optional<Principal> find(String key, @Nullable String token) {
        if (key.equals(accessKeyId)) {
            return Optional.of(user);
        }
        return Optional.ofNullable(sessions.get(key))
                .filter(session -> session.token().equals(token))
                .map(Session::principal);
    }

    /** Ends every session handed out so far, as if its time were over. */
    public void expireAll() {
        Instant past = clock.instant().minusSeconds(1);
        sessions.replaceAll((key, session) -> {
            Principal old = session.principal();
            Principal ended = new Principal(old.account(), old.arn(), old.userId(), old.allowed(), past);
            return new Session(ended, session.accessKeyId(), session.secretAccessKey(), session.token());
        });
    }

    private static String random(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
