package io.lifeboat.sandbox.dns;

import io.lifeboat.sandbox.cloud.Names;
import java.util.List;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/** The names outside the hosted zones, load balancers' and databases', as a zone of everything that is not another's. */
public final class NamedAddresses implements Zone {

    private final Names names;

    public NamedAddresses(Names names) {
        this.names = names;
    }

    @Override
    public Name origin() {
        return Name.root;
    }

    @Override
    public Answer answer(Name name, int type) {
        var found = names.find(name.toString());
        if (found.isEmpty()) {
            return new Answer.NoSuchName();
        }
        if (type != Type.A) {
            return new Answer.Empty();
        }
        long ttl = found.get().timeToLive().toSeconds();
        return new Answer.Found(
                List.of(new ARecord(name, DClass.IN, ttl, found.get().address())));
    }
}
