package io.lifeboat.sandbox.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AwsChunkedTest {

    @Test
    void shouldDecodeChunksAndLeaveTheTrailerOut() {
        byte[] body = bytes("5\r\nhello\r\n6\r\n world\r\n0\r\nx-amz-checksum-crc32:DUoRhQ==\r\n\r\n");

        assertThat(AwsChunked.decode(body)).isEqualTo(bytes("hello world"));
    }

    @Test
    void shouldDecodeSignedChunks() {
        assertThat(AwsChunked.decode(bytes("a;chunk-signature=00\r\n0123456789\r\n0;chunk-signature=11\r\n\r\n")))
                .isEqualTo(bytes("0123456789"));
    }

    @Test
    void shouldDecodeAnEmptyBody() {
        assertThat(AwsChunked.decode(bytes("0\r\n\r\n"))).isEmpty();
    }

    @Test
    void shouldRefuseABodyThatEndsEarly() {
        assertThatThrownBy(() -> AwsChunked.decode(bytes("5\r\nhel")))
                .isInstanceOfSatisfying(
                        AwsError.class, error -> assertThat(error.code()).isEqualTo("IncompleteBody"));
    }

    @Test
    void shouldKnowItByItsHeaders() {
        assertThat(AwsChunked.is(Map.of("content-encoding", "aws-chunked"))).isTrue();
        assertThat(AwsChunked.is(Map.of("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER")))
                .isTrue();
        assertThat(AwsChunked.is(Map.of("content-type", "text/plain"))).isFalse();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
