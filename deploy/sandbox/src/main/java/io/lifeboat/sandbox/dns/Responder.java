package io.lifeboat.sandbox.dns;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * Turns a question into an answer, following CNAMEs from zone to zone as a recursive resolver does.
 *
 * <p>It keeps no cache: every answer carries its full TTL, as if it had just been fetched. Clients therefore hold on to an
 * address for up to one TTL, never two.
 */
public final class Responder {

    private static final int LONGEST_CHAIN = 8;

    private final List<Zone> zones;
    private final Duration negativeTtl;

    /** @param negativeTtl how long "there is no such name" may be remembered (RFC 2308) */
    public Responder(List<Zone> zones, Duration negativeTtl) {
        this.zones = zones.stream()
                .sorted(Comparator.comparingInt((Zone zone) -> zone.origin().labels())
                        .reversed())
                .toList();
        this.negativeTtl = negativeTtl;
    }

    /** The response to a query; errors are said in its RCODE, never thrown. */
    public Message respond(Message query) {
        var response = new Message(query.getHeader().getID());
        var header = response.getHeader();
        header.setFlag(Flags.QR);
        header.setFlag(Flags.RA);
        if (query.getHeader().getFlag(Flags.RD)) {
            header.setFlag(Flags.RD);
        }
        var question = query.getQuestion();
        if (query.getHeader().getOpcode() != Opcode.QUERY) {
            header.setRcode(Rcode.NOTIMP);
            return response;
        }
        if (question == null || question.getDClass() != DClass.IN) {
            header.setRcode(Rcode.FORMERR);
            return response;
        }
        response.addRecord(question, Section.QUESTION);
        follow(question.getName(), question.getType(), response, header);
        return response;
    }

    private void follow(Name asked, int type, Message response, Header header) {
        var name = asked;
        for (int hop = 0; hop < LONGEST_CHAIN; hop++) {
            var zone = zoneOf(name);
            if (zone.isEmpty()) {
                header.setRcode(Rcode.NXDOMAIN);
                return;
            }
            switch (zone.get().answer(name, type)) {
                case Answer.NoSuchName() -> {
                    header.setRcode(Rcode.NXDOMAIN);
                    response.addRecord(authority(zone.get()), Section.AUTHORITY);
                    return;
                }
                case Answer.Empty() -> {
                    response.addRecord(authority(zone.get()), Section.AUTHORITY);
                    return;
                }
                case Answer.Found(List<Record> records) -> {
                    records.forEach(each -> response.addRecord(each, Section.ANSWER));
                    var alias = aliasIn(records, type);
                    if (alias.isEmpty()) {
                        return;
                    }
                    name = alias.get();
                }
            }
        }
        header.setRcode(Rcode.SERVFAIL);
    }

    private static Optional<Name> aliasIn(List<Record> records, int type) {
        return type == Type.CNAME
                ? Optional.empty()
                : records.stream()
                        .filter(CNAMERecord.class::isInstance)
                        .map(each -> ((CNAMERecord) each).getTarget())
                        .findFirst();
    }

    private Optional<Zone> zoneOf(Name name) {
        return zones.stream().filter(zone -> name.subdomain(zone.origin())).findFirst();
    }

    private Record authority(Zone zone) {
        long ttl = negativeTtl.toSeconds();
        return new SOARecord(zone.origin(), DClass.IN, ttl, zone.origin(), zone.origin(), 1, 7200, 900, 1209600, ttl);
    }
}
