package io.lifeboat.sandbox.endpoint;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The aws-chunked content encoding, as the SDK sends PutObject: chunks with their size in hex (and perhaps a signature
 * after a semicolon), an empty chunk, then trailers such as a crc32. The checksum is not verified.
 */
final class AwsChunked {

    private AwsChunked() {}

    static boolean is(Map<String, String> headers) {
        return headers.getOrDefault("content-encoding", "").contains("aws-chunked")
                || headers.getOrDefault("x-amz-content-sha256", "").startsWith("STREAMING-");
    }

    static byte[] decode(byte[] body) {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(body.length);
        int position = 0;
        while (true) {
            int end = lineEnd(body, position);
            String line = new String(body, position, end - position, StandardCharsets.US_ASCII);
            int size = Integer.parseInt(line.split(";", 2)[0].strip(), 16);
            position = end + 2;
            if (size == 0) {
                return decoded.toByteArray();
            }
            if (position + size > body.length) {
                throw incomplete();
            }
            decoded.write(body, position, size);
            position += size + 2;
        }
    }

    private static int lineEnd(byte[] body, int from) {
        for (int i = from; i + 1 < body.length; i++) {
            if (body[i] == '\r' && body[i + 1] == '\n') {
                return i;
            }
        }
        throw incomplete();
    }

    private static AwsError incomplete() {
        return AwsError.badRequest("IncompleteBody", "the aws-chunked body ends in the middle of a chunk");
    }
}
