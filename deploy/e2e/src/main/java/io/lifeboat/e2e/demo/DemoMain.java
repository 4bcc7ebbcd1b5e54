package io.lifeboat.e2e.demo;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.ApprovalRequested;
import io.lifeboat.e2e.client.HttpFailure;
import io.lifeboat.e2e.client.TopicTail;
import io.lifeboat.e2e.job.MainJob;
import io.lifeboat.e2e.job.Story;
import io.lifeboat.e2e.stack.Layout;
import io.lifeboat.e2e.stack.Stack;
import io.lifeboat.e2e.stack.StackOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs the main job once and judges it; {@link DemoOptions#HELP} says how. */
public final class DemoMain {

    private static final int GOOD = 0;
    private static final int BAD = 1;
    private static final int USAGE = 2;

    private final PrintStream out;
    private final DemoOptions options;
    private final Layout layout;

    private DemoMain(PrintStream out, DemoOptions options, Layout layout) {
        this.out = out;
        this.options = options;
        this.layout = layout;
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(out, arguments));
    }

    /** Runs it and says how it ended, as an exit status. */
    static int run(PrintStream out, String... arguments) {
        DemoOptions options;
        try {
            options = DemoOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            return USAGE;
        }
        if (options.help()) {
            out.print(DemoOptions.HELP);
            return GOOD;
        }
        try {
            return new DemoMain(out, options, Layout.ofLauncher("demo")).run();
        } catch (IllegalStateException | UncheckedIOException | HttpFailure e) {
            out.println();
            out.println(e.getMessage());
            return BAD;
        }
    }

    private int run() {
        out.println("Lifeboat: a region is lost, and the shop is served from the other one.");
        out.println("Logs and data: " + layout.state());
        StackOptions stackOptions = new StackOptions(List.of("--address-hold", "20s"));
        try (Stack stack = Stack.start(layout, stackOptions, step -> out.println("Starting " + step))) {
            Thread interrupted = Thread.ofPlatform().unstarted(stack::close);
            Runtime.getRuntime().addShutdownHook(interrupted);
            Story story = new Story(out);
            try (TopicTail tail = new TopicTail(stack.bootstrap(), story::hear)) {
                MainJob job = new MainJob(stack, story, options.terms());
                out.println("Putting the plan in force; customers begin to order ...");
                job.prepare();
                out.println();
                job.strike();
                job.follow(question -> ask(stack, story, question));
                MainJob.Outcome outcome = job.judge();
                return conclude(outcome);
            } finally {
                Runtime.getRuntime().removeShutdownHook(interrupted);
            }
        }
    }

    private int conclude(MainJob.Outcome outcome) {
        Path folder = options.reports() == null ? layout.state() : options.reports();
        Reports.Written written = Reports.write(folder, outcome);
        out.println();
        out.print(Comparison.of(outcome).text());
        out.println();
        out.println("Reports: " + written.json() + " and " + written.markdown());
        out.println(
                outcome.verdict().good()
                        ? "The shop serves from the other region, and the measurements agree."
                        : "NOT GOOD: see above.");
        return outcome.verdict().good() ? GOOD : BAD;
    }

    /** Asks at the terminal, beside REST; whichever answer comes first counts. */
    private void ask(Stack stack, Story story, ApprovalRequested question) {
        out.printf("""

                %s
                Type yes and Enter to approve, or by REST:
                  curl -X POST %sincidents/%s/approve -H 'Content-Type: application/json' -d '{"who":"on-call","why":"looked at it"}'

                """, question.question(), stack.urls().get("coordinator"), question.incidentId());
        Thread.ofPlatform().daemon().name("terminal").start(() -> {
            if (saidYes() && story.execution().isEmpty()) {
                stack.coordinator()
                        .incident(question.incidentId(), "approve", new Act("on-call", "said yes at the terminal"));
            }
        });
    }

    private static boolean saidYes() {
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
            String line = in.readLine();
            while (line != null && !line.strip().equalsIgnoreCase("yes")) {
                line = in.readLine();
            }
            return line != null;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the terminal", e);
        }
    }
}
