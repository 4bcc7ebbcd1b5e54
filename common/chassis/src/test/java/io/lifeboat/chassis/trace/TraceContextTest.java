package io.lifeboat.chassis.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraceContextTest {

    private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void shouldStayInTheTraceUnderANewSpan() {
        String next = TraceContext.next(PARENT);

        assertThat(next)
                .startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-")
                .endsWith("-01")
                .isNotEqualTo(PARENT);
    }

    @Test
    void shouldBeginATraceWhenNoneCanBeRead() {
        assertThat(TraceContext.next("nonsense")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(TraceContext.next(null)).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }
}
