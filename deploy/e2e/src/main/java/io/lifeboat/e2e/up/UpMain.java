package io.lifeboat.e2e.up;

import io.lifeboat.e2e.stack.Layout;
import io.lifeboat.e2e.stack.Remains;
import io.lifeboat.e2e.stack.Stack;
import io.lifeboat.e2e.stack.StackOptions;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Starts the stack, prints every URL and leaves it standing. */
public final class UpMain {

    private static final String HELP = """
            usage: ./lifeboat up

            Starts the sandbox cloud and the services on free ports of this machine and leaves them running.
            The shop's plan is not in force yet: put it with the command this prints at the end.
            Logs and data: .lifeboat/up
            """;

    private UpMain() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (List.of(arguments).contains("--help")) {
            out.print(HELP);
            return;
        }
        Layout layout = Layout.ofLauncher("up");
        if (!Remains.of(layout).isEmpty()) {
            out.println(
                    "A stack of this checkout is already running; ./lifeboat status shows it, ./lifeboat down ends it.");
            System.exit(1);
        }
        try {
            // Not closed on purpose: it stands until ./lifeboat down.
            Stack stack = Stack.start(layout, StackOptions.plain(), step -> out.println("Starting " + step));
            stack.urls().forEach((name, url) -> out.printf("  %-20s %s%n", name, url));
            out.printf("  %-20s %s%n", "kafka", stack.bootstrap());
            out.printf(
                    """

                    The shop's plan: %1$s/sandbox/plan.yaml. Put it in force:
                      curl -X PUT %2$splans/shop -H 'Content-Type: application/yaml' --data-binary @%1$s/sandbox/plan.yaml \\
                        -H 'Lifeboat-Who: incident-commander-a' -H 'Lifeboat-Why: first revision' \\
                        -H 'Lifeboat-Second-Who: data-owner-b' -H 'Lifeboat-Second-Why: the loss is acceptable'
                    Let customers order, and take the home region away:
                      curl -X POST -H "Authorization: Bearer $(cat %1$s/sandbox/operator-token)" %3$s/customers/start
                      curl -X POST -H "Authorization: Bearer $(cat %1$s/sandbox/operator-token)" %3$s/faults/regions/%4$s/lose
                    End it all: ./lifeboat down
                    """,
                    layout.state(),
                    stack.urls().get("coordinator"),
                    stack.sandbox().control(),
                    stack.sandbox().regions().home());
        } catch (IllegalStateException e) {
            out.println(e.getMessage());
            System.exit(1);
        }
    }
}
