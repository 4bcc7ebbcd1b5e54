package io.lifeboat.e2e.up;

import io.lifeboat.e2e.stack.Layout;
import io.lifeboat.e2e.stack.NotedUrls;
import io.lifeboat.e2e.stack.Remains;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Shows what this checkout has running. Exit status 0 when something runs, 3 when nothing does. */
public final class StatusMain {

    private StatusMain() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Layout layout = Layout.ofLauncher("up");
        List<Remains.Running> running = Remains.of(layout);
        if (running.isEmpty()) {
            out.println("Nothing of this checkout is running.");
            System.exit(3);
        }
        running.forEach(one ->
                out.printf("  %-28s process %d%n", one.name(), one.handle().pid()));
        NotedUrls.read(layout).ifPresent(urls -> out.printf("%n%s", urls.indent(2)));
    }
}
