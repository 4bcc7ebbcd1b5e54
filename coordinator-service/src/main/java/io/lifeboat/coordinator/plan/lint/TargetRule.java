package io.lifeboat.coordinator.plan.lint;

import io.lifeboat.contract.plan.Action;
import io.lifeboat.contract.plan.AwsApiProbe;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.Step;
import io.lifeboat.contract.plan.StoreProbe;
import io.lifeboat.contract.plan.Target;
import io.lifeboat.contract.plan.Watch;
import java.util.List;

/** Whoever acts has an account and a role to act in, and everything it touches belongs to that account. */
final class TargetRule implements Rule {

    private static final String ACT = "act";
    private static final String READ = "read";

    @Override
    public void look(Candidate candidate, Findings findings) {
        Plan plan = candidate.plan();
        plan.targets().forEach((name, target) -> roles(name, target, findings));
        for (Watch watch : plan.watches()) {
            if (watch.auroraLag() != null) {
                String at = Findings.at("watches", plan.watches().indexOf(watch), "aurora-lag", "target");
                needs(plan, watch.auroraLag().target(), READ, at, findings);
            }
            if (watch.ecsCapacity() != null) {
                String at = Findings.at("watches", plan.watches().indexOf(watch), "ecs-capacity", "target");
                needs(plan, watch.ecsCapacity().target(), READ, at, findings);
            }
            if (watch.probe() instanceof StoreProbe store) {
                String at = Findings.at("watches", plan.watches().indexOf(watch)) + "/" + StoreWatchRule.target(store);
                needs(plan, store.target(), READ, at, findings);
            }
        }
        for (int i = 0; i < plan.watches().size(); i++) {
            AwsApiProbe api = plan.watches().get(i).awsApi();
            if (api != null) {
                needs(plan, api.target(), READ, Findings.at("watches", i, "aws-api", "target"), findings);
            }
        }
        for (Procedure procedure : Procedure.of(plan)) {
            for (Step step : procedure.steps()) {
                if (callsAws(step)) {
                    needs(plan, step.target(), ACT, procedure.at(step, "target"), findings);
                    accounts(plan, procedure, step, findings);
                }
            }
        }
    }

    private static boolean callsAws(Step step) {
        boolean webhookOnly =
                Procedure.action(step) == Action.NOTIFY && !step.with().has("topicArn");
        return Procedure.action(step).reach() != Action.Reach.NONE && !webhookOnly;
    }

    private static void roles(String name, Target target, Findings findings) {
        target.roles().forEach((use, role) -> Arn.of(role)
                .filter(arn -> !arn.account().equals(target.account()))
                .ifPresent(arn -> findings.error(
                        Findings.at("targets", name, "roles", use),
                        "is a role of account " + arn.account() + ", the target is " + target.account(),
                        "name a role of the target's own account")));
    }

    private static void needs(Plan plan, String name, String use, String pointer, Findings findings) {
        Target target = plan.targets().get(name);
        if (target == null) {
            findings.error(pointer, "there is no target '" + name + "'", "add it under targets");
        } else if (!target.roles().containsKey(use)) {
            findings.error(
                    Findings.at("targets", name, "roles"),
                    "has no role '" + use + "', which " + pointer + " needs",
                    "add the ARN of a role that may " + (use.equals(ACT) ? "change" : "look"));
        }
    }

    private static void accounts(Plan plan, Procedure procedure, Step step, Findings findings) {
        Target target = plan.targets().get(step.target());
        if (target == null) {
            return;
        }
        List<String> regions = plan.regions().all();
        for (StepText text : StepText.of(step.with(), procedure.at(step, "with"), regions)) {
            Arn.of(text.text())
                    .filter(arn -> !arn.account().isEmpty() && !arn.account().equals(target.account()))
                    .ifPresent(arn -> findings.error(
                            text.pointer(),
                            "belongs to account " + arn.account() + ", the step runs in " + target.account(),
                            "correct the ARN, or give the step the target of that account"));
        }
    }
}
