package io.lifeboat.e2e.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The URLs of a standing stack, written down for whoever asks later. */
public final class NotedUrls {

    private NotedUrls() {}

    /** A line for each, its name and the URL, and one for the broker. */
    static void write(Layout layout, Map<String, URI> urls, String bootstrap) {
        StringBuilder text = new StringBuilder();
        urls.forEach((name, url) -> text.append(name).append(' ').append(url).append('\n'));
        text.append("kafka ").append(bootstrap).append('\n');
        try {
            Files.writeString(file(layout), text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot note the URLs", e);
        }
    }

    /** What was written, if a stack was started in this layout. */
    public static Optional<String> read(Layout layout) {
        if (!Files.exists(file(layout))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file(layout)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file(layout), e);
        }
    }

    private static Path file(Layout layout) {
        return layout.state().resolve("urls");
    }
}
