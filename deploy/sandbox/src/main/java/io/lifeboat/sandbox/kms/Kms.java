package io.lifeboat.sandbox.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.sandbox.account.Accounts;
import io.lifeboat.sandbox.cloud.Effects;
import io.lifeboat.sandbox.endpoint.AwsError;
import io.lifeboat.sandbox.endpoint.AwsRequest;
import io.lifeboat.sandbox.endpoint.AwsResponse;
import io.lifeboat.sandbox.endpoint.AwsService;
import io.lifeboat.sandbox.endpoint.Protocol;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** KMS over one key of the shop's in each region: looked at, disabled, enabled, and its deletion scheduled or taken back. */
public final class Kms implements AwsService {

    /** API reference, ScheduleKeyDeletion. */
    private static final int SHORTEST_WAIT = 7;

    private static final int LONGEST_WAIT = 30;

    private final InstantSource clock;
    private final Effects effects;
    private final Map<String, Key> keys = new ConcurrentHashMap<>();

    /** Keys of the shop's in these regions, each enabled. */
    public Kms(Collection<String> regions, InstantSource clock, Effects effects) {
        this.clock = clock;
        this.effects = effects;
        regions.forEach(region -> keys.put(region, Key.enabled(id(region), Accounts.SHOP, region, clock.instant())));
    }

    /** ARN of the shop's key in a region. */
    public static String arn(String region) {
        return Key.enabled(id(region), Accounts.SHOP, region, Instant.EPOCH).arn();
    }

    private static UUID id(String region) {
        return UUID.nameUUIDFromBytes(("shop-" + region).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String signingName() {
        return "kms";
    }

    @Override
    public Protocol protocol() {
        return Protocol.JSON;
    }

    @Override
    public AwsResponse handle(AwsRequest request) {
        JsonNode body = request.json();
        Key key = key(request, body.path("KeyId").asText());
        return switch (request.operation()) {
            case "DescribeKey" -> AwsResponse.json(Map.of("KeyMetadata", metadata(key)));
            case "DisableKey" -> {
                change(key, "disable", known -> known.become(Key.State.DISABLED, null), Key.State.PENDING_DELETION);
                yield AwsResponse.json(Map.of());
            }
            case "EnableKey" -> {
                change(key, "enable", known -> known.become(Key.State.ENABLED, null), Key.State.PENDING_DELETION);
                yield AwsResponse.json(Map.of());
            }
            case "ScheduleKeyDeletion" -> scheduled(key, body);
            case "CancelKeyDeletion" -> {
                change(
                        key,
                        "cancel-deletion",
                        known -> known.become(Key.State.DISABLED, null),
                        Key.State.ENABLED,
                        Key.State.DISABLED);
                yield AwsResponse.json(Map.of("KeyId", key.arn()));
            }
            default ->
                throw new AwsError("UnknownOperationException", "the sandbox has no " + request.operation(), 400);
        };
    }

    private AwsResponse scheduled(Key key, JsonNode body) {
        int days = body.path("PendingWindowInDays").asInt(LONGEST_WAIT);
        if (days < SHORTEST_WAIT || days > LONGEST_WAIT) {
            throw AwsError.badRequest("ValidationException", "PendingWindowInDays must be 7 to 30");
        }
        Instant deletion = clock.instant().plus(Duration.ofDays(days));
        change(
                key,
                "schedule-deletion",
                known -> known.become(Key.State.PENDING_DELETION, deletion),
                Key.State.PENDING_DELETION);
        return AwsResponse.json(Map.of(
                "KeyId", key.arn(),
                "DeletionDate", deletion.getEpochSecond(),
                "KeyState", Key.State.PENDING_DELETION.word(),
                "PendingWindowInDays", days));
    }

    private void change(Key key, String what, UnaryOperator<Key> become, Key.State... notFrom) {
        Key after = keys.compute(key.region(), (region, known) -> {
            for (Key.State state : notFrom) {
                if (known.state() == state) {
                    throw AwsError.badRequest("KMSInvalidStateException", known.arn() + " is " + state.word() + ".");
                }
            }
            return become.apply(known);
        });
        if (after.state() != key.state()) {
            effects.count("kms:" + key.arn(), what);
        }
    }

    private Key key(AwsRequest request, String idOrArn) {
        Key key = keys.get(request.region().name());
        if (key == null || !key.account().equals(request.account()) || !key.is(idOrArn)) {
            throw AwsError.badRequest("NotFoundException", "Key '" + idOrArn + "' does not exist");
        }
        return key;
    }

    private static Map<String, Object> metadata(Key key) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("KeyId", key.id().toString());
        json.put("Arn", key.arn());
        json.put("AWSAccountId", key.account());
        json.put("CreationDate", key.created().getEpochSecond());
        json.put("Enabled", key.state() == Key.State.ENABLED);
        json.put("KeyState", key.state().word());
        json.put("KeyUsage", "ENCRYPT_DECRYPT");
        json.put("KeySpec", "SYMMETRIC_DEFAULT");
        json.put("Origin", "AWS_KMS");
        json.put("KeyManager", "CUSTOMER");
        json.put("MultiRegion", false);
        if (key.deletion() != null) {
            json.put("DeletionDate", key.deletion().getEpochSecond());
        }
        return json;
    }
}
