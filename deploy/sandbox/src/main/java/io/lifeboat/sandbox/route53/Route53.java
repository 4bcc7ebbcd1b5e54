package io.lifeboat.sandbox.route53;

import io.lifeboat.sandbox.cloud.Effects;
import io.lifeboat.sandbox.endpoint.AwsError;
import io.lifeboat.sandbox.endpoint.AwsRequest;
import io.lifeboat.sandbox.endpoint.AwsResponse;
import io.lifeboat.sandbox.endpoint.AwsService;
import io.lifeboat.sandbox.endpoint.Protocol;
import io.lifeboat.sandbox.endpoint.Xml;
import io.lifeboat.sandbox.healthcheck.HealthChecks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/** Route 53's control plane. It lives in us-east-1; what was set goes on being answered without it. */
public final class Route53 implements AwsService {

    private static final String NAMESPACE = "https://route53.amazonaws.com/doc/2013-04-01/";
    private static final Pattern ROOT = Pattern.compile("/2013-04-01/([a-z]+)(?:/([^/]+))?(?:/([a-z]+))?/?");
    private static final int PAGE = 300;

    private record ChangeInfo(Instant submittedAt, Instant inSyncAt) {}

    private final Map<String, HostedZone> zones;
    private final HealthCheckCalls healthChecks;
    private final Duration propagation;
    private final InstantSource clock;
    private final Effects effects;
    private final Map<String, ChangeInfo> changes = new ConcurrentHashMap<>();

    /** @param propagation from a change until it is answered with; AWS says usually within 60 s */
    public Route53(
            Collection<HostedZone> zones,
            HealthChecks checks,
            Duration propagation,
            InstantSource clock,
            Effects effects) {
        this.zones =
                zones.stream().collect(Collectors.toMap(HostedZone::id, zone -> zone, (a, b) -> a, LinkedHashMap::new));
        this.healthChecks = new HealthCheckCalls(checks, effects);
        this.propagation = propagation;
        this.clock = clock;
        this.effects = effects;
    }

    @Override
    public String signingName() {
        return "route53";
    }

    @Override
    public Protocol protocol() {
        return Protocol.REST_XML;
    }

    @Override
    public String operation(AwsRequest request) {
        var path = ROOT.matcher(request.path());
        if (!path.matches()) {
            throw new AwsError("UnknownOperationException", "no such resource: " + request.path(), 404);
        }
        var collection = path.group(1);
        var call = request.method() + " " + collection + (path.group(2) == null ? "" : "/*")
                + (path.group(3) == null ? "" : "/" + path.group(3));
        return switch (call) {
            case "GET hostedzone" -> "ListHostedZones";
            case "GET hostedzone/*" -> "GetHostedZone";
            case "GET hostedzone/*/rrset" -> "ListResourceRecordSets";
            case "POST hostedzone/*/rrset" -> "ChangeResourceRecordSets";
            case "GET change/*" -> "GetChange";
            case "POST healthcheck" -> "CreateHealthCheck";
            case "GET healthcheck/*" -> "GetHealthCheck";
            case "GET healthcheck/*/status" -> "GetHealthCheckStatus";
            case "DELETE healthcheck/*" -> "DeleteHealthCheck";
            default -> throw new AwsError("UnknownOperationException", "the sandbox has no " + call, 404);
        };
    }

    @Override
    public AwsResponse handle(AwsRequest request) {
        var path = ROOT.matcher(request.path());
        var id = path.matches() && path.group(2) != null ? path.group(2) : "";
        return switch (request.operation()) {
            case "ListHostedZones" -> listZones();
            case "GetHostedZone" -> answer(200, root("GetHostedZoneResponse").add(zoneXml(zone(id))));
            case "ListResourceRecordSets" -> listRecords(zone(id));
            case "ChangeResourceRecordSets" -> change(zone(id), request);
            case "GetChange" -> getChange(id);
            case "CreateHealthCheck" -> healthChecks.create(request);
            case "GetHealthCheck" -> healthChecks.get(id);
            case "GetHealthCheckStatus" -> healthChecks.status(id);
            case "DeleteHealthCheck" -> healthChecks.delete(id);
            default ->
                throw new AwsError("UnknownOperationException", "the sandbox has no " + request.operation(), 404);
        };
    }

    static Xml root(String name) {
        return Xml.element(name).attribute("xmlns", NAMESPACE);
    }

    static AwsResponse answer(int status, Xml root) {
        return AwsResponse.xml(status, root);
    }

    private HostedZone zone(String id) {
        var zone = zones.get(id);
        if (zone == null) {
            throw new AwsError("NoSuchHostedZone", "No hosted zone found with ID: " + id, 404);
        }
        return zone;
    }

    private AwsResponse listZones() {
        return answer(
                200,
                root("ListHostedZonesResponse")
                        .add(Xml.list("HostedZones", zones.values(), Route53::zoneXml))
                        .with("IsTruncated", false)
                        .with("MaxItems", PAGE));
    }

    private static Xml zoneXml(HostedZone zone) {
        return Xml.element("HostedZone")
                .with("Id", "/hostedzone/" + zone.id())
                .with("Name", zone.origin())
                .with("CallerReference", "sandbox-" + zone.id())
                .add(Xml.element("Config").with("PrivateZone", false))
                .with("ResourceRecordSetCount", zone.listed().size());
    }

    private static AwsResponse listRecords(HostedZone zone) {
        return answer(
                200,
                root("ListResourceRecordSetsResponse")
                        .add(Xml.list("ResourceRecordSets", zone.listed(), Route53::recordXml))
                        .with("IsTruncated", false)
                        .with("MaxItems", PAGE));
    }

    private static Xml recordXml(RecordSet set) {
        var xml = Xml.element("ResourceRecordSet")
                .with("Name", set.name())
                .with("Type", Type.string(set.type()))
                .with("SetIdentifier", set.setIdentifier())
                .with("Failover", set.failover());
        switch (set.target()) {
            case RecordTarget.Values values ->
                xml.with("TTL", values.ttl())
                        .add(Xml.list("ResourceRecords", values.values(), value -> Xml.element("ResourceRecord")
                                .with("Value", value)));
            case RecordTarget.Alias(String zoneId, Name name, boolean evaluateHealth) ->
                xml.add(Xml.element("AliasTarget")
                        .with("HostedZoneId", zoneId)
                        .with("DNSName", name)
                        .with("EvaluateTargetHealth", evaluateHealth));
        }
        return xml.with("HealthCheckId", set.healthCheckId());
    }

    private AwsResponse change(HostedZone zone, AwsRequest request) {
        var batch = ChangeReader.read(request.body());
        if (batch.isEmpty()) {
            throw AwsError.badRequest("InvalidInput", "the change batch holds no change");
        }
        var now = clock.instant();
        Instant inSyncAt;
        try {
            inSyncAt = zone.change(batch, propagation);
        } catch (InvalidChangeBatchException refused) {
            throw AwsError.badRequest("InvalidChangeBatch", "[" + String.join(", ", refused.problems()) + "]");
        }
        effects.count("route53:" + zone.id(), "change");
        var id = "C%014X".formatted(ThreadLocalRandom.current().nextLong(1L << 56));
        changes.put(id, new ChangeInfo(now, inSyncAt));
        return answer(200, root("ChangeResourceRecordSetsResponse").add(changeXml(id)));
    }

    private AwsResponse getChange(String id) {
        if (!changes.containsKey(id)) {
            throw new AwsError("NoSuchChange", "Could not find resource with ID: " + id, 404);
        }
        return answer(200, root("GetChangeResponse").add(changeXml(id)));
    }

    private Xml changeXml(String id) {
        var change = changes.get(id);
        return Xml.element("ChangeInfo")
                .with("Id", "/change/" + id)
                .with("Status", change.inSyncAt().isAfter(clock.instant()) ? "PENDING" : "INSYNC")
                .with("SubmittedAt", change.submittedAt());
    }
}
