package io.lifeboat.e2e.up;

import io.lifeboat.e2e.stack.Layout;
import io.lifeboat.e2e.stack.Remains;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Ends what this checkout started, and nothing else. */
public final class DownMain {

    private DownMain() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> ended = Remains.end(Layout.ofLauncher("up"));
        out.println(ended.isEmpty() ? "Nothing of this checkout was running." : "Ended: " + String.join(", ", ended));
    }
}
