package io.lifeboat.sandbox.dns;

import java.util.List;
import org.xbill.DNS.Record;

/** What a zone says to a question. */
public sealed interface Answer {

    /** Records of the type asked for, or the CNAME that stands in their place. */
    record Found(List<Record> records) implements Answer {
        public Found {
            records = List.copyOf(records);
        }
    }

    /** The name exists, but holds nothing of that type. */
    record Empty() implements Answer {}

    /** No such name in the zone. */
    record NoSuchName() implements Answer {}
}
