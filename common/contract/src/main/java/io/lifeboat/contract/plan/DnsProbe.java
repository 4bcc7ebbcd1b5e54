package io.lifeboat.contract.plan;

import java.util.List;

/**
 * One DNS question.
 *
 * @param name the name asked for
 * @param type {@code A}, {@code AAAA} or {@code CNAME}; A unless said otherwise
 * @param expect the answers that count as up; any answer when empty
 */
public record DnsProbe(String name, String type, List<String> expect) implements Probe {

    public DnsProbe {
        type = type == null ? "A" : type;
        expect = expect == null ? List.of() : List.copyOf(expect);
    }
}
