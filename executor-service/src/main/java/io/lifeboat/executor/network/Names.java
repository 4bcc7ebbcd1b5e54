package io.lifeboat.executor.network;

import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.executor.call.CallFailedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** What names answer, asked afresh. */
@ApplicationScoped
public class Names {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final String REMEDY = "look at the resolver (lifeboat.network.resolver)";

    private final Resolver resolver;

    /** By the settings. */
    public Names(NetworkSettings settings) {
        this.resolver = settings.resolver().map(Names::resolverAt).orElseGet(ExtendedResolver::new);
        this.resolver.setTimeout(TIMEOUT);
    }

    /**
     * The IPv4 addresses a name answers, CNAMEs followed by the resolver, sorted; empty when the name exists and has none.
     *
     * @throws CallFailedException when nobody answers, or there is no such name
     */
    public Set<String> addresses(String name) {
        try {
            Name absolute = Name.fromString(name, Name.root);
            Message query = Message.newQuery(Record.newRecord(absolute, Type.A, DClass.IN));
            query.getHeader().setFlag(Flags.RD);
            Message answer = resolver.send(query);
            if (answer.getRcode() != Rcode.NOERROR) {
                throw CallFailedException.rejected(
                        answer.getRcode() == Rcode.NXDOMAIN ? ErrorClass.NOT_FOUND : ErrorClass.TRANSIENT,
                        "DNS answers " + Rcode.string(answer.getRcode()) + " for " + name,
                        REMEDY,
                        null);
            }
            Set<String> addresses = new TreeSet<>();
            for (Record record : answer.getSection(Section.ANSWER)) {
                if (record instanceof ARecord address) {
                    addresses.add(address.getAddress().getHostAddress());
                }
            }
            return addresses;
        } catch (TextParseException e) {
            throw CallFailedException.rejected(
                    ErrorClass.INVALID_INPUT, name + " is not a DNS name", "correct it in the plan", e);
        } catch (IOException e) {
            throw CallFailedException.rejected(
                    ErrorClass.TRANSIENT, "DNS does not answer for " + name + ": " + e.getMessage(), REMEDY, e);
        }
    }

    private static Resolver resolverAt(String server) {
        int colon = server.lastIndexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException(
                    "lifeboat.network.resolver: " + server + " has no port; write address:port");
        }
        try {
            SimpleResolver resolver = new SimpleResolver(server.substring(0, colon));
            int port = Integer.parseInt(server.substring(colon + 1));
            resolver.setAddress(new InetSocketAddress(resolver.getAddress().getAddress(), port));
            return resolver;
        } catch (UnknownHostException | NumberFormatException e) {
            throw new IllegalArgumentException("lifeboat.network.resolver: " + server + " is not address:port", e);
        }
    }
}
