package io.lifeboat.sandbox.dns;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Asks one resolver for addresses, from one place, and remembers nothing. What to remember is the asker's own affair. */
public final class StubResolver {

    private final SimpleResolver resolver;

    /**
     * @param resolver where to ask
     * @param from the asker's own address
     * @param timeout how long to wait for an answer
     */
    public StubResolver(InetSocketAddress resolver, String from, Duration timeout) throws UnknownHostException {
        this.resolver = new SimpleResolver(resolver);
        this.resolver.setLocalAddress(new InetSocketAddress(InetAddress.getByName(from), 0));
        this.resolver.setTimeout(timeout);
    }

    /** The IPv4 addresses of a name; fails with {@link NameNotFoundException} when there is none. */
    public CompletionStage<Addresses> lookup(String host) {
        var question = Record.newRecord(absolute(host), Type.A, DClass.IN);
        return resolver.sendAsync(Message.newQuery(question)).thenApply(response -> addressesIn(host, response));
    }

    private static Addresses addressesIn(String host, Message response) {
        var found = response.getSection(Section.ANSWER).stream()
                .filter(ARecord.class::isInstance)
                .map(ARecord.class::cast)
                .toList();
        if (found.isEmpty()) {
            throw new NameNotFoundException(host, Rcode.string(response.getRcode()));
        }
        var shortest = response.getSection(Section.ANSWER).stream()
                .mapToLong(Record::getTTL)
                .min()
                .orElse(0);
        return new Addresses(
                found.stream().map(each -> each.getAddress().getHostAddress()).toList(), Duration.ofSeconds(shortest));
    }

    private static Name absolute(String host) {
        try {
            return Name.fromString(host, Name.root);
        } catch (TextParseException unreadable) {
            throw new IllegalArgumentException("\"" + host + "\" is no DNS name", unreadable);
        }
    }

    /**
     * What a name stands for.
     *
     * @param addresses one or more IPv4 addresses
     * @param ttl how long they may be remembered
     */
    public record Addresses(List<String> addresses, Duration ttl) {

        public Addresses {
            addresses = List.copyOf(addresses);
        }

        /** The address a simple client takes. */
        public String first() {
            return addresses.getFirst();
        }
    }
}
