package io.lifeboat.e2e.survival;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.e2e.client.SandboxControl;
import io.lifeboat.e2e.stack.SandboxInfo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** The side that was left, seen from outside: by DNS, and in the databases themselves. */
final class OldSide {

    private final SandboxInfo sandbox;
    private final SandboxControl control;

    OldSide(SandboxInfo sandbox, SandboxControl control) {
        this.sandbox = sandbox;
        this.control = control;
    }

    /**
     * Orders in one database.
     *
     * @param region where the database is
     * @param role writer, other or retired
     * @param side the region whose tasks took them
     * @param newest when the newest was committed
     */
    record Taken(String region, String role, String side, Instant newest) {}

    /** What the old side's tasks took, in each database that has something of theirs. */
    List<Taken> taken() {
        return databases()
                .filter(taken -> taken.side().equals(sandbox.regions().home()))
                .toList();
    }

    /** Everything that the old region's databases took, the one that was made anew since included. */
    List<Taken> inOldDatabases() {
        return databases()
                .filter(taken -> taken.region().equals(sandbox.regions().home()))
                .toList();
    }

    private Stream<Taken> databases() {
        return control.databases().path("databases").valueStream().flatMap(database -> database.path("sides")
                .propertyStream()
                .map(side -> new Taken(
                        database.path("region").asText(),
                        database.path("role").asText(),
                        side.getKey(),
                        Instant.parse(side.getValue().path("newest").asText()))));
    }

    /** How many tasks are wanted there. */
    int tasksWanted() {
        return control.state()
                .path("shop")
                .path(sandbox.regions().home())
                .path("desired")
                .asInt(-1);
    }

    /** Where customers are sent just now. */
    List<String> publicAddresses() {
        return addresses(sandbox.names().get("public"));
    }

    /** The other region's entrance. */
    List<String> otherAddresses() {
        return addresses("api." + sandbox.regions().other() + ".shop.example");
    }

    /** How often a snapshot was copied. */
    int copies() {
        JsonNode effects = control.effects();
        return effects.propertyStream()
                .filter(resource -> resource.getKey().startsWith("rds:cluster-snapshot:"))
                .mapToInt(resource -> resource.getValue().path("copy").asInt())
                .sum();
    }

    private List<String> addresses(String name) {
        try {
            String[] resolver = sandbox.controlRoom().resolver().split(":", 2);
            SimpleResolver dns = new SimpleResolver(
                    new InetSocketAddress(InetAddress.getByName(resolver[0]), Integer.parseInt(resolver[1])));
            Message answer =
                    dns.send(Message.newQuery(Record.newRecord(Name.fromString(name + "."), Type.A, DClass.IN)));
            return answer.getSection(Section.ANSWER).stream()
                    .filter(ARecord.class::isInstance)
                    .map(record -> ((ARecord) record).getAddress().getHostAddress())
                    .sorted()
                    .toList();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(sandbox.controlRoom().resolver() + " is no address", e);
        } catch (IOException e) {
            throw new IllegalStateException(name + " was not answered", e);
        }
    }
}
