package io.lifeboat.sandbox.dns;

import org.xbill.DNS.Name;

/** A part of the name space that somebody answers for. */
public interface Zone {

    /** The name at the zone's top. */
    Name origin();

    /**
     * What the zone holds now.
     *
     * @param name a name in the zone, in any case
     * @param type a record type as in {@link org.xbill.DNS.Type}
     */
    Answer answer(Name name, int type);
}
