package io.lifeboat.detector.network;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Address;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * Asks one DNS server, afresh each time; nothing is cached. Answers come on the caller's Vert.x context when it has one.
 *
 * <p>Link-local addresses are refused, so that a plan cannot make a detector talk to an instance's metadata service.
 */
public final class Names {

    private static final int LONGEST_CHAIN = 8;

    private final InetSocketAddress server;
    private final Optional<InetAddress> source;

    /**
     * Asks that server.
     *
     * @param server {@code host:port}, or empty for the system's first
     * @param source the local address to ask from, or empty for any
     */
    public Names(Optional<String> server, Optional<InetAddress> source) {
        this.server = server.map(Names::parse)
                .orElseGet(() -> ResolverConfig.getCurrentConfig().server());
        this.source = source;
    }

    /** The addresses of a name, IPv4 before IPv6; an address written as text is its own answer. */
    public Future<Answer> addresses(String host, Duration timeout) {
        Optional<InetAddress> literal = literal(host);
        if (literal.isPresent()) {
            return answer(host, List.of(literal.get()));
        }
        return ask(host, Type.A, timeout, 0).compose(four -> {
            if (!four.isEmpty()) {
                return answer(host, four.stream().map(Names::address).toList());
            }
            return ask(host, Type.AAAA, timeout, 0)
                    .compose(
                            six -> answer(host, six.stream().map(Names::address).toList()));
        });
    }

    /**
     * The answers to one question as text: addresses, or names without the final dot.
     *
     * @param type {@code A}, {@code AAAA} or {@code CNAME}
     */
    public Future<List<String>> texts(String name, String type, Duration timeout) {
        int asked = Type.value(type);
        if (asked != Type.A && asked != Type.AAAA && asked != Type.CNAME) {
            return Future.failedFuture(new LookupFailedException("type " + type + " cannot be asked for"));
        }
        return ask(name, asked, timeout, 0).map(records -> records.stream()
                .map(Record::rdataToString)
                .map(text -> text.endsWith(".") ? text.substring(0, text.length() - 1) : text)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .toList());
    }

    private Future<List<Record>> ask(String host, int type, Duration timeout, int depth) {
        if (depth > LONGEST_CHAIN) {
            return Future.failedFuture(new LookupFailedException("name " + host + " is an endless chain of names"));
        }
        Message query;
        try {
            query = Message.newQuery(Record.newRecord(Name.fromString(host, Name.root), type, DClass.IN));
        } catch (TextParseException e) {
            return Future.failedFuture(
                    new LookupFailedException("name " + host + " is no DNS name: " + e.getMessage()));
        }
        SimpleResolver resolver = new SimpleResolver(server);
        resolver.setTimeout(timeout);
        source.ifPresent(address -> resolver.setLocalAddress(new InetSocketAddress(address, 0)));
        return onThisContext(resolver.sendAsync(query))
                .recover(failure -> Future.failedFuture(unanswered(host, failure)))
                .compose(response -> read(host, type, timeout, depth, response));
    }

    private Future<List<Record>> read(String host, int type, Duration timeout, int depth, Message response) {
        if (response.getRcode() != Rcode.NOERROR) {
            return Future.failedFuture(
                    new LookupFailedException("name " + host + ": " + Rcode.string(response.getRcode())));
        }
        List<Record> found = new ArrayList<>();
        Optional<Name> alias = Optional.empty();
        for (Record record : response.getSection(Section.ANSWER)) {
            if (record.getType() == type) {
                found.add(record);
            } else if (record instanceof CNAMERecord cname) {
                alias = Optional.of(cname.getTarget());
            }
        }
        if (found.isEmpty() && alias.isPresent()) {
            // An authoritative server names the alias and leaves the rest to the asker.
            return ask(alias.get().toString(true), type, timeout, depth + 1);
        }
        return Future.succeededFuture(found);
    }

    /** The answer arrives on the resolver's own thread; whoever asked on a context goes on there. */
    private static <T> Future<T> onThisContext(CompletionStage<T> answer) {
        Context context = Vertx.currentContext();
        return context == null ? Future.fromCompletionStage(answer) : Future.fromCompletionStage(answer, context);
    }

    private LookupFailedException unanswered(String host, Throwable failure) {
        String server = this.server.getAddress().getHostAddress() + ":" + this.server.getPort();
        return new LookupFailedException("name " + host + ": resolver " + server + " did not answer"
                + (failure.getMessage() == null ? "" : " (" + failure.getMessage() + ")"));
    }

    private static Future<Answer> answer(String host, List<InetAddress> addresses) {
        List<InetAddress> allowed = addresses.stream()
                .filter(address -> !address.isLinkLocalAddress())
                .toList();
        if (!addresses.isEmpty() && allowed.isEmpty()) {
            return Future.failedFuture(new LookupFailedException(
                    "name " + host + " stands for a link-local address, which is never looked at"));
        }
        if (allowed.isEmpty()) {
            return Future.failedFuture(new LookupFailedException("name " + host + " has no address"));
        }
        return Future.succeededFuture(new Answer(allowed));
    }

    private static InetAddress address(Record record) {
        return switch (record) {
            case ARecord a -> a.getAddress();
            case AAAARecord aaaa -> aaaa.getAddress();
            default -> throw new IllegalArgumentException("no address record: " + record);
        };
    }

    private static Optional<InetAddress> literal(String host) {
        boolean looksLikeOne = host.indexOf(':') >= 0 || host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
        if (!looksLikeOne) {
            return Optional.empty();
        }
        try {
            return Optional.of(Address.getByAddress(host));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static InetSocketAddress parse(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        String host = colon < 0 ? hostAndPort : hostAndPort.substring(0, colon);
        try {
            int port = colon < 0 ? SimpleResolver.DEFAULT_PORT : Integer.parseInt(hostAndPort.substring(colon + 1));
            return new InetSocketAddress(Address.getByAddress(host), port);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "lifeboat.network.resolver: " + hostAndPort + " is not an address with a port, such as 10.0.0.2:53",
                    e);
        }
    }
}
