package io.lifeboat.sandbox.route53;

import io.lifeboat.sandbox.endpoint.AwsError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Reads {@code ChangeResourceRecordSetsRequest}. */
final class ChangeReader {

    private ChangeReader() {}

    static List<Change> read(byte[] body) {
        var root = XmlReader.read(body);
        return XmlReader.child(root, "ChangeBatch").flatMap(batch -> XmlReader.child(batch, "Changes")).stream()
                .flatMap(changes -> XmlReader.children(changes, "Change").stream())
                .map(ChangeReader::change)
                .toList();
    }

    private static Change change(Element element) {
        var action = required(element, "Action");
        var set = XmlReader.child(element, "ResourceRecordSet")
                .orElseThrow(() -> invalid("Change has no ResourceRecordSet"));
        try {
            return new Change(Change.Action.valueOf(action), recordSet(set));
        } catch (IllegalArgumentException unknown) {
            throw invalid("Action must be CREATE, DELETE or UPSERT, not " + action);
        }
    }

    private static RecordSet recordSet(Element element) {
        for (var unknown : List.of("Weight", "Region", "GeoLocation", "MultiValueAnswer", "CidrRoutingConfig")) {
            if (XmlReader.child(element, unknown).isPresent()) {
                throw invalid("the sandbox knows simple and failover routing, not " + unknown);
            }
        }
        int type = Type.value(required(element, "Type"));
        if (type < 0) {
            throw invalid("no such record type: " + required(element, "Type"));
        }
        return new RecordSet(
                name(required(element, "Name")),
                type,
                XmlReader.text(element, "SetIdentifier").orElse(null),
                role(XmlReader.text(element, "Failover").orElse(null)),
                target(element),
                XmlReader.text(element, "HealthCheckId").orElse(null));
    }

    private static @Nullable FailoverRole role(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return FailoverRole.valueOf(text);
        } catch (IllegalArgumentException unknown) {
            throw invalid("Failover must be PRIMARY or SECONDARY, not " + text);
        }
    }

    private static RecordTarget target(Element set) {
        var alias = XmlReader.child(set, "AliasTarget");
        if (alias.isPresent()) {
            return new RecordTarget.Alias(
                    required(alias.get(), "HostedZoneId"),
                    name(required(alias.get(), "DNSName")),
                    Boolean.parseBoolean(required(alias.get(), "EvaluateTargetHealth")));
        }
        var values = new ArrayList<String>();
        XmlReader.child(set, "ResourceRecords").stream()
                .flatMap(records -> XmlReader.children(records, "ResourceRecord").stream())
                .forEach(each -> values.add(required(each, "Value")));
        if (values.isEmpty()) {
            throw invalid("Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords]], but found none");
        }
        return new RecordTarget.Values(ttl(set), values);
    }

    private static long ttl(Element set) {
        var text = required(set, "TTL");
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException unreadable) {
            throw invalid("TTL must be a number of seconds, not " + text);
        }
    }

    /** Names are absolute with or without their last dot, and compared in lower case. */
    static Name name(String text) {
        try {
            return Name.fromString(text.toLowerCase(Locale.ROOT), Name.root);
        } catch (TextParseException unreadable) {
            throw invalid("\"" + text + "\" is no DNS name");
        }
    }

    private static String required(Element element, String child) {
        Optional<String> text = XmlReader.text(element, child);
        return text.orElseThrow(() -> invalid(element.getLocalName() + " has no " + child));
    }

    private static AwsError invalid(String message) {
        return AwsError.badRequest("InvalidInput", message);
    }
}
